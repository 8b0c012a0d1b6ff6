namespace Kunskapsstyrning.Domain.Fees;

/// <summary>The sentences with which freezing of fees is refused.</summary>
public static class ProposalRefusals
{
    /// <summary>No such period.</summary>
    public static readonly Refusal NoPeriod = new("fees-no-period", "Rekommendationen har ingen period med de åren.");

    /// <summary>No such proposal.</summary>
    public static readonly Refusal NotThere = new("proposal-not-there", "Det finns inget sådant förslag.");

    /// <summary>Terms that give no fees.</summary>
    public static readonly Refusal NothingToFreeze = new("proposal-nothing-to-freeze", "Villkoren ger inga avgifter att låsa. Välj hur avgiften bestäms.", "slag");

    /// <summary>A falling price that is reckoned at nothing.</summary>
    public static readonly Refusal PriceNeedsTakeUp = new("proposal-price-needs-take-up", "Skriv vid vilken anslutning priset räknas: en låst avgift är densamma för alla som går med.", "vid");

    /// <summary>A list that holds alone, and no list.</summary>
    public static readonly Refusal ListMissing = new("proposal-list-missing", "Läs in den publicerade listan: villkoren säger att bara den gäller.", "slag");

    /// <summary>Terms from nowhere.</summary>
    public static readonly Refusal SourceMissing = new("proposal-source-missing", "Skriv var villkoren står. Källan visas för alla.", "kalla");

    /// <summary>A new version without its reason.</summary>
    public static readonly Refusal ReasonMissing = new("proposal-reason-missing", "Skriv varför avgifterna ändras. Skälet visas för alla, bredvid den nya versionen.", "skal");

    /// <summary>More than the cap without a reason.</summary>
    public static readonly Refusal AboveCap = new("proposal-above-cap", "Avgifterna blir tillsammans mer än taket. Ändra villkoren, eller skriv varför de ska låsas ändå. Skälet visas för alla.", "skal");

    /// <summary>A reason that nobody reads.</summary>
    public static readonly Refusal ReasonTooLong = new("proposal-reason-too-long", "Skriv skälet med högst 1\u00A0000 tecken.", "skal");

    /// <summary>Ended without a reason.</summary>
    public static readonly Refusal EndNeedsReason = new("proposal-end-needs-reason", "Skriv varför förslaget inte ska låsas.", "skal");

    /// <summary>Another proposal waits.</summary>
    public static readonly Refusal AnotherWaits = new("proposal-another-waits", "Det finns redan ett förslag som väntar för de här åren. Godkänn det eller ta tillbaka det först.");

    /// <summary>The same as what holds.</summary>
    public static readonly Refusal ChangesNothing = new("proposal-changes-nothing", "Det är samma villkor och samma avgifter som redan gäller. Det finns inget att låsa.");

    /// <summary>Something changed between looking and proposing.</summary>
    public static readonly Refusal ChangedMeanwhile = new("proposal-changed-meanwhile", "Avgifterna blir andra än de som stod på sidan, för att du eller någon annan har ändrat något. Nu står de som de blir: gå igenom dem och föreslå igen.");

    /// <summary>The same person twice.</summary>
    public static readonly Refusal SamePerson = new("proposal-same-person", "Du har själv lagt förslaget. En annan person behöver godkänna det.");

    /// <summary>Approved or ended already.</summary>
    public static readonly Refusal Settled = new("proposal-settled", "Förslaget väntar inte längre: någon har redan godkänt eller avslutat det.");

    /// <summary>Another version was frozen.</summary>
    public static readonly Refusal AnotherVersionFirst = new("proposal-another-version-first", "En annan version har låsts sedan förslaget lades. Avsluta förslaget och lägg ett nytt.");

    /// <summary>Another population for the same day.</summary>
    public static readonly Refusal PopulationChanged = new("proposal-population-changed", "Folkmängden för dagen har lästs in på nytt sedan förslaget lades. Avsluta förslaget och lägg ett nytt.");

    /// <summary>The recommendation says something else.</summary>
    public static readonly Refusal RecommendationChanged = new("proposal-recommendation-changed", "Rekommendationen har ändrats sedan förslaget lades. Avsluta förslaget och lägg ett nytt.");

    /// <summary>The fees come out in another way.</summary>
    public static readonly Refusal ResultChanged = new("proposal-result-changed", "Avgifterna blir inte längre desamma som i förslaget. Avsluta förslaget och lägg ett nytt.");
}

/// <summary>Somebody proposed that fees be frozen.</summary>
public sealed record FeesProposed(AllocationProposal Proposal, Kronor Sum) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Proposal.Id.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => Proposal.RecommendationId;

    /// <inheritdoc/>
    public string? Reason => Proposal.Reason;

    /// <inheritdoc/>
    public object? After => new { Proposal.Number, Proposal.Terms, Proposal.ListName, Sum = Sum.Amount, Proposal.ResultFingerprint };
}

/// <summary>A proposal was approved by another person, taken back, or turned down.</summary>
public sealed record ProposalEnded(AllocationProposal Proposal) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Proposal.Id.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => Proposal.RecommendationId;

    /// <inheritdoc/>
    public string? Reason => Proposal.EndedBecause;

    /// <inheritdoc/>
    public object? After => new { Proposal.State };
}

/// <summary>The fees of a period were frozen in a new version.</summary>
public sealed record FeesLocked(Allocation Allocation, Kronor? Was) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Allocation.Id.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => Allocation.RecommendationId;

    /// <inheritdoc/>
    public string? Reason => Allocation.Reason;

    /// <inheritdoc/>
    public object? Before => Was?.Amount;

    /// <inheritdoc/>
    public object? After => new { Allocation.Number, Allocation.Terms, Sum = Allocation.Rows.Select(r => r.Fee ?? Kronor.Zero).Sum().Amount, Allocation.ProposedBy, Allocation.ApprovedBy };
}
