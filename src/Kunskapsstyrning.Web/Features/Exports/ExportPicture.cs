using System.Globalization;
using System.Text;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Features.Spreadsheets;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Exports;

/// <summary>What a picture shows.</summary>
internal enum PictureKind
{
    /// <summary>The map that the view shows.</summary>
    Map,
    /// <summary>A bar of the five statuses.</summary>
    Bar,
    /// <summary>How many had adopted, day by day.</summary>
    Curve,
}

/// <summary>A drawing with the room it takes.</summary>
internal sealed record Drawn(string Svg, int Width, int Height);

/// <summary>
/// A view as a picture that stands by itself: title, sentence, day, selection and source are written on it, and it fetches nothing. Colours
/// are those of print on white paper; patterns and letters tell the statuses apart in grey too.
/// </summary>
internal static class ExportPicture
{
    /// <summary>What it is sent as.</summary>
    public const string MediaType = "image/svg+xml";

    private const int Margin = 32;
    private const string Fonts = "&quot;Helvetica Neue&quot;,&quot;Segoe UI&quot;,Roboto,&quot;Liberation Sans&quot;,Arial,sans-serif";

    /// <summary>The patterns and tiles that drawings use.</summary>
    public static string Definitions { get; } = $"""
        <defs><pattern id="uF" width="8" height="8" patternUnits="userSpaceOnUse"><path fill="{StatusPaint.Fill(Status.AdoptedWithReservation)}" d="M0 0H8V8H0Z"/><path stroke="#fff" stroke-width="1.5" d="M0 4H8"/></pattern><pattern id="uN" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path fill="{StatusPaint.Fill(Status.Declined)}" d="M0 0H9V9H0Z"/><path stroke="#fff" stroke-width="1.5" d="M0 0V9"/></pattern>
        <g id="uA">{Marked(Status.Adopted)}</g><g id="uf">{Marked(Status.AdoptedWithReservation)}</g><g id="un">{Marked(Status.Declined)}</g><g id="uP">{Hexagon("#fff")}<path fill="{StatusPaint.Fill(Status.InPreparation)}" d="M-8.3 0H8.3V4.8L0 9.6-8.3 4.8Z"/><path fill="none" stroke="{StatusPaint.Edge(Status.InPreparation)}" stroke-width="1.3" d="M0-9.45 8.15-4.7V4.7L0 9.45-8.15 4.7V-4.7Z"/>{Letter(Status.InPreparation)}</g><g id="u0">{Hexagon("#fff")}<path fill="none" stroke="{StatusPaint.Edge(Status.NoResponse)}" stroke-width="1.1" d="M0-9.5 8.2-4.75V4.75L0 9.5-8.2 4.75V-4.75Z"/>{Letter(Status.NoResponse)}</g></defs>
        """;

    /// <summary>The picture as a file of its own.</summary>
    public static Drawn Of(Export export, PictureKind kind)
    {
        var (drawing, sentence) = (DrawingOf(export, kind), Sentence(export, kind));
        var (width, svg, y) = (drawing.Width + 2 * Margin, new StringBuilder(), Margin + 14.0);
        y = Lines(svg, export.Title, y, 22, "#10201d", isBold: true, width);
        y = Lines(svg, sentence, y + 4, 16, "#10201d", isBold: false, width);
        svg.Append(CultureInfo.InvariantCulture, $"""<g transform="translate({Margin} {y:0.#})">{drawing.Svg}</g>""");
        y += drawing.Height + 30;
        foreach (var words in FootOf(export, kind)) y = Lines(svg, words, y, 12, "#4b5b57", isBold: false, width);
        var height = (int)Math.Ceiling(y) + Margin - 12;
        return new Drawn(
            $"""<svg xmlns="http://www.w3.org/2000/svg" lang="sv-SE" xml:lang="sv-SE" role="img" aria-labelledby="titel text" width="{width}" height="{height}" viewBox="0 0 {width} {height}" font-family="{Fonts}"><title id="titel">{OfficeText.Escaped(export.Title)}</title><desc id="text">{OfficeText.Escaped($"{sentence} {string.Join(' ', FootOf(export, kind))}")}</desc><path fill="#fff" d="M0 0H{width}V{height}H0Z"/>{Definitions}{svg}</svg>""",
            width, height);
    }

    /// <summary>What stands under the picture: first what a curve counts, and what a map shows that is another than that of tiles. A selection is told of where it is seen.</summary>
    private static IEnumerable<string> FootOf(Export export, PictureKind kind) => kind switch
    {
        PictureKind.Curve => export.FootWithoutList.Prepend(export.State.CurveCaption()),
        PictureKind.Map when export.View.MapOf(export.State) is not MapKind.Tiles => export.FootOfMap.Prepend(export.View.MapSentence(export.State)),
        PictureKind.Map => export.FootOfMap,
        _ => export.FootWithoutList,
    };

    /// <summary>The picture in words: the same as on the page.</summary>
    public static string Sentence(Export export, PictureKind kind) => kind is PictureKind.Curve
        ? export.State.CurveSentence()
        : export.State.BarSentence();

    /// <summary>The drawing alone.</summary>
    public static Drawn DrawingOf(Export export, PictureKind kind) => kind switch
    {
        PictureKind.Bar => BarPicture.Of(export.State),
        PictureKind.Curve => CurvePicture.Of(export.State),
        _ => MapPicture.Of(export.State, export.View),
    };

    /// <summary>The tile of a status, to be placed.</summary>
    public static string Tile(Status status) => status switch
    {
        Status.Adopted => "uA",
        Status.AdoptedWithReservation => "uf",
        Status.Declined => "un",
        Status.InPreparation => "uP",
        _ => "u0",
    };

    /// <summary>Words at a place.</summary>
    public static string Words(double x, double y, string words, double size, string color = "#10201d", string anchor = "start", bool isBold = false) => string.Create(
        CultureInfo.InvariantCulture, $"""<text x="{x:0.#}" y="{y:0.#}" font-size="{size:0.#}" fill="{color}" text-anchor="{anchor}"{(isBold ? " font-weight=\"700\"" : "")}>{OfficeText.Escaped(words)}</text>""");

    /// <summary>Words broken where the line is full: nobody does it for a picture.</summary>
    private static double Lines(StringBuilder svg, string words, double y, double size, string color, bool isBold, int width)
    {
        var room = (int)((width - 2 * Margin) / (size * (isBold ? .58 : .53)));
        var line = "";
        foreach (var word in words.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > room)
            {
                svg.Append(Words(Margin, y, line, size, color, isBold: isBold));
                (line, y) = ("", y + size * 1.4);
            }

            line += line.Length == 0 ? word : $" {word}";
        }

        svg.Append(Words(Margin, y, line, size, color, isBold: isBold));
        return y + size * 1.4;
    }

    private static string Hexagon(string fill) => $"""<path fill="{fill}" d="M0-10.1 8.75-5.05V5.05L0 10.1-8.75 5.05V-5.05Z"/>""";

    private static string Marked(Status status) => $"{Hexagon(StatusPaint.Fill(status))}{StatusPaint.Cuts(status)}{Letter(status)}";

    private static string Letter(Status status) => $"""<text y="3.5" font-size="10" font-weight="700" text-anchor="middle" fill="{StatusPaint.Ink(status)}">{status.Letter()}</text>""";
}
