using System.Net;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Features.Recommendations;
using Kunskapsstyrning.Web.Tests.Access;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Recommendations;

/// <summary>Drafts begin on a page, are SKR's alone, and are fixed once they are sent.</summary>
public sealed class DraftPagesTests(LoggingSite site) : IClassFixture<LoggingSite>
{
    private const string Sent = "2018-kunskapsstyrning";

    [Fact]
    public async Task An_officer_begins_a_draft_and_comes_to_where_it_is_worked_with()
    {
        using var officer = await site.As("handlaggare");

        using var posted = await officer.Post("/rekommendationer/ny", "/rekommendationer/ny", Fields("Gemensam kompetens", adress: ""));
        Assert.Equal(HttpStatusCode.SeeOther, posted.StatusCode);
        Assert.Equal("/rekommendationer/2027-gemensam-kompetens/hantera?klart=borjat", posted.Headers.Location!.ToString());

        var hub = await officer.Page("/rekommendationer/2027-gemensam-kompetens/hantera");
        Assert.Equal("Utkast. Fyra uppgifter saknas innan den kan skickas.", hub.QuerySelector(".fact")!.TextContent);
        Assert.Contains("Gemensam kompetens", (await officer.Page("/rekommendationer/hantera")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_each_field_and_nothing_is_kept()
    {
        using var officer = await site.As("handlaggare");

        using var posted = await officer.Post("/rekommendationer/ny", "/rekommendationer/ny",
            ("rubrik", ""), ("kort-rubrik", "Tomt"), ("styrelsemote", "31 februari 2027"), ("forsta-ar", "2028"), ("sista-ar", "2027"), ("adress", "hantera"));
        var page = await posted.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, posted.StatusCode);
        foreach (var field in (string[])["rubrik", "styrelsemote", "sista-ar", "adress"]) Assert.Contains($"href=\"#{field}\"", page, StringComparison.Ordinal);
        Assert.Equal(0L, await site.App.Read<long>("SELECT count(*) FROM recommendation WHERE short_title = 'Tomt'"));
    }

    [Fact]
    public async Task An_address_that_is_taken_is_refused()
    {
        using var officer = await site.As("handlaggare");

        using var posted = await officer.Post("/rekommendationer/ny", "/rekommendationer/ny", Fields("Upptagen", Sent));

        Assert.Contains("En annan rekommendation har redan den adressen", await posted.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_seen_by_nobody_outside_SKR()
    {
        await Begin("2027-hemlig");
        using var ekero = await site.As("kommun-0125");

        foreach (var scope in (string[])["public", "0125", "receipt:ZZZZ-ZZZZ", "sign-in"])
        {
            Assert.Empty(await site.App.Rows(scope, "", "SELECT 1 FROM recommendation WHERE slug = '2027-hemlig'"));
            Assert.Empty(await site.App.Rows(scope, "", "SELECT 1 FROM funding_period WHERE years_first = 2077"));
        }

        Assert.NotEmpty(await site.App.Rows("public", "", $"SELECT 1 FROM recommendation WHERE slug = '{Sent}'"));
        foreach (var address in (string[])["/rekommendationer/2027-hemlig", "/rekommendationer/2027-hemlig/hantera", "/api/v1/recommendations/2027-hemlig"])
        {
            using var anyone = site.Anyone();
            using var answer = await anyone.Get(address);
            Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
            using var asked = await ekero.Get(address);
            Assert.NotEqual(HttpStatusCode.OK, asked.StatusCode);
        }

        Assert.Equal(3, (await site.App.As(Role.Officer).Ask(new WhatIsRecommended())).Entries.Count);
    }

    [Theory]
    [InlineData("UPDATE recommendation SET title = 'Annat' WHERE slug = '2018-kunskapsstyrning'")]
    [InlineData("UPDATE recommendation SET sent_at = NULL WHERE slug = '2018-kunskapsstyrning'")]
    [InlineData("UPDATE recommendation SET stated_cost_yearly = 1 WHERE slug = '2018-kunskapsstyrning'")]
    [InlineData("UPDATE board_point SET text = 'Annat' WHERE recommendation_id = (SELECT id FROM recommendation WHERE slug = '2018-kunskapsstyrning')")]
    [InlineData("UPDATE round SET deadline = '2030-01-01' WHERE recommendation_id = (SELECT id FROM recommendation WHERE slug = '2018-kunskapsstyrning')")]
    [InlineData("UPDATE funding_period SET years_last = 2024 WHERE years_first = 2020")]
    [InlineData("UPDATE funding_period SET terms_total = 1 WHERE years_first = 2020")]
    [InlineData("DELETE FROM timetable_entry")]
    [InlineData("DELETE FROM round WHERE number = 2")]
    [InlineData("INSERT INTO board_point (recommendation_id, number, text) SELECT id, 99, 'att' FROM recommendation WHERE slug = '2018-kunskapsstyrning'")]
    public async Task The_database_refuses_every_change_of_what_is_sent(string change)
    {
        foreach (var connection in (string[])[site.App.ApplicationConnectionString, site.App.OwnerConnectionString])
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => Commit(connection, change));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    [Fact]
    public async Task What_a_correction_of_the_same_transaction_tells_of_is_let_through_and_not_afterwards()
    {
        const string Change = "UPDATE funding_period SET years_last = 2018 WHERE years_first = 2017";

        await Commit(site.App.ApplicationConnectionString, $"""
            INSERT INTO recommendation_correction (recommendation_id, number, "on", wrong, "right", reason, source, sequence) SELECT id, 77, '2016-07-01', 'a', 'b', 'c', 'd', 0 FROM recommendation WHERE slug = '2016-nationell-stodfunktion';
            {Change}
            """);

        await Assert.ThrowsAsync<PostgresException>(() => Commit(site.App.ApplicationConnectionString, Change));
    }

    [Fact]
    public async Task Who_may_see_it_and_when_enough_have_joined_can_be_said_anew_of_what_is_sent() =>
        await Commit(site.App.ApplicationConnectionString, "UPDATE recommendation SET publicity = 'StatusPublic', threshold_secured = NULL WHERE slug = '2016-nationell-stodfunktion'");

    [Fact]
    public async Task The_database_refuses_a_year_in_two_periods_of_one_recommendation_and_takes_it_in_two_recommendations()
    {
        await Begin("2027-perioder");
        await Begin("2027-perioder-till");
        const string Another = "INSERT INTO funding_period (id, recommendation_id, years_first, years_last, terms_kind, terms_rounding, terms_source, terms_step) SELECT gen_random_uuid(), id, {0}, 2090, 'NotSet', 'Each', '', 1 FROM recommendation WHERE slug = '2027-perioder'";

        var refused = await Assert.ThrowsAsync<PostgresException>(() => Commit(site.App.ApplicationConnectionString, string.Format(System.Globalization.CultureInfo.InvariantCulture, Another, 2078)));
        await Commit(site.App.ApplicationConnectionString, string.Format(System.Globalization.CultureInfo.InvariantCulture, Another, 2079));

        Assert.Equal("years_belong_to_one_period", refused.ConstraintName);
    }

    [Fact]
    public async Task Only_those_who_manage_recommendations_begin_one()
    {
        using var registrar = await site.As("registrator");

        using var asked = await registrar.Get("/rekommendationer/ny");

        Assert.Equal(HttpStatusCode.Forbidden, asked.StatusCode);
    }

    private async Task Begin(string slug) => Assert.True((await site.App.As(Role.Officer).Run(new BeginDraft(new NewDraft("Hemlig rubrik", "Hemlig", slug, new DateOnly(2027, 3, 1), new YearSpan(2077, 2078))))).IsDone);

    private static async Task Commit(string connectionString, string change)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await AsRole.Enter(connection, "skr", nameof(Permission.ManageRecommendations));
        await using (var command = new NpgsqlCommand(change, connection)) await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
    }

    private static (string, string)[] Fields(string title, string adress) =>
        [("rubrik", $"{title} i socialtjänsten"), ("kort-rubrik", title), ("styrelsemote", "12 mars 2027"), ("forsta-ar", "2028"), ("sista-ar", "2029"), ("adress", adress)];
}
