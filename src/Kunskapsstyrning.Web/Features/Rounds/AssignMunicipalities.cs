using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Rounds;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Rounds;

/// <summary>Lets somebody at SKR follow municipalities in a recommendation, or nobody.</summary>
/// <param name="Slug">The recommendation.</param>
/// <param name="Municipalities">The municipalities.</param>
/// <param name="Person">Who; null for nobody.</param>
[Requires(Permission.LogDecisions)]
public sealed record AssignMunicipalities(string Slug, IReadOnlyList<MunicipalityCode> Municipalities, PersonId? Person) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (session.Facts.Recommendation(Slug) is not { } asked) return ContactingRefusals.NoSuchRecommendation;
        if (Municipalities.Count == 0) return AssignmentRefusals.NoMunicipality;
        if (Municipalities.Any(code => session.Facts.Municipality(code) is not { } municipality || !asked.Asks(municipality))) return ContactingRefusals.NoSuchRecommendation;
        if (Person is { } who && !(await session.WhoCanFollow(cancellation)).Any(p => p.Id == who)) return AssignmentRefusals.NobodyThere;

        var codes = Municipalities.Distinct().ToArray();
        var latest = (await session.Db.LatestAssignments().Where(a => a.RecommendationId == asked.Id && codes.Contains(a.MunicipalityCode)).ToListAsync(cancellation)).ToDictionary(a => a.MunicipalityCode);
        var by = new Recorded(session.Actor.Person!.Value, session.Now);
        session.Db.AddRange(codes.Select(code => Assignment.Of(code, asked.Id, Person, latest.GetValueOrDefault(code), by)).OfType<Assignment>());
        return Result.Done;
    }
}

/// <summary>Who follows how many municipalities, and who can.</summary>
[Requires(Permission.LogDecisions)]
public sealed record AssignmentDesk : IQuery<AssignmentDeskView>
{
    /// <inheritdoc/>
    public async Task<AssignmentDeskView> Answer(Session session, CancellationToken cancellation)
    {
        var held = await session.Db.LatestAssignments().Where(a => a.PersonId != null).GroupBy(a => new { a.RecommendationId, a.PersonId }).Select(g => new { g.Key.RecommendationId, g.Key.PersonId, Count = g.Count() }).ToListAsync(cancellation);
        var ids = held.ConvertAll(h => h.PersonId!.Value);
        var names = await session.Db.People.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        return new AssignmentDeskView(
            [.. session.Facts.Recommendations.Where(r => r.CanBeAnsweredOn(session.Today))], [.. session.Facts.Counties.OrderBy(c => c.Name, Ui.Swedish.Order)],
            [.. session.Facts.MunicipalitiesOn(session.Today)], await session.WhoCanFollow(cancellation), session.Actor.Person!.Value,
            [.. held.Select(h => new HeldAssignments(session.Facts.Recommendation(h.RecommendationId)!, names.GetValueOrDefault(h.PersonId!.Value) ?? "", h.Count)).OrderByDescending(h => h.Recommendation.BoardDecision.On).ThenBy(h => h.Name, Ui.Swedish.Order)]);
    }
}

/// <summary>What is needed to let somebody follow municipalities.</summary>
/// <param name="Recommendations">Those that can be answered, the latest first.</param>
/// <param name="Counties">The counties, by name.</param>
/// <param name="Municipalities">The municipalities there are, by code.</param>
/// <param name="People">Who can follow them, by name.</param>
/// <param name="Me">Who asks.</param>
/// <param name="Held">Who follows how many.</param>
public sealed record AssignmentDeskView(
    IReadOnlyList<Recommendation> Recommendations, IReadOnlyList<County> Counties, IReadOnlyList<Municipality> Municipalities, IReadOnlyList<(PersonId Id, string Name)> People, PersonId Me, IReadOnlyList<HeldAssignments> Held);

/// <summary>How many municipalities somebody follows in a recommendation.</summary>
public sealed record HeldAssignments(Recommendation Recommendation, string Name, int Count);

/// <summary>Reads who follows what.</summary>
internal static class AssignmentsInDb
{
    /// <summary>What holds for each municipality in each recommendation.</summary>
    public static IQueryable<Assignment> LatestAssignments(this Db db) => db.Assignments.Where(a =>
        !db.Assignments.Any(b => b.RecommendationId == a.RecommendationId && b.MunicipalityCode == a.MunicipalityCode && b.Number > a.Number));

    /// <summary>Those at SKR who work with answers, by name.</summary>
    public static async Task<IReadOnlyList<(PersonId Id, string Name)>> WhoCanFollow(this Session session, CancellationToken cancellation)
    {
        var roles = Roles.All.Where(r => Roles.Of(r).Contains(Permission.LogDecisions)).ToList();
        var jobs = Jobs.All.Select(j => j.Person!.Value).ToList();
        var people = await session.Db.People.Where(p => p.EndedAt == null && p.MunicipalityCode == null && roles.Contains(p.Role) && !jobs.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(cancellation);
        return [.. people.OrderBy(p => p.Name, Ui.Swedish.Order).Select(p => (p.Id, p.Name))];
    }
}
