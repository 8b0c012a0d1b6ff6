using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Web.Features.Decisions;

namespace Kunskapsstyrning.Web.Features.Imports;

/// <summary>What would become of a row.</summary>
public enum RowPlan
{
    /// <summary>A decision is registered.</summary>
    Add,
    /// <summary>A registered decision differs and can be corrected.</summary>
    Correct,
    /// <summary>The same is registered already.</summary>
    Same,
    /// <summary>An earlier row of the list says the same.</summary>
    Twice,
    /// <summary>The list tells no day, and it is most likely a decision that is registered.</summary>
    LikelySame,
    /// <summary>The list says that nobody has answered.</summary>
    NoAnswer,
    /// <summary>It cannot be registered.</summary>
    Fails,
}

/// <summary>A row of a list, tried against what is registered. Nothing is stored by it.</summary>
public sealed record PlannedRow
{
    /// <summary>The row's number in the list.</summary>
    public required int Number { get; init; }

    /// <summary>The cells as they stand.</summary>
    public required IReadOnlyList<string> Cells { get; init; }

    /// <summary>The municipality as the list names it.</summary>
    public string Named { get; init; } = "";

    /// <summary>The municipality; null when none is known by that name.</summary>
    public Municipality? Municipality { get; init; }

    /// <summary>What would become of it.</summary>
    public RowPlan Plan { get; init; }

    /// <summary>What the list says; null when it cannot be read.</summary>
    public DecisionContent? Content { get; init; }

    /// <summary>What the list says besides what counts.</summary>
    public DecisionDetails Details { get; init; } = DecisionDetails.None;

    /// <summary>True when the list does not tell the day it came in, and the chosen one is taken.</summary>
    public bool LacksArrival { get; init; }

    /// <summary>The registered decision that it is about; null when it is new.</summary>
    public RegisteredDecision? Registered { get; init; }

    /// <summary>What the municipality stands on today; null when on nothing.</summary>
    public DecisionContent? StandsOn { get; init; }

    /// <summary>Where list and register differ about the same decision.</summary>
    public IReadOnlyList<Difference> Differences { get; init; } = [];

    /// <summary>Why it cannot be registered.</summary>
    public IReadOnlyList<string> Hard { get; init; } = [];

    /// <summary>What to look at before it is registered.</summary>
    public IReadOnlyList<string> Soft { get; init; } = [];

    /// <summary>What follows, with nothing to look at.</summary>
    public IReadOnlyList<string> Told { get; init; } = [];

    /// <summary>The earlier row that it says otherwise than about the same decision; null when there is none.</summary>
    public int? Against { get; init; }

    /// <summary>True when it speaks against what is registered, or against another row.</summary>
    public bool Contradicts { get; init; }

    /// <summary>True when somebody should look at it first.</summary>
    public bool NeedsLook => IsChosen || Plan is RowPlan.LikelySame;

    /// <summary>True when it can be chosen whether it is registered.</summary>
    public bool IsChosen => Plan is RowPlan.Correct || (Plan is RowPlan.Add && (Soft.Count > 0 || Contradicts));

    /// <summary>True when it is chosen until somebody says otherwise: never what changes what is registered or speaks against it, or against another row.</summary>
    public bool IsChosenAtFirst => Plan is RowPlan.Add && !Contradicts;
}
