namespace Kunskapsstyrning.Domain.Decisions;

/// <summary>What a threshold is counted in.</summary>
public enum ThresholdMeasure
{
    /// <summary>Municipalities that have adopted, also where the threshold is a part of them.</summary>
    Municipalities,
    /// <summary>Inhabitants of those that have adopted.</summary>
    Inhabitants,
    /// <summary>Kronor a year that those that have adopted come to together.</summary>
    Kronor,
}

/// <summary>How far those who have adopted have come towards one thing that the threshold states.</summary>
/// <param name="Measure">What is counted.</param>
/// <param name="Needed">How much is needed.</param>
/// <param name="Have">How much there is.</param>
/// <param name="Whole">How much there would be if everyone adopted.</param>
/// <param name="ReachedOn">The day from which it has been reached without a break; null while it is not, or where no day is known.</param>
public sealed record ThresholdMeter(ThresholdMeasure Measure, decimal Needed, decimal Have, decimal Whole, DateOnly? ReachedOn)
{
    /// <summary>True when there is as much as is needed.</summary>
    public bool IsReached => Have >= Needed;

    /// <summary>A meter for each thing that is stated; none where the threshold is only words.</summary>
    /// <param name="threshold">What is stated.</param>
    /// <param name="adoption">How it stands.</param>
    /// <param name="municipalities">How many had adopted, day by day.</param>
    /// <param name="inhabitants">How many inhabitants they had.</param>
    /// <param name="fees">What they paid together, in kronor a year.</param>
    public static IReadOnlyList<ThresholdMeter> Of(
        Threshold threshold, Adoption adoption, IReadOnlyList<CurveStep> municipalities, IReadOnlyList<WeighedStep> inhabitants, IReadOnlyList<WeighedStep> fees)
    {
        var meters = new List<ThresholdMeter>();
        if (threshold.MunicipalitiesOf(adoption.Municipalities) is { } number)
            meters.Add(Of(ThresholdMeasure.Municipalities, number, adoption.HaveAdopted, adoption.Municipalities, [.. municipalities.Select(s => new WeighedStep(s.Day, s.Adopted))]));
        if (threshold.ShareOfInhabitants is { } share)
            meters.Add(Of(ThresholdMeasure.Inhabitants, decimal.Ceiling(share * adoption.Inhabitants), Adopted(adoption, c => c.Inhabitants), adoption.Inhabitants, inhabitants));
        if (threshold.Secured is { } secured)
            meters.Add(Of(ThresholdMeasure.Kronor, secured.Amount, Adopted(adoption, Fees), Enum.GetValues<Status>().Sum(s => Fees(adoption[s])), fees));
        return meters;
    }

    private static ThresholdMeter Of(ThresholdMeasure measure, decimal needed, decimal have, decimal whole, IReadOnlyList<WeighedStep> curve)
    {
        var since = curve.Count;
        while (since > 0 && curve[since - 1].Sum >= needed) since--;
        return new ThresholdMeter(measure, needed, have, whole, have >= needed && since < curve.Count ? curve[since].Day : null);
    }

    private static decimal Adopted(Adoption adoption, Func<StatusCount, decimal> of) => of(adoption[Status.Adopted]) + of(adoption[Status.AdoptedWithReservation]);

    private static decimal Fees(StatusCount count) => count.FirstYearFees?.Amount ?? 0;
}
