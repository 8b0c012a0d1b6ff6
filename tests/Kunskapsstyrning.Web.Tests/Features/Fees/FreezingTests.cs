using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Api;
using Kunskapsstyrning.Web.Features.Fees;
using Kunskapsstyrning.Web.Tests.ReferenceData;
using Kunskapsstyrning.Web.UseCases;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Fees;

/// <summary>Fees are frozen by two persons, once, whole, and as they were seen.</summary>
public sealed class FreezingTests
{
    private const string First = "2016-nationell-stodfunktion";
    private const string Second = "2018-kunskapsstyrning";
    private const string Third = "2024-kunskapsbaserad-socialtjanst";

    private static readonly YearSpan Years2018 = new(2020, 2023);
    private static readonly YearSpan Years2024 = new(2025, 2028);
    private static readonly MunicipalityCode Ekerö = new("0125");

    private static readonly FeeTerms Lower = new()
    {
        Kind = FeeKind.ShareOfTotal, Total = new Kronor(19_000_000m), Cap = new Kronor(19_500_000m), Discount = DiscountRule.ForLargest(4, 0.10m),
        PopulationDate = new DateOnly(2018, 12, 31), Rounding = RoundingMode.Exact, Source = "Styrelsens beslut",
    };

    [Fact]
    public async Task What_one_proposes_and_another_approves_is_frozen_and_shown_everywhere()
    {
        await using var app = await TestApp.Create();
        var id = await Proposed(app, "handlaggare", Second, Years2018, Lower, "Sänkt total.");
        Assert.Equal(55_089m, (await Fee(app, Second, 2020))!.FeeSek);

        Assert.Equal(ProposalRefusals.SamePerson, (await app.As("handlaggare").Run(new ApproveAllocation(id))).Refusal);
        Done(await app.As("ekonom").Run(new ApproveAllocation(id)));

        var version = (await app.As("lasare").Ask(new FeeVersion(Second, Years2018, 2)))!;
        Assert.Equal(("Sänkt total.", "Handläggare på SKR", "Ekonom på SKR"), (version.Version.Reason, version.Names[version.Version.ProposedBy!.Value], version.Names[version.Version.ApprovedBy!.Value]));
        Assert.Equal(new Kronor(19_000_000m), version.Fees.List.Sum);
        Assert.True(version.Holds);
        Assert.Equal(290, version.Fees.Comparison!.Changed);
        var fee = (await Fee(app, Second, 2020))!;
        Assert.Equal(version.Fees.List.Of(Ekerö)!.Amount!.Value.Amount, fee.FeeSek);
        Assert.Equal(version.Fees.List.Of(Ekerö)!.Explained!.ToSentences(), fee.Explanation);
        Assert.Equal(["FeesProposed", "ProposalEnded", "FeesLocked"], await Kinds(app));
    }

    [Fact]
    public async Task A_period_whose_fee_was_not_set_shows_its_frozen_fees_everywhere()
    {
        await using var app = await TestApp.Create();
        var terms = Lower with { Kind = FeeKind.RatePerInhabitant, Rate = 2m, Total = null, Cap = null, Discount = null, PopulationDate = new DateOnly(2023, 12, 31), Rounding = RoundingMode.Each };

        var overCap = terms with { Cap = new Kronor(21_000_000m) };
        var above = new ProposeAllocation(new AllocationProposalId(Guid.CreateVersion7()), Third, Years2024, overCap, await Seen(app, Third, Years2024, overCap), "");
        Assert.Equal(ProposalRefusals.AboveCap, (await app.As("handlaggare").Run(above)).Refusal);

        Done(await app.As("ekonom").Run(new ApproveAllocation(await Proposed(app, "handlaggare", Third, Years2024, terms, ""))));

        var fees = (await app.AsAnyone().Ask(new FeesInYear(Third, 2026))).Value!;
        Assert.Equal((FeeState.Computed, 1, 290, new DateOnly(2023, 12, 31)), (fees.State, fees.Version, fees.Fees.Count, fees.PopulationDate));
        var shown = (await app.AsAnyone().Ask(new RecommendationOnADay(Third, AskedDay.Read(null, null).Value!))).Value!.Terms[0];
        Assert.Equal((FeeKind.RatePerInhabitant, 2m), (shown.Kind, shown.RatePerInhabitant));
        var facts = await app.AsAnyone().Ask(new Facts());
        Assert.Equal((FeeKind.NotSet, terms), (facts.Recommendation(Third)!.Periods[0].Terms.Kind, facts.TermsOf(facts.Recommendation(Third)!.Periods[0])));
    }

    [Fact]
    public async Task What_cannot_be_proposed_is_refused_by_name_and_leaves_no_trace()
    {
        await using var app = await TestApp.Create();
        var officer = app.As("handlaggare");
        var seen = await Seen(app, Second, Years2018, Lower);
        ProposeAllocation Propose(FeeTerms terms, string reason = "Skäl.", string? fingerprint = null) => new(new AllocationProposalId(Guid.CreateVersion7()), Second, Years2018, terms, fingerprint ?? seen, reason);

        Assert.Equal(ProposalRefusals.NoPeriod, (await officer.Run(Propose(Lower) with { Years = new YearSpan(2020, 2024) })).Refusal);
        Assert.Equal(FeeTermsRefusals.RateAndTotal, (await officer.Run(Propose(Lower with { Rate = 1m }))).Refusal);
        Assert.Equal(ProposalRefusals.NothingToFreeze, (await officer.Run(Propose(new FeeTerms { Kind = FeeKind.NotSet }))).Refusal);
        Assert.Equal(ProposalRefusals.SourceMissing, (await officer.Run(Propose(Lower with { Source = " " }))).Refusal);
        Assert.Equal(ProposalRefusals.ReasonMissing, (await officer.Run(Propose(Lower, " "))).Refusal);
        Assert.Equal(ProposalRefusals.ReasonTooLong, (await officer.Run(Propose(Lower, new string('a', 1_001)))).Refusal);
        Assert.Equal(ProposalRefusals.ChangedMeanwhile, (await officer.Run(Propose(Lower, fingerprint: "x"))).Refusal);
        Assert.Equal(FeeTermsRefusals.PopulationNotThere, (await officer.Run(Propose(Lower with { PopulationDate = new DateOnly(2018, 12, 30) }))).Refusal);
        Assert.Equal(ProposalRefusals.ListMissing, (await officer.Run(Propose(new FeeTerms { Kind = FeeKind.PublishedList, Source = "s" }))).Refusal);
        Assert.Equal(
            ProposalRefusals.PriceNeedsTakeUp,
            (await officer.Run(Propose(new FeeTerms { Kind = FeeKind.FallingWithTakeUp, Rate = 2m, TakeUpAtHighestPrice = 0.6m, PopulationDate = Lower.PopulationDate, Source = "s" }))).Refusal);
        Assert.Empty(await Kinds(app));
    }

    [Fact]
    public async Task One_proposal_waits_at_a_time_and_one_that_is_ended_makes_way_for_the_next()
    {
        await using var app = await TestApp.Create();
        var id = await Proposed(app, "handlaggare", Second, Years2018, Lower, "Ett.");

        var again = await app.As("ekonom").Run(new ProposeAllocation(new AllocationProposalId(Guid.CreateVersion7()), Second, Years2018, Lower, await Seen(app, Second, Years2018, Lower), "Två."));
        Assert.Equal(ProposalRefusals.AnotherWaits, again.Refusal);
        Done(await app.As("ekonom").Run(new EndProposal(id, "Fel källa.")));
        Assert.Equal(ProposalRefusals.Settled, (await app.As("handlaggare-2").Run(new ApproveAllocation(id))).Refusal);
        Done(await app.As("handlaggare-2").Run(new ApproveAllocation(await Proposed(app, "handlaggare", Second, Years2018, Lower, "Två."))));

        Assert.Equal("TurnedDown,Approved", await app.Read<string>("SELECT string_agg(state, ',' ORDER BY proposed_at) FROM allocation_proposal"));
    }

    [Fact]
    public async Task Two_approve_at_the_same_moment_and_a_third_reads_in_the_population_and_there_is_one_version_or_a_clear_refusal()
    {
        for (var round = 0; round < 4; round++)
        {
            await using var app = await TestApp.Create();
            var id = await Proposed(app, "handlaggare", Second, Years2018, Lower, "Samtidigt.");

            Task<Result>[] approvals = [app.As("ekonom").Run(new ApproveAllocation(id)), app.As("handlaggare-2").Run(new ApproveAllocation(id))];
            var reading = round % 2 == 0 ? PopulationReadIn(app) : Task.CompletedTask;
            await Task.WhenAll([.. approvals, reading]);

            var refusals = approvals.Select(a => a.Result.Refusal).OfType<Refusal>().ToList();
            Assert.All(refusals, r => Assert.Contains(r, (Refusal[])[ProposalRefusals.Settled, ProposalRefusals.PopulationChanged]));
            Assert.Equal(2 - refusals.Count, await app.Read<long>("SELECT count(*) FROM allocation WHERE number = 2"));
            Assert.True(refusals.Count is 1 || (refusals.Count is 2 && round % 2 == 0), string.Join(' ', refusals));
        }
    }

    [Fact]
    public async Task A_population_read_in_since_is_refused_and_nothing_is_frozen()
    {
        await using var app = await TestApp.Create();
        var id = await Proposed(app, "handlaggare", Second, Years2018, Lower, "Före ny folkmängd.");
        await PopulationReadIn(app);

        Assert.Equal(ProposalRefusals.PopulationChanged, (await app.As("ekonom").Run(new ApproveAllocation(id))).Refusal);
        Assert.Null((await app.As("ekonom").Ask(new FeeProposal(Second, id)))!.Fees);
        Assert.Equal(0L, await app.Read<long>("SELECT count(*) FROM allocation WHERE number = 2"));
    }

    [Fact]
    public async Task When_the_connection_is_cut_in_the_middle_of_freezing_nothing_is_half_and_it_can_be_done_again()
    {
        await using var app = await TestApp.Create();
        var id = await Proposed(app, "handlaggare", Second, Years2018, Lower, "Avbruten.");
        await using (var owner = new NpgsqlConnection(app.OwnerConnectionString))
        {
            await owner.OpenAsync(TestContext.Current.CancellationToken);
            await using var holding = await owner.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await Do(owner, "LOCK TABLE allocation_row IN SHARE MODE");
            var approving = app.As("ekonom").Run(new ApproveAllocation(id));

            // The version is written and its rows wait for the table: that is the middle.
            var cut = 0L;
            for (var tries = 0; tries < 200 && cut == 0; tries++)
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
                await using var other = new NpgsqlConnection(app.ApplicationConnectionString);
                await other.OpenAsync(TestContext.Current.CancellationToken);
                cut = await Do(other, "SELECT count(pg_terminate_backend(a.pid)) FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid WHERE NOT l.granted AND l.relation = 'allocation_row'::regclass AND a.datname = current_database()");
            }

            Assert.Equal(1, cut);
            await Assert.ThrowsAnyAsync<Exception>(() => approving);
        }

        Assert.Equal(0L, await app.Read<long>("SELECT count(*) FROM allocation WHERE number = 2"));
        Assert.Equal(["FeesProposed"], await Kinds(app));
        Done(await app.As("ekonom").Run(new ApproveAllocation(id)));
        Assert.Equal(290L, await app.Read<long>("SELECT count(*) FROM allocation_row r JOIN allocation a ON a.id = r.allocation_id WHERE a.number = 2 AND r.explanation IS NOT NULL"));
    }

    [Theory]
    [InlineData("UPDATE allocation SET reason = 'x'")]
    [InlineData("UPDATE allocation_row SET computed = 1")]
    [InlineData("DELETE FROM allocation_row")]
    [InlineData("TRUNCATE allocation CASCADE")]
    [InlineData("UPDATE allocation_proposal SET terms_total = 1")]
    [InlineData("UPDATE allocation_proposal SET result_fingerprint = 'x'")]
    [InlineData("UPDATE allocation_proposal SET proposed_by = settled_by")]
    [InlineData("DELETE FROM allocation_proposal")]
    public async Task The_database_refuses_to_change_what_is_frozen_and_what_was_proposed_also_to_the_owner(string statement)
    {
        await using var app = await TestApp.Create();
        Done(await app.As("ekonom").Run(new ApproveAllocation(await Proposed(app, "handlaggare", Second, Years2018, Lower, "Låst."))));
        await using var owner = new NpgsqlConnection(app.OwnerConnectionString);
        await owner.OpenAsync(TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => Do(owner, $"SELECT set_config('app.scope', 'skr', false); {statement}"));

        Assert.Equal("42501", refused.SqlState);
    }

    [Fact]
    public async Task The_database_refuses_one_person_in_both_roles()
    {
        await using var app = await TestApp.Create();
        await Proposed(app, "handlaggare", Second, Years2018, Lower, "Ensam.");
        await using var owner = new NpgsqlConnection(app.OwnerConnectionString);
        await owner.OpenAsync(TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => Do(owner, "SELECT set_config('app.scope', 'skr', false); UPDATE allocation_proposal SET state = 'Approved', settled_by = proposed_by"));

        Assert.Equal("ck_allocation_proposal_two_persons", refused.ConstraintName);
    }

    [Fact]
    public async Task Every_stored_version_is_what_the_program_reckons_today_to_the_last_letter()
    {
        await using var app = await TestApp.Create();
        Done(await app.As("ekonom").Run(new ApproveAllocation(await Proposed(app, "handlaggare", Second, Years2018, Lower, "En till."))));

        foreach (var (slug, years, number) in new[] { (First, new YearSpan(2017, 2018), 1), (Second, Years2018, 1), (Second, Years2018, 2) })
        {
            var version = (await app.As("lasare").Ask(new FeeVersion(slug, years, number)))!;
            var stored = version.Version.AsFrozen()!;
            var now = FeeCalculation.Calculate(
                stored.Terms, [.. stored.Rows.Select(r => new Population(r.Municipality, r.Inhabitants))], stored.Rows.Where(r => r.Published is not null).ToDictionary(r => r.Municipality, r => r.Published!.Value));

            Assert.Equal(290, stored.Rows.Count);
            Assert.Equal(FeeExplanation.Describe(now), FeeExplanation.Describe(stored));
            Assert.All(now.Rows, fee =>
            {
                Assert.Equal(fee, stored.Of(fee.Municipality)! with { Explained = null, IsDecided = false });
                var (made, kept) = (FeeExplanation.Of(now, fee, FeesInDb.Publisher(version.Recommendation)), FeeExplanation.Of(stored, stored.Of(fee.Municipality)!));
                Assert.Equal(made.ToSentences(), kept.ToSentences());
                Assert.Equal(made.Lines.Select(l => (l.Operator, l.Label, l.Text, l.IsResult)), kept.Lines.Select(l => (l.Operator, l.Label, l.Text, l.IsResult)));
            });
        }
    }

    [Fact]
    public async Task A_municipality_is_told_nothing_of_what_is_proposed()
    {
        await using var app = await TestApp.Create();
        var id = await Proposed(app, "handlaggare", Second, Years2018, Lower, "Hemligt än.");

        Assert.Null(await app.As(Ekerö).Ask(new FeesToManage(Second)));
        Assert.Null(await app.As(Ekerö).Ask(new FeeProposal(Second, id)));
        Assert.Null(await app.As(Ekerö).Ask(new TryFees(Second, Years2018)));
        Assert.Null(await app.As(Ekerö).Ask(new FeeVersion(Second, Years2018, 1)));
        await Assert.ThrowsAsync<NotAllowedException>(() => app.As(Ekerö).Run(new ApproveAllocation(id)));
        await Assert.ThrowsAsync<NotAllowedException>(() => app.As("administrator").Run(new ApproveAllocation(id)));
    }

    internal static async Task<AllocationProposalId> Proposed(TestApp app, string login, string slug, YearSpan years, FeeTerms terms, string reason)
    {
        var id = new AllocationProposalId(Guid.CreateVersion7());
        Done(await app.As(login).Run(new ProposeAllocation(id, slug, years, terms, await Seen(app, slug, years, terms), reason)));
        return id;
    }

    private static async Task<string> Seen(TestApp app, string slug, YearSpan years, FeeTerms terms) =>
        FeeFingerprint.Of((await app.As("lasare").Ask(new TryFees(slug, years)))!.Fees(terms, null));

    private static async Task<FeeLineOfYear?> Fee(TestApp app, string slug, int year) =>
        (await app.AsAnyone().Ask(new FeesInYear(slug, year))).Value!.Fees.Single(f => f.MunicipalityCode == Ekerö.Digits);

    private static async Task<string[]> Kinds(TestApp app) =>
        (await app.Read<string>("SELECT coalesce(string_agg(kind, ',' ORDER BY sequence), '') FROM history_event WHERE kind IN ('FeesProposed', 'ProposalEnded', 'FeesLocked')")).Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The same day read in once more, with one inhabitant more in Ekerö.</summary>
    private static async Task PopulationReadIn(TestApp app)
    {
        await using var owner = new NpgsqlConnection(app.OwnerConnectionString);
        await owner.OpenAsync();
        await using var transaction = await owner.BeginTransactionAsync();
        await Do(owner, """
            SELECT pg_advisory_xact_lock(20162);
            INSERT INTO population_set (id, date, source, checksum, sequence) SELECT gen_random_uuid(), date, source, 'nytt', nextval('history_sequence') FROM population_set WHERE date = '2018-12-31';
            INSERT INTO population_figure (set_id, municipality_code, inhabitants)
                SELECT n.id, f.municipality_code, f.inhabitants + CASE WHEN f.municipality_code = '0125' THEN 1 ELSE 0 END
                FROM population_set n, population_figure f JOIN population_set o ON o.id = f.set_id WHERE n.checksum = 'nytt' AND o.date = n.date AND o.id <> n.id
            """);
        await transaction.CommitAsync();
    }

    private static async Task<long> Do(NpgsqlConnection connection, string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteScalarAsync() is long number ? number : 0;
    }

    private static void Done(Result result) => Assert.Null(result.Refusal);
}
