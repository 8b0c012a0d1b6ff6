using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Kunskapsstyrning.Web.Features.Printing;
using Kunskapsstyrning.Web.Features.Reading;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Printing;

public sealed class PdfPrinterTests : IDisposable
{
    /// <summary>Does something of its own the first time, and is the real browser after that; leaves word of each start.</summary>
    private const string Stub = """
        #!/bin/sh
        echo $$ >> "{0}.starts"
        if [ "$(wc -l < "{0}.starts")" = 1 ]; then {1}; fi
        exec "{2}" "$@"
        """;

    private readonly string _program = Path.Combine(Path.GetTempPath(), $"skriv-ut-{Guid.NewGuid():N}");

    [Fact]
    public async Task The_same_page_is_printed_once()
    {
        using var printer = Printer();

        var first = await printer.Print("<p>a</p>", CancellationToken.None);
        var again = await printer.Print("<p>a</p>", CancellationToken.None);
        var other = await printer.Print("<p>b</p>", CancellationToken.None);

        Assert.NotNull(first.Pdf);
        Assert.Same(first.Pdf, again.Pdf);
        Assert.NotEqual(first.Pdf, other.Pdf);
    }

    [Fact]
    public async Task Page_after_page_is_printed_by_one_browser()
    {
        using var printer = new PdfPrinter([Stubbed(":")], TimeSpan.FromSeconds(20));

        foreach (var page in Enumerable.Range(0, 5)) Assert.NotNull((await printer.Print($"<p>{page}</p>", CancellationToken.None)).Pdf);

        Assert.Single(Starts());
    }

    [Fact]
    public async Task Those_who_come_when_many_wait_are_told_so_and_the_others_get_theirs()
    {
        using var printer = Printer();

        var printed = await Task.WhenAll(Enumerable.Range(0, 30).Select(n => printer.Print($"<p>{n}</p>", CancellationToken.None)));

        Assert.Contains(printed, p => p.Busy);
        Assert.All(printed.Where(p => !p.Busy), p => Assert.NotNull(p.Pdf));
        Assert.NotNull((await printer.Print("<p>efter</p>", CancellationToken.None)).Pdf);
    }

    [Fact]
    public async Task A_browser_that_ends_before_it_has_printed_is_followed_by_another()
    {
        using var printer = new PdfPrinter([Stubbed("exit 3")], TimeSpan.FromSeconds(20));

        Assert.NotNull((await printer.Print("<p>a</p>", CancellationToken.None)).Pdf);
        Assert.Equal(2, Starts().Length);
    }

    [Fact]
    public async Task A_browser_that_is_killed_is_followed_by_another()
    {
        using var printer = new PdfPrinter([Stubbed(":")], TimeSpan.FromSeconds(20));
        await printer.Print("<p>a</p>", CancellationToken.None);

        using (var first = Process.GetProcessById(int.Parse(Starts()[0], CultureInfo.InvariantCulture))) first.Kill(entireProcessTree: true);

        Assert.NotNull((await printer.Print("<p>b</p>", CancellationToken.None)).Pdf);
        Assert.Equal(2, Starts().Length);
    }

    [Fact]
    public async Task A_browser_that_does_not_answer_is_ended_in_time_and_the_next_page_gets_another()
    {
        using var printer = new PdfPrinter([Stubbed("sleep 300")], TimeSpan.FromSeconds(20));

        Assert.Equal(new Printout(null, ProgramEnd.TooSlow), await printer.Print("<p>a</p>", CancellationToken.None));
        Assert.NotNull((await printer.Print("<p>a</p>", CancellationToken.None)).Pdf);
    }

    [Fact]
    public async Task The_browser_ends_with_its_folder_when_the_printer_does()
    {
        Process browser;
        using (var printer = new PdfPrinter([Stubbed(":")], TimeSpan.FromSeconds(20)))
        {
            await printer.Print("<p>a</p>", CancellationToken.None);
            browser = Process.GetProcessById(int.Parse(Starts()[0], CultureInfo.InvariantCulture));
        }

        using (browser) await browser.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token);
    }

    [Fact]
    public async Task A_script_in_a_page_does_not_run()
    {
        using var printer = Printer();
        var still = await printer.Print("<!DOCTYPE html><title>lugn</title><p>a</p>", CancellationToken.None);
        var changed = await printer.Print("<!DOCTYPE html><title>lugn</title><p>a</p><script>document.title='ändrad'</script>", CancellationToken.None);

        Assert.Contains("lugn", Encoding.Latin1.GetString(still.Pdf!), StringComparison.Ordinal);
        Assert.Contains("lugn", Encoding.Latin1.GetString(changed.Pdf!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_said_to_be_missing()
    {
        using var printer = new PdfPrinter(["/finns/inte"], TimeSpan.FromSeconds(1));

        Assert.Equal(new Printout(null, ProgramEnd.Missing), await printer.Print("<p>a</p>", CancellationToken.None));
    }

    [Fact]
    public async Task A_page_that_is_printed_fetches_nothing()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        using var printer = Printer();

        var printed = await printer.Print($"<!DOCTYPE html><title>a</title><img src=\"http://127.0.0.1:{port}/a.png\"><iframe src=\"http://localhost:{port}/\"></iframe>", CancellationToken.None);

        Assert.NotNull(printed.Pdf);
        Assert.False(listener.Pending());
    }

    [Fact]
    public void A_file_name_has_nothing_that_a_system_refuses() => Assert.Equal(
        "Tjänsteskrivelse Ekerö a b c.docx", FileToKeep.Name("Tjänsteskrivelse Ekerö: a/b\\c\u0001.docx"));

    public void Dispose()
    {
        File.Delete(_program);
        File.Delete(_program + ".starts");
    }

    private static PdfPrinter Printer() => PdfPrinter.Of(new ConfigurationBuilder().Build());

    private string Stubbed(string first)
    {
        var real = ReadingPrograms.UsualFolders().Select(folder => Path.Combine(folder, "chromium")).First(File.Exists);
        File.WriteAllText(_program + ".starts", "");
        File.WriteAllText(_program, Stub.Replace("{0}", _program, StringComparison.Ordinal).Replace("{1}", first, StringComparison.Ordinal).Replace("{2}", real, StringComparison.Ordinal));
        if (OperatingSystem.IsWindows()) return _program;

        File.SetUnixFileMode(_program, (UnixFileMode)0b111_101_101);
        File.SetUnixFileMode(_program + ".starts", (UnixFileMode)0b110_110_110);
        return _program;
    }

    private string[] Starts() => File.ReadAllLines(_program + ".starts");
}
