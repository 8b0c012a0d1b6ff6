using System.Globalization;
using System.Text.RegularExpressions;
using Kunskapsstyrning.Domain.Messages;

namespace Kunskapsstyrning.Web.Features.Inbox.Mail;

/// <summary>Reads who sent a message and when.</summary>
internal static partial class MailAddresses
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;
    private const int Most = 500;
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>The first address of a From, and the name before it.</summary>
    public static (string? Address, string? Name) Of(string? from)
    {
        if (from is null) return (null, null);

        // A name may be spelled as an address to deceive, so the one in angle brackets counts.
        var open = from.LastIndexOf('<');
        var match = open >= 0 ? Address().Match(from[open..]) : Match.Empty;
        var name = open > 0 && match.Success ? Unquoted(from[..open]) : null;
        if (!match.Success) match = Address().Match(from);
        return match.Success ? (match.Value, string.IsNullOrWhiteSpace(name) ? null : name) : (null, null);
    }

    /// <summary>Every address that stands in a text, as far as mail can be sent to it.</summary>
    public static IReadOnlyList<EmailAddress> All(string text) =>
        [.. Address().Matches(text).Take(Most).Select(m => EmailAddress.TryParse(m.Value.Trim('.', '\''), out var address) ? address : null).OfType<EmailAddress>().Distinct()];

    /// <summary>A day and time by RFC 5322, obsolete forms included; null when it is none.</summary>
    public static DateTimeOffset? SentAt(string? date)
    {
        if (date is null || Moment().Match(date) is not { Success: true } match) return null;

        var month = Array.FindIndex(Months, m => m.Equals(match.Groups["month"].Value, StringComparison.OrdinalIgnoreCase)) + 1;
        var (year, day) = (Number(match, "year"), Number(match, "day"));
        if (match.Groups["year"].Length < 4) year += year < 50 ? 2000 : 1900;
        var (hour, minute, second) = (Number(match, "hour"), Number(match, "minute"), Math.Min(Number(match, "second"), 59));
        if (year is < 1980 or > 2200 || month == 0 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59) return null;

        return new DateTimeOffset(year, month, day, hour, minute, second, Zone(match)).ToUniversalTime();
    }

    private static TimeSpan Zone(Match match)
    {
        if (!match.Groups["sign"].Success) return TimeSpan.Zero;

        var offset = new TimeSpan(Number(match, "zonehour"), Number(match, "zoneminute"), 0);
        if (offset > TimeSpan.FromHours(14)) return TimeSpan.Zero;
        return match.Groups["sign"].Value == "-" ? -offset : offset;
    }

    private static int Number(Match match, string group) => match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : 0;

    private static string Unquoted(string name) => name.Trim().Trim('"', '\'').Replace("\\\"", "\"", StringComparison.Ordinal).Trim();

    [GeneratedRegex("[A-Za-z0-9åäöÅÄÖ.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9åäöÅÄÖ-]+([.][A-Za-z0-9åäöÅÄÖ-]+)+", Options)]
    private static partial Regex Address();

    [GeneratedRegex("(?<day>[0-9]{1,2}) +(?<month>[A-Za-z]{3}) +(?<year>[0-9]{2,4}) +(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(:(?<second>[0-9]{2}))?( *(?<sign>[+-])(?<zonehour>[0-9]{2})(?<zoneminute>[0-9]{2}))?", Options)]
    private static partial Regex Moment();
}
