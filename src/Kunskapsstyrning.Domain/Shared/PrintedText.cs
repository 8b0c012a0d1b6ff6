using System.Globalization;

namespace Kunskapsstyrning.Domain.Shared;

/// <summary>What of a typed or pasted text can be seen. Marks that are not seen themselves, but turn the direction of writing, would make a text say something else than it shows.</summary>
public static class PrintedText
{
    // U+FFFE and U+FFFF are no characters at all, and cannot stand in a file that others read.
    private const char NoCharacters = '\uFFFE';

    /// <summary>True for what is seen, and for every kind of space.</summary>
    public static bool Shows(char letter) => letter < NoCharacters && (char.IsWhiteSpace(letter) || char.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format));

    /// <summary>True for what is seen on one line: a name, a role, an address.</summary>
    public static bool ShowsOnOneLine(char letter) => Shows(letter) && !char.IsControl(letter);
}
