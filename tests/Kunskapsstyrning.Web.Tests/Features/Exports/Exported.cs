using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Features.Exports;
using Kunskapsstyrning.Web.Features.Overview;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Kunskapsstyrning.Web.Tests.Features.Exports;

/// <summary>Exports to test with, and what stands in their files.</summary>
internal static class Exported
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 30, 0, TimeSpan.Zero);

    /// <summary>A state as somebody at SKR takes it along.</summary>
    /// <param name="state">The state.</param>
    /// <param name="query">What stands after the question mark: filter, order, columns.</param>
    public static Export Of(RecommendationState state, string query = "") => new(
        state, ViewInAddress.Of(state.Recommendation.Slug, new QueryCollection(QueryHelpers.ParseQuery(query))) with { Day = state.IsToday ? null : state.AsOf.Day, Basis = state.AsOf.Basis },
        "Handläggare", Now, new Uri("https://kunskapsstyrning.example/"));

    /// <summary>The rows of a sheet, by name.</summary>
    public static List<List<string>> Sheet(byte[] file, string name)
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        var sheet = book.WorkbookPart!.Workbook.Sheets!.Cast<Sheet>().Single(s => s.Name == name);
        var rows = ((WorksheetPart)book.WorkbookPart.GetPartById(sheet.Id!.Value!)).Worksheet.Descendants<Row>();
        return [.. rows.Select(r => Filled(r))];
    }

    /// <summary>The number of municipalities in a status, counted in the rows and not in the sums.</summary>
    public static int Count(RecommendationState state, Status status) => state.Rows.Count(r => r.Standing.Status == status);

    private static List<string> Filled(Row row)
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements<Cell>())
        {
            var at = Column(cell.CellReference!.Value!);
            while (cells.Count < at) cells.Add("");
            cells.Add(cell.InnerText);
        }

        return cells;
    }

    private static int Column(string reference) => reference.TakeWhile(char.IsLetter).Aggregate(0, (so, letter) => so * 26 + letter - 'A' + 1) - 1;

    public static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
