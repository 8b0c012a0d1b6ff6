using System.Net;
using System.Text;
using AngleSharp.Dom;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Contacts;

/// <summary>The pages of contacts, without script. Each test has municipalities of its own, and the municipal users' are used by one test each.</summary>
public sealed class ContactPageTests(LoggingSite site) : IClassFixture<LoggingSite>
{
    private Acting Registrar => site.App.As(Role.Registrar);

    [Fact]
    public async Task A_contact_is_written_down_and_stands_there_when_the_page_is_read_again()
    {
        using var browser = await site.As("registrator");
        const string Page = "/kommuner/0136/kontakter";

        using var saved = await browser.Post(Page, Page, ("vem", "socialchef"), ("sett", ""), ("gor", "spara"), ("namn", "  Förvaltningschef  "), ("epost", "chef@kommun.example"), ("telefon", "08‑123 45 67"));
        using var page = await browser.Page(saved.Headers.Location!.ToString());

        Assert.Equal((HttpStatusCode.SeeOther, Page + "?klart=spara"), (saved.StatusCode, saved.Headers.Location.ToString()));
        Assert.Equal("Kontakten är sparad.", Text(page, "[role=status]"));
        Assert.Equal(("Förvaltningschef", "chef@kommun.example", "08-123 45 67"), (Value(page, "socialchef-namn"), Value(page, "socialchef-epost"), Value(page, "socialchef-telefon")));
        Assert.StartsWith("Kontrollerad 24 november 2025 av ", Text(page, "#socialchef .sec-head p"), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#funktionsbrevlada-namn"));
        Assert.Empty(page.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task What_is_wrong_is_said_first_and_what_was_typed_stays()
    {
        using var browser = await site.As("registrator");
        const string Page = "/kommuner/0138/kontakter";

        using var refused = await browser.Post(Page, Page, ("vem", "registrator"), ("sett", ""), ("gor", "spara"), ("namn", "Registrator"), ("epost", "ingen adress"), ("telefon", "växeln"));
        using var page = await SignedInBrowser.Read(refused);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.StartsWith("Fel: ", page.Title, StringComparison.Ordinal);
        Assert.Equal(["#registrator-epost", "#registrator-telefon"], page.QuerySelectorAll("#fel a").Select(a => a.GetAttribute("href")));
        Assert.Equal(("Registrator", "ingen adress", "växeln"), (Value(page, "registrator-namn"), Value(page, "registrator-epost"), Value(page, "registrator-telefon")));
        Assert.Equal("true", page.QuerySelector("#registrator-epost")!.GetAttribute("aria-invalid"));
        Assert.Null(await Registrar.Contact(Place("0138", ContactKind.Registrar)));
    }

    [Fact]
    public async Task Of_two_changes_of_the_same_contact_both_are_shown_and_the_second_can_be_saved_again()
    {
        using var browser = await site.As("registrator");
        const string Page = "/kommuner/0139/kontakter";
        var place = Place("0139", ContactKind.Registrar);
        await Registrar.Keeps(place, Reached.At("forst@kommun.example"));
        var seen = (await Registrar.Contact(place))!.Seen;
        await site.App.As(Role.Officer).Run(new Web.Features.Contacts.KeepContact(place, seen, Reached.At("andra@kommun.example")));

        using var clash = await browser.Post(Page, Page, ("vem", "registrator"), ("sett", seen), ("gor", "spara"), ("epost", "min@kommun.example"));
        using var page = await SignedInBrowser.Read(clash);

        Assert.Equal(HttpStatusCode.Conflict, clash.StatusCode);
        Assert.Contains("andra@kommun.example", Text(page, ".conflict table"), StringComparison.Ordinal);
        Assert.Contains("min@kommun.example", Text(page, ".conflict ins"), StringComparison.Ordinal);
        Assert.Equal("min@kommun.example", Value(page, "registrator-epost"));

        using var again = await browser.Post(Page, Page, ("vem", "registrator"), ("sett", page.QuerySelector("#registrator form.send input[name=sett]")!.GetAttribute("value")!), ("gor", "spara"), ("epost", "min@kommun.example"));
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        Assert.Equal("min@kommun.example", (await Registrar.Contact(place))!.Email.Text);
    }

    [Fact]
    public async Task The_own_page_asks_whether_contacts_are_still_right_and_one_button_says_so()
    {
        await using var own = new LoggingSite();
        await own.InitializeAsync();
        using var ekero = await own.As("kommun-0125");
        using var saved = await ekero.Post("/min-kommun/kontakter", "/min-kommun/kontakter", ("vem", "funktionsbrevlada"), ("sett", ""), ("gor", "spara"), ("epost", "kommun@ekero.example"), ("kommun", "0180"), ("kod", "0180"));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        using var fresh = await ekero.Page("/min-kommun");
        Assert.Null(fresh.QuerySelector("#h-stammer"));
        Assert.Null((await own.App.As("kommun-0180").Ask(new Web.Features.Contacts.OurContacts()))!.LineOf(ContactKind.FunctionAddress)!.Contact);

        own.App.Clock.Set(new DateOnly(2027, 1, 7));
        using var later = await own.As("kommun-0125");
        using var asked = await later.Page("/min-kommun");
        Assert.Equal("Stämmer det här fortfarande?", Text(asked, "#h-stammer"));
        using var said = await later.Post("/min-kommun", "/min-kommun/kontakter", ("gor", "stammer"), ("sett", asked.QuerySelector("form.actions input[name=sett]")!.GetAttribute("value")!));

        Assert.Equal((HttpStatusCode.SeeOther, "/min-kommun/kontakter?klart=stammer"), (said.StatusCode, said.Headers.Location!.ToString()));
        using var after = await later.Page("/min-kommun");
        Assert.Null(after.QuerySelector("#h-stammer"));
    }

    [Fact]
    public async Task What_the_headline_says_is_counted_before_the_filter()
    {
        using var browser = await site.As("registrator");

        using var all = await browser.Page("/kontakter?lage=alla");
        using var none = await browser.Page("/kontakter?lage=alla&sok=finns-inte-alls");

        Assert.Equal((Text(all, "h1"), Text(all, "p.lead")), (Text(none, "h1"), Text(none, "p.lead")));
        Assert.DoesNotContain("Alla har", Text(none, "p.lead"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_are_the_contacts_that_stand_and_a_place_without_one_is_missing()
    {
        using var browser = await site.As("registrator");
        await Registrar.Keeps(Place("1440", ContactKind.Registrar), Reached.At("registrator@ale.example"));

        using var page = await browser.Page("/kontakter?lage=alla&sok=Ale");
        var rows = page.QuerySelectorAll("tbody tr").Length;

        Assert.Equal(rows, int.Parse(Text(page, "ul.tabs a[aria-current] span"), System.Globalization.CultureInfo.InvariantCulture));
        Assert.DoesNotContain("Saknas", Text(page, "tbody"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("registrator@ale.example", Text(page, "tbody"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contact_is_removed_and_its_page_says_so()
    {
        using var browser = await site.As("registrator");
        await Registrar.Keeps(ContactPlace.OfCounty("25"), Reached.At("lanet@lan.example", "Länets kontakt"));
        using var before = await browser.Page("/kontakter/lan/25");

        using var removed = await browser.Post("/kontakter/lan/25", "/kontakter/lan/25", ("vem", "lan"), ("sett", before.QuerySelector("details input[name=sett]")!.GetAttribute("value")!), ("gor", "ta-bort"));
        using var after = await browser.Page(removed.Headers.Location!.ToString());

        Assert.Equal("Kontakten är borttagen.", Text(after, "[role=status]"));
        Assert.Equal("", Value(after, "lan-epost"));
    }

    [Fact]
    public async Task The_register_is_filtered_by_its_address_and_comes_out_as_a_file_that_no_spreadsheet_reckons_with()
    {
        using var browser = await site.As("registrator");
        await Registrar.Keeps(Place("1980", ContactKind.Registrar), Reached.At("registrator@vasteras.example", "=1+1"));

        using var page = await browser.Page("/kontakter?lage=alla&lan=19&vem=registrator&sok=vasteras.ex");
        using var file = await browser.Get("/kontakter.csv?lage=alla&lan=19&vem=registrator&sok=vasteras.ex");
        var text = Encoding.UTF8.GetString(await file.Content.ReadAsByteArrayAsync());

        Assert.Equal("Västerås, registrator", Text(page, "tbody th"));
        Assert.Single(page.QuerySelectorAll("tbody tr"));
        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
        Assert.Contains("1980;Västerås;Västmanlands län;Registrator;", text, StringComparison.Ordinal);
        Assert.Contains("registrator@vasteras.example;;2025-11-24", text, StringComparison.Ordinal);
        Assert.Contains("'=1+1", text, StringComparison.Ordinal);
        Assert.DoesNotContain(";=1+1", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_comes_to_the_contacts()
    {
        using var anyone = site.Anyone();
        using var reader = await site.As("lasare");
        using var stockholm = await site.As("kommun-0180");
        using var registrar = await site.As("registrator");

        foreach (var address in (string[])["/kontakter", "/kontakter.csv", "/kommuner/0180/kontakter", "/kontakter/lan/01"])
        {
            using var sent = await anyone.Get(address);
            Assert.Equal((HttpStatusCode.Redirect, $"/logga-in?returnUrl={Uri.EscapeDataString(address)}"), (sent.StatusCode, sent.Headers.Location?.ToString()));
            foreach (var other in (SignedInBrowser[])[reader, stockholm])
            {
                using var refused = await other.Get(address);
                Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            }
        }

        using var own = await registrar.Get("/min-kommun/kontakter");
        Assert.Equal(HttpStatusCode.Forbidden, own.StatusCode);
        foreach (var nowhere in (string[])["/kommuner/9999/kontakter", "/kommuner/abc/kontakter", "/kontakter/lan/99"])
        {
            using var none = await registrar.Get(nowhere);
            Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        }
    }

    private static ContactPlace Place(string code, ContactKind kind) => ContactPlace.Of(new MunicipalityCode(code), kind);

    private static string Text(IDocument page, string selector) => string.Join(' ', page.QuerySelector(selector)!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Value(IDocument page, string id) => page.GetElementById(id)!.GetAttribute("value") ?? "";
}
