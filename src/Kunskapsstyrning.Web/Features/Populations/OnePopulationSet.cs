using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Populations;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Populations;

/// <summary>A population set with its figures beside those of the set before. For SKR; null when it is not there.</summary>
/// <param name="Id">The set.</param>
[Requires(Permission.ReadWalled)]
public sealed record OnePopulationSet(PopulationSetId Id) : IQuery<PopulationSetView?>
{
    /// <inheritdoc/>
    public async Task<PopulationSetView?> Answer(Session session, CancellationToken cancellation)
    {
        if (session.Actor.Scope is not "skr" || await session.Db.PopulationSets.AsNoTracking().Include(s => s.Figures).SingleOrDefaultAsync(s => s.Id == Id, cancellation) is not { } set) return null;

        var all = session.Facts.Populations;
        var before = all.TakeWhile(p => p.Id != Id).LastOrDefault();
        var holds = all.LastOrDefault(p => p.Date == set.Date)?.Id ?? Id;
        var division = CountedPeriod.DivisionOf(set.Date);
        var figures = set.Figures.ToDictionary(f => f.MunicipalityCode, f => f.Inhabitants);
        var differences = session.Facts.Municipalities.Where(m => figures.ContainsKey(m.Code)).Select(m => m.NamedOn(division))
            .Select(m => new PopulationDifference(m, before is null ? null : session.Facts.InhabitantsIn(before, m, division), figures[m.Code]));
        return new PopulationSetView(
            set, [.. differences.OrderBy(d => d.Municipality.Name, Ui.Swedish.Order)], before, holds,
            (await session.WhoReadIn(cancellation)).GetValueOrDefault(Id.Value), [.. (await session.FeesResting(cancellation))[Id]], session.Today);
    }
}

/// <summary>A population set in full.</summary>
/// <param name="Set">The set.</param>
/// <param name="Figures">Its figures beside those of the set before, by name.</param>
/// <param name="Before">The set before; null for the first.</param>
/// <param name="Holds">The set that holds for the day.</param>
/// <param name="ReadIn">Who read it in and when; null when nobody knows.</param>
/// <param name="Resting">The versions of fees that rest on it.</param>
/// <param name="Today">Today in Sweden.</param>
public sealed record PopulationSetView(
    PopulationSet Set, IReadOnlyList<PopulationDifference> Figures, Reference.PopulationFacts? Before, PopulationSetId Holds, ReadInBy? ReadIn, IReadOnlyList<RestingFees> Resting, DateOnly Today)
{
    /// <summary>All inhabitants.</summary>
    public long Inhabitants => Figures.Sum(f => (long)f.After);
}
