using System.Globalization;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Administration;

/// <summary>What is typed about a person, and kept until it is right.</summary>
public sealed record TypedPerson
{
    private const int Longest = 1000;

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The e-mail address.</summary>
    public string Email { get; init; } = "";

    /// <summary>The role, as forms write it.</summary>
    public string Role { get; init; } = "";

    /// <summary>The municipality, in words or as a code.</summary>
    public string Municipality { get; init; } = "";

    /// <summary>Why the role is another.</summary>
    public string RoleReason { get; init; } = "";

    /// <summary>Why the right ends.</summary>
    public string EndReason { get; init; } = "";

    /// <summary>The revision of what was looked at; zero where none is told.</summary>
    public uint Seen { get; init; }

    /// <summary>A person as they are now.</summary>
    public static TypedPerson Of(PersonView view) => new()
    {
        Name = view.Person.Name, Email = view.Email?.Text ?? "", Role = view.Person.Role.InAddress(), Municipality = view.Municipality?.Name ?? "",
    };

    /// <summary>With the fields that a form has.</summary>
    public TypedPerson With(IFormCollection form) => new()
    {
        Name = Field(form, "namn", Name), Email = Field(form, "epost", Email), Role = Field(form, "roll", Role), Municipality = Field(form, "kommun", Municipality),
        Seen = uint.TryParse(form["sedd"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0, RoleReason = Field(form, "skal-roll", RoleReason), EndReason = Field(form, "skal", EndReason),
    };

    /// <summary>The address; null, with the error said, when it is none.</summary>
    public EmailAddress? ReadEmail(FieldErrors errors)
    {
        if (EmailAddress.TryParse(Email, out var address)) return address;
        errors.Add("epost", "Skriv e-postadressen, till exempel namn@kommun.se.");
        return null;
    }

    /// <summary>The role and, where it answers for a municipality, which; null, with the errors said, when they are none.</summary>
    public (Role Role, MunicipalityCode? Municipality)? ReadRole(IReadOnlyCollection<Municipality> municipalities, FieldErrors errors)
    {
        if (Swedish.RoleInAddress(Role) is not { } role)
        {
            errors.Add("roll", "Välj en roll.");
            return null;
        }

        if (role is not Domain.People.Role.MunicipalUser) return (role, null);
        if (MunicipalityTyped.Find(Municipality, municipalities) is { } found) return (role, found.Code);

        errors.Add("kommun", Municipality.Length == 0 ? "Skriv vilken kommun personen svarar för." : "Det finns ingen kommun med det namnet. Välj en i listan.");
        return null;
    }

    private static string Field(IFormCollection form, string name, string before) => form.ContainsKey(name) ? Tidy(form[name].ToString()) : before;

    /// <summary>Without what cannot be printed. What is longer than anything that is asked for is refused as too long, and not shown to its end.</summary>
    internal static string Tidy(string typed) => Messages.TypedText.Printed(typed).Trim() is var tidy && tidy.Length > Longest ? tidy[..Longest] : tidy;
}
