using System.Globalization;
using System.Text.RegularExpressions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Administration;

/// <summary>A rule as typed.</summary>
public sealed record TypedRule(string Claim, string Value, string Role)
{
    /// <summary>A row that nothing is written in.</summary>
    public bool IsEmpty => Claim.Length + Value.Length == 0;
}

/// <summary>A provider as typed, and kept until it is right.</summary>
public sealed partial record TypedProvider
{
    /// <summary>The most rules that a provider has.</summary>
    public const int MostRules = 30;

    /// <summary>Where the secrets of providers that are added here lie among the settings. No other setting can be sent to a provider.</summary>
    public const string Secrets = "SignIn:Secrets:";

    private const int More = 3;

    /// <summary>What the button says.</summary>
    public string Name { get; init; } = "";

    /// <summary>The provider's address.</summary>
    public string Issuer { get; init; } = "";

    /// <summary>What it knows us by.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>The name of our secret, not the secret itself; empty for none.</summary>
    public string Secret { get; init; } = "";

    /// <summary>The municipality whose it is; empty for SKR's.</summary>
    public string Municipality { get; init; } = "";

    /// <summary>The revision of what was looked at; zero for a new one.</summary>
    public uint Seen { get; init; }

    /// <summary>The rules, with some empty rows after them.</summary>
    public IReadOnlyList<TypedRule> Rules { get; init; } = Rows([]);

    /// <summary>The fields of the form.</summary>
    public static string[] Fields(params IEnumerable<string> more) =>
        ["sedd", "namn", "utfardare", "klient", "hemlighet", "fler", .. more, .. Enumerable.Range(1, MostRules).SelectMany(n => (string[])[Field("uppgift", n), Field("varde", n), Field("roll", n)])];

    /// <summary>A provider as it is set up.</summary>
    public static TypedProvider Of(ProviderLine line) => new()
    {
        Seen = line.Revision, Name = line.Provider.Name, Issuer = line.Provider.Issuer, ClientId = line.Provider.ClientId, Municipality = line.Municipality ?? "",
        Secret = line.Provider.SecretName is { } name && name.StartsWith(Secrets, StringComparison.Ordinal) ? name[Secrets.Length..] : line.Provider.SecretName ?? "",
        Rules = Rows([.. line.Provider.Rules.Select(r => new TypedRule(r.Claim, r.Value, r.Role.InAddress()))]),
    };

    /// <summary>What a form says.</summary>
    public static TypedProvider In(IFormCollection form)
    {
        var rules = Enumerable.Range(1, MostRules).Where(n => form.ContainsKey(Field("uppgift", n))).Select(n => new TypedRule(Typed(Field("uppgift", n)), Typed(Field("varde", n)), Typed(Field("roll", n)))).ToList();
        return new TypedProvider
        {
            Seen = uint.TryParse(form["sedd"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0, Name = Typed("namn"), Issuer = Typed("utfardare"), ClientId = Typed("klient"), Secret = Typed("hemlighet"), Municipality = Typed("kommun"),
            Rules = form.ContainsKey("fler") ? Rows(rules) : rules,
        };

        string Typed(string field) => TypedPerson.Tidy(form[field].ToString());
    }

    /// <summary>The settings for an owner; null, with the errors said, when they are none.</summary>
    public ProviderSettings? Read(MunicipalityCode? owner, bool isOn, FieldErrors errors)
    {
        if (Secret.Length > 0 && !SecretName().IsMatch(Secret)) errors.Add("hemlighet", "Skriv namnet med bokstäver a–z, siffror, bindestreck och understreck, högst 40 tecken.");
        foreach (var (number, rule) in Rules.Index().Where(r => !r.Item.IsEmpty).Select(r => (r.Index + 1, r.Item)))
        {
            if (rule.Claim.Length == 0) errors.Add(Field("uppgift", number), $"Skriv uppgiftens namn i regel {number}.");
            if (rule.Value.Length == 0) errors.Add(Field("varde", number), $"Skriv värdet i regel {number}.");
            if (Swedish.RoleInAddress(rule.Role) is null) errors.Add(Field("roll", number), $"Välj roll i regel {number}.");
        }

        if (errors.Any) return null;
        var settings = new ProviderSettings(
            Name, Issuer, ClientId, Secret.Length == 0 ? null : Secrets + Secret, owner,
            [.. Rules.Where(r => !r.IsEmpty).Select(r => new RoleRule(r.Claim, r.Value, Swedish.RoleInAddress(r.Role)!.Value))], isOn);
        if (IdentityProvider.RefusalOf(settings) is { } refusal) errors.Add(refusal);
        return errors.Any ? null : settings;
    }

    /// <summary>Whose it is, as typed; null for SKR's. An error is said for a municipality that there is not.</summary>
    public MunicipalityCode? ReadOwner(IReadOnlyCollection<Municipality> municipalities, FieldErrors errors)
    {
        if (Municipality.Length == 0) return null;
        if (MunicipalityTyped.Find(Municipality, municipalities) is { } found) return found.Code;

        errors.Add("kommun", "Det finns ingen kommun med det namnet. Välj en i listan, eller lämna tomt för SKR.");
        return null;
    }

    /// <summary>The name of a field of a rule.</summary>
    public static string Field(string name, int number) => $"{name}-{number.ToString(CultureInfo.InvariantCulture)}";

    private static IReadOnlyList<TypedRule> Rows(IReadOnlyList<TypedRule> rules) => [.. rules.Concat(Enumerable.Repeat(new TypedRule("", "", ""), More)).Take(MostRules)];

    [GeneratedRegex("^[A-Za-z0-9_-]{1,40}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SecretName();
}
