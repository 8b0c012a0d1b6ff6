using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Contacts;

/// <summary>Writes down how a municipality or a county is reached, where nothing stood or in place of what was seen.</summary>
/// <param name="Place">Where the contact belongs.</param>
/// <param name="Seen">What the person changed from; empty where nothing stood.</param>
/// <param name="Details">What it says.</param>
[Requires(Permission.KeepContacts)]
public sealed record KeepContact(ContactPlace Place, string Seen, ContactDetails Details) : ICommand
{
    /// <inheritdoc/>
    public Task<Result> Execute(Session session, CancellationToken cancellation) => session.Keep(Place, Seen, Details, cancellation);
}

/// <summary>The same for the own municipality, which comes from the actor and from nowhere else.</summary>
/// <param name="Kind">What the contact is for.</param>
/// <param name="Seen">What the person changed from; empty where nothing stood.</param>
/// <param name="Details">What it says.</param>
[Requires(Permission.AnswerForMunicipality)]
public sealed record KeepOurContact(ContactKind Kind, string Seen, ContactDetails Details) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation) =>
        session.OwnPlace(Kind) is { } place ? await session.Keep(place, Seen, Details, cancellation) : ContactRefusals.NotThere;
}

/// <summary>Removes a contact, and forgets what it said.</summary>
/// <param name="Place">Where it belongs.</param>
/// <param name="Seen">What the person saw.</param>
[Requires(Permission.KeepContacts)]
public sealed record RemoveContact(ContactPlace Place, string Seen) : ICommand
{
    /// <inheritdoc/>
    public Task<Result> Execute(Session session, CancellationToken cancellation) => session.Remove(Place, Seen, cancellation);
}

/// <summary>The same for the own municipality.</summary>
/// <param name="Kind">What the contact is for.</param>
/// <param name="Seen">What the person saw.</param>
[Requires(Permission.AnswerForMunicipality)]
public sealed record RemoveOurContact(ContactKind Kind, string Seen) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation) =>
        session.OwnPlace(Kind) is { } place ? await session.Remove(place, Seen, cancellation) : ContactRefusals.NotThere;
}
