using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Operations;

/// <summary>Gives one municipality a longer time to answer.</summary>
/// <param name="Slug">The recommendation.</param>
/// <param name="Municipality">Whose time.</param>
/// <param name="Through">Its last day, inclusive.</param>
/// <param name="Reason">Why.</param>
[Requires(Permission.ManageRecommendations)]
public sealed record AllowLonger(string Slug, MunicipalityCode Municipality, DateOnly Through, string Reason) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation) =>
        await session.ToOperateOn(Slug, cancellation) is { } recommendation ? recommendation.Allow(Municipality, Through, Reason) : OperationRefusals.NotThere;
}

/// <summary>What a longer time would change, or why it is refused.</summary>
/// <param name="Slug">The recommendation.</param>
/// <param name="Municipality">Whose time.</param>
/// <param name="Through">Its last day, inclusive.</param>
/// <param name="Reason">Why.</param>
[Requires(Permission.ManageRecommendations)]
public sealed record TryLonger(string Slug, MunicipalityCode Municipality, DateOnly Through, string Reason) : IQuery<OperationTrial>
{
    /// <inheritdoc/>
    public async Task<OperationTrial> Answer(Session session, CancellationToken cancellation)
    {
        if (await session.ToOperateOn(Slug, cancellation) is not { } recommendation) return new OperationTrial(OperationRefusals.NotThere, null);
        if (recommendation.Allow(Municipality, Through, Reason).Refusal is { } refusal) return new OperationTrial(refusal, null);
        return new OperationTrial(null, await OperationEffect.Of(session, recommendation, cancellation));
    }
}
