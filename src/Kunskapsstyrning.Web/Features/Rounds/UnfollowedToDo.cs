using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Rounds;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Rounds;

/// <summary>What somebody planned to look at again where nobody follows the municipality, or whoever did has left: it is everybody's.</summary>
internal static class UnfollowedToDo
{
    /// <summary>Those whose day has come, the most pressing first.</summary>
    public static async Task<IReadOnlyList<ToDoRow>> Of(Session session, CancellationToken cancellation)
    {
        var followed = session.Db.LatestAssignments().Where(a => session.Db.People.Any(p => p.Id == a.PersonId && p.EndedAt == null));
        var planned = (await session.Db.FollowUps
            .Where(f => f.DoneAt == null && f.Day <= session.Today && !followed.Any(a => a.RecommendationId == f.RecommendationId && a.MunicipalityCode == f.MunicipalityCode))
            .Select(f => new { f.RecommendationId, f.MunicipalityCode }).Distinct().ToListAsync(cancellation)).ToLookup(f => f.RecommendationId, f => f.MunicipalityCode);
        var rows = new List<ToDoRow>();
        foreach (var asked in session.ToFollow().Where(r => planned.Contains(r.Id)))
        {
            var municipalities = session.Facts.MunicipalitiesOn(session.Today).Where(m => planned[asked.Id].Contains(m.Code)).ToList();
            var situations = await Situations.Of(session, asked, [.. municipalities.Select(m => m.Code)], cancellation);
            rows.AddRange(municipalities.Select(m => new ToDoRow(m, asked, situations[m.Code], ToDo.About(situations[m.Code], session.Today))));
        }

        return [.. rows.Where(r => r.ToDo is { Kind: ToDoKind.ForecastPassed or ToDoKind.FollowUpDue }).OrderBy(r => r.ToDo!.Kind).ThenBy(r => r.ToDo!.Day).ThenBy(r => Swedish.Key(r.Municipality.Name))];
    }

    /// <summary>The recommendations that somebody may still be asked about.</summary>
    public static IEnumerable<Recommendation> ToFollow(this Session session) => session.Facts.Recommendations.Where(r => r.CanBeAnsweredOn(session.Today) && r.GoesAheadOn(session.Today) is not false);
}
