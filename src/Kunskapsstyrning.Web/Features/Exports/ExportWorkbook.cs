using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Features.Spreadsheets;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Exports;

/// <summary>A view as a workbook to reckon on with: the list, the numbers, and what it is.</summary>
internal static class ExportWorkbook
{
    public static byte[] Write(Export export) => Workbook.Write(export.Title, export.Now, [List(export), Numbers(export), .. Years(export.State), About(export)]);

    private static Sheet List(Export export) => new(
        "Kommuner",
        [.. export.Columns.Select(c => new Column(c.Heading, c.Width))],
        export.Rows.Select(row => (IReadOnlyList<Cell>)[.. export.Columns.Select(c => c.Cell(row))]));

    private static Sheet Numbers(Export export)
    {
        var state = export.State;
        var hasFees = state.Adoption[Status.NoResponse].FirstYearFees is not null;
        IReadOnlyList<Cell> Line(string name, IReadOnlyList<StatusCount> counts)
        {
            var inhabitants = counts.Sum(c => c.Inhabitants);
            Cell[] cells = [name, counts.Sum(c => c.Municipalities), inhabitants, (decimal?)(state.Adoption.Inhabitants == 0 ? 0 : Rounding.ToDecimals(100m * inhabitants / state.Adoption.Inhabitants, 2))];
            return hasFees ? [.. cells, (decimal?)counts.Sum(c => c.FirstYearFees?.Amount ?? 0)] : cells;
        }

        IEnumerable<IReadOnlyList<Cell>> Selected(Adoption chosen) =>
        [
            Line($"Urvalet: {state.Tense().Have} antagit, även med förbehåll", [chosen[Status.Adopted], chosen[Status.AdoptedWithReservation]]),
            Line("Urvalet: alla", [.. Swedish.Statuses.Select(s => chosen[s])]),
        ];

        return new Sheet(
            "Siffror",
            [new("Status", 32), new("Kommuner", 12), new("Invånare", 14), new("Andel av invånarna, procent", 28), .. hasFees ? [new Column("Avgifter per år, kr", 20)] : Array.Empty<Column>()],
            [
                .. Swedish.Statuses.Select(s => Line(s.Label(), [state.Adoption[s]])),
                Line($"{state.Tense().HaveFirst} antagit, även med förbehåll", [state.Adoption[Status.Adopted], state.Adoption[Status.AdoptedWithReservation]]),
                Line("Alla", [.. Swedish.Statuses.Select(s => state.Adoption[s])]),
                .. export.SelectionSum is null ? [] : Selected(RecommendationView.Counted(state, export.Rows)),
            ]);
    }

    private static IEnumerable<Sheet> Years(RecommendationState state) => state.Adoption.Possible.Count == 0 ? [] :
    [
        new Sheet("Kronor per år", [new("År", 10), new($"De som {state.Tense().Is} med {state.Paying().Pays}, kr", 26), new("Om alla var med, kr", 22)],
            state.Adoption.Possible.Keys.Order().Select(year => (IReadOnlyList<Cell>)[Cell.Bare(year), (decimal?)state.Adoption.Secured[year].Amount, (decimal?)state.Adoption.Possible[year].Amount])),
    ];

    private static Sheet About(Export export)
    {
        var state = export.State;
        return Sheet.About(
        [
            ("Utdrag", export.Title), ("Rekommendation", state.Recommendation.Title), ("Läget den", (DateOnly?)state.AsOf.Day), ("Fråga", Swedish.DayAndQuestion(state)),
            ("Urval i listan", export.Selection), .. export.SelectionSum is { } sum ? [("Urvalet i tal", (Cell)sum)] : Array.Empty<(string, Cell)>(),
            ("Ordning i listan", export.View.OrderInWords()), ("Läget i en mening", state.SentenceToCopy()),
            .. state.YearlyFeesSentence() is { } yearly ? [("Avgifter per år", (Cell)yearly)] : Array.Empty<(string, Cell)>(),
            ("Uttaget", $"{SwedishTime.Local(export.Now):yyyy-MM-dd HH:mm}"), ("Uttaget av", export.Taker),
            ("Version", $"Till och med händelse {Swedish.Number(state.Sequence)}"), ("Källa", state.SourceSentence()),
            .. export.Kept is { } kept ? [("Sparat läge", (Cell)kept.Name), ("Sparat för", (Cell)kept.Purpose)] : Array.Empty<(string, Cell)>(),
            .. state.Earlier is { } earlier ? [("Ändringar räknade från", (Cell)(DateOnly?)earlier.Day)] : Array.Empty<(string, Cell)>(),
            .. export.View.NotUnderstood.Count > 0 ? [("Utelämnat ur adressen", (Cell)export.View.NotUnderstoodSentence())] : Array.Empty<(string, Cell)>(),
            .. export.Address is { } address ? [("Samma läge på webben", (Cell)address.ToString())] : Array.Empty<(string, Cell)>(),
            .. state.ExampleNotice is { } notice ? [("Exempeldata", (Cell)notice)] : Array.Empty<(string, Cell)>(),
        ]);
    }
}
