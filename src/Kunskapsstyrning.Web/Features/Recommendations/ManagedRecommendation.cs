using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Recommendations;

/// <summary>Every recommendation as SKR works with it, drafts too.</summary>
[Requires(Permission.ReadWalled)]
internal sealed record ManagedRecommendations : IQuery<ManagedRecommendations.Shown?>
{
    public async Task<Shown?> Answer(Session session, CancellationToken cancellation) =>
        session.Actor.Scope is "skr" ? new Shown(await session.AllInHand(cancellation), session.Today) : null;

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
