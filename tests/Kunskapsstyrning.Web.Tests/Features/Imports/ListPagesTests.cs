using System.Net;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Imports;

/// <summary>Reading in a list by plain form posts, without script.</summary>
public sealed class ListPagesTests(LoggingSite site) : IClassFixture<LoggingSite>
{
    private const string Lists = "/registrera/lista";

    [Fact]
    public async Task A_pasted_list_is_looked_through_registered_reconciled_and_undone()
    {
        using var registrar = await site.As("registrator");
        var at = await Put(registrar, "Kommun\tBeslut\tDatum\tDnr\nKiruna\tJa\t2016-09-20\t=1+1\nPajala\tKanske\t2016-09-20\t@SUM(A1)\nXköping\tNej\t2016-09-20\t-1\n");

        using var seen = await registrar.Page(at);
        using var failing = await registrar.Get($"{at}/ej-registrerade.csv");
        using var chosen = await registrar.Post(at, at, ("utfall|kanske", "avstar"), ("inkommet", "2016-09-30"));
        using var mapped = await registrar.Page(at);
        using var confirmed = await registrar.Post(at, $"{at}/registrera", ("sedd", mapped.QuerySelector("input[name=sedd]")!.GetAttribute("value")!));
        using var done = await registrar.Page(at);
        using var report = await registrar.Get($"{at}/avstamning.csv");
        using var undone = await registrar.Post(at, $"{at}/angra", ("skal-till-andring", "Fel lista."));
        using var after = await registrar.Page(at);

        Assert.Contains("1 kan registreras, 0 behöver du titta på, 2 går inte att registrera.", seen.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        var csv = await failing.Content.ReadAsStringAsync();
        Assert.Contains("'@SUM(A1)", csv, StringComparison.Ordinal);
        Assert.Contains("'-1", csv, StringComparison.Ordinal);
        Assert.Contains("”Kanske” är inget känt ställningstagande. Ange vad det betyder.", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("Kiruna", csv, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, chosen.StatusCode);
        Assert.Contains("2 kan registreras, 0 behöver du titta på, 1 går inte att registrera.", mapped.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, confirmed.StatusCode);
        Assert.Contains("2 beslut är registrerade.", done.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2584;Kiruna;Antar, 2016-09-20;–;Registrerat;", await report.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, undone.StatusCode);
        Assert.Contains("Listan är ångrad.", after.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, await site.App.Read<long>("SELECT count(*) FROM retraction r JOIN decision d ON d.id = r.decision_id WHERE municipality_code IN ('2584', '2521')"));
    }

    [Fact]
    public async Task A_workbook_is_read_and_the_list_is_still_there_when_the_page_is_opened_again()
    {
        using var registrar = await site.As("handlaggare");
        using var put = await registrar.PostList(Lists, "svar 2016.xlsx", Books.OfText(["Kommunkod", "Svar", "Datum"], ["0125", "Ja", "42633"]), ("rekommendation", Typed.Slug2016));

        using var seen = await registrar.Page(put.Headers.Location!.OriginalString);
        using var lists = await registrar.Page(Lists);

        Assert.Equal(HttpStatusCode.SeeOther, put.StatusCode);
        Assert.StartsWith("1 kan registreras", seen.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1\u00A0rad saknar dagen då svaret kom in.", seen.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("svar 2016.xlsx väntar på att registreras.", lists.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", Typed.Slug2016, "text", "Klistra in en lista eller välj en fil.")]
    [InlineData("Kommun;Beslut", Typed.Slug2016, "text", "Listan har rubriker men inga rader.")]
    [InlineData("LONG", Typed.Slug2016, "text", "Listan har fler än 5\u00A0000 rader. Dela upp den.")]
    [InlineData("Kommun;Beslut\nEkerö;Ja", "", "rekommendation", "Välj vilken rekommendation listan gäller.")]
    public async Task What_is_wrong_is_said_at_its_field_and_what_was_pasted_is_kept(string text, string recommendation, string field, string sentence)
    {
        using var registrar = await site.As("registrator");
        if (text == "LONG") text = "Kommun;Beslut\n" + string.Concat(Enumerable.Repeat("Upplands Väsby;Ja\n", 300_000));

        using var answer = await registrar.PostForm(Lists, ("text", text), ("rekommendation", recommendation));
        using var page = await SignedInBrowser.Read(answer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(sentence, page.QuerySelector($"#fel a[href='#{field}']")!.TextContent);
        Assert.Equal(text, page.GetElementById("text")!.TextContent);
    }

    [Fact]
    public async Task A_list_of_five_thousand_rows_is_confirmed_though_every_row_is_chosen_by_itself()
    {
        using var registrar = await site.As("registrator");
        var at = await Put(registrar, "Kommun;Beslut;Organ;Datum\n" + string.Concat(Enumerable.Range(0, 2_500).Select(i => $"Arjeplog;Nej;Utskott;{new DateOnly(2016, 7, 1).AddDays(i):yyyy-MM-dd}\n")));
        using var seen = await registrar.Page(at);
        var fields = seen.QuerySelectorAll("input[name=rad]").Select(b => ("rad", b.GetAttribute("value")!)).Append(("sedd", seen.QuerySelector("input[name=sedd]")!.GetAttribute("value")!)).ToList();

        using var confirmed = await registrar.Post(at, $"{at}/registrera", fields);

        Assert.Equal(2_501, fields.Count);
        Assert.Equal(HttpStatusCode.SeeOther, confirmed.StatusCode);
        Assert.Equal(2_500, await site.App.Read<long>("SELECT count(*) FROM decision WHERE municipality_code = '2506'"));
    }

    [Fact]
    public async Task A_very_long_cell_is_shortened_and_stands_whole_when_asked_for()
    {
        using var registrar = await site.As("registrator");
        var words = string.Concat(Enumerable.Range(0, 8_000).Select(i => "mycket")) + "slut";
        var at = await Put(registrar, $"Kommun;Beslut;Datum\nKiruna;{words[..40_000]};2016-09-20\nKiruna;Ja;{words}\n");

        using var seen = await registrar.Page(at);

        var shown = seen.QuerySelectorAll(".listrows td details p").Select(p => p.TextContent).ToList();
        Assert.Equal([$"Kiruna, {words[..40_000]}, 2016-09-20", $"Kiruna, Ja, {words}"], shown);
        foreach (var whole in seen.QuerySelectorAll("details p")) whole.Remove();
        Assert.InRange(seen.Body!.TextContent.Length, 500, 20_000);
    }

    [Theory]
    [InlineData("2099-01-01")]
    [InlineData("i höstas")]
    public async Task A_day_of_arrival_that_cannot_be_is_refused_at_its_field(string day)
    {
        using var registrar = await site.As("registrator");
        var at = await Put(registrar, "Kommun;Beslut;Datum\nKiruna;Ja;2016-09-20\n");

        using var answer = await registrar.Post(at, at, ("inkommet", day));
        using var page = await SignedInBrowser.Read(answer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(page.GetElementById("inkommet-fel"));
    }

    [Fact]
    public async Task A_list_whose_columns_nobody_knows_asks_what_they_mean()
    {
        using var registrar = await site.As("administrator");
        var at = await Put(registrar, "Ekerö;Ja;2016-09-20\nSalem;Nej;2016-09-21\n");

        using var asks = await registrar.Page(at);
        using var _ = await registrar.Post(at, at, ("kolumn-0", "kommun"), ("kolumn-1", "utfall"), ("kolumn-2", "sammantradesdag"));
        using var seen = await registrar.Page(at);

        Assert.Equal("Vad betyder kolumnerna?", asks.QuerySelector("h1")!.TextContent);
        Assert.StartsWith("2 kan registreras", seen.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_of_free_text_is_said_to_be_one_and_its_form_can_still_be_sent()
    {
        using var registrar = await site.As("administrator");
        var at = await Put(registrar, "Kommun;Beslut;Datum\n" + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"Ekerö;Vi har tänkt så här nummer {i};2016-09-20\n")));

        using var seen = await registrar.Page(at);
        var fields = seen.QuerySelectorAll("form.meaning select").Select(s => (s.GetAttribute("name")!, s.QuerySelector("option[selected]")?.GetAttribute("value") ?? "")).ToList();
        using var sent = await registrar.Post(at, at, fields);

        Assert.Contains("ser ut som fri text", seen.QuerySelector("form.meaning .note")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(50, seen.QuerySelectorAll("form.meaning select[name^='utfall|']").Length);
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
    }

    [Theory]
    [InlineData("lasare")]
    [InlineData("kommun-0125")]
    public async Task The_wrong_role_may_not(string login)
    {
        using var browser = await site.As(login);

        using var answer = await browser.Get(Lists);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_list_that_is_not_there_is_not_found()
    {
        using var registrar = await site.As("registrator");

        using var answer = await registrar.Get($"{Lists}/{Guid.NewGuid()}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<string> Put(SignedInBrowser browser, string text)
    {
        using var answer = await browser.Post(Lists, Lists, ("text", text), ("rekommendation", Typed.Slug2016));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }
}
