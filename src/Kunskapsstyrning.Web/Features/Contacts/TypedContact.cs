using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Contacts;

/// <summary>A contact as it is typed.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Seen">What it is changed from; empty where nothing stood.</param>
/// <param name="Name">Name or role.</param>
/// <param name="Email">E-mail.</param>
/// <param name="Phone">Telephone.</param>
public sealed record TypedContact(ContactKind Kind, string Seen, string Name, string Email, string Phone)
{
    /// <summary>What stands, to be changed.</summary>
    public static TypedContact Of(ContactLine line) => new(
        line.Place.Kind, line.Contact?.Seen ?? "", line.Contact?.Name ?? "", line.Contact?.Email.Text ?? "", line.Contact?.Phone?.Text ?? "");

    /// <summary>What was posted.</summary>
    public static TypedContact Of(IFormCollection form, ContactKind kind) => new(kind, form["sett"].ToString(), Line(form["namn"]), Line(form["epost"]), Line(form["telefon"]));

    /// <summary>The field's id on the page, where there is one form for each kind.</summary>
    public string IdOf(string field) => $"{Kind.InAddress()}-{field}";

    /// <summary>What it says; null, with what is wrong added, when it cannot be read.</summary>
    public ContactDetails? Read(FieldErrors errors)
    {
        var before = errors.All.Count;
        if (Name.Length > ContactDetails.LongestName) errors.Add(IdOf("namn"), $"Namnet är för långt. Skriv högst {ContactDetails.LongestName} tecken.");
        if (!EmailAddress.TryParse(Email, out var email)) errors.Add(IdOf("epost"), Email.Length == 0 ? "Skriv e-postadressen." : "Det går inte att läsa e-postadressen. Skriv den som namn@kommun.se.");
        PhoneNumber? phone = null;
        if (Phone.Length > 0 && !PhoneNumber.TryParse(Phone, out phone)) errors.Add(IdOf("telefon"), "Det går inte att läsa telefonnumret. Skriv det som 08-123 45 67.");
        return errors.All.Count > before ? null : new ContactDetails(Name.Length == 0 ? null : Name, email!, phone);
    }

    private static string Line(string? text) => string.Join(' ', TypedText.Printed(text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
