using System.Globalization;
using System.Text.RegularExpressions;

namespace Kunskapsstyrning.Domain.Shared;

/// <summary>
/// Reads a number as Swedes write it. A comma is always a decimal sign. Spaces part thousands, and so does a dot that
/// is followed by exactly three digits (9.500); any other single dot is a decimal sign (3.4, 0.352). Mixtures that
/// could be read in two ways (1,234.56 or 12345.678) are refused.
/// </summary>
public static partial class SwedishNumber
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Reads a number; false when the text is anything else.</summary>
    public static bool TryParse(string? text, out decimal number)
    {
        number = 0m;
        var tidy = TypedText.Tidy(text);
        var match = SpacedThousands().Match(tidy);
        if (!match.Success) match = DottedThousands().Match(tidy);
        if (!match.Success) match = Plain().Match(tidy);
        if (!match.Success) return false;

        var whole = match.Groups["whole"].Value.Replace(" ", "").Replace(".", "");
        var digits = match.Groups["decimals"].Success ? $"{whole}.{match.Groups["decimals"].Value}" : whole;
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)) return false;

        if (match.Groups["minus"].Success) number = -number;
        return true;
    }

    // A dot with three digits after spaced thousands (1 234.567) is neither one thing nor the other.
    [GeneratedRegex(@"^(?<minus>-)? ?(?<whole>[1-9][0-9]{0,2}( [0-9]{3})+)(,(?<decimals>[0-9]+)|\.(?![0-9]{3}$)(?<decimals>[0-9]+))?$", Options, 5000)]
    private static partial Regex SpacedThousands();

    [GeneratedRegex(@"^(?<minus>-)? ?(?<whole>[1-9][0-9]{0,2}(\.[0-9]{3})+)(,(?<decimals>[0-9]+))?$", Options, 5000)]
    private static partial Regex DottedThousands();

    [GeneratedRegex(@"^(?<minus>-)? ?(?<whole>[0-9]+)(,(?<decimals>[0-9]+)|(?<=^-? ?0)\.(?<decimals>[0-9]+)|\.(?![0-9]{3}$)(?<decimals>[0-9]+))?$", Options, 5000)]
    private static partial Regex Plain();
}
