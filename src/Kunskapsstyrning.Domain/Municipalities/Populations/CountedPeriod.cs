using System.Globalization;
using System.Text.RegularExpressions;

namespace Kunskapsstyrning.Domain.Municipalities.Populations;

/// <summary>A period as statistics name it: a year, "2024", or a month, "2024M12".</summary>
public sealed partial record CountedPeriod : IComparable<CountedPeriod>
{
    private CountedPeriod(string name, int year, int? month) => (Name, Year, Month) = (name, year, month);

    /// <summary>"2024", "2024M12".</summary>
    public string Name { get; }

    /// <summary>The year.</summary>
    public int Year { get; }

    /// <summary>The month; null for a year.</summary>
    public int? Month { get; }

    /// <summary>Reads a period; null when the text is none.</summary>
    public static CountedPeriod? Of(string? text) => text is not null && Whole().Match(text.Trim()) is { Success: true } match ? Of(match) : null;

    /// <summary>The period that a heading ends with, "Folkmängd 2024"; null when it does not.</summary>
    public static CountedPeriod? AtEndOf(string heading) => Ending().Match(heading.Trim()) is { Success: true } match ? Of(match) : null;

    /// <summary>The day that figures of the period are for.</summary>
    public DateOnly Day(bool isNovember) => Month switch
    {
        { } month => new DateOnly(Year, month, DateTime.DaysInMonth(Year, month)),
        null when isNovember => new DateOnly(Year, 11, 1),
        _ => new DateOnly(Year, 12, 31),
    };

    /// <summary>The day whose municipalities the figures of a day are told by: those of the end of a year by the division of the day after.</summary>
    public static DateOnly DivisionOf(DateOnly day) => day is { Month: 11, Day: 1 } ? new DateOnly(day.Year + 1, 1, 1) : day.AddDays(1);

    /// <inheritdoc/>
    public int CompareTo(CountedPeriod? other) => other is null ? 1 : (Year, Month ?? 13).CompareTo((other.Year, other.Month ?? 13));

    private static CountedPeriod Of(Match match)
    {
        var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        return match.Groups["month"] is { Success: true } month
            ? new CountedPeriod($"{year}M{month.Value}", year, int.Parse(month.Value, CultureInfo.InvariantCulture))
            : new CountedPeriod($"{year}", year, null);
    }

    [GeneratedRegex("^(?<year>(19|20)[0-9]{2})(M(?<month>0[1-9]|1[0-2]))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(^|[\s_,;:])(?<year>(19|20)[0-9]{2})(M(?<month>0[1-9]|1[0-2]))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Ending();
}
