using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Recommendations;

/// <summary>Throws a draft away with all that belongs to it. What it said stays in the history; the files of its annexes are kept as documents.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Seen">The revision that was looked through.</param>
/// <param name="Reason">Why.</param>
[Requires(Permission.ManageRecommendations), Alone("Nothing may be added to what is taken away.")]
public sealed record ThrowAwayDraft(string Slug, int Seen, string Reason) : ICommand
{
    private const int LongestReason = 1_000;

    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.InHand(Slug, cancellation) is not { } draft) return DraftRefusals.NotThere;
        if (draft.IsDraft && draft.Revision != Seen) return LifeRefusals.ChangedSinceSeen;
        if (Reason.Length > LongestReason) return DraftRefusals.ReasonTooLong;
        if (await session.HasFees(draft.Id, cancellation)) return DraftRefusals.HasFees;

        var result = draft.ThrowAway(Reason);
        if (!result.IsDone) return result;

        session.Db.RemoveRange(await session.Db.Annexes.Where(a => a.RecommendationId == draft.Id).ToListAsync(cancellation));
        session.Db.RemoveRange([.. draft.Points, .. draft.Rounds, .. draft.Timetable, .. draft.Periods, draft]);
        return result;
    }
}
