using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Kunskapsstyrning.Domain.Municipalities;

namespace Kunskapsstyrning.Web.Features.Logging;

/// <summary>Finds the municipality that somebody means: by code, by name, "Ekerö kommun", "Malmö stad", "ekero", "0125 Ekerö".</summary>
internal static partial class MunicipalityTyped
{
    /// <summary>The municipality; null when none or more than one could be meant.</summary>
    public static Municipality? Find(string text, IReadOnlyCollection<Municipality> municipalities)
    {
        var name = Tidy(Code().Replace(text, " "));
        if (Code().Match(text) is { Success: true } code)
        {
            var coded = municipalities.FirstOrDefault(m => m.Code.Digits == code.Value);
            return coded is null || name.Length == 0 || IsCalled(coded, name, Same) ? coded : null;
        }

        if (name.Length == 0) return null;
        return Meant(municipalities, m => IsCalled(m, name, Same)) ?? Meant(municipalities, m => IsCalled(m, Plain(name), SamePlain))
            ?? Meant(municipalities, m => m.OtherNames.Any(was => IsCalled(was, name, Same))) ?? Meant(municipalities, m => m.OtherNames.Any(was => IsCalled(was, Plain(name), SamePlain)));
    }

    private static bool IsCalled(Municipality municipality, string name, Func<string, string, bool> alike) => IsCalled(municipality.Name, name, alike);

    private static bool IsCalled(string called, string name, Func<string, string, bool> alike) => alike(Tidy(called), name) || alike(Tidy(Municipality.FullNameOf(called)), name);

    private static bool Same(string left, string right) => left == right;

    private static bool SamePlain(string left, string right) => Plain(left) == right;

    /// <summary>The only one that fits; of several the only one that has no last day.</summary>
    private static Municipality? Meant(IReadOnlyCollection<Municipality> municipalities, Func<Municipality, bool> fits)
    {
        var found = municipalities.Where(fits).ToList();
        return found.Count > 1 ? Only(found.Where(m => m.ValidThrough is null)) : Only(found);
    }

    private static Municipality? Only(IEnumerable<Municipality> found) => found.Take(2).ToList() is [var only] ? only : null;

    /// <summary>Small letters, single spaces, without the word for what it is: "stockholms stad" becomes "stockholms".</summary>
    private static string Tidy(string text)
    {
        var words = text.Replace('-', ' ').Split([' ', '\u00A0', '\u2009', '\u202F', '\t', '(', ')', ',', '.'], StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Select(w => w.ToLowerInvariant()).Where(w => w is not ("kommun" or "stad" or "region")));
    }

    /// <summary>Without rings and dots, for keyboards that have none.</summary>
    private static string Plain(string text) =>
        new([.. text.Normalize(NormalizationForm.FormD).Where(l => CharUnicodeInfo.GetUnicodeCategory(l) is not UnicodeCategory.NonSpacingMark)]);

    [GeneratedRegex("[0-9]{4}", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Code();
}
