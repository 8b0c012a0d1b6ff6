using Kunskapsstyrning.Domain.Fees;

namespace Kunskapsstyrning.Domain.Invoices;

/// <summary>Identifies an invoice run.</summary>
public readonly record struct InvoiceRunId(Guid Value);

/// <summary>What sort of document.</summary>
public enum InvoiceKind
{
    /// <summary>Faktura: something is to be paid.</summary>
    Invoice = 1,
    /// <summary>Kreditfaktura: an earlier invoice, or a part of it, is taken back.</summary>
    Credit,
}

/// <summary>
/// Invoices made at one time for a recommendation and a year, frozen as they were made. A later run holds only what is
/// different since.
/// </summary>
public sealed class InvoiceRun : Aggregate
{
    private readonly List<Invoice> _invoices = [];

    private InvoiceRun() { }

    private InvoiceRun(InvoiceRunId id, InvoiceProposal proposal, InvoiceSettings settings, string? reason, PersonId by, DateTimeOffset at, DateOnly today)
    {
        (Id, RecommendationId, Year, Number) = (id, proposal.Basis.Recommendation, proposal.Basis.Year, proposal.Runs + 1);
        (Due, Waiting, SettingsNumber, Reason) = (proposal.Basis.Sum, proposal.Waiting, settings.Number, reason);
        (MadeBy, MadeAt, IssuedOn, DueOn) = (by, at, today, today.AddDays(settings.Terms.PaymentDays));
    }

    /// <summary>Identity.</summary>
    public InvoiceRunId Id { get; private set; }

    /// <summary>The recommendation.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>The year that is paid for.</summary>
    public int Year { get; private set; }

    /// <summary>1 for the first of the recommendation and year, then upwards.</summary>
    public int Number { get; private set; }

    /// <summary>The frozen fees of those who paid when it was made.</summary>
    public Kronor Due { get; private set; }

    /// <summary>What of it could not be invoiced, because something was missing.</summary>
    public Kronor Waiting { get; private set; }

    /// <summary>The settings that its new invoices were made with.</summary>
    public int SettingsNumber { get; private set; }

    /// <summary>Why; null for a first run of which nothing was said.</summary>
    public string? Reason { get; private set; }

    /// <summary>Who made it.</summary>
    public PersonId MadeBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>The day on the invoices.</summary>
    public DateOnly IssuedOn { get; private set; }

    /// <summary>The last day of payment.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>The invoices and credits, by number.</summary>
    public IReadOnlyList<Invoice> Invoices => _invoices;

    /// <summary>What it comes to, credits taken away.</summary>
    public Kronor Net => _invoices.Select(i => i.Net).Sum();

    /// <summary>Makes what was proposed, as it was seen.</summary>
    /// <param name="seen">What the one who makes it looked at.</param>
    /// <param name="serial">The number of the first invoice.</param>
    public static Result Make(InvoiceRunId id, InvoiceProposal proposal, string seen, InvoiceSettings? settings, string? reason, long serial, PersonId by, DateTimeOffset at, DateOnly today, out InvoiceRun? run)
    {
        run = null;
        if (settings is null) return InvoiceRefusals.NoSettings;
        if (settings.Terms.Vat is null) return InvoiceRefusals.VatNotChosen;
        if (proposal.Seen != seen) return InvoiceRefusals.ChangedMeanwhile;
        if (proposal.Changes.Count == 0) return InvoiceRefusals.NothingToInvoice;
        if (proposal.Runs > 0 && reason is null) return InvoiceRefusals.NeedsReason;

        if (!proposal.Agrees) throw new InvalidOperationException("What is invoiced, proposed and waiting does not come to what is due.");

        var made = new InvoiceRun(id, proposal, settings, reason, by, at, today);
        made._invoices.AddRange(proposal.Changes.Select((change, place) => new Invoice(made, serial + place, change, proposal.Basis, settings)));
        made.Record(new InvoiceRunCompleted(made));
        run = made;
        return Result.Done;
    }
}

/// <summary>An invoice or a credit to one municipality, as it was made. Never changed: what was wrong is credited.</summary>
public sealed class Invoice
{
    private Invoice() { }

    internal Invoice(InvoiceRun run, long serial, InvoiceChange change, InvoiceBasis basis, InvoiceSettings settings)
    {
        var invoicedBefore = change.Kind is InvoiceKind.Credit ? change.RefersTo : null;
        (RunId, Serial, IssuedOn) = (run.Id, serial, run.IssuedOn);
        Number = $"{settings.Terms.Series}{serial:D6}";
        (Kind, MunicipalityCode, Name, OrganisationNumber, BuyerReference) = (change.Kind, change.Municipality, change.Name, change.OrganisationNumber, change.BuyerReference);
        (Amount, Cause, RefersTo) = (change.Amount, change.Cause, change.RefersTo?.Serial);
        (AllocationId, AllocationVersion, SettingsNumber) = (basis.Allocation, basis.Version, invoicedBefore?.SettingsNumber ?? settings.Number);
    }

    /// <summary>The run that it was made in.</summary>
    public InvoiceRunId RunId { get; private set; }

    /// <summary>Its place among all invoices there are, without a gap.</summary>
    public long Serial { get; private set; }

    /// <summary>The invoice number, "KS000123".</summary>
    public string Number { get; private set; } = "";

    /// <summary>The day on it.</summary>
    public DateOnly IssuedOn { get; private set; }

    /// <summary>Invoice or credit.</summary>
    public InvoiceKind Kind { get; private set; }

    /// <summary>To whom.</summary>
    public MunicipalityCode MunicipalityCode { get; private set; }

    /// <summary>What it was called.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Its organisation number.</summary>
    public OrganisationNumber OrganisationNumber { get; private set; }

    /// <summary>Its buyer reference.</summary>
    public BuyerReference BuyerReference { get; private set; } = null!;

    /// <summary>Kronor before VAT, above zero.</summary>
    public Kronor Amount { get; private set; }

    /// <summary>Why.</summary>
    public InvoiceCause Cause { get; private set; }

    /// <summary>The earlier invoice that it changes; null when there is none.</summary>
    public long? RefersTo { get; private set; }

    /// <summary>The frozen allocation that it rests on.</summary>
    public AllocationId AllocationId { get; private set; }

    /// <summary>Its number.</summary>
    public int AllocationVersion { get; private set; }

    /// <summary>The settings that it was made with; a credit has those of what it credits, so that VAT is taken back as it was added.</summary>
    public int SettingsNumber { get; private set; }

    /// <summary>What it does to the sum: a credit takes away.</summary>
    public Kronor Net => Kind is InvoiceKind.Credit ? Kronor.Zero - Amount : Amount;
}

/// <summary>An invoice run was made.</summary>
public sealed record InvoiceRunCompleted(InvoiceRun Run) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Run.Id.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => Run.RecommendationId;

    /// <inheritdoc/>
    public string? Reason => Run.Reason;

    /// <inheritdoc/>
    public object? After => new
    {
        Run.Year, Run.Number, Invoices = Run.Invoices.Count(i => i.Kind is InvoiceKind.Invoice), Credits = Run.Invoices.Count(i => i.Kind is InvoiceKind.Credit),
        First = Run.Invoices[0].Number, Last = Run.Invoices[^1].Number, Net = Run.Net.Amount, Due = Run.Due.Amount,
    };
}
