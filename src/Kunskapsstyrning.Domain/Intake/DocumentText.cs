namespace Kunskapsstyrning.Domain.Intake;

/// <summary>What a document says, page by page, as it was read out of its file. Empty when nothing could be read.</summary>
/// <param name="Pages">The pages, in order.</param>
public sealed record DocumentText(IReadOnlyList<TextPage> Pages)
{
    /// <summary>Plain text: a form feed begins a new page, and no word has a place on it.</summary>
    public static DocumentText Of(string text) => new([.. text.Split('\f').Select((page, index) => new TextPage(index + 1, [.. page.ReplaceLineEndings("\n").Split('\n').Select(TextLine.Of)]))]);
}

/// <summary>A page.</summary>
/// <param name="Number">The page's number, from 1.</param>
/// <param name="Lines">Its lines, in the order one reads them; an empty line parts paragraphs.</param>
public sealed record TextPage(int Number, IReadOnlyList<TextLine> Lines)
{
    /// <summary>How large the page is; null where the file does not say.</summary>
    public PageSize? Size { get; init; }
}

/// <summary>The width and height of a page, in whatever the file measures in: only their proportion means anything.</summary>
/// <param name="Width">The width, at least 1.</param>
/// <param name="Height">The height, at least 1.</param>
public sealed record PageSize(int Width, int Height)
{
    /// <summary>The size of what was measured; null where it makes no sense.</summary>
    public static PageSize? Of(double width, double height) =>
        width is >= 1 and < 100_000 && height is >= 1 and < 100_000 ? new((int)Math.Round(width), (int)Math.Round(height)) : null;
}

/// <summary>A line.</summary>
/// <param name="Words">Its words, from left to right; none in an empty line.</param>
public sealed record TextLine(IReadOnlyList<TextWord> Words)
{
    /// <summary>The line with single spaces between the words.</summary>
    public string Text { get; } = string.Join(' ', Words.Select(w => w.Text));

    /// <summary>A line of plain text.</summary>
    public static TextLine Of(string text) => new([.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => new TextWord(word, null))]);
}

/// <summary>A word as it stands, with the marks that touch it.</summary>
/// <param name="Text">The word.</param>
/// <param name="Box">Where it stands on the page; null where the file does not say.</param>
public sealed record TextWord(string Text, PageBox? Box);

/// <summary>A place on a page, as fractions of the page's width and height from its upper left corner, 0–1.</summary>
public sealed record PageBox(double Left, double Top, double Width, double Height);
