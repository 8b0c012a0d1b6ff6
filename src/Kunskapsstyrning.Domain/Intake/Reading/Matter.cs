using System.Text.RegularExpressions;

namespace Kunskapsstyrning.Domain.Intake.Reading;

/// <summary>
/// What a document says about the recommendation: the paragraph that is about it where the minutes hold several, the whole
/// document otherwise, and the head that tells whose document it is. A message of SKR's own that is quoted is not part of it.
/// </summary>
internal sealed partial class Matter
{
    private const int LongestHead = 16;

    private Matter(Paper paper, Envelope? envelope, KnownFacts known)
    {
        (Paper, Envelope, Known) = (paper, envelope, known);
        var outline = Outline.Of(paper, paper.Lines.TakeWhile((_, index) => !BeginsQuotedQuestion(paper, index)).ToList());
        (First, Last) = RowsAbout(outline, known.Signs);
        var rows = OwnAct.Of(paper, outline, First, Last, HeadOf(outline, First));
        Rows = rows;
        Head = [.. HeadOf(outline, First).Select(row => rows[row.Index])];
        (Start, End) = rows.Count == 0 ? (0, 0) : (rows[First].Start, rows[Last].End);
        Stretches = [.. Head.Where(row => row.Start < Start || row.Start >= End).Select(row => (row.Start, row.End)), (Start, End)];
        Kind = DocumentKinds.Of(this);
    }

    public Paper Paper { get; }

    public Envelope? Envelope { get; }

    public KnownFacts Known { get; }

    /// <summary>Every line of the document with the part it belongs to.</summary>
    public IReadOnlyList<Row> Rows { get; }

    /// <summary>The first and the last row of the matter, as indexes.</summary>
    public int First { get; }

    public int Last { get; }

    /// <summary>The rows that tell whose document it is.</summary>
    public IReadOnlyList<Row> Head { get; }

    /// <summary>Where the matter begins and ends in the text.</summary>
    public int Start { get; }

    public int End { get; }

    public DocumentKind Kind { get; }

    /// <summary>The rows of the matter itself.</summary>
    public IEnumerable<Row> Own => Rows.Skip(First).Take(Last - First + 1);

    public static Matter Of(Paper paper, Envelope? envelope, KnownFacts known) => new(paper, envelope, known);

    /// <summary>The row that holds a place in the text.</summary>
    public Row RowAt(int place) => Rows[Math.Min(Paper.LineAt(place), Rows.Count - 1)];

    public bool IsInHead(int place) => Head.Any(row => row.Start <= place && place < row.End);

    /// <summary>The places of a pattern in the head and the matter, in lower case.</summary>
    public IEnumerable<Match> Matches(Regex pattern)
    {
        foreach (var (start, end) in Stretches)
            for (var match = pattern.Match(Paper.Lower, start); match.Success && match.Index < end; match = match.NextMatch()) yield return match;
    }

    /// <summary>The head and the matter as stretches of the text; one where they overlap.</summary>
    public IReadOnlyList<(int Start, int End)> Stretches { get; }

    private static (int First, int Last) RowsAbout(IReadOnlyList<Row> rows, Signs signs)
    {
        var form = rows.Any(r => Outline.BeginsParagraph().IsMatch(r.Lower)) || !rows.Take(12).Any(r => DocumentKinds.Notice().IsMatch(r.Lower)) ? Outline.BeginsParagraph() : BeginsItem();
        var begins = Enumerable.Range(0, rows.Count).Where(i => form.IsMatch(rows[i].Lower)).ToList();
        var whole = (0, Math.Max(0, rows.Count - 1));
        if (begins.Select(i => form.Match(rows[i].Lower).Groups["number"].Value).Distinct().Count() < 2 || OwnAct.HasInstances(rows)) return whole;

        var spans = begins.Select((first, n) => (First: first, Last: n + 1 < begins.Count ? begins[n + 1] - 1 : rows.Count - 1)).ToList();
        var (about, weight) = spans.Select(span => (span, Weight(rows, span.First, span.Last, signs))).MaxBy(s => s.Item2);
        return weight > 0 ? about : whole;
    }

    private static int Weight(IReadOnlyList<Row> rows, int first, int last, Signs signs)
    {
        var weight = 0;
        for (var i = first; i <= last; i++)
            if (signs.Names(rows[i].Lower)) weight += i - first < 5 ? 100 : 1;

        return weight;
    }

    private static List<Row> HeadOf(IReadOnlyList<Row> rows, int first)
    {
        var head = rows.TakeWhile((row, index) => index < LongestHead && row.Page == rows[0].Page && !(index > 0 && row.Part is not Part.Head) && !IsAnotherMatter(row, first)).ToList();
        if (rows.Count > 0 && rows[first].Page > rows[0].Page) head.AddRange(rows.Where(r => r.Page == rows[first].Page).Take(6));
        return head;
    }

    private static bool IsAnotherMatter(Row row, int first) => row.Index < first && (Outline.BeginsParagraph().IsMatch(row.Lower) || BeginsItem().IsMatch(row.Lower));

    private static bool BeginsQuotedQuestion(Paper paper, int index)
    {
        var line = paper.Lower[paper.Lines[index].Start..paper.Lines[index].End];
        return index > 0 && (line.StartsWith('>') || QuotedQuestion().IsMatch(line));
    }

    /// <summary>A matter in the list of a meeting to come.</summary>
    [GeneratedRegex(@"^(ärende |punkt )?(?<number>[0-9]{1,3})[.)]? (?=[\p{L}])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex BeginsItem();

    [GeneratedRegex(@"^(från|from|avsändare): .*(@sk[lr]\.se|\bsk[lr]\b|sveriges kommuner)|\bskrev .*(@sk[lr]\.se|\bsk[lr]\b|sveriges kommuner).*:$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex QuotedQuestion();
}
