using Kunskapsstyrning.Domain.Invoices;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Invoicing;

/// <summary>States what a municipality wants to find on its invoices.</summary>
/// <param name="Municipality">Whose reference.</param>
/// <param name="Seen">The number of what was seen; zero when nothing stood.</param>
/// <param name="Reference">The reference.</param>
[Requires(Permission.InvoiceFees)]
public sealed record StateBuyerReference(MunicipalityCode Municipality, int Seen, BuyerReference Reference) : ICommand
{
    /// <inheritdoc/>
    public Task<Result> Execute(Session session, CancellationToken cancellation) => session.State(Municipality, Seen, Reference, cancellation);
}

/// <summary>The same for the own municipality, which comes from the actor and from nowhere else.</summary>
/// <param name="Seen">The number of what was seen; zero when nothing stood.</param>
/// <param name="Reference">The reference.</param>
[Requires(Permission.AnswerForMunicipality)]
public sealed record StateOurBuyerReference(int Seen, BuyerReference Reference) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation) =>
        session.Actor.Municipality is { } own ? await session.State(own, Seen, Reference, cancellation) : InvoiceRefusals.NoSuchMunicipality;
}

/// <summary>What a municipality wants to find on its invoices; null when there is no such municipality.</summary>
[Requires(Permission.InvoiceFees)]
public sealed record BuyerReferenceOf(MunicipalityCode Municipality) : IQuery<BuyerReferenceView?>
{
    /// <inheritdoc/>
    public async Task<BuyerReferenceView?> Answer(Session session, CancellationToken cancellation) => await session.View(Municipality, cancellation);
}

/// <summary>The same for the own municipality.</summary>
[Requires(Permission.AnswerForMunicipality)]
public sealed record OurBuyerReference : IQuery<BuyerReferenceView?>
{
    /// <inheritdoc/>
    public async Task<BuyerReferenceView?> Answer(Session session, CancellationToken cancellation) => session.Actor.Municipality is { } own ? await session.View(own, cancellation) : null;
}

/// <summary>What a municipality wants to find on its invoices.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="Stated">What holds; null when nothing is stated.</param>
/// <param name="By">Who stated it, where the one who looks may know.</param>
/// <param name="Today">Today in Sweden.</param>
public sealed record BuyerReferenceView(Municipality Municipality, StatedBuyerReference? Stated, string? By, DateOnly Today);

/// <summary>What is done with buyer references, alike for SKR and for the municipality whose they are.</summary>
internal static class BuyerReferencesInDb
{
    public static async Task<Result> State(this Session session, MunicipalityCode municipality, int seen, BuyerReference reference, CancellationToken cancellation)
    {
        if (session.Facts.Municipality(municipality) is null) return InvoiceRefusals.NoSuchMunicipality;

        var result = StatedBuyerReference.State(municipality, await session.Db.ReferenceOf(municipality, cancellation), seen, reference, session.Actor.Person!.Value, session.Now, out var stated);
        if (stated is not null) session.Db.Add(stated);
        return result;
    }

    public static async Task<BuyerReferenceView?> View(this Session session, MunicipalityCode municipality, CancellationToken cancellation)
    {
        if (session.Facts.Municipality(municipality) is not { } found) return null;

        var stated = await session.Db.ReferenceOf(municipality, cancellation);
        var by = stated is null ? null : await session.Db.People.Where(p => p.Id == stated.StatedBy).Select(p => p.Name).SingleOrDefaultAsync(cancellation);
        return new BuyerReferenceView(found, stated, by, session.Today);
    }
}
