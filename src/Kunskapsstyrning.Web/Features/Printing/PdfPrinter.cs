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
/// Prints our own pages to PDF with Chromium, in a process of its own with little time, memory and space, a folder that goes away
/// with it, and no way out to the net. A few at a time; what has been printed is kept by what the page said, so that
/// the same page is printed once.
/// </summary>
internal sealed class PdfPrinter(IReadOnlyList<string> programs) : IDisposable
{
    private const int Turns = 2;
    private const int MostWaiting = 12;
    private const int BytesKept = 64 * 1024 * 1024;

    /// <summary>A browser reserves far more addresses than it uses, and writes files in its own folder.</summary>
    private static readonly ProgramLimits Limits = new(TimeSpan.FromSeconds(20), Megabytes: 1024, OutputBytes: 8 * 1024 * 1024)
    {
        Rules = "ulimit -f 65536; ulimit -n 512; ulimit -t \"$1\"; ulimit -d \"$2\"",
    };

    /// <summary>The folder goes away with the printing; one that was left by a printing that was stopped goes with the next.</summary>
    private const string Script = """
        find "${TMPDIR:-/tmp}" -maxdepth 1 -name 'kunskapsstyrning-print.*' -mmin +5 -exec rm -rf {} + 2>/dev/null
        folder=$(mktemp -d "${TMPDIR:-/tmp}/kunskapsstyrning-print.XXXXXX") || exit 1
        trap 'rm -rf "$folder"' EXIT
        cat > "$folder/page.html"
        HOME=$folder "$1" --headless --no-sandbox --disable-gpu --no-first-run --disable-dev-shm-usage --disable-extensions --disable-sync \
          --disable-background-networking --disable-component-update --host-resolver-rules='MAP * ~NOTFOUND' --user-agent=Kunskapsstyrning \
          --user-data-dir="$folder/profile" --no-pdf-header-footer --export-tagged-pdf --generate-pdf-document-outline \
          --print-to-pdf="$folder/page.pdf" "file://$folder/page.html" </dev/null >&2
        cat "$folder/page.pdf"
        """;

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private static readonly string[] OnMac = ["/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

    private readonly SemaphoreSlim _turns = new(Turns);
    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = BytesKept });
    private int _waiting;

    /// <summary>The program that <c>Printing:Chromium</c> names, else where it usually lies.</summary>
    public static PdfPrinter Of(IConfiguration configuration) => configuration["Printing:Chromium"] is { Length: > 0 } named
        ? new PdfPrinter([named])
        : new PdfPrinter([.. Names.SelectMany(name => ReadingPrograms.UsualFolders().Select(folder => Path.Combine(folder, name))), .. OnMac]);

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
            return _kept.TryGetValue(key, out kept) ? new Printout(kept, ProgramEnd.Done) : await Run(program, key, page, cancellation);
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose()
    {
        _turns.Dispose();
        _kept.Dispose();
    }

    private async Task<Printout> Run(string program, string key, string page, CancellationToken cancellation)
    {
        var output = await LimitedProgram.Run("/bin/sh", ["-c", Script, "sh", program], Encoding.UTF8.GetBytes(page), Limits, cancellation);
        if (output.End is not ProgramEnd.Done || !output.Bytes.AsSpan().StartsWith("%PDF-"u8)) return new Printout(null, output.End is ProgramEnd.Done ? ProgramEnd.Failed : output.End);

        _kept.Set(key, output.Bytes, new MemoryCacheEntryOptions { Size = output.Bytes.Length });
        return new Printout(output.Bytes, ProgramEnd.Done);
    }
}
