using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Contacts;

/// <summary>What is done with contacts, alike for SKR and for the municipality whose they are.</summary>
internal static class ContactsInDb
{
    /// <summary>A place in the municipality of the one who acts; null for everyone else, and for what is no municipality's.</summary>
    public static ContactPlace? OwnPlace(this Session session, ContactKind kind) =>
        session.Actor.Municipality is { } own && kind is not ContactKind.CountyContact ? ContactPlace.Of(own, kind) : null;

    public static async Task<Result> Keep(this Session session, ContactPlace place, string seen, ContactDetails details, CancellationToken cancellation)
    {
        if (session.RefusalOf(place) is { } refusal) return refusal;

        var (standing, by) = (await session.At(place, cancellation), session.Actor.Person!.Value);
        if ((standing?.Seen ?? "") != seen) return ContactRefusals.ChangedMeanwhile;
        if (standing is not null) return standing.Change(details, by, session.Today);

        var result = Contact.Add(new ContactId(Guid.CreateVersion7(session.Now)), place, details, by, session.Today, out var contact);
        if (contact is not null) session.Db.Add(contact);
        return result;
    }

    public static async Task<Result> Remove(this Session session, ContactPlace place, string seen, CancellationToken cancellation)
    {
        if (await session.At(place, cancellation) is not { } standing) return ContactRefusals.NotThere;
        if (standing.Seen != seen) return ContactRefusals.ChangedMeanwhile;

        standing.Remove();
        session.Db.Remove(standing);
        return Result.Done;
    }

    public static async Task<Result> Verify(this Session session, MunicipalityCode? municipality, string? county, IReadOnlyList<string> seen, CancellationToken cancellation)
    {
        var contacts = await session.Db.Contacts.Where(c => c.MunicipalityCode == municipality && c.CountyCode == county).ToListAsync(cancellation);
        if (seen.Count == 0 || seen.Except(contacts.Select(c => c.Seen)).Any()) return ContactRefusals.ChangedMeanwhile;

        foreach (var contact in contacts.Where(c => seen.Contains(c.Seen)).ToList()) contact.Verify(session.Actor.Person!.Value, session.Today);
        return Result.Done;
    }

    private static Task<Contact?> At(this Session session, ContactPlace place, CancellationToken cancellation) => session.Db.Contacts.SingleOrDefaultAsync(
        c => c.Kind == place.Kind && c.MunicipalityCode == place.Municipality && c.CountyCode == place.County, cancellation);

    private static Refusal? RefusalOf(this Session session, ContactPlace place)
    {
        if (place.Municipality is not { } code) return session.Facts.Counties.Any(c => c.Code == place.County) ? null : ContactRefusals.NotThere;
        if (session.Facts.Municipality(code) is not { } municipality) return ContactRefusals.NotThere;
        return municipality.ValidThrough < session.Today ? ContactRefusals.MunicipalityEnded : null;
    }
}
