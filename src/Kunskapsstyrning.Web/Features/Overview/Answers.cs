using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Persistence.Mappings;
using Kunskapsstyrning.Web.Reference;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Overview;

/// <summary>Every decision about a recommendation, municipality by municipality, as it counts.</summary>
public sealed class Answers
{
    private readonly ILookup<MunicipalityCode, CountedDecision> _decisions;

    internal Answers(IEnumerable<DecisionRow> rows)
    {
        var all = rows.ToList();
        Sequence = all.Count == 0 ? 0 : all.Max(r => Math.Max(r.Sequence, r.RetractedAs ?? 0));
        _decisions = all.GroupBy(r => (r.Municipality, r.Id, r.RetractedAs))
            .Select(d => (d.Key.Municipality, Decision: new CountedDecision(d.Key.Id, [.. d.Select(v => new CountedVersion(v.Number, v.Content, v.Sequence))], d.Key.RetractedAs)))
            .ToLookup(d => d.Municipality, d => d.Decision);
    }

    /// <summary>No decisions at all.</summary>
    public static Answers None { get; } = new([]);

    /// <summary>True when there is at least one.</summary>
    public bool HasAny => _decisions.Count > 0;

    /// <summary>The latest event among them.</summary>
    public long Sequence { get; }

    /// <summary>A municipality's decisions, none when it has none.</summary>
    public IEnumerable<CountedDecision> Of(MunicipalityCode municipality) => _decisions[municipality];

    /// <summary>How many had adopted, day by day, of the municipalities that the recommendation had on the day.</summary>
    public IReadOnlyList<CurveStep> Curve(ReferenceFacts facts, Recommendation asked, AsOf asOf) => Curve(code => facts.Municipality(code)?.ValidThrough, asked, asOf);

    /// <summary>The same where it is told which municipalities have ended.</summary>
    internal IReadOnlyList<CurveStep> Curve(Func<MunicipalityCode, DateOnly?> ended, Recommendation asked, AsOf asOf) =>
        AdoptionCurve.Of(Counted(ended, asked, asOf).Select(d => (d.Decisions, d.Last)), asOf, asked.FundingYears.First);

    /// <summary>The same where each municipality counts for its weight.</summary>
    internal IReadOnlyList<WeighedStep> Curve(Func<MunicipalityCode, DateOnly?> ended, Recommendation asked, AsOf asOf, IReadOnlyDictionary<MunicipalityCode, decimal> weights) =>
        AdoptionCurve.Weighed(Counted(ended, asked, asOf).Select(d => (d.Decisions, d.Last, weights.GetValueOrDefault(d.Code))), asOf, asked.FundingYears.First);

    private IEnumerable<(MunicipalityCode Code, IReadOnlyCollection<CountedDecision> Decisions, DateOnly? Last)> Counted(Func<MunicipalityCode, DateOnly?> ended, Recommendation asked, AsOf asOf)
    {
        var borders = asked.BordersOn(asOf.Day);
        DateOnly? Last(MunicipalityCode code) => ended(code) is { } last && last < borders ? last : null;
        return _decisions.Select(d => (d.Key, (IReadOnlyCollection<CountedDecision>)[.. d], Last(d.Key)));
    }
}

/// <summary>A version of a decision as it is read for counting.</summary>
internal sealed record DecisionRow(MunicipalityCode Municipality, DecisionId Id, long? RetractedAs, int Number, DecisionContent Content, long Sequence);

/// <summary>Reads answers.</summary>
internal static class AnswersInDb
{
    private static readonly CompiledQuery<Func<Db, RecommendationId, IAsyncEnumerable<DecisionRow>>> OfAll = new(() => EF.CompileAsyncQuery((Db db, RecommendationId recommendation) =>
        db.Decisions.Where(d => d.RecommendationId == recommendation)
            .SelectMany(d => d.Versions, (d, v) => new DecisionRow(
                d.MunicipalityCode, d.Id,
                d.Retraction == null ? null : EF.Property<long>(d.Retraction, FactSequence.Column),
                v.Number, v.Content, EF.Property<long>(v, FactSequence.Column)))));

    private static readonly CompiledQuery<Func<Db, RecommendationId, MunicipalityCode[], IAsyncEnumerable<DecisionRow>>> OfSome = new(() => EF.CompileAsyncQuery((Db db, RecommendationId recommendation, MunicipalityCode[] municipalities) =>
        db.Decisions.Where(d => d.RecommendationId == recommendation && municipalities.Contains(d.MunicipalityCode))
            .SelectMany(d => d.Versions, (d, v) => new DecisionRow(
                d.MunicipalityCode, d.Id,
                d.Retraction == null ? null : EF.Property<long>(d.Retraction, FactSequence.Column),
                v.Number, v.Content, EF.Property<long>(v, FactSequence.Column)))));

    /// <summary>Every decision about the recommendation.</summary>
    public static Task<Answers> AnswersTo(this Db db, RecommendationId recommendation, CancellationToken cancellation) =>
        Read(OfAll.For(db)(db, recommendation), cancellation);

    /// <summary>What some municipalities have decided about the recommendation.</summary>
    public static Task<Answers> AnswersTo(this Db db, RecommendationId recommendation, MunicipalityCode[] municipalities, CancellationToken cancellation) =>
        Read(OfSome.For(db)(db, recommendation, municipalities), cancellation);

    private static async Task<Answers> Read(IAsyncEnumerable<DecisionRow> found, CancellationToken cancellation)
    {
        var rows = new List<DecisionRow>();
        await foreach (var row in found.WithCancellation(cancellation)) rows.Add(row);
        return new Answers(rows);
    }
}
