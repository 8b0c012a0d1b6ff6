using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Web.Features.DecisionKits;
using Kunskapsstyrning.Web.Features.Municipalities;
using Kunskapsstyrning.Web.Features.Papers;
using static Kunskapsstyrning.Web.Features.Papers.Piece;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>The words of a municipality's decision kit: a draft tjänsteskrivelse, with what the municipality writes itself left open.</summary>
public static partial class Swedish
{
    /// <summary>"Tjänsteskrivelse Ekerö, Nationell stödfunktion 2017–2018": the name of the file.</summary>
    internal static string DecisionKitName(this MunicipalityView view) => $"Tjänsteskrivelse {view.Municipality.Name}, {view.Own!.Recommendation.TitleWithYears()}";

    /// <summary>The whole draft, from what the municipality's page shows.</summary>
    internal static Paper DecisionKit(this MunicipalityView view, Uri? site)
    {
        var own = view.Own!;
        return new Paper(
            "Tjänsteskrivelse, utkast",
            $"Ställningstagande till {own.Asker()}:s rekommendation {own.Recommendation.TitleWithYears()}",
            $"Utkast till tjänsteskrivelse för {view.Municipality.FullName}",
            view.Today,
            $"Utkast ur SKR:s Kunskapsstyrning {view.Today.Long()}",
            [
                .. Head(view), .. Matter(view, own), .. Proposal(view, own), .. Background(view, own), .. Cost(view, own),
                .. LastDay(view, own), .. WhereTo(own), .. Papers(view, own, site), new Paragraph(ToFill("chef")), new Paragraph(ToFill("handläggare")),
            ]);
    }

    /// <summary>The association by the name it had when its board asked.</summary>
    internal static string Asker(this OwnAnswer own) => Association(own.Recommendation.BoardDecision.On);

    /// <summary>"9 500 kr per år, 2017 och 2018 (publicerad)"; a fee without amount is said to be not set.</summary>
    internal static string InSentence(this OwnFee fee) => fee.Fee?.Amount is { } amount
        ? $"{amount.Text()} {fee.AfterAmount()} ({fee.Fee.StateWord()})"
        : $"inte fastställd för {fee.Years.InWords()}";

    /// <summary>"Avgiftsbesked 2017 för Ekerö kommun".</summary>
    internal static string Title(this FeeNotice notice) => $"Avgiftsbesked {notice.Year} för {notice.Municipality.FullName}";

    /// <summary>"2017, ett av åren 2017–2018", or "2017" when there is only that.</summary>
    internal static string YearOfAll(this FeeNotice notice) =>
        notice.Recommendation.PayingYears is { First: var first, Last: var last } years && first != last ? $"{notice.Year}, ett av åren {years.Text()}" : $"{notice.Year}";

    /// <summary>"publicerat av SKL", "fastställt av SKR", or that it is computed from the terms.</summary>
    internal static string Origin(this FeeNotice notice) => notice.Part.Fee! switch
    {
        { Published: not null } => $"publicerat av {notice.Own.Asker()}",
        { IsDecided: true } => $"fastställt av {notice.Own.Asker()}",
        _ => $"beräknat ur villkoren, inte publicerat av {notice.Own.Asker()}",
    };

    private static Phrase ToFill(string what) => new($"[{what}]", IsToFillIn: true);

    private static IEnumerable<Piece> Head(MunicipalityView view) =>
    [
        new Paragraph(new Phrase("Det här är ett utkast. Skriv i det som står inom hakparentes och ta bort den här meningen.", IsToFillIn: true)),
        new Particulars(
        [
            ("Kommun", view.Municipality.FullName), ("Förvaltning", ToFill("förvaltning")), ("Handläggare", ToFill("namn")), ("Datum", ToFill("dag")),
            ("Diarienummer", ToFill("ert diarienummer")), ("Till", ToFill("nämnd eller kommunstyrelsen")),
        ]),
    ];

    private static IEnumerable<Piece> Matter(MunicipalityView view, OwnAnswer own)
    {
        var asked = own.Recommendation;
        var notice = asked.BoardDecision.Notice is { } number ? $" ({number})" : "";
        var years = asked.PayingYears.InWords();
        yield return new Heading(1, "Ärendet");
        yield return new Paragraph($"{own.Asker()}:s styrelse beslutade {asked.BoardDecision.On.Long()} om rekommendationen ”{asked.Title}”{notice}. Den gäller {years}. {view.Municipality.FullName} ska ta ställning till om kommunen antar den.");
        yield return new Paragraph(own.IsOver ? $"Rekommendationen är avslutad: det sista året var {asked.PayingYears.Last}." : "Rekommendationen är inte bindande. Varje kommun beslutar själv.");
    }

    private static IEnumerable<Piece> Proposal(MunicipalityView view, OwnAnswer own)
    {
        var rule = $"{own.Asker()}:s rekommendation {own.Recommendation.ShortTitle} för {own.Recommendation.PayingYears.InWords()}";
        var send = $"att sända utdrag ur protokollet till {Association(view.Today)}{(own.Deadline >= view.Today ? $" senast {own.Deadline.Value.Long()}" : "")}.";
        yield return new Heading(1, "Förslag till beslut");
        yield return new Paragraph(new Phrase("Behåll ett av alternativen och ta bort det andra.", IsToFillIn: true));
        yield return new Heading(2, "Alternativ: anta");
        yield return new Paragraph(ToFill("Nämnden föreslår kommunstyrelsen besluta / Kommunstyrelsen beslutar"));
        yield return new Points([[$"att anta {rule},"], [.. ToPay(own)], [send]]);
        yield return new Heading(2, "Alternativ: avstå");
        yield return new Paragraph(ToFill("Nämnden föreslår kommunstyrelsen besluta / Kommunstyrelsen beslutar"));
        yield return new Points([[$"att avstå från {rule},"], ["att som skäl ange ", ToFill("kommunens skäl, frivilligt"), ","], [send]]);
    }

    private static IEnumerable<Phrase> ToPay(OwnAnswer own) => own.Fees.Any(f => f.IsSet)
        ? [$"att betala kommunens avgift: {List([.. own.Fees.Select(f => f.InSentence())])}, ", ToFill("inom vilken ram"), ","]
        : ["att godkänna en avgift på högst ", ToFill("belopp"), " kr per år, eftersom avgiften inte är fastställd,"];

    private static IEnumerable<Piece> Background(MunicipalityView view, OwnAnswer own)
    {
        var asked = own.Recommendation;
        yield return new Heading(1, "Bakgrund");
        if (view.Everywhere.FirstOrDefault(l => l.Recommendation.Id == asked.PredecessorId) is { } earlier)
            yield return new Paragraph($"Rekommendationen förnyar {earlier.Recommendation.TitleWithYears()}.");
        if (asked.Letter is { } letter) yield return new Paragraph($"{Association(letter.SentOn)} skrev {letter.SentOn.Long()} till {letter.Addressees}.");
        if (asked.Points.Count > 0)
        {
            yield return new Paragraph($"{own.Asker()}:s styrelse beslutade:");
            yield return new Points([.. asked.Points.Select(p => (IReadOnlyList<Phrase>)[$"”{p.Text}”"])]);
        }

        foreach (var mended in asked.Corrections) yield return new Paragraph($"Rättelse {mended.On.Long()}: {mended.Right}. Tidigare stod: {mended.Wrong}.");
        if (asked.ProposedExtension is { } longer) yield return new Paragraph($"En förlängning till och med {longer.LastYear} är föreslagen. Att den är beslutad är inte känt.");
        if (asked.AsksForReasons) yield return new Paragraph("Den kommun som avstår ombeds ange skälen. Det är frivilligt.");
        yield return new Paragraph(ToFill("Kommunens läge i dag och förvaltningens bedömning"));
    }

    private static IEnumerable<Piece> Cost(MunicipalityView view, OwnAnswer own)
    {
        yield return new Heading(1, "Kostnad");
        if (own.Fee is null)
        {
            yield return new Paragraph(new Phrase("Avgiften är inte fastställd.", IsStrong: true), $" Vad det kostar {view.Municipality.FullName} var inte känt {view.Today.Long()}.");
            yield return new Paragraph(ToFill("Komplettera när avgiften är känd"));
        }

        if (own.Recommendation.StatedCost is { } stated)
            yield return new Paragraph($"Enligt {own.Asker()} kostar det {(stated.AtMost ? "högst " : "")}{stated.Yearly.Text()} per år för alla kommuner tillsammans.");
        foreach (var piece in own.Fees.Where(f => f.IsSet).SelectMany(f => Reckoned(view, own, f))) yield return piece;
        if (own.Fee is null) yield break;

        foreach (var open in own.Fees.Where(f => !f.IsSet)) yield return new Paragraph($"{open.Years.InWords()}: avgiften är inte fastställd.");
    }

    private static IEnumerable<Piece> Reckoned(MunicipalityView view, OwnAnswer own, OwnFee fee)
    {
        var explanation = FeeExplanation.Of(fee.List!, fee.Fee!, own.Asker());
        yield return new Paragraph($"Avgiften för {view.Municipality.FullName}: ", new Phrase(fee.InSentence(), IsStrong: true), ".");
        yield return new Reckoning(
            $"Så är avgiften räknad, {fee.Years.InWords()}", explanation.Lines,
            string.Join(' ', [.. fee.AboutAmount(explanation, own.Asker()), .. fee.AboutTerms(view.Municipality)]));
    }

    private static IEnumerable<Piece> LastDay(MunicipalityView view, OwnAnswer own)
    {
        yield return new Heading(1, "Svara senast");
        if (own.Deadline is not { } deadline)
        {
            yield return new Paragraph("Ingen sista dag är känd.");
            yield break;
        }

        var others = deadline == own.Recommendation.ResponseDeadline ? "" : $" Det är kommunens egen tid; andras är {own.Recommendation.ResponseDeadline?.Long()}.";
        var later = own.Recommendation.LaterRoundOn(view.Today) is { } round ? $" {round.Words} till {round.Deadline.Long()}." : "";
        var past = deadline < view.Today ? $" Dagen har passerat.{later}{(own.CanBeAnswered ? " Sena svar tas emot." : "")}" : "";
        yield return new Paragraph(new Phrase($"{deadline.Long()}.", IsStrong: true), $"{others}{past}");
    }

    private static IEnumerable<Piece> WhereTo(OwnAnswer own)
    {
        yield return new Heading(1, "Svaret skickas till");
        yield return own.Recommendation.Letter switch
        {
            null => new Paragraph($"Adressen står i brevet från {own.Asker()}."),
            { AnswerTo: var address, SentOn: var on } when address.Contains('@', StringComparison.Ordinal) => new Paragraph(new Phrase(address, IsStrong: true), $", enligt brevet {on.Long()}."),
            { AnswerTo: var words, SentOn: var on } => new Paragraph($"{words} {on.Long()}."),
        };
        if (own.Recommendation.CaseNumber is { } dnr) yield return new Paragraph($"Ange {own.Asker()}:s diarienummer, ", new Phrase(dnr, IsStrong: true), ".");
        yield return new Paragraph("Skicka utdrag ur det justerade protokollet, bara den paragraf som gäller rekommendationen. Där ska stå vilket organ som har beslutat, sammanträdesdagen, paragrafen och ert diarienummer.");
    }

    private static IEnumerable<Piece> Papers(MunicipalityView view, OwnAnswer own, Uri? site)
    {
        var (code, asked) = (view.Municipality.Code, own.Recommendation);
        var notices = from fee in own.Fees where fee.IsSet from year in fee.Years.Years select Linked($"Avgiftsbesked {year}", Urls.ToFeeNotice(code, asked.Slug, year));
        IEnumerable<Phrase> papers =
        [
            .. asked.Letter is { } letter ? (Phrase[])[$"{Association(letter.SentOn)}:s brev {letter.SentOn.Long()}"] : [],
            .. own.Annexes.Select(a => Linked(a.Name, a.Href)), .. notices,
            Linked($"Om rekommendationen {asked.TitleWithYears()}", Urls.ToRecommendation(asked.Slug)),
        ];
        yield return new Heading(1, "Handlingar");
        yield return new Points([.. papers.Select(p => (IReadOnlyList<Phrase>)[p])]);

        Phrase Linked(string text, string address) => new(text, Link: site is null ? null : new Uri(site, address));
    }
}
