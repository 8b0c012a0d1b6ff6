using System.Text.RegularExpressions;

namespace Kunskapsstyrning.Domain.Intake.Reading;

/// <summary>
/// Proposal, final decision or no act at all. What proposes wins over what decides; only the body's own decision, apart from what
/// is quoted from the preparation, makes a document final.
/// </summary>
internal static partial class StageReading
{
    /// <summary>How far below its heading a decision still stands, and not what follows on it.</summary>
    private const int FirstRows = 6;

    public static Suggestion<ReadStage>? Of(Matter matter, FoundBody? body)
    {
        if (matter.Rows.Count == 0) return null;
        if (matter.Kind is DocumentKind.Automatic) return Made(ReadStage.None, matter.Rows[0], matter, "Automatiskt svar", Confidence.Certain);
        if (OfKind(matter) is { } kind) return kind;

        var own = OwnDecision(matter);
        if (own.Count == 0) return Told(matter, body);

        var text = string.Join(' ', own.Select(r => r.Lower));
        if (Proposes().Matches(text).Any(m => !IsSaidOfOthers(text, m)))
        {
            var row = own.First(r => Proposes().IsMatch(r.Lower) || r == own[^1]);
            return Made(ReadStage.Proposal, row, matter, "Beslutet är ett förslag till någon annan", row.Index - own[0].Index <= FirstRows ? Confidence.Certain : Confidence.Probable);
        }

        if (own.FirstOrDefault(r => ToMembers().IsMatch(r.Lower)) is { } members) return Made(ReadStage.Proposal, members, matter, "Beslutet är en rekommendation till kommunerna", Confidence.Probable);
        if (ProposedOnward(matter, body, text) is { } onward) return Made(ReadStage.Proposal, onward, matter, "Förslag till ett annat organ", Confidence.Certain);
        if (ToBeDecidedByAnother(matter, own, body) is { } another) return Made(ReadStage.Proposal, another, matter, "Någon annan ska besluta", Confidence.Probable);
        if (ProposedByReference(matter, text, body) is { } reference) return Made(ReadStage.Proposal, reference, matter, "Beslutar enligt ett förslag till ett annat organ", Confidence.Probable);
        if (matter.Kind is DocumentKind.Delegation) return Made(ReadStage.Final, own[0], matter, "Beslut på delegation", Confidence.Probable);
        if (body is { IsCommittee: true } && !ByDelegation().IsMatch(text)) return Made(ReadStage.Proposal, matter.RowAt(body.Start), matter, "Ett utskott bereder åt någon annan", Confidence.Probable);
        if (body is { IsOffice: true }) return Made(ReadStage.Proposal, matter.RowAt(body.Start), matter, "En förvaltning beslutar inte", Confidence.Probable);

        var certain = body is not null && matter.Kind is DocumentKind.Minutes && Decides().IsMatch(text);
        return Made(ReadStage.Final, own[0], matter, "Organets eget beslut", certain ? Confidence.Certain : Confidence.Probable);
    }

    private static Suggestion<ReadStage>? OfKind(Matter matter)
    {
        if (matter.Kind is not (DocumentKind.Opinion or DocumentKind.Notice)) return null;

        var form = matter.Kind is DocumentKind.Opinion ? DocumentKinds.Opinion() : DocumentKinds.Notice();
        var row = matter.Rows.FirstOrDefault(r => form.IsMatch(r.Lower)) ?? matter.Rows[0];
        return Made(ReadStage.Proposal, row, matter, matter.Kind is DocumentKind.Opinion ? "En tjänstemans förslag" : "En kallelse till ett möte", Confidence.Certain);
    }

    /// <summary>The rows of the decision; none when the heading stands above nothing of its own.</summary>
    private static List<Row> OwnDecision(Matter matter)
    {
        var rows = matter.Own.Where(r => r.Part is Part.Decision).ToList();
        return rows.All(r => r.IsHeading && !Decides().IsMatch(r.Lower)) ? [] : rows;
    }

    /// <summary>The heading with which the body proposes to another one: "Kommunstyrelsens förslag till kommunfullmäktige" in the executive's own minutes.</summary>
    private static Row? ProposedOnward(Matter matter, FoundBody? body, string own) =>
        body is null ? null : matter.Own.FirstOrDefault(row => !(Answers().IsMatch(own) && IsOnlyMoney(matter, row)) && row is { Part: Part.Proposal, IsHeading: true } && ToBody().Match(row.Lower) is { Success: true } to
            && BodyNames.In(matter.Paper, row.Start + to.Index + to.Length, row.End).FirstOrDefault() is { } asked && !IsSame(asked, body)
            && BodyNames.In(matter.Paper, row.Start, row.Start + to.Index).All(proposer => IsSame(proposer, body)));

    /// <summary>What is passed on says nothing of the recommendation itself: the body answers, and asks another one for the means.</summary>
    private static bool IsOnlyMoney(Matter matter, Row heading)
    {
        var text = string.Join(' ', matter.Rows.Skip(heading.Index + 1).TakeWhile(r => r.Part is Part.Proposal && !r.IsHeading).Select(r => r.Lower));
        return Money().IsMatch(text) && !Concerns().IsMatch(text);
    }

    /// <summary>"Enligt förslaget" says as much as the proposal does, and that one may be to propose to yet another body.</summary>
    private static Row? ProposedByReference(Matter matter, string own, FoundBody? body) =>
        body is null || body.Stem.Contains("fullmäktige", StringComparison.Ordinal) || !ByReference().IsMatch(own) || Answers().IsMatch(own)
            ? null
            : matter.Own.FirstOrDefault(row => row.Part is Part.Proposal or Part.Preparation && ToAbove().Match(row.Lower) is { Success: true } to && !body.Stem.Contains(to.Groups["above"].Value, StringComparison.Ordinal));

    /// <summary>The row where the decision names another body than the one whose act it is as the one that decides.</summary>
    private static Row? ToBeDecidedByAnother(Matter matter, List<Row> own, FoundBody? body) =>
        body is null || body.IsDelegate ? null : own.FirstOrDefault(row => LeavesTo(row, body)) ?? own.FirstOrDefault(row => Decides().IsMatch(row.Lower) && BodyNames.In(matter.Paper, row.Start, row.End).FirstOrDefault() is { } named
            && named.Start - row.Start < 6 && Verb().IsMatch(matter.Paper.Lower[named.End..row.End]) && !IsSame(named, body));

    /// <summary>The council, or above a board the executive, named in the decision for more than their information.</summary>
    private static bool LeavesTo(Row row, FoundBody body) =>
        Above().Match(row.Lower) is { Success: true } above && !body.Stem.Contains(above.Value, StringComparison.Ordinal) && !(body.Stem.Contains("fullmäktige", StringComparison.Ordinal)) && !ForInformation().IsMatch(row.Lower);

    private static bool IsSame(FoundBody named, FoundBody body) =>
        OwnAct.IsSame(named, body) || body.IsDelegate
        || (named.IsCommittee && body.IsCommittee);

    /// <summary>A letter or message that tells in running text what has been decided, what will be, or nothing of the kind.</summary>
    private static Suggestion<ReadStage>? Told(Matter matter, FoundBody? body)
    {
        var proposal = matter.Own.FirstOrDefault(r => r.Part is Part.Proposal) ?? RowOf(ToCome(), matter) ?? RowOf(Proposes(), matter);
        if (proposal is not null) return Made(ReadStage.Proposal, proposal, matter, "Föreslår", Confidence.Probable);
        if (matter.Kind is not DocumentKind.Delegation && body is { IsCommittee: true } or { IsOffice: true }) return Made(ReadStage.Proposal, matter.RowAt(body.Start), matter, "Bereder åt någon annan", Confidence.Probable);

        var told = RowOf(HasDecided(), matter, IsAsked);
        if (told is not null && body is not null && LeavesTo(told, body)) return null;
        if (told is not null && (body is not null || matter.Kind is DocumentKind.Delegation)) return Made(ReadStage.Final, told, matter, "Berättar om ett fattat beslut", Confidence.Probable);

        var asks = matter.Own.FirstOrDefault(r => Asks().IsMatch(r.Lower));
        if (asks is not null) return Made(ReadStage.None, asks, matter, "En fråga eller en bekräftelse", Confidence.Probable);
        return told is null && matter.Envelope is not null && matter.Own.All(r => !MayCarry().IsMatch(r.Lower)) ? Made(ReadStage.None, matter.Rows[0], matter, "Inget beslut nämns", Confidence.Probable) : null;
    }

    /// <summary>The row where the first of the words stand that are not said of SKR's own board or of what somebody is asked to do.</summary>
    private static Row? RowOf(Regex words, Matter matter, Func<string, Match, bool>? isLeftOut = null)
    {
        for (var match = words.Match(matter.Paper.Flat, matter.Start); match.Success && match.Index < matter.End; match = match.NextMatch())
            if (!IsSaidOfOthers(matter.Paper.Flat, match) && isLeftOut?.Invoke(matter.Paper.Flat, match) is not true) return matter.RowAt(match.Index);

        return null;
    }

    /// <summary>Asked about, or only thought of: no decision is told of.</summary>
    private static bool IsAsked(string text, Match match)
    {
        var before = text[(text.LastIndexOfAny(['.', '?', '!'], match.Index) + 1)..match.Index];
        return Wonders().IsMatch(before) || (text.IndexOfAny(['.', '?', '!'], match.Index + match.Length) is >= 0 and var stop && text[stop] == '?');
    }

    private static bool IsSaidOfOthers(string text, Match match) => OfOthers().IsMatch(text[Math.Max(0, match.Index - 60)..(match.Index + match.Length)]);

    private static Suggestion<ReadStage> Made(ReadStage stage, Row row, Matter matter, string why, Confidence confidence) =>
        new(stage, matter.Paper.PassageOf(row.Start, row.End), why, confidence);

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\bföreslå(r|s)?\b|\b(vill|vilja|önskar|önska|begär|begära|hoppas|förordar|yrkar) att (kommunstyrelsen|kommunfullmäktige|fullmäktige)|\b(ber|be|bett|bad|anmodar|uppmanar|uppmana|uppmanat) (kommunstyrelsen|kommunfullmäktige|fullmäktige)|\btill (kommunstyrelsen|kommunfullmäktige|fullmäktige) (överlämna|hänskjut)|\b(överlämnat|hänskjutit)\b.{0,60}\btill (kommunstyrelsen|kommunfullmäktige|fullmäktige)|förslag till (?!beslut|drift|budget|svar|yttrande|beslutet)\S+|\bhemställer\b|\btillstyrker\b|\brekommenderar (kommunstyrelsen|kommunfullmäktige|fullmäktige|\S*nämnden)|\b(över)?(lämna|skicka|sända|sänd|sänder|hänskjut|hänskjuter|hänvisa)(r|s)?\b.{0,60}\btill (kommunstyrelsen|kommunfullmäktige|fullmäktige|\S*nämnden)(?! för kännedom)|för (vidare )?(beslut|behandling|ställningstagande) i (kommun|full|\S*nämnd)|för (vidare )?avgörande|under förutsättning (av|att) (kommunfullmäktige|fullmäktige|kommunstyrelsen)|yttrande till (kommunstyrelsen|kommunfullmäktige)", Options, 5000)]
    private static partial Regex Proposes();

    [GeneratedRegex(@"\b(beslut(ar|ade|at|as)?|anta(r|s|git|gits)?|antog|avslå(r|s)?|avslog|avstår|avstå|inte anta|ställer sig|ställa sig|deltar|delta|ansluter|ansluta sig|medverkar?|bidrar?|säger (ja|nej)|säga (ja|nej)|tackar (ja|nej)|tacka (ja|nej)|bifalla|bifalles|återremittera(r|s)?|bordlägg(er|s)|bifaller|enligt förslag(et)?|godkänn(er|s)|godkänna)\b", Options, 5000)]
    private static partial Regex Decides();

    [GeneratedRegex(@"\brekommendera(r)? (medlemskommunerna|medlemmarna|länets kommuner|kommunerna i (länet|regionen))", Options, 5000)]
    private static partial Regex ToMembers();

    [GeneratedRegex(@"\bförslag till\b", Options, 5000)]
    private static partial Regex ToBody();

    /// <summary>A verdict on the question itself.</summary>
    [GeneratedRegex(@"\b(anta(r|s)? (skl|skr|rekommendation|sveriges)|inte anta|ställ(er|a) sig (positiv|bakom)|ansluter sig|deltar|delta i|avstår|avstå från|återremitter|bordlägg|utträder|(säger|tackar|säga|tacka) (ja|nej))|rekommendation(en)? (antas|avslås)", Options, 5000)]
    private static partial Regex Answers();

    [GeneratedRegex(@"\b(kr|kronor|tkr|mkr|kommunbidrag|\p{L}*budget\p{L}*|ram|medel|anslag|finansier\p{L}*)\b", Options, 5000)]
    private static partial Regex Money();

    [GeneratedRegex(@"\b(rekommendation|anta|antar|antas|ansluta|ansluter|delta|deltar|ställa sig|ställer sig|avstå|avstår|medverka|stödfunktion|kunskaps)", Options, 5000)]
    private static partial Regex Concerns();

    [GeneratedRegex(@"\b(enligt|i enlighet med|bifall(er|a|as)?( till)?|antar?|godkänner|godkänna|tillstyrka) ([\p{L}-]{4,40}s )?(förslag(et)?|beslutsförslag(et)?)\b", Options, 5000)]
    private static partial Regex ByReference();

    [GeneratedRegex(@"\bföreslå(r|s)? (att )?(?<above>kommunfullmäktige|fullmäktige|regionfullmäktige|kommunstyrelse)|förslag till (?<above>kommunfullmäktige|kommunstyrelse)|^(?<above>kommunfullmäktige|fullmäktige) beslutar", Options, 5000)]
    private static partial Regex ToAbove();

    [GeneratedRegex(@"\b(fullmäktige|kommunfullmäktige|kommunstyrelse|regionfullmäktige)", Options, 5000)]
    private static partial Regex Above();

    [GeneratedRegex(@"kännedom|meddela|informera|anmäl|delge|enligt kommun|delegation|uppdrag av|förslag\b|återrapport|redovisa", Options, 5000)]
    private static partial Regex ForInformation();

    [GeneratedRegex(@"^ (beslutar|antar|godkänner|ställer|avslår|avstår|ansluter|deltar|medverkar|bifaller)\b", Options, 5000)]
    private static partial Regex Verb();

    [GeneratedRegex(@"delegation|på nämndens vägnar|å nämndens vägnar", Options, 5000)]
    private static partial Regex ByDelegation();

    [GeneratedRegex(@"\bföreslagit\b|tillstyrk(t|te)\b|ska(ll)? (nu )?(behandlas|tas upp|beslutas|upp i)|hör av oss när|när beslut(et)? (är|har)|kommer (att )?(behandlas|tas upp|att behandla|att fatta)|planeras|tas upp på|under beredning|\bbereds\b|återkommer med (beslut|besked|svar)|förväntas fatta|väntas besluta|\bska(ll)? (nu )?(prövas|avgöras)|\bnu återstår\b|återstår (beslut|att besluta)|tar (slutlig )?ställning (i|den|senare)\b|\bväntas\b|inväntar|går (nu )?vidare till|\bligger hos\b|\bavser att\b|förslag till beslut( om)? att\b|har för avsikt|beslut(et)? (kommer att )?(tas|fattas|väntas)\b|\b(inte|ej) (\S+ )?(beslutat|fattat|tagit (beslut|ställning))|skulle ha (fattat|beslutat|tagit)|ärendet utgick", Options, 5000)]
    private static partial Regex ToCome();

    [GeneratedRegex(@"\b(beslutade|beslutat|beslutar|antog|antagit|antar|avslog|avslagit|avstår|ställt sig|ställer sig|fattade beslut|fattat beslut|tagit beslut|tog beslut|ställde sig|anslöt sig|anslutit sig|(?<!\b(om|som|ifall|när|att) (\p{L}+ )?)(kommun|kommunen|stad|staden) (ansluter sig|deltar|medverkar)|biföll|bifallit|(?<!\b(om|ifall|som) (\p{L}+ ){0,2})(bifaller|tackar (ja|nej)|säger (ja|nej))|(tackat|tackade|sagt|sade) (ja|nej)|fattade beslutet|beslut(et)? (fattades|togs)|valt att (inte )?(delta|medverka|ansluta)|\p{L}*(nämndens|styrelsens|fullmäktiges) beslut (den |av |från )?[0-9§][^.]{0,40} att (inte )?(anta|delta|medverka|ansluta|avstå|bifalla|ställa))\b", Options, 5000)]
    private static partial Regex HasDecided();

    [GeneratedRegex(@"\b(skl|skr|landsting|regioner)\b\S*( styrelse)?( [^.]{0,30})? (beslutade|har beslutat|beslutat|antagit|antog|föreslår|föreslagit)$|\buppdra(r|s|g)?\b[^.]{0,50}$|\bstyrelsen (för s[^.]{0,50})?[^.]{0,20}$", Options, 5000)]
    private static partial Regex OfOthers();

    [GeneratedRegex(@"\b(undrar|frågar|funderar|vill veta|ovisst|oklart|osäker(t|a)?)\b|\b(om|ifall|huruvida) (vi|kommunen|\p{L}*(nämnden|styrelsen|fullmäktige)) (\p{L}+ )?$", Options, 5000)]
    private static partial Regex Wonders();

    [GeneratedRegex("beslut|protokoll|bifog|bilag|ställningstag|tackar (ja|nej)|förslag", Options, 5000)]
    private static partial Regex MayCarry();

    [GeneratedRegex(@"\?|\bundrar\b|\bfråga\b|\bfrågor\b|påminn|saknar (ert )?svar|tagit emot|mottagit|tack för|handläggning pågår|inbjudan|välkommen|välkomna|anmälan görs|nyhetsbrev", Options, 5000)]
    private static partial Regex Asks();
}
