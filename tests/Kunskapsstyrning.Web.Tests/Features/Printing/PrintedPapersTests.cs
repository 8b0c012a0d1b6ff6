using System.Net;
using System.Text;
using Kunskapsstyrning.Web.Features.Reading;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Printing;

public sealed class PrintedPapersTests(TestSite site) : IClassFixture<TestSite>, IDisposable
{
    private const string Notice = "/kommuner/0125/avgiftsbesked/2016-nationell-stodfunktion/2017";

    private static readonly ProgramLimits Limits = new(TimeSpan.FromSeconds(10), Megabytes: 512, OutputBytes: 1024 * 1024);

    private readonly ReadingPrograms _programs = new(ReadingPrograms.UsualFolders());

    [Theory]
    [InlineData(Notice, "Avgiftsbesked 2017 för Ekerö kommun", "9 500 kr")]
    [InlineData("/kommuner/0180/avgiftsbesked/2016-nationell-stodfunktion/2018", "Avgiftsbesked 2018 för Stockholms kommun", "293 100 kr")]
    [InlineData("/kommuner/0125/avgiftsbesked/2018-kunskapsstyrning/2020", "Avgiftsbesked 2020 för Ekerö kommun", "55 089 kr")]
    [InlineData("/kommuner/0180/beslutsunderlag/2016-nationell-stodfunktion", "Ställningstagande till SKL:s rekommendation Nationell stödfunktion 2017–2018", "293 100 kr")]
    [InlineData("/kommuner/0125/beslutsunderlag/2024-kunskapsbaserad-socialtjanst", "Ställningstagande till SKR:s rekommendation Kunskapsbaserad socialtjänst 2025–2028", "inte fastställd")]
    public async Task A_pdf_is_tagged_titled_in_Swedish_and_holds_the_amount(string address, string title, string amount)
    {
        var pdf = await Pdf(address);

        var facts = await Say("pdfinfo", ["-"], pdf);
        Assert.Contains("Tagged:          yes", facts, StringComparison.Ordinal);
        Assert.Contains($"Title:           {title}\n", facts, StringComparison.Ordinal);
        Assert.Contains("(A4)", facts, StringComparison.Ordinal);
        Assert.Contains("/Lang (sv-SE)", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
        Assert.Contains(amount, (await Say("pdftotext", ["-", "-"], pdf)).Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tags_are_headings_paragraphs_and_tables_with_heads()
    {
        var tags = await _programs.Run("pdfinfo", ["-struct", "-"], await Pdf(Notice), Limits, CancellationToken.None);
        var said = Encoding.UTF8.GetString(tags.Bytes);

        Assert.Empty(tags.Complaint);
        Assert.All(["H1 (block)", "H2 (block)", "P (block)", "Table (block)", "TH"], tag => Assert.Contains(tag, said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_notice_says_that_it_is_no_invoice_and_whether_the_amount_is_published()
    {
        Assert.Contains("publicerat av SKL", await site.Text(Notice), StringComparison.Ordinal);
        Assert.Contains("Det här är ingen faktura.", await site.Text(Notice), StringComparison.Ordinal);
        Assert.Contains("beräknat ur villkoren, inte publicerat av SKL", await site.Text("/kommuner/0125/avgiftsbesked/2018-kunskapsstyrning/2020"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_asks_for_very_many_is_told_to_wait_and_where_to_read_meanwhile()
    {
        using var without = site.WithWebHostBuilder(builder => builder.UseSetting("Printing:Chromium", "/finns/inte"));
        using var browser = without.CreateClient();
        for (var time = 0; time < 30; time++)
        {
            using var asked = await browser.GetAsync($"{Notice}.pdf");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, asked.StatusCode);
        }

        using var tooMany = await browser.GetAsync($"{Notice}.pdf");
        using var page = await browser.GetAsync(Notice);

        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.OK), (tooMany.StatusCode, page.StatusCode));
        Assert.Contains(Notice, await tooMany.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_program_there_is_one_sentence_and_a_way_on_and_the_Word_file_as_before()
    {
        using var without = site.WithWebHostBuilder(builder => builder.UseSetting("Printing:Chromium", "/finns/inte"));
        using var browser = without.CreateClient();

        using var pdf = await browser.GetAsync($"{Notice}.pdf");
        using var word = await browser.GetAsync("/kommuner/0125/beslutsunderlag/2016-nationell-stodfunktion.docx");
        var page = await pdf.Content.ReadAsStringAsync();

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (pdf.StatusCode, word.StatusCode));
        Assert.Contains("programmet Chromium är inte installerat", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Notice}\"", page, StringComparison.Ordinal);
    }

    public void Dispose() => _programs.Dispose();

    /// <summary>A machine with much else to do may need to be asked again, as the page says.</summary>
    private async Task<byte[]> Pdf(string address)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var answer = await site.Get($"{address}.pdf");
            if (answer.StatusCode is HttpStatusCode.ServiceUnavailable && attempt < 3) continue;

            Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            return await answer.Content.ReadAsByteArrayAsync();
        }
    }

    private async Task<string> Say(string program, IReadOnlyList<string> arguments, byte[] pdf)
    {
        var output = await _programs.Run(program, arguments, pdf, Limits, CancellationToken.None);
        Assert.Equal(ProgramEnd.Done, output.End);
        return Encoding.UTF8.GetString(output.Bytes);
    }
}
