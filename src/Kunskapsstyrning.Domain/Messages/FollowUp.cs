using Kunskapsstyrning.Domain.Calendar;
using Kunskapsstyrning.Domain.Decisions;

namespace Kunskapsstyrning.Domain.Messages;

/// <summary>Identifies a follow-up.</summary>
public readonly record struct FollowUpId(Guid Value);

/// <summary>
/// A day on which to look again at a municipality that has something left to do: after a proposal, because somebody planned to, or because
/// its body decides on a day that it has told. A final answer that arrives ends it by itself. What a person wrote is never in the history.
/// </summary>
public sealed class FollowUp : Aggregate
{
    /// <summary>How long one usually waits: a board that got a committee's proposal meets within the month or the next.</summary>
    public const int UsualDays = 45;

    private FollowUp() { }

    private FollowUp(FollowUpId id, MunicipalityCode municipality, RecommendationId recommendation, DateOnly day, string why, Recorded planned)
    {
        (Id, MunicipalityCode, RecommendationId, Day, Why) = (id, municipality, recommendation, day, why);
        (PlannedBy, PlannedAt) = (planned.By, planned.At);
    }

    /// <summary>Identity.</summary>
    public FollowUpId Id { get; private set; }

    /// <summary>The proposal whose final decision is waited for; null when it is no proposal that is waited on.</summary>
    public DecisionId? DecisionId { get; private set; }

    /// <summary>Who is waited for.</summary>
    public MunicipalityCode MunicipalityCode { get; private set; }

    /// <summary>What it is about.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>The day to look again.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>The day that a body of the municipality decides, as it has told; null when no such day is waited for.</summary>
    public DateOnly? DecidesOn { get; private set; }

    /// <summary>Which body, as it was told; null when that is not known.</summary>
    public string? Body { get; private set; }

    /// <summary>Why.</summary>
    public string Why { get; private set; } = "";

    /// <summary>Who planned it.</summary>
    public PersonId PlannedBy { get; private set; }

    /// <summary>When it was planned, in UTC.</summary>
    public DateTimeOffset PlannedAt { get; private set; }

    /// <summary>When a person ended it, in UTC; null while nobody has.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>Who ended it; null while nobody has.</summary>
    public PersonId? DoneBy { get; private set; }

    /// <summary>Plans to look again, on a day that lies ahead.</summary>
    public static Result Plan(FollowUpId id, DecisionId decision, MunicipalityCode municipality, RecommendationId recommendation, DateOnly day, string why, DateOnly today, Recorded planned, out FollowUp? followUp)
    {
        followUp = null;
        if (FollowUpRefusals.Of(day, today) is { } refusal) return refusal;

        followUp = new FollowUp(id, municipality, recommendation, day, why, planned) { DecisionId = decision };
        followUp.Record(new FollowUpPlanned(id, municipality, recommendation, day, why));
        return Result.Done;
    }

    /// <summary>Plans to look again at a municipality, for a reason of one's own.</summary>
    public static Result Plan(FollowUpId id, MunicipalityCode municipality, RecommendationId recommendation, DateOnly day, string why, DateOnly today, Recorded planned, out FollowUp? followUp)
    {
        followUp = null;
        if (FollowUpRefusals.Of(day, today) is { } refusal) return refusal;

        followUp = new FollowUp(id, municipality, recommendation, day, why, planned);
        followUp.Record(new FollowUpPlanned(id, municipality, recommendation, day, null));
        return Result.Done;
    }

    /// <summary>Notes the day on which a body will decide, as the municipality has told, and asks about it the working day after.</summary>
    public static Result AwaitDecision(FollowUpId id, MunicipalityCode municipality, RecommendationId recommendation, DateOnly decidesOn, string? body, DateOnly today, Recorded planned, out FollowUp? followUp)
    {
        followUp = null;
        if (decidesOn < today) return FollowUpRefusals.MeetingHasBeen;
        if (decidesOn > today.AddYears(2)) return FollowUpRefusals.MeetingTooFarAway;
        if (body?.Length > FollowUpRefusals.LongestBody) return FollowUpRefusals.LongBody;

        followUp = new FollowUp(id, municipality, recommendation, WorkingDay.After(decidesOn), "", planned) { DecidesOn = decidesOn, Body = body };
        followUp.Record(new FollowUpPlanned(id, municipality, recommendation, followUp.Day, null) { DecidesOn = decidesOn });
        return Result.Done;
    }

    /// <summary>Ends it, because nothing is waited for any longer. Ended twice is ended once.</summary>
    public Result End(Recorded by)
    {
        if (DoneAt is not null) return Result.Done;

        (DoneAt, DoneBy) = (by.At, by.By);
        Record(new FollowUpEnded(Id, MunicipalityCode, RecommendationId));
        return Result.Done;
    }
}

/// <summary>The sentences with which a follow-up is refused.</summary>
public static class FollowUpRefusals
{
    /// <summary>No day that can be read.</summary>
    public static readonly Refusal NoDay = new("follow-up-no-day", SwedishDay.Unreadable, "folj-upp");

    /// <summary>A day that is not ahead.</summary>
    public static readonly Refusal DayHasPassed = new("follow-up-has-passed", "Uppföljningsdagen måste ligga framåt i tiden. Ange i morgon eller en senare dag.", "folj-upp");

    /// <summary>A day that nobody means.</summary>
    public static readonly Refusal DayTooFarAway = new("follow-up-too-far-away", "Uppföljningsdagen ligger mer än två år bort. Kontrollera året.", "folj-upp");

    /// <summary>A meeting that has been.</summary>
    public static readonly Refusal MeetingHasBeen = new("follow-up-meeting-has-been", "Dagen då de beslutar måste vara i dag eller senare. Har de redan beslutat, registrera svaret.", "beslutar");

    /// <summary>A meeting that nobody means.</summary>
    public static readonly Refusal MeetingTooFarAway = new("follow-up-meeting-too-far-away", "Dagen då de beslutar ligger mer än två år bort. Kontrollera året.", "beslutar");

    /// <summary>Too long a name of a body.</summary>
    public static readonly Refusal LongBody = new("follow-up-long-body", "Skriv vilket organ som beslutar, högst 100 tecken.", "organ");

    /// <summary>The longest name of a body.</summary>
    public const int LongestBody = 100;

    /// <summary>No such follow-up.</summary>
    public static readonly Refusal NotThere = new("follow-up-not-there", "Uppföljningen finns inte.");

    internal static Refusal? Of(DateOnly day, DateOnly today)
    {
        if (day <= today) return DayHasPassed;
        return day > today.AddYears(2) ? DayTooFarAway : null;
    }
}

/// <summary>It was decided to look again on a day.</summary>
/// <param name="Why">The program's own words; null where a person wrote why, or where a meeting says it.</param>
public sealed record FollowUpPlanned(FollowUpId FollowUp, MunicipalityCode MunicipalityCode, RecommendationId RecommendationId, DateOnly Day, string? Why) : IEvent
{
    /// <summary>The day that a body decides; null when no such day is waited for.</summary>
    public DateOnly? DecidesOn { get; init; }

    /// <inheritdoc/>
    public Guid Subject => FollowUp.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => MunicipalityCode;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? After => new { Day, DecidesOn, Why };
}

/// <summary>Nothing was waited for any longer.</summary>
public sealed record FollowUpEnded(FollowUpId FollowUp, MunicipalityCode MunicipalityCode, RecommendationId RecommendationId) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => FollowUp.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => MunicipalityCode;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;
}
