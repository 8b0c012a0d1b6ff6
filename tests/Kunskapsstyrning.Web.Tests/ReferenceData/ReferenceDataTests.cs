using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence.ReferenceData;
using Kunskapsstyrning.Web.Features.ReferenceData;
using Kunskapsstyrning.Web.Reference;
using Kunskapsstyrning.Web.UseCases;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.ReferenceData;

public sealed class ReferenceDataTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly MunicipalityCode Ekerö = new("0125");
    private static readonly MunicipalityCode Stockholm = new("0180");

    [Fact]
    public async Task There_are_three_recommendations_290_municipalities_in_21_counties_and_15_years_of_inhabitants()
    {
        var facts = await app.AsAnyone().Ask(new Facts());

        Assert.Equal(["2024-kunskapsbaserad-socialtjanst", "2018-kunskapsstyrning", "2016-nationell-stodfunktion"], facts.Recommendations.Select(r => r.Slug));
        Assert.Equal(290, facts.Municipalities.Count);
        Assert.Equal(21, facts.Counties.Count());
        Assert.Equal(15, facts.Populations.Count);
    }

    [Theory]
    [InlineData(2015, 9_851_017)]
    [InlineData(2016, 9_995_153)]
    [InlineData(2018, 10_230_185)]
    [InlineData(2023, 10_551_707)]
    [InlineData(2024, 10_587_710)]
    public async Task The_municipalities_sum_to_the_inhabitants_of_the_country(int year, int country)
    {
        var facts = await app.AsAnyone().Ask(new Facts());

        var population = facts.PopulationOn(new DateOnly(year, 12, 31));

        Assert.Equal(new DateOnly(year, 12, 31), population.Date);
        Assert.Equal(country, facts.Municipalities.Sum(m => population[m.Code]));
    }

    [Fact]
    public async Task The_fees_of_2017_give_both_published_amounts_and_their_sum_stands_beside_the_stated_cost()
    {
        var facts = await app.AsAnyone().Ask(new Facts());

        var recommendation = facts.Recommendation("2016-nationell-stodfunktion")!;
        var fees = facts.FeesIn(recommendation, 2017)!;

        Assert.Equal(new Kronor(9_500), fees.List.Of(Ekerö)!.Published);
        Assert.Equal(new Kronor(9_500), fees.List.Of(Ekerö)!.Computed);
        Assert.Equal(new Kronor(293_100), fees.List.Of(Stockholm)!.Published);
        Assert.Equal(new Kronor(293_100), fees.List.Of(Stockholm)!.Computed);
        Assert.Equal(2, fees.List.Rows.Count(f => f.Published is not null));
        Assert.Equal(new Kronor(3_403_100), fees.List.Sum);
        Assert.Equal(new Kronor(3_400_000), recommendation.StatedCost!.Yearly);
        Assert.Contains("återräknad", fees.Period.Terms.Assumption, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_fees_of_2020_share_the_highest_cost_exactly_and_say_what_is_assumed()
    {
        var facts = await app.AsAnyone().Ask(new Facts());

        var fees = facts.FeesIn(facts.Recommendation("2018-kunskapsstyrning")!, 2020)!;

        Assert.Equal(new Kronor(19_500_000), fees.List.Sum);
        Assert.Equal(new Kronor(55_089), fees.List.Of(Ekerö)!.Computed);
        Assert.Equal(new Kronor(1_685_153), fees.List.Of(Stockholm)!.Computed);
        Assert.DoesNotContain(fees.List.Rows, f => f.Published is not null);
        Assert.Contains("antagna", fees.Period.Terms.Assumption, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_fee_from_2025_is_not_set_and_none_is_invented()
    {
        var facts = await app.AsAnyone().Ask(new Facts());

        var recommendation = facts.Recommendation("2024-kunskapsbaserad-socialtjanst")!;

        Assert.Equal(new YearSpan(2025, 2028), recommendation.FundingYears);
        Assert.Null(recommendation.StatedCost);
        Assert.Null(facts.FeesIn(recommendation, 2025));
    }

    [Fact]
    public async Task The_extension_to_2024_is_proposed_and_gives_no_year_to_pay_for()
    {
        var facts = await app.AsAnyone().Ask(new Facts());

        var recommendation = facts.Recommendation("2018-kunskapsstyrning")!;
        var extension = Assert.Single(recommendation.Extensions);

        Assert.Equal((2024, ExtensionState.Proposed, null), (extension.LastYear, extension.State, extension.BoardDecidedOn));
        Assert.Equal(new YearSpan(2020, 2023), recommendation.PayingYears);
    }

    [Fact]
    public async Task The_letter_of_2019_corrects_the_printed_years_and_names_two_days_to_answer_by()
    {
        var facts = await app.AsAnyone().Ask(new Facts());

        var recommendation = facts.Recommendation("2018-kunskapsstyrning")!;
        var correction = Assert.Single(recommendation.Corrections);

        Assert.Equal(new DateOnly(2019, 3, 6), correction.On);
        Assert.Contains("2020–2024", correction.Wrong, StringComparison.Ordinal);
        Assert.Contains("2020–2023", correction.Right, StringComparison.Ordinal);
        Assert.Equal([new DateOnly(2019, 6, 15), new DateOnly(2019, 12, 15)], recommendation.Rounds.Select(r => r.Deadline));
    }

    [Fact]
    public async Task No_threshold_in_the_sources_has_a_number()
    {
        var facts = await app.AsAnyone().Ask(new Facts());

        Assert.Equal([null, "tillräckligt många", "merparten"], facts.Recommendations.Reverse().Select(r => r.Threshold?.Words));
        Assert.All(facts.Recommendations, r => Assert.Null(r.Threshold?.Municipalities));
    }

    [Fact]
    public void Every_fact_in_the_file_has_its_source_and_no_officer_is_named()
    {
        var files = ReferenceFiles.Read().Recommendations;

        foreach (var file in files)
        {
            IEnumerable<string?> sources =
            [
                file.Title.Source, file.ShortTitle.Source, file.BoardDecision.Source, file.Publicity.Source, file.Points?.Source, file.Letter?.Source, file.CaseNumber?.Source,
                file.StatedCost?.Source, file.Threshold?.Source, file.AsksForReasons?.Source, file.Predecessor?.Source, .. file.Rounds.Select(r => r.Source),
                .. file.Timetable.Select(t => t.Source), .. file.Periods.Select(p => p.Terms.Source), .. file.Periods.SelectMany(p => p.Published).Select(p => p.Source),
                .. file.Corrections.Select(c => c.Source), .. file.Extensions.Select(e => e.Source),
            ];
            Assert.DoesNotContain(sources.OfType<string>(), string.IsNullOrWhiteSpace);
        }

        Assert.Equal(["Adressen i brevet", "registrator@skl.se", null], files.Select(f => f.Letter?.AnswerTo));
    }

    [Fact]
    public async Task Loading_again_changes_nothing()
    {
        var before = await app.Read<long>("SELECT max(sequence) FROM history_event");

        var again = await app.RunAsOwner(new LoadReferenceData(), Jobs.ReferenceData);
        var people = await app.RunAsOwner(new AddReadyMadePeople(), Jobs.ReferenceData);

        Assert.True(again.IsDone && people.IsDone);
        Assert.Equal(before, await app.Read<long>("SELECT max(sequence) FROM history_event"));
    }

    [Fact]
    public async Task Files_that_have_changed_add_what_is_missing_and_touch_nothing_else()
    {
        await using var own = await TestApp.Create();
        await Forget(own, "history_event WHERE kind = 'ReferenceDataLoaded'");
        await Forget(own, "population_figure WHERE set_id IN (SELECT id FROM population_set WHERE date = '2024-12-31')");
        await Forget(own, "population_set WHERE date = '2024-12-31'");

        var loaded = await own.RunAsOwner(new LoadReferenceData(), Jobs.ReferenceData);

        Assert.True(loaded.IsDone);
        Assert.Equal(15L, await own.Read<long>("SELECT count(*) FROM population_set"));
        Assert.Equal(1L, await own.Read<long>("SELECT count(*) FROM history_event WHERE kind = 'ReferenceDataLoaded'"));
        Assert.Equal(16L, await own.Read<long>("SELECT count(*) FROM history_event WHERE kind = 'PopulationAdded'"));
        Assert.Equal(3L, await own.Read<long>("SELECT count(*) FROM history_event WHERE kind = 'RecommendationAdded'"));
    }

    [Fact]
    public async Task A_database_from_before_a_job_existed_gets_the_job_at_the_next_start()
    {
        await using var own = await TestApp.Create();
        await Forget(own, $"person WHERE id = '{Jobs.Mail.Person!.Value.Value}'");
        var loadedBefore = await own.Runner.Ask(new ReferenceDataAreLoaded(), Jobs.ReferenceData, CancellationToken.None);

        await own.RunAsOwner(new LoadReferenceData(), Jobs.ReferenceData);

        Assert.False(loadedBefore);
        Assert.True(await own.Runner.Ask(new ReferenceDataAreLoaded(), Jobs.ReferenceData, CancellationToken.None));
        Assert.Equal("Utskick", await own.Read<string>($"SELECT name FROM person WHERE id = '{Jobs.Mail.Person!.Value.Value}'"));
    }

    [Fact]
    public async Task The_history_tells_of_everything_that_was_loaded_and_names_nobody()
    {
        var kinds = await app.Read<string>("SELECT string_agg(kind || ' ' || number, ', ' ORDER BY kind) FROM (SELECT kind, count(*) AS number FROM history_event GROUP BY kind) AS k");
        var names = await app.Read<long>("SELECT count(*) FROM history_event h, person p WHERE h.after::text LIKE '%' || p.name || '%'");

        Assert.Equal($"FeesAllocated 2, PersonAdded {Jobs.All.Count + ReadyMadeUsers.All.Count}, PopulationAdded 15, RecommendationAdded 3, RecommendationCorrected 1, RecommendationExtended 1, ReferenceDataLoaded 1, TemplateChanged {Enum.GetValues<MessageKind>().Length}", kinds);
        Assert.Equal(0, names);
    }

    [Fact]
    public void There_is_a_ready_made_user_in_every_role_and_two_who_may_freeze_fees()
    {
        var users = ReadyMadeUsers.All;

        Assert.Equal(Enum.GetValues<Role>().Order(), users.Select(u => u.Role).Distinct().Order());
        Assert.True(users.Count(u => Roles.Of(u.Role).Contains(Permission.FreezeFees)) >= 2);
        Assert.Equal([Ekerö, Stockholm], users.Select(u => u.MunicipalityCode).OfType<MunicipalityCode>());
    }

    [Fact]
    public async Task No_example_data_without_asking()
    {
        var facts = await app.AsAnyone().Ask(new Facts());

        Assert.False(facts.HasExamples);
        Assert.Equal(0L, await app.Read<long>("SELECT count(*) FROM decision"));
    }

    private static async Task Forget(TestApp app, string what)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(app.OwnerConnectionString);
        var table = what.Split(' ')[0];
        await using var command = source.CreateCommand($"ALTER TABLE {table} DISABLE TRIGGER USER; ALTER TABLE {table} DISABLE ROW LEVEL SECURITY; DELETE FROM {what}; ALTER TABLE {table} ENABLE TRIGGER USER");
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>The reference facts as use cases see them.</summary>
[Requires(Permission.ReadPublic)]
internal sealed record Facts : IQuery<ReferenceFacts>
{
    public Task<ReferenceFacts> Answer(Session session, CancellationToken cancellation) => Task.FromResult(session.Facts);
}
