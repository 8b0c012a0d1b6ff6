using System.Text.RegularExpressions;

namespace Kunskapsstyrning.Domain.Intake.Reading;

/// <summary>What a line of a document belongs to, by the heading above it.</summary>
internal enum Part
{
    /// <summary>Above every heading.</summary>
    Head,
    /// <summary>The body's own decision.</summary>
    Decision,
    /// <summary>What somebody proposes or moves.</summary>
    Proposal,
    /// <summary>What has gone before, and why.</summary>
    Preparation,
    /// <summary>To whom it is sent.</summary>
    Dispatch,
    /// <summary>Approval, notice and appeal.</summary>
    Signing,
}

/// <summary>A line with its part.</summary>
internal sealed record Row(int Index, int Start, int End, int Page, string Text, string Lower, Part Part, bool IsHeading);

/// <summary>Parts a document by its headings.</summary>
internal static partial class Outline
{
    private const int LongestHeading = 90;

    public static IReadOnlyList<Row> Of(Paper paper, IReadOnlyList<PaperLine> lines)
    {
        var (rows, part) = (new List<Row>(lines.Count), Part.Head);
        foreach (var line in lines)
        {
            var (text, lower) = (paper.Text[line.Start..line.End], paper.Lower[line.Start..line.End]);
            var heading = HeadingOf(lower);
            if (heading is Part.Decision && part is Part.Proposal && Decides().IsMatch(lower) && !EndsTheProposal(lower, rows[^1])) heading = null;
            if (heading is Part.Decision && part is Part.Proposal && Spelled().IsMatch(lower)) heading = null;
            if (heading is Part.Decision && part is Part.Preparation && Decided().IsMatch(lower)) heading = null;
            if (heading is null && part is Part.Decision && IsUnknownHeading(text, rows[^1])) heading = Part.Preparation;
            if (BeginsParagraph().IsMatch(lower)) part = Part.Head;
            part = heading ?? part;
            rows.Add(new Row(rows.Count, line.Start, line.End, line.Page, text, lower, part, heading is not null));
        }

        return rows;
    }

    /// <summary>A heading that no list knows, below the decision's own text: one word alone, or a few in capitals.</summary>
    private static bool IsUnknownHeading(string text, Row above) =>
        !above.IsHeading && text.Length is >= 5 and <= 40 && LooksLikeHeading().IsMatch(text) && !Verdict().IsMatch(text);

    private static Part? HeadingOf(string lower)
    {
        if (Labelled().Match(lower) is { Success: true } label && Preparation().IsMatch(label.Groups["label"].Value)) return Part.Preparation;
        if (lower.Length > LongestHeading)
            return Decides().IsMatch(lower) || Spelled().IsMatch(lower) ? Part.Decision : null;
        if (Proposal().IsMatch(lower)) return Part.Proposal;
        if (Dispatch().IsMatch(lower)) return Part.Dispatch;
        if (Signing().IsMatch(lower)) return Part.Signing;
        if (Preparation().IsMatch(lower)) return Part.Preparation;
        return Decision().IsMatch(lower) || Spelled().IsMatch(lower) || Decides().IsMatch(lower) ? Part.Decision : null;
    }

    /// <summary>A proposal names the body that is to decide, so only a bare "Nämnden beslutar" below the proposal's own text begins the decision.</summary>
    private static bool EndsTheProposal(string lower, Row above) => !above.IsHeading && Bare().IsMatch(lower);

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>A line that begins a paragraph of the minutes: "§ 67", "KS § 45", "§ 67 forts." goes on with the same.</summary>
    [GeneratedRegex(@"^(paragraf:? ?|(?<prefix>[a-zåäö]{2,5})(/20[0-9]{2})?[ -]{1,2})?§ ?(?<number>[0-9]{1,4})\b(?! ?(kap|kommunallag|[a-zåäö]*lagen))", Options, 5000)]
    public static partial Regex BeginsParagraph();

    [GeneratedRegex(@"^[0-9.\s]{0,4}(förslag\b.{0,60}|beslutsförslag|.{0,50}\bförslag( till (beslut|kommun|nämnd|social|full)\S*.{0,30})?|yrkanden?|ordförandens yrkande|framställda yrkanden):?$|^(förslag till|förvaltningens förslag till|beslutsförslag)\b", Options, 5000)]
    private static partial Regex Proposal();

    [GeneratedRegex(@"^(expediera|expediering|expedierat|exp\b|besluts?e?t?n? ?(ska )?(skickas|sänds|expedieras|delges|meddelas|skickat)|(skickas|sänds|delges) till|utdrag till|utdraget (skickas|sänds)|protokollsutdrag (till|skickas|sänds)|beslutsexpediering|delges\b|sändlista|kopia)", Options, 5000)]
    private static partial Regex Dispatch();

    [GeneratedRegex(@"^(justera|justering|justerings|paragrafen|protokollet (är )?juster|anslag|bevis\b|tillkännag|underskrift|vid protokollet|utdragsbestyrk|rätt utdrag|hur man överklagar|överklag)", Options, 5000)]
    private static partial Regex Signing();

    [GeneratedRegex(@"^([0-9.]{1,4} )?((kort )?(sammanfattning|bakgrund|ärende(t|beskrivning|beskrivningen)?|beskrivning|sammanfattande|beredning|tidigare (beslut|behandling)|ärendets|(besluts)?underlag|handlingar|beslutsgång|proposition|motivering|skäl|bedömning|förvaltningens (bedömning|synpunkter|yttrande)|yttrande|ekonomi|konsekvens|barn(rätts|konsekvens|perspektiv)|remissammanställning|mina synpunkter|reservation|protokollsanteckning|jäv|finansiering|redogörelse|historik|lagstöd|motiv|utredning|sakframställan|överväganden|uppföljning|information|yttranden|bilagor)( (av|i|för|till) (ärendet|beslutet|förslaget|mötet|korthet))?( (i korthet|under mötet|på sammanträdet))?|(ekonomiska|juridiska) \S{3,20}|beskrivning av ärendet|ärendets \S{3,20}( under mötet| på sammanträdet)?|beredningsansvariga|ärendet i korthet|sammanfattning av ärendet|skäl till beslutet|skälen för beslutet)\.?(:.{0,40})?$|^beslutsunderlag\b", Options, 5000)]
    private static partial Regex Preparation();

    [GeneratedRegex(@"^([0-9.]{1,4} )?([\p{L}, -]{2,60}s |ks |kf |ksau |sn )?beslut( i ärendet| i korthet| för egen del|et)?\s?:?$|^beslut i [\p{L}, -]{4,60}(nämnden|styrelsen|fullmäktige|utskottet|utskott|direktionen)( [0-9-]{10})?( ?,? ?§ ?[0-9/]+)?\s?:?$|^beslut[: ] ?(1\.|att\b|[\p{L}, -]{3,40} beslut(ar|ade)\b)", Options, 5000)]
    private static partial Regex Decision();

    /// <summary>A heading with its text in the same line: "Sammanfattning: Förvaltningen har …".</summary>
    [GeneratedRegex(@"^(?<label>[\p{L}][\p{L} ]{3,40})[:.] (?=\S)", Options, 5000)]
    private static partial Regex Labelled();

    /// <summary>What some body once decided, told among what has gone before.</summary>
    [GeneratedRegex(@"\bbeslutade\b", Options, 5000)]
    private static partial Regex Decided();

    /// <summary>The decision in the heading's own line, which below the heading of a proposal is what is proposed.</summary>
    [GeneratedRegex(@"^beslut[: ] ?[\p{L}, -]{2,60} (antar|avslår|avstår|ansluter|deltar|medverkar|bifaller|ställer sig|(säger|tackar) (ja|nej))\b", Options, 5000)]
    private static partial Regex Spelled();

    [GeneratedRegex(@"^(\p{Lu}\p{Ll}{4,}|\p{Lu}{4,}( \p{Lu}+){0,3}):?$", Options, 5000)]
    private static partial Regex LooksLikeHeading();

    [GeneratedRegex(@"^(bifall|avslag|bordlägg|återremi|antas|avslås|rekommendationen)", Options | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Verdict();

    [GeneratedRegex(@"beslutar( att| följande| enligt följande| därför)?:?$", Options, 5000)]
    private static partial Regex Bare();

    /// <summary>A line that begins with a body that decides: not with somebody who asks about it.</summary>
    [GeneratedRegex(@"^([0-9]{1,2}[.)] |[-•*] )?(?!(att|vi|jag|ni|om|ifall|när|hur|vad|varför|innan)\b)[\p{L}][\p{L}, -]{1,60}(nämnd|nämnden|styrelsen|fullmäktige|utskottet|utskott|beredningen|chefen|direktören|ordföranden?|ks|kf|nämnden för [\p{L}, -]{3,60}|direktionen)( i [\p{L}-]{2,20}| för [\p{L}, -]{3,50})?( beslutar\b| beslutade\b)|^(nämnden|styrelsen|utskottet|ks|kf) beslutar\b", Options, 5000)]
    private static partial Regex Decides();
}
