using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Kunskapsstyrning.Web.Tests.Features.DecisionKits;

/// <summary>What a Word document says, read by other code than that which wrote it.</summary>
internal sealed class WordText : IDisposable
{
    private readonly WordprocessingDocument _word;

    public WordText(byte[] bytes) => _word = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

    /// <summary>The paragraphs, each with the id of its style; spaces as anyone would type them.</summary>
    public IReadOnlyList<(string? Style, string Text)> Paragraphs =>
        [.. Body.Descendants<Paragraph>().Select(p => (p.ParagraphProperties?.ParagraphStyleId?.Val?.Value, p.InnerText.Replace('\u00A0', ' ')))];

    public string All => string.Join('\n', Paragraphs.Select(p => p.Text));

    public string StylesXml => _word.MainDocumentPart!.StyleDefinitionsPart!.Styles!.OuterXml;

    public (string? Title, string? Language) Properties => (_word.PackageProperties.Title, _word.PackageProperties.Language);

    public IReadOnlyList<string> Numbers =>
        [.. Body.Descendants<TableRow>().Skip(1).Select(row => row.Elements<TableCell>().Last().InnerText.Replace('\u00A0', ' '))];

    public IReadOnlyList<string> Faults =>
        [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2016).Validate(_word).Select(e => $"{e.Path?.XPath}: {e.Description}")];

    private Body Body => _word.MainDocumentPart!.Document.Body!;

    public void Dispose() => _word.Dispose();
}
