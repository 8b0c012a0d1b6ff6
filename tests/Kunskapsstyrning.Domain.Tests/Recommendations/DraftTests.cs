using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Recommendations;

public sealed class DraftTests
{
    private static readonly DateOnly Today = new(2026, 4, 1);
    private static readonly DateTimeOffset Now = new(2026, 4, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Somebody = new(Guid.NewGuid());

    [Fact]
    public void A_draft_that_has_only_begun_says_all_that_it_needs_before_it_can_be_sent() =>
        Assert.Equal(
            [RecommendationRefusals.NoPoints, RecommendationRefusals.NoLetterDay, RecommendationRefusals.NoAnswerAddress],
            Begun().MissingBeforeSending(Today));

    [Fact]
    public void What_the_board_has_not_decided_is_not_sent()
    {
        var draft = Ready(with => with with { BoardDecision = new BoardDecision(Today.AddDays(1), null, ""), Letter = with.Letter! with { SentOn = Today.AddDays(2) } });

        Assert.Equal(RecommendationRefusals.BoardHasNotMet, draft.Send(Publicity.StatusPublic, Today, Now).Refusal);
        Assert.True(draft.IsDraft);
    }

    [Fact]
    public void A_deadline_is_not_needed_to_send()
    {
        var draft = Ready(with => with with { Rounds = [] });

        Assert.True(draft.Send(Publicity.FeesPublic, Today, Now).IsDone);
        Assert.Equal(LifeStep.Open, draft.StepOn(new DateOnly(2028, 12, 31)));
        Assert.Equal(Phase.OpenForAnswers, draft.PhaseOn(new DateOnly(2028, 12, 31)));
        Assert.Equal(Phase.Ended, draft.PhaseOn(new DateOnly(2029, 1, 1)));
    }

    [Fact]
    public void What_is_sent_cannot_be_revised()
    {
        var sent = Sent();

        Assert.Equal(RecommendationRefusals.AlreadySent, sent.Revise(sent.Content with { Title = "Annat" }).Refusal);
        Assert.Equal(RecommendationRefusals.AlreadySent, sent.State(sent.Periods[0].Id, new FeeTerms { Kind = FeeKind.Flat }).Refusal);
        Assert.Equal(RecommendationRefusals.AlreadySent, sent.Send(Publicity.Internal, Today, Now).Refusal);
    }

    [Fact]
    public void Revising_keeps_the_places_of_what_stays_and_takes_away_what_is_left_out()
    {
        var draft = Ready();
        var first = draft.Points[0];
        var terms = draft.Periods[0];

        Assert.True(draft.Revise(draft.Content with { Points = ["att ändra"], Periods = [new DraftedYears(terms.Id, new YearSpan(2027, 2027)), new DraftedYears(new FundingPeriodId(Guid.NewGuid()), new YearSpan(2028, 2030))] }).IsDone);

        Assert.Same(first, Assert.Single(draft.Points));
        Assert.Equal("att ändra", first.Text);
        Assert.Same(terms, draft.Periods[0]);
        Assert.Equal(new YearSpan(2027, 2030), draft.FundingYears);
    }

    [Fact]
    public void Saying_the_same_again_changes_nothing()
    {
        var draft = Ready();
        draft.TakeEvents();
        var revision = draft.Revision;

        Assert.True(draft.Revise(draft.Content).IsDone);

        Assert.Equal(revision, draft.Revision);
        Assert.Empty(draft.TakeEvents());
    }

    [Theory]
    [InlineData(2028, 2030)]
    [InlineData(2020, 2027)]
    [InlineData(2027, 2027)]
    public void A_year_belongs_to_one_period(int first, int last)
    {
        var draft = Ready();
        var overlapping = new DraftedYears(new FundingPeriodId(Guid.NewGuid()), new YearSpan(first, last));

        Assert.Equal(RecommendationRefusals.YearsOverlap, draft.Revise(draft.Content with { Periods = [.. draft.Content.Periods, overlapping] }).Refusal);
        Assert.Equal(RecommendationRefusals.YearsOverlap, draft.Fund(overlapping.Id, overlapping.Years, new FeeTerms { Kind = FeeKind.NotSet }).Refusal);
    }

    [Fact]
    public void A_later_window_is_later() =>
        Assert.Equal(
            RecommendationRefusals.RoundsOutOfOrder,
            Ready().Revise(Ready().Content with { Rounds = [new DraftedRound(new DateOnly(2026, 9, 1), "Sista svarsdag", ""), new DraftedRound(new DateOnly(2026, 9, 1), "Sen anslutning", "")] }).Refusal);

    [Fact]
    public void It_is_sent_until_the_day_of_the_letter_then_open_then_answered_then_in_force_and_ends()
    {
        var sent = Sent();

        Assert.Equal(LifeStep.Sent, sent.StepOn(new DateOnly(2026, 4, 9)));
        Assert.Equal(LifeStep.Open, sent.StepOn(new DateOnly(2026, 4, 10)));
        Assert.Equal(LifeStep.Open, sent.StepOn(new DateOnly(2026, 9, 30)));
        Assert.Equal(LifeStep.Answered, sent.StepOn(new DateOnly(2026, 10, 1)));
        Assert.Equal(LifeStep.InForce, sent.StepOn(new DateOnly(2027, 1, 1)));
        Assert.Equal(LifeStep.Ended, sent.StepOn(new DateOnly(2029, 1, 1)));
    }

    [Fact]
    public void A_decision_that_it_goes_ahead_ends_the_time_in_which_it_is_open_though_the_deadline_has_not_come()
    {
        var sent = Sent();

        Assert.True(sent.Decide(goesAhead: true, new DateOnly(2026, 6, 1), "Nio av tio är med", Somebody, new DateOnly(2026, 6, 1)).IsDone);

        Assert.Equal((LifeStep.Open, Phase.OpenForAnswers), (sent.StepOn(new DateOnly(2026, 5, 31)), sent.PhaseOn(new DateOnly(2026, 5, 31))));
        Assert.Equal((LifeStep.GoesAhead, Phase.InForce), (sent.StepOn(new DateOnly(2026, 6, 1)), sent.PhaseOn(new DateOnly(2026, 6, 1))));
        Assert.True(sent.CanBeAnsweredOn(new DateOnly(2026, 6, 2)));
    }

    [Fact]
    public void A_decision_that_it_does_not_go_ahead_ends_it_from_its_day_and_a_later_one_takes_its_place()
    {
        var sent = Sent();

        Assert.True(sent.Decide(goesAhead: false, new DateOnly(2026, 10, 5), "För få", Somebody, new DateOnly(2026, 10, 5)).IsDone);

        Assert.Equal(LifeStep.Answered, sent.StepOn(new DateOnly(2026, 10, 4)));
        Assert.Equal(LifeStep.CalledOff, sent.StepOn(new DateOnly(2026, 10, 5)));
        Assert.Equal(Phase.CalledOff, sent.PhaseOn(new DateOnly(2027, 5, 5)));

        Assert.True(sent.Decide(goesAhead: true, new DateOnly(2026, 11, 5), "Tre stora kom till", Somebody, new DateOnly(2026, 11, 5)).IsDone);

        Assert.Equal(LifeStep.GoesAhead, sent.StepOn(new DateOnly(2026, 11, 5)));
        Assert.Equal(2, sent.GoAheadDecisions.Count);
    }

    [Fact]
    public void A_decision_needs_a_day_that_has_been_a_reason_and_something_that_is_sent()
    {
        Assert.Equal(RecommendationRefusals.NotSentYet, Ready().Decide(true, Today, "Nog", Somebody, Today).Refusal);
        Assert.Equal(RecommendationRefusals.DecidedInTheFuture, Sent().Decide(true, Today.AddDays(1), "Nog", Somebody, Today).Refusal);
        Assert.Equal(RecommendationRefusals.DecidedBeforeTheBoard, Sent().Decide(true, new DateOnly(2026, 2, 1), "Nog", Somebody, Today).Refusal);
        Assert.Equal(RecommendationRefusals.DecisionNeedsReason, Sent().Decide(true, Today, " ", Somebody, Today).Refusal);
    }

    [Theory]
    [InlineData("Yrkesresan – nästa steg!", "2026-yrkesresan-nasta-steg")]
    [InlineData("ÅÄÖ & co", "2026-aao-co")]
    public void An_address_is_proposed_from_the_title(string title, string slug)
    {
        Assert.Equal(slug, RecommendationSlug.Propose(2026, title));
        Assert.Null(RecommendationSlug.RefusalOf(slug));
    }

    [Theory]
    [InlineData("ny")]
    [InlineData("hantera")]
    public void An_address_that_the_site_needs_is_refused(string slug) => Assert.Equal(RecommendationRefusals.NameIsReserved, RecommendationSlug.RefusalOf(slug));

    [Theory]
    [InlineData("")]
    [InlineData("Två ord")]
    [InlineData("a--b")]
    [InlineData("../x")]
    public void An_address_is_plain(string slug) => Assert.Equal(RecommendationRefusals.NoSuchName, RecommendationSlug.RefusalOf(slug));

    [Theory]
    [InlineData(null, 0.60, 174)]
    [InlineData(200, null, 200)]
    [InlineData(null, 0.501, 146)]
    public void A_share_of_the_municipalities_comes_to_whole_ones(int? number, double? share, int expected) =>
        Assert.Equal(expected, new Threshold(number, "nog", "") { ShareOfMunicipalities = (decimal?)share }.MunicipalitiesOf(290));

    private static Recommendation Begun() => Recommendation.Begin(
        new RecommendationId(Guid.NewGuid()), new NewDraft("Provrubrik", "Prov", "2026-prov", new DateOnly(2026, 3, 1), new YearSpan(2027, 2028)), new FundingPeriodId(Guid.NewGuid()));

    private static Recommendation Ready(Func<DraftContent, DraftContent>? change = null)
    {
        var draft = Begun();
        var content = draft.Content with
        {
            Points = ["att rekommendera", "att informera"],
            Letter = new CoverLetter(new DateOnly(2026, 4, 10), "kommunstyrelserna", "registrator@skr.example", "brevet"),
            Rounds = [new DraftedRound(new DateOnly(2026, 9, 30), "Sista svarsdag", "brevet")],
        };
        Assert.True(draft.Revise(change?.Invoke(content) ?? content).IsDone);
        return draft;
    }

    private static Recommendation Sent()
    {
        var draft = Ready();
        Assert.True(draft.Send(Publicity.StatusPublic, Today, Now).IsDone);
        return draft;
    }
}
