using System.Diagnostics;
using System.Text;

namespace Kunskapsstyrning.Browser.Tests.Running;

/// <summary>The real program as a process of its own, in development with example data, on a free port of the loopback address.</summary>
internal sealed class RunningApplication : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningApplication(Process process) => _process = process;

    /// <summary>Where it answers, without a slash at the end.</summary>
    public string Address => _address.Task.Result;

    /// <summary>What it has written, for a failing test.</summary>
    public string Output
    {
        get { lock (_output) return _output.ToString(); }
    }

    /// <exception cref="InvalidOperationException">It ended, or said nothing in time.</exception>
    public static async Task<RunningApplication> Start(string ownerConnectionString, string maildir, params IEnumerable<(string Name, string Value)> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Kunskapsstyrning.Web.dll")])
        {
            WorkingDirectory = Path.Combine(Repository.Root, "src", "Kunskapsstyrning.Web"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["ConnectionStrings__Kunskapsstyrning"] = ownerConnectionString;
        start.Environment["Mailbox__Folder"] = maildir;
        foreach (var (name, value) in settings) start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;

        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        var application = new RunningApplication(process);
        process.OutputDataReceived += (_, line) => application.Hear(line.Data);
        process.ErrorDataReceived += (_, line) => application.Hear(line.Data);
        process.Exited += (_, _) => application._address.TrySetException(new InvalidOperationException("The application ended before it answered: " + application.Output));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await application._address.Task.WaitAsync(Patience);
            return application;
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
    }

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
