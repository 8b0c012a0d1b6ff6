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
        return Only(municipalities.Where(m => IsCalled(m, name, Same))) ?? Only(municipalities.Where(m => IsCalled(m, Plain(name), (a, b) => Plain(a) == b)));
    }

    private static bool IsCalled(Municipality municipality, string name, Func<string, string, bool> alike) =>
        alike(Tidy(municipality.Name), name) || alike(Tidy(municipality.FullName), name);

    private static bool Same(string left, string right) => left == right;

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
