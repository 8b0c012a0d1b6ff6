using System.Globalization;
using System.Text.RegularExpressions;

namespace Kunskapsstyrning.Domain.Shared;

/// <summary>
/// Reads a day as Swedes write it: 2019-06-15, 15 juni 2019, 15/6 2019, 15.6.2019, 190615, 20190615. Two digits for the
/// year mean 2000–2099. What could be read in two ways (15-06-19, 5/6/2019) is refused, and so is a day that does not exist.
/// </summary>
public static partial class SwedishDay
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>What to say when a day that was typed cannot be read.</summary>
    public const string Unreadable = "Det går inte att läsa dagen. Skriv den som 2019-06-15 eller 15 juni 2019.";

    /// <summary>The same where several days are typed on one form, so that whoever reads it knows which.</summary>
    /// <param name="which">The day by its name, in definite form: "styrelsemötets dag".</param>
    public static string UnreadableAs(string which) => $"Det går inte att läsa {which}. Skriv den som 2019-06-15 eller 15 juni 2019.";

    /// <summary>Reads a day; false when the text is anything else.</summary>
    public static bool TryParse(string? text, out DateOnly day)
    {
        var tidy = TypedText.Tidy(text);
        foreach (var form in new[] { YearFirst(), Compact(), InWords(), Slash(), Dots() })
            if (form.Match(tidy) is { Success: true } match) return TryMake(match, out day);

        day = default;
        return false;
    }

    private static bool TryMake(Match match, out DateOnly day)
    {
        day = default;
        var month = match.Groups["month"].Success ? Number(match, "month") : MonthNamed(match.Groups["name"].Value);
        var year = Number(match, "year");
        if (match.Groups["year"].Length == 2) year += 2000;
        var dayOfMonth = Number(match, "day");
        if (year is < 1900 or > 2099 || month is < 1 or > 12 || dayOfMonth < 1 || dayOfMonth > DateTime.DaysInMonth(year, month)) return false;

        day = new DateOnly(year, month, dayOfMonth);
        return true;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>The month by its name or by its first three letters; zero for any other word.</summary>
    private static int MonthNamed(string name)
    {
        for (var month = 0; month < SwedishText.MonthNames.Count; month++)
            if (SwedishText.MonthNames[month] == name || SwedishText.MonthNames[month][..3] == name) return month + 1;

        return name == "sept" ? 9 : 0;
    }

    [GeneratedRegex(@"^(?<year>[0-9]{4}) ?(?<mark>[-/.]) ?(?<month>[0-9]{1,2}) ?\k<mark> ?(?<day>[0-9]{1,2})$", Options, 5000)]
    private static partial Regex YearFirst();

    [GeneratedRegex("^(?<year>[0-9]{4}|[0-9]{2})(?<month>[0-9]{2})(?<day>[0-9]{2})$", Options, 5000)]
    private static partial Regex Compact();

    [GeneratedRegex(@"^(den )?(?<day>[0-9]{1,2})(:[ae])? ?(?<name>[a-zåäö]{3,9})\.?,? ?(?<year>[0-9]{4})$", Options, 5000)]
    private static partial Regex InWords();

    [GeneratedRegex("^(den )?(?<day>[0-9]{1,2}) ?/ ?(?<month>[0-9]{1,2})( ?- ?| )(?<year>[0-9]{4}|[0-9]{2})$", Options, 5000)]
    private static partial Regex Slash();

    [GeneratedRegex(@"^(?<day>[0-9]{1,2})\. ?(?<month>[0-9]{1,2})\. ?(?<year>[0-9]{4})$", Options, 5000)]
    private static partial Regex Dots();
}
