using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Decisions;

/// <summary>Where a decision can be moved.</summary>
[Requires(Permission.LogDecisions)]
public sealed record PlacesToMove : IQuery<PlacesToMoveView>
{
    /// <inheritdoc/>
    public Task<PlacesToMoveView> Answer(Session session, CancellationToken cancellation) =>
        Task.FromResult(new PlacesToMoveView(session.Facts.Municipalities, session.Facts.Recommendations));
}

/// <summary>Every municipality, and every recommendation, the latest first.</summary>
public sealed record PlacesToMoveView(IReadOnlyList<Municipality> Municipalities, IReadOnlyList<Recommendation> Recommendations);
