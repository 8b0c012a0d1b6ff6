using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence.Mappings;
using Kunskapsstyrning.Web.Features.ReferenceData;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Populations;

/// <summary>Every population set, the latest day first and of a day the one that holds first. For SKR; null for others.</summary>
[Requires(Permission.ReadWalled)]
public sealed record PopulationSets : IQuery<PopulationSetsView?>
{
    /// <inheritdoc/>
    public async Task<PopulationSetsView?> Answer(Session session, CancellationToken cancellation)
    {
        if (session.Actor.Scope is not "skr") return null;

        var sets = await session.Db.PopulationSets.OrderByDescending(s => s.Date).ThenByDescending(s => EF.Property<long>(s, FactSequence.Column))
            .Select(s => new { s.Id, s.Date, s.Source, s.Checksum, s.ReadFrom, s.OriginalId, s.Figures.Count, Inhabitants = s.Figures.Sum(f => (long)f.Inhabitants) })
            .ToListAsync(cancellation);
        var told = await session.WhoReadIn(cancellation);
        var resting = await session.FeesResting(cancellation);
        var holding = sets.GroupBy(s => s.Date).Select(day => day.First().Id).ToHashSet();
        return new PopulationSetsView(
            [.. sets.Select(s => new ListedPopulation(s.Id, s.Date, s.Source, s.Checksum, s.ReadFrom, s.OriginalId, s.Count, s.Inhabitants, holding.Contains(s.Id), told.GetValueOrDefault(s.Id.Value), [.. resting[s.Id]]))],
            session.Today);
    }
}

/// <summary>Every population set.</summary>
public sealed record PopulationSetsView(IReadOnlyList<ListedPopulation> Sets, DateOnly Today);

/// <summary>A population set in a list.</summary>
/// <param name="Id">The set.</param>
/// <param name="Date">The day.</param>
/// <param name="Source">Who counted.</param>
/// <param name="Checksum">SHA-256 of what it was read from, in hex.</param>
/// <param name="ReadFrom">The file or address it was read from; null for the program's own.</param>
/// <param name="OriginalId">What it was read from; null for the program's own.</param>
/// <param name="Municipalities">How many municipalities it counts.</param>
/// <param name="Inhabitants">All of them.</param>
/// <param name="Holds">True for the latest of its day.</param>
/// <param name="ReadIn">Who read it in and when; null when nobody knows.</param>
/// <param name="Resting">The versions of fees that rest on it.</param>
public sealed record ListedPopulation(
    PopulationSetId Id, DateOnly Date, string Source, string Checksum, string? ReadFrom, DocumentId? OriginalId, int Municipalities, long Inhabitants, bool Holds, ReadInBy? ReadIn, IReadOnlyList<RestingFees> Resting);

/// <summary>Who read a set in, and when.</summary>
public sealed record ReadInBy(string Name, DateTimeOffset At);

/// <summary>A version of fees that rests on a population set.</summary>
/// <param name="Recommendation">The recommendation.</param>
/// <param name="Years">The years of its period.</param>
/// <param name="Number">The version's number.</param>
public sealed record RestingFees(Recommendation Recommendation, YearSpan Years, int Number);

/// <summary>Reads what is around population sets.</summary>
internal static class PopulationsInDb
{
    /// <summary>Who read in which set.</summary>
    public static async Task<Dictionary<Guid, ReadInBy>> WhoReadIn(this Session session, CancellationToken cancellation)
    {
        var told = await (
            from e in session.Db.History
            where e.Kind == nameof(PopulationAdded)
            join p in session.Db.People on e.Actor equals p.Id
            select new { e.Subject, p.Name, e.At }).ToListAsync(cancellation);
        return told.DistinctBy(t => t.Subject).ToDictionary(t => t.Subject, t => new ReadInBy(t.Name, t.At));
    }

    /// <summary>The versions of fees that rest on each set.</summary>
    public static async Task<ILookup<PopulationSetId, RestingFees>> FeesResting(this Session session, CancellationToken cancellation)
    {
        var versions = await session.Db.Allocations.Where(a => a.PopulationSetId != null).OrderBy(a => a.Number).Select(a => new { Set = a.PopulationSetId!.Value, a.RecommendationId, a.PeriodId, a.Number }).ToListAsync(cancellation);
        var recommendations = await session.Db.Recommendations.AsNoTracking().Include(r => r.Periods).ToDictionaryAsync(r => r.Id, cancellation);
        return versions.ToLookup(v => v.Set, v => new RestingFees(recommendations[v.RecommendationId], recommendations[v.RecommendationId].Periods.Single(p => p.Id == v.PeriodId).Years, v.Number));
    }
}
