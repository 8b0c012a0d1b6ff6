using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Persistence.Mappings;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Municipalities;

/// <summary>What similar municipalities have decided: those of the same county, and the nearest in size.</summary>
/// <param name="County">The county.</param>
/// <param name="InCounty">The others of the county, by name; none where it is the only one.</param>
/// <param name="NearestInSize">The nearest in inhabitants, the largest first.</param>
/// <param name="CountedOn">The day the inhabitants were counted.</param>
public sealed record Similar(County County, IReadOnlyList<SimilarMunicipality> InCounty, IReadOnlyList<SimilarMunicipality> NearestInSize, DateOnly CountedOn)
{
    /// <summary>How many of the county's others have adopted, with or without reservation.</summary>
    public int AdoptedInCounty => InCounty.Count(m => m.Status is Status.Adopted or Status.AdoptedWithReservation);
}

/// <summary>A municipality like another one, and how it stands.</summary>
public sealed record SimilarMunicipality(Municipality Municipality, int Inhabitants, Status Status);

/// <summary>Finds similar municipalities. Asked for only where the one who asks may see every municipality's status.</summary>
internal static class SimilarInDb
{
    private const int Nearest = 6;

    /// <summary>Those like a municipality, as they stand on the day.</summary>
    public static async Task<Similar> SimilarTo(this Session session, Municipality own, Recommendation asked, AsOf asOf, CancellationToken cancellation)
    {
        var facts = session.Facts;
        var population = facts.PopulationOn(asOf.Day);
        int Inhabitants(Municipality m) => facts.Inhabitants(m, population, asOf.Day);
        var others = facts.MunicipalitiesOn(asOf.Day).Where(m => m.Code != own.Code).ToList();
        var county = others.Where(m => m.CountyCode == own.CountyCode).OrderBy(m => m.Name, Ui.Swedish.Order).ToList();
        var nearest = others.OrderBy(m => Math.Abs(Inhabitants(m) - Inhabitants(own))).ThenBy(m => m.Code.Digits, StringComparer.Ordinal).Take(Nearest)
            .OrderByDescending(m => Inhabitants(m)).ToList();

        var codes = county.Concat(nearest).Select(m => m.Code).Distinct().ToList();
        var versions = await session.Db.Decisions.Where(d => d.RecommendationId == asked.Id && codes.Contains(d.MunicipalityCode))
            .SelectMany(d => d.Versions, (d, v) => new
            {
                d.MunicipalityCode, d.Id, RetractedAs = d.Retraction == null ? (long?)null : EF.Property<long>(d.Retraction, FactSequence.Column),
                v.Number, v.Content, Sequence = EF.Property<long>(v, FactSequence.Column),
            }).ToListAsync(cancellation);
        var decisions = versions.GroupBy(v => (v.MunicipalityCode, v.Id, v.RetractedAs)).ToLookup(
            d => d.Key.MunicipalityCode, d => new CountedDecision(d.Key.Id, [.. d.Select(v => new CountedVersion(v.Number, v.Content, v.Sequence))], d.Key.RetractedAs));

        SimilarMunicipality Of(Municipality m) => new(m, Inhabitants(m), asked.StandingOf(decisions[m.Code], asOf).Status);
        return new Similar(facts.CountyOf(own), county.ConvertAll(Of), nearest.ConvertAll(Of), population.Date);
    }
}
