using System.Text.RegularExpressions;

namespace Kunskapsstyrning.Domain.Intake.Reading;

/// <summary>The paragraph of the minutes: one that stands at the head of a line, never one of a law.</summary>
internal static partial class ParagraphReading
{
    public static Suggestion<string>? Of(Paper paper)
    {
        var match = AtHead().Match(paper.Text);
        if (!match.Success) return null;

        return new Suggestion<string>($"§ {match.Groups["number"].Value}", paper.PassageOf(match.Groups["mark"].Index, match.Index + match.Length), "Står först på raden", Confidence.Probable);
    }

    [GeneratedRegex(@"^(?<mark>§) ?(?<number>[0-9]{1,4}(/[0-9]{2,4})?)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex AtHead();
}
