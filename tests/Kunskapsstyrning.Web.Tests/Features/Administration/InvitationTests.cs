using System.Net;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Kunskapsstyrning.Web.Tests.Features.SignIn;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Administration;

/// <summary>Letting people in by letter. The letter tells how to sign in, and signs nobody in.</summary>
public sealed class InvitationTests(SignInSite site) : IClassFixture<SignInSite>
{
    private const string Page = "/administration/personer/bjud-in";

    [Fact]
    public async Task Whoever_is_invited_gets_a_letter_without_any_secret_and_signs_in_with_a_code()
    {
        using var administrator = await Administrator();
        var email = Email();

        using var invited = await Invite(administrator, email, "kommun", "Ale");
        var person = IdIn(invited);
        var letter = (await site.LetterTo(email))!;
        using var browser = await site.SignedIn(email);
        using var page = await browser.Page("/min-kommun");

        Assert.Contains("Provledare bjuder in dig", letter, StringComparison.Ordinal);
        Assert.Contains("Kommunens registrator, Ale kommun", letter, StringComparison.Ordinal);
        Assert.Contains("\nhttps://localhost/logga-in\n", letter, StringComparison.Ordinal);
        Assert.DoesNotContain('?', letter.Replace("Väntade du dig inte det här?", "", StringComparison.Ordinal));
        Assert.DoesNotMatch("[0-9]{4}", letter);
        Assert.Contains("Ale", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((1, 1, 1), (await site.Told("PersonAdded", person), await site.Told("AccountOpened", person), await site.Told("PersonInvited", person)));
        Assert.Equal(0, await site.App.Read<long>("SELECT count(*) FROM history_event WHERE concat(before, after, reason) LIKE '%@%'"));
    }

    [Fact]
    public async Task An_address_that_has_an_account_is_pointed_at_and_gets_no_second()
    {
        using var administrator = await Administrator();
        var email = Email();
        var person = await site.Account(email);

        using var refused = await Invite(administrator, email.ToUpperInvariant(), "lasare");
        using var page = await SignedInBrowser.Read(refused);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal($"/administration/personer/{person.Value}", page.QuerySelector(".note a")!.GetAttribute("href"));
        Assert.Equal("Nykomling", page.GetElementById("namn")!.GetAttribute("value"));
        Assert.False(site.HasMailed(email));
        Assert.Equal(0, await site.Told("PersonInvited", person));
    }

    [Fact]
    public async Task A_letter_is_sent_again_after_an_hour_and_not_to_somebody_who_has_come()
    {
        using var administrator = await Administrator();
        var email = Email();
        using var invited = await Invite(administrator, email, "lasare");
        var person = IdIn(invited);
        Assert.NotNull(await site.LetterTo(email));

        using var soon = await Again(administrator, person);
        site.App.Clock.Now += TimeSpan.FromMinutes(61);
        using var anew = await Administrator();
        using var later = await Again(anew, person);
        Assert.NotNull(await site.LetterTo(email));
        using var entered = await site.SignedIn(email);
        site.App.Clock.Now += TimeSpan.FromMinutes(61);
        using var third = await Administrator();
        using var come = await Again(third, person);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity), (soon.StatusCode, later.StatusCode, come.StatusCode));
        Assert.Equal(2, await site.Told("PersonInvited", person));
    }

    [Fact]
    public async Task A_letter_is_sent_again_at_once_when_the_address_was_wrong()
    {
        using var administrator = await Administrator();
        using var invited = await Invite(administrator, Email(), "lasare");
        var (person, right) = (IdIn(invited), Email());
        using var shown = await administrator.Page($"/administration/personer/{person.Value}");
        var seen = shown.QuerySelector("form[action$='/epost'] input[name=sedd]")!.GetAttribute("value")!;
        using (await administrator.Post($"/administration/personer/{person.Value}", $"/administration/personer/{person.Value}/epost", ("epost", right), ("sedd", seen))) { }

        using var again = await Again(administrator, person);
        using var soon = await Again(administrator, person);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity), (again.StatusCode, soon.StatusCode));
        Assert.NotNull(await site.LetterTo(right));
    }

    [Fact]
    public async Task A_municipality_for_a_role_at_SKR_is_not_dropped_in_silence()
    {
        using var administrator = await Administrator();
        var email = Email();

        using var refused = await Invite(administrator, email, "lasare", "Ale");
        using var page = await SignedInBrowser.Read(refused);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(PersonRefusals.MunicipalityGoesWithItsRole.Sentence, page.GetElementById("kommun-fel")!.TextContent, StringComparison.Ordinal);
        Assert.False(site.HasMailed(email));
    }

    [Fact]
    public async Task An_invitation_is_taken_back_only_from_somebody_who_has_not_come()
    {
        using var administrator = await Administrator();
        var (email, known) = (Email(), Email());
        using var invited = await Invite(administrator, email, "lasare");
        var (person, came) = (IdIn(invited), await site.Account(known));
        Assert.NotNull(await site.LetterTo(email));
        using var signedIn = await site.SignedIn(known);

        using var withdrawn = await administrator.Post("/administration", $"/administration/personer/{person.Value}/aterkalla");
        using var refused = await administrator.Post("/administration", $"/administration/personer/{came.Value}/aterkalla");
        using var browser = site.Browser();
        using (await browser.Post("/logga-in", "/logga-in/kod/ny", ("epost", email), ("returnUrl", ""))) { }

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity), (withdrawn.StatusCode, refused.StatusCode));
        Assert.Equal((1, 0), (await site.Told("PersonEnded", person), await site.Told("PersonEnded", came)));
        Assert.Null(await site.Mailed(email));
    }

    [Theory]
    [InlineData("", "namn@kommun.example", "lasare", "", "namn")]
    [InlineData("Nykomling", "ingen adress", "lasare", "", "epost")]
    [InlineData("Nykomling", "a@kommun.example\nBcc: b@kommun.example", "lasare", "", "epost")]
    [InlineData("Nykomling", "namn@kommun.example", "", "", "roll")]
    [InlineData("Nykomling", "namn@kommun.example", "kejsare", "", "roll")]
    [InlineData("Nykomling", "namn@kommun.example", "kommun", "", "kommun")]
    [InlineData("Nykomling", "namn@kommun.example", "kommun", "Atlantis", "kommun")]
    public async Task What_is_missing_is_said_at_its_field_and_nobody_is_added(string name, string email, string role, string municipality, string field)
    {
        using var administrator = await Administrator();
        var before = await site.App.Read<long>("SELECT count(*) FROM person");

        using var refused = await administrator.Post(Page, Page, ("namn", name), ("epost", email), ("roll", role), ("kommun", municipality));
        using var page = await SignedInBrowser.Read(refused);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal($"#{field}", Assert.Single(page.QuerySelectorAll("#fel a")).GetAttribute("href"));
        Assert.Equal(name, page.GetElementById("namn")!.GetAttribute("value") ?? "");
        Assert.Equal(before, await site.App.Read<long>("SELECT count(*) FROM person"));
    }

    private async Task<SignedInBrowser> Administrator()
    {
        var email = Email();
        await site.Account(email, Role.Administrator);
        return await site.SignedIn(email);
    }

    private static string Email() => $"{Guid.NewGuid():N}@kommun.example";

    private static Task<HttpResponseMessage> Invite(SignedInBrowser browser, string email, string role, string municipality = "") =>
        browser.Post(Page, Page, ("namn", "Nykomling"), ("epost", email), ("roll", role), ("kommun", municipality));

    private static Task<HttpResponseMessage> Again(SignedInBrowser browser, PersonId person) => browser.Post("/administration", $"/administration/personer/{person.Value}/bjud-in");

    private static PersonId IdIn(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return new PersonId(Guid.Parse(answer.Headers.Location!.OriginalString.Split('/', '?')[3]));
    }
}
