using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Kunskapsstyrning.Web.Features.Papers;

/// <summary>
/// The table of contents of a Word document: a field that Word fills with the sheets' numbers, and until then the headings, each a link.
/// </summary>
internal static class WordContents
{
    private const string Instruction = """ TOC \o "1-1" \h \z \u """;

    public static IEnumerable<OpenXmlElement> Of(Piece.Contents contents)
    {
        yield return WordPaper.Styled("TOCHeading", [WordPaper.Run("Innehåll")]);
        for (var at = 0; at < contents.Headings.Count; at++)
        {
            var heading = contents.Headings[at];
            yield return WordPaper.Styled("TOC1",
            [
                .. at == 0 ? [Mark(FieldCharValues.Begin, isDirty: true), new Run(new FieldCode(Instruction) { Space = SpaceProcessingModeValues.Preserve }), Mark(FieldCharValues.Separate)] : Array.Empty<Run>(),
                new Hyperlink(WordPaper.Run(heading.Text)) { Anchor = NameOf(heading), History = true },
                .. at == contents.Headings.Count - 1 ? [Mark(FieldCharValues.End)] : Array.Empty<Run>(),
            ]);
        }
    }

    /// <summary>The words of a heading, marked where the contents lead to it.</summary>
    public static IEnumerable<OpenXmlElement> Marked(Piece.Heading heading, int number, Run words) => heading.Anchor is null
        ? [words]
        : [new BookmarkStart { Id = $"{number}", Name = NameOf(heading) }, words, new BookmarkEnd { Id = $"{number}" }];

    private static string NameOf(Piece.Heading heading) => $"_Toc_{heading.Anchor!.Replace('-', '_')}";

    private static Run Mark(FieldCharValues kind, bool isDirty = false) => new(isDirty ? new FieldChar { FieldCharType = kind, Dirty = true } : new FieldChar { FieldCharType = kind });
}
