using Kunskapsstyrning.Domain.Messages;

namespace Kunskapsstyrning.Domain.Municipalities.Contacts;

/// <summary>Identifies a contact.</summary>
public readonly record struct ContactId(Guid Value);

/// <summary>Where a municipality or a county is reached. Kept up to date and confirmed now and then; what it says is never written to the history, so that it can be forgotten.</summary>
public sealed class Contact : Aggregate
{
    private Contact() { }

    private Contact(ContactId id, ContactPlace place, ContactDetails details, PersonId by, DateOnly today)
    {
        (Id, Kind, MunicipalityCode, CountyCode) = (id, place.Kind, place.Municipality, place.County);
        (Name, Email, Phone, VerifiedOn, VerifiedBy, Revision) = (details.Name, details.Email, details.Phone, today, by, 1);
        Record(new ContactAdded(id, place, Standing));
    }

    /// <summary>Identity.</summary>
    public ContactId Id { get; private set; }

    /// <summary>What it is for.</summary>
    public ContactKind Kind { get; private set; }

    /// <summary>Whose; null for a county's.</summary>
    public MunicipalityCode? MunicipalityCode { get; private set; }

    /// <summary>The county whose it is, by SCB's two digits; null for a municipality's.</summary>
    public string? CountyCode { get; private set; }

    /// <summary>Name or role; null where none is given, and always for a function address.</summary>
    public string? Name { get; private set; }

    /// <summary>Where mail goes.</summary>
    public EmailAddress Email { get; private set; } = null!;

    /// <summary>Telephone; null where none is given.</summary>
    public PhoneNumber? Phone { get; private set; }

    /// <summary>The day somebody last said that it is right.</summary>
    public DateOnly VerifiedOn { get; private set; }

    /// <summary>Who said so.</summary>
    public PersonId VerifiedBy { get; private set; }

    /// <summary>Goes up each time it is changed or confirmed.</summary>
    public int Revision { get; private set; }

    /// <summary>Where it belongs.</summary>
    public ContactPlace Place => MunicipalityCode is { } municipality ? ContactPlace.Of(municipality, Kind) : ContactPlace.OfCounty(CountyCode!);

    /// <summary>What it says.</summary>
    public ContactDetails Details => new(Name, Email, Phone);

    /// <summary>What somebody saw who looked at it now: another as soon as it is changed.</summary>
    public string Seen => $"{Id.Value:N}-{Revision}";

    private ContactStanding Standing => new(Kind, CountyCode, Name is not null, Phone is not null, VerifiedOn);

    /// <summary>A contact where there was none.</summary>
    public static Result Add(ContactId id, ContactPlace place, ContactDetails details, PersonId by, DateOnly today, out Contact? contact)
    {
        contact = null;
        if (RefusalOf(place.Kind, details) is { } refusal) return refusal;

        contact = new Contact(id, place, details, by, today);
        return Result.Done;
    }

    /// <summary>Says something else, which is right from today. The same again confirms it.</summary>
    public Result Change(ContactDetails details, PersonId by, DateOnly today)
    {
        if (RefusalOf(Kind, details) is { } refusal) return refusal;
        if (details == Details) return Verify(by, today);

        var (before, changed) = (Standing, Details.DifferenceFrom(details));
        (Name, Email, Phone, VerifiedOn, VerifiedBy, Revision) = (details.Name, details.Email, details.Phone, today, by, Revision + 1);
        Record(new ContactChanged(Id, Place, before, Standing, changed));
        return Result.Done;
    }

    /// <summary>Somebody says that it is right. Said twice the same day by the same person it is said once.</summary>
    public Result Verify(PersonId by, DateOnly today)
    {
        if ((VerifiedOn, VerifiedBy) == (today, by)) return Result.Done;

        var before = Standing;
        (VerifiedOn, VerifiedBy, Revision) = (today, by, Revision + 1);
        Record(new ContactVerified(Id, Place, before, Standing));
        return Result.Done;
    }

    /// <summary>It is there no more. Whoever removes it forgets what it said.</summary>
    public void Remove() => Record(new ContactRemoved(Id, Place, Standing));

    /// <summary>True when nobody has said for more than a year that it is right.</summary>
    public bool IsStaleOn(DateOnly day) => VerifiedOn.AddYears(1) < day;

    private static Refusal? RefusalOf(ContactKind kind, ContactDetails details) =>
        kind is ContactKind.FunctionAddress && details.Name is not null ? ContactRefusals.AddressOfNobody : null;
}

/// <summary>The sentences with which something about a contact is refused.</summary>
public static class ContactRefusals
{
    /// <summary>A function address with a person's name.</summary>
    public static readonly Refusal AddressOfNobody = new("function-address-of-nobody", "En funktionsbrevlåda har ingen persons namn. Lämna namnet tomt.", "namn");

    /// <summary>Somebody else changed it first.</summary>
    public static readonly Refusal ChangedMeanwhile = new("contact-changed-meanwhile", "Någon annan har ändrat kontakten sedan du öppnade sidan. Jämför och spara igen.");

    /// <summary>Nothing to confirm or remove.</summary>
    public static readonly Refusal NotThere = new("contact-not-there", "Kontakten finns inte. Läs in sidan på nytt.");

    /// <summary>The municipality is no more.</summary>
    public static readonly Refusal MunicipalityEnded = new("contact-municipality-ended", "Kommunen har upphört och har inga kontakter att hålla aktuella.");
}
