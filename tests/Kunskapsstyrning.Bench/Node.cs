using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Kunskapsstyrning.Bench;

/// <summary>A program that runs beside the bench and is asked over HTTP: the product, or the bare endpoint.</summary>
internal sealed class Node : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Process _process;
    private readonly HttpClient _http;
    private IReadOnlyList<int> _backends = [];

    private Node(Process process, int port, string name)
    {
        _process = process;
        Name = name;
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        _http.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        _http.DefaultRequestHeaders.Add("Accept", "text/html");
    }

    /// <summary>Where it answers.</summary>
    public Uri Address => _http.BaseAddress!;

    /// <summary>What it calls itself in the database.</summary>
    public string Name { get; }

    /// <summary>Starts a program and asks until it answers.</summary>
    /// <param name="program">The path of its dll, and its arguments.</param>
    /// <param name="name">What it calls itself in the database.</param>
    /// <param name="firstPage">What it is asked for.</param>
    /// <param name="environment">Its settings.</param>
    public static async Task<(Node Node, Cost UntilFirstPage)> Start(IReadOnlyList<string> program, string name, string firstPage, IReadOnlyDictionary<string, string> environment)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", program)
        {
            WorkingDirectory = Path.GetDirectoryName(program[0])!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var (key, value) in environment) start.Environment[key] = value;

        var watch = Stopwatch.StartNew();
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{name} does not start.");
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => { if (line.Data is not null) Console.Error.WriteLine($"{name}: {line.Data}"); };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var node = new Node(process, port, name);
        while (!await node.Answers(firstPage))
        {
            if (process.HasExited || watch.Elapsed > Patience)
            {
                await node.DisposeAsync();
                throw new InvalidOperationException($"{name} does not answer.");
            }

            await Task.Delay(2);
        }

        return (node, new Cost(watch.Elapsed.TotalMilliseconds, Cpu.Of(process.Id).TotalMilliseconds));
    }

    /// <summary>Sends the cookies along from now on.</summary>
    public void Carry(string cookies) => _http.DefaultRequestHeaders.Add("Cookie", cookies);

    /// <summary>Asks for a page and reads it whole.</summary>
    public async Task<(HttpResponseMessage Response, byte[] Body)> Get(string address)
    {
        var response = await _http.GetAsync(new Uri(address, UriKind.Relative));
        return (response, await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>The time that one request takes, and how the answer names its version.</summary>
    public async Task<(double Milliseconds, string? Version)> Time(string address)
    {
        var start = Stopwatch.GetTimestamp();
        var (response, _) = await Get(address);
        var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        using (response.EnsureSuccessStatusCode()) return (time, response.Headers.ETag?.Tag);
    }

    /// <summary>Remembers which server processes work for it, for <see cref="CpuSoFar"/>.</summary>
    public async Task FindBackends(BenchDatabase database) => _backends = await database.BackendsOf(Name);

    /// <summary>What it and the server processes that work for it have used so far.</summary>
    public TimeSpan CpuSoFar() => Cpu.Of(_process.Id) + Cpu.Of(_backends);

    /// <summary>What it has in memory, in bytes; zero where the system cannot tell.</summary>
    public long MemorySoFar()
    {
        _process.Refresh();
        return _process.WorkingSet64;
    }

    /// <summary>Waits until what was put off to the background at start and in the first requests is done.</summary>
    public async Task Settle()
    {
        for (var i = 0; i < 100; i++)
        {
            var before = CpuSoFar();
            await Task.Delay(100);
            if ((CpuSoFar() - before).TotalMilliseconds < 3) return;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _http.Dispose();
    }

    private async Task<bool> Answers(string address)
    {
        try
        {
            using var response = (await Get(address)).Response;
            return response.IsSuccessStatusCode ? true : throw new InvalidOperationException($"{Name} answers {(int)response.StatusCode} to {address}.");
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
