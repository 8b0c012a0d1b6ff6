using System.Security.Cryptography;
using System.Text;
using Kunskapsstyrning.Web.Features.Reading;
using Microsoft.Extensions.Caching.Memory;

namespace Kunskapsstyrning.Web.Features.Printing;

/// <summary>How printing ended: with a PDF, or why not.</summary>
/// <param name="Pdf">The PDF; null when there is none.</param>
/// <param name="End">How the program ended.</param>
/// <param name="Busy">True when too many were waiting to begin at all.</param>
internal sealed record Printout(byte[]? Pdf, ProgramEnd End, bool Busy = false);

/// <summary>
/// Prints our own pages to PDF, a few at a time, in a browser that stays for the next page and is ended when it has been idle for a while,
/// when it has printed many, or when it takes too long. What has been printed is kept by what the page said, so that the same page is
/// printed once.
/// </summary>
/// <param name="programs">Where Chromium may lie.</param>
/// <param name="longest">How long a page may take.</param>
internal sealed class PdfPrinter(IReadOnlyList<string> programs, TimeSpan longest) : IDisposable
{
    private const int Turns = 2;
    private const int MostWaiting = 12;
    private const int BytesKept = 64 * 1024 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(1);

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private static readonly string[] OnMac = ["/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

    private readonly Lock _door = new();
    private readonly SemaphoreSlim _turns = new(Turns);
    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = BytesKept });
    private int _waiting;
    private PrintingBrowser? _browser;
    private Timer? _idle;

    /// <summary>The program that <c>Printing:Chromium</c> names, else where it usually lies.</summary>
    public static PdfPrinter Of(IConfiguration configuration) => new(
        configuration["Printing:Chromium"] is { Length: > 0 } named ? [named] : [.. Names.SelectMany(name => ReadingPrograms.UsualFolders().Select(folder => Path.Combine(folder, name))), .. OnMac],
        Longest);

    public async Task<Printout> Print(string page, CancellationToken cancellation)
    {
        var key = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(page)));
        if (_kept.TryGetValue(key, out byte[]? kept)) return new Printout(kept, ProgramEnd.Done);
        if (OperatingSystem.IsWindows() || programs.FirstOrDefault(File.Exists) is not { } program) return new Printout(null, ProgramEnd.Missing);

        try
        {
            if (Interlocked.Increment(ref _waiting) > MostWaiting) return new Printout(null, ProgramEnd.Failed, Busy: true);
            await _turns.WaitAsync(cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }

        try
        {
            return _kept.TryGetValue(key, out kept) ? new Printout(kept, ProgramEnd.Done) : await Run(program, key, page);
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose()
    {
        lock (_door)
        {
            _idle?.Dispose();
            _browser?.Dispose();
            _browser = null;
        }

        _turns.Dispose();
        _kept.Dispose();
    }

    /// <summary>Once more when the browser went away: another page may have taken it along. Whoever asked may have left, but what is begun is soon done.</summary>
    private async Task<Printout> Run(string program, string key, string page)
    {
        var printout = await PrintOnce(program, page);
        if (printout.End is ProgramEnd.Failed) printout = await PrintOnce(program, page);
        if (printout.Pdf is { } pdf) _kept.Set(key, pdf, new MemoryCacheEntryOptions { Size = pdf.Length });
        return printout;
    }

    private async Task<Printout> PrintOnce(string program, string page)
    {
        if (Take(program) is not { } browser) return new Printout(null, ProgramEnd.Missing);

        using var time = new CancellationTokenSource(longest);
        var end = ProgramEnd.Failed;
        try
        {
            var pdf = await browser.Print(page, time.Token);
            end = pdf.AsSpan().StartsWith("%PDF-"u8) ? ProgramEnd.Done : ProgramEnd.Failed;
            return new Printout(end is ProgramEnd.Done ? pdf : null, end);
        }
        catch (BrowserFailedException)
        {
            return new Printout(null, end);
        }
        catch (OperationCanceledException)
        {
            return new Printout(null, ProgramEnd.TooSlow);
        }
        finally
        {
            PutBack(browser, end is ProgramEnd.Done);
        }
    }

    private PrintingBrowser? Take(string program)
    {
        lock (_door)
        {
            _idle?.Dispose();
            if (_browser is { IsSpent: true }) Leave();
            _browser ??= PrintingBrowser.Start(program);
            if (_browser is not null) _browser.Printing++;
            return _browser;
        }
    }

    private void PutBack(PrintingBrowser browser, bool isSound)
    {
        lock (_door)
        {
            browser.Printing--;
            if (!isSound)
            {
                // What else it prints just now fails with it, and is tried in the next.
                if (_browser == browser) _browser = null;
                browser.Dispose();
            }
            else if (browser.Printing == 0 && browser != _browser) browser.Dispose();
            else if (browser.Printing == 0) _idle = new Timer(_ => EndIdle(browser), null, Idle, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>It prints what it has begun, and is ended by the last that does.</summary>
    private void Leave()
    {
        if (_browser!.Printing == 0) _browser.Dispose();
        _browser = null;
    }

    private void EndIdle(PrintingBrowser browser)
    {
        lock (_door)
        {
            if (_browser == browser && browser.Printing == 0) Leave();
        }
    }
}
