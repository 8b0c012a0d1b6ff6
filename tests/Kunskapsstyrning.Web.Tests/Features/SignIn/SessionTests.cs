using System.Net;
using System.Security.Claims;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.SignIn;

/// <summary>How long a sign-in holds, and what ends it. Each test moves the clock, so they have a site of their own.</summary>
public sealed class SessionTests(SignInSite site) : IClassFixture<SignInSite>
{
    [Fact]
    public async Task Half_an_hour_without_anything_done_signs_out_and_the_sign_in_page_says_so()
    {
        await site.Account("idle@skr.example");
        using var browser = await site.SignedIn("idle@skr.example");

        site.App.Clock.Now += TimeSpan.FromMinutes(31);
        using var sent = await browser.Get("/registrera?kommun=0125");
        using var page = await browser.Page(sent.Headers.Location!.OriginalString);

        Assert.Equal("/logga-in?returnUrl=%2Fregistrera%3Fkommun%3D0125", sent.Headers.Location!.OriginalString);
        Assert.Contains("Inget har hänt på en halvtimme", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/registrera?kommun=0125", page.QuerySelector("input[name=returnUrl]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_is_done_meanwhile_keeps_it_for_eight_hours_and_no_longer()
    {
        await site.Account("long@skr.example");
        using var browser = await site.SignedIn("long@skr.example");

        for (var minutes = 25; minutes < 8 * 60; minutes += 25)
        {
            site.App.Clock.Now += TimeSpan.FromMinutes(25);
            using var still = await browser.Get("/registrera");
            Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        }

        site.App.Clock.Now += TimeSpan.FromMinutes(25);
        using var over = await browser.Get("/registrera");
        using var page = await browser.Page("/logga-in");
        Assert.Equal(HttpStatusCode.Redirect, over.StatusCode);
        Assert.Contains("åtta timmar", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_page_asks_by_itself_keeps_nobody_signed_in()
    {
        await site.Account("away@skr.example");
        using var browser = await site.SignedIn("away@skr.example");

        for (var times = 0; times < 2; times++)
        {
            site.App.Clock.Now += TimeSpan.FromMinutes(20);
            using var asked = await browser.Get("/handelser?rekommendation=finns-inte");
        }

        using var answer = await browser.Get("/registrera");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Ways_to_sign_in_are_changed_only_by_somebody_who_has_just_signed_in()
    {
        await site.Account("fresh@skr.example");
        using var browser = await site.SignedIn("fresh@skr.example");
        using var fresh = await browser.Post("/konto", "/konto/nyckel/fraga");

        site.App.Clock.Now += TimeSpan.FromMinutes(16);
        using var stale = await browser.Post("/registrera", "/konto/nyckel/fraga");
        using var page = await browser.Page("/konto");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (fresh.StatusCode, stale.StatusCode));
        Assert.Null(page.QuerySelector("[data-nyckel]"));
        Assert.Equal("/logga-in?returnUrl=%2Fkonto", page.QuerySelector("p.after a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_code_is_worth_nothing_after_ten_minutes()
    {
        await site.Account("late@skr.example");
        using var browser = site.Browser();
        var code = await site.Code(browser, "late@skr.example");

        site.App.Clock.Now += TimeSpan.FromMinutes(10);
        using var entered = await browser.Post("/logga-in/kod", "/logga-in/kod", ("kod", code));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, entered.StatusCode);
    }

    [Fact]
    public async Task A_right_that_is_taken_away_is_gone_at_the_next_request()
    {
        var person = await site.Account("demoted@skr.example");
        using var browser = await site.SignedIn("demoted@skr.example");

        Assert.True((await site.OnTheNode(Role.Administrator).Run(new Demotes(person))).IsDone);

        using var answer = await browser.Get("/registrera");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Somebody_whose_right_has_ended_is_nobody_at_once_also_in_a_page_that_is_open()
    {
        var person = await site.Account("ended@skr.example");
        var key = BrowserKey.Of(System.Security.Cryptography.RandomNumberGenerator.GetBytes(BrowserKey.Bytes));
        Assert.True((await site.App.Runner.Run(new Opens(person, key), Jobs.SignIn, CancellationToken.None)).IsDone);
        var principal = new ClaimsPrincipal(new ClaimsIdentity([new Claim("browser", key.Text)], "test"));
        Assert.Equal(person, (await ActorOfRequest.Of(principal, site.App.People, CancellationToken.None)).Person);

        Assert.True((await site.App.As(Role.Administrator).Run(new Ends(person))).IsDone);

        Assert.Null((await ActorOfRequest.Of(principal, site.App.People, CancellationToken.None)).Person);
    }

    [Fact]
    public async Task A_right_that_is_taken_away_on_another_node_is_gone_as_soon_as_that_is_heard()
    {
        var person = await site.Account("elsewhere@skr.example");
        using var browser = await site.SignedIn("elsewhere@skr.example");
        using (var before = await browser.Get("/registrera")) Assert.Equal(HttpStatusCode.OK, before.StatusCode);

        Assert.True((await site.App.As(Role.Administrator).Run(new Demotes(person))).IsDone);

        // The clock of the node stands still, so that it is not the time that does it.
        var answer = HttpStatusCode.OK;
        for (var tries = 0; tries < 200 && answer is HttpStatusCode.OK; tries++)
        {
            if (tries > 0) await Task.Delay(50, TestContext.Current.CancellationToken);
            using var asked = await browser.Get("/registrera");
            answer = asked.StatusCode;
        }

        Assert.Equal(HttpStatusCode.Forbidden, answer);
    }

    [Fact]
    public async Task A_node_that_hears_nothing_believes_what_it_knew_for_ten_seconds_at_most()
    {
        var person = await site.Account("unheard@skr.example");
        var key = BrowserKey.Of(System.Security.Cryptography.RandomNumberGenerator.GetBytes(BrowserKey.Bytes));
        Assert.True((await site.App.Runner.Run(new Opens(person, key), Jobs.SignIn, CancellationToken.None)).IsDone);
        var deaf = new SignedInPeople(site.App.Runner, new Changes(), site.App.Clock);
        Assert.True((await deaf.In(key, CancellationToken.None))!.Actor.IsSignedIn);

        Assert.True((await site.App.As(Role.Administrator).Run(new Ends(person))).IsDone);
        site.App.Clock.Now += SignedInPeople.Longest;

        Assert.False((await deaf.In(key, CancellationToken.None))!.Actor.IsSignedIn);
    }

    [Fact]
    public async Task Nobody_is_kept_for_a_key_that_was_made_up()
    {
        var key = BrowserKey.Of(System.Security.Cryptography.RandomNumberGenerator.GetBytes(BrowserKey.Bytes));
        Assert.Null(await site.App.People.In(key, CancellationToken.None));
        var person = await site.Account("later@skr.example");

        Assert.True((await site.App.Runner.Run(new Opens(person, key), Jobs.SignIn, CancellationToken.None)).IsDone);

        Assert.Equal(person, (await site.App.People.In(key, CancellationToken.None))!.Person.Id);
    }

    [Fact]
    public async Task A_code_that_was_mailed_before_the_right_ended_lets_nobody_in_and_that_is_told()
    {
        var person = await site.Account("gone@skr.example");
        using var browser = site.Browser();
        var code = await site.Code(browser, "gone@skr.example");
        Assert.True((await site.App.As(Role.Administrator).Run(new Ends(person))).IsDone);

        using var refused = await browser.Post("/logga-in/kod", "/logga-in/kod", ("kod", code));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal((0, 1), (await site.Told("SignedIn", person), await site.Told("SignInRefused", person, "person-ended")));
    }

    [Fact]
    public async Task Whoever_signs_in_is_told_of_in_the_log_with_the_way_and_the_place_and_the_history_knows_no_place()
    {
        var person = await site.Account("here@skr.example");
        using var browser = site.Browser("198.51.100.44");
        var code = await site.Code(browser, "here@skr.example");

        using var entered = await browser.Post("/logga-in/kod", "/logga-in/kod", ("kod", code));

        Assert.Contains($"Person {person.Value} signed in: Code, from 198.51.100.44.", site.Log);
        Assert.Equal(0, await site.App.Read<long>("SELECT count(*) FROM history_event WHERE history_event::text LIKE '%198.51.100.44%'"));
    }

    [Requires(Permission.Administer)]
    private sealed record Demotes(PersonId Person) : ICommand
    {
        public async Task<Result> Execute(Session session, CancellationToken cancellation) =>
            (await session.Db.People.SingleAsync(p => p.Id == Person, cancellation)).Become(Role.Reader, municipality: null, "Ny tjänst");
    }

    [Requires(Permission.Administer)]
    private sealed record Ends(PersonId Person) : ICommand
    {
        public async Task<Result> Execute(Session session, CancellationToken cancellation) =>
            (await session.Db.People.SingleAsync(p => p.Id == Person, cancellation)).End(session.Now, "Slutat");
    }

    [Requires(Permission.SignIn)]
    private sealed record Opens(PersonId Person, BrowserKey Key) : ICommand
    {
        public Task<Result> Execute(Session session, CancellationToken cancellation)
        {
            session.Db.Add(new BrowserSession(Key, Person, SignInWay.Code, session.Now));
            return Task.FromResult(Result.Done);
        }
    }
}
