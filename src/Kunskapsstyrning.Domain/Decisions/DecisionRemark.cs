using Kunskapsstyrning.Domain.Messages;

namespace Kunskapsstyrning.Domain.Decisions;

/// <summary>What somebody in the municipality said on its own page about a decision that is registered for it: that it is right, or what is to be corrected.</summary>
public sealed class DecisionRemark : Aggregate
{
    /// <summary>The most that are taken about one decision.</summary>
    public const int Most = 10;

    private DecisionRemark() { }

    private DecisionRemark(DecisionId decision, int number, MunicipalityCode municipality, RecommendationId recommendation, string? objection, Recorded said)
    {
        (DecisionId, Number, MunicipalityCode, RecommendationId, Objection) = (decision, number, municipality, recommendation, objection);
        (SaidBy, SaidAt) = (said.By, said.At);
        Record(objection is null ? new DecisionConfirmed(this) : new CorrectionRequested(this));
    }

    /// <summary>The decision.</summary>
    public DecisionId DecisionId { get; private set; }

    /// <summary>1 for the first about the decision.</summary>
    public int Number { get; private set; }

    /// <summary>Whose decision.</summary>
    public MunicipalityCode MunicipalityCode { get; private set; }

    /// <summary>What it answers.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>What is to be corrected, in their words; null when it was confirmed.</summary>
    public string? Objection { get; private set; }

    /// <summary>Who said it.</summary>
    public PersonId SaidBy { get; private set; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset SaidAt { get; private set; }

    /// <summary>When somebody at SKR had dealt with it, in UTC; null while nobody has.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Who dealt with it; null while nobody has.</summary>
    public PersonId? SettledBy { get; private set; }

    /// <summary>Says something about a decision as it is registered now. What was said last, said again while it waits, changes nothing: then there is no remark.</summary>
    /// <param name="decision">The decision, with its versions.</param>
    /// <param name="objection">What is to be corrected; null to confirm.</param>
    /// <param name="before">What has been said about it, in order.</param>
    /// <param name="said">Who says it, and when.</param>
    /// <param name="remark">The remark; null when nothing new was said.</param>
    public static Result Say(Decision decision, string? objection, IReadOnlyList<DecisionRemark> before, Recorded said, out DecisionRemark? remark)
    {
        remark = null;
        if (ReceiptRefusals.OfAnswer(objection) is { } refusal) return refusal;
        if (before is [.., var last] && last.SettledAt is null && last.SaidAt >= decision.Current.RecordedAt && last.Objection == objection?.Trim()) return Result.Done;
        if (before.Count >= Most) return ReceiptRefusals.AnsweredEnough;

        remark = new DecisionRemark(decision.Id, before.Count + 1, decision.MunicipalityCode, decision.RecommendationId, objection?.Trim(), said);
        return Result.Done;
    }

    /// <summary>What was asked for has been dealt with. Twice is once.</summary>
    public Result Settle(Recorded by)
    {
        if (Objection is null) return MessageRefusals.NotThere;
        if (SettledAt is not null) return Result.Done;

        (SettledAt, SettledBy) = (by.At, by.By);
        Record(new RequestSettled(this));
        return Result.Done;
    }
}

/// <summary>Something that happened to a remark: it stands in the decision's timeline. The words may hold anything and stay outside the history.</summary>
/// <param name="Remark">The remark.</param>
public abstract record RemarkEvent(DecisionRemark Remark) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Remark.DecisionId.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => Remark.MunicipalityCode;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => Remark.RecommendationId;

    /// <inheritdoc/>
    public object? After => new { Remark.Number };
}

/// <summary>The municipality says that what is registered is right.</summary>
public sealed record DecisionConfirmed(DecisionRemark Remark) : RemarkEvent(Remark);

/// <summary>The municipality asks for a correction of what is registered.</summary>
public sealed record CorrectionRequested(DecisionRemark Remark) : RemarkEvent(Remark);

/// <summary>Somebody at SKR had dealt with what a municipality asked to have corrected.</summary>
public sealed record RequestSettled(DecisionRemark Remark) : RemarkEvent(Remark);
