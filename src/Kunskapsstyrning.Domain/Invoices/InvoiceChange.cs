namespace Kunskapsstyrning.Domain.Invoices;

/// <summary>Why there is an invoice or a credit.</summary>
public enum InvoiceCause
{
    /// <summary>It pays in the year.</summary>
    Pays = 1,
    /// <summary>It pays in the year, which was not so, or could not be invoiced, when others were.</summary>
    Joined,
    /// <summary>It does not pay in the year after all: it has left, or its decision was corrected.</summary>
    PaysNoMore,
    /// <summary>The fee is another, by a later allocation version.</summary>
    FeeChanged,
    /// <summary>The organisation number was another, or the buyer reference was and somebody chose to make the invoice again.</summary>
    DetailsCorrected,
}

/// <summary>An invoice or a credit that is not made yet.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Municipality">To whom.</param>
/// <param name="Name">Its name.</param>
/// <param name="OrganisationNumber">Its organisation number; a credit has that of what it credits.</param>
/// <param name="BuyerReference">Its buyer reference; a credit has that of what it credits.</param>
/// <param name="Amount">Kronor before VAT, above zero.</param>
/// <param name="Cause">Why.</param>
/// <param name="RefersTo">The earlier invoice that it changes; null when there is none.</param>
public sealed record InvoiceChange(
    InvoiceKind Kind, MunicipalityCode Municipality, string Name, OrganisationNumber OrganisationNumber, BuyerReference BuyerReference, Kronor Amount, InvoiceCause Cause, Invoice? RefersTo)
{
    /// <summary>What it does to the sum: a credit takes away.</summary>
    public Kronor Net => Kind is InvoiceKind.Credit ? Kronor.Zero - Amount : Amount;

    /// <summary>What is left to invoice or to credit, so that what is invoiced comes to what is due. Nothing where it does already.</summary>
    /// <param name="basis">Who pays what now.</param>
    /// <param name="earlier">Everything that was invoiced before.</param>
    /// <param name="anew">The invoices that somebody has chosen to credit and make again with the reference that holds now.</param>
    public static IReadOnlyList<InvoiceChange> Of(InvoiceBasis basis, IReadOnlyCollection<Invoice> earlier, IReadOnlySet<long> anew)
    {
        var rows = basis.Rows.ToDictionary(r => r.Municipality);
        var before = earlier.ToLookup(i => i.MunicipalityCode);
        var open = OpenInvoice.Of(earlier).ToLookup(o => o.Invoice.MunicipalityCode);
        var all = rows.Keys.Concat(open.Select(o => o.Key)).Distinct().Order();
        return [.. all.SelectMany(code => ForOne(rows.GetValueOrDefault(code), [.. open[code]], before[code].LastOrDefault(), earlier.Count > 0, anew))];
    }

    private static IEnumerable<InvoiceChange> ForOne(InvoiceRow? row, List<OpenInvoice> open, Invoice? last, bool othersWere, IReadOnlySet<long> anew)
    {
        if (row is null) return open.Select(o => o.Credit(o.Balance, InvoiceCause.PaysNoMore));
        if (row.Fee is not { } due) return [];

        List<InvoiceChange> changes = [];
        var wrong = row.IsComplete ? open.FindAll(o => !o.IsTo(row) || (anew.Contains(o.Invoice.Serial) && o.HasAnotherReferenceThan(row))) : [];
        changes.AddRange(wrong.Select(o => o.Credit(o.Balance, InvoiceCause.DetailsCorrected)));
        open.RemoveAll(wrong.Contains);

        var difference = due - open.Select(o => o.Balance).Sum();
        if (difference > Kronor.Zero && row.IsComplete)
        {
            var (cause, refersTo) = wrong.Count > 0 ? (InvoiceCause.DetailsCorrected, wrong[^1].Invoice)
                : open.Count > 0 ? (InvoiceCause.FeeChanged, open[^1].Invoice)
                : (last is { Kind: InvoiceKind.Credit, Cause: InvoiceCause.FeeChanged } ? InvoiceCause.FeeChanged : last is not null || othersWere ? InvoiceCause.Joined : InvoiceCause.Pays, null);
            changes.Add(new InvoiceChange(InvoiceKind.Invoice, row.Municipality, row.Name, row.OrganisationNumber!.Value, row.BuyerReference!, difference, cause, refersTo));
        }

        var over = Kronor.Zero - difference;
        for (var at = open.Count - 1; over > Kronor.Zero; at--)
        {
            var credited = open[at].Balance < over ? open[at].Balance : over;
            changes.Add(open[at].Credit(credited, InvoiceCause.FeeChanged));
            over -= credited;
        }

        return changes;
    }
}

/// <summary>An invoice of which something is not credited.</summary>
/// <param name="Invoice">The invoice.</param>
/// <param name="Balance">What is left of it, above zero.</param>
public sealed record OpenInvoice(Invoice Invoice, Kronor Balance)
{
    /// <summary>Those of which something is left, in the order of their numbers.</summary>
    public static IEnumerable<OpenInvoice> Of(IReadOnlyCollection<Invoice> all)
    {
        var credited = all.Where(i => i.Kind is InvoiceKind.Credit).ToLookup(i => i.RefersTo!.Value, i => i.Amount);
        return all.Where(i => i.Kind is InvoiceKind.Invoice)
            .Select(i => new OpenInvoice(i, i.Amount - credited[i.Serial].Sum()))
            .Where(o => o.Balance > Kronor.Zero)
            .OrderBy(o => o.Invoice.Serial);
    }

    /// <summary>True when it was sent to whom the row says. Another buyer reference holds for what is made from then on, and unsends nothing.</summary>
    internal bool IsTo(InvoiceRow row) => Invoice.OrganisationNumber == row.OrganisationNumber!.Value;

    /// <summary>True when it was made with another buyer reference than holds now.</summary>
    internal bool HasAnotherReferenceThan(InvoiceRow row) => Invoice.BuyerReference != row.BuyerReference;

    /// <summary>A credit of it, or of a part.</summary>
    internal InvoiceChange Credit(Kronor amount, InvoiceCause cause) =>
        new(InvoiceKind.Credit, Invoice.MunicipalityCode, Invoice.Name, Invoice.OrganisationNumber, Invoice.BuyerReference, amount, cause, Invoice);
}
