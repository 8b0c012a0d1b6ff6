using Kunskapsstyrning.Browser.Tests.Running;
using Xunit;

namespace Kunskapsstyrning.Browser.Tests.Accessibility;

/// <summary>Every public page in every state that an address leads to.</summary>
public sealed class PublicPageTests(Site site)
{
    private const string Of2016 = "/rekommendationer/2016-nationell-stodfunktion";
    private const string Of2018 = "/rekommendationer/2018-kunskapsstyrning";
    private const string Of2024 = "/rekommendationer/2024-kunskapsbaserad-socialtjanst";

    [Theory]
    [InlineData("/", 200)]
    [InlineData(Of2016, 200)]
    [InlineData(Of2016 + "?per=2016-09-12&status=pa-vag", 200)]
    [InlineData(Of2018 + "?lan=09", 200)]
    [InlineData(Of2018 + "?per=2019-09-15&fraga=gallde&lan=01&sortera=-beslut", 200)]
    [InlineData(Of2018 + "?per=2019-07-04&sedan=2018-12-20&andrat=ja&kolumner=status&kolumner=fore&kolumner=kod&karta=plats&lan=25", 200)]
    [InlineData(Of2018 + "?status=kanske&lan=Norrbotten", 200)]
    [InlineData(Of2018 + "/jamfor?fran=2019-07-04&till=2019-06-15", 200)]
    [InlineData(Of2018 + "/vaggskarm", 200)]
    [InlineData(Of2024 + "?lan=25", 200)]
    [InlineData(Of2024 + "?sok=finns-inte", 200)]
    [InlineData(Of2024 + "?per=2999-01-01", 400)]
    [InlineData("/rekommendationer/finns-inte", 404)]
    [InlineData("/kommuner", 200)]
    [InlineData("/kommuner?sok=ek", 200)]
    [InlineData("/kommuner?sok=xyzzy", 200)]
    [InlineData("/kommuner/0125", 200)]
    [InlineData("/kommuner/0125?rekommendation=2016-nationell-stodfunktion", 200)]
    [InlineData("/kommuner/0125?rekommendation=2018-kunskapsstyrning", 200)]
    [InlineData("/kommuner/0180?rekommendation=2016-nationell-stodfunktion&per=2016-09-12", 200)]
    [InlineData("/kommuner/9999", 404)]
    [InlineData("/kommuner/0125/beslutsunderlag/2016-nationell-stodfunktion", 200)]
    [InlineData("/kommuner/0180/beslutsunderlag/2018-kunskapsstyrning", 200)]
    [InlineData("/kommuner/0125/beslutsunderlag/2024-kunskapsbaserad-socialtjanst", 200)]
    [InlineData("/kommuner/0125/avgiftsbesked/2016-nationell-stodfunktion/2017", 200)]
    [InlineData("/kommuner/0180/avgiftsbesked/2018-kunskapsstyrning/2020", 200)]
    [InlineData("/kommuner/0125/avgiftsbesked/2016-nationell-stodfunktion/2030", 404)]
    [InlineData("/rekommendationer/2016-nationell-stodfunktion/kostnad-per-kommun/2017", 200)]
    [InlineData("/rekommendationer/2018-kunskapsstyrning/kostnad-per-kommun/2020", 200)]
    [InlineData("/rekommendationer/2024-kunskapsbaserad-socialtjanst/kostnad-per-kommun/2025", 404)]
    [InlineData("/tillganglighet", 200)]
    [InlineData("/finns-inte", 404)]
    [InlineData("/logga-in", 200)]
    [InlineData("/logga-in?returnUrl=%2Fregistrera", 200)]
    public Task A_page_has_no_accessibility_faults_and_never_scrolls_sideways(string address, int status) => site.Visit(async page =>
    {
        var answer = await page.GotoAsync(address);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");

        Assert.Equal(status, answer!.Status);
        await Faults.AreNowhereOn(page);
    });

    [Theory]
    [InlineData(Of2018 + "/fordelning?per=2019-07-04")]
    [InlineData(Of2024 + "/omgangar")]
    [InlineData(Of2018 + "/omgangar")]
    [InlineData(Of2024 + "/prognos?per=2024-05-17")]
    [InlineData(Of2024 + "/prognos")]
    [InlineData("/rekommendationer/jamfor")]
    public Task An_analysis_has_no_accessibility_faults_and_never_scrolls_sideways(string address) => A_page_has_no_accessibility_faults_and_never_scrolls_sideways(address, 200);
}
