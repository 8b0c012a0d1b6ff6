using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Features.Papers;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Reports;

/// <summary>The outcome in numbers, inhabitants and kronor: of everyone, year by year, and county by county.</summary>
internal static class ReportTables
{
    public static Piece.Table Outcome(ReportGround ground)
    {
        var adoption = ground.State.Adoption;
        TableLine Line(string name, IReadOnlyList<StatusCount> counts, bool isSum)
        {
            var (municipalities, inhabitants) = (counts.Sum(c => c.Municipalities), counts.Sum(c => c.Inhabitants));
            PaperCell[] cells = [name, municipalities, Part(municipalities, adoption.Municipalities), inhabitants, Part(inhabitants, adoption.Inhabitants)];
            return new TableLine(ground.HasFees ? [.. cells, (PaperCell)(Kronor?)counts.Select(c => c.FirstYearFees ?? Kronor.Zero).Sum()] : cells, isSum);
        }

        return new Piece.Table(
            "Svaren", ground.State.BarSentence(),
            [new("Status", Part: 5), new("Kommuner", true), new("Andel, %", true), new("Invånare", true, 3), new("Andel, %", true), .. Fees(ground, "Avgifter per år, kr")],
            [
                .. Swedish.Statuses.Select(s => Line(s.Label(), [adoption[s]], isSum: false)),
                Line($"{ground.State.Tense().HaveFirst} antagit, även med förbehåll", [adoption[Status.Adopted], adoption[Status.AdoptedWithReservation]], isSum: true),
                Line("Alla", [.. Swedish.Statuses.Select(s => adoption[s])], isSum: true),
            ]);
    }

    /// <summary>What is paid and what could be, year by year; null where no fee is set.</summary>
    public static Piece.Table? Years(ReportGround ground)
    {
        var (adoption, tense, pays) = (ground.State.Adoption, ground.State.Tense(), ground.State.Paying().Pays);
        return adoption.Possible.Count == 0 || adoption.Possible.Values.Sum() == Kronor.Zero ? null : new Piece.Table(
            "Kronor per år", $"Avgifter år för år: vad de som {tense.Is} med {pays}, och vad det {(tense.IsPast ? "skulle bli" : "blir")} om alla {tense.Is} med.",
            [new("År"), new($"De som {tense.Is} med {pays}, kr", true, 4), new($"Om alla {tense.Is} med, kr", true, 4)],
            [.. adoption.Possible.Keys.Order().Select(year => new TableLine([PaperCell.OfYear(year), (PaperCell)(Kronor?)adoption.Secured[year], (Kronor?)adoption.Possible[year]]))]);
    }

    public static IEnumerable<Piece> Counties(ReportGround ground)
    {
        var rows = ground.State.Rows;
        TableLine Line(string name, IReadOnlyList<MunicipalityRow> all, bool isSum)
        {
            List<MunicipalityRow> adopted = [.. all.Where(r => r.Standing.HasAdopted)];
            PaperCell[] cells =
            [
                name, all.Count, .. Swedish.Statuses.Select(s => (PaperCell)all.Count(r => r.Standing.Status == s)),
                Part(adopted.Sum(r => r.Inhabitants ?? 0), all.Sum(r => r.Inhabitants ?? 0)),
            ];
            return new TableLine(ground.HasFees ? [.. cells, (PaperCell)(Kronor?)adopted.Select(r => r.FirstYearFee ?? Kronor.Zero).Sum()] : cells, isSum);
        }

        yield return new Piece.Heading(1, "Län för län", "lan");
        yield return new Piece.Table(
            "Län", $"Kommuner i varje län efter status, hur stor del av invånarna som bor där det {ground.State.Tense().Is} antaget, och vad de som {ground.State.Tense().Have} antagit {ground.State.Paying().Pays} per år.",
            [new("Län", Part: 5), new("Kommuner", true), .. Swedish.Statuses.Select(s => new TableHead(s.ShortLabel(), true)), new("Av invånarna, %", true), .. Fees(ground, "Avgifter, kr")],
            [.. rows.GroupBy(r => r.County.Code).OrderBy(c => Swedish.Key(c.First().County.Name)).Select(c => Line(c.First().County.Name, [.. c], isSum: false)), Line("Alla", rows, isSum: true)]);
    }

    private static IEnumerable<TableHead> Fees(ReportGround ground, string text) => ground.HasFees ? [new(text, true, 3)] : [];

    /// <summary>Per cent with one decimal.</summary>
    private static decimal? Part(int some, int all) => all == 0 ? null : Rounding.WithoutTrailingZeros(decimal.Round(100m * some / all, 1, MidpointRounding.AwayFromZero));
}
