using System.Diagnostics;

namespace Kunskapsstyrning.Bench;

/// <summary>Pages, request by request in turn with the bare endpoint: unchanged, and just after a change.</summary>
internal sealed class PagesMeasured(Duel duel)
{
    private const double UnchangedLimit = 0.3;
    private const double ChangedLimit = 2.5;

    public static async Task Measure(Contestants contestants, Report report)
    {
        var (product, _) = await contestants.StartProduct("product");
        await using var stopsProduct = product;
        var (bare, _) = await contestants.StartBare("bare");
        await using var stopsBare = bare;
        var pages = new PagesMeasured(new Duel(contestants.Database, product, bare));

        report.Heading("Pages, against a bare endpoint with the same rows");
        await pages.Both(report, "Recommendation, 290 rows", Contestants.Page, contestants.BarePage);
        await pages.Both(report, "Municipality", "/kommuner/0125", "/kommuner/0125");
        await pages.OtherNode(contestants, report);
        await FirstLoad.Measure(product, report);
    }

    private async Task Both(Report report, string name, string page, string barePage)
    {
        if (!await IsThere(page))
        {
            report.Missing(name, $"{page} is not there");
            return;
        }

        var (unchanged, bareUnchanged) = await duel.InTurn(page, barePage, batches: 9, each: 80, warm: 250);
        report.Compare($"{name}, unchanged", unchanged, bareUnchanged, UnchangedLimit);
        await using var heard = await duel.Database.Listen();
        var (changed, bareChanged) = await duel.InTurn(page, barePage, batches: 9, each: 15, warm: 80, heard);
        report.Compare($"{name}, just changed", changed, bareChanged, ChangedLimit);
    }

    /// <summary>From the commit of a change somewhere else until another node answers with it.</summary>
    private async Task OtherNode(Contestants contestants, Report report)
    {
        var (other, _) = await contestants.StartProduct("product-2");
        await using var stops = other;
        var slowest = 0.0;
        for (var i = 0; i < 10; i++)
        {
            var before = (await other.Get(Contestants.Page)).Body;
            await duel.Database.Change();
            var committed = Stopwatch.GetTimestamp();
            while ((await other.Get(Contestants.Page)).Body.AsSpan().SequenceEqual(before) && Stopwatch.GetElapsedTime(committed).TotalSeconds < 10) await Task.Delay(1);
            slowest = Math.Max(slowest, Stopwatch.GetElapsedTime(committed).TotalSeconds);
        }

        report.AtMost("A change is shown by another node, slowest of 10", slowest, 1, "s");
    }

    private async Task<bool> IsThere(string page)
    {
        using var response = (await duel.Product.Get(page)).Response;
        return response.IsSuccessStatusCode;
    }
}
