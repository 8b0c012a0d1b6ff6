using System.Text.RegularExpressions;
using Kunskapsstyrning.Domain.Intake.Reading;

namespace Kunskapsstyrning.Domain.Intake;

/// <summary>Reads out of a document's text what a person would otherwise type. It suggests facts and never the outcome.</summary>
public static class ReadFacts
{
    /// <summary>Reads the text, with what is known of how it came.</summary>
    public static Suggestions Of(DocumentText text, Envelope? envelope, KnownFacts known)
    {
        var paper = Paper.Of(text);
        if (paper.IsEmpty) return Suggestions.Empty;

        try
        {
            return Read(paper, envelope, known);
        }
        catch (RegexMatchTimeoutException)
        {
            return Suggestions.Empty;
        }
    }

    private static Suggestions Read(Paper paper, Envelope? envelope, KnownFacts known) => new()
    {
        Paragraph = ParagraphReading.Of(paper),
    };
}
