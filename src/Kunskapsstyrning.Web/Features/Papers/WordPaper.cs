using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Web.Features.Printing;

namespace Kunskapsstyrning.Web.Features.Papers;

/// <summary>
/// Writes a paper as a Word document that a municipality goes on writing in: styles of Word's own names, so that its template
/// can take over, and Swedish said everywhere, so that spelling and reading aloud are right.
/// </summary>
internal static class WordPaper
{
    /// <summary>What it is sent as.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Writes it.</summary>
    /// <param name="paper">The paper.</param>
    /// <param name="drawn">Its drawings as PNG, by name; one that is not there is told of in words.</param>
    public static byte[] Write(Paper paper, IReadOnlyDictionary<string, byte[]>? drawn = null)
    {
        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            WordStyles.AddTo(main);
            var foot = main.AddNewPart<FooterPart>();
            foot.Footer = new Footer(FootOf(paper));
            main.Document = new Document(new Body(
            [
                Styled("Subtitle", [Run(paper.Kind)]), Styled("Title", [Run(paper.Title)]), .. paper.Pieces.SelectMany((piece, at) => Of(piece, at + 1, main, drawn)),
                new SectionProperties(
                    new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(foot) },
                    new PageSize { Width = 11906, Height = 16838 },
                    new PageMargin { Top = 1134, Bottom = 1134, Left = 1304, Right = 1304, Header = 567, Footer = 567, Gutter = 0 }),
            ]));
            var about = word.PackageProperties;
            (about.Title, about.Subject, about.Language, about.Creator) = (XmlText.Clean(paper.Title), XmlText.Clean(paper.Subject), "sv-SE", "Kunskapsstyrning, SKR");
            about.Created = about.Modified = paper.Day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        }

        return file.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Of(Piece piece, int number, MainDocumentPart main, IReadOnlyDictionary<string, byte[]>? drawn) => piece switch
    {
        Piece.Heading heading => [Styled($"Heading{heading.Level}", WordContents.Marked(heading, number, Run(heading.Text)))],
        Piece.Contents contents => WordContents.Of(contents),
        Piece.Table table => [Styled("Caption", [Run(table.Caption)]), WordTable.Of(table)],
        Piece.Picture picture => [drawn?.GetValueOrDefault(picture.Name) is { } png ? Styled("Normal", [new Run(WordPicture.Of(picture, number, png, main))]) : Styled("Anmrkning", [Run($"Bilden finns i PDF-filen. {picture.Sentence}")])],
        Piece.Paragraph paragraph => [Styled("Normal", paragraph.Phrases.Select(p => Of(p, main)))],
        Piece.Points points => points.Items.Select(item => Styled("ListBullet", item.Select(p => Of(p, main)))),
        Piece.Particulars particulars => particulars.Lines.Select(line => Styled("Uppgift", [Run($"{line.Name}: ", "Strong"), Of(line.Value, main)])),
        Piece.Reckoning reckoning => [Styled("Caption", [Run(reckoning.Caption)]), TableOf(reckoning), Styled("Anmrkning", [Run(reckoning.Notes)])],
        _ => throw new InvalidOperationException($"{piece.GetType().Name} has no place in a Word document."),
    };

    private static OpenXmlElement Of(Phrase phrase, MainDocumentPart main)
    {
        if (phrase.Link is not { } link) return Run(phrase.Text, phrase.IsToFillIn ? "AttFyllaI" : phrase.IsStrong ? "Strong" : null);
        return new Hyperlink(Run(phrase.Text, "Hyperlink")) { Id = main.AddHyperlinkRelationship(link, isExternal: true).Id, History = true };
    }

    private static Table TableOf(Piece.Reckoning reckoning) => new(
    [
        new TableProperties(
            new TableStyle { Val = "Kalkyl" },
            new TableWidth { Type = TableWidthUnitValues.Dxa, Width = "7200" },
            new TableLook { Val = "04A0", FirstRow = true, FirstColumn = true, LastRow = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true },
            new TableCaption { Val = XmlText.Clean(reckoning.Caption) }),
        new TableGrid(new GridColumn { Width = "4700" }, new GridColumn { Width = "2500" }),
        new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()), Cell("Steg"), Cell("Tal", "Tal")),
        .. reckoning.Lines.Select(RowOf),
    ]);

    private static TableRow RowOf(FeeLine line) => new(
        new TableRowProperties(new CantSplit()),
        Cell(line.Operator.Length == 0 ? line.Label : $"{line.Operator} {line.Label}", strong: line.IsResult),
        Cell(line.Text, "Tal", line.IsResult));

    private static TableCell Cell(string text, string style = "Uppgift", bool strong = false) =>
        new(new TableCellProperties(), Styled(style, [Run(text, strong ? "Strong" : null)]));

    private static Paragraph FootOf(Paper paper) => Styled(
        "Footer", [Run($"{paper.Foot} · sida "), new SimpleField(Run("1")) { Instruction = "PAGE" }, Run(" av "), new SimpleField(Run("1")) { Instruction = "NUMPAGES" }]);

    /// <summary>A paragraph in a style.</summary>
    internal static Paragraph Styled(string style, IEnumerable<OpenXmlElement> content) =>
        new([new ParagraphProperties(new ParagraphStyleId { Val = style }), .. content]);

    /// <summary>Words, in a style of their own where one is given.</summary>
    internal static Run Run(string text, string? style = null)
    {
        var words = new Text(XmlText.Clean(text)) { Space = SpaceProcessingModeValues.Preserve };
        return style is null ? new Run(words) : new Run(new RunProperties(new RunStyle { Val = style }), words);
    }
}
