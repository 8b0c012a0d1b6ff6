using System.Net;
using AngleSharp.Dom;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Recommendations;
using Kunskapsstyrning.Web.Tests.Access;
using Kunskapsstyrning.Web.Tests.Features.Fees;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Recommendations;

/// <summary>A draft can be thrown away, with a reason; nothing of what is sent can.</summary>
public sealed class ThrowAwayTests(LoggingSite site) : IClassFixture<LoggingSite>
{
    private static readonly YearSpan Years = new(2026, 2027);

    [Fact]
    public async Task A_draft_is_thrown_away_with_a_reason_and_all_that_is_left_is_its_history_and_the_files()
    {
        const string Slug = "2025-kastas";
        await Begun(Slug);
        Done(await site.App.As(Role.Officer).Run(new AddAnnex(Slug, "Bilaga 2", Files.Text("Bilagan till det som kastas"))));
        using var officer = await site.As("handlaggare");
        var id = (await site.App.As(Role.Officer).Ask(new ManagedRecommendation(Slug)))!.Recommendation.Id.Value;

        using var page = await officer.Page(Address(Slug));
        var told = string.Join(' ', string.Join(' ', page.QuerySelector(".ledger")!.GetDescendants().OfType<IText>().Select(t => t.Text)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        foreach (var gone in (string[])["Att-satser 1 att-sats", "1 omgång", "1 rad", "2026–2027", "Bilaga 2. Filerna själva sparas."]) Assert.Contains(gone, told, StringComparison.Ordinal);
        var seen = page.QuerySelector("input[name=sedd]")!.GetAttribute("value")!;
        using var silent = await officer.Post(Address(Slug), Address(Slug), ("sedd", seen), ("skal", " "));
        using var unseen = await officer.Post(Address(Slug), Address(Slug), ("sedd", "0"), ("skal", "Dubblett"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (silent.StatusCode, unseen.StatusCode));
        using var thrown = await officer.Post(Address(Slug), Address(Slug), ("sedd", seen), ("skal", "Dubblett av en annan"));

        Assert.Equal("/rekommendationer/hantera?klart=kastat", thrown.Headers.Location?.ToString());
        foreach (var part in (string[])["board_point", "round", "timetable_entry", "funding_period", "annex"]) Assert.Equal(0, await site.App.Read<long>($"SELECT count(*) FROM {part} WHERE recommendation_id = '{id}'"));
        Assert.Equal(0, await site.App.Read<long>($"SELECT count(*) FROM recommendation WHERE id = '{id}'"));
        Assert.Equal(1, await site.App.Read<long>("SELECT count(*) FROM document WHERE file_name = 'utdrag.txt'"));
        Assert.Equal("Dubblett av en annan", await site.App.Read<string>($"SELECT reason FROM history_event WHERE kind = 'DraftDiscarded' AND recommendation_id = '{id}' AND before::text LIKE '%Rubriken i sin helhet%'"));
        using var again = await officer.Get(Address(Slug));
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        await Begun(Slug);
    }

    [Fact]
    public async Task A_draft_that_fees_are_proposed_for_stays()
    {
        const string Slug = "2025-med-avgifter";
        await Begun(Slug);
        await FreezingTests.Proposed(site.App, "handlaggare", Slug, Years, new FeeTerms { Kind = FeeKind.Flat, Amount = new Kronor(42_500m), Source = "Styrelsens beslut" }, "");
        using var officer = await site.As("handlaggare");

        using var page = await officer.Page(Address(Slug));
        using var hub = await officer.Page($"/rekommendationer/{Slug}/hantera");

        Assert.Null(page.QuerySelector("form[action$=kasta]"));
        Assert.Equal(DraftRefusals.HasFees, (await site.App.As(Role.Officer).Run(new ThrowAwayDraft(Slug, 1, "Ändå"))).Refusal);
        Assert.Contains("Version 1 för 2026–2027 väntar på en annan person.", hub.QuerySelector(".ways")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(hub.QuerySelector($".ways a[href^='/rekommendationer/{Slug}/hantera/avgifter/2026-2027/forslag/']"));
    }

    [Fact]
    public async Task Nothing_of_what_is_sent_is_thrown_away_by_the_page_the_use_case_or_the_database()
    {
        const string Slug = "2025-oangripbar";
        await Begun(Slug);
        Done(await site.App.As(Role.Officer).Run(new SendRecommendation(Slug, 1, Publicity.Internal)));
        using var officer = await site.As("handlaggare");

        using var page = await officer.Get(Address(Slug));
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Equal(RecommendationRefusals.AlreadySent, (await site.App.As(Role.Officer).Run(new ThrowAwayDraft(Slug, 1, "Ändå"))).Refusal);
        foreach (var connection in (string[])[site.App.ApplicationConnectionString, site.App.OwnerConnectionString])
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => Commit(connection, string.Join(';', ((string[])["board_point", "round", "timetable_entry", "funding_period"])
                .Select(part => $"DELETE FROM {part} WHERE recommendation_id = (SELECT id FROM recommendation WHERE slug = '{Slug}')").Append($"DELETE FROM recommendation WHERE slug = '{Slug}'"))));
            Assert.Equal((PostgresErrorCodes.InsufficientPrivilege, true), (refused.SqlState, refused.MessageText.Contains("is sent", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Fees_proposed_while_the_draft_is_thrown_away_leave_nothing_half()
    {
        for (var round = 0; round < 6; round++)
        {
            var slug = $"2025-samtidigt-{round}";
            await Begun(slug);
            var terms = new FeeTerms { Kind = FeeKind.Flat, Amount = new Kronor(42_500m), Source = "Styrelsens beslut" };

            var thrown = Task.Run(() => site.App.As("handlaggare-2").Run(new ThrowAwayDraft(slug, 1, "Samtidigt")));
            var proposed = Task.Run(async () => { try { return await FreezingTests.Proposed(site.App, "handlaggare", slug, Years, terms, "") is { } ? "förslag" : ""; } catch (Exception refused) when (refused is NullReferenceException or Xunit.Sdk.XunitException) { return "inget"; } });

            var kept = !(await thrown).IsDone;
            Assert.Equal(kept ? "förslag" : "inget", await proposed);
            Assert.Equal(kept ? 1L : 0L, await site.App.Read<long>($"SELECT count(*) FROM recommendation WHERE slug = '{slug}'"));
        }
    }

    private async Task Begun(string slug)
    {
        Done(await site.App.As(Role.Officer).Run(new BeginDraft(new NewDraft("Rubriken i sin helhet", "Rubriken", slug, new DateOnly(2025, 10, 1), Years))));
        var draft = (await site.App.As(Role.Officer).Ask(new ManagedRecommendation(slug)))!.Recommendation;
        Done(await site.App.As(Role.Officer).Run(new ReviseDraft(slug, 0, draft.Content with
        {
            Points = ["att rekommendera"], Letter = new CoverLetter(new DateOnly(2025, 11, 1), "kommunstyrelserna", "registrator@skr.example", "Brevet"),
            Rounds = [new DraftedRound(new DateOnly(2026, 3, 1), "Sista svarsdag", "Brevet")], Timetable = [new DraftedDay(new DateOnly(2025, 12, 1), "Möte", "Brevet")],
        })));
    }

    private static string Address(string slug) => $"/rekommendationer/{slug}/hantera/kasta";

    private static void Done(Result result) => Assert.Null(result.Refusal);

    private static async Task Commit(string connectionString, string change)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await AsRole.Enter(connection, "skr", nameof(Permission.ManageRecommendations));
        await using (var command = new NpgsqlCommand(change, connection)) await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
    }
}
