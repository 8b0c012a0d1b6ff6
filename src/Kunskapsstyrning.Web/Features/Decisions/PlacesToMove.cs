using Kunskapsstyrning.Domain.Decisions;
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

/// <summary>What stands registered where a decision is to be moved.</summary>
/// <param name="Municipality">Whose it would be.</param>
/// <param name="Recommendation">What it would answer.</param>
[Requires(Permission.LogDecisions)]
public sealed record StandsThere(MunicipalityCode Municipality, RecommendationId Recommendation) : IQuery<StandsThereView>
{
    /// <inheritdoc/>
    public async Task<StandsThereView> Answer(Session session, CancellationToken cancellation)
    {
        var asked = session.Facts.Recommendation(Recommendation)!;
        var standing = (await session.Db.RegisteredBy(Municipality, Recommendation, cancellation)).Where(d => d.Retraction is null).ToList();
        return new StandsThereView(session.Facts.Municipality(Municipality)!, asked, standing, asked.StandingOf(standing.Select(d => d.Counted), new AsOf(session.Today)));
    }
}

/// <summary>How a municipality stands where a decision is to be moved, and on what.</summary>
public sealed record StandsThereView(Municipality Municipality, Recommendation Recommendation, IReadOnlyList<RegisteredDecision> Decisions, Standing Standing);

/// <summary>Every municipality, and every recommendation, the latest first.</summary>
public sealed record PlacesToMoveView(IReadOnlyList<Municipality> Municipalities, IReadOnlyList<Recommendation> Recommendations);
