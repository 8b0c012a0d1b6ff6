using System.Globalization;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Imports;

/// <summary>Days as spreadsheets number them.</summary>
internal static class ExcelDay
{
    /// <summary>The day with the number; null when it is none between 1900 and 2099.</summary>
    public static DateOnly? Of(double number) => number is >= 61 and < 73_051 ? new DateOnly(1899, 12, 30).AddDays((int)number) : null;

    /// <summary>A cell of a column of days: a day where there stands only its number, with or without a part of a day, else as it is, without the time of day.</summary>
    public static string Written(string cell)
    {
        var mark = cell.IndexOfAny(['.', ',']);
        var (days, part) = mark < 0 ? (cell, "0") : (cell[..mark], cell[(mark + 1)..]);
        if (days.Length == 5 && part.All(char.IsAsciiDigit) && int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 20_000 && Of(number) is { } day) return day.Iso();
        return cell is { Length: > 10 } && cell[10] is ' ' or 'T' && cell[4] is '-' && cell[7] is '-' ? cell[..10] : cell;
    }
}
