using System.Text;

namespace Kunskapsstyrning.Domain.Intake.Reading;

/// <summary>How a municipality is called in letters and in addresses on the net.</summary>
internal static class NameForms
{
    /// <summary>The name in lower case with its genitive, "lund" and "lunds", and the older forms that are in use.</summary>
    public static IEnumerable<string> Of(string called)
    {
        var name = called.ToLowerInvariant();
        yield return name;
        if (name[^1] is not ('s' or 'x' or 'z')) yield return name + "s";
        if (name == "falun") yield return "falu";
        if (name.Contains('-')) yield return name.Replace("-", " - ");
    }

    /// <summary>The name as a domain writes it: å and ä as a, ö as o, nothing between the words.</summary>
    public static string Bare(string name)
    {
        var bare = new StringBuilder(name.Length);
        foreach (var letter in name.ToLowerInvariant())
            if (Plain(letter) is { } plain) bare.Append(plain);

        return bare.ToString();
    }

    private static char? Plain(char letter) => letter switch
    {
        'å' or 'ä' => 'a',
        'ö' => 'o',
        'é' => 'e',
        _ => char.IsAsciiLetterOrDigit(letter) ? letter : null,
    };
}
