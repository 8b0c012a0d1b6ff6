using System.Net;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Colleagues;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Kunskapsstyrning.Web.Tests.Features.SignIn;
using Kunskapsstyrning.Web.UseCases;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Colleagues;

/// <summary>What those who answer for a municipality do with each other. Each test has municipalities of its own.</summary>
public sealed class ColleagueTests(SignInSite site) : IClassFixture<SignInSite>
{
    private const string List = "/min-kommun/kollegor";
    private const string Form = "/min-kommun/kollegor/bjud-in";

    [Fact]
    public async Task A_municipality_sees_its_own_people_and_no_others()
    {
        var (_, mine) = await Account("1440");
        var (_, colleague) = await Account("1440");
        var (_, foreign) = await Account("1489");
        using var browser = await site.SignedIn(mine);

        using var page = await browser.Page(List);

        var text = page.QuerySelector("table")!.TextContent;
        Assert.Contains(mine, text, StringComparison.Ordinal);
        Assert.Contains(colleague, text, StringComparison.Ordinal);
        Assert.DoesNotContain(foreign, text, StringComparison.Ordinal);
        Assert.Contains("(du)", page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SKR_has_no_colleagues_page()
    {
        var email = $"{Guid.NewGuid():N}@skr.example";
        await site.Account(email, Role.Administrator);
        using var browser = await site.SignedIn(email);

        using var answer = await browser.Get(List);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_colleague_is_invited_to_the_own_municipality_and_signs_in()
    {
        var (me, mine) = await Account("1441");
        using var browser = await site.SignedIn(mine);
        var email = Email();

        using var invited = await browser.Post(Form, Form, ("namn", "Ny Kollega"), ("epost", email));
        var letter = await site.LetterTo(email);
        using var entered = await site.SignedIn(email);
        using var page = await entered.Page("/konto");
        using var list = await browser.Page(List);

        Assert.Equal($"{List}?gjort=inbjuden", invited.Headers.Location!.OriginalString);
        Assert.Contains("Kommunens registrator, Lerums kommun", letter, StringComparison.Ordinal);
        Assert.Contains("Lerum", page.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ny Kollega", list.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        var person = await site.App.Read<Guid>($"SELECT subject FROM history_event WHERE kind = 'PersonInvited' AND municipality_code = '1441' AND actor = '{me.Value}'");
        Assert.Equal("MunicipalUser 1441", await site.App.Read<string>($"SELECT role || ' ' || municipality_code FROM person WHERE id = '{person}'"));
    }

    [Theory]
    [InlineData("roll", "administrator")]
    [InlineData("kommun", "0180")]
    public async Task A_role_or_a_municipality_in_the_form_is_refused_and_nobody_is_added(string field, string value)
    {
        var (_, mine) = await Account("1442");
        using var browser = await site.SignedIn(mine);
        var before = await site.App.Read<long>("SELECT count(*) FROM person");

        using var forged = await browser.Post(Form, Form, ("namn", "Ny Kollega"), ("epost", Email()), (field, value));

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal(before, await site.App.Read<long>("SELECT count(*) FROM person"));
    }

    [Theory]
    [InlineData("avsluta")]
    [InlineData("aterkalla")]
    [InlineData("bjud-in")]
    public async Task Another_municipalitys_person_is_not_there(string part)
    {
        var (_, mine) = await Account("1443");
        var (foreign, _) = await Account("1489");
        using var browser = await site.SignedIn(mine);

        using var answer = await browser.Post(List, $"{List}/{foreign.Value}/{part}", part == "avsluta" ? [("skal", "Nog")] : ((string, string)[])[]);
        using var page = await browser.Get($"{List}/{foreign.Value}/avsluta");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (answer.StatusCode, page.StatusCode));
        Assert.Equal(0, await site.Told("PersonEnded", foreign));
        Assert.Equal(0, await site.Told("PersonInvited", foreign));
    }

    [Fact]
    public async Task A_colleague_whose_right_ends_is_out_at_the_next_click_and_only_SKR_lets_them_in_again()
    {
        var (_, mine) = await Account("1444");
        var (colleague, email) = await Account("1444");
        using var browser = await site.SignedIn(mine);
        using var theirs = await site.SignedIn(email);

        using var bare = await browser.Post($"{List}/{colleague.Value}/avsluta", $"{List}/{colleague.Value}/avsluta", ("skal", ""));
        using (await browser.Post(List, $"{List}/{colleague.Value}/avsluta", ("skal", "Har slutat"))) { }

        using var gone = await theirs.Get("/min-kommun");
        using var again = await browser.Post(Form, Form, ("namn", "Samma"), ("epost", email));
        using var page = await SignedInBrowser.Read(again);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (bare.StatusCode, gone.StatusCode));
        Assert.Equal(1, await site.Told("PersonEnded", colleague));
        Assert.Contains("SKR kan öppna den igen", page.GetElementById("fel")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_hands_over_by_inviting_another_and_then_ending_ones_own_right()
    {
        var (me, mine) = await Account("1445");
        using var browser = await site.SignedIn(mine);
        var end = $"{List}/{me.Value}/avsluta";

        using var alone = await browser.Post(end, end, ("skal", "Ny tjänst"));
        using (await browser.Post(Form, Form, ("namn", "Efterträdare"), ("epost", Email()))) { }
        using var sure = await browser.Page(end);
        using var handedOver = await browser.Post(end, end, ("skal", "Ny tjänst"));
        using var after = await browser.Get("/min-kommun");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, alone.StatusCode);
        Assert.Contains("Ingen annan hos er har loggat in än", sure.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/utloggad", handedOver.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
    }

    [Fact]
    public async Task Of_two_who_end_each_other_or_themselves_at_the_same_moment_one_is_left()
    {
        foreach (var (round, code) in ((string[])["1460", "1461", "1462", "1463", "1465", "1466", "1470", "1471"]).Index())
        {
            var (one, other) = ((await Account(code)).Person, (await Account(code)).Person);

            var answers = await Task.WhenAll(round % 2 == 0 ? [Ends(one, other), Ends(other, one)] : (Task<bool>[])[Ends(one, one), Ends(other, other)]);

            Assert.Single(answers, done => done);
            Assert.Equal(1, await site.App.Read<long>($"SELECT count(*) FROM person WHERE municipality_code = '{code}' AND ended_at IS NULL"));

            async Task<bool> Ends(PersonId me, PersonId whom)
            {
                try
                {
                    return (await site.App.Runner.Run(new EndColleague(whom, "Kapplöpning"), Actor.Of(new Person(me, "x", "Registrator", Role.MunicipalUser, new(code))), CancellationToken.None)).IsDone;
                }
                catch (NotAllowedException)
                {
                    return false;
                }
            }
        }
    }

    [Fact]
    public async Task An_address_that_somebody_has_is_refused_in_words_that_tell_no_more_than_that()
    {
        var (_, mine) = await Account("1446");
        var (_, foreign) = await Account("1489");
        using var browser = await site.SignedIn(mine);

        using var own = await browser.Post(Form, Form, ("namn", "Ny"), ("epost", mine));
        using var elsewhere = await browser.Post(Form, Form, ("namn", "Ny"), ("epost", foreign));
        using var page = await SignedInBrowser.Read(elsewhere);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (own.StatusCode, elsewhere.StatusCode));
        Assert.Contains("utanför er kommun", page.GetElementById("epost-fel")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(foreign, page.GetElementById("epost")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Letters_are_limited_for_a_colleague_in_an_hour_and_for_a_municipality_in_a_day()
    {
        var (me, mine) = await Account("1447");
        using var browser = await site.SignedIn(mine);
        using (await browser.Post(Form, Form, ("namn", "Första"), ("epost", Email()))) { }
        var first = await site.App.Read<Guid>($"SELECT subject FROM history_event WHERE kind = 'PersonInvited' AND actor = '{me.Value}'");

        using var soon = await browser.Post(List, $"{List}/{first}/bjud-in");
        for (var more = 1; more < 20; more++)
        {
            using var invited = await browser.Post(Form, Form, ("namn", $"Nummer {more}"), ("epost", Email()));
            Assert.Equal(HttpStatusCode.SeeOther, invited.StatusCode);
        }

        using var many = await browser.Post(Form, Form, ("namn", "En till"), ("epost", Email()));
        using var page = await SignedInBrowser.Read(many);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (soon.StatusCode, many.StatusCode));
        Assert.Contains("Vänta till i morgon", page.GetElementById("fel")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(20, await site.App.Read<long>($"SELECT count(*) FROM history_event WHERE kind = 'PersonInvited' AND actor = '{me.Value}'"));
    }

    [Fact]
    public async Task Whoever_has_come_is_not_taken_back_as_if_only_invited()
    {
        var (_, mine) = await Account("1452");
        var (colleague, email) = await Account("1452");
        using var browser = await site.SignedIn(mine);
        using var theirs = await site.SignedIn(email);

        using var refused = await browser.Post(List, $"{List}/{colleague.Value}/aterkalla");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(0, await site.Told("PersonEnded", colleague));
    }

    [Fact]
    public async Task The_ready_made_user_of_a_municipality_sees_only_it()
    {
        var view = await site.App.As("kommun-0180").Ask(new OurPeople());

        Assert.Equal("Stockholms kommun", view.Municipality);
        Assert.Equal("Registrator i Stockholm", Assert.Single(view.People).Name);
    }

    private async Task<(PersonId Person, string Email)> Account(string municipality)
    {
        var email = Email();
        return (await site.Account(email, Role.MunicipalUser, municipality), email);
    }

    private static string Email() => $"{Guid.NewGuid():N}@kommun.example";
}
