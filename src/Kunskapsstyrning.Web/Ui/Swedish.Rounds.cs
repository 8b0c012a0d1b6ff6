using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Rounds;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>The words of following municipalities: calls, notes, what to do, reminders.</summary>
public static partial class Swedish
{
    /// <summary>"Samtal".</summary>
    public static string Label(this NotedFrom from) => from is NotedFrom.Call ? "Samtal" : "Anteckning";

    /// <summary>"samtal": in the names of fields.</summary>
    public static string InAddress(this NotedFrom from) => from is NotedFrom.Call ? "samtal" : "anteckning";

    /// <summary>The way by its word; null when there is none.</summary>
    public static NotedFrom? NotedFromNamed(string? word) => Enum.GetValues<NotedFrom>().Cast<NotedFrom?>().FirstOrDefault(f => f!.Value.InAddress() == word);

    /// <summary>"Samtal med registrator".</summary>
    public static string Heading(this ContactNote note) => note.With is { } with ? $"{note.From.Label()} med {with}" : note.From.Label();

    /// <summary>"Kommunfullmäktige beslutar 24 juni 2019", "Att följa upp 3 juni 2019".</summary>
    public static string PlanHeading(this FollowUp plan) =>
        plan.DecidesOn is { } meeting ? $"{(plan.Body is { } body ? CapitalLetter(body) : "Kommunen")} beslutar {meeting.Long()}" : $"Att följa upp {plan.Day.Long()}";

    /// <summary>What an event of the history is called among what happened with a municipality.</summary>
    public static string HistoryHeading(string kind) => kind switch
    {
        nameof(DeadlineExtended) => "Längre svarstid",
        nameof(MunicipalityAssigned) => "Ansvarig hos SKR ändrad",
        nameof(ContactAdded) => "Kontakt inskriven",
        nameof(ContactChanged) => "Kontakt ändrad",
        nameof(ContactVerified) => "Kontakt kontrollerad",
        nameof(ContactRemoved) => "Kontakt borttagen",
        _ => "Händelse",
    };

    /// <summary>What there is to do: "Fråga vad de beslutade".</summary>
    public static string Label(this ToDoKind kind) => kind switch
    {
        ToDoKind.ForecastPassed => "Fråga vad de beslutade",
        ToDoKind.FollowUpDue => "Följ upp",
        ToDoKind.NotReached => "Rätta adressen",
        ToDoKind.DeadlineNear => "Ring eller skriv",
        _ => "Fråga efter slutligt beslut",
    };

    /// <summary>Why: "Skulle besluta 24 juni. Inget svar har kommit."</summary>
    public static string Why(this ToDo toDo, DateOnly today) => toDo.Kind switch
    {
        ToDoKind.ForecastPassed => $"Skulle besluta {ShortDay(toDo.Day, today)}. Inget svar har kommit.",
        ToDoKind.FollowUpDue => toDo.Day == today ? "Skulle följas upp i dag." : $"Skulle följas upp {ShortDay(toDo.Day, today)}.",
        ToDoKind.NotReached => $"Ett meddelande kom inte fram {ShortDay(toDo.Day, today)}.",
        ToDoKind.DeadlineNear when toDo.Day < today => $"Sista svarsdag var {ShortDay(toDo.Day, today)}. Inget svar har kommit.",
        ToDoKind.DeadlineNear => $"Sista svarsdag är {ShortDay(toDo.Day, today)}. Inget svar har kommit.",
        _ => $"Förslaget kom {ShortDay(toDo.Day, today)}. Inget slutligt beslut har kommit.",
    };

    /// <summary>"Beslutar 2019-06-24", "Följs upp 2019-06-03", "Svarar senast 2019-06-15"; null when nothing is ahead.</summary>
    public static string? ComesNext(this Situation now, DateOnly today) => now switch
    {
        { DecidesOn: { } meeting } => $"{(meeting < today ? "Skulle besluta" : "Beslutar")} {meeting.Iso()}",
        { FollowUpOn: { } day } => $"Följs upp {day.Iso()}",
        _ => now.NextDay(today) is { } last ? $"Svarar senast {last.Iso()}" : null,
    };

    /// <summary>"14 dagar före", "på sista svarsdagen", "1 dag efter".</summary>
    public static string StepInWords(int step) => step switch
    {
        0 => "på sista svarsdagen",
        < 0 => $"{Count(-step, "dag", "dagar")} före",
        _ => $"{Count(step, "dag", "dagar")} efter",
    };

    /// <summary>"−14, −3, 7": as steps are typed.</summary>
    public static string StepsTyped(IEnumerable<int> steps) => string.Join(", ", steps.Select(s => s < 0 ? $"−{-s}" : s.ToString(Culture)));
}
