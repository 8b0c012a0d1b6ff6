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
    public Result Log(DecisionId id, DecisionContent content, DecisionDetails details, IReadOnlyList<DocumentId> documents, Asked asked, DateOnly today, Recorded recorded)
    {
        if (_decisions.Exists(d => d.Id == id)) return Result.Done;
        if (DecisionRefusals.Of(content, asked, today) is { } refusal) return refusal;

        var decision = new Decision(id, MunicipalityCode, RecommendationId, content, details, recorded);
        foreach (var document in documents) decision.Attach(document);
        _decisions.Add(decision);
        Revision++;
        Record(new DecisionLogged(id, MunicipalityCode, RecommendationId, content, details));
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
    public Result Attach(DecisionId id, DocumentId document)
    {
        var decision = _decisions.Single(d => d.Id == id);
        if (decision.Retraction is not null) return DecisionRefusals.AlreadyRetracted;
        if (decision.Documents.Any(d => d.DocumentId == document)) return Result.Done;

        decision.Attach(document);
        Revision++;
        Record(new DocumentAttached(id, MunicipalityCode, RecommendationId, document));
        return Result.Done;
    }

    private static object Whole(DecisionContent content, DecisionDetails details) => new { Content = content, Details = details };
}

/// <summary>What of a recommendation a decision is tried against.</summary>
/// <param name="BoardDecidedOn">The day SKR's board decided; nothing can answer it earlier.</param>
/// <param name="PayingYears">The years that can be paid for, extensions included.</param>
public sealed record Asked(DateOnly BoardDecidedOn, YearSpan PayingYears);

/// <summary>The sentences with which a decision is refused.</summary>
public static class DecisionRefusals
{
    /// <summary>An arrival or meeting after today.</summary>
    public static readonly Refusal ArrivesInTheFuture = new("arrived-in-the-future", "Dagen då handlingen kom in ligger i framtiden. Ange i dag eller en tidigare dag.", "inkommet");

    /// <summary>A meeting after today.</summary>
    public static readonly Refusal InTheFuture = new("decided-in-the-future", "Sammanträdesdagen ligger i framtiden. Ange den dag då organet sammanträdde.", "sammantradesdag");

    /// <summary>A meeting before the board asked.</summary>
    public static readonly Refusal BeforeTheQuestionWasPut = new("before-the-question", "Sammanträdesdagen ligger före styrelsens beslut om rekommendationen. Kontrollera dagen och att rätt rekommendation är vald.", "sammantradesdag");

    /// <summary>An arrival before the board asked.</summary>
    public static readonly Refusal ArrivedBeforeTheQuestion = new("arrived-before-the-question", "Handlingen kan inte ha kommit in före styrelsens beslut om rekommendationen. Kontrollera dagen och att rätt rekommendation är vald.", "inkommet");

    /// <summary>A final decision without its day.</summary>
    public static readonly Refusal FinalNeedsItsDay = new("final-needs-its-day", "Ett slutligt beslut behöver sin sammanträdesdag. Står den inte i handlingen är det kanske ett förslag.", "sammantradesdag");

    /// <summary>A final decision that arrived before it was made.</summary>
    public static readonly Refusal ArrivedBeforeItWasMade = new("arrived-before-it-was-made", "Beslutet kan inte ha kommit in före sammanträdesdagen. Kontrollera de två dagarna.", "inkommet");

    /// <summary>A paying year that the recommendation does not cover.</summary>
    public static readonly Refusal YearOutside = new("year-outside", "Året ligger utanför de år som rekommendationen gäller. Ange ett av de åren eller lämna fältet tomt.", "forsta-avgiftsar");

    /// <summary>Somebody else changed the decision first.</summary>
    public static readonly Refusal ChangedMeanwhile = new("changed-meanwhile", "Någon annan har ändrat beslutet medan du skrev. Jämför de två versionerna nedan och spara igen.");

    /// <summary>A correction or retraction without its reason.</summary>
    public static readonly Refusal NeedsReason = new("needs-reason", "Skriv varför uppgiften ändras. Skälet syns i historiken.", "skal-till-andring");

    /// <summary>A reason that is longer than a reason.</summary>
    public static readonly Refusal ReasonTooLong = new("reason-too-long", "Skälet är för långt. Skriv det viktigaste, högst 2 000 tecken.", "skal-till-andring");

    /// <summary>A correction that changes nothing.</summary>
    public static readonly Refusal NothingChanged = new("nothing-changed", "Inget är ändrat. Rätta en uppgift eller gå tillbaka.");

    /// <summary>A decision that was taken back already.</summary>
    public static readonly Refusal AlreadyRetracted = new("already-retracted", "Beslutet är redan taget tillbaka.");

    /// <summary>What is wrong with a reason; null when nothing is.</summary>
    public static Refusal? OfReason(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) return NeedsReason;
        return reason.Length > 2000 ? ReasonTooLong : null;
    }

    /// <summary>The first rule that the content breaks; null when it breaks none.</summary>
    public static Refusal? Of(DecisionContent content, Asked asked, DateOnly today)
    {
        if (content.ArrivedOn > today) return ArrivesInTheFuture;
        if (content.DecidedOn > today) return InTheFuture;
        if (content.DecidedOn < asked.BoardDecidedOn) return BeforeTheQuestionWasPut;
        if (content.ArrivedOn < asked.BoardDecidedOn) return ArrivedBeforeTheQuestion;
        if (content is { Stage: Stage.Final, DecidedOn: null }) return FinalNeedsItsDay;
        if (content.Stage is Stage.Final && content.ArrivedOn < content.DecidedOn) return ArrivedBeforeItWasMade;
        if (content.FirstPayingYear is { } first && !asked.PayingYears.Contains(first)) return YearOutside;
        if (content.LeavesFrom is { } leaves && (leaves < asked.PayingYears.First || leaves > asked.PayingYears.Last + 1)) return YearOutside with { Field = "uttrader-fran" };
        return null;
    }
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

/// <summary>One more document was put with a registered decision.</summary>
public sealed record DocumentAttached(DecisionId Decision, MunicipalityCode MunicipalityCode, RecommendationId RecommendationId, DocumentId Document) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Decision.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => MunicipalityCode;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? After => new { Document = Document.Value };
}
