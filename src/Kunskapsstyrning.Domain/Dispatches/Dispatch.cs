using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Reports;

namespace Kunskapsstyrning.Domain.Dispatches;

/// <summary>Identifies a dispatch.</summary>
public readonly record struct DispatchId(Guid Value);

/// <summary>The same words to many, each with its own values. One person prepares it; when another releases it, recipients and messages are fixed and queued at once.</summary>
public sealed partial class Dispatch : Aggregate
{
    private Dispatch() { }

    private Dispatch(DispatchId id, RecommendationId recommendation, DispatchMatter matter, DispatchContent content, Recorded prepared)
    {
        (Id, RecommendationId, Kind, State, Revision) = (id, recommendation, matter.Kind, DispatchState.Prepared, 1);
        (CorrectionNumber, SnapshotId, ReportId) = (matter.CorrectionNumber, matter.SnapshotId, matter.ReportId);
        Take(content, prepared);
        Record(new DispatchPrepared(id, recommendation, Kind, content));
    }

    /// <summary>Identity.</summary>
    public DispatchId Id { get; private set; }

    /// <summary>The recommendation it is about.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>What it is for.</summary>
    public DispatchKind Kind { get; private set; }

    /// <summary>The correction that it makes known; null for other kinds.</summary>
    public int? CorrectionNumber { get; private set; }

    /// <summary>The saved state that it reports; null for other kinds.</summary>
    public SnapshotId? SnapshotId { get; private set; }

    /// <summary>The report that it takes out; null for other kinds.</summary>
    public ReportId? ReportId { get; private set; }

    /// <summary>Who gets it.</summary>
    public DispatchRule Rule { get; private set; } = null!;

    /// <summary>The subject, with variables in braces.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>The words, with variables in braces.</summary>
    public string Body { get; private set; } = "";

    /// <summary>The version of the template that the words were begun from.</summary>
    public int TemplateVersion { get; private set; }

    /// <summary>How letter and annexes go with it.</summary>
    public AnnexWay Annexes { get; private set; }

    /// <summary>Who last changed it.</summary>
    public PersonId PreparedBy { get; private set; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset PreparedAt { get; private set; }

    /// <summary>Goes up each time it is changed.</summary>
    public int Revision { get; private set; }

    /// <summary>What it is about.</summary>
    public DispatchMatter Matter => new(Kind, CorrectionNumber, SnapshotId, ReportId);

    /// <summary>What it says and to whom.</summary>
    public DispatchContent Content => new(Rule, Subject, Body, TemplateVersion, Annexes);

    /// <summary>Begins a dispatch.</summary>
    public static Result Prepare(DispatchId id, RecommendationId recommendation, DispatchMatter matter, DispatchContent content, Recorded prepared, out Dispatch? dispatch)
    {
        dispatch = null;
        if (content.RefusalFor(matter.Kind) is { } refusal) return refusal;

        dispatch = new Dispatch(id, recommendation, matter, content, prepared);
        return Result.Done;
    }

    /// <summary>Says something else, or to others. Whoever changes it has prepared it, and does not release it.</summary>
    public Result Revise(DispatchContent content, int seen, Recorded by)
    {
        if (State is not DispatchState.Prepared) return DispatchRefusals.Settled;
        if (seen != Revision) return DispatchRefusals.ChangedMeanwhile;
        if (content.RefusalFor(Kind) is { } refusal) return refusal;
        if (content == Content) return Result.Done;

        var before = Content;
        Revision++;
        Take(content, by);
        Record(new DispatchRevised(Id, RecommendationId, before, content));
        return Result.Done;
    }

    /// <summary>One of those who have written it takes the words as they stand for its own, so that the others, who have had no say in them since, may release it.</summary>
    /// <param name="seen">The revision that was read.</param>
    /// <param name="shapers">Who has shaped what leaves.</param>
    /// <param name="by">Who takes them over.</param>
    public Result StartOver(int seen, DispatchShapers shapers, Recorded by)
    {
        if (State is not DispatchState.Prepared) return DispatchRefusals.Settled;
        if (seen != Revision) return DispatchRefusals.ChangedMeanwhile;
        if (!shapers.IsWrittenBySeveral) return DispatchRefusals.WrittenByOne;
        if (!shapers.Writers.Contains(by.By)) return DispatchRefusals.NotAWriter;

        Revision++;
        (PreparedBy, PreparedAt) = (by.By, by.At);
        Record(new DispatchRestarted(Id, RecommendationId, Revision));
        return Result.Done;
    }

    private void Take(DispatchContent content, Recorded by)
    {
        (Rule, Subject, Body, TemplateVersion, Annexes) = (content.Rule, content.Subject, content.Body, content.TemplateVersion, content.Annexes);
        (PreparedBy, PreparedAt) = (by.By, by.At);
    }
}
