using System.Text.Json;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Features.Recommendations;
using Kunskapsstyrning.Web.Reference;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Overview;

public sealed class LiveStateTests
{
    private static readonly string[] Answering = ["0125", "0127", "0140", "0180", "0380", "0580", "0980", "1280", "1480", "2480", "2580", "2584"];

    [Theory]
    [InlineData(20160)]
    [InlineData(1)]
    public async Task A_state_that_is_kept_up_is_as_one_counted_from_the_beginning_whatever_is_registered_corrected_and_taken_back(int seed)
    {
        await using var app = await TestApp.Create();
        var (chance, registrar) = (new Random(seed), app.As(Role.Registrar));
        var stated = new Threshold(4, "minst fyra", "Prov") { ShareOfInhabitants = 0.10m, Secured = new Kronor(500_000) };
        Assert.Null((await app.As("handlaggare").Run(new StateThreshold(await registrar.Id2016(), stated))).Refusal);
        await using var source = NpgsqlDataSource.Create(app.ApplicationConnectionString);
        using var facts = new ReferenceFactsKeeper(new Changes());
        var other = new Acting(TestApp.RunnerOn(source, facts, new Changes(), app.Clock), Actor.Anyone);
        var (there, done) = (new Dictionary<DecisionId, int>(), 0);

        for (var step = 1; step <= 90; step++)
        {
            done += await Change(registrar, chance, there) ? 1 : 0;
            if (step % 3 == 0) Assert.Equal(Told(await registrar.Ask(new Recounted())), Told(await registrar.State(DayOf(app))));
            if (step % 10 == 0) Assert.Equal(Told(await other.Ask(new Recounted())), Told(await other.State(DayOf(app))));
        }

        Assert.InRange(done, 45, 90);
        Assert.Contains((await registrar.State(DayOf(app))).Rows, r => r.Standing.HasAdopted);
    }

    [Fact]
    public async Task Only_the_municipality_that_answers_is_counted_anew()
    {
        await using var app = await TestApp.Create();
        var registrar = app.As(Role.Registrar);
        var before = await registrar.State(DayOf(app));
        Assert.Null((await registrar.Run(await registrar.Log2016("0125", Typed.Adopts))).Refusal);

        var after = await registrar.State(DayOf(app));

        Assert.Equal("0125", Assert.Single(after.Rows.Zip(before.Rows), r => !ReferenceEquals(r.First, r.Second)).First.Municipality.Code.Digits);
        Assert.Equal((0, 1), (before.Adoption.HaveAdopted, after.Adoption.HaveAdopted));
    }

    [Fact]
    public async Task What_is_kept_is_not_kept_when_what_it_is_counted_from_changes()
    {
        await using var app = await TestApp.Create();
        var registrar = app.As(Role.Registrar);
        Assert.Empty((await registrar.State(DayOf(app))).Meters);

        Assert.Null((await app.As("handlaggare").Run(new StateThreshold(await registrar.Id2016(), new Threshold(2, "minst två", "Prov")))).Refusal);

        Assert.Equal(2, Assert.Single((await registrar.State(DayOf(app))).Meters).Needed);
    }

    [Fact]
    public async Task An_old_round_is_known_through_what_has_been_answered_since_in_a_new_one()
    {
        await using var app = await TestApp.Create();
        var registrar = app.As(Role.Registrar);
        Assert.Null((await registrar.Run(await registrar.Log2016("0125", Typed.Adopts))).Refusal);
        var old = await registrar.State(DayOf(app));
        var later = (await registrar.Ask(new StateOfRecommendation("2018-kunskapsstyrning", new AsOf(DayOf(app)))))!.Recommendation;
        Assert.Null((await registrar.Run(await registrar.Seeing(new LogDecision(
            new DecisionId(Guid.CreateVersion7()), new MunicipalityCode("0127"), later.Id, Typed.Adopts with { DecidedOn = new DateOnly(2019, 5, 2), ArrivedOn = new DateOnly(2019, 5, 3) }, Typed.Details, [])))).Refusal);
        var answered = (await registrar.Ask(new StateOfRecommendation("2018-kunskapsstyrning", new AsOf(DayOf(app)))))!.Sequence;

        var same = await registrar.State(DayOf(app));

        Assert.True(answered > old.Sequence);
        Assert.Equal(answered, await registrar.Ask(new KnownThrough()));
        Assert.Same(old.Rows, same.Rows);
    }

    [Fact]
    public async Task What_a_refused_command_would_have_written_is_not_kept()
    {
        await using var app = await TestApp.Create();
        var registrar = app.As(Role.Registrar);
        await registrar.State(DayOf(app));
        var tooEarly = await registrar.Log2016("0125", Typed.Adopts with { DecidedOn = new DateOnly(2010, 1, 1) });

        Assert.NotNull((await registrar.Run(tooEarly)).Refusal);

        Assert.Equal(0, (await registrar.State(DayOf(app))).Adoption.HaveAdopted);
    }

    /// <summary>Does one thing; false when the domain says no.</summary>
    private static async Task<bool> Change(Acting registrar, Random chance, Dictionary<DecisionId, int> there)
    {
        var content = Content(chance);
        if (there.Count == 0 || chance.Next(10) < 6)
        {
            var log = await registrar.Log2016(Answering[chance.Next(Answering.Length)], content);
            if (!(await registrar.Run(log)).IsDone) return false;
            there[log.Id] = 1;
            return true;
        }

        var (id, seen) = there.ElementAt(chance.Next(there.Count));
        if (chance.Next(2) == 0)
        {
            if (!(await registrar.Run(new CorrectDecision(id, seen, content, Typed.Details, "Felskrivet"))).IsDone) return false;
            there[id] = seen + 1;
            return true;
        }

        there.Remove(id);
        return (await registrar.Run(new RetractDecision(id, seen, "Hörde inte hit"))).IsDone;
    }

    private static DecisionContent Content(Random chance)
    {
        var decided = new DateOnly(2016, 7, 1).AddDays(chance.Next(900));
        var outcome = Enum.GetValues<Outcome>()[chance.Next(Enum.GetValues<Outcome>().Length)];
        return new DecisionContent
        {
            Outcome = outcome, Stage = outcome is Outcome.Tabled or Outcome.Remitted || chance.Next(6) == 0 ? Stage.Proposal : Stage.Final,
            Body = "Socialnämnden", DecidedOn = decided, ArrivedOn = decided.AddDays(chance.Next(40)),
        };
    }

    private static DateOnly DayOf(TestApp app) => SwedishTime.DayOf(app.Clock.GetUtcNow());

    /// <summary>All that a state says, as one text.</summary>
    private static string Told(RecommendationState state) => JsonSerializer.Serialize(new
    {
        state.AsOf, state.Today, state.Sequence, state.Meters, state.Curve, state.InhabitantsCurve, state.FeesCurve,
        state.Adoption.Municipalities, state.Adoption.Inhabitants, state.Adoption.Secured, state.Adoption.Possible,
        Counts = Swedish.Statuses.Select(s => state.Adoption[s]),
        Names = state.RowsByName.Select(r => r.Municipality.Name),
        Counties = state.Counties.Select(c => new { c.Group.Name, Counts = Swedish.Statuses.Select(s => c[s]) }), Late = state.LateWindows.Select(w => w?.Words),
        Rows = state.Rows.Select(r => new { r.Municipality.Code.Digits, County = r.County.Name, r.Standing.Status, r.Standing.RestsOn, r.Standing.Content, r.Standing.Beside, r.Standing.Participations, r.Inhabitants, r.FirstYearFee, r.Deadline }),
    });

    /// <summary>The latest event that the state of 2016 is known through.</summary>
    [Requires(Permission.ReadPublic)]
    private sealed record KnownThrough : IQuery<long>
    {
        public Task<long> Answer(Session session, CancellationToken cancellation) => Task.FromResult(LiveStates.Latest(session.Facts, session.Facts.Recommendation(Typed.Slug2016)!.Id)!.Through);
    }

    /// <summary>The state of 2016 counted from every decision.</summary>
    [Requires(Permission.ReadPublic)]
    private sealed record Recounted : IQuery<RecommendationState>
    {
        public async Task<RecommendationState> Answer(Session session, CancellationToken cancellation)
        {
            var asked = session.Facts.Recommendation(Typed.Slug2016)!;
            return StateOfRecommendation.StateOf(session.Facts, asked, await session.Db.AnswersTo(asked.Id, cancellation), new AsOf(session.Today), session.Today);
        }
    }
}
