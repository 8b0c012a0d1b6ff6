using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Web.Reference;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Overview;

/// <summary>
/// Tells when what a command has written makes a threshold reached, or makes it no longer so: in the same transaction, and once, since whoever
/// writes next finds it told. What stood before and what stands after are counted in the same way, from what has been registered since the state that is kept.
/// </summary>
/// <param name="facts">What it is counted from besides the answers.</param>
/// <param name="watched">The recommendations whose answers were changed and whose threshold can be counted.</param>
internal sealed class ThresholdNotice(ReferenceFacts facts, IReadOnlyList<Recommendation> watched)
{
    private readonly Dictionary<RecommendationId, LiveStates.Known> _after = [];

    /// <summary>The notice that the events may call for.</summary>
    public static ThresholdNotice Of(ReferenceFacts facts, IEnumerable<IEvent> events) => new(
        facts,
        [.. events.Where(e => Changes.IsOfAnswers(e.GetType().Name)).Select(e => e.Recommendation).OfType<RecommendationId>().Distinct()
            .Select(id => facts.Recommendation(id)).OfType<Recommendation>().Where(r => r.Threshold is { IsOnlyWords: false })]);

    /// <summary>What is to be told when the facts are written and their transaction is not yet committed.</summary>
    /// <param name="db">The database, in the transaction; it has the turn to write.</param>
    /// <param name="first">The number under which the transaction's first fact was recorded.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<IEvent>> Crossed(Db db, long first, CancellationToken cancellation)
    {
        var told = new List<IEvent>();
        foreach (var asked in watched)
        {
            var (kept, through) = LiveStates.Latest(facts, asked.Id) is { } known ? (known.State, known.Through) : (LiveState.Of(facts, asked, Answers.None), 0);
            var changed = await db.ChangedSince(asked.Id, through, cancellation);
            var (before, after) = (kept.MovedOn([.. changed.Where(r => r.Sequence < first).Select(r => r.RetractedAs >= first ? r with { RetractedAs = null } : r)]), kept.MovedOn(changed));
            if (before.HasReachedThreshold != after.HasReachedThreshold)
                told.Add(after.HasReachedThreshold ? new ThresholdReached(asked.Id, after.Meters) : new ThresholdUnreached(asked.Id, after.Meters));
            _after[asked.Id] = new LiveStates.Known(after, through);
        }

        return told;
    }

    /// <summary>Keeps what was counted, now that it is committed.</summary>
    public void Keep()
    {
        foreach (var (recommendation, state) in _after) LiveStates.Keep(facts, recommendation, state);
    }
}
