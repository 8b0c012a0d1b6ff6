using System.Net;
using System.Text;
using AngleSharp.Dom;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Populations;

/// <summary>Population over HTTP: the pages, a file, and figures from a server that answers as SCB's.</summary>
public sealed class PopulationPagesTests(PopulationSite site) : IClassFixture<PopulationSite>
{
    private const string ReadIn = "/folkmangd/las-in";

    [Fact]
    public async Task A_file_is_put_there_looked_through_and_read_in_and_its_original_is_downloaded()
    {
        using var officer = await site.As("handlaggare");
        var file = Encoding.Latin1.GetBytes(Counted.Csv(2017, 21, of: 2017, separator: ";"));
        using var put = await officer.PostFile(ReadIn, ReadIn, "fil", ("Folkmängd 2017.csv", file));
        var at = put.Headers.Location!.OriginalString;
        using var seen = await officer.Page(at);

        using var read = await officer.Post(at, $"{at}/spara", Hidden(seen));
        using var set = await officer.Page(read.Headers.Location!.OriginalString);
        using var original = await officer.Get(set.QuerySelectorAll("a").Single(a => a.TextContent == "Hämta originalet").GetAttribute("href")!);
        using var reader = await site.As("lasare");
        using var list = await reader.Page("/folkmangd");

        Assert.Contains("invånare den 31 december 2017 kan läsas in.", Plain(seen.QuerySelector("h1")!), StringComparison.Ordinal);
        Assert.Equal(290, seen.QuerySelectorAll("table tbody tr").Length);
        Assert.Equal(HttpStatusCode.SeeOther, read.StatusCode);
        Assert.Contains("Siffrorna är inlästa och gäller från och med nu.", set.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(file, await original.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", original.Content.Headers.ContentDisposition!.DispositionType);
        var rows = list.QuerySelectorAll("table tbody tr").Where(r => r.QuerySelector("th")!.TextContent.StartsWith("2017-12-31", StringComparison.Ordinal)).ToList();
        Assert.Equal(["2017-12-31", "2017-12-31 (ersatt)"], rows.Select(r => r.QuerySelector("th")!.TextContent.Trim()));
        Assert.DoesNotContain(list.QuerySelectorAll("a"), a => a.GetAttribute("href") == ReadIn);
    }

    [Fact]
    public async Task Figures_fetched_from_SCB_go_the_same_way()
    {
        using var officer = await site.As("handlaggare-2");
        using var fetched = await officer.Post(ReadIn, $"{ReadIn}/scb", ("ar", "2023"));
        var at = fetched.Headers.Location!.OriginalString;
        using var seen = await officer.Page(at);

        using var without = await officer.Post(at, $"{at}/spara", Hidden(seen));
        using var again = await SignedInBrowser.Read(without);
        using var read = await officer.Post(at, $"{at}/spara", Hidden(seen).Append(("stammer", "ja")));

        Assert.Equal(HttpStatusCode.SeeOther, fetched.StatusCode);
        Assert.Contains($"Läst från {site.Server.Address}tables/TAB638/data.", seen.Body!.TextContent, StringComparison.Ordinal);
        if (seen.QuerySelector("#stammer") is not null) Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, seen.QuerySelector("#stammer") is null ? without.StatusCode : read.StatusCode);
        Assert.StartsWith("TAB638-2023.json", await site.App.Read<string>("SELECT file_name FROM document WHERE file_name LIKE 'TAB638-2023%'"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_odd_must_be_ticked_before_it_is_read_in()
    {
        using var officer = await site.As("administrator");
        using var put = await officer.PostFile(ReadIn, ReadIn, "fil", ("x.csv", Encoding.UTF8.GetBytes(Counted.Csv(2022, 20_000, of: 2022))));
        var at = put.Headers.Location!.OriginalString;
        using var seen = await officer.Page(at);

        using var refused = await officer.Post(at, $"{at}/spara", Hidden(seen));
        using var page = await SignedInBrowser.Read(refused);
        using var discarded = await officer.Post(at, $"{at}/kasta");
        using var gone = await officer.Get(at);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.StartsWith("Fel: ", page.Title, StringComparison.Ordinal);
        Assert.Equal("#stammer", page.QuerySelector("#fel a")!.GetAttribute("href"));
        Assert.Contains("över 10 %", Plain(page.QuerySelector("table tbody tr")!), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task What_cannot_be_read_in_offers_no_button()
    {
        using var officer = await site.As("administrator");
        using var put = await officer.PostFile(ReadIn, ReadIn, "fil", ("x.csv", "Region,2024\n0125,28910\n"u8.ToArray()));

        using var seen = await officer.Page(put.Headers.Location!.OriginalString);

        Assert.Contains("går inte att läsa in.", seen.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("289 av 290 kommuner saknar siffra", Plain(seen.QuerySelector(".findings")!), StringComparison.Ordinal);
        Assert.DoesNotContain(seen.QuerySelectorAll("button"), b => b.TextContent == "Läs in siffrorna");
    }

    [Fact]
    public async Task What_is_wrong_is_said_on_the_form_and_nothing_waits()
    {
        using var officer = await site.As("handlaggare");
        using var nothing = await officer.PostForm(ReadIn);
        using var picture = await officer.PostFile(ReadIn, ReadIn, "fil", ("x.png", [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0]));
        using var noYear = await officer.Post(ReadIn, $"{ReadIn}/scb", ("ar", "i år"));
        using var later = await officer.Post(ReadIn, $"{ReadIn}/scb", ("ar", "2029"));

        foreach (var (answer, field, sentence) in ((HttpResponseMessage, string, string)[])[(nothing, "fil", "Välj en fil."), (picture, "fil", "Filen är ingen lista."), (noYear, "ar", "Skriv ett år med fyra siffror."), (later, "ar", "SCB har inga siffror för 2029")])
        {
            using var page = await SignedInBrowser.Read(answer);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Equal($"#{field}", page.QuerySelector("#fel a")!.GetAttribute("href"));
            Assert.Contains(sentence, page.QuerySelector($"#{field}-fel")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Only_those_who_manage_recommendations_may_read_in()
    {
        using var reader = await site.As("lasare");
        using var refused = await reader.Get(ReadIn);
        using var municipality = await site.As("kommun-0125");
        using var hidden = await municipality.Get("/folkmangd");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.NotFound), (refused.StatusCode, hidden.StatusCode));
    }

    private static string Plain(IElement element) => element.TextContent.Replace('\u00A0', ' ');

    private static IEnumerable<(string, string)> Hidden(IDocument page) =>
        [("ar", page.QuerySelector("input[name=ar]")!.GetAttribute("value")!), ("sedd", page.QuerySelector("input[name=sedd]")!.GetAttribute("value")!)];
}

/// <summary>The whole application with ready-made users, and a server that answers as SCB's.</summary>
public sealed class PopulationSite : IAsyncLifetime
{
    private readonly TestSite _site = new();
    private WebApplicationFactory<Program>? _running;
    private StatisticsServer? _server;

    public TestApp App => _site.App;

    internal StatisticsServer Server => _server!;

    /// <summary>A ready-made user who has signed in, without script.</summary>
    public async Task<SignedInBrowser> As(string login)
    {
        var browser = new SignedInBrowser(_running!.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));
        using var answer = await browser.Post("/logga-in", "/logga-in", ("anvandare", login));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    public async ValueTask InitializeAsync()
    {
        await _site.InitializeAsync();
        _server = await StatisticsServer.Start();
        _running = _site.WithWebHostBuilder(builder =>
        {
            builder.UseEnvironment("Development");
            builder.UseSetting("Example", "false");
            builder.UseSetting("Mail:Folder", "");
            builder.UseSetting("Scb:Address", _server.Address.AbsoluteUri);
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_running is not null) await _running.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
        await _site.DisposeAsync();
    }
}
