using Kunskapsstyrning.Domain.Fees;

namespace Kunskapsstyrning.Web.Features.DecisionKits;

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
public abstract record Piece
{
    /// <summary>A heading; level 1 is right under the title.</summary>
    public sealed record Heading(int Level, string Text) : Piece;

    /// <summary>A paragraph.</summary>
    public sealed record Paragraph(params IReadOnlyList<Phrase> Phrases) : Piece;

    /// <summary>What belongs together, line by line with its name before it.</summary>
    public sealed record Particulars(IReadOnlyList<(string Name, Phrase Value)> Lines) : Piece;

    /// <summary>Points, one after the other.</summary>
    public sealed record Points(IReadOnlyList<IReadOnlyList<Phrase>> Items) : Piece;

    /// <summary>How a fee is reckoned, and what the lines cannot say.</summary>
    public sealed record Reckoning(string Caption, IReadOnlyList<FeeLine> Lines, string Notes) : Piece;
}

/// <summary>A paper: what kind it is, what it is called, what it is about, what stands at its foot, and its pieces.</summary>
/// <param name="Kind">What kind of paper, over the title.</param>
/// <param name="Title">The title.</param>
/// <param name="Subject">What it is about, for the file's properties.</param>
/// <param name="Day">The day it was made.</param>
/// <param name="Foot">What stands at the foot of every sheet.</param>
/// <param name="Pieces">What it says.</param>
public sealed record Paper(string Kind, string Title, string Subject, DateOnly Day, string Foot, IReadOnlyList<Piece> Pieces);
