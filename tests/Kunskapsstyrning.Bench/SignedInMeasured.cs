namespace Kunskapsstyrning.Bench;

/// <summary>A municipality's pages for its registrar: who asks is found out for each request, what is walled is read behind the wall, and nothing is kept.</summary>
internal static class SignedInMeasured
{
    private const double Limit = 3;

    public static async Task Measure(Contestants contestants, Report report)
    {
        var (product, _) = await contestants.StartInDevelopment("signed-in");
        await using var stopsProduct = product;
        var (bare, _) = await contestants.StartBare("bare-signed-in");
        await using var stopsBare = bare;
        using var browser = await Browser.SignedIn(product, "kommun-0125");
        product.Carry(browser.Cookies);
        var duel = new Duel(contestants.Database, product, bare);

        report.Heading("Signed in for a municipality, behind the wall");
        foreach (var (name, page) in new[] { ("Its own page", "/min-kommun"), ("Its public page", "/kommuner/0125") })
        {
            var (ours, plain) = await duel.InTurn(page, "/min-kommun/0125", batches: 9, each: 60, warm: 250);
            report.Compare(name, ours, plain, Limit);
        }
    }
}
