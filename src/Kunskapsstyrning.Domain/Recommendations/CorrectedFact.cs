namespace Kunskapsstyrning.Domain.Recommendations;

/// <summary>Which part of a recommendation is put right.</summary>
public enum CorrectedPart
{
    /// <summary>Words that stand somewhere in it; nothing that the program uses.</summary>
    Words,
    /// <summary>The years of a funding period.</summary>
    Years,
    /// <summary>The deadline, or the last day of a later window.</summary>
    Deadline,
    /// <summary>The stated yearly cost.</summary>
    StatedCost,
    /// <summary>Where answers go.</summary>
    AnswerAddress,
    /// <summary>One of the board's points.</summary>
    Point,
    /// <summary>SKR's case number.</summary>
    CaseNumber,
    /// <summary>The title.</summary>
    Title,
}

/// <summary>What was printed in a recommendation and what holds. A fact that the program uses changes with it, words do not.</summary>
/// <param name="Part">Which part it is.</param>
public abstract record CorrectedFact(CorrectedPart Part)
{
    /// <summary>What was printed.</summary>
    internal abstract object Printed { get; }

    /// <summary>What holds.</summary>
    internal abstract object Holding { get; }
}

/// <summary>The years of a funding period.</summary>
/// <param name="Period">The period.</param>
/// <param name="Wrong">The years that were printed.</param>
/// <param name="Right">The years that hold.</param>
public sealed record CorrectedYears(FundingPeriodId Period, YearSpan Wrong, YearSpan Right) : CorrectedFact(CorrectedPart.Years)
{
    internal override object Printed => Wrong;

    internal override object Holding => Right;
}

/// <summary>The last day of a round.</summary>
/// <param name="Round">Its place, from 1.</param>
/// <param name="Wrong">The day that was printed.</param>
/// <param name="Right">The day that holds.</param>
public sealed record CorrectedDeadline(int Round, DateOnly Wrong, DateOnly Right) : CorrectedFact(CorrectedPart.Deadline)
{
    internal override object Printed => Wrong;

    internal override object Holding => Right;
}

/// <summary>The stated yearly cost.</summary>
/// <param name="Wrong">Kronor a year as printed.</param>
/// <param name="Right">Kronor a year that hold.</param>
public sealed record CorrectedCost(Kronor Wrong, Kronor Right) : CorrectedFact(CorrectedPart.StatedCost)
{
    internal override object Printed => Wrong;

    internal override object Holding => Right;
}

/// <summary>A text: words anywhere, the answer address, a point, the case number or the title.</summary>
/// <param name="Part">Which text it is.</param>
/// <param name="Number">The place of a point, from 1; 0 for the other texts.</param>
/// <param name="Wrong">What was printed.</param>
/// <param name="Right">What holds.</param>
public sealed record CorrectedText(CorrectedPart Part, int Number, string Wrong, string Right) : CorrectedFact(Part)
{
    internal override object Printed => Wrong;

    internal override object Holding => Right;
}
