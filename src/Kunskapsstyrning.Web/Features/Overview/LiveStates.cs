using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Web.Reference;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Overview;

/// <summary>
/// The states that this node keeps. They live as long as the reference facts that they were counted from, and are moved on by what the database
/// says has been registered since: nothing is trusted to have been heard. With each is kept through which event it is known, of whatever
/// recommendation: where none has been registered after that there is nothing to read, however long ago its own answers came.
/// </summary>
internal sealed class LiveStates
{
    private static readonly ConditionalWeakTable<ReferenceFacts, LiveStates> Kept = [];

    private readonly ConcurrentDictionary<RecommendationId, Known> _states = new();

    /// <summary>How a recommendation stands today.</summary>
    public static async Task<LiveState> Today(Session session, Recommendation asked, CancellationToken cancellation)
    {
        var known = await MovedOn(session.Db, session.Facts, asked, cancellation);
        if (session.OnlyReads) Keep(session.Facts, asked.Id, known);
        return known.State;
    }

    /// <summary>What is kept; null when nothing is yet.</summary>
    public static Known? Latest(ReferenceFacts facts, RecommendationId recommendation) => Of(facts)._states.GetValueOrDefault(recommendation);

    /// <summary>Keeps a state that is committed, unless a later one is kept.</summary>
    public static void Keep(ReferenceFacts facts, RecommendationId recommendation, Known known) =>
        Of(facts)._states.AddOrUpdate(recommendation, known, (_, kept) => kept.Through >= known.Through ? kept : known);

    /// <summary>What is kept, moved on to what the transaction sees; what it has itself written and not committed may be among it, so it is not kept.</summary>
    private static async Task<Known> MovedOn(Db db, ReferenceFacts facts, Recommendation asked, CancellationToken cancellation)
    {
        // Asked before the answers are: numbers follow the order of commit, so all that it counts in is among what is read after it.
        var latest = await db.LatestOfAnswers();
        if (Latest(facts, asked.Id) is not { } kept) return new Known(LiveState.Of(facts, asked, await db.AnswersTo(asked.Id, cancellation)), latest);

        return kept.Through >= latest ? kept : new Known(kept.State.MovedOn(await db.ChangedSince(asked.Id, kept.Through, cancellation)), latest);
    }

    private static LiveStates Of(ReferenceFacts facts) => Kept.GetValue(facts, _ => new LiveStates());

    /// <summary>A state and how far it is known.</summary>
    internal sealed record Known
    {
        /// <summary>A state that is known at least through its own latest event.</summary>
        public Known(LiveState state, long through) => (State, Through) = (state, Math.Max(through, state.Answers.Sequence));

        /// <summary>The state.</summary>
        public LiveState State { get; }

        /// <summary>The latest event of any answer that is surely counted in it.</summary>
        public long Through { get; }
    }
}
