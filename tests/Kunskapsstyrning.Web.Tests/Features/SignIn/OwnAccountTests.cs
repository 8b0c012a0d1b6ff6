using System.Net;
using AngleSharp.Dom;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.SignIn;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Kunskapsstyrning.Web.UseCases;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.SignIn;

/// <summary>What one sees of the own sign-ins, ends of them, and is told of the own keys.</summary>
public sealed class OwnAccountTests(SignInSite site) : IClassFixture<SignInSite>
{
    [Fact]
    public async Task One_sees_where_one_is_signed_in_and_which_browser_this_is()
    {
        await site.Account("two@skr.example");
        await site.Account("somebody-else@skr.example");
        using var one = await site.SignedIn("two@skr.example");
        using var other = await site.SignedIn("two@skr.example");
        using var somebodyElse = await site.SignedIn("somebody-else@skr.example");

        using var page = await one.Page("/konto");

        var rows = Rows(page);
        Assert.Equal(2, rows.Count);
        Assert.Single(rows, r => r.QuerySelector("th")!.TextContent == "Kod i mejlen, den här webbläsaren");
        Assert.Single(rows, r => r.QuerySelector("th")!.TextContent == "Kod i mejlen");
        Assert.All(rows, r => Assert.Equal(2, r.QuerySelectorAll("td").Count(d => d.TextContent.Contains("kl.", StringComparison.Ordinal) && d.QuerySelector("form") is null)));
    }

    [Fact]
    public async Task One_signs_out_in_another_browser_and_stays_signed_in_here()
    {
        var person = await site.Account("lost@kommun.example", Role.MunicipalUser, "0126");
        using var here = await site.SignedIn("lost@kommun.example");
        using var lost = await site.SignedIn("lost@kommun.example");
        using var page = await here.Page("/konto");
        var form = Rows(page).Select(r => r.QuerySelector("form")!).Single(f => f.GetAttribute("action") == "/konto/inloggad/logga-ut");

        using var ended = await here.Post("/konto", "/konto/inloggad/logga-ut", ("webblasare", form.QuerySelector("[name=webblasare]")!.GetAttribute("value")!));

        Assert.Equal("/konto?gjort=utloggad", ended.Headers.Location!.OriginalString);
        using var there = await lost.Get("/min-kommun");
        using var still = await here.Page("/konto?gjort=utloggad");
        Assert.Equal(HttpStatusCode.Redirect, there.StatusCode);
        Assert.Single(Rows(still));
        Assert.Equal("Du är utloggad där.", still.QuerySelector("[role=status]")!.TextContent.Trim());
        Assert.Equal(1, await site.Told("SignedOut", person));
    }

    [Fact]
    public async Task One_signs_out_everywhere_else_at_once()
    {
        await site.Account("many@skr.example");
        using var here = await site.SignedIn("many@skr.example");
        using var second = await site.SignedIn("many@skr.example");
        using var third = await site.SignedIn("many@skr.example");

        using var ended = await here.Post("/konto", "/konto/inloggad/logga-ut-andra");

        Assert.Equal("/konto?gjort=utloggade", ended.Headers.Location!.OriginalString);
        using var inSecond = await second.Get("/registrera");
        using var inThird = await third.Get("/registrera");
        using var inHere = await here.Get("/registrera");
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.OK), (inSecond.StatusCode, inThird.StatusCode, inHere.StatusCode));
    }

    [Fact]
    public async Task Nobody_signs_somebody_else_out_whatever_they_send()
    {
        var victim = await site.Account("victim@skr.example");
        await site.Account("attacker@skr.example");
        using var theirs = await site.SignedIn("victim@skr.example");
        using var attacker = await site.SignedIn("attacker@skr.example");
        var browser = await InDatabase<string>("sign-in", null, "", $"SELECT browser FROM browser_session WHERE person_id = '{victim.Value}'");

        using (await attacker.Post("/konto", "/konto/inloggad/logga-ut", ("webblasare", browser))) { }
        using (await attacker.Post("/konto", "/konto/inloggad/logga-ut-andra")) { }

        using var still = await theirs.Get("/registrera");
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }

    [Fact]
    public async Task Whoever_signed_in_long_ago_is_offered_to_sign_in_anew_and_ends_nothing()
    {
        await site.Account("stale@skr.example");
        using var here = await site.SignedIn("stale@skr.example");
        using var other = await site.SignedIn("stale@skr.example");
        site.App.Clock.Now += TimeSpan.FromMinutes(16);

        using var refused = await here.Post("/registrera", "/konto/inloggad/logga-ut-andra");
        using var page = await here.Page("/konto");

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(2, Rows(page).Count);
        Assert.Empty(page.QuerySelectorAll("form[action^='/konto/inloggad']"));
        Assert.Contains("För att logga ut i de andra ska du nyss ha loggat in.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("key@skr.example", null)]
    [InlineData("key@kommun.example", "0127")]
    public async Task The_owner_is_told_by_letter_when_a_key_is_added_and_when_one_is_taken_away(string email, string? municipality)
    {
        var person = Somebody(await site.Account(email, municipality is null ? Role.Registrar : Role.MunicipalUser, municipality), municipality);

        var key = await site.Passkey(person);
        var added = await site.Letter(email);
        Assert.True((await site.App.Runner.Run(new RemovePasskey(key), Actor.Of(person), CancellationToken.None)).IsDone);
        var removed = await site.Letter(email);

        Assert.StartsWith("En nyckel att logga in med lades till på ditt konto", added, StringComparison.Ordinal);
        Assert.StartsWith("En nyckel att logga in med togs bort från ditt konto", removed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_goes_to_the_own_address_only_and_what_others_have_open_stays_open()
    {
        const string Letter = "INSERT INTO sign_in_letter (id, recipient, subject, body, next_try_at, not_after, attempts) VALUES (gen_random_uuid(), 'others-letter@skr.example', 'x', 'x', now(), now(), 0)";
        var me = await site.Account("own-letter@skr.example");
        await site.Account("others-letter@skr.example");
        using var other = await site.SignedIn("others-letter@skr.example");

        var refused = await Assert.ThrowsAsync<PostgresException>(() => InDatabase<object>("skr", me, "ManageOwnAccount", Letter));
        var ended = await InDatabase<long>("skr", me, "ManageOwnAccount", "WITH ended AS (UPDATE browser_session SET ended_at = now() WHERE person_id <> app_person() RETURNING 1) SELECT count(*) FROM ended");

        Assert.Equal((PostgresErrorCodes.InsufficientPrivilege, 0), (refused.SqlState, ended));
    }

    [Fact]
    public async Task Where_codes_are_for_municipalities_SKRs_own_get_one_only_until_they_have_a_key_and_nobody_can_tell()
    {
        await using var strict = new SignInSite { CodesFor = "Municipalities" };
        await strict.InitializeAsync();
        var withKey = await strict.Account("with-key@skr.example");
        await strict.Passkey(Somebody(withKey, municipality: null));
        Assert.NotNull(await strict.Letter("with-key@skr.example"));
        var municipal = await strict.Account("with-key@kommun.example", Role.MunicipalUser, "0125");
        await strict.Passkey(Somebody(municipal, "0125"));
        Assert.NotNull(await strict.Letter("with-key@kommun.example"));
        await strict.Account("new@skr.example");

        using (await strict.SignedIn("new@skr.example")) { }
        using (await strict.SignedIn("with-key@kommun.example")) { }
        using var browser = strict.Browser();
        using var stranger = strict.Browser();
        using var refused = await browser.Post("/logga-in", "/logga-in/kod/ny", ("epost", "with-key@skr.example"), ("returnUrl", ""));
        using var unknown = await stranger.Post("/logga-in", "/logga-in/kod/ny", ("epost", "nobody@skr.example"), ("returnUrl", ""));

        Assert.Equal((unknown.StatusCode, unknown.Headers.Location), (refused.StatusCode, refused.Headers.Location));
        Assert.Equal(await Words(stranger, "nobody@skr.example"), await Words(browser, "with-key@skr.example"));
        Assert.Equal((0, 1), (await strict.Told("CodeMailed", withKey), await strict.Told("SignInRefused", withKey, "code-not-for-them")));
        Assert.False(strict.HasMailed("with-key@skr.example"));
    }

    private static Person Somebody(PersonId id, string? municipality) =>
        new(id, id.Value.ToString(), "Provledare", municipality is null ? Role.Registrar : Role.MunicipalUser, municipality is null ? null : new MunicipalityCode(municipality));

    private static List<IElement> Rows(IDocument page) => [.. page.QuerySelector("section[aria-labelledby=h-inloggningar]")!.QuerySelectorAll("tbody tr")];

    private static async Task<string> Words(SignedInBrowser browser, string address)
    {
        using var page = await browser.Page("/logga-in/kod");
        foreach (var hidden in page.QuerySelectorAll("input[type=hidden]").ToList()) hidden.Remove();
        return page.Body!.OuterHtml.Replace(address, "…", StringComparison.Ordinal);
    }

    private async Task<T> InDatabase<T>(string scope, PersonId? person, string permission, string sql)
    {
        await using var source = NpgsqlDataSource.Create(site.App.ApplicationConnectionString);
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var settings = new NpgsqlCommand($"SELECT set_config('app.scope', '{scope}', true), set_config('app.person', '{person?.Value}', true), set_config('app.permission', '{permission}', true)", connection)) await settings.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
