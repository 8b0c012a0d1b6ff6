using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Reports;
using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Persistence.Mappings;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Reference;

/// <summary>
/// What many pages need and few changes touch: municipalities, populations, recommendations and fees. Read once and kept
/// until something of it changes; never written to.
/// </summary>
public sealed class ReferenceFacts
{
    private readonly Dictionary<MunicipalityCode, Municipality> _municipalities;
    private readonly ILookup<MunicipalityCode, Municipality> _joined;
    private readonly Dictionary<string, County> _counties;
    private readonly Dictionary<string, Recommendation> _recommendations;
    private readonly ILookup<RecommendationId, PeriodFees> _fees;
    private readonly Dictionary<RecommendationId, string> _examples;
    private readonly ILookup<RecommendationId, Annex> _annexes;

    private ReferenceFacts(
        DateOnly today, List<County> counties, List<Municipality> municipalities, List<PopulationFacts> populations, List<Recommendation> recommendations,
        List<PeriodFees> fees, Dictionary<RecommendationId, string> examples, List<Annex> annexes)
    {
        (Today, Municipalities, Populations, Recommendations) = (today, municipalities, populations, recommendations);
        _municipalities = municipalities.ToDictionary(m => m.Code);
        _joined = municipalities.Where(m => m.Successor is not null).ToLookup(m => m.Successor!.Value);
        _counties = counties.ToDictionary(c => c.Code);
        _recommendations = recommendations.ToDictionary(r => r.Slug);
        _fees = fees.ToLookup(f => f.Period.RecommendationId);
        _examples = examples;
        _annexes = annexes.ToLookup(a => a.RecommendationId);
    }

    /// <summary>The day they are for.</summary>
    public DateOnly Today { get; }

    /// <summary>Every municipality that is, has been or will be, by code, as it is called today.</summary>
    public IReadOnlyList<Municipality> Municipalities { get; }

    /// <summary>Population sets, the earliest day first; of several for one day the one that holds, the latest read in, last.</summary>
    public IReadOnlyList<PopulationFacts> Populations { get; }

    /// <summary>The latest published report of each recommendation that has one.</summary>
    internal IReadOnlyDictionary<RecommendationId, ReportId> Reports { get; init; } = new Dictionary<RecommendationId, ReportId>();

    /// <summary>The boundaries that maps are drawn with; null where none are read in.</summary>
    public BoundaryFacts? Boundaries { get; private init; }

    /// <summary>Recommendations that are sent, the latest board decision first. Drafts are never here.</summary>
    public IReadOnlyList<Recommendation> Recommendations { get; }

    /// <summary>The municipality with the code; null when there is none.</summary>
    public Municipality? Municipality(MunicipalityCode code) => _municipalities.GetValueOrDefault(code);

    /// <summary>The same where there may be no code.</summary>
    public Municipality? Municipality(MunicipalityCode? code) => code is { } known ? Municipality(known) : null;

    /// <summary>The municipalities that exist on the day, by code, as they were called then.</summary>
    public IEnumerable<Municipality> MunicipalitiesOn(DateOnly day) => Municipalities.Where(m => m.IsValidOn(day)).Select(m => m.NamedOn(day));

    /// <summary>The municipalities that there are today or will be, by code, as they are called today.</summary>
    public IEnumerable<Municipality> MunicipalitiesToCome() => Municipalities.Where(m => !(m.ValidThrough < Today));

    /// <summary>The municipalities of a recommendation seen from a day, by code, as they are called then: what ended or began after its last year is no matter of it.</summary>
    public IEnumerable<Municipality> MunicipalitiesOf(Recommendation asked, DateOnly day)
    {
        var borders = asked.BordersOn(day);
        return Municipalities.Where(m => m.IsValidOn(borders)).Select(m => m.NamedOn(day < borders ? borders : day));
    }

    /// <summary>Those that took over when a municipality ended, or broke out of it, by name.</summary>
    public IEnumerable<Municipality> SuccessorsOf(Municipality municipality) =>
        Municipalities.Where(m => m.Code == municipality.Successor || m.SplitFrom == municipality.Code).OrderBy(m => m.Name, Ui.Swedish.Order);

    /// <summary>Those that a municipality took over from, or broke out of, by name.</summary>
    public IEnumerable<Municipality> PredecessorsOf(Municipality municipality) =>
        _joined[municipality.Code].Concat(Municipalities.Where(m => m.Code == municipality.SplitFrom)).OrderBy(m => m.Name, Ui.Swedish.Order);

    /// <summary>
    /// The inhabitants of a municipality as it is on the day, counted on the day of the set: with those of the municipalities that have
    /// gone up in it since they were counted. Null where nobody has counted them, as in a part that broke out.
    /// </summary>
    public int? Inhabitants(Municipality municipality, PopulationFacts counted, DateOnly day)
    {
        int?[] parts = [counted[municipality.Code], .. _joined[municipality.Code].Where(m => m.ValidThrough < day && m.ValidThrough >= counted.Date).Select(m => Inhabitants(m, counted, day))];
        return parts.All(p => p is null) ? null : parts.Sum();
    }

    /// <summary>The county that a municipality lies in.</summary>
    public County CountyOf(Municipality municipality) => _counties[municipality.CountyCode];

    /// <summary>The counties, by name.</summary>
    public IEnumerable<County> Counties => _counties.Values;

    /// <summary>The recommendation with that name in addresses; null when there is none.</summary>
    public Recommendation? Recommendation(string slug) => _recommendations.GetValueOrDefault(slug);

    /// <summary>The recommendation with that id; null when there is none.</summary>
    public Recommendation? Recommendation(RecommendationId id) => Recommendations.FirstOrDefault(r => r.Id == id);

    /// <summary>Those in the order a municipality cares on the day: open for answers, in force, ended; the latest first.</summary>
    public IEnumerable<Recommendation> RecommendationsOn(DateOnly day) => Recommendations.OrderBy(r => r.PhaseOn(day)).ThenByDescending(r => r.BoardDecision.On);

    /// <summary>The same for one municipality, which may have a longer time.</summary>
    public IEnumerable<Recommendation> RecommendationsFor(MunicipalityCode municipality, DateOnly day) => Recommendations.OrderBy(r => r.PhaseFor(municipality, day)).ThenByDescending(r => r.BoardDecision.On);

    /// <summary>The fees of each period, as they hold.</summary>
    public IEnumerable<PeriodFees> FeesOf(RecommendationId recommendation) => _fees[recommendation];

    /// <summary>The fees that hold in a year, also in a decided extension, which keeps the last period's terms; null when the year is not covered.</summary>
    public PeriodFees? FeesIn(Recommendation recommendation, int year)
    {
        if (!recommendation.PayingYears.Contains(year)) return null;
        var period = recommendation.Periods.FirstOrDefault(p => p.Years.Contains(year)) ?? recommendation.Periods.MaxBy(p => p.Years.Last);
        return FeesOf(recommendation.Id).FirstOrDefault(fees => fees.Period.Id == period?.Id);
    }

    /// <summary>The terms that hold in a period: those of its highest version, else those it was decided with.</summary>
    public FeeTerms TermsOf(FundingPeriod period) => FeesOf(period.RecommendationId).FirstOrDefault(fees => fees.Period.Id == period.Id)?.Terms ?? period.Terms;

    /// <summary>What is invented about a recommendation; null when nothing is.</summary>
    public string? ExampleNotice(RecommendationId recommendation) => _examples.GetValueOrDefault(recommendation);

    /// <summary>True when example data are loaded.</summary>
    public bool HasExamples => _examples.Count > 0;

    /// <summary>The latest report that everyone may read who may see the answers; null where there is none.</summary>
    public ReportId? ReportOf(RecommendationId recommendation) => Reports.TryGetValue(recommendation, out var report) ? report : null;

    /// <summary>The letter and annexes that can be downloaded.</summary>
    public IEnumerable<Annex> AnnexesOf(RecommendationId recommendation) => _annexes[recommendation];

    /// <summary>The population of the day, else the latest on or before it, else the first known. Of several for one day the latest read in.</summary>
    public PopulationFacts PopulationOn(DateOnly day) => Populations.LastOrDefault(p => p.Date <= day) ?? Populations[0];

    /// <summary>Reads it all.</summary>
    internal static async Task<ReferenceFacts> Read(Db db, DateOnly today, CancellationToken cancellation)
    {
        var recommendations = await db.Recommendations.AsNoTracking().AsSplitQuery().Where(r => r.SentAt != null)
            .Include(r => r.Points.OrderBy(p => p.Number)).Include(r => r.Rounds.OrderBy(p => p.Number)).Include(r => r.Periods.OrderBy(p => p.Years.First))
            .Include(r => r.Extensions.OrderBy(e => e.LastYear)).ThenInclude(e => e.Recall).Include(r => r.Corrections.OrderBy(c => c.Number)).ThenInclude(c => c.Recipients).Include(r => r.Timetable.OrderBy(t => t.Day)).Include(r => r.Deadlines).Include(r => r.GoAheadDecisions.OrderBy(d => d.Number)).Include(r => r.ThresholdStatements.OrderBy(s => s.Number))
            .OrderByDescending(r => r.BoardDecision.On).ToListAsync(cancellation);
        var periods = recommendations.SelectMany(r => r.Periods).ToDictionary(p => p.Id);
        var allocations = await db.Allocations.AsNoTracking().Where(a => !db.Allocations.Any(b => b.PeriodId == a.PeriodId && b.Number > a.Number)).Include(a => a.Rows).ToListAsync(cancellation);

        return new ReferenceFacts(
            today,
            await db.Counties.AsNoTracking().OrderBy(c => c.Code).ToListAsync(cancellation),
            (await db.Municipalities.AsNoTracking().Include(m => m.LaterNames.OrderBy(n => n.From)).OrderBy(m => m.Code).ToListAsync(cancellation)).ConvertAll(m => m.NamedOn(today)),
            [.. (await db.PopulationSets.AsNoTracking().Include(s => s.Figures).OrderBy(s => s.Date).ThenBy(s => EF.Property<long>(s, FactSequence.Column)).ToListAsync(cancellation)).Select(s => new PopulationFacts(s))],
            recommendations,
            [.. allocations.Where(a => periods.ContainsKey(a.PeriodId)).Select(a => new PeriodFees(periods[a.PeriodId], a))],
            await db.ExampleNotices.AsNoTracking().ToDictionaryAsync(n => n.RecommendationId, n => n.Text, cancellation),
            await db.Annexes.AsNoTracking().ToListAsync(cancellation))
        {
            Boundaries = await BoundaryFacts.When(db, long.MaxValue, cancellation),
            Reports = (await db.Reports.Where(r => r.PublishedAt != null).OrderBy(r => r.Number).Select(r => new { r.RecommendationId, r.Id }).ToListAsync(cancellation))
                .GroupBy(r => r.RecommendationId).ToDictionary(r => r.Key, r => r.Last().Id),
        };
    }
}

/// <summary>The inhabitants of every municipality on one day.</summary>
public sealed class PopulationFacts
{
    private readonly Dictionary<MunicipalityCode, int> _inhabitants;

    internal PopulationFacts(PopulationSet set)
    {
        (Id, Date, Source) = (set.Id, set.Date, set.Source);
        _inhabitants = set.Figures.ToDictionary(f => f.MunicipalityCode, f => f.Inhabitants);
    }

    /// <summary>The set.</summary>
    public PopulationSetId Id { get; }

    /// <summary>The day.</summary>
    public DateOnly Date { get; }

    /// <summary>Who counted.</summary>
    public string Source { get; }

    /// <summary>Every figure of the set.</summary>
    public IEnumerable<Population> All => _inhabitants.Select(f => new Population(f.Key, f.Value));

    /// <summary>The inhabitants of a municipality; null when it is not in the set.</summary>
    public int? this[MunicipalityCode municipality] => _inhabitants.TryGetValue(municipality, out var inhabitants) ? inhabitants : null;
}
