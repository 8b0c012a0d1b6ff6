using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml.Linq;
using AngleSharp.Dom;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Kunskapsstyrning.Domain.Invoices;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Invoicing;

/// <summary>The pages of finance, without script. Each test has a site of its own.</summary>
public sealed class InvoicePageTests : IAsyncLifetime
{
    private const string Year = $"/fakturaunderlag/{Invoiced.Slug}/2017";

    private readonly LoggingSite _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task From_empty_settings_to_files_by_plain_posts()
    {
        using var finance = await _site.As("ekonom");
        await _site.App.Knows("0125", reference: null);
        await _site.App.Adopts2016("0125");
        using var before = await finance.Page(Year);
        Assert.Equal("Fakturainställningarna är inte ifyllda. Fyll i dem först.", Text(before, ".note.warn strong"));
        Assert.Equal("beställarreferens", Text(before, "#h-saknas ~ * td:nth-of-type(2), section[aria-labelledby=h-saknas] td:nth-of-type(2)"));

        using var stated = await finance.Post("/fakturaunderlag/installningar", "/fakturaunderlag/installningar", Filled());
        Assert.Equal("/fakturaunderlag/installningar?sparad=ja", stated.Headers.Location?.ToString());
        using var referred = await finance.Post("/kommuner/0125/bestallarreferens", "/kommuner/0125/bestallarreferens", ("sett", "0"), ("referens", "=1+1"));
        Assert.Equal(HttpStatusCode.SeeOther, referred.StatusCode);
        using var ready = await finance.Page(Year);
        Assert.Equal("9 500", Text(ready, ".sum .hl").Replace('\u00A0', ' '));
        using var made = await finance.Post(Year, Year, ("sett", ready.QuerySelector("#uttag input[name=sett]")!.GetAttribute("value")!), ("skal", ""));
        Assert.Equal($"{Year}?gjort=uttag", made.Headers.Location?.ToString());

        using var after = await finance.Page($"{Year}?gjort=uttag");
        Assert.Equal("Uttag 1 är gjort. Hämta filerna", Text(after, "[role=status]"));
        Assert.Null(after.QuerySelector("#uttag form"));
        using var run = await finance.Page($"{Year}/uttag/1");
        Assert.Contains("KS000001", run.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(run.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task The_files_of_a_run_agree_with_its_page_and_reckon_with_nothing()
    {
        using var finance = await Made();

        var sheet = Encoding.UTF8.GetString(await Bytes(finance, "underlag.csv"));
        var records = Encoding.UTF8.GetString(await Bytes(finance, "records.csv"));
        Assert.StartsWith("\uFEFFFakturanummer;Typ;Fakturadatum;", sheet, StringComparison.Ordinal);
        Assert.Contains(";-9500;-2375;-11875;", sheet, StringComparison.Ordinal);
        Assert.Contains("'=1+1", sheet, StringComparison.Ordinal);
        Assert.StartsWith("invoiceNumber,type,issueDate,", records, StringComparison.Ordinal);
        Assert.Contains(",-9500,-2375,-11875,detailsCorrected,KS000001,", records, StringComparison.Ordinal);
        Assert.DoesNotContain(",=1+1", records, StringComparison.Ordinal);

        using var packed = new ZipArchive(new MemoryStream(await Bytes(finance, "fakturor.zip")));
        Assert.Equal(["KS000002-0125.xml", "KS000003-0125.xml"], packed.Entries.Select(e => e.FullName));
        Assert.Equal(["CreditNote", "Invoice"], packed.Entries.Select(e => XDocument.Load(e.Open()).Root!.Name.LocalName));
        Assert.Equal(await Bytes(finance, "fakturor.zip"), await Bytes(finance, "fakturor.zip"));
    }

    [Fact]
    public async Task The_workbook_is_without_faults_holds_no_formula_and_tells_what_it_is()
    {
        using var finance = await Made();
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(await Bytes(finance, "underlag.xlsx")), isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(workbook).Select(e => e.Description));
        var sheets = workbook.WorkbookPart!.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(s => s.Name!.Value).ToList();
        var text = string.Concat(workbook.WorkbookPart.WorksheetParts.Select(p => p.Worksheet.InnerText));
        Assert.Equal(["Fakturaunderlag", "Om uttaget"], sheets);
        Assert.Contains("=1+1", text, StringComparison.Ordinal);
        Assert.Contains("Rättad referens", text, StringComparison.Ordinal);
        Assert.Empty(workbook.WorkbookPart.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellFormula>()));
    }

    [Fact]
    public async Task What_is_wrong_in_the_settings_is_said_at_its_field_and_what_was_typed_stays()
    {
        using var finance = await _site.As("ekonom");
        const string Page = "/fakturaunderlag/installningar";

        using var refused = await finance.Post(Page, Page, ("sett", "0"), ("namn", "Förbundet"), ("orgnr", "802000-0008"), ("momsnummer", "123"), ("gata", ""), ("postnr", "123 45"), ("ort", "Staden"), ("bankgiro", "123-4567"), ("dagar", "en månad"), ("serie", "ÅR"), ("moms", "moms"));
        using var page = await SignedInBrowser.Read(refused);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(["#orgnr", "#momsnummer", "#gata", "#bankgiro", "#dagar", "#serie", "#sats"], page.QuerySelectorAll("#fel a").Select(a => a.GetAttribute("href")));
        Assert.All(page.QuerySelectorAll("#fel a"), a => Assert.NotNull(page.QuerySelector(a.GetAttribute("href")!)));
        Assert.Equal("Förbundet", page.QuerySelector("#namn")!.GetAttribute("value"));
        Assert.StartsWith("Fel: ", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_that_needs_more_than_one_field_is_said_too()
    {
        using var finance = await _site.As("ekonom");
        const string Page = "/fakturaunderlag/installningar";

        using var refused = await finance.Post(Page, Page, Filled().Select(f => f.Name == "moms" ? ("moms", "undantagen") : f));
        using var page = await SignedInBrowser.Read(refused);

        Assert.Equal(["#momsskal"], page.QuerySelectorAll("#fel a").Select(a => a.GetAttribute("href")));
        Assert.Equal(0L, await _site.App.Read<long>("SELECT count(*) FROM invoice_settings"));
    }

    [Fact]
    public async Task Two_who_state_the_settings_see_both_with_the_account_and_nothing_typed_is_lost()
    {
        using var finance = await _site.As("ekonom");
        const string Page = "/fakturaunderlag/installningar";
        await _site.App.States(Invoiced.Terms with { Bankgiro = null, Iban = Iban.Parse("SE3150000000000000000000"), PaymentDays = 45 });

        using var refused = await finance.Post(Page, Page, Filled());
        using var page = await SignedInBrowser.Read(refused);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(["Bankgiro|tomt|123-4566", "IBAN|SE3150000000000000000000|tomt", "Dagar till förfallodagen|45|30"], page.QuerySelectorAll(".conflict tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent))));
        Assert.Equal("123-4566", page.QuerySelector("#bankgiro")!.GetAttribute("value"));
        Assert.Contains("IBAN SE3150000000000000000000", Text(page, "section[aria-labelledby=h-versioner]"), StringComparison.Ordinal);

        using var again = await finance.Post(Page, Page, Filled().Select(f => f.Name == "sett" ? ("sett", page.QuerySelector("input[name=sett]")!.GetAttribute("value")!) : f));
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        Assert.Equal("1,2", await _site.App.Read<string>("SELECT string_agg(number::text, ',' ORDER BY number) FROM invoice_settings"));
    }

    [Fact]
    public async Task The_overview_says_what_is_invoiced_and_what_has_changed_since()
    {
        using var finance = await Made();

        using var page = await finance.Page("/fakturaunderlag");
        var rows = page.QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();

        Assert.Contains(rows, r => r.Contains("2017", StringComparison.Ordinal) && r.Contains("Fakturerat", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains("2018", StringComparison.Ordinal) && r.Contains("Inte fakturerat", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains("2025", StringComparison.Ordinal) && r.Contains("Avgiften är inte fastställd", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_invoice_with_a_reference_that_was_wrong_is_made_again_only_when_it_is_chosen()
    {
        await _site.App.States();
        await _site.App.Knows("0125", "FEL");
        await _site.App.Adopts2016("0125");
        Assert.Null((await _site.App.Makes(reason: null)).Refusal);
        await _site.App.Knows("0125", "RÄTT");
        using var finance = await _site.As("ekonom");

        using var left = await finance.Page(Year);
        Assert.Null(left.QuerySelector("#uttag form"));
        Assert.Contains("Gjord med FEL. Nu gäller RÄTT.", Text(left, "#andra-referenser"), StringComparison.Ordinal);
        using var chosen = await finance.Page($"{Year}?om=1");
        Assert.Equal(["Kreditfaktura FEL", "Faktura RÄTT"], chosen.QuerySelectorAll("#uttag tbody tr").Select(r => $"{r.QuerySelector("td:nth-of-type(2)")!.TextContent} {r.QuerySelector("td:nth-of-type(3)")!.TextContent}"));
        var seen = chosen.QuerySelector("#uttag input[name=sett]")!.GetAttribute("value")!;
        Assert.Equal("1", chosen.QuerySelector("#uttag input[name=om]")!.GetAttribute("value"));

        using var unseen = await finance.Post(Year, Year, ("sett", seen), ("skal", "Kom i retur"));
        using var made = await finance.Post(Year, Year, ("sett", seen), ("om", "1"), ("skal", "Kom i retur"));
        using var after = await finance.Page(Year);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (unseen.StatusCode, made.StatusCode));
        Assert.Equal("FEL,FEL,RÄTT", await _site.App.Read<string>("SELECT string_agg(buyer_reference, ',' ORDER BY serial) FROM invoice"));
        Assert.Null(after.QuerySelector("#andra-referenser"));
    }

    [Fact]
    public async Task A_municipality_states_its_own_reference_and_no_other()
    {
        using var ekero = await _site.As("kommun-0125");

        using var saved = await ekero.Post("/min-kommun/bestallarreferens", "/min-kommun/bestallarreferens", ("sett", "0"), ("referens", "EKERÖ 1"), ("kod", "0180"), ("kommun", "0180"));
        using var wrong = await ekero.Post("/min-kommun/bestallarreferens", "/min-kommun/bestallarreferens", ("sett", "1"), ("referens", "  "));
        using var other = await ekero.Get("/kommuner/0180/bestallarreferens");

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);
        Assert.Equal("0125 EKERÖ 1", await _site.App.Read<string>("SELECT string_agg(municipality_code || ' ' || reference, ',') FROM stated_buyer_reference"));
    }

    /// <summary>Ekerö invoiced in 2017, then with another reference.</summary>
    private async Task<SignedInBrowser> Made()
    {
        await _site.App.States();
        await _site.App.Knows("0125", "FEL");
        await _site.App.Adopts2016("0125");
        Assert.Null((await _site.App.Makes(reason: null)).Refusal);
        await _site.App.Knows("0125", "=1+1 A");
        Assert.Null((await _site.App.Makes("Rättad referens", anew: [1])).Refusal);
        return await _site.As("ekonom");
    }

    private static async Task<byte[]> Bytes(SignedInBrowser browser, string file)
    {
        using var answer = await browser.Get($"{Year}/uttag/2/{file}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    private static IReadOnlyList<(string Name, string Value)> Filled() =>
    [
        ("sett", "0"), ("namn", "Exempelförbundet"), ("orgnr", "802000-0009"), ("momsnummer", "SE802000000901"), ("gata", "Påhittade vägen 1"), ("postnr", "123 45"), ("ort", "Exempelstad"), ("fskatt", "ja"),
        ("bankgiro", "123-4566"), ("iban", ""), ("dagar", "30"), ("serie", "ks"), ("moms", "moms"), ("sats", "25"), ("momsskal", ""),
    ];

    private static string Text(IParentNode page, string selector) => string.Join(' ', page.QuerySelector(selector)!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
