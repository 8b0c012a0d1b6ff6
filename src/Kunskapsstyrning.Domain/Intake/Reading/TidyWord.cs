using System.Text;

namespace Kunskapsstyrning.Domain.Intake.Reading;

/// <summary>One way of writing what typesetting and scanning write in many: dashes, quotes, ligatures, letters in two parts.</summary>
internal static class TidyWord
{
    public static string Of(string word)
    {
        if (word.All(char.IsAscii)) return word;

        var tidy = new StringBuilder(word.Length);
        foreach (var letter in word) Add(letter, tidy);
        return tidy.ToString();
    }

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
