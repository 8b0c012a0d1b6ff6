namespace Kunskapsstyrning.Domain.Municipalities.Contacts;

/// <summary>What a contact is for. There is one of each.</summary>
public enum ContactKind
{
    /// <summary>The municipality's own mailbox, which no person's leaving empties: kommunstyrelsen is written to here.</summary>
    FunctionAddress = 1,
    /// <summary>The registrar, who keeps the municipality's register of documents.</summary>
    Registrar,
    /// <summary>The head of social services, who gets copies.</summary>
    HeadOfSocialServices,
    /// <summary>The one who keeps a county's municipalities together.</summary>
    CountyContact,
}

/// <summary>Where a contact belongs: a municipality and what it is for there, or a county.</summary>
public sealed record ContactPlace
{
    private ContactPlace(ContactKind kind, MunicipalityCode? municipality, string? county) => (Kind, Municipality, County) = (kind, municipality, county);

    /// <summary>Those of a municipality, in the order they are shown.</summary>
    public static IReadOnlyList<ContactKind> OfMunicipality { get; } = [ContactKind.FunctionAddress, ContactKind.Registrar, ContactKind.HeadOfSocialServices];

    /// <summary>What it is for.</summary>
    public ContactKind Kind { get; }

    /// <summary>The municipality; null for a county's.</summary>
    public MunicipalityCode? Municipality { get; }

    /// <summary>The county, by SCB's two digits; null for a municipality's.</summary>
    public string? County { get; }

    /// <summary>A place in a municipality.</summary>
    public static ContactPlace Of(MunicipalityCode municipality, ContactKind kind) => kind is ContactKind.CountyContact
        ? throw new ArgumentException("A municipality has no county contact of its own.", nameof(kind))
        : new ContactPlace(kind, municipality, null);

    /// <summary>The county's one place.</summary>
    public static ContactPlace OfCounty(string county) => new(ContactKind.CountyContact, null, county);
}
