using Kunskapsstyrning.Domain.Invoices;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Invoicing;

/// <summary>An invoice run as it was made, with all that its documents say. Null where there is none.</summary>
[Requires(Permission.InvoiceFees)]
public sealed record MadeInvoices(string Slug, int Year, int Number) : IQuery<MadeInvoicesView?>
{
    /// <inheritdoc/>
    public async Task<MadeInvoicesView?> Answer(Session session, CancellationToken cancellation)
    {
        if (session.Facts.Recommendation(Slug) is not { } asked) return null;
        if (await session.Db.InvoiceRuns.Include(r => r.Invoices.OrderBy(i => i.Serial)).SingleOrDefaultAsync(r => r.RecommendationId == asked.Id && r.Year == Year && r.Number == Number, cancellation) is not { } run) return null;

        var settings = await session.Db.InvoiceSettings.ToDictionaryAsync(s => s.Number, s => s.Terms, cancellation);
        var earlier = run.Invoices.Select(i => i.RefersTo).OfType<long>().ToHashSet();
        var referred = await session.Db.Invoices.Where(i => earlier.Contains(i.Serial)).ToDictionaryAsync(i => i.Serial, cancellation);
        var by = await session.Db.People.Where(p => p.Id == run.MadeBy).Select(p => p.Name).SingleAsync(cancellation);
        return new MadeInvoicesView(asked, run, by, session.Now, session.Actor.Name, session.Facts.ExampleNotice(asked.Id),
            [.. run.Invoices.Select(i => new InvoiceDocument(i, settings[i.SettingsNumber], i.RefersTo is { } serial ? referred[serial] : null, asked.ShortTitle, run))]);
    }
}

/// <summary>An invoice run as it was made.</summary>
/// <param name="Recommendation">The recommendation.</param>
/// <param name="Run">The run.</param>
/// <param name="MadeBy">Who made it.</param>
/// <param name="Now">The moment it is looked at.</param>
/// <param name="LookedAtBy">Who looks.</param>
/// <param name="ExampleNotice">What is invented; null when nothing is.</param>
/// <param name="Documents">Its invoices and credits, by number.</param>
public sealed record MadeInvoicesView(Recommendation Recommendation, InvoiceRun Run, string MadeBy, DateTimeOffset Now, string LookedAtBy, string? ExampleNotice, IReadOnlyList<InvoiceDocument> Documents);

/// <summary>An invoice or a credit with all that is written on it.</summary>
/// <param name="Invoice">The invoice.</param>
/// <param name="Terms">Who sends it, where the money goes, the VAT: as it was said when it, or what it credits, was made.</param>
/// <param name="RefersTo">The earlier invoice; null when there is none.</param>
/// <param name="What">What is paid for.</param>
/// <param name="Run">The run that it was made in.</param>
public sealed record InvoiceDocument(Invoice Invoice, InvoiceTerms Terms, Invoice? RefersTo, string What, InvoiceRun Run)
{
    /// <summary>True for a credit.</summary>
    public bool IsCredit => Invoice.Kind is InvoiceKind.Credit;

    /// <summary>The VAT as it was chosen.</summary>
    public Vat VatChosen => Terms.Vat!;

    /// <summary>The VAT on the amount.</summary>
    public Kronor Vat => VatChosen.On(Invoice.Amount);

    /// <summary>What is to be paid, or is taken back.</summary>
    public Kronor Gross => Invoice.Amount + Vat;

    /// <summary>"Nationell stödfunktion, avgift 2017".</summary>
    public string Item => $"{What}, avgift {Run.Year}";
}
