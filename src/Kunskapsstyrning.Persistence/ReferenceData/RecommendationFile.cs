using System.Text.Json;
using System.Text.Json.Serialization;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;

namespace Kunskapsstyrning.Persistence.ReferenceData;

/// <summary>
/// A recommendation as it is written in recommendations.json: every fact with its source, and null where the sources say
/// nothing. A name that is not known, or one that is left out, is refused.
/// </summary>
public sealed record RecommendationFile(
    Guid Id,
    string Slug,
    Sourced<string> Title,
    Sourced<string> ShortTitle,
    BoardDecision BoardDecision,
    PointsFile? Points,
    CoverLetter? Letter,
    Sourced<string>? CaseNumber,
    StatedCostFile? StatedCost,
    Threshold? Threshold,
    Sourced<bool>? AsksForReasons,
    Sourced<string>? Predecessor,
    Sourced<Publicity> Publicity,
    IReadOnlyList<RoundFile> Rounds,
    IReadOnlyList<TimetableFile> Timetable,
    IReadOnlyList<PeriodFile> Periods,
    IReadOnlyList<CorrectionFile> Corrections,
    IReadOnlyList<ExtensionFile> Extensions)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    internal static IReadOnlyList<RecommendationFile> Read(byte[] json) =>
        JsonSerializer.Deserialize<IReadOnlyList<RecommendationFile>>(json, Strict) ?? throw new InvalidDataException("recommendations.json is empty.");

    /// <summary>The recommendation.</summary>
    /// <param name="predecessor">The id of the one it renews; null when it renews none.</param>
    public Recommendation ToRecommendation(RecommendationId? predecessor)
    {
        var recommendation = new Recommendation(new RecommendationId(Id), Slug, Title.Value, ShortTitle.Value, BoardDecision);
        recommendation.Describe(new Description
        {
            Letter = Letter,
            CaseNumber = CaseNumber?.Value,
            StatedCost = StatedCost?.ToStatedCost(),
            Threshold = Threshold,
            Predecessor = predecessor,
            Publicity = Publicity.Value,
            AsksForReasons = AsksForReasons?.Value ?? false,
            Points = Points?.Quoted ?? [],
            Rounds = [.. Rounds.Select(r => (r.Deadline, r.Words, r.Source))],
            Timetable = [.. Timetable.Select(t => (t.Day, t.What, t.Source))],
        });
        foreach (var period in Periods) Demand(recommendation.Fund(new FundingPeriodId(period.Id), new YearSpan(period.First, period.Last), period.Terms.ToTerms()));
        foreach (var c in Corrections) Demand(recommendation.TellOfCorrection(c.On, c.Wrong, c.Right, c.Reason, c.Source));
        foreach (var e in Extensions) Demand(recommendation.Extend(new ExtensionId(e.Id), e.LastYear, e.State, e.Mode, e.BoardDecidedOn, e.Source));
        return recommendation;
    }

    private void Demand(Result result)
    {
        if (result.Refusal is { } refusal) throw new InvalidDataException($"{Slug} in recommendations.json: {refusal.Sentence}");
    }
}

/// <summary>A fact and where it is said.</summary>
public sealed record Sourced<T>(T Value, string Source);

/// <summary>The board's points, quoted.</summary>
public sealed record PointsFile(IReadOnlyList<string> Quoted, string Source);

/// <summary>The stated yearly cost.</summary>
public sealed record StatedCostFile(decimal Yearly, bool AtMost, string Source)
{
    internal StatedCost ToStatedCost() => new(new Kronor(Yearly), AtMost, Source);
}

/// <summary>A deadline or a later window.</summary>
public sealed record RoundFile(DateOnly Deadline, string Words, string Source);

/// <summary>A day in the process.</summary>
public sealed record TimetableFile(DateOnly Day, string What, string Source);

/// <summary>Something printed wrong, and what holds.</summary>
public sealed record CorrectionFile(DateOnly On, string Wrong, string Right, string Reason, string Source);

/// <summary>An extension, proposed or decided.</summary>
public sealed record ExtensionFile(Guid Id, int LastYear, ExtensionState State, ExtensionMode Mode, DateOnly? BoardDecidedOn, string Source);

/// <summary>A funding period, the id of the first version of its fees, and the fees that SKR has published.</summary>
public sealed record PeriodFile(Guid Id, Guid? Allocation, int First, int Last, TermsFile Terms, IReadOnlyList<PublishedFeeFile> Published)
{
    /// <summary>The published fees by municipality.</summary>
    public IReadOnlyDictionary<MunicipalityCode, Kronor> PublishedFees() =>
        Published.ToDictionary(p => new MunicipalityCode(p.Municipality), p => new Kronor(p.Yearly));
}

/// <summary>A fee that is published.</summary>
public sealed record PublishedFeeFile(string Municipality, decimal Yearly, string Source);

/// <summary>The terms of a period's fees.</summary>
public sealed record TermsFile(
    FeeKind Kind, decimal? Rate, decimal? Total, decimal? Cap, DiscountFile? Discount, DateOnly? PopulationDate, decimal? Step, RoundingMode? Rounding,
    string? Assumption, string Source)
{
    internal FeeTerms ToTerms() => new()
    {
        Kind = Kind,
        Rate = Rate,
        Total = Total is { } total ? new Kronor(total) : null,
        Cap = Cap is { } cap ? new Kronor(cap) : null,
        Discount = Discount is { } discount ? DiscountRule.ForLargest(discount.Largest, discount.Part) : null,
        PopulationDate = PopulationDate,
        Step = Step ?? 1m,
        Rounding = Rounding ?? RoundingMode.Each,
        Assumption = Assumption,
        Source = Source,
    };
}

/// <summary>A discount for the largest municipalities.</summary>
public sealed record DiscountFile(int Largest, decimal Part);
