using System.Net;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Contacts;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Contacts;

/// <summary>Contacts read in from a list: looked through first, and nothing of it is kept until it is read in.</summary>
public sealed class ContactListTests
{
    private const string List = """
        Kommun;Kontakt;Namn;E-post;Telefon;Kontrollerad
        Ekerö;Funktionsbrevlåda;;kommun@ekero.example;;2025-10-01
        0180;registrator;Diariet;diariet@stockholm.example;08-111 11 11;
        Stockholms län;län;;lanet@lan.example;;
        Nystad;registrator;;x@nystad.example;;
        Salem;registrator;;ingen adress;;
        Salem;rektor;;x@salem.example;;
        Ekerö;funktionsbrevlåda;;annan@ekero.example;;
        """;

    [Fact]
    public async Task Every_row_is_told_what_it_would_do_and_nothing_is_written_before()
    {
        await using var app = await TestApp.Create();
        var registrar = app.As(Role.Registrar);

        var plan = (await registrar.Ask(new TryContacts(List, ContactKind.FunctionAddress))).Plan!;

        Assert.Equal(
            [ContactRowKind.Added, ContactRowKind.Added, ContactRowKind.Added, ContactRowKind.Wrong, ContactRowKind.Wrong, ContactRowKind.Wrong, ContactRowKind.Wrong],
            plan.Rows.Select(r => r.Kind));
        Assert.Equal(0, await app.Read<long>("SELECT count(*) FROM contact"));
        Assert.Equal([2, 3, 4, 5, 6, 7, 8], plan.Rows.Select(r => r.Number));
        Assert.Contains("Nystad", plan.Rows[3].Why, StringComparison.Ordinal);
        Assert.Equal("Samma kontakt står tidigare i listan.", plan.Rows[6].Why);
    }

    [Fact]
    public async Task What_was_shown_is_read_in_with_the_day_it_was_checked_and_once_more_it_changes_nothing()
    {
        await using var app = await TestApp.Create();
        var registrar = app.As(Role.Registrar);
        var plan = (await registrar.Ask(new TryContacts(List, ContactKind.FunctionAddress))).Plan!;

        Assert.Null((await registrar.Run(new ReadInContacts(List, ContactKind.FunctionAddress, plan.Seen))).Refusal);

        var ekero = (await registrar.Contact(ContactPlace.Of(new MunicipalityCode("0125"), ContactKind.FunctionAddress)))!;
        Assert.Equal(("kommun@ekero.example", new DateOnly(2025, 10, 1)), (ekero.Email.Text, ekero.VerifiedOn));
        Assert.Equal("lanet@lan.example", (await registrar.Contact(ContactPlace.OfCounty("01")))!.Email.Text);
        Assert.Equal(0, await app.Read<long>("SELECT count(*) FROM history_event WHERE concat(before, after, reason) ILIKE '%example%' AND kind LIKE 'Contact%'"));
        var again = (await registrar.Ask(new TryContacts(List, ContactKind.FunctionAddress))).Plan!;
        Assert.Equal(3, again.Count(ContactRowKind.Same));
        Assert.Equal(ContactListRefusals.NothingToDo, (await registrar.Run(new ReadInContacts(List, ContactKind.FunctionAddress, again.Seen))).Refusal);
    }

    [Fact]
    public async Task A_list_does_not_write_over_what_somebody_has_changed_since_it_was_shown()
    {
        await using var app = await TestApp.Create();
        var registrar = app.As(Role.Registrar);
        var plan = (await registrar.Ask(new TryContacts(List, ContactKind.FunctionAddress))).Plan!;
        await registrar.Keeps(ContactPlace.Of(new MunicipalityCode("0125"), ContactKind.FunctionAddress), Reached.At("nyare@ekero.example"));

        Assert.Equal(ContactListRefusals.ChangedMeanwhile, (await registrar.Run(new ReadInContacts(List, ContactKind.FunctionAddress, plan.Seen))).Refusal);
        Assert.Equal(1, await app.Read<long>("SELECT count(*) FROM contact"));
    }

    [Fact]
    public async Task A_list_without_its_columns_is_refused_in_one_sentence()
    {
        await using var app = await TestApp.Create();

        Assert.Equal(ContactListRefusals.NoColumns, (await app.As(Role.Registrar).Ask(new TryContacts("Ort;Telefon\nEkerö;08-1", ContactKind.FunctionAddress))).Refusal);
    }

    [Theory]
    [InlineData("1999-05-01", "Kontakten kan inte ha kontrollerats 1999-05-01: så gamla uppgifter tas inte in. Skriv en dag från 2010 och framåt, eller låt rutan vara tom.")]
    [InlineData("2031-05-01", "Kontakten kan inte ha kontrollerats 2031-05-01: den dagen har inte varit. Skriv en tidigare dag, eller låt rutan vara tom.")]
    [InlineData("i våras", "Dagen då kontakten kontrollerades, ”i våras”, går inte att läsa. Skriv den som 2025-10-01, eller låt rutan vara tom.")]
    public async Task A_day_that_cannot_be_when_it_was_checked_is_told_in_its_own_sentence(string day, string why)
    {
        await using var app = await TestApp.Create();

        var plan = (await app.As(Role.Registrar).Ask(new TryContacts($"Kommun;E-post;Kontrollerad\nEkerö;kommun@ekero.example;{day}", ContactKind.FunctionAddress))).Plan!;

        Assert.Equal((ContactRowKind.Wrong, why), (plan.Rows[0].Kind, plan.Rows[0].Why));
    }

    [Theory]
    [InlineData("E-post", "Mejl")]
    [InlineData("E-post", "E-post")]
    public async Task Of_two_columns_for_the_same_none_is_chosen(string one, string another)
    {
        await using var app = await TestApp.Create();

        var refusal = (await app.As(Role.Registrar).Ask(new TryContacts($"Kommun;{one};{another}\nEkerö;gammal@ekero.example;ny@ekero.example", ContactKind.FunctionAddress))).Refusal;

        Assert.Equal(ContactListRefusals.TwoColumns(one, another), refusal);
    }

    [Fact]
    public async Task A_row_is_shown_as_the_list_writes_it_also_where_it_is_wrong_or_the_name_is_not_kept()
    {
        await using var app = await TestApp.Create();

        var plan = (await app.As(Role.Registrar).Ask(new TryContacts("Kommun;Namn;E-post;Telefon\nEkerö;Kim Exempel;kim.exempel@ekero.example;\nSalem;Alva Exempel;ingen adress;08-1", ContactKind.FunctionAddress))).Plan!;

        Assert.Equal([(ContactRowKind.Added, "Kim Exempel, kim.exempel@ekero.example"), (ContactRowKind.Wrong, "Alva Exempel, ingen adress, 08-1")], plan.Rows.Select(r => (r.Kind, r.Says)));
        Assert.Null(plan.Rows[0].Details!.Name);
    }

    [Fact]
    public async Task The_page_shows_first_and_reads_in_then()
    {
        await using var site = new LoggingSite();
        await site.InitializeAsync();
        using var browser = await site.As("registrator");
        const string Page = "/kontakter/las-in";

        using var shown = await browser.PostFile(Page, Page, "lista", ("kontakter.csv", System.Text.Encoding.UTF8.GetBytes(List)), ("text", ""), ("vem", "funktionsbrevlada"), ("kontrollerade", "2024-05-02"));
        using var page = await SignedInBrowser.Read(shown);
        var fields = page.QuerySelectorAll("form.actions input[type=hidden]").Where(i => i.GetAttribute("name") is not "__RequestVerificationToken").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!)).ToList();
        using var done = await browser.Post(Page, Page, [.. fields, ("ja", "1")]);

        Assert.Contains("3", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, "/kontakter?lage=alla&klart=inlast"), (done.StatusCode, done.Headers.Location!.ToString()));
        Assert.Equal(3, await site.App.Read<long>("SELECT count(*) FROM contact"));
        Assert.Equal(2, await site.App.Read<long>("SELECT count(*) FROM contact WHERE verified_on = '2024-05-02'"));
    }

    [Fact]
    public async Task What_was_checked_later_than_the_list_is_left_as_it_is()
    {
        await using var app = await TestApp.Create();
        var registrar = app.As(Role.Registrar);
        await registrar.Keeps(ContactPlace.Of(new MunicipalityCode("0180"), ContactKind.Registrar), Reached.At("ny@stockholm.example"));

        var plan = (await registrar.Ask(new TryContacts(List, ContactKind.FunctionAddress) { CheckedOn = new DateOnly(2024, 5, 2) })).Plan!;

        Assert.Equal((ContactRowKind.Wrong, true), (plan.Rows[1].Kind, plan.Rows[1].Why!.EndsWith("senare än listan.", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("i våras")]
    [InlineData("2199-01-01")]
    [InlineData("1999-01-01")]
    public async Task A_list_is_not_looked_through_without_a_day_on_which_it_can_have_been_checked(string day)
    {
        await using var site = new LoggingSite();
        await site.InitializeAsync();
        using var browser = await site.As("registrator");
        const string Page = "/kontakter/las-in";

        using var answer = await browser.Post(Page, Page, ("text", List), ("vem", "funktionsbrevlada"), ("kontrollerade", day));
        using var page = await SignedInBrowser.Read(answer);

        Assert.NotNull(page.QuerySelector("#kontrollerade-fel"));
        Assert.Equal(day, page.QuerySelector("#kontrollerade")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task An_address_that_was_written_to_and_never_answered_is_listed_until_something_is_heard()
    {
        await using var app = await TestApp.Create();
        var registrar = app.As(Role.Registrar);
        var place = ContactPlace.Of(new MunicipalityCode("0160"), ContactKind.Registrar);
        await registrar.Keeps(place, Reached.At("registrator@taby.example"));
        Assert.Empty(await Silent(registrar));

        var logged = (await registrar.Log2016("0160", Typed.Adopts)) with { Receipt = EmailAddress.Parse("registrator@taby.example") };
        Assert.Null((await registrar.Run(logged)).Refusal);
        var message = new OutgoingMessageId(await app.Read<Guid>($"SELECT id FROM outgoing_message WHERE decision_id = '{logged.Id.Value}'"));
        app.Clock.Now = app.Clock.Now.AddMinutes(10);
        Assert.Null((await app.Runner.Run(new StartSubmission(message), Web.UseCases.Jobs.Mail, CancellationToken.None)).Refusal);
        Assert.Null((await app.Runner.Run(new EndSubmission(message, 1, new MailReply(MailVerdict.Accepted, null)), Web.UseCases.Jobs.Mail, CancellationToken.None)).Refusal);

        Assert.Equal("Täby", Assert.Single(await Silent(registrar)).Name);
    }

    private static async Task<IReadOnlyList<ContactRow>> Silent(Acting registrar) => (await registrar.Ask(new ContactRegister(ContactFilter.Of("tyst", null, null, null)))).Rows;
}
