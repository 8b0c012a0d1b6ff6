using System.Diagnostics.CodeAnalysis;
using Kunskapsstyrning.Domain.Messages;

namespace Kunskapsstyrning.Domain.Municipalities.Contacts;

/// <summary>What a contact says.</summary>
public sealed record ContactDetails
{
    /// <summary>The longest name or role.</summary>
    public const int LongestName = 100;

    /// <param name="name">Name or role; null where none is given.</param>
    /// <param name="email">Where mail goes.</param>
    /// <param name="phone">Telephone; null where none is given.</param>
    /// <exception cref="ArgumentException">A name that is none.</exception>
    public ContactDetails(string? name, EmailAddress email, PhoneNumber? phone)
    {
        if (name is not null && !IsName(name)) throw new ArgumentException("Not a name or a role.", nameof(name));
        (Name, Email, Phone) = (name, email, phone);
    }

    /// <summary>Name or role; null where none is given.</summary>
    public string? Name { get; }

    /// <summary>Where mail goes.</summary>
    public EmailAddress Email { get; }

    /// <summary>Telephone; null where none is given.</summary>
    public PhoneNumber? Phone { get; }

    /// <summary>True for what can be shown on one line as a name or a role.</summary>
    public static bool IsName(string name) => name.Length is > 0 and <= LongestName && name == name.Trim() && name.All(PrintedText.ShowsOnOneLine);

    /// <summary>Which facts are others, by name and never by what they say.</summary>
    public IReadOnlyList<string> DifferenceFrom(ContactDetails other)
    {
        (string What, bool Differs)[] all = [("name", Name != other.Name), ("email", Email != other.Email), ("phone", Phone != other.Phone)];
        return [.. all.Where(f => f.Differs).Select(f => f.What)];
    }
}

/// <summary>A telephone number as people write it: digits with spaces, hyphens, brackets and a plus before.</summary>
public sealed record PhoneNumber
{
    private const int Longest = 30;

    private PhoneNumber(string text) => Text = text;

    /// <summary>The number, "08-123 45 67".</summary>
    public string Text { get; }

    /// <summary>Reads a number as typed; false for anything else.</summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out PhoneNumber? number)
    {
        number = null;
        if (typed is null || typed.Length > 2 * Longest) return false;

        var text = string.Join(' ', string.Concat(typed.Select(Plain)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var allowed = text.Length <= Longest && text.Select((c, at) => char.IsAsciiDigit(c) || c is ' ' or '-' or '(' or ')' || (c is '+' && at == 0)).All(fits => fits);
        if (!allowed || text.Count(char.IsAsciiDigit) is < 5 or > 15) return false;

        number = new PhoneNumber(text);
        return true;
    }

    /// <summary>The number of what was stored as one.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static PhoneNumber Parse(string text) => TryParse(text, out var number) ? number : throw new ArgumentException("This is no telephone number.", nameof(text));

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static char Plain(char letter) => letter switch
    {
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' or '/' => '-',
        _ when char.IsWhiteSpace(letter) => ' ',
        _ => letter,
    };
}
