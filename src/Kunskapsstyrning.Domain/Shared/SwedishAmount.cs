using System.Globalization;
using System.Text.RegularExpressions;

namespace Kunskapsstyrning.Domain.Shared;

/// <summary>
/// Reads kronor as they stand in letters and protocols: 9.500 kr, 293 100 kr, 9 500:-, 3,4 mkr, 19,5 miljoner kronor. The
/// unit may be left out. An amount per inhabitant is another thing than an amount, so each has its own reader.
/// </summary>
public static partial class SwedishAmount
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Reads an amount; false when the text is anything else, also when it is per inhabitant.</summary>
    public static bool TryParse(string? text, out Kronor amount)
    {
        amount = default;
        if (Amount().Match(TypedText.Tidy(text)) is not { Success: true } match) return false;
        if (!SwedishNumber.TryParse(match.Groups["number"].Value, out var number)) return false;
        if (match.Groups["ore"] is { Success: true } ore)
        {
            if (number != decimal.Truncate(number)) return false;
            var part = int.Parse(ore.ValueSpan, CultureInfo.InvariantCulture) / 100m;
            number = match.Groups["number"].ValueSpan.StartsWith('-') ? number - part : number + part;
        }

        // Nobody's budget: keeps the multiplication below inside what a decimal holds.
        if (Math.Abs(number) > 1_000_000_000_000_000m) return false;

        amount = new Kronor(number * Scale(match));
        return true;
    }

    /// <summary>Reads kronor per inhabitant: 1,95 kr/inv, 1,95 kronor per invånare, or the bare number.</summary>
    public static bool TryParseRate(string? text, out decimal perInhabitant)
    {
        perInhabitant = 0m;
        return Rate().Match(TypedText.Tidy(text)) is { Success: true } match && SwedishNumber.TryParse(match.Groups["number"].Value, out perInhabitant);
    }

    private static decimal Scale(Match match) =>
        match.Groups["millions"].Success ? 1_000_000m : match.Groups["thousands"].Success ? 1_000m : 1m;

    [GeneratedRegex(@"^(?<number>-? ?[0-9][0-9 .,]*?)(:(?<ore>[0-9]{2})( ?(kr\.?|kronor))?|(:-|,-)( ?kr\.?)?| ?(kr\.?|kronor|krona|sek)| ?(?<millions>mkr|mnkr|msek|mn kr|milj\.? kr|miljon(er)? (kr|kronor))\.?| ?(?<thousands>tkr|ksek|tusen (kr|kronor)))?$", Options, 5000)]
    private static partial Regex Amount();

    [GeneratedRegex(@"^(?<number>[0-9][0-9 .,]*?)( ?(kr|kronor|sek)( ?/ ?| per )(inv\.?|invånare)| ?(kr|kronor|sek))?$", Options, 5000)]
    private static partial Regex Rate();
}
