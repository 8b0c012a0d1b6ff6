using System.Diagnostics;
using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Inbox;

/// <summary>The real program as a process of its own, which can be killed like a machine that loses its current.</summary>
internal sealed class RunningNode : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private RunningNode(Process process) => _process = process;

    /// <summary>Where it answers.</summary>
    public Uri Address => new(_address.Task.Result);

    /// <summary>What it has written, for a failing test.</summary>
    public string Output
    {
        get { lock (_output) return _output.ToString(); }
    }

    /// <summary>Starts the program and waits until it answers.</summary>
    /// <param name="name">What it calls itself in the database.</param>
    public static async Task<RunningNode> Start(string name, string ownerConnectionString, IReadOnlyDictionary<string, string> settings)
    {
        var node = Begin(name, ownerConnectionString, settings);
        await node._address.Task.WaitAsync(Patience);
        return node;
    }

    /// <summary>Starts the program and waits for nothing.</summary>
    public static RunningNode Begin(string name, string ownerConnectionString, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, "Kunskapsstyrning.Web.dll")])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Example"] = "false";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["ConnectionStrings__Kunskapsstyrning"] = new NpgsqlConnectionStringBuilder(ownerConnectionString) { ApplicationName = name }.ConnectionString;
        foreach (var (setting, value) in settings) start.Environment[setting] = value;

        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        var node = new RunningNode(process);
        process.OutputDataReceived += (_, line) => node.Hear(line.Data);
        process.ErrorDataReceived += (_, line) => node.Hear(line.Data);
        process.Exited += (_, _) => node._address.TrySetException(new InvalidOperationException("It ended before it answered: " + node.Output));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return node;
    }

    /// <summary>Somebody with a browser who has signed in there.</summary>
    public async Task<HttpClient> SignIn(string login)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = Address };
        using var page = await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync(new Uri("/logga-in", UriKind.Relative)));
        using var answer = await client.PostAsync(new Uri("/logga-in", UriKind.Relative), new FormUrlEncodedContent(
        [
            new("anvandare", login), new("__RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
        ]));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>Ends it at once (SIGKILL), whatever it is doing.</summary>
    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>The program says where it answers when it does: "Kunskapsstyrning  http://127.0.0.1:40123".</summary>
    private void Hear(string? line)
    {
        if (line is null) return;

        lock (_output) _output.AppendLine(line);
        if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["Kunskapsstyrning", var address, ..]) _address.TrySetResult(address.TrimEnd(','));
    }
}
