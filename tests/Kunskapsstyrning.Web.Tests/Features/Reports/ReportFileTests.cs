using System.Diagnostics;
using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Reports;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Features.Reading;
using Kunskapsstyrning.Web.Features.Reports;
using Kunskapsstyrning.Web.Tests.Api;
using Kunskapsstyrning.Web.Tests.Features.Exports;
using Xunit;
using WordText = Kunskapsstyrning.Web.Tests.Features.DecisionKits.WordText;

namespace Kunskapsstyrning.Web.Tests.Features.Reports;

/// <summary>The report as page, PDF, Word document and workbook: all drawn from the same pieces, for whoever may read it.</summary>
public sealed class ReportFileTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private const string Slug = "2016-nationell-stodfunktion";
    private const string Conditions = "=1+1 om länets alla kommuner är med";

    private static readonly ProgramLimits Limits = new(TimeSpan.FromSeconds(10), Megabytes: 512, OutputBytes: 1024 * 1024);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string? Office = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);

    private readonly string _folder = Directory.CreateTempSubdirectory("aterkoppling-").FullName;
    private readonly ReadingPrograms _programs = new(ReadingPrograms.UsualFolders());
    private readonly ReportId _id = new(Guid.CreateVersion7());

    private string Page => Urls.ToReport(Slug, _id);

    [Fact]
    public async Task The_page_holds_headings_tables_with_heads_and_drawings_with_their_sentences()
    {
        var page = new HtmlParser().ParseDocument(await site.Text(Page));

        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.All(page.QuerySelectorAll("nav ol.contents a"), link => Assert.NotNull(page.QuerySelector(link.GetAttribute("href")!)));
        Assert.True(page.QuerySelectorAll("nav ol.contents a").Length >= 7);
        Assert.Equal(3, page.QuerySelectorAll("svg.drawn").Length);
        Assert.NotEmpty(page.QuerySelectorAll("table.costs"));
        Assert.All(page.QuerySelectorAll("svg.drawn"), svg => Assert.True(svg.GetAttribute("aria-label")!.Length > 20));
        Assert.All(page.QuerySelectorAll("table.costs"), table => Assert.True(table.QuerySelectorAll("thead th[scope=col]").Length > 1));
        Assert.Empty(page.QuerySelectorAll("form[action*='aterkoppling']"));
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count());
    }

    [Fact]
    public async Task The_pdf_is_tagged_titled_Swedish_and_says_the_same()
    {
        var pdf = await Bytes("pdf");

        var facts = Encoding.UTF8.GetString((await _programs.Run("pdfinfo", ["-"], pdf, Limits, CancellationToken.None)).Bytes);
        var tags = Encoding.UTF8.GetString((await _programs.Run("pdfinfo", ["-struct", "-"], pdf, Limits, CancellationToken.None)).Bytes);
        var text = Plain(Encoding.UTF8.GetString((await _programs.Run("pdftotext", ["-layout", "-", "-"], pdf, Limits, CancellationToken.None)).Bytes));
        Assert.Contains("Tagged:          yes", facts, StringComparison.Ordinal);
        Assert.Contains("Title:           Återkoppling om Nationell stödfunktion 2017–2018, läget 24 november 2025", Plain(facts), StringComparison.Ordinal);
        Assert.Contains("/Lang (sv-SE)", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
        Assert.All(["H1 (block)", "H2 (block)", "Table (block)", "TH", "Figure"], tag => Assert.Contains(tag, tags, StringComparison.Ordinal));
        Assert.Contains("2 av 290 kommuner hade antagit.", string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains("Så är det räknat", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Word_document_is_valid_and_has_styles_contents_repeated_heads_and_pictures()
    {
        var bytes = await Bytes("docx");

        using var word = new WordText(bytes);
        using var file = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        var body = file.MainDocumentPart!.Document.Body!;
        Assert.Empty(word.Faults);
        Assert.Equal("sv-SE", word.Properties.Language);
        Assert.Contains(body.Descendants<FieldCode>(), code => code.Text.Contains("TOC \\o", StringComparison.Ordinal));
        var marks = body.Descendants<BookmarkStart>().Select(b => b.Name!.Value!).ToHashSet();
        Assert.True(body.Descendants<Hyperlink>().Count(h => h.Anchor is not null) >= 7);
        Assert.True(body.Descendants<Table>().Any());
        Assert.All(body.Descendants<Hyperlink>().Where(h => h.Anchor is not null), link => Assert.Contains(link.Anchor!.Value!, marks));
        Assert.Equal(word.Paragraphs.Where(p => p.Style == "TOC1").Select(p => p.Text.Replace(" TOC \\o \"1-1\" \\h \\z \\u ", "", StringComparison.Ordinal)), word.Paragraphs.Where(p => p.Style == "Heading1").Select(p => p.Text));
        Assert.All(body.Descendants<Table>(), table => Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>()));
        Assert.Equal(3, file.MainDocumentPart.ImageParts.Count());
        Assert.Contains(Conditions, word.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LibreOffice_opens_the_Word_document_and_reads_the_figures_and_the_signs_of_Swedish()
    {
        Assert.SkipWhen(Office is null, "LibreOffice is not installed.");
        await File.WriteAllBytesAsync(Path.Combine(_folder, "aterkoppling.docx"), await Bytes("docx"), TestContext.Current.CancellationToken);

        await Convert();

        var text = Plain(await File.ReadAllTextAsync(Path.Combine(_folder, "aterkoppling.txt"), TestContext.Current.CancellationToken));
        Assert.Contains("2 av 290 kommuner hade antagit.", string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains(Conditions, text, StringComparison.Ordinal);
        Assert.Contains("En ruta för varje kommun", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_workbook_has_a_sheet_for_each_table_guards_formulas_and_says_what_it_is()
    {
        var book = await Bytes("xlsx");

        Assert.Equal(["Antagit", "1", "0,3"], Exported.Sheet(book, "Svaren")[1].Take(3).Select(c => c.Replace('.', ',')));
        Assert.Equal(Conditions, Exported.Sheet(book, "Förbehåll")[1][^1]);
        Assert.Equal(289 - 1, Exported.Sheet(book, "Ej svarat").Count - 1);
        Assert.Contains(Exported.Sheet(book, "Om uttaget"), row => row[0] == "Villkor i förbehåll" && row[1] == "återges");
        using var file = SpreadsheetDocument.Open(new MemoryStream(book), isEditable: false);
        Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(file));
    }

    [Fact]
    public async Task The_page_of_the_recommendation_leads_to_the_latest_that_is_published()
    {
        var latest = await site.App.Read<Guid>("SELECT id FROM report WHERE published_at IS NOT NULL ORDER BY number DESC LIMIT 1");

        Assert.Contains($"href=\"{Urls.ToReport(Slug, new ReportId(latest))}\"", await site.Text($"/rekommendationer/{Slug}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("pdf")]
    [InlineData("docx")]
    [InlineData("xlsx")]
    public async Task What_is_not_published_is_not_there_for_the_public(string file)
    {
        var hidden = new ReportId(Guid.CreateVersion7());
        Assert.Null((await site.App.As(Role.Officer).Run(new MakeReport(hidden, Slug, null, new ReportQuotes(true, true)))).Refusal);

        using var answer = await site.Get(Urls.ToReport(Slug, hidden, file.Length == 0 ? null : file));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    public async ValueTask InitializeAsync()
    {
        site.App.Clock.Now = site.App.Clock.Now.AddSeconds(1);
        await Log("0186", Outcome.Adopts, DecisionDetails.None);
        await Log("0187", Outcome.AdoptsWithReservation, new DecisionDetails { Conditions = Conditions });
        Assert.Null((await site.App.As(Role.Officer).Run(new MakeReport(_id, Slug, null, new ReportQuotes(Conditions: true, Reasons: false)))).Refusal);
        Assert.Null((await site.App.As(Role.Officer).Run(new PublishReport(_id))).Refusal);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        _programs.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task Log(string municipality, Outcome outcome, DecisionDetails details)
    {
        if ((await site.App.As(Role.Officer).Ask(new Kunskapsstyrning.Web.Features.Overview.StateOfRecommendation(Slug, new AsOf(new DateOnly(2025, 11, 24)))))!.Rows.Single(r => r.Municipality.Code.Digits == municipality).Standing.HasAdopted) return;

        var content = new DecisionContent { Outcome = outcome, Stage = Stage.Final, Body = "Socialnämnden", DecidedOn = new DateOnly(2016, 9, 1), ArrivedOn = new DateOnly(2016, 9, 10) };
        Assert.Null((await site.App.As(Role.Registrar).Run(new LogDecision(new DecisionId(Guid.CreateVersion7()), new MunicipalityCode(municipality), Logged.First, content, details, []))).Refusal);
    }

    private async Task<byte[]> Bytes(string file)
    {
        using var answer = await site.Get(Urls.ToReport(Slug, _id, file));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal($"Återkoppling {await Number()} Nationell stödfunktion.{file}", answer.Content.Headers.ContentDisposition!.FileNameStar);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private async Task<int> Number() => (await site.App.As(Role.Officer).Ask(new ReportToRead(Slug, _id)))!.Report.Number;

    private static string Plain(string text) => text.Replace('\u00A0', ' ');

    private async Task Convert()
    {
        var start = new ProcessStartInfo(Office!,
            [$"-env:UserInstallation=file://{_folder}/profil", "--headless", "--norestore", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", _folder, Path.Combine(_folder, "aterkoppling.docx")])
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
