using Kunskapsstyrning.Domain.Decisions;

namespace Kunskapsstyrning.Domain.Messages;

/// <summary>Identifies a follow-up.</summary>
public readonly record struct FollowUpId(Guid Value);

/// <summary>A day on which to look again at a municipality that has something left to do. A final answer that arrives ends it by itself.</summary>
public sealed class FollowUp : Aggregate
{
    /// <summary>How long one usually waits: a board that got a committee's proposal meets within the month or the next.</summary>
    public const int UsualDays = 45;

    private FollowUp() { }

    private FollowUp(FollowUpId id, DecisionId decision, MunicipalityCode municipality, RecommendationId recommendation, DateOnly day, string why, Recorded planned)
    {
        (Id, DecisionId, MunicipalityCode, RecommendationId, Day, Why) = (id, decision, municipality, recommendation, day, why);
        (PlannedBy, PlannedAt) = (planned.By, planned.At);
        Record(new FollowUpPlanned(id, municipality, recommendation, day, why));
    }

    /// <summary>Identity.</summary>
    public FollowUpId Id { get; private set; }

    /// <summary>The proposal whose final decision is waited for.</summary>
    public DecisionId DecisionId { get; private set; }

    /// <summary>Who is waited for.</summary>
    public MunicipalityCode MunicipalityCode { get; private set; }

    /// <summary>What it is about.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>The day to look again.</summary>
    public DateOnly Day { get; private set; }

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
        if (day <= today) return FollowUpRefusals.DayHasPassed;
        if (day > today.AddYears(2)) return FollowUpRefusals.DayTooFarAway;

        followUp = new FollowUp(id, decision, municipality, recommendation, day, why, planned);
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

    /// <summary>No such follow-up.</summary>
    public static readonly Refusal NotThere = new("follow-up-not-there", "Uppföljningen finns inte.");
}

/// <summary>It was decided to look again on a day.</summary>
public sealed record FollowUpPlanned(FollowUpId FollowUp, MunicipalityCode MunicipalityCode, RecommendationId RecommendationId, DateOnly Day, string Why) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => FollowUp.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => MunicipalityCode;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? After => new { Day, Why };
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
