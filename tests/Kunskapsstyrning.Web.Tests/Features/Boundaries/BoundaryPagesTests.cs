using System.Net;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Kunskapsstyrning.Web.Tests.Features.Overview;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Boundaries;

/// <summary>Boundaries over HTTP: a file is looked at, read in, and drawn on the page of a recommendation.</summary>
public sealed class BoundaryPagesTests(LoggingSite site) : IClassFixture<LoggingSite>
{
    private const string Address = "/administration/kommungranser";

    [Fact]
    public async Task A_file_is_looked_at_read_in_and_drawn()
    {
        using var administrator = await site.As("administrator");
        using var seen = await SignedInBrowser.Read(await administrator.PostFile(Address, Address, "fil", ("kommuner.geojson", MadeUpMap.GeoJson(States.Municipalities.Skip(1)))));
        (string, string) Hidden() => ("granser", seen.QuerySelector("input[name=granser]")!.GetAttribute("value")!);

        using var wrong = await SignedInBrowser.Read(await administrator.Post(Address, $"{Address}/spara", [Hidden(), ("kalla", " "), ("dag", "nyår")]));
        using var read = await administrator.Post(Address, $"{Address}/spara", [Hidden(), ("kalla", "SCB"), ("dag", "2025-01-01")]);
        using var list = await administrator.Page(read.Headers.Location!.OriginalString);
        using var page = await administrator.Page("/rekommendationer/2016-nationell-stodfunktion?karta=granser");

        Assert.All((string[])["kalla", "dag"], field => Assert.Equal("", seen.QuerySelector($"input[name={field}]")!.GetAttribute("value") ?? ""));
        Assert.Contains("Av 290 kommuner saknas 1.", seen.QuerySelector(".lead")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("Upplands Väsby", seen.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["#kalla", "#dag"], wrong.QuerySelectorAll("#fel a").Select(a => a.GetAttribute("href")));
        Assert.Equal(HttpStatusCode.SeeOther, read.StatusCode);
        Assert.Contains("Gränserna är inlästa.", list.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(289, page.QuerySelectorAll(".areas a path").Length);
    }

    [Fact]
    public async Task A_day_to_come_is_said_at_its_field_and_what_was_looked_at_waits()
    {
        using var administrator = await site.As("administrator");
        using var tried = await SignedInBrowser.Read(await administrator.PostFile(Address, Address, "fil", ("gränser.geojson", MadeUpMap.GeoJson(States.Municipalities))));
        var waiting = tried.QuerySelector("input[name=granser]")!.GetAttribute("value")!;

        using var refused = await administrator.Post(Address, $"{Address}/spara", ("granser", waiting), ("kalla", "SCB"), ("dag", "2099-01-01"));
        using var page = await SignedInBrowser.Read(refused);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Dagen ligger i framtiden.", page.QuerySelector("#dag-fel")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(waiting, page.QuerySelector("input[name=granser]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_is_wrong_is_said_on_the_form_and_nothing_is_kept()
    {
        using var administrator = await site.As("administrator");
        using var nothing = await administrator.PostForm(Address);
        using var shape = await administrator.PostFile(Address, Address, "fil", ("kommuner.shp", [0, 0, 0x27, 0x0A]));
        using var broken = await administrator.Post(Address, $"{Address}/spara", ("granser", "påhitt"), ("kalla", "SCB"), ("dag", "2025-01-01"));

        foreach (var (answer, sentence) in ((HttpResponseMessage, string)[])[(nothing, "Välj en fil med kommungränser."), (shape, "Filen är inte GeoJSON"), (broken, "Gränserna väntar inte längre")])
        {
            using var page = await SignedInBrowser.Read(answer);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(sentence, page.QuerySelector("#fil-fel")!.TextContent, StringComparison.Ordinal);
        }
    }
}
