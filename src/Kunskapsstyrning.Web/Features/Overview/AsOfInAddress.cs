using System.Globalization;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Shared;

namespace Kunskapsstyrning.Web.Features.Overview;

/// <summary>Reads the day and the question out of an address: <c>?per=2019-09-15&amp;fraga=gallde</c>.</summary>
internal static class AsOfInAddress
{
    /// <summary>A day that is none.</summary>
    public static readonly Refusal NoDay = new("no-such-day", "Vi förstår inte dagen. Skriv den som 2019-09-15.", "per");

    /// <summary>A day to come.</summary>
    public static readonly Refusal InTheFuture = new("day-in-the-future", "Dagen ligger i framtiden. Läget kan visas till och med i dag.", "per");

    /// <summary>A question that is none.</summary>
    public static readonly Refusal NoQuestion = new("no-such-question", "Vi förstår inte vad som ska räknas. Välj den dag svaret kom in (inkommet) eller den dag beslutet togs (gallde).", "fraga");

    private const int FirstYear = 1900;

    /// <summary>The day and question asked for; today and what had arrived where nothing is said.</summary>
    /// <param name="per">The day as written; today when empty.</param>
    /// <param name="fraga">"inkommet" or "gallde"; the first when empty.</param>
    /// <param name="today">Today in Sweden.</param>
    /// <param name="asOf">What is asked for, when nothing is refused.</param>
    public static Refusal? Read(string? per, string? fraga, DateOnly today, out AsOf asOf)
    {
        asOf = new AsOf(today, fraga is "gallde" ? Basis.Held : Basis.Arrived);
        if (fraga is not (null or "" or "inkommet" or "gallde")) return NoQuestion;
        if (string.IsNullOrWhiteSpace(per)) return null;
        if (!TryDay(per, out var day)) return NoDay;
        if (day > today) return InTheFuture;
        if (day.Year < FirstYear) return NoDay;

        asOf = asOf with { Day = day };
        return null;
    }

    /// <summary>Reads a day, also one that is further off than anyone writes: "9999-12-31" is a day to come, not one that cannot be read.</summary>
    internal static bool TryDay(string text, out DateOnly day) =>
        SwedishDay.TryParse(text, out day) || DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
