using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Contacts;

/// <summary>How a municipality is reached; null when there is none with the code.</summary>
[Requires(Permission.KeepContacts)]
public sealed record ContactsOf(MunicipalityCode Code) : IQuery<ContactsView?>
{
    /// <inheritdoc/>
    public async Task<ContactsView?> Answer(Session session, CancellationToken cancellation) =>
        session.Facts.Municipality(Code) is { } municipality ? await ContactsView.Of(session, municipality, session.Facts.CountyOf(municipality), cancellation) : null;
}

/// <summary>How a county is reached; null when there is none with the code.</summary>
[Requires(Permission.KeepContacts)]
public sealed record ContactOfCounty(string County) : IQuery<ContactsView?>
{
    /// <inheritdoc/>
    public async Task<ContactsView?> Answer(Session session, CancellationToken cancellation) =>
        session.Facts.Counties.FirstOrDefault(c => c.Code == County) is { } county ? await ContactsView.Of(session, null, county, cancellation) : null;
}

/// <summary>How the own municipality is reached, and its county. Which municipality comes from the actor and from nowhere else.</summary>
[Requires(Permission.AnswerForMunicipality)]
public sealed record OurContacts : IQuery<ContactsView?>
{
    /// <inheritdoc/>
    public async Task<ContactsView?> Answer(Session session, CancellationToken cancellation) =>
        session.Actor.Municipality is { } own && session.Facts.Municipality(own) is { } municipality
            ? await ContactsView.Of(session, municipality, session.Facts.CountyOf(municipality), cancellation)
            : null;
}

/// <summary>The contacts of a municipality with its county's, or a county's alone.</summary>
/// <param name="Municipality">Whose; null for a county's alone.</param>
/// <param name="County">The county.</param>
/// <param name="Lines">Those that can be kept here, in order, also where nothing stands.</param>
/// <param name="OfCounty">The county's.</param>
/// <param name="Today">Today in Sweden.</param>
/// <param name="HasExamples">True where contacts are invented.</param>
public sealed record ContactsView(Municipality? Municipality, County County, IReadOnlyList<ContactLine> Lines, ContactLine OfCounty, DateOnly Today, bool HasExamples)
{
    /// <summary>Those that stand.</summary>
    public IEnumerable<Contact> Standing => Lines.Select(l => l.Contact).OfType<Contact>();

    /// <summary>Those that nobody has confirmed for more than a year.</summary>
    public IReadOnlyList<Contact> Stale => [.. Standing.Where(c => c.IsStaleOn(Today))];

    /// <summary>True when the municipality is no more.</summary>
    public bool HasEnded => Municipality?.ValidThrough < Today;

    /// <summary>The line of a kind.</summary>
    public ContactLine? LineOf(ContactKind kind) => Lines.FirstOrDefault(l => l.Place.Kind == kind);

    internal static async Task<ContactsView> Of(Session session, Municipality? municipality, County county, CancellationToken cancellation)
    {
        var code = municipality?.Code;
        var found = await (
            from c in session.Db.Contacts
            where (code != null && c.MunicipalityCode == code) || c.CountyCode == county.Code
            join p in session.Db.People on c.VerifiedBy equals p.Id into people
            from p in people.DefaultIfEmpty()
            select new Found(c, p == null ? null : p.Name)).ToListAsync(cancellation);
        return Of(session, municipality, county, found);
    }

    /// <summary>Where nothing stands, neither for the municipality nor for its county.</summary>
    internal static ContactsView None(Session session, Municipality municipality, County county) => Of(session, municipality, county, []);

    private static ContactsView Of(Session session, Municipality? municipality, County county, List<Found> found)
    {
        ContactLine Line(ContactPlace place) => found.Find(f => f.Contact.Place == place) is { } line ? new(place, line.Contact, line.By) : new(place, null, null);

        var ofCounty = Line(ContactPlace.OfCounty(county.Code));
        IReadOnlyList<ContactLine> lines = municipality?.Code is { } own ? [.. ContactPlace.OfMunicipality.Select(kind => Line(ContactPlace.Of(own, kind)))] : [ofCounty];
        return new ContactsView(municipality, county, lines, ofCounty, session.Today, session.Facts.HasExamples);
    }

    private sealed record Found(Contact Contact, string? By);
}

/// <summary>A place for a contact, and what stands there.</summary>
/// <param name="Place">The place.</param>
/// <param name="Contact">What stands; null when nothing does.</param>
/// <param name="VerifiedBy">Who last said that it is right, by name; null where the one who looks may not know.</param>
public sealed record ContactLine(ContactPlace Place, Contact? Contact, string? VerifiedBy);
