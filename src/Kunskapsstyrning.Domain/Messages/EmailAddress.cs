using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Kunskapsstyrning.Domain.Messages;

/// <summary>One address that mail can be handed over for. Nothing in it can end a line or begin another address.</summary>
public sealed record EmailAddress
{
    private const int Longest = 254;

    private EmailAddress(string text) => Text = text;

    /// <summary>The address, "registrator@kommun.example".</summary>
    public string Text { get; }

    /// <summary>Reads an address as typed or as a message writes its sender, "Registrator &lt;registrator@kommun.example&gt;"; false for anything else.</summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out EmailAddress? address)
    {
        address = null;
        if (typed is null || typed.Length > 2 * Longest || typed.Any(char.IsControl)) return false;

        var bare = WithinBrackets(typed.Trim());
        var at = bare.LastIndexOf('@');
        if (at < 1 || !IsLocalPart(bare[..at]) || Domain(bare[(at + 1)..]) is not { } domain) return false;
        if (at + 1 + domain.Length > Longest) return false;

        address = new EmailAddress($"{bare[..at]}@{domain}");
        return true;
    }

    /// <summary>The address of what was stored as one.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static EmailAddress Parse(string text) => TryParse(text, out var address) ? address : throw new ArgumentException("This is no e-mail address.", nameof(text));

    /// <summary>What stands behind the at sign.</summary>
    public string Host => Text[(Text.LastIndexOf('@') + 1)..];

    /// <summary>True for an address that mail servers take for the same: large and small letters are alike.</summary>
    public bool IsSameAs(EmailAddress other) => Text.Equals(other.Text, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>What stands in angle brackets, where there are any. A name that is spelled as another address is there to deceive, and then nothing does.</summary>
    private static string WithinBrackets(string typed)
    {
        var open = typed.LastIndexOf('<');
        if (open < 0 || !typed.EndsWith('>')) return typed;

        var (name, within) = (typed[..open].Trim(' ', '"', '\''), typed[(open + 1)..^1].Trim());
        return name.Any(c => c is '@' or '\uFE6B' or '\uFF20') && !name.Equals(within, StringComparison.OrdinalIgnoreCase) ? "" : within;
    }

    private static bool IsLocalPart(string text) =>
        text.Length <= 64 && text[0] != '.' && text[^1] != '.' && !text.Contains("..", StringComparison.Ordinal)
        && text.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~.".Contains(c, StringComparison.Ordinal));

    /// <summary>The domain in small ASCII letters, å and ö as mail servers write them; null when it is none.</summary>
    private static string? Domain(string text)
    {
        string ascii;
        try
        {
            ascii = new IdnMapping().GetAscii(text).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }

        var parts = ascii.Split('.');
        return parts.Length > 1 && parts.All(p => p is { Length: > 0 and <= 63 } && p[0] != '-' && p[^1] != '-' && p.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')) ? ascii : null;
    }
}
