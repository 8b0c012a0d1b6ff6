using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Administration;
using Kunskapsstyrning.Web.Features.SignIn;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Kunskapsstyrning.Web.Tests.Features.SignIn;
using Kunskapsstyrning.Web.UseCases;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Administration;

/// <summary>What an administrator does with people, by plain form posts; and what nobody may.</summary>
public sealed class PersonTests(SignInSite site) : IClassFixture<SignInSite>
{
    [Theory]
    [InlineData("/administration")]
    [InlineData("/administration/personer")]
    [InlineData("/administration/personer/bjud-in")]
    public async Task Only_an_administrator_comes_in_and_is_offered_to(string address)
    {
        using var administrator = await Administrator();
        using var registrar = await Somebody(Role.Registrar);
        using var anyone = site.Browser();

        using var opened = await administrator.Page(address);
        using var refused = await registrar.Get(address);
        using var sent = await anyone.Get(address);
        using var start = await registrar.Page("/");

        Assert.NotNull(opened.QuerySelector(".menu a[href='/administration']"));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Redirect), (refused.StatusCode, sent.StatusCode));
        Assert.Null(start.QuerySelector(".menu a[href='/administration']"));
    }

    [Fact]
    public async Task Another_role_acts_at_the_next_click_also_in_a_page_that_is_open()
    {
        using var administrator = await Administrator();
        var (person, email) = await Account(Role.Registrar);
        using var browser = await site.SignedIn(email);
        var live = await OpenPage(person);

        using var changed = await Change(administrator, person, "roll", ("roll", "lasare"), ("kommun", ""), ("skal-roll", "Ny tjänst"));

        using var answer = await browser.Get("/registrera");
        Assert.Equal($"/administration/personer/{person.Value}?gjort=roll", changed.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(Role.Reader, (await ActorOfRequest.Of(live, site.People, CancellationToken.None)).Role);
        Assert.Equal(1, await site.Told("RoleChanged", person));
        Assert.Equal("Ny tjänst", await site.App.Read<string>($"SELECT reason FROM history_event WHERE kind = 'RoleChanged' AND subject = '{person.Value}'"));
    }

    [Fact]
    public async Task A_municipal_user_has_a_municipality_and_nobody_else_gets_one()
    {
        using var administrator = await Administrator();
        var (person, _) = await Account(Role.Reader);

        using var without = await Change(administrator, person, "roll", ("roll", "kommun"), ("kommun", ""));
        using var unknown = await Change(administrator, person, "roll", ("roll", "kommun"), ("kommun", "Atlantis"));
        using var page = await SignedInBrowser.Read(unknown);
        using var with = await Change(administrator, person, "roll", ("roll", "kommun"), ("kommun", "Ekerö"));
        Assert.Equal("0125", await Column<string>("municipality_code", person));
        using var back = await Change(administrator, person, "roll", ("roll", "lasare"), ("kommun", "Ekerö"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (without.StatusCode, unknown.StatusCode, with.StatusCode, back.StatusCode));
        Assert.Equal("Atlantis", page.GetElementById("kommun")!.GetAttribute("value"));
        Assert.Equal("kommun", page.QuerySelector("#roll option[selected]")!.GetAttribute("value"));
        Assert.NotNull(page.GetElementById("kommun-fel"));
        Assert.Equal(1, await site.App.Read<long>($"SELECT count(*) FROM person WHERE id = '{person.Value}' AND role = 'Reader' AND municipality_code IS NULL"));
    }

    [Fact]
    public async Task A_right_that_ends_closes_everything_and_what_was_open_stays_closed_when_it_is_opened_again()
    {
        using var administrator = await Administrator();
        var (person, email) = await Account(Role.Registrar);
        using var browser = await site.SignedIn(email);
        var live = await OpenPage(person);

        using var bare = await Change(administrator, person, "avsluta", ("skal", " "));
        using var page = await SignedInBrowser.Read(bare);
        Assert.Equal("#skal", page.QuerySelector("#fel a")!.GetAttribute("href"));
        using (await Change(administrator, person, "avsluta", ("skal", "Har slutat"))) { }

        using var out_ = await browser.Get("/registrera");
        Assert.Equal(HttpStatusCode.Redirect, out_.StatusCode);
        Assert.False((await ActorOfRequest.Of(live, site.People, CancellationToken.None)).IsSignedIn);
        Assert.Equal((1, 2), (await site.Told("PersonEnded", person), await site.Told("SignedOut", person)));
        using (await browser.Post("/logga-in", "/logga-in/kod/ny", ("epost", email), ("returnUrl", ""))) { }

        using (await Change(administrator, person, "oppna")) { }
        using var still = await browser.Get("/registrera");
        using var again = await site.SignedIn(email);
        using var opened = await again.Get("/registrera");
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.OK), (still.StatusCode, opened.StatusCode));
        Assert.Equal(1, await site.Told("PersonRestored", person));
        Assert.False((await ActorOfRequest.Of(live, site.People, CancellationToken.None)).IsSignedIn);
    }

    [Fact]
    public async Task Of_two_administrators_who_change_the_same_person_the_second_is_shown_what_holds_now()
    {
        using var administrator = await Administrator();
        var (person, email) = await Account(Role.Registrar);
        var page = $"/administration/personer/{person.Value}";
        var (role, address) = (await Seen(administrator, person, "roll"), await Seen(administrator, person, "epost"));
        using (await Change(administrator, person, "namn", ("namn", "Först Ändrad"))) { }
        using (await Change(administrator, person, "epost", ("epost", $"forst-{email}"))) { }

        using var late = await administrator.Post(page, $"{page}/roll", ("roll", "lasare"), ("kommun", ""), ("skal-roll", ""), ("sedd", role));
        using var name = await administrator.Post(page, $"{page}/namn", ("namn", "Sedan Ändrad"), ("sedd", role));
        using var moved = await administrator.Post(page, $"{page}/epost", ("epost", $"sedan-{email}"), ("sedd", address));
        using var forged = await administrator.Post(page, $"{page}/namn", ("namn", "Sedan Ändrad"), ("sedd", ""));
        using var shown = await SignedInBrowser.Read(late);

        foreach (var answer in (HttpResponseMessage[])[late, name, moved, forged]) Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Någon annan har ändrat personen", shown.GetElementById("fel")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Först Ändrad", shown.QuerySelector("h1")!.TextContent);
        Assert.Equal("lasare", shown.QuerySelector("#roll option[selected]")!.GetAttribute("value"));
        Assert.Equal("Registrar", await Column<string>("role", person));

        using var again = await administrator.Post(page, $"{page}/roll", ("roll", "lasare"), ("kommun", ""), ("skal-roll", ""), ("sedd", shown.QuerySelector("form[action$='/roll'] input[name=sedd]")!.GetAttribute("value")!));
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
    }

    [Fact]
    public async Task What_changes_nothing_is_not_said_to_be_changed_and_a_reason_has_an_end()
    {
        using var administrator = await Administrator();
        var (person, email) = await Account(Role.Registrar);

        using var same = await Change(administrator, person, "epost", ("epost", email));
        using var role = await Change(administrator, person, "roll", ("roll", "registrator"), ("kommun", ""));
        using var wordy = await Change(administrator, person, "roll", ("roll", "lasare"), ("kommun", ""), ("skal-roll", new string('x', 501)));
        using var page = await administrator.Page(same.Headers.Location!.OriginalString);

        Assert.EndsWith("?gjort=oforandrad", same.Headers.Location.OriginalString, StringComparison.Ordinal);
        Assert.EndsWith("?gjort=oforandrad", role.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal("Inget är ändrat: det stod så redan.", page.QuerySelector("[role=status]")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wordy.StatusCode);
    }

    [Fact]
    public async Task The_story_of_a_person_says_for_which_municipality()
    {
        using var administrator = await Administrator();
        var (person, _) = await Account(Role.Reader);

        using (await Change(administrator, person, "roll", ("roll", "kommun"), ("kommun", "Ekerö"))) { }

        using var page = await administrator.Page($"/administration/personer/{person.Value}");
        Assert.Contains("Fick en annan roll: Kommunens registrator, Ekerö kommun", page.QuerySelector(".days")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_people_beyond_the_last_shows_the_last()
    {
        using var administrator = await Administrator();

        using var page = await administrator.Page("/administration/personer?sida=999");

        Assert.NotEmpty(page.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Nobody_takes_away_their_own_right()
    {
        var (me, email) = await Account(Role.Administrator);
        using var administrator = await site.SignedIn(email);

        using var demoted = await Change(administrator, me, "roll", ("roll", "lasare"));
        using var ended = await Change(administrator, me, "avsluta", ("skal", "Nog nu"));
        using var page = await administrator.Page($"/administration/personer/{me.Value}");

        foreach (var answer in (HttpResponseMessage[])[demoted, ended])
        {
            using var refused = await SignedInBrowser.Read(answer);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("Din egen roll", refused.GetElementById("fel")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Empty(page.QuerySelectorAll("form[action$=roll], form[action$=avsluta]"));
        Assert.Equal(1, await site.App.Read<long>($"SELECT count(*) FROM person WHERE id = '{me.Value}' AND role = 'Administrator' AND ended_at IS NULL"));
    }

    [Fact]
    public async Task Of_two_administrators_who_end_each_other_at_the_same_moment_one_is_left()
    {
        for (var round = 0; round < 6; round++)
        {
            var (one, other) = ((await Account(Role.Administrator)).Person, (await Account(Role.Administrator)).Person);

            var answers = await Task.WhenAll(Ends(one, other), Ends(other, one));

            Assert.Single(answers, done => done);
            Assert.Equal(1, await site.App.Read<long>($"SELECT count(*) FROM person WHERE id IN ('{one.Value}', '{other.Value}') AND ended_at IS NULL"));
        }

        async Task<bool> Ends(PersonId me, PersonId whom)
        {
            try
            {
                return (await site.App.Runner.Run(new EndRight(whom, "Kapplöpning"), Actor.Of(new Person(me, "x", "Provledare", Role.Administrator, municipality: null)), CancellationToken.None)).IsDone;
            }
            catch (NotAllowedException)
            {
                return false;
            }
        }
    }

    [Fact]
    public async Task Codes_go_to_the_new_address_and_whoever_had_the_old_one_is_signed_out()
    {
        using var administrator = await Administrator();
        var (person, email) = await Account(Role.Registrar);
        var (_, taken) = await Account(Role.Registrar);
        using var browser = await site.SignedIn(email);
        var moved = $"flyttad-{Guid.NewGuid():N}@skr.example";

        using var refused = await Change(administrator, person, "epost", ("epost", taken.ToUpperInvariant()));
        using var page = await SignedInBrowser.Read(refused);
        using var none = await Change(administrator, person, "epost", ("epost", "ingen adress"));
        using (await Change(administrator, person, "epost", ("epost", moved))) { }

        using var out_ = await browser.Get("/registrera");
        using var entered = await site.SignedIn(moved);
        using var opened = await entered.Get("/registrera");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (refused.StatusCode, none.StatusCode));
        Assert.Equal(taken.ToUpperInvariant(), page.GetElementById("epost")!.GetAttribute("value"), ignoreCase: true);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.OK), (out_.StatusCode, opened.StatusCode));
        Assert.Equal(1, await site.Told("AccountMoved", person));
    }

    [Theory]
    [InlineData("epost")]
    [InlineData("avsluta")]
    public async Task A_code_that_is_on_its_way_is_worth_nothing_when_the_account_has_moved_or_the_right_has_ended(string part)
    {
        using var administrator = await Administrator();
        var (person, email) = await Account(Role.Registrar);
        using var browser = site.Browser();
        var code = await site.Code(browser, email);

        using var changed = await Change(administrator, person, part, part == "epost" ? ("epost", $"flyttad-{Guid.NewGuid():N}@skr.example") : ("skal", "Har slutat"));
        using var entered = await browser.Post("/logga-in/kod", "/logga-in/kod", ("kod", code));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity), (changed.StatusCode, entered.StatusCode));
    }

    [Fact]
    public async Task A_lost_key_is_taken_away_with_what_it_opened_and_another_persons_is_not_reached()
    {
        using var administrator = await Administrator();
        var (person, email) = await Account(Role.Registrar);
        var (other, _) = await Account(Role.Registrar);
        var key = await Key(person);
        Assert.Contains("lades till", await site.Letter(email), StringComparison.Ordinal);
        var live = await OpenPage(person, SignInWay.Passkey);

        using var foreign = await administrator.Post("/administration", $"/administration/personer/{other.Value}/nyckel/{key}/ta-bort");
        Assert.Equal(1, await Keys(person));
        using var removed = await administrator.Post("/administration", $"/administration/personer/{person.Value}/nyckel/{key}/ta-bort");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (foreign.StatusCode, removed.StatusCode));
        Assert.Equal(0, await Keys(person));
        Assert.Equal(1, await site.Told("PasskeyRemoved", person));
        Assert.Contains("En administratör på SKR tog bort en nyckel", await site.Letter(email), StringComparison.Ordinal);
        Assert.False((await ActorOfRequest.Of(live, site.People, CancellationToken.None)).IsSignedIn);
    }

    [Fact]
    public async Task A_person_is_signed_out_everywhere_at_once()
    {
        using var administrator = await Administrator();
        var (person, email) = await Account(Role.Registrar);
        using var one = await site.SignedIn(email);
        using var two = await site.SignedIn(email);

        using (await Change(administrator, person, "logga-ut")) { }

        foreach (var browser in (SignedInBrowser[])[one, two])
        {
            using var answer = await browser.Get("/registrera");
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }
    }

    [Fact]
    public async Task What_a_provider_says_of_a_person_is_not_changed_here()
    {
        using var administrator = await Administrator();
        using var browser = site.Browser();
        using (await ProviderTests.Enter(browser, site.Skr, $"sub-{Guid.NewGuid():N}", ["alla"])) { }
        var person = new PersonId(await site.App.Read<Guid>("SELECT subject FROM history_event WHERE kind = 'SignedIn' AND after->>'way' = 'Provider' ORDER BY sequence DESC LIMIT 1"));

        using var role = await Change(administrator, person, "roll", ("roll", "administrator"));
        using var name = await Change(administrator, person, "namn", ("namn", "Någon Annan"));
        using var page = await administrator.Page($"/administration/personer/{person.Value}");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (role.StatusCode, name.StatusCode));
        Assert.Empty(page.QuerySelectorAll("form[action$=roll], form[action$=namn]"));
        Assert.Contains("SKR-konto", page.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Reader", await Column<string>("role", person));
    }

    [Fact]
    public async Task A_field_that_does_not_belong_to_the_form_is_refused_whole()
    {
        using var administrator = await Administrator();
        var (person, _) = await Account(Role.Reader);

        using var forged = await Change(administrator, person, "namn", ("namn", "Nytt Namn"), ("roll", "administrator"));

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal(("Reader", "Provledare"), (await Column<string>("role", person), await Column<string>("name", person)));
        Assert.Contains(site.Log, line => line.Contains("fields that do not belong", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_job_is_no_person_here_and_an_unknown_one_is_not_there()
    {
        using var administrator = await Administrator();

        using var job = await administrator.Get($"/administration/personer/{Jobs.SignIn.Person!.Value.Value}");
        using var ended = await administrator.Post("/administration", $"/administration/personer/{Jobs.SignIn.Person.Value.Value}/avsluta", ("skal", "Städar"));
        using var unknown = await administrator.Get($"/administration/personer/{Guid.NewGuid()}");
        using var list = await administrator.Page("/administration/personer?visa=alla");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (job.StatusCode, ended.StatusCode, unknown.StatusCode));
        Assert.DoesNotContain("Inloggningen", list.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_are_found_by_address_role_municipality_and_whether_they_may_act()
    {
        using var administrator = await Administrator();
        var id = Guid.NewGuid().ToString("N");
        var active = await site.Account($"{id}-a@kommun.example", Role.MunicipalUser, "1440");
        var ended = await site.Account($"{id}-b@skr.example", Role.Finance);
        using (await Change(administrator, ended, "avsluta", ("skal", "Har slutat"))) { }
        using var entered = await site.SignedIn($"{id}-a@kommun.example");

        Assert.Equal([active], await Found($"sok={id}"));
        Assert.Equal([ended], await Found($"sok={id.ToUpperInvariant()}&visa=avslutade"));
        Assert.Equal(2, (await Found($"sok={id}&visa=alla")).Count);
        Assert.Equal([active], await Found("kommun=Ale&roll=kommun&visa=alla"));
        Assert.Empty(await Found($"sok={id}&visa=aldrig-inloggade"));
        Assert.Equal([ended], await Found($"sok={id}&roll=ekonom&visa=alla"));
        Assert.Empty(await Found("kommun=Atlantis&visa=alla"));

        async Task<IReadOnlyList<PersonId>> Found(string filter)
        {
            using var page = await administrator.Page($"/administration/personer?{filter}");
            return [.. page.QuerySelectorAll("tbody th a").Select(a => new PersonId(Guid.Parse(a.GetAttribute("href")!.Split('/')[^1])))];
        }
    }

    private async Task<SignedInBrowser> Administrator() => await Somebody(Role.Administrator);

    private async Task<SignedInBrowser> Somebody(Role role) => await site.SignedIn((await Account(role)).Email);

    private async Task<(PersonId Person, string Email)> Account(Role role)
    {
        var email = $"{Guid.NewGuid():N}@skr.example";
        return (await site.Account(email, role), email);
    }

    private static async Task<HttpResponseMessage> Change(SignedInBrowser browser, PersonId person, string part, params IEnumerable<(string, string)> fields) =>
        await browser.Post($"/administration/personer/{person.Value}", $"/administration/personer/{person.Value}/{part}", part is "roll" or "namn" or "epost" ? [.. fields, ("sedd", await Seen(browser, person, part))] : fields);

    private static async Task<string> Seen(SignedInBrowser browser, PersonId person, string part)
    {
        using var page = await browser.Page($"/administration/personer/{person.Value}");
        return (page.QuerySelector($"form[action$='/{part}'] input[name=sedd]") ?? page.QuerySelector("input[name=sedd]"))?.GetAttribute("value") ?? "";
    }

    /// <summary>A page of the person that is open and live: what it asks goes by the browser's key and no request.</summary>
    private async Task<ClaimsPrincipal> OpenPage(PersonId person, SignInWay way = SignInWay.Code)
    {
        var key = BrowserKey.Of(RandomNumberGenerator.GetBytes(BrowserKey.Bytes));
        Assert.True((await site.App.Runner.Run(new Opens(person, key, way), Jobs.SignIn, CancellationToken.None)).IsDone);
        var principal = new ClaimsPrincipal(new ClaimsIdentity([new Claim("browser", key.Text)], "test"));
        Assert.Equal(person, (await ActorOfRequest.Of(principal, site.People, CancellationToken.None)).Person);
        return principal;
    }

    private async Task<Guid> Key(PersonId person)
    {
        var facts = new PasskeyFacts(RandomNumberGenerator.GetBytes(16), [1], 0, "internal", true, false, false);
        Assert.True((await site.App.Runner.Run(new AddPasskey("Telefonen", facts), Actor.Of(new Person(person, "x", "Provledare", Role.Registrar, municipality: null)), CancellationToken.None)).IsDone);
        return Guid.Parse(await site.App.Read<string>($"SELECT after->>'passkey' FROM history_event WHERE kind = 'PasskeyAdded' AND subject = '{person.Value}'"));
    }

    private async Task<int> Keys(PersonId person) =>
        (await site.App.Runner.Ask(new MyAccount(), Actor.Of(new Person(person, "x", "Provledare", Role.Registrar, municipality: null)), CancellationToken.None)).Passkeys.Count;

    private Task<T> Column<T>(string column, PersonId person) => site.App.Read<T>($"SELECT {column} FROM person WHERE id = '{person.Value}'");

    [Requires(Permission.SignIn)]
    private sealed record Opens(PersonId Person, BrowserKey Key, SignInWay Way) : ICommand
    {
        public Task<Result> Execute(Session session, CancellationToken cancellation)
        {
            session.Db.Add(new BrowserSession(Key, Person, Way, session.Now));
            return Task.FromResult(Result.Done);
        }
    }
}
