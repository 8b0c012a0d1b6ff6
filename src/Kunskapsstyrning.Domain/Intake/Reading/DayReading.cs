using System.Text.RegularExpressions;

namespace Kunskapsstyrning.Domain.Intake.Reading;

/// <summary>The day the body met, among days of approval, notice, dispatch, appeal, letters and SKR's own.</summary>
internal static partial class DayReading
{
    private const int Enough = 4;
    private const int LongestLabel = 12;

    public static Suggestion<DateOnly>? Of(Matter matter, IReadOnlyList<FoundDay> days, ReadStage? stage, FoundBody? body, IReadOnlyList<MunicipalityCode> own)
    {
        if (stage is ReadStage.None || matter.Kind is DocumentKind.Opinion || body is { IsOffice: true }) return null;

        var ranked = days.Where(d => matter.IsInHead(d.Start) || (d.Start >= matter.Start && d.Start < matter.End))
            .Select(d => (Found: d, Weight: WeightOf(matter, d, body, own))).Where(d => d.Weight > 0)
            .GroupBy(d => d.Found.Day).Select(g => (Score: g.Max(d => d.Weight) + Math.Min(2, g.Count() - 1), g.MaxBy(d => d.Weight).Found, Labelled: g.Any(d => d.Weight >= 10))).OrderByDescending(g => g.Score).ToList();
        if (ranked.Count == 0 || ranked[0].Score < Enough) return null;

        var rival = ranked.Count > 1 ? ranked[1].Score : 0;
        if (rival == ranked[0].Score) return null;

        var found = ranked[0].Found;
        var certain = ranked[0].Labelled && rival < 10;
        return new Suggestion<DateOnly>(found.Day, matter.Paper.PassageOf(found.Start, found.End), ranked[0].Labelled ? "Står vid sammanträdesdatum" : "Mötets dag enligt texten", certain ? Confidence.Certain : Confidence.Probable);
    }

    private static int WeightOf(Matter matter, FoundDay found, FoundBody? body, IReadOnlyList<MunicipalityCode> own)
    {
        var row = matter.RowAt(found.Start);
        var before = matter.Paper.Lower[Math.Max(row.Start, found.Start - 90)..found.Start];
        var sentence = SentenceBefore(matter.Paper.Lower, found.Start);
        if (MeetingLabel().IsMatch(before) && before.Length == found.Start - row.Start && row.Part is not (Part.Dispatch or Part.Signing)) return 12;
        if (IsOfAnother(matter, found, sentence, body) || IsOfNeighbour(matter, found, sentence, own)) return 0;
        var above = row.Index > 0 && matter.Rows[row.Index - 1].Page == row.Page ? matter.Rows[row.Index - 1].Lower : "";
        if (OtherDay().IsMatch(before) || (before.Length < 3 && OtherDay().IsMatch(above)) || ByBoardOfSkr().IsMatch(sentence)) return 0;
        if (matter.Known.Recommendations.Any(r => r.BoardDecision.On == found.Day || r.Letter?.SentOn == found.Day || r.Rounds.Any(d => d.Deadline == found.Day)) && !Meeting().IsMatch(before)) return 0;

        if ((Meeting().IsMatch(before) && (row.Part is not (Part.Dispatch or Part.Signing or Part.Preparation) || matter.IsInHead(found.Start))) || MeetingAlone().IsMatch(LabelAbove(matter, row))) return 12;
        if (Held().IsMatch(sentence) && row.Part is not (Part.Preparation or Part.Proposal or Part.Dispatch)) return 8;
        if (row.Part is Part.Signing or Part.Dispatch or Part.Preparation or Part.Proposal && !matter.IsInHead(found.Start)) return 0;
        if (matter.Kind is DocumentKind.Minutes or DocumentKind.Notice && matter.IsInHead(found.Start) && DayLabel().IsMatch(before)) return 6;
        if (matter.IsInHead(found.Start) && !Letter().IsMatch(before)) return WeightInHead(matter, row, body);
        return ToldAfter().IsMatch(matter.Paper.Lower[found.End..Math.Min(matter.Paper.Lower.Length, found.End + 60)]) ? 5 : 0;
    }

    /// <summary>The day stands in a sentence about another body: "Socialnämnden har vid sammanträde 2019-04-25 …" in the executive's minutes.</summary>
    private static bool IsOfAnother(Matter matter, FoundDay found, string sentence, FoundBody? body)
    {
        if (body is null || matter.Kind is DocumentKind.Delegation) return false;
        return BodyNames.In(matter.Paper, found.Start - sentence.Length, found.Start).LastOrDefault() is { } named && !OwnAct.IsSame(named, body);
    }

    /// <summary>The day stands in a sentence about another municipality: "Arboga antog den 2019-05-14".</summary>
    private static bool IsOfNeighbour(Matter matter, FoundDay found, string sentence, IReadOnlyList<MunicipalityCode> own)
    {
        if (own.Count == 0 || matter.IsInHead(found.Start) && sentence.Length < LongestLabel) return false;
        var named = matter.Known.Mentions.Between(matter.Paper, found.Start - sentence.Length, found.Start).ToList();
        return named.Count > 0 && named.TrueForAll(m => !own.Contains(m.Code)) && Held().IsMatch(sentence);
    }

    private static int WeightInHead(Matter matter, Row row, FoundBody? body)
    {
        if (body is not null && row.Index > matter.First && BodyNames.In(matter.Paper, row.Start, row.End).Any(b => !body.Stem.EndsWith(b.Stem, StringComparison.Ordinal))) return 0;
        if (matter.Kind is DocumentKind.Other && matter.Head.Any(r => IsProposal().IsMatch(r.Lower))) return 0;
        if (BodyNames.In(matter.Paper, row.Start, row.End).Any() || Minutes().IsMatch(row.Lower)) return 7;
        return matter.Kind is DocumentKind.Minutes or DocumentKind.Notice || HasParagraph(matter, row) ? 5 : 0;
    }

    /// <summary>Minutes that do not call themselves so: a day above a paragraph.</summary>
    private static bool HasParagraph(Matter matter, Row row) =>
        matter.Kind is DocumentKind.Other && matter.Own.Any(r => r.Index > row.Index && Outline.BeginsParagraph().IsMatch(r.Lower));

    /// <summary>The label in the lines above, where it stands apart from the day in a two-column head.</summary>
    private static string LabelAbove(Matter matter, Row row) =>
        string.Join('\n', matter.Rows.Skip(Math.Max(0, row.Index - 2)).Take(Math.Min(2, row.Index)).Where(r => r.Page == row.Page).Select(r => r.Lower));

    private static string SentenceBefore(string lower, int place)
    {
        var from = Math.Max(0, place - 160);
        var stop = lower.LastIndexOf(". ", place, place - from, StringComparison.Ordinal);
        var gap = lower.LastIndexOf("\n\n", place, place - from, StringComparison.Ordinal);
        return lower[Math.Max(from, Math.Max(stop, gap) + 1)..place].Replace('\n', ' ');
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"(juster|anslag|anslås|uppsätt|satts upp|sätts upp|tas ned|nedtag|överklag|expedier|tillkänna|bevis|laga kraft|senast|remisstid|sista|utfärda|upprätta|skickat|daterad|daterat|tjänsteskrivelse|tjänsteutlåtande|följebrev|brev|sent:|inkom|ankom|utskriv|skrivelse|reviderad|gäller från|anmäls|nästa|kommande|behandlas|tas upp|beslut(et)? (kommer att )?(tas|fattas|väntas)|ligger hos|utskrivet|bordläggs|skjuts|skjuter|återupptas)[^.]{0,60}$", Options, 5000)]
    private static partial Regex OtherDay();

    [GeneratedRegex(@"(skl|skr|sveriges kommuner|landsting|regioner)\S*\s?.{0,60}(styrelse|besluta|rekommend|sammanträde)|styrelsen för s.{0,120}$|(?<!\p{L})styrelsen (har )?beslut.{0,40}$", Options, 5000)]
    private static partial Regex ByBoardOfSkr();

    [GeneratedRegex(@"(sammanträdesdatum|sammanträdesdag|sammanträdestid|sammanträdets datum|mötesdatum|mötesdag|mötestid|beslutsdatum|beslutsdag|datum för (beslut|sammanträde|möte)|sammanträde|möte|protokoll|protokoll fört vid sammanträde)( den)?[:\s]{0,3}(måndag|tisdag|onsdag|torsdag|fredag)?(en)?( den)?\s?$", Options, 5000)]
    private static partial Regex Meeting();

    /// <summary>A line that says with its first word that the day is the meeting's.</summary>
    [GeneratedRegex(@"^(sammanträdesdatum|sammanträdesdag|sammanträdestid|sammanträde|mötesdatum|mötesdag|möte|beslutsdatum|beslutsdag|beslut(et)? fattat|fattat):?\s?((mån|tis|ons|tors|fre)dag(en)?)?( den)?\s?$", Options, 5000)]
    private static partial Regex MeetingLabel();

    [GeneratedRegex(@"(sammanträdesdatum|sammanträdesdag|sammanträdestid|mötesdatum|mötesdag|beslutsdatum|datum för beslut)\b", Options, 5000)]
    private static partial Regex MeetingAlone();

    [GeneratedRegex(@"(sammanträde|möte|beslutade|beslutat|beslutar|antog|antagit|fattat|ställde sig|anslöt sig|biföll|beslut|beslutet är)\s.{0,110}$", Options, 5000)]
    private static partial Regex Held();

    [GeneratedRegex(@"(?<!sammanträdes|mötes|besluts)datum:?\s{0,3}$|utfärdat|^till\b", Options, 5000)]
    private static partial Regex Letter();

    [GeneratedRegex(@"^(datum|dag|tid):?\s.{0,12}$", Options, 5000)]
    private static partial Regex DayLabel();

    /// <summary>A paper that calls itself a proposal in its letterhead is dated the day it was written.</summary>
    [GeneratedRegex(@"(^|\s)(ordförande|besluts)?(förslag|skrivelse)$", Options, 5000)]
    private static partial Regex IsProposal();

    [GeneratedRegex(@"protokoll|sammanträde|kallelse", Options, 5000)]
    private static partial Regex Minutes();

    [GeneratedRegex(@"^[^.]{0,50}\b(beslutat|beslutade|beslut|antagit|antog|antogs|ställt sig|anslutit sig|bifallit|(sagt|tackat) (ja|nej))\b", Options, 5000)]
    private static partial Regex ToldAfter();
}
