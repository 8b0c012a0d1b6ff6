using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Web.Reference;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Overview;

/// <summary>
/// The states that this node keeps. They live as long as the reference facts that they were counted from, and are moved on by what the database
/// says has been registered since: nothing is trusted to have been heard.
/// </summary>
internal sealed class LiveStates
{
    private static readonly ConditionalWeakTable<ReferenceFacts, LiveStates> Kept = [];

    private readonly ConcurrentDictionary<RecommendationId, LiveState> _states = new();

    /// <summary>How a recommendation stands today.</summary>
    public static async Task<LiveState> Today(Session session, Recommendation asked, CancellationToken cancellation)
    {
        var state = await MovedOn(session.Db, session.Facts, asked, cancellation);
        if (session.OnlyReads) Keep(session.Facts, asked.Id, state);
        return state;
    }

    /// <summary>What is kept, moved on to what the transaction sees; what it has itself written and not committed may be among it, so it is not kept.</summary>
    public static async Task<LiveState> MovedOn(Db db, ReferenceFacts facts, Recommendation asked, CancellationToken cancellation) =>
        Latest(facts, asked.Id) is { } kept
            ? kept.MovedOn(await db.ChangedSince(asked.Id, kept.Answers.Sequence, cancellation))
            : LiveState.Of(facts, asked, await db.AnswersTo(asked.Id, cancellation));

    /// <summary>What is kept; null when nothing is yet.</summary>
    public static LiveState? Latest(ReferenceFacts facts, RecommendationId recommendation) => Of(facts)._states.GetValueOrDefault(recommendation);

    /// <summary>Keeps a state that is committed, unless a later one is kept.</summary>
    public static void Keep(ReferenceFacts facts, RecommendationId recommendation, LiveState state) =>
        Of(facts)._states.AddOrUpdate(recommendation, state, (_, kept) => kept.Answers.Sequence >= state.Answers.Sequence ? kept : state);

    private static LiveStates Of(ReferenceFacts facts) => Kept.GetValue(facts, _ => new LiveStates());
}
