namespace Kunskapsstyrning.Domain.Decisions;

/// <summary>A municipality's answer to one recommendation: all its decisions together.</summary>
public sealed class Response : Aggregate
{
    private readonly List<Decision> _decisions = [];

    private Response() { }

    /// <summary>An answer that has no decision yet.</summary>
    public Response(MunicipalityCode municipality, RecommendationId recommendation) =>
        (MunicipalityCode, RecommendationId) = (municipality, recommendation);

    /// <summary>Whose answer.</summary>
    public MunicipalityCode MunicipalityCode { get; private set; }

    /// <summary>What is answered.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>Goes up by one each time anything in the answer changes, so that two writers at once collide in the database.</summary>
    public int Revision { get; private set; }

    /// <summary>Every decision, also those taken back, in the order they were registered.</summary>
    public IReadOnlyList<Decision> Decisions => _decisions;

    /// <summary>
    /// Registers what arrived. A late answer is accepted, always. The same id twice is the same registration sent twice
    /// and changes nothing.
    /// </summary>
    public Result Log(DecisionId id, DecisionContent content, DecisionDetails details, IReadOnlyList<DocumentId> documents, Asked asked, DateOnly today, Recorded recorded, MovedFrom? moved = null)
    {
        if (_decisions.Exists(d => d.Id == id)) return Result.Done;
        if (DecisionRefusals.Of(content, asked, today) is { } refusal) return refusal;

        var decision = new Decision(id, MunicipalityCode, RecommendationId, content, details, recorded, moved);
        foreach (var document in documents) decision.Attach(document, moved is not null && moved.CameWith.TryGetValue(document, out var item) ? item : null);
        _decisions.Add(decision);
        Revision++;
        Record(new DecisionLogged(id, MunicipalityCode, RecommendationId, content, details));
        if (moved is not null) Record(new DecisionMoved(id, MunicipalityCode, RecommendationId, moved.Decision, moved.Reason));
        return Result.Done;
    }

    /// <summary>Mends a mistake in registering. Holds from the start; what stood before stays in the timeline.</summary>
    /// <param name="seen">The number of the version that the person corrected from.</param>
    public Result Correct(DecisionId id, int seen, DecisionContent content, DecisionDetails details, string reason, Asked asked, DateOnly today, Recorded recorded)
    {
        var decision = _decisions.Single(d => d.Id == id);
        if (decision.Retraction is not null) return DecisionRefusals.AlreadyRetracted;
        if (decision.Current.Number != seen) return DecisionRefusals.ChangedMeanwhile;
        if (DecisionRefusals.OfReason(reason) is { } unreasoned) return unreasoned;
        if (DecisionRefusals.Of(content, asked, today) is { } refusal) return refusal;

        var before = decision.Current;
        if (before.Content == content && before.Details == details) return DecisionRefusals.NothingChanged;

        decision.Correct(content, details, reason.Trim(), recorded);
        Revision++;
        Record(new DecisionCorrected(id, MunicipalityCode, RecommendationId, reason.Trim(), Whole(before.Content, before.Details), Whole(content, details)));
        return Result.Done;
    }

    /// <summary>Takes back what should never have been registered. It stays in the timeline and counts no more, from the start.</summary>
    /// <param name="seen">The number of the version that the person looked at.</param>
    public Result Retract(DecisionId id, int seen, string reason, Recorded recorded)
    {
        var decision = _decisions.Single(d => d.Id == id);
        if (decision.Retraction is not null) return DecisionRefusals.AlreadyRetracted;
        if (decision.Current.Number != seen) return DecisionRefusals.ChangedMeanwhile;
        if (DecisionRefusals.OfReason(reason) is { } unreasoned) return unreasoned;

        decision.Retract(reason.Trim(), recorded);
        Revision++;
        Record(new DecisionRetracted(id, MunicipalityCode, RecommendationId, reason.Trim(), Whole(decision.Current.Content, decision.Current.Details)));
        return Result.Done;
    }

    /// <summary>Puts one more document with a decision. One that is there already changes nothing.</summary>
    /// <param name="putWith">What arrived and brought it; null when it was put there by hand.</param>
    public Result Attach(DecisionId id, DocumentId document, ArrivedItemId? putWith = null)
    {
        var decision = _decisions.Single(d => d.Id == id);
        if (decision.Retraction is not null) return DecisionRefusals.AlreadyRetracted;
        if (decision.Documents.Any(d => d.DocumentId == document && d.Loosening is null)) return Result.Done;

        decision.Attach(document, putWith);
        Revision++;
        Record(new DocumentAttached(id, MunicipalityCode, RecommendationId, document));
        return Result.Done;
    }

    /// <summary>Loosens a document that was put with a decision by mistake. That it was there is kept.</summary>
    public Result Loosen(DecisionId id, DocumentId document, string reason, Recorded recorded)
    {
        var decision = _decisions.Single(d => d.Id == id);
        if (decision.Retraction is not null) return DecisionRefusals.AlreadyRetracted;
        if (decision.Documents.FirstOrDefault(d => d.DocumentId == document && d.Loosening is null) is not { } link) return DecisionRefusals.NoSuchDocument;
        if (DecisionRefusals.OfReason(reason) is { } unreasoned) return unreasoned;

        link.Loosen(reason.Trim(), recorded);
        Revision++;
        Record(new DocumentLoosened(id, MunicipalityCode, RecommendationId, document, reason.Trim()));
        return Result.Done;
    }

    private static object Whole(DecisionContent content, DecisionDetails details) => new { Content = content, Details = details };
}

/// <summary>A decision was registered.</summary>
public sealed record DecisionLogged(DecisionId Decision, MunicipalityCode MunicipalityCode, RecommendationId RecommendationId, DecisionContent Content, DecisionDetails Details) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Decision.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => MunicipalityCode;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? After => new { Content, Details };
}

/// <summary>A mistake in a registered decision was mended.</summary>
public sealed record DecisionCorrected(DecisionId Decision, MunicipalityCode MunicipalityCode, RecommendationId RecommendationId, string Reason, object Before, object After) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Decision.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => MunicipalityCode;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;
}

/// <summary>A registered decision was taken back.</summary>
public sealed record DecisionRetracted(DecisionId Decision, MunicipalityCode MunicipalityCode, RecommendationId RecommendationId, string Reason, object Before) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Decision.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => MunicipalityCode;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;
}

/// <summary>A decision that stood where it did not belong was registered where it does.</summary>
public sealed record DecisionMoved(DecisionId Decision, MunicipalityCode MunicipalityCode, RecommendationId RecommendationId, DecisionId From, string Reason) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Decision.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => MunicipalityCode;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? Before => new { Decision = From.Value };
}
