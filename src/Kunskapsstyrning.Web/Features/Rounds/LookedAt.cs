using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Rounds;

/// <summary>A municipality that somebody is to look at in a recommendation.</summary>
/// <param name="Recommendation">The recommendation.</param>
/// <param name="Municipality">The municipality.</param>
/// <param name="IsFollowed">True for one that the person follows; false for one that nobody follows, or whose follower has left, where a day that somebody planned has come: it is everybody's.</param>
internal sealed record LookedAt(RecommendationId Recommendation, MunicipalityCode Municipality, bool IsFollowed)
{
    private static readonly CompiledQuery<Func<Db, PersonId?, DateOnly, IAsyncEnumerable<LookedAt>>> By = new(() => EF.CompileAsyncQuery((Db db, PersonId? person, DateOnly today) =>
        db.Assignments.Where(a => a.PersonId == person && !db.Assignments.Any(b => b.RecommendationId == a.RecommendationId && b.MunicipalityCode == a.MunicipalityCode && b.Number > a.Number))
            .Select(a => new { a.RecommendationId, a.MunicipalityCode, IsFollowed = true })
            .Concat(db.FollowUps
                .Where(f => f.DoneAt == null && f.Day <= today && !db.Assignments.Any(a => a.RecommendationId == f.RecommendationId && a.MunicipalityCode == f.MunicipalityCode
                    && !db.Assignments.Any(b => b.RecommendationId == a.RecommendationId && b.MunicipalityCode == a.MunicipalityCode && b.Number > a.Number)
                    && db.People.Any(p => p.Id == a.PersonId && p.EndedAt == null)))
                .Select(f => new { f.RecommendationId, f.MunicipalityCode, IsFollowed = false }))
            .Select(l => new LookedAt(l.RecommendationId, l.MunicipalityCode, l.IsFollowed))));

    /// <summary>What the one who asks is to look at, and what is everybody's, in one question.</summary>
    public static async Task<ILookup<RecommendationId, LookedAt>> Today(Session session, CancellationToken cancellation)
    {
        var found = new HashSet<LookedAt>();
        await foreach (var one in By.For(session.Db)(session.Db, session.Actor.Person, session.Today).WithCancellation(cancellation)) found.Add(one);
        return found.ToLookup(l => l.Recommendation);
    }
}
