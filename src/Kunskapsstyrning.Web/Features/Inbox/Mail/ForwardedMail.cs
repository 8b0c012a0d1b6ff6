using System.Text.RegularExpressions;

namespace Kunskapsstyrning.Web.Features.Inbox.Mail;

/// <summary>Finds out who first sent what has been forwarded within the text of a message.</summary>
internal static partial class ForwardedMail
{
    /// <summary>How many lines below a sender the other lines of a forwarded heading stand.</summary>
    private const int Heading = 6;

    private static readonly string[] Own = ["skr.se", "skl.se"];

    /// <summary>The address of the innermost sender who is not SKR itself; null when nothing is forwarded.</summary>
    public static string? Sender(string text)
    {
        var lines = text.Split('\n');
        string? innermost = null;
        for (var at = 0; at < lines.Length; at++)
            if (SenderIn(lines, at) is { } address && !IsOwn(address)) innermost = address;
        return innermost;
    }

    /// <summary>Whether the address is one of SKR's own, before or after it changed its name.</summary>
    public static bool IsOwn(string address)
    {
        var domain = address[(address.LastIndexOf('@') + 1)..];
        return Own.Any(own => domain.Equals(own, StringComparison.OrdinalIgnoreCase) || domain.EndsWith("." + own, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A line with a sender counts only where a line that says when, to whom or about what follows.</summary>
    private static string? SenderIn(string[] lines, int at)
    {
        if (Value(From(), lines[at]) is not { } from) return null;

        var below = lines.Skip(at + 1).Take(Heading).Select(Plain).ToList();
        if (!below.Exists(line => Rest().IsMatch(line))) return null;

        // The address may stand on a line of its own below the name.
        return MailAddresses.Of(from).Address ?? (below.TakeWhile(line => !Rest().IsMatch(line)).Select(line => MailAddresses.Of(line).Address).FirstOrDefault(a => a is not null));
    }

    private static string? Value(Regex form, string line) => form.Match(Plain(line)) is { Success: true } match ? match.Groups["value"].Value : null;

    /// <summary>Without the marks of quoting and of emphasis.</summary>
    private static string Plain(string line) => line[..Math.Min(line.Length, MailLimits.LineLength)].Replace("*", "", StringComparison.Ordinal).TrimStart('>', ' ', '\t', '|').TrimEnd();

    [GeneratedRegex("^(från|from|avsändare|fra) ?:(?<value>.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex From();

    [GeneratedRegex("^(skickat|sent|datum|date|till|to|ämne|subject|kopia|cc|sendt|til|emne) ?:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Rest();
}
