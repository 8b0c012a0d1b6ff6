using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Recommendations;

/// <summary>Every recommendation as SKR works with it, drafts too.</summary>
[Requires(Permission.ReadDrafts)]
internal sealed record ManagedRecommendations : IQuery<ManagedRecommendations.Shown>
{
    public async Task<Shown> Answer(Session session, CancellationToken cancellation)
    {
        var all = await session.AllInHand(cancellation);
        var reached = new Dictionary<RecommendationId, string>();
        foreach (var waits in all.Where(r => r is { IsDraft: false, Threshold.IsOnlyWords: false, GoAheadDecisions.Count: 0 }))
        {
            var state = StateOfRecommendation.StateOf(session.Facts, waits, (await LiveStates.Today(session, waits, cancellation)).Answers, new AsOf(session.Today), session.Today);
            if (state.HasReachedThreshold) reached[waits.Id] = state.ThresholdSentence()!;
        }

        return new Shown(all, session.Today, reached);
    }

    /// <param name="All">Every recommendation, the latest first.</param>
    /// <param name="Today">Today in Sweden.</param>
    /// <param name="Reached">What is said of those that have come to their threshold while nobody has decided whether they go ahead.</param>
    internal sealed record Shown(IReadOnlyList<Recommendation> All, DateOnly Today, IReadOnlyDictionary<RecommendationId, string> Reached);
}

/// <summary>One recommendation as SKR works with it; null when there is none, and for everyone outside SKR.</summary>
[Requires(Permission.ReadWalled)]
internal sealed record ManagedRecommendation(string Slug) : IQuery<ManagedRecommendation.Shown?>
{
    public async Task<Shown?> Answer(Session session, CancellationToken cancellation) =>
        await session.InHand(Slug, cancellation) is { } recommendation
            ? new Shown(
                recommendation, session.Today, await session.AnnexesInHand(recommendation.Id, cancellation), await session.PeriodsInHand(recommendation, cancellation),
                await session.HasFees(recommendation.Id, cancellation), await ThresholdTold.All(session, recommendation.Id, cancellation))
            : null;

    internal sealed record Shown(
        Recommendation Recommendation, DateOnly Today, IReadOnlyList<DraftAnnex> Annexes, IReadOnlyList<PeriodInHand> Periods, bool HasFees, IReadOnlyList<ThresholdTold> ThresholdTold);
}

/// <summary>That the threshold was reached, or no longer was, as it was told when it happened.</summary>
/// <param name="At">When, in UTC.</param>
/// <param name="IsReached">True when it was reached.</param>
public sealed record ThresholdTold(DateTimeOffset At, bool IsReached)
{
    /// <summary>Every time, the latest first.</summary>
    public static async Task<IReadOnlyList<ThresholdTold>> All(Session session, RecommendationId recommendation, CancellationToken cancellation) =>
        await session.Db.History.Where(e => e.RecommendationId == recommendation && (e.Kind == nameof(ThresholdReached) || e.Kind == nameof(ThresholdUnreached)))
            .OrderByDescending(e => e.Sequence).Select(e => new ThresholdTold(e.At, e.Kind == nameof(ThresholdReached))).ToListAsync(cancellation);
}

/// <summary>A funding period as it stands in the database now, also of a draft.</summary>
/// <param name="Period">The period.</param>
/// <param name="Terms">The terms that hold: those that are frozen, else those that were decided.</param>
/// <param name="Version">The highest frozen version; null where none is.</param>
/// <param name="Waiting">The proposal of fees that waits for another person; null where none does.</param>
public sealed record PeriodInHand(FundingPeriod Period, FeeTerms Terms, int? Version, AllocationProposal? Waiting);

/// <summary>A draft with what its form needs besides: those it may renew, its annexes, and the days of which the inhabitants are known. Null when there is none.</summary>
[Requires(Permission.ManageRecommendations)]
internal sealed record DraftToRevise(string Slug) : IQuery<DraftToRevise.Shown?>
{
    public async Task<Shown?> Answer(Session session, CancellationToken cancellation)
    {
        if (await session.InHand(Slug, cancellation) is not { IsDraft: true } draft) return null;

        return new Shown(draft, [.. session.Facts.Recommendations.Where(r => r.BoardDecision.On <= draft.BoardDecision.On)], await session.AnnexesInHand(draft.Id, cancellation), [.. session.Facts.Populations.Select(p => p.Date).Distinct()]);
    }

    internal sealed record Shown(Recommendation Draft, IReadOnlyList<Recommendation> Others, IReadOnlyList<DraftAnnex> Annexes, IReadOnlyCollection<DateOnly> PopulationDays)
    {
        /// <summary>What stands, as it would be typed.</summary>
        public TypedContent Typed => TypedContent.Of(Draft.Content, Others.FirstOrDefault(o => o.Id == Draft.PredecessorId)?.Slug ?? "");
    }
}
