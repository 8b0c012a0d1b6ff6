using System.Globalization;

namespace Kunskapsstyrning.Domain.Shared;

/// <summary>
/// Numbers, kronor and days as they are written in Swedish text. Built by hand so that explanations, the screen and
/// the API agree to the letter on every machine: a no-break space between thousands, a decimal comma, a real minus.
/// </summary>
public static class SwedishText
{
    /// <summary>The space that keeps a number and its unit on one line.</summary>
    public const char NoBreakSpace = '\u00A0';

    /// <summary>The minus sign, which is longer than a hyphen.</summary>
    public const char Minus = '\u2212';

    private static readonly string[] Months =
        ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];

    private static readonly string[] SmallNumbers =
        ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];

    private static readonly NumberFormatInfo Format = new()
    {
        NumberGroupSeparator = NoBreakSpace.ToString(),
        NumberDecimalSeparator = ",",
        NegativeSign = Minus.ToString(),
        NumberGroupSizes = [3],
    };

    /// <summary>The names of the months, January first.</summary>
    public static IReadOnlyList<string> MonthNames => Months;

    /// <summary>"26 984" or "0,35264"; a half goes away from zero.</summary>
    public static string Number(decimal number, int decimals = 0) =>
        Rounding.ToDecimals(number, decimals).ToString($"N{decimals}", Format);

    /// <summary>"fyra" up to twelve, then in figures: "13". One is "en".</summary>
    public static string Count(int number) => number is >= 0 and <= 12 ? SmallNumbers[number] : Number(number);

    /// <summary>"9 500 kr", or "9 515,64 kr" with two decimals.</summary>
    public static string Kronor(Kronor amount, int decimals = 0) => $"{Number(amount.Amount, decimals)}{NoBreakSpace}kr";

    /// <summary>"10 %" for 0.10, with the decimals it needs.</summary>
    public static string Percent(decimal part) => $"{Number(part * 100, Rounding.DecimalsIn(part * 100))}{NoBreakSpace}%";

    /// <summary>"15 juni 2019".</summary>
    public static string LongDate(DateOnly day) => $"{DayAndMonth(day)}{NoBreakSpace}{day.Year}";

    /// <summary>"15 juni".</summary>
    public static string DayAndMonth(DateOnly day) => $"{day.Day}{NoBreakSpace}{Months[day.Month - 1]}";
}
