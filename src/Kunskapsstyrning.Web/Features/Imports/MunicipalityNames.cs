using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Web.Features.Logging;

namespace Kunskapsstyrning.Web.Features.Imports;

/// <summary>Finds municipalities by the hundred: at once by name, code or both, and as the log form does when it is written otherwise.</summary>
internal sealed class MunicipalityNames
{
    private readonly IReadOnlyCollection<Municipality> _municipalities;
    private readonly Dictionary<string, Municipality?> _found;

    public MunicipalityNames(IReadOnlyCollection<Municipality> municipalities)
    {
        _municipalities = municipalities;
        _found = new Dictionary<string, Municipality?>(municipalities.Count * 4, StringComparer.OrdinalIgnoreCase);
        foreach (var municipality in municipalities)
        {
            // A code that has ended and one that stands may share a name: then the log form's way decides.
            if (!_found.TryAdd(municipality.Name, municipality)) _found.Remove(municipality.Name);
            _found[municipality.Code.Digits] = municipality;
            _found[$"{municipality.Code.Digits} {municipality.Name}"] = municipality;
        }
    }

    /// <summary>The municipality; null when none or more than one could be meant.</summary>
    public Municipality? Find(string text)
    {
        if (text.Length is 0 or > 200) return null;
        if (!_found.TryGetValue(text, out var municipality)) _found[text] = municipality = MunicipalityTyped.Find(text, _municipalities);
        return municipality;
    }
}
