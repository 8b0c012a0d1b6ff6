using Kunskapsstyrning.Domain.Decisions;

namespace Kunskapsstyrning.Domain.Rounds;

/// <summary>How many days before and after the last day to answer those are reminded who have not. Each version is added; the latest holds.</summary>
public sealed class ReminderLadder : Aggregate
{
    /// <summary>As many steps as there can be.</summary>
    public const int MostSteps = 8;

    /// <summary>How far from the last day a step may lie.</summary>
    public const int FarthestStep = 180;

    private ReminderLadder() { }

    private ReminderLadder(RecommendationId recommendation, int number, IEnumerable<int> steps, Recorded stated)
    {
        (RecommendationId, Number, StatedBy, StatedAt) = (recommendation, number, stated.By, stated.At);
        Steps = [.. steps];
        Record(new ReminderLadderStated(recommendation, Steps));
    }

    /// <summary>What is suggested where nothing is stated: two weeks and three days before, a week and a month after.</summary>
    public static IReadOnlyList<int> Suggested { get; } = [-14, -3, 7, 30];

    /// <summary>The recommendation.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>Its place among the recommendation's, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Days from the last day to answer, below zero before it, in order.</summary>
    public IReadOnlyList<int> Steps { get; private set; } = [];

    /// <summary>Who stated it.</summary>
    public PersonId StatedBy { get; private set; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset StatedAt { get; private set; }

    /// <summary>States when to remind; none at all is a rule too. The same again changes nothing.</summary>
    public static Result State(RecommendationId recommendation, IReadOnlyCollection<int> steps, ReminderLadder? latest, Recorded stated, out ReminderLadder? ladder)
    {
        ladder = null;
        var tidy = steps.Distinct().Order().ToList();
        if (tidy.Count > MostSteps) return ReminderRefusals.TooManySteps;
        if (tidy.Exists(s => s is < -FarthestStep or > FarthestStep)) return ReminderRefusals.StepTooFar;
        if (latest?.Steps.SequenceEqual(tidy) is true) return Result.Done;

        ladder = new ReminderLadder(recommendation, (latest?.Number ?? 0) + 1, tidy, stated);
        return Result.Done;
    }
}

/// <summary>A reminder that somebody puts off, for everyone whose last day it counts from. Each is added; the latest of a reminder holds.</summary>
public sealed class ReminderSnooze : Aggregate
{
    private ReminderSnooze() { }

    private ReminderSnooze(RecommendationId recommendation, DateOnly deadline, DateOnly planned, int number, DateOnly until, string why, Recorded snoozed)
    {
        (RecommendationId, Deadline, PlannedOn, Number, Until, Why, SnoozedBy, SnoozedAt) = (recommendation, deadline, planned, number, until, why, snoozed.By, snoozed.At);
        Record(new ReminderSnoozed(recommendation, deadline, planned, until, why));
    }

    /// <summary>The recommendation.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>The last day to answer that the reminder counts from; null for one from before that was told, which holds for every reminder planned that day.</summary>
    public DateOnly? Deadline { get; private set; }

    /// <summary>The day that the reminder was planned for by the rule.</summary>
    public DateOnly PlannedOn { get; private set; }

    /// <summary>Its place among those of the planned day, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The day that it waits for instead.</summary>
    public DateOnly Until { get; private set; }

    /// <summary>Why.</summary>
    public string Why { get; private set; } = "";

    /// <summary>Who put it off.</summary>
    public PersonId SnoozedBy { get; private set; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset SnoozedAt { get; private set; }

    /// <summary>True when it is this reminder that was put off.</summary>
    public bool IsOf(DateOnly deadline, DateOnly plannedOn) => PlannedOn == plannedOn && (Deadline is not { } own || own == deadline);

    /// <summary>Puts a reminder off to a later day, on which people work and somebody is there to read it.</summary>
    /// <param name="recommendation">The recommendation.</param>
    /// <param name="reminder">The reminder as the rule plans it.</param>
    /// <param name="until">The day that it is to wait for.</param>
    /// <param name="why">Why.</param>
    /// <param name="earlier">How many have been put off that were planned for the same day.</param>
    /// <param name="today">Today.</param>
    /// <param name="snoozed">Who puts it off, and when.</param>
    /// <param name="snooze">What is kept of it; null where it is refused.</param>
    public static Result PutOff(RecommendationId recommendation, PlannedReminder reminder, DateOnly until, string why, int earlier, DateOnly today, Recorded snoozed, out ReminderSnooze? snooze)
    {
        snooze = null;
        if (until <= today || until <= reminder.PlannedOn) return ReminderRefusals.MustBeLater;
        if (until > today.AddYears(1)) return ReminderRefusals.TooLate;
        if (string.IsNullOrWhiteSpace(why) || why.Length > ReminderRefusals.LongestReason) return ReminderRefusals.NeedsReason;

        snooze = new ReminderSnooze(recommendation, reminder.Deadline, reminder.PlannedOn, earlier + 1, Calendar.WorkingDay.ToAskOnOrAfter(until), why.Trim(), snoozed);
        return Result.Done;
    }
}

/// <summary>The sentences with which something about reminders is refused.</summary>
public static class ReminderRefusals
{
    /// <summary>The longest reason.</summary>
    public const int LongestReason = 500;

    /// <summary>Steps that cannot be read.</summary>
    public static readonly Refusal NoSteps = new("reminder-no-steps", "Skriv dagarna som hela tal med komma emellan, minus för dagar före. Till exempel: −14, −3, 7, 30.", "steg");

    /// <summary>Too many.</summary>
    public static readonly Refusal TooManySteps = new("reminder-too-many", "Det är för många påminnelser. Ange högst åtta.", "steg");

    /// <summary>Too far away.</summary>
    public static readonly Refusal StepTooFar = new("reminder-too-far", "En påminnelse ligger mer än 180 dagar från sista svarsdagen.", "steg");

    /// <summary>Not later.</summary>
    public static readonly Refusal MustBeLater = new("reminder-must-be-later", "Skjut upp till en dag framåt i tiden, efter den planerade.", "till");

    /// <summary>More than a year.</summary>
    public static readonly Refusal TooLate = new("reminder-too-late", "Dagen ligger mer än ett år bort. Kontrollera året.", "till");

    /// <summary>No reason.</summary>
    public static readonly Refusal NeedsReason = new("reminder-needs-reason", "Skriv varför påminnelsen skjuts upp, högst 500 tecken.", "skal");

    /// <summary>No such reminder.</summary>
    public static readonly Refusal NotThere = new("reminder-not-there", "Påminnelsen finns inte. Regeln kan ha ändrats. Läs in sidan på nytt.");
}

/// <summary>It was stated when to remind.</summary>
public sealed record ReminderLadderStated(RecommendationId RecommendationId, IReadOnlyList<int> Steps) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => RecommendationId.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? After => new { Steps };
}

/// <summary>A reminder was put off.</summary>
public sealed record ReminderSnoozed(RecommendationId RecommendationId, DateOnly Deadline, DateOnly PlannedOn, DateOnly Until, string Why) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => RecommendationId.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public string? Reason => Why;

    /// <inheritdoc/>
    public object? Before => new { Deadline, PlannedOn };

    /// <inheritdoc/>
    public object? After => new { Deadline, Until };
}
