using System.Text.RegularExpressions;

namespace Kunskapsstyrning.Domain.Intake.Reading;

/// <summary>Which municipality an address on the net belongs to: registrator@ekero.se, kommun@upplands-vasby.se, www.goteborg.se.</summary>
internal sealed partial class NetAddresses
{
    // Habo and Håbo could both have either; this is how they have shared them.
    private static readonly (string Label, string Code)[] Chosen = [("habo", "0305"), ("habokommun", "0643")];

    private readonly Dictionary<string, List<MunicipalityCode>> _owners = [];

    public NetAddresses(IEnumerable<Municipality> municipalities)
    {
        foreach (var municipality in municipalities)
        {
            var bare = NameForms.Bare(municipality.Name);
            Add(bare, municipality.Code);
            Add(bare + "kommun", municipality.Code);
            Add(bare + "skommun", municipality.Code);
            Add(bare + "stad", municipality.Code);
            Add("region" + bare, municipality.Code);
        }

        foreach (var (label, code) in Chosen)
            if (_owners.TryGetValue(label, out var owners) && owners.Contains(new MunicipalityCode(code))) _owners[label] = [new MunicipalityCode(code)];
    }

    /// <summary>Whose address it is; null when nobody's or when two could have it.</summary>
    public MunicipalityCode? OwnerOf(string? address)
    {
        var domain = Domain().Match(address?.ToLowerInvariant() ?? "");
        if (!domain.Success) return null;

        foreach (var part in domain.Groups["label"].Captures.Reverse())
            if (_owners.TryGetValue(NameForms.Bare(part.Value), out var owners)) return owners.Count == 1 ? owners[0] : null;

        return null;
    }

    /// <summary>The addresses in a text, in lower case.</summary>
    [GeneratedRegex(@"(@|www\.)[a-z0-9åäö-]{1,40}(\.[a-z0-9åäö-]{1,40}){0,3}\.(se|nu|com|org|net)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    public static partial Regex Written();

    [GeneratedRegex(@"(@|^|www\.)((?<label>[a-z0-9åäö-]{1,40})\.){1,4}(se|nu|com|org|net)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Domain();

    private void Add(string label, MunicipalityCode owner)
    {
        if (!_owners.TryGetValue(label, out var owners)) _owners[label] = owners = [];
        if (!owners.Contains(owner)) owners.Add(owner);
    }
}
