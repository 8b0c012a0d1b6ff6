using Kunskapsstyrning.Domain.People;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>What roles are called and may do, and what ways to sign in are called, in Swedish.</summary>
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

    /// <summary>The role as addresses and forms write it.</summary>
    public static string InAddress(this Role role) => role switch
    {
        Role.Reader => "lasare",
        Role.Registrar => "registrator",
        Role.Officer => "handlaggare",
        Role.Finance => "ekonom",
        Role.Administrator => "administrator",
        Role.Auditor => "revisor",
        Role.MunicipalUser => "kommun",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No such role."),
    };

    /// <summary>The role that an address or a form means; null for none.</summary>
    public static Role? RoleInAddress(string? word) => Roles.All.Cast<Role?>().FirstOrDefault(r => r!.Value.InAddress() == word);

    /// <summary>What somebody may do who has the permission.</summary>
    public static string Label(this Permission permission) => permission switch
    {
        Permission.ReadPublic => "Läsa det som är offentligt",
        Permission.ReadWalled => "Läsa det som SKR eller den egna kommunen får se",
        Permission.LogDecisions => "Registrera, rätta och ta tillbaka beslut",
        Permission.ManageRecommendations => "Göra, skicka, rätta och förlänga rekommendationer",
        Permission.FreezeFees => "Låsa avgifter, tillsammans med en till",
        Permission.Administer => "Sköta personer, roller och inställningar",
        Permission.ReadHistory => "Läsa hela historiken",
        Permission.SubmitMessages => "Lämna utskick till e-postservern",
        Permission.AnswerReceipt => "Svara på ett kvitto vars referens man har",
        Permission.ManageOwnAccount => "Sköta sina egna sätt att logga in",
        Permission.SignIn => "Ta reda på vem någon är och släppa in",
        Permission.AnswerForMunicipality => "Svara för den egna kommunen",
        Permission.ClearDrafts => "Ta bort gamla utkast",
        Permission.ReadDrafts => "Läsa utkast till rekommendationer och det som väntar på beslut",
        Permission.KeepContacts => "Hålla kommunernas och länens kontakter aktuella",
        Permission.InvoiceFees => "Fakturera avgifter",
        Permission.PrintNotices => "Skriva ut alla avgiftsbesked",
        Permission.ManageColleagues => "Bjuda in och avsluta kollegor i den egna kommunen",
        Permission.SaveViews => "Spara vyer, för sig själv eller för alla på SKR",
        _ => permission.ToString(),
    };

    /// <summary>"Kod i mejlen".</summary>
    public static string Label(this SignInWay way) => way switch
    {
        SignInWay.ReadyMade => "Färdig användare",
        SignInWay.Code => "Kod i mejlen",
        SignInWay.Passkey => "Nyckel",
        SignInWay.Provider => "Konto hos en leverantör",
        _ => throw new ArgumentOutOfRangeException(nameof(way), way, "No such way."),
    };

    /// <summary>What the role is for, in a few words.</summary>
    public static string May(this Role role) => role switch
    {
        Role.Reader => "Läsa beslut, handlingar och utkast; ändra inget",
        Role.Registrar => "Registrera och rätta beslut",
        Role.Officer => "Registrera beslut, förvalta rekommendationer, låsa avgifter",
        Role.Finance => "Läsa beslut och handlingar, låsa och fakturera avgifter",
        Role.Administrator => "Sköta personer, roller och inställningar; registrera beslut, förvalta rekommendationer",
        Role.Auditor => "Läsa beslut med hela deras historia, handlingar och utkast; ändra inget",
        Role.MunicipalUser => "Svara för den egna kommunen, se dess handlingar, bjuda in kollegor",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No such role."),
    };
}
