using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Publishing;

/// <summary>Decides what of a recommendation everyone may see. It holds at once, on every page and every node.</summary>
/// <param name="Recommendation">The recommendation.</param>
/// <param name="Seen">What held when the one who decides looked.</param>
/// <param name="Publicity">What is to hold.</param>
[Requires(Permission.Administer)]
public sealed record SetPublicity(RecommendationId Recommendation, Publicity Seen, Publicity Publicity) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.Recommendations.SingleOrDefaultAsync(r => r.Id == Recommendation, cancellation) is not { } recommendation) return PublicityRefusals.NotThere;
        return recommendation.Publicity == Seen ? recommendation.Show(Publicity) : PublicityRefusals.ChangedMeanwhile;
    }
}

/// <summary>What everyone may see of each recommendation, the latest first.</summary>
[Requires(Permission.Administer)]
public sealed record PublicityOfAll : IQuery<IReadOnlyList<Recommendation>>
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<Recommendation>> Answer(Session session, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Recommendation>>([.. session.Facts.Recommendations.OrderByDescending(r => r.BoardDecision.On)]);
}

/// <summary>The sentences with which a change of publicity is refused.</summary>
public static class PublicityRefusals
{
    /// <summary>No such recommendation.</summary>
    public static readonly Refusal NotThere = new("publicity-not-there", "Det finns ingen rekommendation med den adressen.");

    /// <summary>Nothing chosen, or something that is no choice.</summary>
    public static readonly Refusal NotChosen = new("publicity-not-chosen", "Välj vad alla ska få se.");

    /// <summary>Somebody else decided meanwhile.</summary>
    public static readonly Refusal ChangedMeanwhile = new("publicity-changed-meanwhile", "Någon annan har ändrat medan du läste. Nu står det som gäller här; välj på nytt.");
}
