using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Web.Reference;

namespace Kunskapsstyrning.Web.Features.Municipalities;

/// <summary>What similar municipalities have decided: those of the same county, and the nearest in size.</summary>
/// <param name="County">The county.</param>
/// <param name="InCounty">The others of the county, by name; none where it is the only one.</param>
/// <param name="NearestInSize">The nearest in inhabitants, the largest first; none where nobody has counted its own.</param>
/// <param name="CountedOn">The day the inhabitants were counted.</param>
public sealed record Similar(County County, IReadOnlyList<SimilarMunicipality> InCounty, IReadOnlyList<SimilarMunicipality> NearestInSize, DateOnly CountedOn)
{
    /// <summary>How many of the county's others have adopted, with or without reservation.</summary>
    public int AdoptedInCounty => InCounty.Count(m => m.Status is Status.Adopted or Status.AdoptedWithReservation);
}

/// <summary>A municipality like another one, and how it stands.</summary>
public sealed record SimilarMunicipality(Municipality Municipality, int? Inhabitants, Status Status);

/// <summary>A municipality with its inhabitants.</summary>
internal sealed record SizedMunicipality(Municipality Municipality, int? Inhabitants);

/// <summary>Which municipalities are like one, before anything is known of how they stand.</summary>
/// <param name="County">Its county.</param>
/// <param name="InCounty">The others of the county, by name.</param>
/// <param name="NearestInSize">The nearest in inhabitants, the largest first.</param>
/// <param name="CountedOn">The day the inhabitants were counted.</param>
internal sealed record Alike(County County, IReadOnlyList<SizedMunicipality> InCounty, IReadOnlyList<SizedMunicipality> NearestInSize, DateOnly CountedOn)
{
    private const int Nearest = 6;

    private static readonly ConditionalWeakTable<ReferenceFacts, ConcurrentDictionary<MunicipalityCode, Alike>> KeptToday = [];

    /// <summary>Those like a municipality on the day. Today's are kept as long as the facts are.</summary>
    public static Alike To(Municipality own, ReferenceFacts facts, DateOnly day) =>
        day == facts.Today ? KeptToday.GetOrCreateValue(facts).GetOrAdd(own.Code, _ => Find(own, facts, day)) : Find(own, facts, day);

    /// <summary>All of them, each once.</summary>
    public MunicipalityCode[] Codes => [.. InCounty.Concat(NearestInSize).Select(m => m.Municipality.Code).Distinct()];

    /// <summary>The same with what they have decided, of those that were asked.</summary>
    public Similar As(Func<Municipality, bool> asked, Func<MunicipalityCode, Status> status)
    {
        IReadOnlyList<SimilarMunicipality> Of(IEnumerable<SizedMunicipality> all) =>
            [.. all.Where(m => asked(m.Municipality)).Select(m => new SimilarMunicipality(m.Municipality, m.Inhabitants, status(m.Municipality.Code)))];
        return new Similar(County, Of(InCounty), Of(NearestInSize), CountedOn);
    }

    private static Alike Find(Municipality own, ReferenceFacts facts, DateOnly day)
    {
        var population = facts.PopulationOn(day);
        var size = facts.Inhabitants(own, population, day);
        var others = facts.MunicipalitiesOn(day).Where(m => m.Code != own.Code).Select(m => new SizedMunicipality(m, facts.Inhabitants(m, population, day))).ToList();
        var nearest = others.Where(m => size is not null && m.Inhabitants is not null).OrderBy(m => Math.Abs(m.Inhabitants!.Value - size!.Value)).ThenBy(m => m.Municipality.Code.Digits, StringComparer.Ordinal).Take(Nearest);
        return new Alike(
            facts.CountyOf(own), [.. others.Where(m => m.Municipality.CountyCode == own.CountyCode).OrderBy(m => m.Municipality.Name, Ui.Swedish.Order)],
            [.. nearest.OrderByDescending(m => m.Inhabitants)], population.Date);
    }
}
