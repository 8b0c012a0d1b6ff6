using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Invoices;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;

namespace Kunskapsstyrning.Domain.Tests.Invoices;

/// <summary>Runs of invoices without a database: what was made before is kept here.</summary>
internal sealed class InvoiceCases
{
    public static readonly MunicipalityCode Ekerö = new("0125");
    public static readonly MunicipalityCode Stockholm = new("0180");

    private static readonly RecommendationId Asked = new(Guid.Parse("0198a010-0000-7000-8000-000000000001"));
    private static readonly PersonId Somebody = new(Guid.Parse("0198a000-0000-7000-8000-0000000000aa"));
    private static readonly DateTimeOffset Moment = new(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);

    private readonly List<Invoice> _made = [];

    public int Runs { get; private set; }

    public IReadOnlyList<Invoice> Made => _made;

    public InvoiceSettings? Settings { get; set; } = Stated(Terms());

    public static Seller Sender { get; } = new("Exempelförbundet", OrganisationNumber.Parse("802000-0009"), VatNumber.Parse("SE802000000901"), "Påhittade vägen 1", "123 45", "Exempelstad", HasFTax: true);

    public static InvoiceTerms Terms(Vat? vat = null) => new()
    {
        Seller = Sender, Bankgiro = Bankgiro.Parse("123-4566"), PaymentDays = 30, Vat = vat ?? new Vat(VatCategory.Standard, 25m, null), Series = "KS",
    };

    public static InvoiceSettings Stated(InvoiceTerms terms, InvoiceSettings? before = null)
    {
        InvoiceSettings.State(before, before?.Number ?? 0, terms, Somebody, Moment, out var stated);
        return stated!;
    }

    public static InvoiceRow Row(MunicipalityCode code, decimal? fee, string? number = "212000-0050", string? reference = "REF 1") => new(
        code, $"Kommun {code}", number is null ? null : OrganisationNumber.Parse(number), reference is null ? null : BuyerReference.Parse(reference), fee is { } amount ? new Kronor(amount) : null);

    public InvoiceProposal Propose(params InvoiceRow[] rows) => Propose(1, rows);

    public InvoiceProposal Propose(int version, params InvoiceRow[] rows) => Propose(version, [], rows);

    /// <summary>With some invoices credited and made again, by choice.</summary>
    public InvoiceProposal Propose(int version, HashSet<long> anew, params InvoiceRow[] rows) =>
        new(new InvoiceBasis(Asked, 2026, new AllocationId(Guid.Parse($"0198a011-0000-7000-8000-00000000000{version}")), version, rows), _made, Runs, Settings?.Number ?? 0, anew);

    public Result Make(InvoiceProposal proposal, string? reason = "Ändrat", string? seen = null)
    {
        var result = InvoiceRun.Make(new InvoiceRunId(Guid.NewGuid()), proposal, seen ?? proposal.Seen, Settings, reason, _made.Count + 1, Somebody, Moment, new DateOnly(2026, 1, 15), out var run);
        if (run is null) return result;

        _made.AddRange(run.Invoices);
        Runs++;
        return result;
    }

    /// <summary>What one has been invoiced, credits taken away.</summary>
    public Kronor NetOf(MunicipalityCode code) => _made.Where(i => i.MunicipalityCode == code).Select(i => i.Net).Sum();
}
