using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Contacts;

/// <summary>Which contacts are shown.</summary>
/// <param name="State">How they are.</param>
/// <param name="County">Only in the county, by SCB's two digits; null for all.</param>
/// <param name="Kind">Only for this; null for all.</param>
/// <param name="Search">Only what holds it: municipality, name, address.</param>
public sealed record ContactFilter(ContactState State, string? County, ContactKind? Kind, string Search)
{
    /// <summary>As an address says it; what it does not know is left out.</summary>
    public static ContactFilter Of(string? state, string? county, string? kind, string? search) =>
        new(state switch { "saknas" => ContactState.Missing, "alla" => ContactState.All, "tyst" => ContactState.Silent, _ => ContactState.Stale }, string.IsNullOrEmpty(county) ? null : county, Swedish.ContactKindNamed(kind), search?.Trim() ?? "");
}

/// <summary>How contacts are.</summary>
public enum ContactState
{
    /// <summary>Not confirmed for more than a year.</summary>
    Stale,
    /// <summary>Not there.</summary>
    Missing,
    /// <summary>There, however they are.</summary>
    All,
    /// <summary>Written to, and nothing has ever been heard from there.</summary>
    Silent,
}

/// <summary>The contacts of every municipality that is or will be, those that are left of one that has ended, and of every county.</summary>
[Requires(Permission.KeepContacts)]
public sealed record ContactRegister(ContactFilter Filter) : IQuery<ContactRegisterView>
{
    /// <inheritdoc/>
    public async Task<ContactRegisterView> Answer(Session session, CancellationToken cancellation)
    {
        var standing = await session.Db.Contacts.ToListAsync(cancellation);
        var silent = await SilentAddresses.Of(session, standing, cancellation);
        var byPlace = standing.ToDictionary(c => c.Place);
        var counties = session.Facts.Counties.ToDictionary(c => c.Code);
        var places =
            from m in session.Facts.Municipalities
            from kind in ContactPlace.OfMunicipality
            let place = ContactPlace.Of(m.Code, kind)
            where !(m.ValidThrough < session.Today) || byPlace.ContainsKey(place)
            select new ContactRow(place, m, counties[m.CountyCode], byPlace.GetValueOrDefault(place));
        var ofCounties = counties.Values.Select(c => new ContactRow(ContactPlace.OfCounty(c.Code), null, c, byPlace.GetValueOrDefault(ContactPlace.OfCounty(c.Code))));
        IReadOnlyList<ContactRow> all = [.. places.Concat(ofCounties).OrderBy(r => r.Municipality is null).ThenBy(r => r.Name, Swedish.Order).ThenBy(r => r.Place.Kind)];
        all = [.. all.Select(r => r with { IsSilent = r.Contact is { } contact && silent.Contains(contact.Id) })];
        return new ContactRegisterView(
            Filter, all, [.. all.Where(r => r.Fits(Filter))],
            [.. counties.Values.OrderBy(c => c.Name, Swedish.Order)], session.Today, session.Facts.HasExamples);
    }
}

/// <summary>A place for a contact in the register.</summary>
/// <param name="Place">The place.</param>
/// <param name="Municipality">Whose; null for a county's.</param>
/// <param name="County">The county.</param>
/// <param name="Contact">What stands; null when nothing does.</param>
public sealed record ContactRow(ContactPlace Place, Municipality? Municipality, County County, Contact? Contact)
{
    /// <summary>True when it has been written to, and nothing has ever been heard from there.</summary>
    public bool IsSilent { get; init; }

    /// <summary>Whose it is, by name.</summary>
    public string Name => Municipality?.Name ?? County.Name;

    /// <summary>Where it is kept.</summary>
    public string Href => Municipality is { } municipality ? Urls.ToContacts(municipality.Code) : Urls.ToContactOfCounty(County.Code);

    internal bool Fits(ContactFilter filter)
    {
        if (filter.County is { } county && County.Code != county) return false;
        if (filter.Kind is { } kind && Place.Kind != kind) return false;
        return filter.Search.Length == 0 || new[] { Name, Contact?.Name, Contact?.Email.Text }.OfType<string>().Any(text => Swedish.Contains(text, filter.Search));
    }
}

/// <summary>The register as it is asked for.</summary>
/// <param name="Filter">What was asked for.</param>
/// <param name="All">Every place, whatever was asked for.</param>
/// <param name="Places">Those in the county, for the purpose and with the words asked for, by name.</param>
/// <param name="Counties">Every county, by name.</param>
/// <param name="Today">Today in Sweden.</param>
/// <param name="HasExamples">True where contacts are invented.</param>
public sealed record ContactRegisterView(ContactFilter Filter, IReadOnlyList<ContactRow> All, IReadOnlyList<ContactRow> Places, IReadOnlyList<County> Counties, DateOnly Today, bool HasExamples)
{
    /// <summary>The contacts that nobody has confirmed for more than a year, the oldest first.</summary>
    public IReadOnlyList<ContactRow> Stale => [.. Places.Where(p => p.Contact?.IsStaleOn(Today) is true).OrderBy(p => p.Contact!.VerifiedOn)];

    /// <summary>The places where nothing stands.</summary>
    public IReadOnlyList<ContactRow> Missing => [.. Places.Where(p => p.Contact is null)];

    /// <summary>The contacts that stand, however they are.</summary>
    public IReadOnlyList<ContactRow> Known => [.. Places.Where(p => p.Contact is not null)];

    /// <summary>Those written to from whom nothing has ever been heard.</summary>
    public IReadOnlyList<ContactRow> Silent => [.. Places.Where(p => p.IsSilent)];

    /// <summary>Those in the state that was asked for.</summary>
    public IReadOnlyList<ContactRow> Rows => Filter.State switch { ContactState.Stale => Stale, ContactState.Missing => Missing, ContactState.Silent => Silent, _ => Known };

    /// <summary>True when nothing stands anywhere.</summary>
    public bool IsEmpty => All.All(p => p.Contact is null);

    /// <summary>How many contacts nobody has confirmed for more than a year, whatever was asked for.</summary>
    public int StaleInAll => All.Count(p => p.Contact?.IsStaleOn(Today) is true);

    /// <summary>How many municipalities have no function address, whatever was asked for.</summary>
    public int WithoutFunctionAddress => All.Count(p => p.Contact is null && p.Place.Kind is ContactKind.FunctionAddress);

    /// <summary>The rows as a file for spreadsheets.</summary>
    public IEnumerable<IEnumerable<string>> Sheet() => Rows.Select(r => (IEnumerable<string>)
        [
            r.Municipality?.Code.Digits ?? r.County.Code, r.Name, r.County.Name, r.Place.Kind.Label(), r.Contact?.Name ?? "", r.Contact?.Email.Text ?? "", r.Contact?.Phone?.Text ?? "", r.Contact?.VerifiedOn.Iso() ?? "",
        ]).Prepend(["Kod", "Kommun eller län", "Län", "Kontakt", "Namn eller roll", "E-post", "Telefon", "Kontrollerad"]);
}
