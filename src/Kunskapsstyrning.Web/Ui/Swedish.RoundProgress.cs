using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Dispatches;
using Kunskapsstyrning.Web.Features.Rounds;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>How far each step of a round has come, in a sentence or two: what is done, else what comes first.</summary>
public static partial class Swedish
{
    /// <summary>How far the fees have come, and what letters say of them until they are frozen.</summary>
    public static string FeesSoFar(this RoundProgress round) => round.Fees switch
    {
        FeesStep.NoTerms => "Villkoren är inte inskrivna. Tills avgifterna är låsta säger breven att avgiften inte är fastställd.",
        FeesStep.NotFrozen => "De är inte låsta. En person föreslår dem och en annan godkänner; till dess säger breven att avgiften inte är fastställd.",
        FeesStep.Proposed => "Ett förslag väntar på att en annan person godkänner det. Till dess säger breven att avgiften inte är fastställd.",
        FeesStep.OnlyComputed => "De är beräknade och inte fastställda, och det säger breven.",
        _ => "De är låsta.",
    };

    /// <summary>"Förfrågan har inte gått härifrån.", "Förfrågan, släppt 20 juni av Kim: 287 av 290 lämnade till server, 3 studsar."</summary>
    public static string QuestionSoFar(this RoundProgress round) => round.Latest(DispatchKind.Question) is { } question
        ? $"Förfrågan: {Lower(question.HowFar(round.Today))}."
        : $"Förfrågan har inte gått härifrån.{(round.LacksAddresses ? $" {Municipalities(round.WithoutAddress)} saknar adress; läs in kontakterna först." : null)}";

    /// <summary>"246 kommuner har svarat, och 3 är på väg. 41 har inte svarat."</summary>
    public static string AnswersSoFar(this RoundProgress round)
    {
        var (adoption, onTheirWay, silent) = (round.State.Adoption, round.State.Adoption[Status.InPreparation].Municipalities, round.State.Adoption[Status.NoResponse].Municipalities);
        var answered = adoption.Municipalities - onTheirWay - silent;
        if (answered == adoption.Municipalities) return $"Alla {Municipalities(answered)} har svarat.";
        return $"{(answered == 0 ? "Ingen kommun" : Municipalities(answered))} har svarat{(onTheirWay > 0 ? $", och {Number(onTheirWay)} är på väg" : null)}.{(silent > 0 ? $" {Number(silent)} har inte svarat." : null)}";
    }

    /// <summary>Whom there is to remind, or why there is nobody.</summary>
    public static string RemindersSoFar(this RoundProgress round)
    {
        var left = round.State.Adoption[Status.NoResponse].Municipalities + round.State.Adoption[Status.InPreparation].Municipalities;
        var sent = round.LatestReminder is { } reminder ? $" Den senaste: {Lower(reminder.HowFar(round.Today))}." : null;
        if (left == 0) return $"Alla har svarat, så ingen är att påminna.{sent}";
        if (!round.Recommendation.IsWaitedFor(round.Today)) return $"{round.Recommendation.NobodyIsReminded(round.Today)}{sent}";
        return $"{Municipalities(left)} saknar slutligt svar. {NextReminder(round)}{sent}";
    }

    /// <summary>Why nobody is reminded of a question that waits to leave.</summary>
    public const string QuestionHasNotLeft = "Förfrågan har inte lämnat oss än, så ingen är att påminna.";

    /// <summary>The reminder that is due, else the next one, else why there is none.</summary>
    private static string NextReminder(RoundProgress round) => round.Reminders switch
    {
        { QuestionWaits: true } => QuestionHasNotLeft,
        { Now: { } now } => $"{Municipalities(now.Silent + now.OnlyProposal)} är att påminna nu.",
        { Recommendation.ResponseDeadline: null } => "Ingen sista svarsdag är känd, så inga dagar går att planera.",
        { Ladder: null } => "Vilka dagar de påminns är inte bestämt.",
        { ToCome: [var next, ..] } => $"Nästa påminnelse är {next.Planned.On.Long()}.",
        _ => "Ingen fler påminnelse är planerad.",
    };

    /// <summary>Why nobody is reminded of a recommendation any longer.</summary>
    internal static string NobodyIsReminded(this Recommendation asked, DateOnly today) => asked.GoesAheadOn(today) switch
    {
        true => "Rekommendationen går vidare och svarstiden är slut, så ingen påminns.",
        false => "Rekommendationen går inte vidare, så ingen påminns.",
        _ => "Rekommendationens sista år är slut, så ingen påminns.",
    };

    /// <summary>What is decided of its going ahead, else when that is to be noted.</summary>
    public static string GoAheadSoFar(this RoundProgress round) => round.Recommendation.GoAheadDecisions.MaxBy(d => d.Number) switch
    {
        { GoesAhead: true } decided => $"Tillräckligt många är med: den går vidare, beslutat {decided.On.Long()}. Ändras det skrivs ett nytt beslut in.",
        { } decided => $"Den går inte vidare, beslutat {decided.On.Long()}. Ändras det skrivs ett nytt beslut in.",
        null when round.State.HasReachedThreshold => "Gränsen är nådd. Skriv in att tillräckligt många är med, med dag och skäl.",
        null when round.Recommendation.ResponseDeadline >= round.Today => $"Inget är inskrivet. Svarstiden går till och med {round.Recommendation.ResponseDeadline.Value.Long()}.",
        _ => "Inget är inskrivet. Skriv in om tillräckligt många är med, med dag och skäl.",
    };

    /// <summary>How far the report back has come, and what comes before it.</summary>
    public static string ReportSoFar(this RoundProgress round)
    {
        if (round.SentReport is { } sent) return $"Nummer {round.Report}: {Lower(sent.HowFar(round.Today))}.";
        var waits = round.QuestionWaits ? " Förfrågan har inte lämnat oss än, så det finns ingen att skicka den till." : null;
        if (round.Report is { } made) return $"Nummer {made} är gjord. {waits?.TrimStart() ?? "Utskicket till dem som tillfrågades är inte förberett."}";
        return $"Ingen är gjord. {(round.Recommendation.GoAheadDecisions.Count == 0 ? "Skriv först in om den går vidare, annars står det inte där." : "Sammanställningen till dem som tillfrågades görs med ett klick.")}{waits}";
    }

    /// <summary>"Förbereds av Kim och väntar på att någon annan släpper det", "Släppt 20 juni av Kim, 287 av 290 lämnade till server".</summary>
    private static string HowFar(this DispatchLine line, DateOnly today) => line.Dispatch.State is DispatchState.Prepared
        ? $"{line.StateText(today)} och väntar på att någon annan släpper det"
        : $"{line.StateText(today)}, {line.Count.Sentence()}";
}
