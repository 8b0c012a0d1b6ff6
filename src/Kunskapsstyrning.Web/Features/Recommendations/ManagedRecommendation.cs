using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Recommendations;

/// <summary>Every recommendation as SKR works with it, drafts too.</summary>
[Requires(Permission.ReadDrafts)]
internal sealed record ManagedRecommendations : IQuery<ManagedRecommendations.Shown>
{
    public async Task<Shown> Answer(Session session, CancellationToken cancellation) => new(await session.AllInHand(cancellation), session.Today);

    internal sealed record Shown(IReadOnlyList<Recommendation> All, DateOnly Today);
}

/// <summary>One recommendation as SKR works with it; null when there is none, and for everyone outside SKR.</summary>
[Requires(Permission.ReadWalled)]
internal sealed record ManagedRecommendation(string Slug) : IQuery<ManagedRecommendation.Shown?>
{
    public async Task<Shown?> Answer(Session session, CancellationToken cancellation) =>
        await session.InHand(Slug, cancellation) is { } recommendation ? new Shown(recommendation, session.Today) : null;

    internal sealed record Shown(Recommendation Recommendation, DateOnly Today);
}

/// <summary>A draft with what its form needs besides: those it may renew, its annexes, and the days of which the inhabitants are known. Null when there is none.</summary>
[Requires(Permission.ManageRecommendations)]
internal sealed record DraftToRevise(string Slug) : IQuery<DraftToRevise.Shown?>
{
    public async Task<Shown?> Answer(Session session, CancellationToken cancellation)
    {
        if (await session.InHand(Slug, cancellation) is not { IsDraft: true } draft) return null;

        var annexes = await (
            from annex in session.Db.Annexes
            join document in session.Db.Documents on annex.DocumentId equals document.Id
            where annex.RecommendationId == draft.Id
            orderby annex.Title
            select new DraftAnnex(annex.DocumentId, annex.Title, document.FileName)).ToListAsync(cancellation);
        return new Shown(draft, [.. session.Facts.Recommendations.Where(r => r.BoardDecision.On <= draft.BoardDecision.On)], annexes, [.. session.Facts.Populations.Select(p => p.Date).Distinct()]);
    }

    internal sealed record Shown(Recommendation Draft, IReadOnlyList<Recommendation> Others, IReadOnlyList<DraftAnnex> Annexes, IReadOnlyCollection<DateOnly> PopulationDays)
    {
        /// <summary>What stands, as it would be typed.</summary>
        public TypedContent Typed => TypedContent.Of(Draft.Content, Others.FirstOrDefault(o => o.Id == Draft.PredecessorId)?.Slug ?? "");
    }
}
