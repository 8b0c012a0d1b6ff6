using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Decisions;

public sealed class ResponseTests
{
    private static readonly DateOnly Today = new(2019, 6, 20);
    private static readonly Asked Asked = new(new DateOnly(2018, 12, 14), new YearSpan(2020, 2024));
    private static readonly Recorded By = new(new PersonId(Guid.NewGuid()), DateTimeOffset.UnixEpoch);

    private readonly Response _response = new(new MunicipalityCode("0125"), new RecommendationId(Guid.NewGuid()));

    [Fact]
    public void A_logged_decision_is_kept_with_its_event()
    {
        var result = Log(Final());

        Assert.True(result.IsDone);
        Assert.Single(_response.Decisions);
        Assert.IsType<DecisionLogged>(Assert.Single(_response.TakeEvents()));
    }

    [Fact]
    public void A_late_answer_is_accepted() => Assert.True(Log(Final() with { ArrivedOn = Today }).IsDone);

    [Fact]
    public void A_proposal_needs_no_meeting_date() =>
        Assert.True(Log(Final() with { Stage = Stage.Proposal, DecidedOn = null }).IsDone);

    public static TheoryData<string, DecisionContent> Refused => new()
    {
        { "arrived-in-the-future", Final() with { ArrivedOn = Today.AddDays(1) } },
        { "decided-in-the-future", Final() with { DecidedOn = Today.AddDays(1) } },
        { "before-the-question", Final() with { DecidedOn = new DateOnly(2018, 12, 13) } },
        { "arrived-before-the-question", Final() with { Stage = Stage.Proposal, DecidedOn = null, ArrivedOn = new DateOnly(2018, 12, 13) } },
        { "final-needs-its-day", Final() with { DecidedOn = null } },
        { "arrived-before-it-was-made", Final() with { ArrivedOn = new DateOnly(2019, 5, 20) } },
        { "year-outside", Final() with { FirstPayingYear = 2025 } },
        { "year-outside", Final() with { Outcome = Outcome.Leaves, LeavesFrom = 2026 } },
    };

    [Theory, MemberData(nameof(Refused))]
    public void A_refused_decision_leaves_no_trace(string code, DecisionContent content)
    {
        var result = Log(content);

        Assert.Equal(code, result.Refusal!.Code);
        Assert.Empty(_response.Decisions);
        Assert.Empty(_response.TakeEvents());
        Assert.Equal(0, _response.Revision);
    }

    [Fact]
    public void The_same_registration_sent_twice_changes_nothing()
    {
        var id = new DecisionId(Guid.NewGuid());
        Log(Final(), id);
        _response.TakeEvents();

        var again = Log(Final() with { Outcome = Outcome.Declines }, id);

        Assert.True(again.IsDone);
        Assert.Single(_response.Decisions);
        Assert.Empty(_response.TakeEvents());
    }

    [Fact]
    public void A_correction_keeps_what_stood_before()
    {
        var id = new DecisionId(Guid.NewGuid());
        Log(Final(), id);

        var result = Correct(id, seen: 1, Final() with { DecidedOn = new DateOnly(2019, 5, 14) });

        Assert.True(result.IsDone);
        Assert.Equal([new DateOnly(2019, 5, 21), new DateOnly(2019, 5, 14)], _response.Decisions[0].Versions.Select(v => v.Content.DecidedOn!.Value));
    }

    [Fact]
    public void Who_corrects_from_an_older_version_is_told_so()
    {
        var id = new DecisionId(Guid.NewGuid());
        Log(Final(), id);
        Correct(id, seen: 1, Final() with { DecidedOn = new DateOnly(2019, 5, 14) });

        var result = Correct(id, seen: 1, Final() with { DecidedOn = new DateOnly(2019, 5, 7) });

        Assert.Equal(DecisionRefusals.ChangedMeanwhile, result.Refusal);
        Assert.Equal(2, _response.Decisions[0].Versions.Count);
    }

    [Fact]
    public void A_correction_that_changes_nothing_is_refused()
    {
        var id = new DecisionId(Guid.NewGuid());
        Log(Final(), id);

        Assert.Equal(DecisionRefusals.NothingChanged, Correct(id, seen: 1, Final()).Refusal);
    }

    [Fact]
    public void A_correction_and_a_retraction_need_their_reason()
    {
        var id = new DecisionId(Guid.NewGuid());
        Log(Final(), id);

        Assert.Equal(DecisionRefusals.NeedsReason, Correct(id, seen: 1, Final() with { Outcome = Outcome.Declines }, reason: " ").Refusal);
        Assert.Equal(DecisionRefusals.NeedsReason, _response.Retract(id, 1, "", By).Refusal);
    }

    [Fact]
    public void What_is_taken_back_stays_and_can_be_changed_no_more()
    {
        var id = new DecisionId(Guid.NewGuid());
        Log(Final(), id);

        Assert.True(_response.Retract(id, 1, "Fel kommun.", By).IsDone);
        Assert.Single(_response.Decisions);
        Assert.Equal(DecisionRefusals.AlreadyRetracted, Correct(id, seen: 1, Final() with { Outcome = Outcome.Declines }).Refusal);
        Assert.Equal(DecisionRefusals.AlreadyRetracted, _response.Retract(id, 1, "Igen.", By).Refusal);
    }

    [Theory]
    [InlineData("Kommunfullmäktige", BodyKind.Council)]
    [InlineData("KS", BodyKind.Executive)]
    [InlineData("Kommunstyrelsens arbetsutskott", BodyKind.Committee)]
    [InlineData("Socialnämndens arbetsutskott", BodyKind.Committee)]
    [InlineData("Borgarrådsberedningen", BodyKind.Committee)]
    [InlineData("Socialnämnden", BodyKind.Board)]
    [InlineData("Gemensamma socialnämnden", BodyKind.JointBoard)]
    [InlineData("Socialchefen på delegation", BodyKind.Delegate)]
    [InlineData(null, BodyKind.Other)]
    public void The_kind_of_body_is_read_from_its_name(string? name, BodyKind expected) => Assert.Equal(expected, DecidingBody.KindOf(name));

    private Result Log(DecisionContent content, DecisionId? id = null) =>
        _response.Log(id ?? new DecisionId(Guid.NewGuid()), content, DecisionDetails.None, [], Asked, Today, By);

    private Result Correct(DecisionId id, int seen, DecisionContent content, string reason = "Justeringsdagen hade lästs som sammanträdesdag.") =>
        _response.Correct(id, seen, content, DecisionDetails.None, reason, Asked, Today, By);

    private static DecisionContent Final() => new()
    {
        Outcome = Outcome.Adopts,
        Stage = Stage.Final,
        Body = "Kommunstyrelsen",
        DecidedOn = new DateOnly(2019, 5, 21),
        ArrivedOn = new DateOnly(2019, 6, 4),
    };
}
