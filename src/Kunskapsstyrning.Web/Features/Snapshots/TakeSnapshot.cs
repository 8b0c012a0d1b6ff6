using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Snapshots;

/// <summary>Gives a state a name, so that the same report can be made again whatever happens afterwards.</summary>
/// <param name="Id">The snapshot's identity.</param>
/// <param name="Slug">The recommendation.</param>
/// <param name="AsOf">The day and the question.</param>
/// <param name="Name">What it is to be called.</param>
/// <param name="Purpose">What it is for.</param>
[Requires(Permission.ManageRecommendations)]
[Alone("Nothing may be registered between what is counted and the number that says what counts.")]
public sealed record TakeSnapshot(SnapshotId Id, string Slug, AsOf AsOf, string Name, string Purpose) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.Snapshots.AnyAsync(s => s.Id == Id, cancellation)) return Result.Done;

        var through = await session.Db.History.MaxAsync(e => (long?)e.Sequence, cancellation) ?? 0;
        var asOf = AsOf with { RegisteredThrough = through };
        if (await new StateOfRecommendation(Slug, asOf).Answer(session, cancellation) is not { } state) return SnapshotRefusals.NotThere;
        if (await session.Db.Snapshots.AnyAsync(s => s.RecommendationId == state.Recommendation.Id && s.Name == Name.Trim(), cancellation)) return SnapshotRefusals.NameIsTaken;

        var result = Snapshot.Take(
            Id, state.Recommendation.Id, Name, Purpose, asOf, KeptGround.Of(session.Facts, state).Write(), KeptGround.Figures(state), new Recorded(session.Actor.Person!.Value, session.Now), out var snapshot);
        if (snapshot is not null) session.Db.Add(snapshot);
        return result;
    }
}
