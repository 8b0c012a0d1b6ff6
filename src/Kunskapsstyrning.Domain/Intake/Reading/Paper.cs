using System.Text;

namespace Kunskapsstyrning.Domain.Intake.Reading;

/// <summary>
/// A document as one text to search, which still knows where each word stood: lines end with a line break, words cut at the
/// end of a line are whole again, and what differs only in typography is written in one way.
/// </summary>
internal sealed class Paper
{
    // More than two hundred close pages; what lies beyond belongs to other matters.
    private const int Longest = 600_000;

    private readonly List<PaperWord> _words = [];
    private readonly List<PaperLine> _lines = [];

    private Paper() { }

    /// <summary>The whole text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The whole text in lower case, letter for letter at the same places.</summary>
    public string Lower { get; private set; } = "";

    /// <summary>The same with spaces for line breaks, so that what goes on in the next line is found.</summary>
    public string Flat { get; private set; } = "";

    /// <summary>The lines that hold words.</summary>
    public IReadOnlyList<PaperLine> Lines => _lines;

    /// <summary>True when there is nothing to read.</summary>
    public bool IsEmpty => _words.Count == 0;

    public static Paper Of(DocumentText document)
    {
        var (paper, text) = (new Paper(), new StringBuilder());
        foreach (var page in document.Pages)
        {
            foreach (var line in PageOrder.Of(page))
                if (text.Length < Longest) paper.Add(page, line, text);

            text.Append('\n');
        }

        paper.Text = text.ToString();
        paper.Lower = paper.Text.ToLowerInvariant();
        paper.Flat = paper.Lower.Replace('\n', ' ');
        return paper;
    }

    /// <summary>The words that the range touches, on the page where it begins.</summary>
    public Passage PassageOf(int start, int end)
    {
        var first = Math.Min(IndexOfWordEndingAfter(start), _words.Count - 1);
        var page = _words[first].Page;
        var words = _words.Skip(first).TakeWhile(w => w.Page == page && (w.Start < end || w == _words[first])).ToList();
        return new Passage(page, string.Join(' ', words.Select(w => w.Word.Text)), [.. words.GroupBy(w => w.Line).Select(Round).OfType<PageBox>()]);
    }

    /// <summary>The index among <see cref="Lines"/> of the line that holds the place, or of the last one before it.</summary>
    public int LineAt(int place)
    {
        var (low, high) = (0, _lines.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_lines[middle].Start <= place) low = middle;
            if (_lines[middle].Start > place) high = middle - 1;
        }

        return low;
    }

    private int IndexOfWordEndingAfter(int place)
    {
        var (low, high) = (0, _words.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_words[middle].End <= place) low = middle + 1;
            if (low <= middle) high = middle;
        }

        return low;
    }

    private static PageBox? Round(IEnumerable<PaperWord> words)
    {
        var boxes = words.Select(w => w.Word.Box).OfType<PageBox>().ToList();
        if (boxes.Count < 2) return boxes.FirstOrDefault();

        var (left, top) = (boxes.Min(b => b.Left), boxes.Min(b => b.Top));
        return new PageBox(left, top, boxes.Max(b => b.Left + b.Width) - left, boxes.Max(b => b.Top + b.Height) - top);
    }

    private void Add(TextPage page, TextLine line, StringBuilder text)
    {
        if (line.Words.Count > 0 && GoesOn(line.Words[0].Text, text)) TakeAwayHyphen(text);

        var start = text.Length;
        foreach (var word in line.Words)
        {
            var tidy = TidyWord.Of(word.Text);
            if (tidy.Length == 0) continue;

            if (text.Length > start) text.Append(' ');
            _words.Add(new PaperWord(text.Length, text.Length + tidy.Length, page.Number, _lines.Count, word));
            text.Append(tidy);
        }

        if (text.Length > start) _lines.Add(new PaperLine(start, text.Length, page.Number));
        text.Append('\n');
    }

    private void TakeAwayHyphen(StringBuilder text)
    {
        text.Length -= 2;
        _words[^1] = _words[^1] with { End = text.Length };
        _lines[^1] = _lines[^1] with { End = text.Length };
    }

    /// <summary>True when the text so far ends in a word cut by a hyphen that this one completes; "barn- och" is not one.</summary>
    private static bool GoesOn(string word, StringBuilder text) =>
        text.Length > 2 && text[^1] == '\n' && text[^2] == '-' && char.IsLower(text[^3]) && word.Length > 0 && char.IsLower(word[0]) && word is not ("och" or "eller" or "samt");
}

/// <summary>A word with its place in the text.</summary>
internal sealed record PaperWord(int Start, int End, int Page, int Line, TextWord Word);

/// <summary>A line with its place in the text.</summary>
internal sealed record PaperLine(int Start, int End, int Page);
