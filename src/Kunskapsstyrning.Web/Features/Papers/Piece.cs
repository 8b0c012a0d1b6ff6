using System.Globalization;
using System.Text.Json.Serialization;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Papers;

/// <summary>Words in a paper.</summary>
/// <param name="Text">The words.</param>
/// <param name="IsToFillIn">True for what the municipality writes itself.</param>
/// <param name="Link">Where they lead; null for nowhere.</param>
/// <param name="IsStrong">True for what a reader looks for.</param>
public sealed record Phrase(string Text, bool IsToFillIn = false, Uri? Link = null, bool IsStrong = false)
{
    /// <summary>Plain words.</summary>
    public static implicit operator Phrase(string text) => new(text);
}

/// <summary>A piece of a paper. The Word document and the page that is printed are made of the same pieces, so that they say the same.</summary>
[JsonDerivedType(typeof(Heading), "heading"), JsonDerivedType(typeof(Paragraph), "paragraph"), JsonDerivedType(typeof(Particulars), "particulars"), JsonDerivedType(typeof(Points), "points")]
[JsonDerivedType(typeof(Reckoning), "reckoning"), JsonDerivedType(typeof(Contents), "contents"), JsonDerivedType(typeof(Table), "table"), JsonDerivedType(typeof(Picture), "picture")]
public abstract record Piece
{
    /// <summary>A heading; level 1 is right under the title. The anchor is where the contents lead; null where there are none.</summary>
    public sealed record Heading(int Level, string Text, string? Anchor = null) : Piece;

    /// <summary>A paragraph.</summary>
    public sealed record Paragraph(params IReadOnlyList<Phrase> Phrases) : Piece;

    /// <summary>What belongs together, line by line with its name before it.</summary>
    public sealed record Particulars(IReadOnlyList<(string Name, Phrase Value)> Lines) : Piece;

    /// <summary>Points, one after the other.</summary>
    public sealed record Points(IReadOnlyList<IReadOnlyList<Phrase>> Items) : Piece;

    /// <summary>How a fee is reckoned, and what the lines cannot say.</summary>
    public sealed record Reckoning(string Caption, IReadOnlyList<FeeLine> Lines, string Notes) : Piece;

    /// <summary>What the paper holds: its headings that have an anchor.</summary>
    public sealed record Contents(IReadOnlyList<Heading> Headings) : Piece;

    /// <summary>A table, named as a sheet of a workbook is.</summary>
    public sealed record Table(string Name, string Caption, IReadOnlyList<TableHead> Heads, IReadOnlyList<TableLine> Lines) : Piece;

    /// <summary>A drawing that rests on our own patterns, with what it says in words.</summary>
    public sealed record Picture(string Name, string Sentence, string Svg, int Width, int Height) : Piece;
}

/// <summary>The head of a column.</summary>
/// <param name="Text">What it says.</param>
/// <param name="IsNumber">True for numbers, which stand to the right.</param>
/// <param name="Part">How wide it is beside the others.</param>
public sealed record TableHead(string Text, bool IsNumber = false, int Part = 2);

/// <summary>A line of a table; its first cell names it.</summary>
/// <param name="Cells">A cell for each column.</param>
/// <param name="IsSum">True for what sums up those above.</param>
public sealed record TableLine(IReadOnlyList<PaperCell> Cells, bool IsSum = false);

/// <summary>What stands in a table: words, a number, a day or a year.</summary>
/// <param name="Words">Words; null in a cell of another kind.</param>
/// <param name="Number">A number.</param>
/// <param name="Day">A day.</param>
/// <param name="Year">A year, which is written without spaces.</param>
public sealed record PaperCell(string? Words, decimal? Number = null, DateOnly? Day = null, int? Year = null)
{
    /// <summary>Words.</summary>
    public static implicit operator PaperCell(string? words) => new(words);

    /// <summary>A number.</summary>
    public static implicit operator PaperCell(decimal? number) => new(null, number);

    /// <summary>A whole number.</summary>
    public static implicit operator PaperCell(int number) => new(null, number);

    /// <summary>An amount in kronor.</summary>
    public static implicit operator PaperCell(Kronor? kronor) => new(null, kronor is { } k ? Rounding.WithoutTrailingZeros(k.Amount) : null);

    /// <summary>A day.</summary>
    public static implicit operator PaperCell(DateOnly? day) => new(null, Day: day);

    /// <summary>A year.</summary>
    public static PaperCell OfYear(int? year) => new(null, Year: year);

    /// <summary>As it is read.</summary>
    [JsonIgnore]
    public string Text => this switch
    {
        { Words: { } words } => words,
        { Day: { } day } => day.Iso(),
        { Year: { } year } => year.ToString(CultureInfo.InvariantCulture),
        { Number: { } number } => Swedish.Number(number, decimal.Truncate(number) == number ? 0 : Math.Min(2, (int)number.Scale)),
        _ => "",
    };
}

/// <summary>A paper: what kind it is, what it is called, what it is about, what stands at its foot, and its pieces.</summary>
/// <param name="Kind">What kind of paper, over the title.</param>
/// <param name="Title">The title.</param>
/// <param name="Subject">What it is about, for the file's properties.</param>
/// <param name="Day">The day it was made.</param>
/// <param name="Foot">What stands at the foot of every sheet.</param>
/// <param name="Pieces">What it says.</param>
public sealed record Paper(string Kind, string Title, string Subject, DateOnly Day, string Foot, IReadOnlyList<Piece> Pieces);
