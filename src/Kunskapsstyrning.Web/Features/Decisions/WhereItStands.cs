using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Decisions;

/// <summary>Where a decision stands now, after it was moved or where it always stood.</summary>
/// <param name="Decision">The decision that counts.</param>
/// <param name="Municipality">Whose it is.</param>
/// <param name="Recommendation">What it answers.</param>
/// <param name="CorrectedAt">When it was last corrected there; null when it was not.</param>
public sealed record WhereItStands(DecisionId Decision, MunicipalityCode Municipality, RecommendationId Recommendation, DateTimeOffset? CorrectedAt);

/// <summary>Follows decisions that were moved, and the other way.</summary>
internal static class MovedDecisions
{
    /// <summary>Where each decision stands now; those that were taken back and not moved stand nowhere.</summary>
    public static async Task<IReadOnlyDictionary<DecisionId, WhereItStands>> WhereTheyStand(this Db db, IReadOnlyList<DecisionId> decisions, CancellationToken cancellation)
    {
        var (stands, at) = (new Dictionary<DecisionId, WhereItStands>(), decisions.ToDictionary(d => d));
        while (at.Count > 0)
        {
            var here = at.Values.Distinct().ToList();
            var found = await db.Decisions.Where(d => here.Contains(d.Id)).Select(d => new
            {
                d.Id, d.MunicipalityCode, d.RecommendationId, IsRetracted = d.Retraction != null, CorrectedAt = d.Versions.Where(v => v.Number > 1).Max(v => (DateTimeOffset?)v.RecordedAt),
                To = db.Decisions.Where(to => to.MovedFrom == d.Id).Select(to => (DecisionId?)to.Id).FirstOrDefault(),
            }).ToDictionaryAsync(d => d.Id, cancellation);
            foreach (var (asked, id) in at.Where(d => found.TryGetValue(d.Value, out var f) && !f.IsRetracted)) stands[asked] = new WhereItStands(id, found[id].MunicipalityCode, found[id].RecommendationId, found[id].CorrectedAt);
            at = at.Where(d => found.TryGetValue(d.Value, out var f) && f is { IsRetracted: true, To: not null }).ToDictionary(d => d.Key, d => found[d.Value].To!.Value);
        }

        return stands;
    }

    /// <summary>The decision with those that it was registered as before it was moved, the latest first.</summary>
    public static async Task<IReadOnlyList<DecisionId>> WithThoseBefore(this Db db, DecisionId decision, CancellationToken cancellation)
    {
        var (all, at) = (new List<DecisionId> { decision }, decision);
        while (await db.Decisions.Where(d => d.Id == at).Select(d => d.MovedFrom).SingleOrDefaultAsync(cancellation) is { } before) all.Add(at = before);
        return all;
    }
}
