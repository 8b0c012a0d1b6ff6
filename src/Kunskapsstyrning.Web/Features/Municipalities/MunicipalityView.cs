using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Operations;
using Kunskapsstyrning.Web.Features.Overview;

namespace Kunskapsstyrning.Web.Features.Municipalities;

/// <summary>What a municipality's page shows.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="County">Its county.</param>
/// <param name="Successors">Those that took over when it ended, or broke out of it; none when nobody is known.</param>
/// <param name="Country">Every municipality of the day, for the map.</param>
/// <param name="AsOf">The day and the question.</param>
/// <param name="Today">Today in Sweden.</param>
/// <param name="Own">The chosen recommendation; null when there is none to show.</param>
/// <param name="Everywhere">The municipality in every recommendation, the latest first.</param>
public sealed record MunicipalityView(
    Municipality Municipality, County County, IReadOnlyList<Municipality> Successors, IReadOnlyList<Municipality> Country, AsOf AsOf, DateOnly Today, OwnAnswer? Own,
    IReadOnlyList<OwnLine> Everywhere)
{
    /// <summary>True when the day asked for is today.</summary>
    public bool IsToday => AsOf.Day == Today;

    /// <summary>Those that it took over from, or broke out of.</summary>
    public IReadOnlyList<Municipality> Predecessors { get; init; } = [];

    /// <summary>What it has been called before the day that is shown.</summary>
    public IReadOnlyList<string> EarlierNames => Municipality.EarlierNames(AsOf.Day);

    /// <summary>The recommendation asked for, where it had ended before the municipality began or came after it ended; null where one is shown.</summary>
    public Recommendation? NeverAsked { get; init; }

    /// <summary>True for one that has ended, in a recommendation that ended before it did: what is shown is what it was.</summary>
    public bool IsOfItsTime => Municipality.ValidThrough < AsOf.Day && Own is { } own && Municipality.IsValidOn(own.Recommendation.BordersOn(AsOf.Day));

    /// <summary>The recommendation to see others from, where all of them were asked; null for the one that matters most.</summary>
    public string? SlugOf(IReadOnlyList<Municipality> others) => Own is { } own && others.All(own.Recommendation.Asks) ? own.Recommendation.Slug : null;

    /// <summary>The years whose fees can be told on a paper: those with a fee, in which the municipality exists.</summary>
    public IEnumerable<int> NoticeYears => Own?.Fees.Where(f => f.IsSet).SelectMany(f => f.Years.Years).Where(Municipality.IsValidIn) ?? [];

    /// <summary>What similar municipalities have decided; null where the one who looks may not see that, and before the question was put.</summary>
    public Similar? Similar { get; init; }
}

/// <summary>A municipality's fee and answer in one recommendation, on a day.</summary>
/// <param name="Recommendation">The recommendation.</param>
/// <param name="AsOf">The day and the question.</param>
/// <param name="ShowsStatus">False where the status may not be seen by the one who looks: then only fee and deadline are shown.</param>
/// <param name="Standing">Its standing on the day.</param>
/// <param name="Deadline">Its own last day to answer; null when none is known.</param>
/// <param name="Fees">What it pays, years with the same fee together; a part without fee is there too.</param>
/// <param name="Decisions">What counts on the day, the latest first.</param>
/// <param name="Annexes">Letter and annexes to download.</param>
/// <param name="ExampleNotice">What of it is invented; null when nothing is.</param>
public sealed record OwnAnswer(
    Recommendation Recommendation, AsOf AsOf, bool ShowsStatus, Standing Standing, DateOnly? Deadline, IReadOnlyList<OwnFee> Fees,
    IReadOnlyList<OwnDecision> Decisions, IReadOnlyList<AnnexLink> Annexes, string? ExampleNotice)
{
    /// <summary>Today in Sweden, which the day is seen from.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The fee of the page: that of the day's year, else the first that is set; null when none is.</summary>
    public OwnFee? Fee => Fees.FirstOrDefault(f => f.IsSet && f.Years.Contains(AsOf.Day.Year)) ?? Fees.FirstOrDefault(f => f.IsSet);

    /// <summary>What it answered to the recommendation that this one renews; null when it renews none, or where that may not be seen.</summary>
    public LastAnswer? LastTime { get; init; }

    /// <summary>True while an answer changes anything.</summary>
    public bool CanBeAnswered => Recommendation.CanBeAnsweredOn(AsOf.Day) && Recommendation.GoesAheadOn(AsOf.Day) is not false;

    /// <summary>True when the last year that is paid for has passed, and any that a proposed extension would add.</summary>
    public bool IsOver => Recommendation.HasEndedOn(AsOf.Day);

    /// <summary>True on a day when SKR's board had not yet decided.</summary>
    public bool IsBeforeTheBoard => AsOf.Day < Recommendation.BoardDecision.On;

    /// <summary>True on a day before the municipalities were asked, unless this one had answered ahead of the letter.</summary>
    public bool IsBeforeTheQuestion => AsOf.Day < Recommendation.AskedOn && Decisions.Count == 0;
}

/// <summary>What a municipality pays each year of a span.</summary>
/// <param name="Years">The years.</param>
/// <param name="List">The fees of everyone; null where none are set.</param>
/// <param name="Fee">Its own; null where none is set.</param>
public sealed record OwnFee(YearSpan Years, FeeList? List, Fee? Fee)
{
    /// <summary>True when there is an amount.</summary>
    public bool IsSet => Fee?.Amount is not null;
}

/// <summary>A decision as it is registered.</summary>
/// <param name="Id">Which.</param>
/// <param name="Content">What counts.</param>
/// <param name="Details">What is walled; null for those who may not see it.</param>
/// <param name="Stands">True for the one that the status rests on.</param>
public sealed record OwnDecision(DecisionId Id, DecisionContent Content, DecisionDetails? Details, bool Stands);

/// <summary>The municipality's line in the table of every recommendation.</summary>
/// <param name="Recommendation">The recommendation.</param>
/// <param name="ShowsStatus">False where the status may not be seen.</param>
/// <param name="Standing">Its standing today.</param>
/// <param name="Fee">Its fee in the first year; null where none is set.</param>
/// <param name="IsChosen">True for the one that the page shows.</param>
public sealed record OwnLine(Recommendation Recommendation, bool ShowsStatus, Standing Standing, Fee? Fee, bool IsChosen)
{
    /// <summary>What it pays, years with the same fee together; a part without fee is there too.</summary>
    public IReadOnlyList<OwnFee> Fees { get; init; } = [];
}
