using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Kunskapsstyrning.Web.Features.Reading;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.FeePapers;

/// <summary>What every municipality pays, as page, PDF and workbook: the same figures as the API gives, in all of them.</summary>
public sealed class CostListTests(TestSite site) : IClassFixture<TestSite>, IDisposable
{
    private const string First = "/rekommendationer/2016-nationell-stodfunktion/kostnad-per-kommun/2017";
    private const string Second = "/rekommendationer/2018-kunskapsstyrning/kostnad-per-kommun/2020";

    private static readonly string? Office = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly ProgramLimits Limits = new(TimeSpan.FromSeconds(30), Megabytes: 512, OutputBytes: 4 * 1024 * 1024);

    private readonly ReadingPrograms _programs = new(ReadingPrograms.UsualFolders());
    private readonly string _folder = Directory.CreateTempSubdirectory("kostnad-").FullName;

    [Theory]
    [InlineData(First, "2016-nationell-stodfunktion", "2017")]
    [InlineData(Second, "2018-kunskapsstyrning", "2020")]
    public async Task The_page_has_every_municipality_with_the_fee_that_the_API_gives(string page, string slug, string year)
    {
        var fees = await Fees(slug, year);
        using var document = await new HtmlParser().ParseDocumentAsync(await site.Text(page), TestContext.Current.CancellationToken);

        var rows = document.QuerySelectorAll("table.costs:last-of-type tbody tr").ToDictionary(r => r.QuerySelectorAll("td")[0].TextContent, r => Whole(r.QuerySelectorAll("td")[^1].TextContent));
        Assert.Equal(290, rows.Count);
        Assert.Equal(fees, rows);
        Assert.Equal(fees.Values.Sum(), Whole(document.QuerySelectorAll("tfoot td")[^1].TextContent));
    }

    [Fact]
    public async Task It_says_what_it_rests_on_and_how_the_sum_stands_to_what_was_said()
    {
        var first = Plain(await site.Text(First));
        var second = Plain(await site.Text(Second));

        Assert.Contains("mer än den angivna kostnaden", first, StringComparison.Ordinal);
        Assert.Contains("31 december 2015", first, StringComparison.Ordinal);
        Assert.Contains("SKL har publicerat 2 avgifter. De beloppen gäller; de andra är beräknade ur villkoren.", first, StringComparison.Ordinal);
        Assert.Contains("De publicerade beloppen är lika med de beräknade.", first, StringComparison.Ordinal);
        Assert.Contains("19 500 000 kr, lika mycket som den angivna kostnaden", second, StringComparison.Ordinal);
        Assert.Contains("högst 19 500 000 kr per år. Summan ryms under taket", second, StringComparison.Ordinal);
        Assert.Contains("1 av avgifterna för 2020–2023", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pdf_is_tagged_titled_in_Swedish_with_its_head_on_every_page_and_everybody_in_it()
    {
        var fees = await Fees("2016-nationell-stodfunktion", "2017");
        var pdf = await Bytes($"{First}.pdf", "application/pdf");

        var facts = await Say("pdfinfo", ["-"], pdf);
        Assert.Contains("Tagged:          yes", facts, StringComparison.Ordinal);
        Assert.Contains("Title:           Kostnad per kommun 2017, ", facts, StringComparison.Ordinal);
        Assert.Contains("/Lang (sv-SE)", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);

        var pages = Plain(await Say("pdftotext", ["-layout", "-", "-"], pdf)).Split('\f', StringSplitOptions.RemoveEmptyEntries);
        Assert.InRange(pages.Length, 3, 20);
        for (var page = 0; page < pages.Length; page++) Assert.Contains($"Sida {page + 1} av {pages.Length}", pages[page], StringComparison.Ordinal);
        Assert.All(pages[1..^1], page => Assert.Matches(@"Kommun\s+Kod\s+Invånare\s+Rabatt\s+Avgift, kr", page));

        var text = string.Join('\n', pages);
        foreach (var (code, fee) in fees) Assert.Matches($@"\S.*\s{code}\s.*\s{fee.ToString("N0", CultureInfo.GetCultureInfo("sv-SE")).Replace('\u00A0', ' ')}\n", text);
    }

    [Fact]
    public async Task The_workbook_is_as_the_standard_says_with_numbers_that_are_numbers_and_says_what_it_is()
    {
        var fees = await Fees("2016-nationell-stodfunktion", "2017");
        using var book = SpreadsheetDocument.Open(new MemoryStream(await Bytes($"{First}.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")), isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(book));
        Assert.Equal(["Kostnad per kommun 2017", "Om uttaget"], book.WorkbookPart!.Workbook.Sheets!.Cast<Sheet>().Select(s => s.Name!.Value));
        var rows = Rows(book, 0).Skip(1).ToList();
        Assert.Equal(fees, rows.ToDictionary(r => r[0].InnerText, r => decimal.Parse(r[^1].InnerText, CultureInfo.InvariantCulture)));
        Assert.All(rows.Select(r => r[^1]), cell => Assert.Null(cell.DataType));
        var about = Rows(book, 1).ToDictionary(r => r[0].InnerText, r => r[1].InnerText);
        Assert.Equal(fees.Values.Sum(), decimal.Parse(about["Summa, kr"], CultureInfo.InvariantCulture));
        Assert.Equal(("1", "Någon som inte är inloggad", "31 december 2015, SCB"), (about["Version av avgifterna"], about["Uttaget av"], Plain(about["Folkmängd"])[..21]));
    }

    [Fact]
    public async Task LibreOffice_opens_the_workbook_and_reads_the_same_figures()
    {
        Assert.SkipWhen(Office is null, "LibreOffice is not installed.");
        var fees = await Fees("2016-nationell-stodfunktion", "2017");
        await File.WriteAllBytesAsync(Path.Combine(_folder, "kostnad.xlsx"), await Bytes($"{First}.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), TestContext.Current.CancellationToken);

        await Convert();

        var lines = (await File.ReadAllLinesAsync(Path.Combine(_folder, "kostnad.csv"), Encoding.UTF8, TestContext.Current.CancellationToken)).Select(l => l.Split(';')).ToList();
        Assert.Equal(("Kommunkod", "Avgift som gäller, kr"), (lines[0][0], lines[0][^1]));
        var read = lines.Skip(1).ToDictionary(l => l[0], l => decimal.Parse(l[^1], CultureInfo.InvariantCulture));
        Assert.Equal(fees, read);
    }

    [Theory]
    [InlineData("/rekommendationer/2024-kunskapsbaserad-socialtjanst/kostnad-per-kommun/2025")]
    [InlineData("/rekommendationer/2016-nationell-stodfunktion/kostnad-per-kommun/2030")]
    [InlineData("/rekommendationer/finns-inte/kostnad-per-kommun/2017")]
    public async Task Where_no_fee_is_set_there_is_no_list(string address)
    {
        foreach (var end in (string[])["", ".pdf", ".xlsx"])
        {
            using var answer = await site.Get(address + end);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_list_is_found_where_the_fees_are_shown()
    {
        Assert.Contains($"href=\"{First}\"", await site.Text("/rekommendationer/2016-nationell-stodfunktion"), StringComparison.Ordinal);
        Assert.DoesNotContain("kostnad-per-kommun", await site.Text("/rekommendationer/2024-kunskapsbaserad-socialtjanst"), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _programs.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Plain(string text) => WebUtility.HtmlDecode(text).Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private static decimal Whole(string text) => decimal.Parse(string.Concat(text.Where(char.IsDigit)), CultureInfo.InvariantCulture);

    private static List<List<Cell>> Rows(SpreadsheetDocument book, int sheet) =>
        [.. ((WorksheetPart)book.WorkbookPart!.GetPartById(book.WorkbookPart.Workbook.Sheets!.Cast<Sheet>().ElementAt(sheet).Id!.Value!)).Worksheet.Descendants<Row>().Select(r => r.Elements<Cell>().ToList())];

    private async Task<Dictionary<string, decimal>> Fees(string slug, string year)
    {
        var all = (await site.Json($"/api/v1/recommendations/{slug}/fees?year={year}")).GetProperty("fees").EnumerateArray();
        return all.ToDictionary(f => f.GetProperty("municipalityCode").GetString()!, f => f.GetProperty("feeSek").GetDecimal());
    }

    /// <summary>A machine with much else to do may need to be asked again, as the page says.</summary>
    private async Task<byte[]> Bytes(string address, string mediaType)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var answer = await site.Get(address);
            if (answer.StatusCode is HttpStatusCode.ServiceUnavailable && attempt < 3) continue;

            Assert.Equal((HttpStatusCode.OK, mediaType), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            return await answer.Content.ReadAsByteArrayAsync();
        }
    }

    private async Task<string> Say(string program, IReadOnlyList<string> arguments, byte[] pdf)
    {
        var output = await _programs.Run(program, arguments, pdf, Limits, CancellationToken.None);
        Assert.Equal(ProgramEnd.Done, output.End);
        return Encoding.UTF8.GetString(output.Bytes);
    }

    private async Task Convert()
    {
        var start = new ProcessStartInfo(Office!,
            [$"-env:UserInstallation=file://{_folder}/profil", "--headless", "--norestore", "--convert-to", "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false", "--outdir", _folder, Path.Combine(_folder, "kostnad.xlsx")])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var program = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await program.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!program.HasExited) program.Kill(entireProcessTree: true);
        }
    }
}
