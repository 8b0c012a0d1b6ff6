using System.Security.Cryptography;
using System.Text;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Populations;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Populations;
using Kunskapsstyrning.Web.Tests.Access;
using Kunskapsstyrning.Web.Tests.ReferenceData;
using Kunskapsstyrning.Web.UseCases;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Populations;

/// <summary>Each test has a year and figures of its own: what is read in is never taken away.</summary>
public sealed class ReadInPopulationTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly MunicipalityCode Ekerö = new("0125");

    private Acting Officer => app.As("handlaggare");

    private Acting Other => app.As("handlaggare-2");

    [Fact]
    public async Task What_is_read_in_holds_at_once_and_its_original_is_kept_byte_for_byte()
    {
        var file = Encoding.UTF8.GetBytes(Counted.Csv(2019, 11, of: 2019));
        var id = await Officer.Put(file, "BE0101N1 2019.csv");

        Assert.Null((await Officer.Confirm(id)).Refusal);

        var set = (await app.As(Role.Reader).Ask(new OnePopulationSet(id)))!;
        var sha = Convert.ToHexStringLower(SHA256.HashData(file));
        Assert.Equal((new DateOnly(2019, 12, 31), "SCB", sha, "BE0101N1 2019.csv", 290), (set.Set.Date, set.Set.Source, set.Set.Checksum, set.Set.ReadFrom, set.Set.Figures.Count));
        Assert.Equal(file, await app.Read<byte[]>($"SELECT bytes FROM document_content WHERE document_id = '{set.Set.OriginalId!.Value.Value}'"));
        Assert.Equal(sha, await app.Read<string>($"SELECT sha256 FROM document WHERE id = '{set.Set.OriginalId!.Value.Value}'"));
        Assert.Equal(("Handläggare på SKR", id), (set.ReadIn!.Name, set.Holds));
        var facts = await app.AsAnyone().Ask(new Facts());
        Assert.Equal((id, 11), (facts.PopulationOn(new DateOnly(2019, 12, 31)).Id, facts.PopulationOn(new DateOnly(2019, 12, 31))[Ekerö] - Counted.Figures(2019, 0).Single(f => f.Code == "0125").Inhabitants));
        Assert.Equal(0, await app.Read<long>($"SELECT count(*) FROM population_draft WHERE set_id = '{id.Value}'"));
        Assert.Contains("Held", await app.Read<string>($"SELECT coalesce(before::text, '') || 'Held' FROM history_event WHERE kind = 'PopulationAdded' AND subject = '{id.Value}'"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_sets_for_a_day_the_latest_read_in_holds_and_fees_that_rest_on_another_stay()
    {
        var before = await Sum2018();
        var first = await Officer.Put(Counted.Csv(2018, 1, of: 2018));
        Assert.Null((await Officer.Confirm(first)).Refusal);
        var second = await Other.Put(Counted.Csv(2018, 2, of: 2018));
        var plan = await Other.Plan(second);
        Assert.Null((await Other.Confirm(second)).Refusal);

        var sets = (await app.As(Role.Reader).Ask(new PopulationSets()))!.Sets.Where(s => s.Date.Year == 2018).ToList();
        Assert.Equal(first, plan.Held!.Id);
        Assert.Equal([(second, true), (first, false)], sets.Take(2).Select(s => (s.Id, s.Holds)));
        Assert.Equal(3, sets.Count);
        Assert.Equal(second, (await app.AsAnyone().Ask(new Facts())).PopulationOn(new DateOnly(2018, 12, 31)).Id);
        Assert.Contains(sets[2].Resting, f => f.Recommendation.Slug == "2018-kunskapsstyrning");
        Assert.Equal(before, await Sum2018());
    }

    [Fact]
    public async Task The_same_file_again_is_known_by_its_checksum()
    {
        var file = Counted.Csv(2012, 3, of: 2012);
        Assert.Null((await Officer.Confirm(await Officer.Put(file))).Refusal);

        var again = await Other.Put(file, "samma fil, annat namn.csv");

        Assert.Contains((await Other.Plan(again)).Trial.Findings, f => f is { Weight: FindingWeight.Hard } && f.Sentence.StartsWith("Samma fil är redan inläst", StringComparison.Ordinal));
        Assert.Equal(PopulationRefusals.Hindered, (await Other.Confirm(again)).Refusal);
    }

    [Fact]
    public async Task The_same_figures_in_another_file_are_read_in_only_when_somebody_says_so()
    {
        var id = await Officer.Put(Counted.Csv(2011, 0, of: 2011));

        Assert.Equal(PopulationRefusals.NotConsented, (await Officer.Confirm(id, consents: false)).Refusal);
        Assert.Null((await Officer.Confirm(id, consents: true)).Refusal);
    }

    [Fact]
    public async Task Confirmed_twice_they_are_read_in_once()
    {
        var id = await Officer.Put(Counted.Csv(2013, 4, of: 2013));
        var confirm = new ReadInPopulation(id, "2013", (await Officer.Plan(id)).Seen, true);

        Assert.Null((await Officer.Run(confirm)).Refusal);
        Assert.Null((await Officer.Run(confirm)).Refusal);

        Assert.Equal(1, await app.Read<long>($"SELECT count(*) FROM history_event WHERE subject = '{id.Value}'"));
    }

    [Fact]
    public async Task Two_who_read_in_the_same_file_at_the_same_moment_read_it_in_once()
    {
        var file = Counted.Csv(2014, 5, of: 2014);
        var (one, two) = (await Officer.Put(file), await Other.Put(file));
        var (seenByOne, seenByTwo) = ((await Officer.Plan(one)).Seen, (await Other.Plan(two)).Seen);

        var results = await Task.WhenAll(
            Task.Run(() => Officer.Run(new ReadInPopulation(one, "2014", seenByOne, true))), Task.Run(() => Other.Run(new ReadInPopulation(two, "2014", seenByTwo, true))));

        Assert.Equal([PopulationRefusals.ChangedMeanwhile], results.Select(r => r.Refusal).OfType<Refusal>());
        Assert.Equal(2, await app.Read<long>("SELECT count(*) FROM population_set WHERE date = '2014-12-31'"));
    }

    [Fact]
    public async Task What_looked_otherwise_when_it_was_read_is_not_read_in()
    {
        var id = await Officer.Put(Counted.Csv(2016, 6, of: 2016));
        var seen = (await Officer.Plan(id)).Seen;
        Assert.Null((await Other.Confirm(await Other.Put(Counted.Csv(2016, 7, of: 2016)))).Refusal);

        Assert.Equal(PopulationRefusals.ChangedMeanwhile, (await Officer.Run(new ReadInPopulation(id, "2016", seen, true))).Refusal);
    }

    [Fact]
    public async Task What_has_a_hindrance_leaves_no_trace_whoever_consents()
    {
        var before = await Everything();
        var id = await Officer.Put(Counted.Csv(2020, 8, of: 2020).Replace("\"0180\"", "\"9999\"", StringComparison.Ordinal));

        Assert.Equal(PopulationRefusals.Hindered, (await Officer.Confirm(id)).Refusal);

        Assert.Equal(before, await Everything());
    }

    [Fact]
    public async Task A_day_that_has_not_been_is_refused() =>
        Assert.Contains((await Officer.Plan(await Officer.Put(Counted.Csv(2031, 9)))).Trial.Findings, f => f.Weight is FindingWeight.Hard && f.Sentence.EndsWith("har inte varit än.", StringComparison.Ordinal));

    [Fact]
    public async Task Of_a_file_with_several_years_the_chosen_one_is_read_in()
    {
        var figures = Counted.Figures(2021, 10).Zip(Counted.Figures(2022, 10));
        var id = await Officer.Put("Region;BE0101N1 2021;BE0101N1 2022\n" + string.Concat(figures.Select(f => $"{f.First.Code};{f.First.Inhabitants};{f.Second.Inhabitants}\n")));

        Assert.Equal("2022", (await Officer.Plan(id)).Trial.Period.Name);
        var plan = await Officer.Plan(id, "2021");
        Assert.Null((await Officer.Run(new ReadInPopulation(id, "2021", plan.Seen, true))).Refusal);

        Assert.Equal(new DateOnly(2021, 12, 31), (await Officer.Ask(new OnePopulationSet(id)))!.Set.Date);
    }

    [Fact]
    public async Task Figures_wait_for_a_day_and_are_another_s_for_nobody()
    {
        var id = await Officer.Put(Counted.Csv(2023, 12, of: 2023));
        var now = app.Clock.Now;
        try
        {
            Assert.Null(await Other.Ask(new PopulationAtHand(id, null)));
            Assert.NotNull(await Officer.Ask(new PopulationAtHand(id, null)));
            app.Clock.Now = now.AddHours(24);
            Assert.Null(await Officer.Ask(new PopulationAtHand(id, null)));
            Assert.Equal(PopulationRefusals.NotThere, (await Officer.Run(new ReadInPopulation(id, "2023", "", true))).Refusal);
            Assert.Null((await app.Runner.Run(new Web.Features.Sending.RemoveExpiredDrafts(), Jobs.Drafts, CancellationToken.None)).Refusal);
            Assert.Equal(0, await app.Read<long>($"SELECT count(*) FROM population_draft WHERE set_id = '{id.Value}'"));
        }
        finally
        {
            app.Clock.Now = now;
        }
    }

    /// <summary>Stopped between the original and the figures: the connection is ended by the server while the rows wait to be written.</summary>
    [Fact]
    public async Task A_connection_that_is_cut_while_it_writes_leaves_nothing_half_and_the_same_can_be_read_in_after()
    {
        var id = await Officer.Put(Counted.Csv(2010, 13, of: 2010));
        var plan = await Officer.Plan(id);
        var before = await Everything();

        await using (var figures = await HeldTable.In(app, "population_figure"))
        {
            var running = Task.Run(() => Officer.Run(new ReadInPopulation(id, "2010", plan.Seen, true)));
            await HeldTable.End(await figures.Waiting(app), app);

            await Assert.ThrowsAnyAsync<Exception>(() => running);
        }

        Assert.Equal(before, await Everything());
        Assert.Null((await Officer.Confirm(id)).Refusal);
    }

    [Fact]
    public async Task The_database_lets_nobody_add_figures_but_those_who_manage_recommendations()
    {
        const string Add = "INSERT INTO population_set (id, date, source, checksum, sequence) VALUES (gen_random_uuid(), '1999-12-31', 'x', 'x', 1)";

        foreach (var (scope, permission) in ((string, string)[])[("skr", "ReadWalled"), ("0125", "ManageRecommendations"), ("public", "ManageRecommendations"), ("", "")])
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => app.Change(scope, permission, Add))).SqlState);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => app.Change("skr", "ManageRecommendations", "UPDATE population_figure SET inhabitants = 1"))).SqlState);
    }

    [Fact]
    public async Task Municipalities_see_no_sets()
    {
        Assert.Null(await app.As(Ekerö).Ask(new PopulationSets()));
        Assert.Null(await app.As(Ekerö).Ask(new OnePopulationSet((await app.AsAnyone().Ask(new Facts())).Populations[0].Id)));
    }

    private async Task<decimal> Sum2018()
    {
        var facts = await app.AsAnyone().Ask(new Facts());
        return facts.FeesIn(facts.Recommendation("2018-kunskapsstyrning")!, 2020)!.List.Sum.Amount;
    }

    /// <summary>How much there is of what reading in writes.</summary>
    private Task<string> Everything() => FiguresInAll.Of(app);
}
