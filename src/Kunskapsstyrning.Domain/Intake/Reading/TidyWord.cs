using System.Text;

namespace Kunskapsstyrning.Domain.Intake.Reading;

/// <summary>One way of writing what typesetting and scanning write in many: dashes, quotes, ligatures, letters in two parts.</summary>
internal static class TidyWord
{
    public static string Of(string word)
    {
        if (IsFigures(word)) return word.Replace('I', '1').Replace('l', '1').Replace('O', '0');
        if (word.All(char.IsAscii)) return word;

        var tidy = new StringBuilder(word.Length);
        foreach (var letter in word) Add(letter, tidy);
        return tidy.ToString();
    }

    /// <summary>A number, a day or a year in which a scanner took a one or a nought for a letter: "20I6-09-20".</summary>
    private static bool IsFigures(string word) =>
        word.Count(char.IsAsciiDigit) >= 2 && char.IsAsciiDigit(word[0]) && word.AsSpan().ContainsAny('I', 'l', 'O') && word.All(letter => char.IsAsciiDigit(letter) || letter is 'I' or 'l' or 'O' or '-' or '.' or '/' or ',');

    private static void Add(char letter, StringBuilder tidy)
    {
        switch (letter)
        {
            case '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF': break;
            case >= '\u2010' and <= '\u2015' or '\u2212': tidy.Append('-'); break;
            case '\uFB01': tidy.Append("fi"); break;
            case '\uFB02': tidy.Append("fl"); break;
            case '\uFB00': tidy.Append("ff"); break;
            case '\u0308' or '\u030A' when tidy.Length > 0: tidy[^1] = Composed(tidy[^1], letter); break;
            default: tidy.Append(letter); break;
        }
    }

    private static char Composed(char letter, char mark) => (letter, mark) switch
    {
        ('a', '\u0308') => 'ä',
        ('A', '\u0308') => 'Ä',
        ('o', '\u0308') => 'ö',
        ('O', '\u0308') => 'Ö',
        ('a', '\u030A') => 'å',
        ('A', '\u030A') => 'Å',
        _ => letter,
    };
}
