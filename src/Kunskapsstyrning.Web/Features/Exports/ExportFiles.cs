using System.Globalization;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Web.Features.Printing;
using Kunskapsstyrning.Web.Features.Reading;
using Kunskapsstyrning.Web.Features.Slides;
using Kunskapsstyrning.Web.Features.Spreadsheets;
using Kunskapsstyrning.Web.Layout;

namespace Kunskapsstyrning.Web.Features.Exports;

/// <summary>Makes an export into the file that its ending asks for.</summary>
internal sealed class ExportFiles(PrintedPages printed, PdfPrinter printer, PrintPace pace, DocumentReading reading)
{
    private static readonly Dictionary<string, PictureKind> Pictures = new(StringComparer.Ordinal) { [""] = PictureKind.Map, ["karta"] = PictureKind.Map, ["stapel"] = PictureKind.Bar, ["kurva"] = PictureKind.Curve };

    /// <summary>The endings there are.</summary>
    public static IReadOnlyList<string> Endings { get; } = ["xlsx", "csv", "pptx", "pdf", "svg", "png"];

    /// <summary>The file, or a page that says why there is none.</summary>
    public async Task<IResult> Make(Export export, string ending, HttpContext context) => ending switch
    {
        "xlsx" => File(export, ending, ExportWorkbook.Write(export), Workbook.MediaType, context),
        "pptx" => File(export, ending, ExportDeck.Write(export), Deck.MediaType, context),
        "pdf" => await printed.Pdf<ExportSheet>(export.Title, export.FileName, new() { [nameof(ExportSheet.Export)] = export }, export.Page, context),
        "csv" => Csv(export, context.Request.Query["profil"].ToString(), context),
        _ => await Picture(export, ending, context.Request.Query["bild"].ToString(), context),
    };

    /// <summary>A picture as a page that is as large as it, and nothing else.</summary>
    internal static string PageOf(Drawn picture) => string.Create(
        CultureInfo.InvariantCulture, $$"""<!DOCTYPE html><html lang="sv-SE"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>Bild</title><style>@page{size:{{picture.Width}}px {{picture.Height}}px;margin:0}html,body{margin:0}svg{display:block}</style></head><body>{{picture.Svg}}</body></html>""");

    private static IResult Csv(Export export, string profile, HttpContext context) => profile switch
    {
        "" or "excel" => File(export, "csv", ExportCsv.ForSpreadsheet(export), ExportCsv.MediaType, context),
        "maskin" => File(export, "csv", ExportCsv.ForMachine(export), ExportCsv.MediaType, context),
        _ => Pages.Nonsense("Vi förstår inte vilken sorts CSV som önskas. Den är ”excel” eller ”maskin”.", export.Page, "Till rekommendationen"),
    };

    private async Task<IResult> Picture(Export export, string ending, string word, HttpContext context)
    {
        if (!Pictures.TryGetValue(word, out var kind)) return Pages.Nonsense("Vi förstår inte vilken bild som önskas. Den är ”karta”, ”stapel” eller ”kurva”.", export.Page, "Till rekommendationen");

        var (picture, name) = (ExportPicture.Of(export, kind), $"{export.FileName} {(word.Length == 0 ? "karta" : word)}.{ending}");
        if (ending is "svg") return FileToKeep.Of(context, System.Text.Encoding.UTF8.GetBytes(picture.Svg), ExportPicture.MediaType, name);
        if (!pace.MayPrint(context)) return PrintedPages.TooOften(export.Page, context);

        var printout = await printer.Print(PageOf(picture), context.RequestAborted);
        if (printout.Pdf is not { } pdf) return PrintedPages.NotNow(printout, export.Page, context);
        return await reading.PageImage(MediaType.Pdf, pdf, 1, context.RequestAborted) is { } png
            ? FileToKeep.Of(context, png, "image/png", name)
            : Pages.Problem(StatusCodes.Status503ServiceUnavailable, "Ingen bild just nu.", "Bilden gick inte att göra som PNG. Den finns som SVG, och sidan går att läsa ändå.", export.Page, "Visa sidan");
    }

    private static IResult File(Export export, string ending, byte[] bytes, string mediaType, HttpContext context) => FileToKeep.Of(context, bytes, mediaType, $"{export.FileName}.{ending}");
}
