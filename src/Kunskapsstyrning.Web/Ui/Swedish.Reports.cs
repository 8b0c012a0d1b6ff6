using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Reports;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Features.Reports;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>The words of the report back to those who were asked.</summary>
public static partial class Swedish
{
    /// <summary>What was asked, line by line: the board's decision, the letter, the last day, what it costs.</summary>
    internal static IEnumerable<(string Name, string Value)> Particulars(this Recommendation asked)
    {
        yield return ("Rubrik", asked.Title);
        yield return ("Styrelsens beslut", asked.BoardDecision.On.Long() + (asked.BoardDecision.Notice is { Length: > 0 } notice ? $", {notice}" : ""));
        if (asked.Letter is { } letter) yield return ("Brev", letter.SentOn.Long() + (letter.Addressees.Length > 0 ? $", till {letter.Addressees}" : ""));
        yield return ("Sista svarsdag", asked.ResponseDeadline?.Long() ?? "ingen");
        if (asked.Rounds.Count > 1) yield return ("Senare tillfällen", List([.. asked.Rounds.OrderBy(r => r.Number).Skip(1).Select(r => $"till och med {r.Deadline.Long()}")]));
        if (asked.CaseNumber is { } number) yield return ("Diarienummer", number);
        yield return ("År", asked.FundingYears.Text());
        if (asked.StatedCost is { } cost) yield return ("Angiven kostnad", cost.Text());
        if (asked.Threshold is { } threshold) yield return ("Gräns", threshold.InFewWords());
    }

    /// <summary>"SKR beslutade 2 december 2019 att rekommendationen går vidare. Skäl: …"</summary>
    internal static string GoAheadInReport(this RecommendationState state) => state.GoAhead is { } decided
        ? $"{Association(decided.On)} beslutade {decided.On.Long()} att rekommendationen {(decided.GoesAhead, state.Tense().IsPast) switch
        {
            (true, true) => "skulle gå vidare: tillräckligt många hade anslutit sig",
            (true, false) => "går vidare: tillräckligt många har anslutit sig",
            (false, true) => "inte skulle gå vidare",
            _ => "inte går vidare",
        }}. Skäl: {decided.Reason}"
        : $"Den {state.AsOf.Day.Long()} {state.Tense().Have} {Association(state.AsOf.Day)} inte beslutat om rekommendationen {(state.Tense().IsPast ? "skulle gå" : "går")} vidare.";

    /// <summary>"246 kommuner har antagit, 12 av svaren efter sista svarsdagen."</summary>
    internal static string ListCaption(this ReportGround ground, Status status, int count)
    {
        var (late, tense) = (ground.In(status).Count(r => r.IsLate), ground.State.Tense());
        var what = status switch
        {
            Status.Adopted => $"{tense.Have} antagit utan förbehåll",
            Status.AdoptedWithReservation => $"{tense.Have} antagit med förbehåll",
            Status.Declined => tense.Declines,
            Status.InPreparation => $"{tense.Have} skickat ett förslag eller annat som inte {tense.Is} ett slutligt beslut",
            _ => $"{tense.Have} inte svarat",
        };
        return $"{Municipalities(count)} {what}{(late == 0 ? "" : $", {Number(late)} av dem med svar som kom in efter sista svarsdagen")}.";
    }

    /// <summary>"Villkoren i förbehållen står med kommunernas ord. Skälen att avstå återges inte."</summary>
    public static string Quoted(ReportQuotes quotes) => quotes switch
    {
        { Conditions: true, Reasons: true } => "Villkoren i förbehållen och skälen att avstå står med kommunernas egna ord.",
        { Conditions: true } => "Villkoren i förbehållen står med kommunernas egna ord. Skälen att avstå återges inte.",
        { Reasons: true } => "Skälen att avstå står med kommunernas egna ord. Villkoren i förbehållen återges inte.",
        _ => "Varken villkoren i förbehållen eller skälen att avstå återges.",
    };

    /// <summary>"288 av 290" " kommuner har antagit.": the sentence that a report exists for, in its marked part and the rest.</summary>
    internal static (string Marked, string After) Headline(string sentence) => sentence.IndexOf(" kommuner ", StringComparison.Ordinal) is > 0 and var at ? (sentence[..at], sentence[at..]) : (sentence, "");

    /// <summary>How far the reports of a recommendation have come, in the marked part and the rest.</summary>
    internal static (string Marked, string After) Headline(this ReportList list) => list.Lines switch
    {
        [] => ("Ingen återkoppling", "är gjord än."),
        [{ PublishedAt: not null } latest, ..] => ($"Nummer {latest.Number}", "kan läsas av alla som får se svaren."),
        [var latest, ..] => ($"Nummer {latest.Number}", "är gjord. Bara SKR ser den."),
    };

    /// <summary>"112 av 290 följebrev är utskrivna.": how far the printing has come.</summary>
    internal static string Sentence(this CoverProgress covers) => covers.Last switch
    {
        null => $"Inga är utskrivna. Det blir {Count(covers.Municipalities, "följebrev", "följebrev")}, ett för varje kommun.",
        { State: CoverBatchState.Printing } batch => $"{Number(covers.Printed)} av {Number(batch.Municipalities)} följebrev är utskrivna.",
        { State: CoverBatchState.Done } batch => $"Alla {Number(batch.Municipalities)} följebrev är utskrivna.",
        { State: CoverBatchState.Cancelled } => "Utskriften avbröts. Inget finns kvar av den.",
        { State: CoverBatchState.Failed } => "Utskriften gick inte att slutföra, och inget finns kvar av den. Försök igen om en stund.",
        _ => "De utskrivna följebreven är borttagna: de sparas i sju dagar. Skriv ut dem på nytt om de behövs.",
    };

    /// <summary>What is to be done about where the covers say that the report is; null where they link to it and everyone can read it.</summary>
    internal static (string Title, string Sentence)? WhereTheReportIs(this CoverProgress covers)
    {
        var isPrinted = covers.Last is { State: CoverBatchState.Printing or CoverBatchState.Done };
        return (covers.IsLinked, covers.Read.IsForEveryone) switch
        {
            (true, true) => null,
            (true, false) => ("Länken i de utskrivna breven leder inte fram.", "Alla kan inte längre läsa återkopplingen. Skriv ut dem på nytt, så säger de att den följer med."),
            (false, true) when isPrinted => ("De utskrivna breven säger att återkopplingen följer med.", "Nu kan alla läsa den på webben. Skriv ut breven på nytt, så länkar de dit."),
            _ => ("Återkopplingen ska följa med varje brev.", "Bara SKR ser den på webben, så ingen länk leder dit, och breven säger att den följer med. Hämta den som PDF och lägg en i varje kuvert, eller visa den för alla innan du skriver ut."),
        };
    }

    /// <summary>"Antagit, Socialnämnden 20 september 2016.": what is registered for the municipality, as it stood in the report.</summary>
    internal static string OwnAnswer(this MunicipalityRow row, Tense tense)
    {
        if (row.Standing.Content is not { } content) return $"Inget svar {tense.Have} kommit in.";

        var where = string.Join(' ', new[] { content.Body, content.DecidedOn?.Long() }.OfType<string>());
        var what = row.Standing.Status is Status.InPreparation ? $"{content.InReport()}, inte ett slutligt beslut" : row.Standing.Status.Label();
        return $"{what}{(row.Standing.Remark() is { } remark ? $", {remark}" : "")}{(where.Length == 0 ? "" : $", {where}")}.";
    }

    /// <summary>To whom a report is sent: exactly those whom the question was sent to from here, or everyone where it was not.</summary>
    internal static string AskedSentence(int? asked) => asked switch
    {
        null => "Förfrågan har inte skickats härifrån, så utskicket går till alla kommuner i omgången. En annan person släpper det.",
        0 => "Förfrågan har inte lämnat oss än, så utskicket har ingen att gå till. Vänta tills den har lämnats. Skulle den inte ha gått ut härifrån stoppar du den: då går återkopplingen till alla kommuner i omgången.",
        1 => "Utskicket går till den kommun som förfrågan skickades till härifrån. En annan person släpper det.",
        { } many => $"Utskicket går till de {Municipalities(many)} som förfrågan skickades till härifrån. En annan person släpper det.",
    };

    /// <summary>"Utskicket når 5 av 290 kommuner."</summary>
    internal static string ReachesOnly(int asked, int inRound) => $"Utskicket når {Number(asked)} av {Municipalities(inRound)}.";

    /// <summary>"Förslag: antar", "Bordlägger".</summary>
    internal static string InReport(this DecisionContent content) => content.Stage is Stage.Proposal ? $"Förslag: {Lower(content.Outcome.Label())}" : content.Outcome.Label();

    /// <summary>How the report is counted and as of when, a sentence each.</summary>
    internal static IEnumerable<string> HowItIsCounted(this ReportGround ground)
    {
        var (state, snapshot) = (ground.State, ground.Snapshot);
        yield return $"{state.DayAndQuestion()} {state.CountsEverybody()}";
        yield return "Bara slutliga beslut räknas som svar, och det senaste gäller. Ett förslag, en bordläggning eller en återremiss räknas som på väg. Att inte ha svarat är inte detsamma som att avstå.";
        if (state.Rows.Select(r => r.LateWord()).OfType<string>().Distinct().Order(Order).ToList() is { Count: > 0 } late) yield return $"Ett svar som kom in efter sista svarsdagen räknas. Det är märkt {string.Join(" eller ", late.Select(word => $"”{word}”"))}.";
        if (ground.HasFees) yield return $"Summan för en grupp är {state.Recommendation.FundingYears.First} års avgifter för alla i den, också för den som betalar först ett senare år och för den som inte är med. Vad som betalas år för år står i tabellen ”Kronor per år”.";
        if (state.Adoption[Status.AdoptedWithReservation].Municipalities > 0 && !ground.Quotes.Conditions) yield return "Vad förbehållen innebär återges inte.";
        if (state.Adoption[Status.Declined].Municipalities > 0 && !ground.Quotes.Reasons) yield return "Kommunernas skäl att avstå återges inte.";
        yield return $"Räknat ur det som var registrerat {DayAndTime(snapshot.TakenAt, default)}, till och med händelse {Number(snapshot.RegisteredThrough)}. Återkopplingen kan göras om, likadan, vad som än registreras efteråt.";
        yield return state.SourceSentence();
        if (state.ExampleNotice is { } notice) yield return notice;
    }
}
