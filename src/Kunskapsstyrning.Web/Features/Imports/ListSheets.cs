using System.Globalization;
using Kunskapsstyrning.Web.Api;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Imports;

/// <summary>Lists to take away as files for spreadsheets.</summary>
internal static class ListSheets
{
    /// <summary>The rows that cannot be registered, as they were typed, with the reason in a column after them.</summary>
    public static IResult Failures(ListAtHandView list, ImportPlan plan) =>
        Failures(list.Table.Headings, plan.Rows.Where(r => r.Plan is RowPlan.Fails).Select(r => (r.Number, r.Cells, string.Join(' ', r.Hard))));

    /// <summary>The rows that were not registered, as they were typed, with the reason in a column after them.</summary>
    public static IResult Failures(ImportReportView report) =>
        Failures(report.Import.Headings, report.NotRegistered.Select(r => (r.Number, r.Cells ?? [], r.Note ?? "")));

    /// <summary>What the list said, what was registered before, and what changed.</summary>
    public static IResult Report(ImportReportView report)
    {
        IEnumerable<string> headings = ["Rad", "Kommunkod", "Kommun", "Listan säger", "Vi hade", "Blev", "Anmärkning"];
        var rows = report.Import.Rows.Select(r => (IEnumerable<string>)
        [
            Text(r.Number), r.Municipality?.Digits ?? "", r.Municipality is { } code ? report.NameOf(code) : "",
            r.Said.InShort(), r.Had.InShort(), r.Result.Label(), report.Import.Undoing is { } undoing && r.Version is not null ? undoing.Left.GetValueOrDefault(r.Number, "Ångrat.") : r.Note ?? "",
        ]);
        var silent = report.NotInList.Select(m => (IEnumerable<string>)["", m.Code.Digits, m.Name, "–", "", "Står inte i listan", ""]);
        return Csv.Sheet(rows.Concat(silent).Prepend(headings), "avstamning");
    }

    private static IResult Failures(IReadOnlyList<string> headings, IEnumerable<(int Number, IReadOnlyList<string> Cells, string Why)> rows) =>
        Csv.Sheet(rows.Select(r => r.Cells.Append(Text(r.Number)).Append(r.Why)).Prepend(headings.Append("Rad i listan").Append("Varför den inte är registrerad")), "ej-registrerade");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
