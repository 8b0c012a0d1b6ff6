using System.Text.RegularExpressions;

namespace Kunskapsstyrning.Domain.Intake.Reading;

/// <summary>
/// Tells the act of the body whose document it is from what other bodies decided and proposed before it. An extract often repeats
/// the whole way of the matter, each step under a heading of its own or told in a sentence.
/// </summary>
internal static partial class OwnAct
{
    private const int LongestBeside = 45;

    /// <summary>Whether paragraphs of several bodies stand in one extract, "AU § 156", "KS § 131", "KF § 94": steps of one matter.</summary>
    public static bool HasInstances(IReadOnlyList<Row> rows)
    {
        var steps = rows.Select(row => Outline.BeginsParagraph().Match(row.Lower)).Where(m => m.Success && m.Groups["prefix"].Success).Select(m => (Prefix: m.Groups["prefix"].Value, Number: m.Groups["number"].Value)).Distinct().ToList();
        return steps.Count > 1 && steps.DistinctBy(s => s.Prefix).Count() == steps.Count;
    }

    /// <summary>The rows, with what belongs to other bodies' steps as preparation.</summary>
    public static IReadOnlyList<Row> Of(Paper paper, IReadOnlyList<Row> rows, int first, int last, IReadOnlyList<Row> head)
    {
        if (BodyOf(paper, head) is not { } own) return rows;

        var parted = HasInstances(rows) ? WithoutOtherInstances(rows, own) : [.. rows];
        if (!parted.Skip(first).Take(last - first + 1).Any(row => IsOwn(paper, parted, row, own))) return parted;

        var isTold = false;
        for (var at = first; at <= last; at++)
        {
            var row = parted[at];
            if (Outline.BeginsParagraph().IsMatch(row.Lower)) isTold = false;
            if (row.IsHeading) isTold = row.Part is Part.Decision && IsOthers(paper, parted, row, own);
            if (row is { Part: Part.Decision, IsHeading: false } && !isTold) isTold = at > first && Ends(paper, parted[at - 1], row) && Tells(paper, row, own);
            if (isTold && row.Part is Part.Decision) parted[at] = row with { Part = Part.Preparation };
        }

        return parted;
    }

    /// <summary>Whether two names are of the same body: "Arbetsutskottet" is the one that the head calls "Kommunstyrelsens arbetsutskott".</summary>
    public static bool IsSame(FoundBody named, FoundBody body) => body.Stem.EndsWith(named.Stem, StringComparison.Ordinal) || named.Stem.EndsWith(body.Stem, StringComparison.Ordinal);

    /// <summary>The body that the letterhead names, a committee before the one it belongs to; null when it names several that are not of one kin.</summary>
    private static FoundBody? BodyOf(Paper paper, IReadOnlyList<Row> head)
    {
        var above = head.TakeWhile(row => !Outline.BeginsParagraph().IsMatch(row.Lower)).ToList();
        var named = (above.Count > 0 ? above : head).Where(row => row.Part is Part.Head && !Addressed().IsMatch(row.Lower))
            .SelectMany(row => BodyNames.In(paper, row.Start, row.End).Take(1).Where(body => row.Lower.Length - (body.End - body.Start) < LongestBeside)).ToList();
        if (named.Find(body => body.IsCommittee) is { } committee) return committee;
        return named.TrueForAll(body => IsSame(body, named[0])) ? named.FirstOrDefault() : null;
    }

    private static List<Row> WithoutOtherInstances(IReadOnlyList<Row> rows, FoundBody own)
    {
        var (parted, isOthers) = (new List<Row>(rows.Count), false);
        foreach (var row in rows)
        {
            if (Outline.BeginsParagraph().Match(row.Lower) is { Success: true } paragraph) isOthers = paragraph.Groups["prefix"] is { Success: true } prefix && !Means(prefix.Value, own);
            parted.Add(isOthers && row.Part is (Part.Head or Part.Decision or Part.Proposal) ? row with { Part = Part.Preparation } : row);
        }

        return parted;
    }

    /// <summary>Whether the letters before a paragraph's number stand for the body.</summary>
    private static bool Means(string prefix, FoundBody own) => prefix switch
    {
        "kf" or "rf" => own.Stem.Contains("fullmäktige", StringComparison.Ordinal),
        "ks" or "rs" => own.Stem is "kommunstyrelsen" or "regionstyrelsen",
        _ when prefix.EndsWith("au", StringComparison.Ordinal) || prefix.EndsWith("su", StringComparison.Ordinal) => own.IsCommittee,
        _ => !own.IsCommittee && own.Stem.Contains("nämnd", StringComparison.Ordinal),
    };

    /// <summary>A decision of the body itself that says something: under its heading, or in its own sentence.</summary>
    private static bool IsOwn(Paper paper, List<Row> rows, Row row, FoundBody own)
    {
        if (row.Part is not Part.Decision || IsOthers(paper, rows, row, own) || IsBareHeading(row)) return false;
        return row.IsHeading ? NamedIn(paper, row) is { } named && IsSame(named, own) : row.Index > 0 && rows[row.Index - 1] is { IsHeading: true } above && !IsOthers(paper, rows, above, own) && (NamedIn(paper, row) is not { } actor || IsSame(actor, own));
    }

    /// <summary>A heading or a sentence with which another body decides; directly below a bare "Beslut" it is what the own body proposes to that one.</summary>
    private static bool IsOthers(Paper paper, List<Row> rows, Row row, FoundBody own) =>
        row.IsHeading && NamedIn(paper, row) is { } named && !IsSame(named, own) && !(row.Index > 0 && IsBareHeading(rows[row.Index - 1]));

    private static bool IsBareHeading(Row row) => row is { IsHeading: true, Part: Part.Decision } && Bare().IsMatch(row.Lower);

    /// <summary>Whether what stands above is at its end: a sentence that goes on in the next line tells nothing new.</summary>
    private static bool Ends(Paper paper, Row above, Row row) =>
        !above.IsHeading && (above.Text[^1] is '.' or '!' or ')' or '”' or '"' || paper.Text.AsSpan(above.End, row.Start - above.End).Count('\n') > 1);

    /// <summary>A sentence that tells what some body or office did or thinks, below the decision's own text.</summary>
    private static bool Tells(Paper paper, Row row, FoundBody own)
    {
        if (BodyNames.WithOffices(paper, row.Start, row.End).FirstOrDefault() is not { } actor || actor.Start != row.Start) return false;
        var after = paper.Lower[actor.End..row.End];
        return IsSame(actor, own) ? Once().IsMatch(after) : Told().IsMatch(after);
    }

    private static FoundBody? NamedIn(Paper paper, Row row) =>
        BodyNames.In(paper, row.Start, row.End).FirstOrDefault() is { } named && LeadsTo().IsMatch(paper.Lower[row.Start..named.Start]) ? named : null;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^(till|mottagare|adressat|kopia|för kännedom|skickas|expedieras)\b", Options, 5000)]
    private static partial Regex Addressed();

    [GeneratedRegex(@"^beslut(et)?\s?:?$", Options, 5000)]
    private static partial Regex Bare();

    /// <summary>What may stand before the body's name where the line is that body's.</summary>
    [GeneratedRegex(@"^([0-9]{1,2}[.)] |[-•*▪] )?(beslut( i|:)? )?$", Options, 5000)]
    private static partial Regex LeadsTo();

    [GeneratedRegex(@"^( [0-9(][^.;:]{4,40}| vid [^.;:]{4,60})?,? (har|hade|föreslog|föreslår|tillstyrkte|tillstyrker|avstyrkte|avstyrker|antog|beslutade|behandlade|lämnade|skriver|anser|framhåller|bedömer|konstaterar|redogör|redogjorde|påpekar|menar|delar)\b", Options, 5000)]
    private static partial Regex Told();

    [GeneratedRegex(@"^ (antog|beslutade|behandlade|föreslog|avslog|har (tidigare|den|vid)) .{0,40}(20[0-9]{2}|§)", Options, 5000)]
    private static partial Regex Once();
}
