namespace Kunskapsstyrning.Domain.Shared;

/// <summary>What a person typed or pasted, with the differences that mean nothing taken away.</summary>
internal static class TypedText
{
    // Longer text is no date and no amount, and is not worth reading to its end.
    private const int Longest = 60;

    /// <summary>
    /// Lower case, every kind of space (ordinary, no-break, thin, narrow) as one ordinary, every dash and minus as a
    /// hyphen, nothing round the edges. Empty for null and for text too long to be meant.
    /// </summary>
    public static string Tidy(string? text)
    {
        if (text is null || text.Length > Longest) return "";

        var words = new string([.. text.Select(Plain)]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words).ToLowerInvariant();
    }

    private static char Plain(char letter) => letter switch
    {
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
        _ when char.IsWhiteSpace(letter) => ' ',
        _ => letter,
    };
}
