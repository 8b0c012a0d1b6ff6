using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kunskapsstyrning.Domain.Recommendations;

/// <summary>A recommendation's name in addresses: small letters, figures and hyphens, "2018-kunskapsstyrning".</summary>
public static partial class RecommendationSlug
{
    private const int Longest = 60;

    /// <summary>Words that addresses need for something else.</summary>
    private static readonly string[] Reserved = ["ny", "hantera"];

    /// <summary>A name made from the year the board meets and the title for headings.</summary>
    public static string Propose(int year, string title)
    {
        var plain = string.Concat(title.ToLowerInvariant().Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark));
        var words = NotPlain().Split(plain).Where(w => w.Length > 0);
        var name = string.Create(CultureInfo.InvariantCulture, $"{year}-{string.Join('-', words)}").Trim('-');
        return name.Length <= Longest ? name : name[..(name.LastIndexOf('-', Longest) is > 4 and var at ? at : Longest)];
    }

    /// <summary>Why it cannot be used; null when it can.</summary>
    public static Refusal? RefusalOf(string slug)
    {
        if (slug.Length is 0 or > Longest || !Plain().IsMatch(slug)) return RecommendationRefusals.NoSuchName;
        return Reserved.Contains(slug) ? RecommendationRefusals.NameIsReserved : null;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Plain();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex NotPlain();
}
