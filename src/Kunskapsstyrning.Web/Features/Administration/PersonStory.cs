using System.Text.Json;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.ReferenceData;
using Kunskapsstyrning.Web.Reference;

namespace Kunskapsstyrning.Web.Features.Administration;

/// <summary>The words for what happened to a person.</summary>
internal static class PersonStory
{
    /// <summary>What is worth telling. Every sign-in is not.</summary>
    public static readonly IReadOnlyList<string> Kinds =
    [
        nameof(PersonAdded), nameof(PersonRenamed), nameof(RoleChanged), nameof(PersonEnded), nameof(PersonRestored), nameof(PersonInvited),
        nameof(AccountOpened), nameof(AccountMoved), nameof(PasskeyAdded), nameof(PasskeyRemoved),
    ];

    /// <summary>What happened, in words.</summary>
    public static string Words(string kind, string? after, ReferenceFacts facts) => kind switch
    {
        nameof(PersonAdded) => $"Lades till{As(after, facts)}",
        nameof(PersonRenamed) => "Bytte namn",
        nameof(RoleChanged) => $"Fick en annan roll{As(after, facts)}",
        nameof(PersonEnded) => "Behörigheten avslutades",
        nameof(PersonRestored) => "Behörigheten öppnades igen",
        nameof(PersonInvited) => "Inbjudan skickades",
        nameof(AccountOpened) => "Fick ett konto",
        nameof(AccountMoved) => "Fick en annan e-postadress",
        nameof(PasskeyAdded) => "Lade till en nyckel",
        nameof(PasskeyRemoved) => "En nyckel togs bort",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Nothing that happens to a person."),
    };

    private static string As(string? after, ReferenceFacts facts)
    {
        if (after is null) return "";
        var told = JsonDocument.Parse(after).RootElement;
        if (!told.TryGetProperty("role", out var role) || !Enum.TryParse<Role>(role.GetString(), out var held)) return "";

        var municipality = told.TryGetProperty("municipalityCode", out var code) && MunicipalityCode.TryParse(code.GetString(), out var known) ? facts.Municipality(known)?.FullName : null;
        return $": {PeopleText.RoleOf(held, municipality)}";
    }
}
