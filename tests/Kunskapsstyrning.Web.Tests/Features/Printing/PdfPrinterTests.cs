using System.Net;
using System.Net.Sockets;
using Kunskapsstyrning.Web.Features.Printing;
using Kunskapsstyrning.Web.Features.Reading;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Printing;

public sealed class PdfPrinterTests : IDisposable
{
    /// <summary>Prints nothing but a number that is never the same.</summary>
    private const string Stub = """
        #!/bin/sh
        sleep 0.3
        for a in "$@"; do case "$a" in --print-to-pdf=*) echo "%PDF-1.4 $$ $(date +%N)" > "${a#*=}" ;; esac; done
        """;

    private readonly string _program = Path.Combine(Path.GetTempPath(), $"skriv-ut-{Guid.NewGuid():N}");

    public PdfPrinterTests()
    {
        File.WriteAllText(_program, Stub);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_program, (UnixFileMode)0b111_101_101);
    }

    [Fact]
    public async Task The_same_page_is_printed_once()
    {
        using var printer = new PdfPrinter([_program]);

        var first = await printer.Print("<p>a</p>", CancellationToken.None);
        var again = await printer.Print("<p>a</p>", CancellationToken.None);
        var other = await printer.Print("<p>b</p>", CancellationToken.None);

        Assert.NotNull(first.Pdf);
        Assert.Equal(first.Pdf, again.Pdf);
        Assert.NotEqual(first.Pdf, other.Pdf);
    }

    [Fact]
    public async Task Those_who_come_when_many_wait_are_told_so_and_the_others_get_theirs()
    {
        using var printer = new PdfPrinter([_program]);

        var printed = await Task.WhenAll(Enumerable.Range(0, 30).Select(n => printer.Print($"<p>{n}</p>", CancellationToken.None)));

        Assert.Contains(printed, p => p.Busy);
        Assert.All(printed.Where(p => !p.Busy), p => Assert.NotNull(p.Pdf));
        Assert.NotNull((await printer.Print("<p>efter</p>", CancellationToken.None)).Pdf);
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_said_to_be_missing()
    {
        using var printer = new PdfPrinter(["/finns/inte"]);

        Assert.Equal(new Printout(null, ProgramEnd.Missing), await printer.Print("<p>a</p>", CancellationToken.None));
    }

    [Fact]
    public async Task A_page_that_is_printed_fetches_nothing()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        using var printer = PdfPrinter.Of(new ConfigurationBuilder().Build());

        var printed = await printer.Print($"<!DOCTYPE html><title>a</title><img src=\"http://127.0.0.1:{port}/a.png\"><iframe src=\"http://localhost:{port}/\"></iframe>", CancellationToken.None);

        Assert.NotNull(printed.Pdf);
        Assert.False(listener.Pending());
    }

    [Fact]
    public void A_file_name_has_nothing_that_a_system_refuses() => Assert.Equal(
        "Tjänsteskrivelse Ekerö a b c.docx", FileToKeep.Name("Tjänsteskrivelse Ekerö: a/b\\c\u0001.docx"));

    public void Dispose() => File.Delete(_program);
}
