using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Web.Api;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Features.Spreadsheets;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Exports;

/// <summary>A column of the list as it is taken along: that of the page, named in Swedish and as the API names it. A value stands here and nowhere else, whatever file it goes into.</summary>
/// <param name="Of">The column of the page that it belongs to.</param>
/// <param name="Heading">Its head in Swedish.</param>
/// <param name="Name">Its name in the API.</param>
/// <param name="Width">How many digits have room in it.</param>
/// <param name="Value">What stands in it, as the API has it.</param>
/// <param name="Cell">What stands in it, as a spreadsheet has it.</param>
internal sealed record RowColumn(TableColumn Of, string Heading, string Name, double Width, Func<MunicipalityRow, object?> Value, Func<MunicipalityRow, Cell> Cell)
{
    /// <summary>Every column, in the order that they stand in where a person has not chosen.</summary>
    private static readonly IReadOnlyList<RowColumn> All =
    [
        Words(TableColumn.Municipality, TableColumn.Code.Label(), "municipalityCode", 12, r => r.Municipality.Code.Digits),
        Words(TableColumn.Municipality, TableColumn.Municipality.Label(), "municipality", 22, r => r.Municipality.Name),
        Words(TableColumn.County, "Länskod", "countyCode", 10, r => r.County.Code),
        Words(TableColumn.County, TableColumn.County.Label(), "county", 24, r => r.County.Name),
        new(TableColumn.Status, TableColumn.Status.Label(), "status", 24, r => r.Standing.Status, r => r.Standing.Status.Label()),
        Words(TableColumn.Status, "Anmärkning", "remark", 26, r => r.Standing.Remark()),
        new(TableColumn.Status, "Sent svar", "late", 16, r => r.IsLate, r => r.LateWord()),
        new(TableColumn.Before, TableColumn.Before.Label(), "statusBefore", 24, r => r.Before?.Status, r => r.Before?.Status.Label()),
        Day(TableColumn.Decided, "decidedOn", r => r.Standing.Content?.DecidedOn),
        Words(TableColumn.Body, TableColumn.Body.Label(), "decidingBody", 30, r => r.Standing.Content?.Body),
        Day(TableColumn.Arrived, "arrivedOn", r => r.Standing.Content?.ArrivedOn),
        Year(TableColumn.FirstYear.Label(), "firstPayingYear", r => r.Standing.FirstPayingYear),
        Year("Betalar till och med", "lastPayingYear", r => r.Standing.LastPayingYear),
        new(TableColumn.Inhabitants, TableColumn.Inhabitants.Label(), "population", 12, r => r.Inhabitants, r => (decimal?)r.Inhabitants),
        Words(TableColumn.Size, TableColumn.Size.Label(), "sizeClass", 20, r => r.Inhabitants is { } inhabitants ? SizeClass.Of(inhabitants).Label() : null),
        new(TableColumn.Fee, TableColumn.Fee.Label(), "feeSek", 18, r => r.FirstYearFee?.ToNumber(), r => r.FirstYearFee),
    ];

    /// <summary>The columns that a view shows of a state, each with all that belongs to it; every one where none are chosen.</summary>
    public static IReadOnlyList<RowColumn> In(RecommendationView view, RecommendationState state)
    {
        var there = view.ColumnsToChoose(state, showsAnswers: true).Append(TableColumn.Municipality).ToHashSet();
        IEnumerable<RowColumn> chosen = view.ChosenColumns is null ? All.Where(c => there.Contains(c.Of)) : view.ColumnsFor(state, showsAnswers: true).SelectMany(column => All.Where(c => c.Of == column));
        return [.. chosen.Select(c => c.Of is TableColumn.Before ? c with { Heading = HeadingOf(c.Of, state) } : c)];
    }

    /// <summary>The head of a column of the page: the status on an earlier day is named by the day.</summary>
    public static string HeadingOf(TableColumn column, RecommendationState state) =>
        column is TableColumn.Before && state.Earlier is { } earlier ? $"Status {earlier.Day.Long()}" : column.Label();

    /// <summary>What stands in a column of the page, in words, with the word for a late answer where the page has it.</summary>
    public static string Text(TableColumn column, MunicipalityRow row, IReadOnlyList<TableColumn> columns)
    {
        string?[] words = [Text(column, row), column == RecommendationView.LateIn(columns) ? row.LateWord() : null];
        return string.Join(", ", words.Where(w => !string.IsNullOrEmpty(w)));
    }

    private static string Text(TableColumn column, MunicipalityRow row) => column switch
    {
        TableColumn.Municipality => row.Municipality.Name,
        TableColumn.County => row.County.Name,
        TableColumn.Code => row.Municipality.Code.Digits,
        TableColumn.Status => string.Join(", ", new[] { row.Standing.Status.Label(), row.Standing.Remark() }.OfType<string>()),
        TableColumn.Inhabitants when row.Inhabitants is null => Swedish.NotKnown,
        _ => Spoken(All.First(c => c.Of == column).Cell(row)),
    };

    private static string Spoken(Cell cell) => cell switch
    {
        { Words: { } words } => words,
        { Style: CellStyle.Day } => cell.AsDay?.Iso() ?? "",
        { Style: CellStyle.Plain, Number: { } year } => year.ToString(System.Globalization.CultureInfo.InvariantCulture),
        { Number: { } number } => Swedish.Number(number, cell.Style is CellStyle.AmountWithÖre ? 2 : 0),
        _ => "",
    };

    private static RowColumn Words(TableColumn of, string heading, string name, double width, Func<MunicipalityRow, string?> words) => new(of, heading, name, width, words, r => words(r));

    private static RowColumn Day(TableColumn of, string name, Func<MunicipalityRow, DateOnly?> day) => new(of, of.Label(), name, 12, r => day(r), r => day(r));

    private static RowColumn Year(string heading, string name, Func<MunicipalityRow, int?> year) =>
        new(TableColumn.FirstYear, heading, name, 14, r => year(r), r => year(r) is { } y ? Spreadsheets.Cell.Bare(y) : (string?)null);
}
