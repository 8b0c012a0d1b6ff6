using System.Collections.Concurrent;
using System.Diagnostics;
using Kunskapsstyrning.Web.Features.Reading;

namespace Kunskapsstyrning.Web.Features.Printing;

/// <summary>
/// A Chromium of our own that prints page after page, each in a tab: starting it takes far longer than printing. It has little memory,
/// lives for some minutes at most in a folder that goes away with it, runs no script, and has no way out to the net.
/// </summary>
internal sealed class PrintingBrowser : IDisposable
{
    private const int MostPages = 500;
    private const int LongestMessage = 16 * 1024 * 1024;
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>A browser reserves far more addresses than it uses, and writes files in its own folder.</summary>
    private static readonly ProgramLimits Limits = new(Oldest, Megabytes: 1024, LongestMessage)
    {
        Rules = "ulimit -f 65536; ulimit -n 512; ulimit -t \"$1\"; ulimit -d \"$2\"",
    };

    /// <summary>The folder goes away with the browser; one that was left by a browser that was stopped goes when the next starts.</summary>
    private const string Script = """
        find "${TMPDIR:-/tmp}" -maxdepth 1 -name 'kunskapsstyrning-print.*' -mmin +30 -exec rm -rf {} + 2>/dev/null
        folder=$(mktemp -d "${TMPDIR:-/tmp}/kunskapsstyrning-print.XXXXXX") || exit 1
        trap 'rm -rf "$folder"' EXIT
        HOME=$folder "$1" --headless --remote-debugging-pipe --no-sandbox --disable-gpu --no-first-run --disable-dev-shm-usage --disable-extensions --disable-sync \
          --disable-background-networking --disable-component-update --host-resolver-rules='MAP * ~NOTFOUND' --user-agent=Kunskapsstyrning \
          --user-data-dir="$folder/profile" --no-startup-window 3<&0 4>&1 </dev/null >/dev/null 2>&1
        """;

    private readonly Process _process;
    private readonly BrowserPipe _pipe;
    private readonly ConcurrentBag<Tab> _free = [];
    private readonly long _started = Stopwatch.GetTimestamp();
    private int _pages;

    private PrintingBrowser(Process process)
    {
        _process = process;
        _pipe = new BrowserPipe(process.StandardInput.BaseStream, process.StandardOutput.BaseStream, LongestMessage);
        HasEnded = _pipe.Listen();
    }

    /// <summary>Done when the browser is gone.</summary>
    public Task HasEnded { get; }

    /// <summary>True when the next page is for another browser.</summary>
    public bool IsSpent => HasEnded.IsCompleted || _pages >= MostPages || Stopwatch.GetElapsedTime(_started) > Oldest / 2;

    /// <summary>How many pages it prints just now.</summary>
    public int Printing { get; set; }

    private int _left;

    /// <summary>Starts one; null when it cannot be started.</summary>
    public static PrintingBrowser? Start(string program)
    {
        if (LimitedProgram.Start("/bin/sh", ["-c", Script, "sh", program], Limits) is not { } process) return null;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        return new PrintingBrowser(process);
    }

    /// <summary>Prints a page that needs nothing but itself.</summary>
    /// <exception cref="BrowserFailedException">The browser said no, or is gone.</exception>
    public async Task<byte[]> Print(string page, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _pages);
        var tab = _free.TryTake(out var free) ? free : await Open(cancellation);
        await _pipe.Ask("Page.setDocumentContent", new { frameId = tab.Frame, html = page }, tab.Session, cancellation);
        var printed = await _pipe.Ask("Page.printToPDF", new { printBackground = true, preferCSSPageSize = true, paperWidth = 8.27, paperHeight = 11.69, generateTaggedPDF = true, generateDocumentOutline = true }, tab.Session, cancellation);
        _free.Add(tab);
        return printed.GetProperty("data").GetBytesFromBase64();
    }

    /// <summary>Lets it end by itself, and its folder go, or ends it when it does not.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _left, 1) == 1) return;
        try
        {
            _process.StandardInput.Dispose();
        }
        catch (IOException)
        {
            // It was killed with something still to be written to it.
        }

        _ = EndAfter(Patience);
    }

    private async Task EndAfter(TimeSpan patience)
    {
        await Task.WhenAny(HasEnded, Task.Delay(patience));
        LimitedProgram.Kill(_process);
        await HasEnded;
        _process.Dispose();
        _pipe.Dispose();
    }

    private async Task<Tab> Open(CancellationToken cancellation)
    {
        var target = (await _pipe.Ask("Target.createTarget", new { url = "about:blank" }, null, cancellation)).GetProperty("targetId").GetString();
        var session = (await _pipe.Ask("Target.attachToTarget", new { targetId = target, flatten = true }, null, cancellation)).GetProperty("sessionId").GetString()!;
        await _pipe.Ask("Emulation.setScriptExecutionDisabled", new { value = true }, session, cancellation);
        var frames = await _pipe.Ask("Page.getFrameTree", new { }, session, cancellation);
        return new Tab(session, frames.GetProperty("frameTree").GetProperty("frame").GetProperty("id").GetString()!);
    }

    private sealed record Tab(string Session, string Frame);
}
