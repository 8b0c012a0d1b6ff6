using Kunskapsstyrning.Web.Features.Spreadsheets;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.FeePapers;

/// <summary>The same list as a workbook, to reckon on with.</summary>
internal static class CostListWorkbook
{
    /// <summary>The workbook.</summary>
    /// <param name="list">The year's fees.</param>
    /// <param name="asker">The name of the one who takes it out; null for one who has not signed in.</param>
    public static byte[] Write(CostList list, string? asker) => Workbook.Write(list.Title(), list.Now, Costs(list), About(list, asker));

    private static Sheet Costs(CostList list) => new(
        $"Kostnad per kommun {list.Year}",
        [
            new("Kommunkod", 12), new("Kommun", 22), new("Länskod", 10), new("Län", 24), new("Invånare", 12), new("Rabatt, procent", 15), new("Beräknad avgift före avrundning, kr", 34), new("Beräknad avgift, kr", 20),
            new("Publicerad avgift, kr", 20), new("Publicerad mot beräknad, kr", 27), new("Avgift som gäller, kr", 21),
        ],
        list.Lines.Select(l => (IReadOnlyList<Cell>)
        [
            l.Municipality.Code.Digits, l.Municipality.Name, l.County.Code, l.County.Name, list.Terms.PopulationDate is null ? (decimal?)null : l.Fee.Inhabitants, l.Fee.Discounted ? list.Terms.Discount!.Part * 100 : (decimal?)null,
            l.Fee.Exact, l.Fee.Computed, l.Fee.Published, l.Fee.PublishedDifference, l.Fee.Amount,
        ]));

    private static Sheet About(CostList list, string? asker) => Sheet.About(
        ("Lista", list.Title()), ("Rekommendation", list.Recommendation.Title), ("År", Cell.Bare(list.Year)), ("Urval", $"Alla {list.Lines.Count} kommuner, efter namn"),
        ("Uttaget", $"{list.Today.Iso()} {SwedishTime.Local(list.Now):HH:mm}"), ("Uttaget av", asker ?? "Någon som inte är inloggad"),
        ("Version av avgifterna", Cell.Bare(list.Fees.Version)), ("Avgifterna gäller", list.Fees.Period.Years.Text()), ("Folkmängd", list.PopulationSentence() ?? "Avgiften beror inte på folkmängden"),
        ("Summa, kr", list.Sum), ("Summan mot angiven kostnad", list.Recommendation.StatedCost is null ? "Ingen kostnad är angiven" : list.SumSentence()), ("Tak", list.CapSentence() ?? "Inget tak är angivet"),
        ("Så är avgifterna räknade", string.Join(' ', list.Reckoning())), ("Publicerade belopp", string.Join(' ', new[] { list.OriginSentence(), list.DifferenceSentence()?.Replace(":", ".", StringComparison.Ordinal) }.OfType<string>())));
}
