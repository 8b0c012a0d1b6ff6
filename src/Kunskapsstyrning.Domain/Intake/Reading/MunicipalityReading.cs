using System.Text.RegularExpressions;

namespace Kunskapsstyrning.Domain.Intake.Reading;

/// <summary>
/// Whose document it is. The head and the sender's address weigh more than a mention, and a bare name weighs next to nothing:
/// it may be a place, a neighbour or a word.
/// </summary>
internal static partial class MunicipalityReading
{
    private const int Enough = 5;
    private const int EnoughAlone = 4;
    private const int Lead = 3;

    public static IReadOnlyList<Suggestion<MunicipalityCode>> Of(Matter matter)
    {
        var paper = matter.Paper;
        var mentions = matter.Known.Mentions.In(matter).ToList();
        if (JointBoard.Of(matter, mentions) is { Count: > 1 } several) return several;

        var addresses = matter.Known.Addresses;
        var sender = addresses.OwnerOf(matter.Envelope?.Sender);
        var clues = mentions.Where(m => !IsPostalTown(paper, m)).Select(m => new Clue(m.Code, WeightOf(matter, m), m.Start, m.End, m.Form is MentionForm.Full))
            .Concat(Written(matter, addresses)).Where(c => c.Weight > 0).ToList();

        var ranked = clues.GroupBy(c => c.Code).Select(g => (Code: g.Key, Score: ScoreOf(g) + (g.Key == sender ? 8 : 0), Best: g.MaxBy(c => c.Weight)!)).OrderByDescending(r => r.Score).ToList();
        if (ranked.Count == 0) return sender is { } alone ? [FromSenderOnly(alone, paper)] : [];

        var (code, score, best) = ranked[0];
        var rival = ranked.Count > 1 ? ranked[1].Score : 0;
        if (sender is { } owner && owner != code && ranked.All(r => r.Code != owner)) rival = Math.Max(rival, 6);
        if (score < (rival == 0 && best.IsFull ? EnoughAlone : Enough) || score - rival < Lead) return [];

        var certain = best.IsFull && score >= 12 && score >= 2 * rival && (sender is null || sender == code);
        var why = sender == code ? "Avsändarens adress och namnet i texten" : matter.IsInHead(best.Start) ? "Står i dokumentets huvud" : "Nämns som den egna kommunen";
        return [new Suggestion<MunicipalityCode>(code, paper.PassageOf(best.Start, best.End), why, certain ? Confidence.Certain : Confidence.Probable)];
    }

    private static int ScoreOf(IEnumerable<Clue> clues) => clues.OrderByDescending(c => c.Weight).Take(4).Sum(c => c.Weight);

    private static int WeightOf(Matter matter, Mention mention)
    {
        var before = matter.Paper.Lower[Math.Max(0, mention.Start - 40)..mention.Start];
        if (Likened().IsMatch(before)) return 0;

        var head = matter.IsInHead(mention.Start);
        return mention.Form switch
        {
            MentionForm.Full => head ? matter.RowAt(mention.Start) is { Index: 0 } top && top.Start == mention.Start ? 10 : 8 : Acts().IsMatch(matter.Paper.Lower[mention.End..Math.Min(matter.Paper.Lower.Length, mention.End + 30)]) ? 7 : 4,
            MentionForm.Place => AfterBody().IsMatch(before) ? 6 : 1,
            _ => head && StandsAlone(matter, mention) ? 5 : 1,
        };
    }

    private static bool StandsAlone(Matter matter, Mention mention) => matter.RowAt(mention.Start) is var row && mention.End - mention.Start >= row.Text.Length - 1;

    private static IEnumerable<Clue> Written(Matter matter, NetAddresses addresses) =>
        from match in matter.Matches(NetAddresses.Written())
        let owner = addresses.OwnerOf(match.Value)
        where owner is not null
        select new Clue(owner.Value, 4, match.Index, match.Index + match.Length, IsFull: false);

    private static bool IsPostalTown(Paper paper, Mention mention) => mention.Form is not MentionForm.Full && PostalNumber().IsMatch(paper.Lower[Math.Max(0, mention.Start - 9)..mention.Start]);

    private static Suggestion<MunicipalityCode> FromSenderOnly(MunicipalityCode code, Paper paper) =>
        new(code, paper.PassageOf(0, 1), "Avsändarens adress", Confidence.Probable);

    private sealed record Clue(MunicipalityCode Code, int Weight, int Start, int End, bool IsFull);

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"(likhet med|liksom|grann\S*|samråd med|dialog med|tillsammans med|jämfört med|precis som|bland annat|t\.?ex\.?|till exempel|såsom)\s$", Options, 5000)]
    private static partial Regex Likened();

    [GeneratedRegex(@"^\s(kommuns?|stads?)\s(del\b|antar|ansluter|deltar|delta|ställer|avstår|tackar|medverkar|fortsätter|meddelar|bidrar|har genom beslut)|^\s(antar|ansluter)", Options, 5000)]
    private static partial Regex Acts();

    [GeneratedRegex(@"(nämnden|styrelsen|fullmäktige|utskottet|förvaltningen|registrator|registratorn|socialchef|socialchefen|kommunkansliet)\s(i|för)\s$", Options, 5000)]
    private static partial Regex AfterBody();

    [GeneratedRegex(@"[0-9]{3} ?[0-9]{2}\s{1,2}$", Options, 5000)]
    private static partial Regex PostalNumber();
}
