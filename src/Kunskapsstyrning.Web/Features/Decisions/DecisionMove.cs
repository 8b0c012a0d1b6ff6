using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Persistence.Mappings;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Decisions;

/// <summary>That a decision was moved from one answer to another.</summary>
/// <param name="From">Where it stood.</param>
/// <param name="To">Where it belongs.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who moved it.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Sequence">Its place in the history.</param>
public sealed record DecisionMove(MoveEnd From, MoveEnd To, string Reason, string By, DateTimeOffset At, long Sequence)
{
    /// <summary>What one of the ends is called: by what is not the same at both.</summary>
    public string Place(MoveEnd end) => From.Municipality == To.Municipality ? end.Recommendation.ShortTitle : From.Recommendation == To.Recommendation ? end.Municipality.FullName : $"{end.Municipality.FullName}, {end.Recommendation.ShortTitle}";
}

/// <summary>One end of a move.</summary>
public sealed record MoveEnd(DecisionId Decision, Municipality Municipality, Recommendation Recommendation);

/// <summary>Reads what was moved.</summary>
internal static class MovesInDb
{
    public static async Task<IReadOnlyList<DecisionMove>> MovesOf(this Session session, IReadOnlyList<RegisteredDecision> all, CancellationToken cancellation)
    {
        var ids = all.Select(d => d.Id).ToList();
        var moves = await (
            from to in session.Db.Decisions
            where to.MovedFrom != null && (ids.Contains(to.Id) || ids.Contains(to.MovedFrom.Value))
            join source in session.Db.Decisions on to.MovedFrom equals source.Id
            from first in to.Versions
            where first.Number == 1
            join p in session.Db.People on first.RecordedBy equals p.Id
            select new
            {
                From = new { source.Id, source.MunicipalityCode, source.RecommendationId }, To = new { to.Id, to.MunicipalityCode, to.RecommendationId },
                Reason = first.Walled!.Why, p.Name, first.RecordedAt, Sequence = EF.Property<long>(first, FactSequence.Column),
            }).ToListAsync(cancellation);
        MoveEnd End(DecisionId id, MunicipalityCode municipality, RecommendationId recommendation) => new(id, session.Facts.Municipality(municipality)!, session.Facts.Recommendation(recommendation)!);
        return [.. moves.Select(m => new DecisionMove(
            End(m.From.Id, m.From.MunicipalityCode, m.From.RecommendationId), End(m.To.Id, m.To.MunicipalityCode, m.To.RecommendationId), m.Reason ?? "", m.Name, m.RecordedAt, m.Sequence))];
    }
}
