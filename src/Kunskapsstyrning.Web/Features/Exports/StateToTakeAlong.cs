using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Exports;

/// <summary>The state that a file is made of: the page's own. Null where the page shows the actor no answers, and before the question was put.</summary>
/// <param name="Slug">The recommendation.</param>
/// <param name="AsOf">The day and the question.</param>
/// <param name="Since">An earlier day that changes are counted from; null where none is asked for.</param>
[Requires(Permission.ReadPublic)]
internal sealed record StateToTakeAlong(string Slug, AsOf AsOf, DateOnly? Since = null) : IQuery<StateToTakeAlong.Found?>
{
    public async Task<Found?> Answer(Session session, CancellationToken cancellation) =>
        await StateOfRecommendation.WithAnswers(session, Slug, AsOf, cancellation, Since) is { IsBeforeTheQuestion: false } state
            ? new Found(state, session.Site, session.Now)
            : null;

    /// <summary>What was found, with the address of the site and the moment.</summary>
    internal sealed record Found(RecommendationState State, Uri? Site, DateTimeOffset Now);
}
