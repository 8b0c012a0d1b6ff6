namespace Kunskapsstyrning.Domain.People;

/// <summary>Identifies an identity provider.</summary>
public readonly record struct IdentityProviderId(Guid Value);

/// <summary>What a provider says about somebody: the claim's name and its value.</summary>
public sealed record Claimed(string Claim, string Value);

/// <summary>Gives a role to whom the provider says something about. The first rule that fits counts.</summary>
/// <param name="Claim">The claim's name, "groups".</param>
/// <param name="Value">The value it must have, to the letter.</param>
/// <param name="Role">The role that it gives.</param>
public sealed record RoleRule(string Claim, string Value, Role Role)
{
    /// <summary>True when the rule fits what is said.</summary>
    public bool Fits(IEnumerable<Claimed> claims) => claims.Any(c => c.Claim == Claim && c.Value == Value);
}

/// <summary>How a provider is set up, as an administrator writes it.</summary>
/// <param name="Name">What the button calls it, "SKR-konto".</param>
/// <param name="Issuer">Its address, to the letter as it says it itself.</param>
/// <param name="ClientId">What it knows us by.</param>
/// <param name="SecretName">The setting that holds our secret at it; null when it asks for none.</param>
/// <param name="MunicipalityCode">The municipality whose provider it is; null for SKR's.</param>
/// <param name="Rules">What gives which role.</param>
/// <param name="IsOn">True when one can sign in there.</param>
public sealed record ProviderSettings(string Name, string Issuer, string ClientId, string? SecretName, MunicipalityCode? MunicipalityCode, IReadOnlyList<RoleRule> Rules, bool IsOn = true);

/// <summary>
/// Somebody who knows who people are and tells us: SKR's or a municipality's own sign-in. What a municipality's provider says can
/// make nobody anything else than that municipality's registrar.
/// </summary>
public sealed class IdentityProvider : Aggregate
{
    private const int LongestName = 60;

    /// <summary>Where secrets for providers lie among the settings. Any other setting would be told to whoever the provider is.</summary>
    private const string OwnSettings = "SignIn:";

    private IdentityProvider() { }

    /// <summary>Identity.</summary>
    public IdentityProviderId Id { get; private set; }

    /// <summary>What the button calls it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Its address.</summary>
    public string Issuer { get; private set; } = "";

    /// <summary>What it knows us by.</summary>
    public string ClientId { get; private set; } = "";

    /// <summary>The setting that holds our secret; null when it asks for none.</summary>
    public string? SecretName { get; private set; }

    /// <summary>The municipality whose provider it is; null for SKR's.</summary>
    public MunicipalityCode? MunicipalityCode { get; private set; }

    /// <summary>True when one can sign in there.</summary>
    public bool IsOn { get; private set; }

    /// <summary>What gives which role, in order.</summary>
    public IReadOnlyList<RoleRule> Rules { get; private set; } = [];

    /// <summary>Adds a provider.</summary>
    public static Result Add(IdentityProviderId id, ProviderSettings settings, out IdentityProvider? added)
    {
        added = null;
        if (RefusalOf(settings) is { } refusal) return refusal;

        added = new IdentityProvider { Id = id };
        added.Take(settings);
        added.Record(new ProviderAdded(id, settings));
        return Result.Done;
    }

    /// <summary>Sets it up otherwise. The same again changes nothing.</summary>
    public Result Change(ProviderSettings settings)
    {
        if (RefusalOf(settings) is { } refusal) return refusal;
        if (settings.MunicipalityCode != MunicipalityCode) return ProviderRefusals.OwnerStays;

        var before = Settings;
        if (ProviderAdded.Shown(before).Equals(ProviderAdded.Shown(settings))) return Result.Done;

        Take(settings);
        Record(new ProviderChanged(Id, before, settings));
        return Result.Done;
    }

    /// <summary>How it is set up.</summary>
    public ProviderSettings Settings => new(Name, Issuer, ClientId, SecretName, MunicipalityCode, Rules, IsOn);

    /// <summary>The role of somebody the provider says this about; null when no rule fits, and nobody is let in.</summary>
    public Role? RoleOf(IReadOnlyCollection<Claimed> claims)
    {
        if (Rules.FirstOrDefault(r => r.Fits(claims)) is not { } rule) return null;
        return rule.Role is Role.MunicipalUser == MunicipalityCode is not null ? rule.Role : null;
    }

    /// <summary>Why a provider cannot be set up so; null when it can.</summary>
    public static Refusal? RefusalOf(ProviderSettings settings)
    {
        if (settings.Name.Trim().Length is 0 or > LongestName || settings.Name.Any(char.IsControl)) return ProviderRefusals.NoName;
        if (!IsSafe(settings.Issuer)) return ProviderRefusals.NoSafeAddress;
        if (string.IsNullOrWhiteSpace(settings.ClientId)) return ProviderRefusals.NoClient;
        if (settings.SecretName is { } secret && !secret.StartsWith(OwnSettings, StringComparison.OrdinalIgnoreCase)) return ProviderRefusals.SecretElsewhere;
        if (settings.Rules.Count == 0 || settings.Rules.Any(r => string.IsNullOrWhiteSpace(r.Claim) || string.IsNullOrWhiteSpace(r.Value))) return ProviderRefusals.NoRule;
        return settings.Rules.Any(r => r.Role is Role.MunicipalUser != settings.MunicipalityCode is not null) ? ProviderRefusals.RoleNotTheirs : null;
    }

    /// <summary>HTTPS; within the own machine, where nobody listens, also without.</summary>
    private static bool IsSafe(string issuer) =>
        Uri.TryCreate(issuer, UriKind.Absolute, out var address) && address.Query.Length + address.Fragment.Length + address.UserInfo.Length == 0
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    private void Take(ProviderSettings settings)
    {
        (Name, Issuer, ClientId, IsOn) = (settings.Name.Trim(), settings.Issuer.Trim(), settings.ClientId.Trim(), settings.IsOn);
        (SecretName, MunicipalityCode) = (string.IsNullOrWhiteSpace(settings.SecretName) ? null : settings.SecretName.Trim(), settings.MunicipalityCode);
        Rules = [.. settings.Rules.Select(r => new RoleRule(r.Claim.Trim(), r.Value.Trim(), r.Role))];
    }
}

/// <summary>The sentences with which a provider is refused.</summary>
public static class ProviderRefusals
{
    /// <summary>No name, or far too much of it.</summary>
    public static readonly Refusal NoName = new("provider-no-name", "Skriv vad knappen ska heta, högst 60 tecken.", "namn");

    /// <summary>An address that others can listen at, or none.</summary>
    public static readonly Refusal NoSafeAddress = new("provider-no-safe-address", "Skriv leverantörens adress, så som den själv uppger den. Den ska börja med https://.", "utfardare");

    /// <summary>No client id.</summary>
    public static readonly Refusal NoClient = new("provider-no-client", "Skriv det klient-id som leverantören har gett Kunskapsstyrning.", "klient");

    /// <summary>A setting that is no provider's secret.</summary>
    public static readonly Refusal SecretElsewhere = new("provider-secret-elsewhere", "Hemligheten ska ligga bland inställningarna som börjar med SignIn:.", "hemlighet");

    /// <summary>One that the configuration sets at every start.</summary>
    public static readonly Refusal SetByConfiguration = new("provider-set-by-configuration", "Leverantören är inställd av driften och ändras där.");

    /// <summary>Nobody would be let in.</summary>
    public static readonly Refusal NoRule = new("provider-no-rule", "Skriv minst en regel: uppgift, värde och roll. Utan regel släpps ingen in.", "regler");

    /// <summary>A role that the provider cannot give.</summary>
    public static readonly Refusal RoleNotTheirs = new("provider-role-not-theirs", "En kommuns leverantör kan bara ge rollen Kommunens registrator, och SKR:s kan inte ge den.", "regler");

    /// <summary>A provider that would go over to somebody else.</summary>
    public static readonly Refusal OwnerStays = new("provider-owner-stays", "En leverantör byter inte ägare. Stäng av den och lägg till en ny.", "kommun");

    /// <summary>Two with the same address.</summary>
    public static readonly Refusal KnownAlready = new("provider-known-already", "Det finns redan en leverantör med den adressen.", "utfardare");

    /// <summary>Somebody else has set it up otherwise meanwhile.</summary>
    public static readonly Refusal ChangedMeanwhile = new("provider-changed-meanwhile", "Någon annan har ändrat leverantören medan du skrev. Jämför med det som gäller nu och spara igen om ditt ska gälla.");

    /// <summary>No such provider, or not in use.</summary>
    public static readonly Refusal NotThere = new("provider-not-there", "Det går inte att logga in den vägen. Välj en annan.");

    /// <summary>No rule lets the person in.</summary>
    public static readonly Refusal NoRole = new("provider-no-role", "Ditt konto ger ingen roll i Kunskapsstyrning. Be den som sköter kontona hos er om det.");

    /// <summary>The person's right has been ended here.</summary>
    public static readonly Refusal PersonEnded = new("provider-person-ended", "Din behörighet här är avslutad. Fråga administratören på SKR.");
}

/// <summary>A provider was added.</summary>
public sealed record ProviderAdded(IdentityProviderId Provider, ProviderSettings Added) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Provider.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => Added.MunicipalityCode;

    /// <inheritdoc/>
    public object? After => Shown(Added);

    /// <summary>What the history keeps of it.</summary>
    internal static object Shown(ProviderSettings settings) => new
    {
        settings.Name,
        settings.Issuer,
        settings.ClientId,
        settings.SecretName,
        settings.IsOn,
        Rules = string.Join(", ", settings.Rules.Select(r => $"{r.Claim}={r.Value}: {r.Role}")),
    };
}

/// <summary>A provider is set up otherwise.</summary>
public sealed record ProviderChanged(IdentityProviderId Provider, ProviderSettings SettingsBefore, ProviderSettings SettingsAfter) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Provider.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => SettingsAfter.MunicipalityCode;

    /// <inheritdoc/>
    public object? Before => ProviderAdded.Shown(SettingsBefore);

    /// <inheritdoc/>
    public object? After => ProviderAdded.Shown(SettingsAfter);
}
