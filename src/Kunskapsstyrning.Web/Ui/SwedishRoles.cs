using Kunskapsstyrning.Domain.People;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>What roles are called and may do, in Swedish.</summary>
public static partial class Swedish
{
    /// <summary>"Handläggare".</summary>
    public static string Label(this Role role) => role switch
    {
        Role.Reader => "Läsare",
        Role.Registrar => "Registrator",
        Role.Officer => "Handläggare",
        Role.Finance => "Ekonom",
        Role.Administrator => "Administratör",
        Role.Auditor => "Revisor",
        Role.MunicipalUser => "Kommunens registrator",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No such role."),
    };

    /// <summary>What the role is for, in a few words.</summary>
    public static string May(this Role role) => role switch
    {
        Role.Reader => "Läsa allt, ändra inget",
        Role.Registrar => "Registrera och rätta beslut",
        Role.Officer => "Registrera beslut, förvalta rekommendationer, frysa avgifter",
        Role.Finance => "Läsa allt, frysa avgifter",
        Role.Administrator => "Registrera beslut, förvalta rekommendationer och inställningar",
        Role.Auditor => "Läsa allt, även hela historiken",
        Role.MunicipalUser => "Se den egna kommunens uppgifter och handlingar",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No such role."),
    };
}
