using System.Globalization;
using System.Net;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Web.Features.Exports;
using Kunskapsstyrning.Web.Features.Printing;
using Kunskapsstyrning.Web.Features.Reading;

namespace Kunskapsstyrning.Web.Features.Papers;

/// <summary>The drawings of a paper: on a page as they are, and as pictures for programs that cannot draw them.</summary>
internal static class PaperPictures
{
    /// <summary>The patterns and tiles that the drawings of one page share.</summary>
    public static string Patterns { get; } = $"""<svg class="vh" width="0" height="0" aria-hidden="true" focusable="false">{ExportPicture.Definitions}</svg>""";

    /// <summary>A drawing with its sentence read aloud for it.</summary>
    public static string Drawn(this Piece.Picture picture) => Svg(picture, "");

    /// <summary>Every drawing as PNG, by its name; without those that could not be drawn just now.</summary>
    public static async Task<IReadOnlyDictionary<string, byte[]>> AsPng(this Paper paper, PdfPrinter printer, DocumentReading reading, CancellationToken cancellation)
    {
        var drawn = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var picture in paper.Pieces.OfType<Piece.Picture>())
        {
            var page = ExportFiles.PageOf(new Drawn(Svg(picture, ExportPicture.Definitions), picture.Width, picture.Height));
            if ((await printer.Print(page, cancellation)).Pdf is { } pdf && await reading.PageImage(MediaType.Pdf, pdf, 1, cancellation) is { } png) drawn[picture.Name] = png;
        }

        return drawn;
    }

    private static string Svg(Piece.Picture picture, string definitions) => string.Create(
        CultureInfo.InvariantCulture,
        $"""<svg class="drawn" role="img" aria-label="{WebUtility.HtmlEncode(picture.Sentence)}" viewBox="0 0 {picture.Width} {picture.Height}" width="{picture.Width}" height="{picture.Height}">{definitions}{picture.Svg}</svg>""");
}
