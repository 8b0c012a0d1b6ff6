namespace Kunskapsstyrning.Domain.Fees;

/// <summary>Identifies a proposal to freeze fees.</summary>
public readonly record struct AllocationProposalId(Guid Value);

/// <summary>How far a proposal to freeze fees has come.</summary>
public enum ProposalState
{
    /// <summary>Waits for another person.</summary>
    Waiting,
    /// <summary>Approved by another person: the fees are frozen.</summary>
    Approved,
    /// <summary>Taken back by the one who proposed.</summary>
    Withdrawn,
    /// <summary>Turned down by another person.</summary>
    TurnedDown,
}

/// <summary>What one person proposes that a period's fees are to be, until another approves it. What it holds never changes.</summary>
public sealed class AllocationProposal : Aggregate
{
    private readonly List<ProposedAmount> _published = [];

    private AllocationProposal() { }

    /// <summary>A proposal that waits.</summary>
    /// <param name="id">Identity.</param>
    /// <param name="period">The period.</param>
    /// <param name="number">The number of the version it becomes.</param>
    /// <param name="content">What is proposed.</param>
    /// <param name="by">Who proposes.</param>
    /// <param name="at">When, in UTC.</param>
    public AllocationProposal(AllocationProposalId id, FundingPeriod period, int number, ProposedFees content, PersonId by, DateTimeOffset at)
    {
        (Id, RecommendationId, PeriodId, Number) = (id, period.RecommendationId, period.Id, number);
        (Terms, PopulationSetId, ListName, Reason) = (content.Fees.Terms, content.Population, content.ListName, content.Reason);
        (ResultFingerprint, RecommendationFingerprint) = (FeeFingerprint.Of(content.Fees), content.RecommendationFingerprint);
        (ProposedBy, ProposedAt) = (by, at);
        _published.AddRange(content.Fees.Rows.Where(r => r.Published is not null).Select(r => new ProposedAmount(id, r.Municipality, r.Published!.Value)));
        Record(new FeesProposed(this, content.Fees.Sum));
    }

    /// <summary>Identity.</summary>
    public AllocationProposalId Id { get; private set; }

    /// <summary>The recommendation.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>The period.</summary>
    public FundingPeriodId PeriodId { get; private set; }

    /// <summary>The number of the version it becomes.</summary>
    public int Number { get; private set; }

    /// <summary>The terms.</summary>
    public FeeTerms Terms { get; private set; } = null!;

    /// <summary>The population that was counted with; null where the fees do not depend on it.</summary>
    public PopulationSetId? PopulationSetId { get; private set; }

    /// <summary>The name of the list whose amounts hold; null where there is none.</summary>
    public string? ListName { get; private set; }

    /// <summary>SHA-256 of the fees as they came out.</summary>
    public string ResultFingerprint { get; private set; } = "";

    /// <summary>SHA-256 of what the recommendation said.</summary>
    public string RecommendationFingerprint { get; private set; } = "";

    /// <summary>Why there is a new version, or why it comes to more than the cap; null for a first within it.</summary>
    public string? Reason { get; private set; }

    /// <summary>Who proposed.</summary>
    public PersonId ProposedBy { get; private set; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset ProposedAt { get; private set; }

    /// <summary>How far it has come.</summary>
    public ProposalState State { get; private set; }

    /// <summary>Who approved it or ended it; null while it waits.</summary>
    public PersonId? SettledBy { get; private set; }

    /// <summary>When, in UTC; null while it waits.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Why it was ended; null while it waits and when it was approved.</summary>
    public string? EndedBecause { get; private set; }

    /// <summary>The amounts of the list; none where there is no list.</summary>
    public IReadOnlyList<ProposedAmount> Published => _published;

    /// <summary>The amounts of the list, by municipality; null where there is no list.</summary>
    public IReadOnlyDictionary<MunicipalityCode, Kronor>? PublishedFees() => _published.Count == 0 ? null : _published.ToDictionary(a => a.MunicipalityCode, a => a.Amount);

    /// <summary>Another person approves exactly what was proposed.</summary>
    /// <param name="now">How everything stands at the moment of approval.</param>
    /// <param name="by">Who approves.</param>
    /// <param name="at">When, in UTC.</param>
    public Result Approve(ProposedFees now, int next, PersonId by, DateTimeOffset at)
    {
        if (State is not ProposalState.Waiting) return ProposalRefusals.Settled;
        if (by == ProposedBy) return ProposalRefusals.SamePerson;
        if (Number != next) return ProposalRefusals.AnotherVersionFirst;
        if (PopulationSetId != now.Population) return ProposalRefusals.PopulationChanged;
        if (RecommendationFingerprint != now.RecommendationFingerprint) return ProposalRefusals.RecommendationChanged;
        if (ResultFingerprint != FeeFingerprint.Of(now.Fees)) return ProposalRefusals.ResultChanged;

        (State, SettledBy, SettledAt) = (ProposalState.Approved, by, at);
        Record(new ProposalEnded(this));
        return Result.Done;
    }

    /// <summary>The one who proposed takes it back, or another turns it down.</summary>
    public Result End(string because, PersonId by, DateTimeOffset at)
    {
        if (State is not ProposalState.Waiting) return ProposalRefusals.Settled;
        if (string.IsNullOrWhiteSpace(because)) return ProposalRefusals.EndNeedsReason;

        (State, SettledBy, SettledAt, EndedBecause) = (by == ProposedBy ? ProposalState.Withdrawn : ProposalState.TurnedDown, by, at, because.Trim());
        Record(new ProposalEnded(this));
        return Result.Done;
    }
}

/// <summary>What is proposed, or what would be proposed now.</summary>
/// <param name="Fees">The fees as they come out.</param>
/// <param name="Population">The population they come out of; null where they do not depend on it.</param>
/// <param name="RecommendationFingerprint">SHA-256 of what the recommendation says.</param>
/// <param name="Reason">Why there is a new version, or why it comes to more than the cap; null for a first within it.</param>
/// <param name="ListName">The name of the list whose amounts hold; null where there is none.</param>
public sealed record ProposedFees(FeeList Fees, PopulationSetId? Population, string RecommendationFingerprint, string? Reason = null, string? ListName = null);

/// <summary>An amount of the list that is proposed to hold.</summary>
public sealed class ProposedAmount
{
    private ProposedAmount() { }

    internal ProposedAmount(AllocationProposalId proposal, MunicipalityCode municipality, Kronor amount) => (ProposalId, MunicipalityCode, Amount) = (proposal, municipality, amount);

    /// <summary>The proposal.</summary>
    public AllocationProposalId ProposalId { get; private set; }

    /// <summary>Whose fee.</summary>
    public MunicipalityCode MunicipalityCode { get; private set; }

    /// <summary>Kronor a year.</summary>
    public Kronor Amount { get; private set; }
}
