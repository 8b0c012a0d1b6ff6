using AngleSharp.Html.Parser;
using Kunskapsstyrning.Web.Tests.Features.Inbox;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Populations;

/// <summary>The program as a process of its own, killed while it reads in.</summary>
public sealed class KilledWhileReadingInTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Killed_between_the_original_and_the_figures_it_leaves_nothing_half_and_what_waited_still_waits()
    {
        app.Clock.Now = TimeProvider.System.GetUtcNow(); // the other process has a clock of its own
        var officer = app.As("handlaggare");
        var id = await officer.Put(Counted.Csv(2018, 31, of: 2018));
        await using var node = await RunningNode.Start("folkmangd-doer", app.OwnerConnectionString, new Dictionary<string, string> { ["Scb__Address"] = "http://127.0.0.1:1/", ["Mail__Folder"] = "" });
        using var browser = await node.SignIn("handlaggare");
        var at = $"/folkmangd/las-in/{id.Value}";
        using var page = await new HtmlParser().ParseDocumentAsync(await browser.GetStringAsync(new Uri(at, UriKind.Relative)));
        var fields = ((string[])["ar", "sedd", "__RequestVerificationToken"]).ToDictionary(name => name, name => page.QuerySelector($"input[name={name}]")!.GetAttribute("value")!);
        var before = await FiguresInAll.Of(app);

        await using (var figures = await HeldTable.In(app, "population_figure"))
        {
            var posted = browser.PostAsync(new Uri($"{at}/spara", UriKind.Relative), new FormUrlEncodedContent(fields));
            await figures.Waiting(app);
            node.Kill();
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => posted);
        }

        Assert.Equal(before, await FiguresInAll.Of(app));
        Assert.Null((await officer.Confirm(id)).Refusal);
        Assert.NotEqual(before, await FiguresInAll.Of(app));
    }
}
