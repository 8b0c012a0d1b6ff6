using Kunskapsstyrning.Domain.People;

namespace Kunskapsstyrning.Web;

/// <summary>Signing in, and those who may.</summary>
public static partial class Urls
{
    public const string SignIn = "/logga-in";
    public const string SignOut = "/logga-ut";
    public const string SignedOut = "/utloggad";
    public const string Code = "/logga-in/kod";
    public const string AskForCode = "/logga-in/kod/ny";
    public const string WithPasskey = "/logga-in/nyckel";
    public const string PasskeyQuestion = "/logga-in/nyckel/fraga";
    public const string AtProvider = "/logga-in/hos/{id:guid}";
    public const string ProviderAnswer = "/logga-in/klar";
    public const string Account = "/konto";
    public const string EndOwnSession = "/konto/inloggad/logga-ut";
    public const string EndOtherSessions = "/konto/inloggad/logga-ut-andra";
    public const string NewPasskey = "/konto/nyckel";
    public const string NewPasskeyQuestion = "/konto/nyckel/fraga";
    public const string RenamePasskey = "/konto/nyckel/{id:guid}/namn";
    public const string RemovePasskey = "/konto/nyckel/{id:guid}/ta-bort";
    public const string Administration = "/administration";
    public const string People = "/administration/personer";
    public const string Person = "/administration/personer/{id:guid}";
    public const string PersonRole = "/administration/personer/{id:guid}/roll";
    public const string PersonName = "/administration/personer/{id:guid}/namn";
    public const string PersonAddress = "/administration/personer/{id:guid}/epost";
    public const string EndRight = "/administration/personer/{id:guid}/avsluta";
    public const string RestoreRight = "/administration/personer/{id:guid}/oppna";
    public const string EndSessions = "/administration/personer/{id:guid}/logga-ut";
    public const string RemovePasskeyOf = "/administration/personer/{id:guid}/nyckel/{nyckel:guid}/ta-bort";
    public const string Invite = "/administration/personer/bjud-in";
    public const string InviteAgain = "/administration/personer/{id:guid}/bjud-in";
    public const string WithdrawInvitation = "/administration/personer/{id:guid}/aterkalla";
    public const string Providers = "/administration/leverantorer";
    public const string NewProvider = "/administration/leverantorer/ny";
    public const string Provider = "/administration/leverantorer/{id:guid}";
    public const string TurnProviderOn = "/administration/leverantorer/{id:guid}/pa";
    public const string TurnProviderOff = "/administration/leverantorer/{id:guid}/av";
    public const string RolesTable = "/administration/roller";

    /// <summary>Signing in, and back to where one was.</summary>
    public static string ToSignIn(string? returnUrl = null) =>
        returnUrl is null or Start || returnUrl.StartsWith(SignIn, StringComparison.Ordinal) ? SignIn : $"{SignIn}?returnUrl={Uri.EscapeDataString(returnUrl)}";

    /// <summary>Signing in at a provider, and back to where one was.</summary>
    public static string ToProvider(IdentityProviderId id, string? returnUrl) => $"{SignIn}/hos/{id.Value}" + Query(("returnUrl", returnUrl));

    /// <summary>Calling a passkey something else.</summary>
    public static string ToRenamePasskey(PasskeyId id) => $"{NewPasskey}/{id.Value}/namn";

    /// <summary>Taking a passkey away.</summary>
    public static string ToRemovePasskey(PasskeyId id) => $"{NewPasskey}/{id.Value}/ta-bort";

    /// <summary>Those who may act, as the page shows them first, or in the way that the word of the address says.</summary>
    public static string ToPeople(string? shown = null) => People + Query(("visa", shown));

    /// <summary>A person; with a part after it, something to be done with them.</summary>
    public static string ToPerson(PersonId id, string part = "") => part.Length == 0 ? $"{People}/{id.Value}" : $"{People}/{id.Value}/{part}";

    /// <summary>A person, after something was done.</summary>
    public static string ToPersonDone(PersonId id, string done) => ToPerson(id) + Query(("gjort", done));

    /// <summary>How an identity provider is set up; with "pa" or "av" after it, turning it on or off.</summary>
    public static string ToProviderPage(IdentityProviderId id, string part = "") => part.Length == 0 ? $"{Providers}/{id.Value}" : $"{Providers}/{id.Value}/{part}";

    /// <summary>A provider, after something was done.</summary>
    public static string ToProviderDone(IdentityProviderId id, string done) => ToProviderPage(id) + Query(("gjort", done));

    /// <summary>The providers, after something was done.</summary>
    public static string ToProvidersDone(string done) => Providers + Query(("gjort", done));
}
