using Kunskapsstyrning.Domain.Invoices;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Invoicing;

/// <summary>Makes the invoices and credits that were looked at; what has changed since is refused.</summary>
/// <param name="Recommendation">The recommendation.</param>
/// <param name="Year">The year.</param>
/// <param name="Seen">What the one who makes them looked at.</param>
/// <param name="Reason">Why; needed for every run but the first.</param>
/// <param name="Anew">The invoices to credit and make again with the reference that holds now, by their place among all; null for none.</param>
[Requires(Permission.InvoiceFees)]
public sealed record MakeInvoiceRun(RecommendationId Recommendation, int Year, string Seen, string? Reason, IReadOnlyList<long>? Anew = null) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (session.Facts.Recommendation(Recommendation) is not { } asked) return InvoiceRefusals.NotCovered;

        var now = await session.Invoices(asked, Year, Anew ?? [], cancellation);
        if (now.Proposal is null) return now.Refusal!;

        // Numbers follow each other without a gap: two runs that take the same one collide, and the later is tried anew.
        var last = await session.Db.Invoices.MaxAsync(i => (long?)i.Serial, cancellation) ?? 0;
        var result = InvoiceRun.Make(
            new InvoiceRunId(Guid.CreateVersion7(session.Now)), now.Proposal, Seen, now.Settings, Reason, last + 1, session.Actor.Person!.Value, session.Now, session.Today, out var run);
        if (run is not null) session.Db.Add(run);
        return result;
    }
}
