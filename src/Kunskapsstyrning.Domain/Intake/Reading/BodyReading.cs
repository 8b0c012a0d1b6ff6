using System.Text.RegularExpressions;

namespace Kunskapsstyrning.Domain.Intake.Reading;

/// <summary>Whose act it is: the body in the head, and the one that the decision names as deciding or proposing.</summary>
internal static partial class BodyReading
{
    private const int Enough = 5;

    public static (FoundBody Body, Suggestion<string> Suggestion)? Of(Matter matter)
    {
        if (matter.Rows.Count == 0 || matter.Kind is DocumentKind.Automatic) return null;

        var clues = Clues(matter).Where(c => c.Weight > 0).ToList();
        var ranked = clues.GroupBy(c => NameIn(c.Body, clues).Stem).Select(g => (Score: g.Take(3).Sum(c => c.Weight), Best: g.MaxBy(c => (c.Weight, c.Body.Name.Length))!)).OrderByDescending(g => g.Score).ToList();
        if (ranked.Count == 0 || ranked[0].Score < Enough) return null;

        var (score, best) = ranked[0];
        var rival = ranked.Count > 1 ? ranked[1].Score : 0;
        if (score == rival) return null;

        var body = NameIn(best.Body, clues);
        var certain = score >= 14 && rival * 2 <= score && matter.Kind is not DocumentKind.Other;
        return (body, new Suggestion<string>(body.Name, matter.Paper.PassageOf(body.Start, body.End), best.Why, certain ? Confidence.Certain : Confidence.Probable));
    }

    private static IEnumerable<Clue> Clues(Matter matter)
    {
        if (matter.Kind is DocumentKind.Opinion)
            foreach (var clue in OfOffices(matter)) yield return clue;

        if (matter.Kind is DocumentKind.Delegation)
            foreach (var clue in OfDelegates(matter)) yield return clue;

        foreach (var row in matter.Head)
            foreach (var body in BodyNames.In(matter.Paper, row.Start, row.End).Take(2)) yield return new Clue(body, InHead(matter, row, body), "Står i dokumentets huvud");

        foreach (var row in matter.Own.Where(r => r.Part is Part.Decision))
            foreach (var body in BodyNames.In(matter.Paper, row.Start, row.End).Take(1)) yield return new Clue(body, Acts(matter, body, row), "Beslutar enligt texten");

        foreach (var row in matter.Own.Where(r => r.Part is Part.Head && !r.IsHeading))
            foreach (var body in BodyNames.WithOffices(matter.Paper, row.Start, row.End).Take(2)) yield return new Clue(body, Tells(matter, body), "Beslutar enligt texten");
    }

    private static IEnumerable<Clue> OfOffices(Matter matter) =>
        from row in matter.Head
        where !row.Lower.StartsWith("till ", StringComparison.Ordinal)
        from body in BodyNames.WithOffices(matter.Paper, row.Start, row.End)
        where body.IsOffice
        select new Clue(body, body.Start - row.Start < 30 ? 12 : 8, "Står i dokumentets huvud");

    private static IEnumerable<Clue> OfDelegates(Matter matter) =>
        matter.Own.SelectMany(row => BodyNames.Delegates(matter.Paper, row.Start, row.End).Select(body => new Clue(body, row.Part is Part.Decision ? 20 : 10, "Beslutar på delegation"))).Take(4);

    private static int InHead(Matter matter, Row row, FoundBody body)
    {
        if (matter.Kind is DocumentKind.Opinion && !body.Name.StartsWith("Borgarr", StringComparison.Ordinal)) return 0;
        if (matter.Kind is DocumentKind.Delegation || Addressed().IsMatch(row.Lower) || row.Part is not (Part.Head or Part.Decision)) return 0;
        if (row.Index > matter.First + 1 && Outline.BeginsParagraph().IsMatch(matter.Rows[matter.First].Lower)) return 0;
        return body.Start == row.Start ? 8 : 5;
    }

    /// <summary>The heading "Socialnämndens beslut", the sentence "Socialnämnden beslutar" or "föreslår" in the decision.</summary>
    private static int Acts(Matter matter, FoundBody body, Row row)
    {
        if (matter.Kind is DocumentKind.Notice) return 0;
        var after = matter.Paper.Flat[body.End..Math.Min(matter.Paper.Flat.Length, body.End + 60)];
        if (matter.Kind is DocumentKind.Opinion && !Proposes().IsMatch(after)) return 0;
        return Verb().IsMatch(after) && body.Start - row.Start < 6 ? 8 : 0;
    }

    private static int Tells(Matter matter, FoundBody body)
    {
        if (matter.Kind is DocumentKind.Opinion or DocumentKind.Notice or DocumentKind.Delegation) return 0;
        var after = matter.Paper.Flat[body.End..Math.Min(matter.Paper.Flat.Length, body.End + 160)];
        return Told().IsMatch(after) ? 9 : 0;
    }

    /// <summary>"Arbetsutskottet" is the one that the head calls "Kommunstyrelsens arbetsutskott".</summary>
    private static FoundBody NameIn(FoundBody body, List<Clue> clues) =>
        clues.Select(c => c.Body).Where(b => b.Stem.EndsWith(" " + body.Stem, StringComparison.Ordinal)).MinBy(b => b.Name.Length) ?? body;

    private sealed record Clue(FoundBody Body, int Weight, string Why);

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^(till|mottagare|adressat|kopia|för kännedom|skickas|expedieras)\b|\bbeslut(et)? (kommer att )?(tas|fattas|väntas)\b|tjänsteskrivelse till|skrivelse till", Options, 5000)]
    private static partial Regex Addressed();

    [GeneratedRegex(@"^( i [\p{L}-]{2,20}( kommun)?| i [\p{L}]{2,20} stad)?(:? beslut\b|:? beslutar|:? beslutade|:? föreslår|:? tillstyrker|:? antar|:? avslår|:? avstår|:? ställer sig|:? återremitterar|:? bordlägger|:? ansluter|:? deltar|:? medverkar|:? bifaller|:? säger (ja|nej)|:? tackar (ja|nej))", Options, 5000)]
    private static partial Regex Verb();

    [GeneratedRegex(@"^ föreslår\b", Options, 5000)]
    private static partial Regex Proposes();

    [GeneratedRegex(@"^[^.?!]{0,20}[^?!]{0,130}?\b(beslutade|beslutat|beslutar|antog|antagit|antar|avslog|avslagit|avstår|ställt sig bakom|ställer sig bakom|ställde sig [^.]{0,30}bakom|anslöt sig|anslutit sig|biföll|bifallit|(sagt|sade|tackat|tackade) (ja|nej)|fattade beslutet|beslut [^.]{0,40} att (inte )?(anta|delta|medverka|ansluta|avstå|bifalla)|tagit ställning|fattade beslut|fattat beslut|tagit beslut|tog beslut|tillstyrkt|tillstyrker|tillstyrkte|föreslagit|föreslår)\b", Options, 5000)]
    private static partial Regex Told();
}
