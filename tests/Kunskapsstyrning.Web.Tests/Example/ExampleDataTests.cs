using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Example;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Tests.ReferenceData;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Example;

public sealed class ExampleDataTests(ExampleApp app) : IClassFixture<ExampleApp>
{
    private const string First = "2016-nationell-stodfunktion";
    private const string Second = "2018-kunskapsstyrning";
    private const string Third = "2024-kunskapsbaserad-socialtjanst";

    [Theory]
    [InlineData("2019-03-06", 0, 0, 0, 0, 290)]
    [InlineData("2019-07-04", 214, 14, 17, 19, 26)]
    [InlineData("2019-09-30", 246, 14, 21, 0, 9)]
    [InlineData("2019-11-27", 248, 14, 19, 0, 9)]
    [InlineData("2020-09-15", 266, 14, 6, 0, 4)]
    [InlineData("2022-01-31", 270, 18, 1, 0, 1)]
    [InlineData("2025-11-24", 270, 18, 1, 0, 1)]
    public async Task The_answers_of_2018_follow_the_published_totals(string day, int adopted, int withReservation, int declined, int inPreparation, int none) =>
        Assert.Equal((adopted, withReservation, declined, inPreparation, none), await Counts(Second, day));

    [Theory]
    [InlineData("2024-06-14", 151, 9, 6, 52, 72)]
    [InlineData("2024-12-31", 252, 18, 5, 3, 12)]
    public async Task The_answers_of_2024_grow_and_leave_some_without_any(string day, int adopted, int withReservation, int declined, int inPreparation, int none) =>
        Assert.Equal((adopted, withReservation, declined, inPreparation, none), await Counts(Third, day));

    [Theory]
    [InlineData("2016-06-20", 0, 0, 0, 0, 290)]
    [InlineData("2016-09-30", 143, 9, 14, 60, 64)]
    [InlineData("2025-11-24", 223, 15, 17, 5, 30)]
    public async Task The_answers_of_2016_grow_and_are_said_to_be_invented(string day, int adopted, int withReservation, int declined, int inPreparation, int none)
    {
        Assert.Equal((adopted, withReservation, declined, inPreparation, none), await Counts(First, day));
        Assert.StartsWith("Svaren och deras dagar är påhittade. Förslagen från Ekerö och Stockholm är verkliga", (await State(First, day)).ExampleNotice!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_became_of_the_two_real_proposals_of_2016_is_not_invented()
    {
        var state = await State(First, "2025-11-24");

        var answered = state.Rows.Where(r => r.Municipality.Name is "Ekerö" or "Stockholm").ToList();

        Assert.Equal(2, answered.Count);
        Assert.All(answered, r => Assert.Equal((Status.InPreparation, Stage.Proposal, null), (r.Standing.Status, r.Standing.Content!.Stage, r.Standing.Content.DecidedOn)));
        Assert.Equal("SN16/103", await app.Read<string>("SELECT case_number FROM walled_details WHERE paragraph = '§ 67' AND municipality_code = '0125' AND case_number LIKE 'SN16%'"));
    }

    [Fact]
    public async Task The_threshold_of_200_is_passed_on_20_June_2019_and_said_to_be_invented()
    {
        var state = await State(Second, "2019-07-04");

        Assert.Equal(200, state.Recommendation.Threshold!.Municipalities);
        Assert.Contains("påhittat", state.Recommendation.Threshold.Source, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2019, 6, 20), state.Curve.First(s => s.Adopted >= 200).Day);
        Assert.Equal(191, state.Curve.Last(s => s.Day <= new DateOnly(2019, 6, 15)).Adopted);
        Assert.Null((await State(Third, "2024-12-31")).Recommendation.Threshold!.Municipalities);
    }

    [Fact]
    public async Task Those_who_adopted_by_September_2020_pay_for_2020()
    {
        var state = await State(Second, "2020-09-15");

        Assert.Equal(280, state.Rows.Count(r => r.Standing.PaysIn(2020)));
    }

    [Fact]
    public async Task Municipalities_that_changed_their_mind_were_outside_before()
    {
        var autumn = await State(Second, "2019-09-30");
        var today = await State(Second, "2025-11-24");

        var outside = autumn.Rows.Where(r => !r.Standing.HasAdopted).Select(r => r.Municipality.Code).ToHashSet();

        Assert.Equal(28, today.Rows.Count(r => r.Standing.HasAdopted && outside.Contains(r.Municipality.Code)));
    }

    [Fact]
    public async Task A_decision_of_May_that_was_read_wrongly_is_corrected_and_then_replaced()
    {
        var june = await State(Second, "2019-07-04");
        var november = await State(Second, "2019-11-27");

        var declined = june.Rows.Single(r => r.Municipality.Name == "Mörbylånga").Standing;
        var adopted = november.Rows.Single(r => r.Municipality.Name == "Mörbylånga").Standing;

        Assert.Equal((Status.Declined, new DateOnly(2019, 5, 21)), (declined.Status, declined.Content!.DecidedOn));
        Assert.Equal((Status.Adopted, 2020), (adopted.Status, adopted.FirstPayingYear));
    }

    [Fact]
    public async Task There_are_corrections_and_a_retraction_with_their_reasons()
    {
        Assert.InRange(await app.Read<long>("SELECT count(*) FROM history_event WHERE kind = 'DecisionCorrected' AND reason IS NOT NULL"), 50, 150);
        Assert.Equal(0L, await app.Read<long>("SELECT count(*) FROM history_event WHERE kind = 'DecisionCorrected' AND reason IS NULL"));
        Assert.Equal(1L, await app.Read<long>("SELECT count(*) FROM history_event WHERE kind = 'DecisionRetracted' AND reason IS NOT NULL"));
    }

    [Fact]
    public async Task There_are_about_fifteen_hundred_registered_events_in_three_rounds()
    {
        Assert.InRange(await app.Read<long>("SELECT count(*) FROM history_event WHERE kind LIKE 'Decision%'"), 1400, 1600);
        Assert.Equal(3L, await app.Read<long>("SELECT count(*) FROM (SELECT recommendation_id FROM history_event WHERE kind = 'DecisionLogged' GROUP BY 1 HAVING count(*) > 350) AS r"));
        Assert.True(await app.Read<long>("SELECT count(*) FROM decision_version WHERE outcome IN ('Tabled', 'Remitted')") > 80);
    }

    [Fact]
    public async Task Those_who_decline_or_have_reservations_sent_an_extract_that_says_why()
    {
        Assert.Equal(0L, await app.Read<long>("SELECT count(*) FROM decision_version v JOIN walled_details w USING (decision_id, number) WHERE (w.conditions IS NOT NULL OR w.reason_quote IS NOT NULL) AND NOT EXISTS (SELECT FROM decision_document d WHERE d.decision_id = v.decision_id)"));
        Assert.True(await app.Read<long>("SELECT count(DISTINCT reason_quote) FROM walled_details") > 8);
    }

    [Fact]
    public async Task Every_answer_is_told_by_one_event_of_the_registrar_at_its_own_time_in_order()
    {
        Assert.Equal(
            await app.Read<long>("SELECT count(*) FROM decision"),
            await app.Read<long>("SELECT count(*) FROM history_event h JOIN person p ON p.id = h.actor WHERE kind = 'DecisionLogged' AND p.login = 'registrator'"));
        Assert.Equal(0L, await app.Read<long>("SELECT count(*) FROM (SELECT at < lag(at) OVER (ORDER BY sequence) AS back FROM history_event WHERE kind LIKE 'Decision%') AS h WHERE back"));
        Assert.Equal(0L, await app.Read<long>("SELECT count(*) FROM decision_version v WHERE (recorded_at AT TIME ZONE 'Europe/Stockholm')::date < arrived_on"));
    }

    [Fact]
    public async Task Those_who_have_reservations_say_which_and_most_who_decline_say_why()
    {
        Assert.Equal(0L, await app.Read<long>("SELECT count(*) FROM decision_version v JOIN walled_details w USING (decision_id, number) WHERE (outcome = 'AdoptsWithReservation') <> (conditions IS NOT NULL)"));
        Assert.True(await app.Read<double>("SELECT avg((w.reason IS NOT NULL)::int)::float8 FROM decision_version v JOIN walled_details w USING (decision_id, number) WHERE outcome = 'Declines'") is > 0.6 and < 1);
    }

    [Fact]
    public async Task Every_recommendation_says_in_one_sentence_what_is_invented()
    {
        var facts = await app.AsAnyone().Ask(new Facts());

        Assert.All(facts.Recommendations, r =>
        {
            var notice = facts.ExampleNotice(r.Id)!;
            Assert.Contains("påhittad", notice.Replace("påhittat", "påhittad", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.Contains("verkliga", notice, StringComparison.Ordinal);
            Assert.EndsWith(".", notice, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Loading_again_changes_nothing()
    {
        var before = await app.Read<long>("SELECT max(sequence) FROM history_event");

        await ExampleData.Load(app.Runner, CancellationToken.None);

        Assert.Equal(before, await app.Read<long>("SELECT max(sequence) FROM history_event"));
    }

    [Fact]
    public async Task An_interrupted_load_goes_on_where_it_was_and_gives_the_same()
    {
        await using var own = await TestApp.Create();
        using var interrupted = new CancellationTokenSource();
        var interrupting = Interrupt(own, interrupted);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ExampleData.Load(own.Runner, interrupted.Token));
        await interrupting;
        await ExampleData.Load(own.Runner, CancellationToken.None);

        const string Everything = "SELECT string_agg(v::text, E'\n' ORDER BY decision_id, number) FROM (SELECT decision_id, number, outcome, body, decided_on, arrived_on, recorded_at FROM decision_version) AS v";
        Assert.Equal(await app.Read<string>(Everything), await own.Read<string>(Everything));
    }

    private static async Task Interrupt(TestApp app, CancellationTokenSource interrupted)
    {
        using var subscription = app.Changes.Subscribe();
        while (app.Changes.Version < 100) await subscription.Next(TimeSpan.FromMinutes(1), CancellationToken.None);
        await interrupted.CancelAsync();
    }

    private async Task<(int, int, int, int, int)> Counts(string slug, string day)
    {
        var adoption = (await State(slug, day)).Adoption;
        return (
            adoption[Status.Adopted].Municipalities, adoption[Status.AdoptedWithReservation].Municipalities, adoption[Status.Declined].Municipalities,
            adoption[Status.InPreparation].Municipalities, adoption[Status.NoResponse].Municipalities);
    }

    private async Task<RecommendationState> State(string slug, string day) =>
        (await app.AsAnyone().Ask(new StateOfRecommendation(slug, new AsOf(DateOnly.Parse(day, null)))))!;
}
