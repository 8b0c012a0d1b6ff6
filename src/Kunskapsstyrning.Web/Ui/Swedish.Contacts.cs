using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Web.Features.Contacts;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>The words of contacts.</summary>
public static partial class Swedish
{
    /// <summary>"Funktionsbrevlåda".</summary>
    public static string Label(this ContactKind kind) => kind switch
    {
        ContactKind.FunctionAddress => "Funktionsbrevlåda",
        ContactKind.Registrar => "Registrator",
        ContactKind.HeadOfSocialServices => "Socialchef",
        _ => "Länets kontakt",
    };

    /// <summary>"funktionsbrevlada": in an address and in the names of fields.</summary>
    public static string InAddress(this ContactKind kind) => kind switch
    {
        ContactKind.FunctionAddress => "funktionsbrevlada",
        ContactKind.Registrar => "registrator",
        ContactKind.HeadOfSocialServices => "socialchef",
        _ => "lan",
    };

    /// <summary>The kind by its word in addresses; null for any other.</summary>
    public static ContactKind? ContactKindNamed(string? word) => Enum.GetValues<ContactKind>().Select(k => (ContactKind?)k).FirstOrDefault(k => k!.Value.InAddress() == word);

    /// <summary>What it is for, one sentence.</summary>
    public static string Meaning(this ContactKind kind) => kind switch
    {
        ContactKind.FunctionAddress => "Kommunens gemensamma brevlåda. Hit går brev till kommunstyrelsen.",
        ContactKind.Registrar => "Den som diarieför, när adressen är en annan än funktionsbrevlådans.",
        ContactKind.HeadOfSocialServices => "Får en kopia av det som rör socialtjänsten.",
        _ => "Den som håller ihop länets kommuner.",
    };

    /// <summary>What a row of a list would do: "Ny".</summary>
    public static string Label(this ContactRowKind kind) => kind switch
    {
        ContactRowKind.Added => "Ny",
        ContactRowKind.Changed => "Ändras",
        ContactRowKind.Confirmed => "Bekräftas",
        ContactRowKind.Same => "Står redan så",
        _ => "Läses inte in",
    };

    /// <summary>"Funktionsbrevlåda, registrator och socialchef".</summary>
    public static string Together(IEnumerable<ContactKind> kinds)
    {
        var words = kinds.Select((k, at) => at == 0 ? k.Label() : Lower(k.Label())).ToList();
        return words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words[..^1])} och {words[^1]}";
    }
}
