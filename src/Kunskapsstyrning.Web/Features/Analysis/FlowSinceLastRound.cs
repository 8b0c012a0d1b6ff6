using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Analysis;

/// <summary>Who has joined and left since the round before. Null where there is no such recommendation, or its answers are not for the actor to see.</summary>
/// <param name="Slug">The later recommendation's name in addresses.</param>
/// <param name="AsOf">The day and the question; the earlier round is seen from the day the later was decided.</param>
[Requires(Permission.ReadPublic)]
public sealed record FlowSinceLastRound(string Slug, AsOf AsOf) : IQuery<RoundsView?>
{
    /// <inheritdoc/>
    public async Task<RoundsView?> Answer(Session session, CancellationToken cancellation)
    {
        if (await StateOfRecommendation.WithAnswers(session, Slug, AsOf, cancellation) is not { } state) return null;
        if (state.Recommendation.PredecessorId is not { } id || session.Facts.Recommendation(id) is not { } earlier || !session.MaySeeStatus(earlier))
            return new RoundsView(state, null);

        var day = AsOf.Day < state.Recommendation.BoardDecision.On ? AsOf.Day : state.Recommendation.BoardDecision.On;
        var answers = (await LiveStates.Today(session, earlier, cancellation)).Answers;
        var then = StateOfRecommendation.StateOf(session.Facts, earlier, answers, AsOf with { Day = day }, session.Today);
        var flows = RoundFlows.Of(Statuses(then), Statuses(state), [.. session.Facts.Municipalities], earlier.BordersOn(day));
        return new RoundsView(state, new EarlierRound(earlier, day, flows));
    }

    private static Dictionary<MunicipalityCode, Status> Statuses(RecommendationState state) => state.Rows.ToDictionary(r => r.Municipality.Code, r => r.Standing.Status);
}

/// <summary>A round and the one before it.</summary>
/// <param name="State">The later round.</param>
/// <param name="Earlier">The one before; null where there is none that may be seen.</param>
public sealed record RoundsView(RecommendationState State, EarlierRound? Earlier)
{
    /// <summary>A municipality of the later round by its name.</summary>
    public string Name(MunicipalityCode code) => State.Rows.First(r => r.Municipality.Code == code).Municipality.Name;
}

/// <summary>The round before, and how everyone went from it.</summary>
/// <param name="Recommendation">What was asked then.</param>
/// <param name="SeenOn">The day it is seen from.</param>
/// <param name="Flows">From which status to which.</param>
public sealed record EarlierRound(Recommendation Recommendation, DateOnly SeenOn, RoundFlows Flows);
