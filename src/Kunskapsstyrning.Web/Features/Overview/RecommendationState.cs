using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Reports;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Reference;

namespace Kunskapsstyrning.Web.Features.Overview;

/// <summary>How a recommendation stands on a day: the one answer behind page, API and export.</summary>
/// <param name="Recommendation">The recommendation and what the sources say.</param>
/// <param name="AsOf">The day and the question.</param>
/// <param name="Today">Today in Sweden.</param>
/// <param name="Adoption">Counts, inhabitants and money.</param>
/// <param name="Rows">Every municipality, by code.</param>
/// <param name="Curve">The adoption curve through the day.</param>
/// <param name="PreviousCurve">The predecessor's curve with its deadline; null where there is none or it is empty.</param>
/// <param name="Sequence">The latest event that the answer rests on.</param>
/// <param name="ExampleNotice">What of it is invented; null when nothing is.</param>
public sealed record RecommendationState(
    Recommendation Recommendation,
    AsOf AsOf,
    DateOnly Today,
    Adoption Adoption,
    IReadOnlyList<MunicipalityRow> Rows,
    IReadOnlyList<CurveStep> Curve,
    EarlierCurve? PreviousCurve,
    long Sequence,
    string? ExampleNotice)
{
    /// <summary>The places of the municipalities by name, where they are known beforehand; null where they are found when asked for.</summary>
    public IReadOnlyList<int>? NameOrder { get; init; }

    /// <summary>Every municipality, by name.</summary>
    public IReadOnlyList<MunicipalityRow> RowsByName => NameOrder is { } order ? new RowsInOrder(Rows, order) : [.. Rows.OrderBy(r => Ui.Swedish.Key(r.Municipality.Name))];

    /// <summary>Counties and late answers as they are kept up; null where they are counted when asked for.</summary>
    internal RowTally? Tally { get; init; }

    /// <summary>Each county by name, with its municipalities by status.</summary>
    public IReadOnlyList<GroupCount<County>> Counties => (Tally ?? RowTally.Of(Rows)).Counties;

    /// <summary>The windows for late joiners in which a late answer came; among them null where one came after every window.</summary>
    public IReadOnlyList<Round?> LateWindows => (Tally ?? RowTally.Of(Rows)).Windows;

    /// <summary>The fees of each period that has any, as they hold.</summary>
    public IReadOnlyList<PeriodFees> Fees { get; init; } = [];

    /// <summary>The latest report that everyone may read who may see the answers; null where there is none.</summary>
    public ReportId? Report { get; init; }

    /// <summary>The boundaries to draw; null where none are read in.</summary>
    public BoundaryFacts? Boundaries { get; init; }

    /// <summary>The fees of a period; null where none are set.</summary>
    public PeriodFees? FeesOf(FundingPeriod period) => Fees.FirstOrDefault(f => f.Period.Id == period.Id);

    /// <summary>The terms that hold in a period.</summary>
    public FeeTerms TermsOf(FundingPeriod period) => FeesOf(period)?.Terms ?? period.Terms;

    /// <summary>How it stood on the earlier day that changes are counted from; null where none is asked for.</summary>
    public EarlierDay? Earlier { get; init; }

    /// <summary>How the inhabitants of those who have adopted grew, where the threshold is a part of them; else empty.</summary>
    public IReadOnlyList<WeighedStep> InhabitantsCurve { get; init; } = [];

    /// <summary>How the yearly fees of those who have adopted grew, where the threshold is an amount; else empty.</summary>
    public IReadOnlyList<WeighedStep> FeesCurve { get; init; } = [];

    /// <summary>When enough have joined, as it was known or as it held on the day; null where nothing is said.</summary>
    public Threshold? Threshold => Recommendation.ThresholdOn(AsOf);

    /// <summary>How far it has come towards each thing that the threshold states; none where it states nothing that can be counted.</summary>
    public IReadOnlyList<ThresholdMeter> Meters => Threshold is { } threshold && !IsBeforeTheQuestion
        ? ThresholdMeter.Of(threshold, Adoption, Curve, InhabitantsCurve, FeesCurve)
        : [];

    /// <summary>True when all that the threshold states is reached; never where it states nothing that can be counted.</summary>
    public bool HasReachedThreshold => Meters is { Count: > 0 } meters && meters.All(m => m.IsReached);

    /// <summary>The decision that holds on the day on whether it goes ahead; null while there is none.</summary>
    public GoAheadDecision? GoAhead => Recommendation.GoAheadDecisions.Where(d => d.On <= AsOf.Day).MaxBy(d => d.Number);

    /// <summary>True on a day after the last year that is paid for, and any that a proposed extension would add.</summary>
    public bool HasEnded => Recommendation.HasEndedOn(AsOf.Day);

    /// <summary>True on a day before the municipalities were asked, when nobody could have answered. Where somebody had answered ahead of the letter there is something to tell.</summary>
    public bool IsBeforeTheQuestion => IsBefore(AsOf.Day, Adoption);

    /// <summary>True when the earlier day that changes are counted from is before the municipalities were asked.</summary>
    public bool IsEarlierBeforeTheQuestion => Earlier is { } earlier && IsBefore(earlier.Day, earlier.Adoption);

    /// <summary>True when the day asked for is today.</summary>
    public bool IsToday => AsOf.Day == Today;

    private bool IsBefore(DateOnly day, Adoption adoption) => day < Recommendation.AskedOn && adoption[Status.NoResponse].Municipalities == adoption.Municipalities;
}

/// <summary>How a recommendation stood on an earlier day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Adoption">The counts then.</param>
public sealed record EarlierDay(DateOnly Day, Adoption Adoption);

/// <summary>An earlier round's curve, to draw by days before the deadline.</summary>
public sealed record EarlierCurve(string ShortTitle, DateOnly Deadline, IReadOnlyList<CurveStep> Steps);

/// <summary>One municipality's line.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="County">Its county.</param>
/// <param name="Standing">Its standing on the day.</param>
/// <param name="Inhabitants">Inhabitants on the day of the terms, else the latest known; null where nobody has counted them.</param>
/// <param name="FirstYearFee">Its fee in the first year, kronor; null where none is set.</param>
/// <param name="Deadline">Its last day to answer; null when none is known.</param>
public sealed record MunicipalityRow(Municipality Municipality, County County, Standing Standing, int? Inhabitants, Kronor? FirstYearFee, DateOnly? Deadline)
{
    /// <summary>Its standing on the earlier day that changes are counted from; null where none is asked for, or it was no municipality then.</summary>
    public Standing? Before { get; init; }

    /// <summary>True when its status is another than on the earlier day.</summary>
    public bool HasChanged => Before is { } before && before.Status != Standing.Status;

    /// <summary>What its circle's area shows on a map.</summary>
    public decimal Weight(MapKind map) => map is MapKind.PlacesByFee ? FirstYearFee?.Amount ?? 0 : Inhabitants ?? 0;

    /// <summary>True when what the status rests on arrived after the deadline.</summary>
    public bool IsLate => Standing.IsLate(Deadline);

    /// <summary>The window for late joiners in which it arrived; null when it came in time, or after every window.</summary>
    public Round? LaterRound { get; init; }
}
