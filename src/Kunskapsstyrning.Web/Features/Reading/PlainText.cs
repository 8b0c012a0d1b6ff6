using System.Text;

namespace Kunskapsstyrning.Web.Features.Reading;

/// <summary>Text that can be stored and shown whatever it was read from: no controls but those that part lines and pages, and no half letters.</summary>
internal static class PlainText
{
    public static string Of(string text)
    {
        if (!NeedsCleaning(text)) return text;

        var clean = new StringBuilder(text.Length);
        foreach (var letter in text.EnumerateRunes()) clean.Append(IsControl(letter) ? " " : letter.ToString());
        return clean.ToString();
    }

    /// <summary>The same for a word, which has nothing to part.</summary>
    public static string Word(string text) => string.Concat(Of(text).Where(c => !char.IsControl(c) && !char.IsWhiteSpace(c)));

    private static bool NeedsCleaning(string text)
    {
        foreach (var letter in text)
            if (char.IsSurrogate(letter) || IsControl(new Rune(letter))) return true;
        return false;
    }

    private static bool IsControl(Rune letter) => Rune.IsControl(letter) && letter.Value is not ('\n' or '\r' or '\t' or '\f');
}
