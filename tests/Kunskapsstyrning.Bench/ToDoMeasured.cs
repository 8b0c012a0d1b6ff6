using Kunskapsstyrning.Domain.Rounds;
using Kunskapsstyrning.Web.Features.ReferenceData;
using Kunskapsstyrning.Web.Features.Rounds;

namespace Kunskapsstyrning.Bench;

/// <summary>What an officer has to do today, about the municipalities of a county that the officer follows: found out for each request, behind the wall, and nothing is kept.</summary>
internal static class ToDoMeasured
{
    private const double Limit = 2.5;
    private const string Asked = "2024-kunskapsbaserad-socialtjanst";

    public static async Task Measure(Contestants contestants, Report report)
    {
        var officer = ReadyMadeUsers.As("handlaggare").Person!.Value;
        var followed = contestants.Database.Facts.Municipalities.Where(m => m.CountyCode == "01").Select(m => m.Code).ToList();
        await contestants.Database.Follow(new AssignMunicipalities(Asked, followed, officer));
        var tomorrow = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(2);
        foreach (var code in followed.Take(8))
            await contestants.Database.Follow(new NoteContact(new ContactNoteId(Guid.CreateVersion7()), code, Asked, null, new NextStep(null, null, tomorrow)));

        var (product, _) = await contestants.StartInDevelopment("to-do");
        await using var stopsProduct = product;
        var (bare, _) = await contestants.StartBare("bare-to-do");
        await using var stopsBare = bare;
        using var browser = await Browser.SignedIn(product, "handlaggare");
        product.Carry(browser.Cookies);

        report.Heading($"What an officer has to do today, {followed.Count} municipalities");
        var (ours, plain) = await new Duel(contestants.Database, product, bare).InTurn("/mina-kommuner", $"/att-gora/{officer.Value}", batches: 9, each: 60, warm: 1000);
        report.Compare("The to-do page", ours, plain, Limit);
    }
}
