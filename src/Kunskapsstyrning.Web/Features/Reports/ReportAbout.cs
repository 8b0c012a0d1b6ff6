using Kunskapsstyrning.Web.Features.Spreadsheets;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Reports;

/// <summary>What the workbook of a report says of itself.</summary>
internal static class ReportAbout
{
    public static Sheet About(this ReadReport read, Uri? site) => Sheet.About(
    [
        ("Utdrag", read.Paper.Title), ("Rekommendation", read.Paper.Subject), ("Återkoppling nummer", read.Report.Number),
        ("Gjord", $"{SwedishTime.Local(read.Report.MadeAt):yyyy-MM-dd HH:mm}"), ("Gjord av", "SKR"),
        ("Villkor i förbehåll", read.Report.QuotesConditions ? "återges" : "återges inte"), ("Skäl att avstå", read.Report.QuotesReasons ? "återges" : "återges inte"),
        .. read.Paper.Pieces.OfType<Papers.Piece.Points>().Last().Items.Select(item => ("Så är det räknat", (Cell)string.Concat(item.Select(p => p.Text)))),
        .. site is not null ? [("På webben", (Cell)new Uri(site, Urls.ToReport(read.Recommendation.Slug, read.Report.Id)).ToString())] : Array.Empty<(string, Cell)>(),
    ]);
}
