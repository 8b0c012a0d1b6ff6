namespace Kunskapsstyrning.Web.Features.Inbox.Mail;

/// <summary>Finds out who first sent what has been forwarded within the text of a message.</summary>
internal static class ForwardedMail
{
    /// <summary>How many lines below a sender the other lines of a forwarded heading stand.</summary>
    private const int Heading = 6;

    private static readonly string[] Own = ["skr.se", "skl.se"];
    internal static readonly string[] Senders = ["från", "from", "avsändare", "fra"];
    internal static readonly string[] Moments = ["skickat", "sent", "datum", "date", "sendt"];
    internal static readonly string[] Subjects = ["ämne", "subject", "emne"];
    internal static readonly string[] Recipients = ["till", "to", "til", "kopia", "cc", "bcc"];
    private static readonly string[] Others = [.. Moments, .. Subjects, .. Recipients];

    /// <summary>
    /// The address of the innermost sender who is not SKR itself; null when nothing is forwarded. A line with a sender counts only
    /// where a line that says when, to whom or about what stands close below it.
    /// </summary>
    public static string? Sender(string text)
    {
        var (lines, other) = (text.Split('\n'), int.MaxValue);
        for (var at = lines.Length - 1; at >= 0; at--)
        {
            if (After(Others, lines[at]) is not null) other = at;
            if (other - at > Heading || After(Senders, lines[at]) is not { } from) continue;

            // The address may stand on a line of its own below the name.
            var address = lines[(at + 1)..other].Select(Plain).Prepend(from).Select(line => MailAddresses.Of(line).Address).FirstOrDefault(a => a is not null);
            if (address is not null && !IsOwn(address)) return address;
        }
        return null;
    }

    /// <summary>Whether the address is one of SKR's own, before or after it changed its name.</summary>
    public static bool IsOwn(string address)
    {
        var domain = address[(address.LastIndexOf('@') + 1)..];
        return Own.Any(own => domain.Equals(own, StringComparison.OrdinalIgnoreCase) || domain.EndsWith("." + own, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>What stands behind one of the words and its colon, where the line begins so.</summary>
    internal static string? After(string[] words, string line)
    {
        if (!line.Contains(':', StringComparison.Ordinal)) return null;

        var plain = Plain(line);
        var colon = plain.IndexOf(':');
        return colon > 0 && words.Contains(plain[..colon].TrimEnd(), StringComparer.OrdinalIgnoreCase) ? plain[(colon + 1)..] : null;
    }

    /// <summary>Without the marks of quoting and of emphasis.</summary>
    internal static string Plain(string line) => line[..Math.Min(line.Length, MailLimits.LineLength)].Replace("*", "", StringComparison.Ordinal).TrimStart('>', ' ', '\t', '|').TrimEnd();
}
