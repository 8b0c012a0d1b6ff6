using System.Globalization;
using Kunskapsstyrning.Domain.Shared;

namespace Kunskapsstyrning.Web.Features.Spreadsheets;

/// <summary>A sheet of a workbook: a head that stays while one scrolls, and rows under it.</summary>
/// <param name="Name">What the tab says, thirty-one signs at most.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows, a cell for each column.</param>
internal sealed record Sheet(string Name, IReadOnlyList<Column> Columns, IEnumerable<IReadOnlyList<Cell>> Rows)
{
    /// <summary>The sheet that says what a list is: what was asked for, when and by whom.</summary>
    public static Sheet About(params IEnumerable<(string Name, Cell Value)> lines) =>
        new("Om uttaget", [new Column("Uppgift", 34), new Column("Värde", 80)], lines.Select(l => (IReadOnlyList<Cell>)[l.Name, l.Value]));
}

/// <summary>A column.</summary>
/// <param name="Heading">Its head.</param>
/// <param name="Width">How many digits have room in it.</param>
internal sealed record Column(string Heading, double Width);

/// <summary>How a cell is drawn: the order is that of the formats in the workbook.</summary>
internal enum CellStyle
{
    Plain,
    Heading,
    Amount,
    AmountWithÖre,
    Day,
    Guarded,
}

/// <summary>What stands in a cell: words, a number, a day, or nothing.</summary>
internal readonly record struct Cell
{
    private Cell(string? words, decimal? number, CellStyle style) => (Words, Number, Style) = (words, number, style);

    /// <summary>The words; null in a cell of another kind.</summary>
    public string? Words { get; }

    /// <summary>The number, for a day the one that spreadsheets count it as; null in a cell of another kind.</summary>
    public decimal? Number { get; }

    /// <summary>How it is drawn.</summary>
    public CellStyle Style { get; }

    /// <summary>Words, kept as words: what begins as a formula does is marked, so that it does not become one when somebody edits it.</summary>
    public static implicit operator Cell(string? words) => new(words, null, words is [var first, ..] && "=+-@\t\r".Contains(first, StringComparison.Ordinal) ? CellStyle.Guarded : CellStyle.Plain);

    /// <summary>A number without unit.</summary>
    public static implicit operator Cell(decimal? number) => new(null, number, number is { } n && decimal.Truncate(n) == n ? CellStyle.Amount : CellStyle.Plain);

    /// <summary>A whole number without unit.</summary>
    public static implicit operator Cell(int number) => new(null, number, CellStyle.Amount);

    /// <summary>An amount in kronor, with öre only where there are any.</summary>
    public static implicit operator Cell(Kronor? kronor) => new(null, kronor?.Amount, kronor is { } k && decimal.Truncate(k.Amount) != k.Amount ? CellStyle.AmountWithÖre : CellStyle.Amount);

    /// <summary>A day.</summary>
    public static implicit operator Cell(DateOnly? day) => new(null, (decimal?)day?.ToDateTime(TimeOnly.MinValue).ToOADate(), CellStyle.Day);

    /// <summary>A number that is only a name, such as a year.</summary>
    public static Cell Bare(int number) => new(null, number, CellStyle.Plain);

    /// <summary>The day; null in a cell of another kind.</summary>
    public DateOnly? AsDay => Style is CellStyle.Day && Number is { } days ? DateOnly.FromDateTime(DateTime.FromOADate((double)days)) : null;

    /// <summary>As it stands in the file.</summary>
    public string? Text => Words ?? Number?.ToString(CultureInfo.InvariantCulture);
}
