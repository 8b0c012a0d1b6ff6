using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Reports;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Features.Papers;
using Kunskapsstyrning.Web.Features.Reports;
using Kunskapsstyrning.Web.Features.Snapshots;
using Kunskapsstyrning.Web.Ui;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Reports;

/// <summary>Every figure of a report is that of the overview of the day: for every round of the example, on several days.</summary>
public sealed class ReportAgreementTests(ExampleApp app) : IClassFixture<ExampleApp>
{
    private const string First = "2016-nationell-stodfunktion";
    private const string Second = "2018-kunskapsstyrning";
    private const string Third = "2024-kunskapsbaserad-socialtjanst";

    [Theory]
    [InlineData(First, "2016-06-20", Basis.Arrived), InlineData(First, "2016-09-30", Basis.Arrived), InlineData(First, "2016-10-20", Basis.Held)]
    [InlineData(Second, "2019-07-04", Basis.Arrived), InlineData(Second, "2019-10-15", Basis.Arrived), InlineData(Second, "2020-09-15", Basis.Held), InlineData(Second, "2022-01-31", Basis.Arrived)]
    [InlineData(Third, "2024-01-26", Basis.Arrived), InlineData(Third, "2024-06-30", Basis.Arrived), InlineData(Third, "2025-03-01", Basis.Arrived)]
    public async Task Every_figure_is_that_of_the_overview_of_the_day(string slug, string day, Basis basis)
    {
        var asOf = new AsOf(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), basis);

        var paper = (await Made(slug, asOf)).Paper;

        var state = (await app.As(Role.Reader).Ask(new StateOfRecommendation(slug, asOf)))!;
        Assert.Equal(state.Headline().Text(), ((Piece.Paragraph)paper.Pieces[0]).Phrases[0].Text);
        AgreesInOutcome(state, Table(paper, "Svaren"));
        AgreesByCounty(state, Table(paper, "Län"));
        AgreesYearByYear(state, paper);
        foreach (var status in Swedish.Statuses) AgreesInList(state, status, paper);
        Assert.Equal(state.Curve.Count > 0, paper.Pieces.OfType<Piece.Picture>().Any(p => p.Name == "Kurva" && p.Sentence == state.CurveSentence()));
    }

    private static void AgreesInOutcome(RecommendationState state, Piece.Table table)
    {
        for (var at = 0; at < Swedish.Statuses.Count; at++)
        {
            var (count, cells) = (state.Adoption[Swedish.Statuses[at]], table.Lines[at].Cells);
            Assert.Equal((Swedish.Statuses[at].Label(), count.Municipalities, count.Inhabitants), (cells[0].Words!, (int)cells[1].Number!, (int)cells[3].Number!));
            Assert.Equal(Share(count.Inhabitants, state.Adoption.Inhabitants), cells[4].Number);
            if (count.FirstYearFees is { } fees) Assert.Equal(fees.Amount, cells[5].Number);
        }

        Assert.Equal(state.Adoption.HaveAdopted, table.Lines[5].Cells[1].Number);
        Assert.Equal(290, table.Lines[6].Cells[1].Number);
    }

    private static void AgreesByCounty(RecommendationState state, Piece.Table table)
    {
        var counties = state.Rows.GroupBy(r => r.County.Name).ToDictionary(c => c.Key, c => c.ToList());
        Assert.Equal(counties.Count + 1, table.Lines.Count);
        foreach (var line in table.Lines.SkipLast(1))
        {
            var rows = counties[line.Cells[0].Words!];
            Assert.Equal([rows.Count, .. Swedish.Statuses.Select(s => rows.Count(r => r.Standing.Status == s))], line.Cells.Skip(1).Take(6).Select(c => (int)c.Number!));
            Assert.Equal(Share(rows.Where(r => r.Standing.HasAdopted).Sum(r => r.Inhabitants ?? 0), rows.Sum(r => r.Inhabitants ?? 0)), line.Cells[7].Number);
            if (line.Cells.Count > 8) Assert.Equal(rows.Where(r => r.Standing.HasAdopted).Select(r => r.FirstYearFee ?? Kronor.Zero).Sum().Amount, line.Cells[8].Number);
        }

        Assert.InRange(state.Adoption.PopulationShareAdopted * 100 - table.Lines[^1].Cells[7].Number!.Value, -0.05m, 0.05m);
    }

    private static void AgreesYearByYear(RecommendationState state, Paper paper)
    {
        if (state.Adoption.Possible.Values.Sum() == Kronor.Zero)
        {
            Assert.DoesNotContain(paper.Pieces.OfType<Piece.Table>(), t => t.Name == "Kronor per år");
            return;
        }

        Assert.Equal(
            state.Adoption.Possible.OrderBy(y => y.Key).Select(y => ((int?)y.Key, (decimal?)state.Adoption.Secured[y.Key].Amount, (decimal?)y.Value.Amount)),
            Table(paper, "Kronor per år").Lines.Select(l => (l.Cells[0].Year, l.Cells[1].Number, l.Cells[2].Number)));
    }

    private static void AgreesInList(RecommendationState state, Status status, Paper paper)
    {
        var rows = state.Rows.Where(r => r.Standing.Status == status).ToList();
        var table = paper.Pieces.OfType<Piece.Table>().SingleOrDefault(t => t.Name == status.ShortLabel());
        Assert.Equal(rows.Count > 0, table is not null);
        if (table is null) return;

        Assert.Equal(rows.Select(r => r.Municipality.Name).Order(Swedish.Order), table.Lines.Select(l => l.Cells[0].Words!).Order(Swedish.Order));
        var fee = table.Heads.ToList().FindIndex(h => h.Text.StartsWith("Avgift", StringComparison.Ordinal));
        if (fee > 0) Assert.Equal(rows.Select(r => r.FirstYearFee?.Amount ?? 0).Sum(), table.Lines.Sum(l => l.Cells[fee].Number ?? 0));
    }

    private static Piece.Table Table(Paper paper, string name) => paper.Pieces.OfType<Piece.Table>().Single(t => t.Name == name);

    private static decimal? Share(int some, int all) => all == 0 ? null : decimal.Round(100m * some / all, 1, MidpointRounding.AwayFromZero);

    private async Task<ReadReport> Made(string slug, AsOf asOf)
    {
        var (snapshot, report) = (new SnapshotId(Guid.CreateVersion7()), new ReportId(Guid.CreateVersion7()));
        Assert.Null((await app.As(Role.Officer).Run(new TakeSnapshot(snapshot, slug, asOf, $"Läget {asOf.Day.Iso()} {asOf.Basis}", "Återkoppling"))).Refusal);
        Assert.Null((await app.As(Role.Officer).Run(new MakeReport(report, slug, snapshot, new ReportQuotes(Conditions: true, Reasons: true)))).Refusal);
        return (await app.As(Role.Reader).Ask(new ReportToRead(slug, report)))!;
    }
}
