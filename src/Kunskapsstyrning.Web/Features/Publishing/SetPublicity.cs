using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Reports;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Publishing;

/// <summary>Decides what of a recommendation everyone may see. It holds at once, on every page and every node.</summary>
/// <param name="Recommendation">The recommendation.</param>
/// <param name="Seen">What held when the one who decides looked.</param>
/// <param name="Publicity">What is to hold.</param>
[Requires(Permission.Administer), Alone("No letter that leads to what is hidden may be queued between being looked for and its being hidden.")]
public sealed record SetPublicity(RecommendationId Recommendation, Publicity Seen, Publicity Publicity) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.Recommendations.SingleOrDefaultAsync(r => r.Id == Recommendation, cancellation) is not { } recommendation) return PublicityRefusals.NotThere;
        if (recommendation.Publicity != Seen) return PublicityRefusals.ChangedMeanwhile;
        return Publicity < Seen && await LettersWait(session, cancellation) ? PublicityRefusals.LettersWait : recommendation.Show(Publicity);
    }

    /// <summary>Letters of every dispatch link to the municipality's page; those of a report that is published also to that, which nobody outside reads when answers are hidden.</summary>
    private async Task<bool> LettersWait(Session session, CancellationToken cancellation)
    {
        if (Publicity is Publicity.Internal) return await session.Db.OutgoingMessages.AnyAsync(m => m.DispatchId != null && m.RecommendationId == Recommendation && (m.State == DeliveryState.Queued || m.State == DeliveryState.Submitting), cancellation);

        foreach (var report in await session.Db.Reports.Where(r => r.RecommendationId == Recommendation && r.PublishedAt != null).ToListAsync(cancellation))
            if (await session.LetterWaitsThatLeadsTo(report, cancellation)) return true;
        return false;
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

    /// <summary>Letters that lead to what would be hidden have not left yet.</summary>
    public static readonly Refusal LettersWait = new("publicity-letters-wait", "Brev som länkar till det som då inte syns väntar på att lämnas. Stoppa utskicket först, eller vänta tills det har lämnats.");

    /// <summary>Somebody else decided meanwhile.</summary>
    public static readonly Refusal ChangedMeanwhile = new("publicity-changed-meanwhile", "Någon annan har ändrat medan du läste. Nu står det som gäller här; välj på nytt.");
}
