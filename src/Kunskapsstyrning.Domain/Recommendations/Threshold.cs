namespace Kunskapsstyrning.Domain.Recommendations;

/// <summary>When enough have joined: a number, a share, an amount, or only words. Where it is only words a person decides, with a day and a reason.</summary>
/// <param name="Municipalities">How many must adopt; null when no number is stated.</param>
/// <param name="Words">How it is said, "tillräckligt många".</param>
/// <param name="Source">Where it is said.</param>
public sealed record Threshold(int? Municipalities, string Words, string Source)
{
    /// <summary>The part of all municipalities that must adopt, 0.60 for sixty per cent; null when none is stated.</summary>
    public decimal? ShareOfMunicipalities { get; init; }

    /// <summary>The part of the country's inhabitants who must live in municipalities that adopt; null when none is stated.</summary>
    public decimal? ShareOfInhabitants { get; init; }

    /// <summary>Kronor a year that those who adopt must come to together; null when none are stated.</summary>
    public Kronor? Secured { get; init; }

    /// <summary>True when nothing can be counted: only a person can say that enough have joined.</summary>
    public bool IsOnlyWords => Municipalities is null && ShareOfMunicipalities is null && ShareOfInhabitants is null && Secured is null;

    /// <summary>Why it is none; null when it is one.</summary>
    public static Refusal? RefusalOf(Threshold threshold)
    {
        if (threshold.IsOnlyWords && threshold.Words.Length == 0) return RecommendationRefusals.NoThreshold;
        return threshold is { Municipalities: <= 0 } or { ShareOfMunicipalities: <= 0 or > 1 } or { ShareOfInhabitants: <= 0 or > 1 } || threshold.Secured <= Kronor.Zero
            ? RecommendationRefusals.NoSuchThreshold
            : null;
    }

    /// <summary>Why so many municipalities can never reach it; null when they can.</summary>
    public Refusal? RefusalAmong(int all) => Municipalities > all ? RecommendationRefusals.ThresholdAboveAll : null;

    /// <summary>How many of so many municipalities must adopt, where that can be told from what is stated; else null.</summary>
    public int? MunicipalitiesOf(int all) => Municipalities ?? (ShareOfMunicipalities is { } share ? (int)decimal.Ceiling(share * all) : null);
}
