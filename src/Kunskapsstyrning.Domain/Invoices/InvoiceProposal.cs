using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kunskapsstyrning.Domain.Invoices;

/// <summary>What the next invoice run would hold. Everything that is due is invoiced, proposed or waits for what is missing.</summary>
public sealed record InvoiceProposal
{
    /// <summary>The next run after the earlier ones.</summary>
    /// <param name="basis">Who pays what now.</param>
    /// <param name="earlier">Everything that was invoiced before, in the order of the numbers.</param>
    /// <param name="runs">How many runs there have been.</param>
    /// <param name="settings">The number of the settings that hold; zero when there are none.</param>
    /// <param name="anew">The invoices that somebody has chosen to credit and make again with the reference that holds now.</param>
    public InvoiceProposal(InvoiceBasis basis, IReadOnlyCollection<Invoice> earlier, int runs, int settings, IReadOnlySet<long> anew)
    {
        (Basis, Changes, Runs) = (basis, InvoiceChange.Of(basis, earlier, anew), runs);
        var rows = basis.Rows.Where(r => r.IsComplete).ToDictionary(r => r.Municipality);
        WithOtherReference = [.. OpenInvoice.Of(earlier).Where(o => rows.TryGetValue(o.Invoice.MunicipalityCode, out var row) && o.IsTo(row) && o.HasAnotherReferenceThan(row))
            .Select(o => new OtherReference(o, rows[o.Invoice.MunicipalityCode].BuyerReference!, anew.Contains(o.Invoice.Serial)))];
        var invoiced = earlier.ToLookup(i => i.MunicipalityCode, i => i.Net);
        var changed = Changes.ToLookup(c => c.Municipality, c => c.Net);
        Invoiced = earlier.Select(i => i.Net).Sum();
        Proposed = Changes.Select(c => c.Net).Sum();
        Waiting = basis.Incomplete.Select(r => (r.Fee is { } fee ? fee - invoiced[r.Municipality].Sum() : Kronor.Zero - invoiced[r.Municipality].Sum()) - changed[r.Municipality].Sum()).Sum();
        Seen = Fingerprint(settings);
    }

    /// <summary>Who pays what now.</summary>
    public InvoiceBasis Basis { get; }

    /// <summary>The invoices and credits of the next run.</summary>
    public IReadOnlyList<InvoiceChange> Changes { get; }

    /// <summary>What was made with another buyer reference than holds now: it stays as it is unless somebody chooses to make it again.</summary>
    public IReadOnlyList<OtherReference> WithOtherReference { get; }

    /// <summary>How many runs there have been.</summary>
    public int Runs { get; }

    /// <summary>What the runs before come to, credits taken away.</summary>
    public Kronor Invoiced { get; }

    /// <summary>What the next run comes to, credits taken away.</summary>
    public Kronor Proposed { get; }

    /// <summary>What is due and cannot be invoiced until something is known.</summary>
    public Kronor Waiting { get; }

    /// <summary>Another as soon as anything of it is: what the one who makes the run has looked at.</summary>
    public string Seen { get; }

    /// <summary>True when what is invoiced, proposed and waiting comes to the frozen fees of those who pay, to the krona.</summary>
    public bool Agrees => Invoiced + Proposed + Waiting == Basis.Sum;

    private string Fingerprint(int settings)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Runs} {settings} {Basis.Version} {Basis.Sum}");
        foreach (var c in Changes) text.Append(CultureInfo.InvariantCulture, $"\n{c.Kind} {c.Municipality} {c.OrganisationNumber} {c.BuyerReference} {c.Amount} {c.Cause} {c.RefersTo?.Serial}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..24];
    }
}

/// <summary>An invoice that was made with another buyer reference than holds now.</summary>
/// <param name="Open">The invoice, and what is left of it.</param>
/// <param name="Holds">The reference that holds now.</param>
/// <param name="IsChosen">True when somebody has chosen to credit it and make it again.</param>
public sealed record OtherReference(OpenInvoice Open, BuyerReference Holds, bool IsChosen);
