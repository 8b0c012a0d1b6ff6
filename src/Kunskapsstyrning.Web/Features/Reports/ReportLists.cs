using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Features.Papers;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Reports;

/// <summary>The municipalities of a report, status by status; a status that nobody has is left out.</summary>
internal static class ReportLists
{
    public static IEnumerable<Piece> All(ReportGround ground) =>
    [
        .. Section(ground, Status.Adopted, $"{ground.State.Tense().HaveFirst} antagit", "antagit", Adopted),
        .. Section(ground, Status.AdoptedWithReservation, $"{ground.State.Tense().HaveFirst} antagit med förbehåll", "forbehall", Reserved),
        .. Section(ground, Status.Declined, ground.State.Tense().IsPast ? "Avstod" : "Avstår", "avstar", Declined),
        .. Section(ground, Status.InPreparation, "På väg", "pa-vag", InPreparation),
        .. Section(ground, Status.NoResponse, $"{ground.State.Tense().HaveFirst} inte svarat", "ej-svarat", Silent),
    ];

    private static IEnumerable<Piece> Section(ReportGround ground, Status status, string heading, string anchor, Func<ReportGround, IReadOnlyList<Column>> columns)
    {
        if (ground.In(status) is not { Count: > 0 } rows) return [];

        IReadOnlyList<Column> shown = [new(new("Kommun", Part: 4), r => r.Municipality.Name), .. columns(ground)];
        return
        [
            new Piece.Heading(1, heading, anchor),
            new Piece.Table(status.ShortLabel(), ground.ListCaption(status, rows.Count), [.. shown.Select(c => c.Head)], [.. rows.Select(r => new TableLine([.. shown.Select(c => c.Cell(r))]))]),
        ];
    }

    private static IReadOnlyList<Column> Adopted(ReportGround ground) => [new(new("Län", Part: 5), r => r.County.Name), .. Decision, .. Payment(ground), Remark];

    private static IReadOnlyList<Column> Reserved(ReportGround ground) =>
        [.. Decision, .. Payment(ground), Remark, .. ground.Quotes.Conditions ? [new Column(new("Förbehållet, med kommunens ord", Part: 9), r => ground.WordsOf(r).Conditions ?? "inte registrerat")] : Array.Empty<Column>()];

    private static IReadOnlyList<Column> Declined(ReportGround ground) =>
    [
        .. Decision, Remark,
        .. ground.Quotes.Reasons
            ? [new Column(new("Skäl", Part: 4), r => Swedish.ReasonLabel(ground.WordsOf(r).Reason)), new Column(new("Med kommunens ord", Part: 9), r => ground.WordsOf(r).ReasonQuote)]
            : Array.Empty<Column>(),
    ];

    private static IReadOnlyList<Column> InPreparation(ReportGround ground) =>
    [
        new(new("Län", Part: 5), r => r.County.Name), new(new("Vad som har kommit in", Part: 6), r => r.Standing.Content!.InReport()),
        new(new("Av", Part: 6), r => r.Standing.Content?.Body), new(new("Kom in", Part: 3), r => (DateOnly?)r.Standing.Content?.ArrivedOn),
    ];

    private static IReadOnlyList<Column> Silent(ReportGround ground) =>
        [new(new("Län", Part: 5), r => r.County.Name), new(new("Invånare", true, 3), r => (decimal?)r.Inhabitants), new(new("Sista svarsdag", Part: 3), r => r.Deadline)];

    private static IReadOnlyList<Column> Decision =>
        [new(new("Beslutat av", Part: 6), r => r.Standing.Content?.Body), new(new("Beslutsdag", Part: 3), r => r.Standing.Content?.DecidedOn)];

    private static IEnumerable<Column> Payment(ReportGround ground)
    {
        yield return new(new("Betalar från", Part: 2), r => PaperCell.OfYear(r.Standing.FirstPayingYear));
        if (ground.HasFees) yield return new(new("Avgift per år, kr", true, 3), r => r.FirstYearFee);
    }

    private static Column Remark => new(new("Anmärkning", Part: 3), r => string.Join(", ", new[] { r.LateWord(), r.Standing.Remark() }.OfType<string>()));

    private sealed record Column(TableHead Head, Func<MunicipalityRow, PaperCell> Cell);
}
