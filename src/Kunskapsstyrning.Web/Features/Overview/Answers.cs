using System.Collections.Immutable;
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
    // Moved on it shares with the one before all that has not changed.
    private readonly ImmutableDictionary<MunicipalityCode, CountedDecision[]> _decisions;

    internal Answers(IReadOnlyCollection<DecisionRow> rows) : this(ByMunicipality(rows), Latest(rows)) { }

    private Answers(ImmutableDictionary<MunicipalityCode, CountedDecision[]> decisions, long sequence) => (_decisions, Sequence) = (decisions, sequence);

    /// <summary>No decisions at all.</summary>
    public static Answers None { get; } = new([]);

    /// <summary>True when there is at least one.</summary>
    public bool HasAny => !_decisions.IsEmpty;

    /// <summary>The latest event among them.</summary>
    public long Sequence { get; }

    /// <summary>Those that have any.</summary>
    internal IReadOnlyCollection<MunicipalityCode> Municipalities => [.. _decisions.Keys];

    /// <summary>A municipality's decisions, none when it has none.</summary>
    public IReadOnlyCollection<CountedDecision> Of(MunicipalityCode municipality) => _decisions.TryGetValue(municipality, out var decisions) ? decisions : [];

    /// <summary>What has been registered since an event: new answers and what is on its way, where it is not taken back, and what was there and has been corrected or taken back.</summary>
    public RegisteredSince Since(long sequence)
    {
        var since = new RegisteredSince(0, 0, 0);
        foreach (var decision in _decisions.Values.SelectMany(decisions => decisions))
        {
            if (decision.Sequence <= sequence) since = decision.RetractedAs > sequence || decision.Versions.Any(v => v.Sequence > sequence) ? since with { Corrections = since.Corrections + 1 } : since;
            else if (decision.RetractedAs is null) since = decision.AsRegistered(long.MaxValue)!.IsAnswer ? since with { Answers = since.Answers + 1 } : since with { OnTheirWay = since.OnTheirWay + 1 };
        }

        return since;
    }

    /// <summary>The same with what some municipalities have decided in place of what they had; they themselves stay as they are.</summary>
    internal Answers With(Answers changed) => new(_decisions.SetItems(changed._decisions), Math.Max(Sequence, changed.Sequence));

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
        return _decisions.Select(d => (d.Key, (IReadOnlyCollection<CountedDecision>)d.Value, LastCounted(ended(d.Key), borders)));
    }

    /// <summary>The last day that a municipality is counted, when it ends before the day whose borders hold; null for every day.</summary>
    internal static DateOnly? LastCounted(DateOnly? ends, DateOnly borders) => ends < borders ? ends : null;

    private static ImmutableDictionary<MunicipalityCode, CountedDecision[]> ByMunicipality(IReadOnlyCollection<DecisionRow> rows) => rows
        .GroupBy(r => (r.Municipality, r.Id, r.RetractedAs))
        .Select(d => (d.Key.Municipality, Decision: new CountedDecision(d.Key.Id, [.. d.Select(v => new CountedVersion(v.Number, v.Content, v.Sequence))], d.Key.RetractedAs)))
        .GroupBy(d => d.Municipality, d => d.Decision).ToImmutableDictionary(d => d.Key, d => d.ToArray());

    private static long Latest(IReadOnlyCollection<DecisionRow> rows) => rows.Count == 0 ? 0 : rows.Max(r => Math.Max(r.Sequence, r.RetractedAs ?? 0));
}

/// <summary>What has been registered about a recommendation since an event.</summary>
/// <param name="Answers">New final decisions.</param>
/// <param name="OnTheirWay">New proposals, and what was tabled or sent back: no answers.</param>
/// <param name="Corrections">Decisions that were there, and have been corrected or taken back.</param>
public sealed record RegisteredSince(int Answers, int OnTheirWay, int Corrections);

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

    private static readonly CompiledQuery<Func<Db, RecommendationId, long, IAsyncEnumerable<DecisionRow>>> OfChanged = new(() => EF.CompileAsyncQuery((Db db, RecommendationId recommendation, long sequence) =>
        db.Decisions.Where(d => d.RecommendationId == recommendation && db.Set<DecisionVersion>()
                .Where(v => EF.Property<long>(v, FactSequence.Column) > sequence).Select(v => v.DecisionId)
                .Union(db.Set<Retraction>().Where(r => EF.Property<long>(r, FactSequence.Column) > sequence).Select(r => r.DecisionId))
                .Join(db.Decisions, id => id, changed => changed.Id, (id, changed) => changed)
                .Where(changed => changed.RecommendationId == recommendation)
                .Select(changed => changed.MunicipalityCode)
                .Contains(d.MunicipalityCode))
            .SelectMany(d => d.Versions, (d, v) => new DecisionRow(
                d.MunicipalityCode, d.Id,
                d.Retraction == null ? null : EF.Property<long>(d.Retraction, FactSequence.Column),
                v.Number, v.Content, EF.Property<long>(v, FactSequence.Column)))));

    private static readonly CompiledQuery<Func<Db, Task<long?>>> OfLatest = new(() => EF.CompileAsyncQuery((Db db) =>
        db.Set<DecisionVersion>().Select(v => (long?)EF.Property<long>(v, FactSequence.Column)).Concat(db.Set<Retraction>().Select(r => (long?)EF.Property<long>(r, FactSequence.Column))).Max()));

    /// <summary>The latest event of any answer to any recommendation; zero where there is none.</summary>
    public static async Task<long> LatestOfAnswers(this Db db) => await OfLatest.For(db)(db) ?? 0;

    /// <summary>Every decision about the recommendation.</summary>
    public static async Task<Answers> AnswersTo(this Db db, RecommendationId recommendation, CancellationToken cancellation) =>
        new(await Read(OfAll.For(db)(db, recommendation), cancellation));

    /// <summary>What some municipalities have decided about the recommendation.</summary>
    public static async Task<Answers> AnswersTo(this Db db, RecommendationId recommendation, MunicipalityCode[] municipalities, CancellationToken cancellation) =>
        new(await Read(OfSome.For(db)(db, recommendation, municipalities), cancellation));

    /// <summary>All that those have decided about the recommendation for whom anything has been registered after an event, in one question, so that nothing is missed between two.</summary>
    public static Task<IReadOnlyList<DecisionRow>> ChangedSince(this Db db, RecommendationId recommendation, long sequence, CancellationToken cancellation) =>
        Read(OfChanged.For(db)(db, recommendation, sequence), cancellation);

    private static async Task<IReadOnlyList<DecisionRow>> Read(IAsyncEnumerable<DecisionRow> found, CancellationToken cancellation)
    {
        var rows = new List<DecisionRow>();
        await foreach (var row in found.WithCancellation(cancellation)) rows.Add(row);
        return rows;
    }
}
