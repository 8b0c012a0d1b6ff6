using System.Net;
using System.Net.Http.Headers;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Features.Publishing;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Publishing;

/// <summary>What everyone may see of a recommendation, decided on one node and held at once on every node: pages that are kept, the API, what search engines are told.</summary>
public sealed class PublicityTests : IAsyncLifetime
{
    private const string Slug = "2018-kunskapsstyrning";
    private const string Body = "Zqorganqz";

    /// <summary>Every address on which a recommendation shows; those that name it are not there when it is internal.</summary>
    private static readonly string[] Named =
    [
        $"/rekommendationer/{Slug}", $"/rekommendationer/{Slug}?status=antagit", $"/kommuner/0125?rekommendation={Slug}", $"/kommuner/0136?rekommendation={Slug}",
        $"/kommuner/0125/beslutsunderlag/{Slug}", $"/kommuner/0125/beslutsunderlag/{Slug}.docx", $"/kommuner/0125/avgiftsbesked/{Slug}/2020", $"/api/v1/recommendations/{Slug}",
        $"/api/v1/recommendations/{Slug}/fees", $"/api/v1/recommendations/{Slug}/fees?format=csv", $"/api/v1/recommendations/{Slug}/responses", $"/api/v1/recommendations/{Slug}/responses?format=csv",
        $"/handelser?rekommendation={Slug}", $"/rekommendationer/{Slug}/kostnad-per-kommun/2020", $"/rekommendationer/{Slug}/kostnad-per-kommun/2020.xlsx",
    ];

    private static readonly string[] Unnamed =
    [
        "/", "/kommuner", "/kommuner?sok=ek", "/kommuner/0125", "/kommuner/0136", "/api/v1/recommendations", "/api/v1/recommendations?format=csv", "/api/v1/municipalities", "/api/v1/municipalities/0125",
        "/api/v1/municipalities/0125/fees", "/api/v1/municipalities/0125/fees?format=csv", "/sitemap.xml", "/robots.txt", "/openapi/v1.json", "/tillganglighet",
    ];

    private static readonly string[] ForAnswersOnly = [$"/api/v1/recommendations/{Slug}/responses", $"/api/v1/recommendations/{Slug}/responses?format=csv", $"/handelser?rekommendation={Slug}"];

    private readonly TestSite _site = new();
    private readonly List<WebApplicationFactory<Program>> _nodes = [];
    private string _title = "";

    [Fact]
    public async Task What_is_made_internal_is_gone_at_once_everywhere_and_comes_back_when_it_is_opened()
    {
        foreach (var node in _nodes) await IsShown(node);
        var kept = await ETags(_nodes[1]);
        using var stream = await Open(_nodes[0], $"/handelser?rekommendation={Slug}");

        await Decide("ingenting");

        await IsGone(_nodes[0]);
        await Until(_nodes[1], HttpStatusCode.NotFound);
        await IsGone(_nodes[1]);
        foreach (var (address, tag) in kept) Assert.NotEqual(HttpStatusCode.NotModified, (await Get(_nodes[1], address, tag)).Status);
        Assert.DoesNotContain("antal", await Rest(stream), StringComparison.Ordinal);

        await Decide("svar");
        await IsShown(_nodes[0]);
        await Until(_nodes[1], HttpStatusCode.OK);
        await IsShown(_nodes[1]);
    }

    [Fact]
    public async Task Where_only_fees_are_public_the_fee_shows_and_nothing_tells_what_anybody_has_answered()
    {
        await Decide("avgifter");
        await Until(_nodes[1], HttpStatusCode.OK, ForAnswersOnly[0], HttpStatusCode.Forbidden);
        var kept = await Task.WhenAll(_nodes.Select(TagOfStart));

        await Answers("0138");
        for (var tries = 0; tries < 50 && kept.Zip(await Task.WhenAll(_nodes.Select(TagOfStart))).Any(t => t.First == t.Second); tries++) await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(kept.Zip(await Task.WhenAll(_nodes.Select(TagOfStart))), t => t.First == t.Second);

        foreach (var node in _nodes)
        {
            Assert.Contains("55089", (await Get(node, "/api/v1/municipalities/0125/fees")).Text, StringComparison.Ordinal);
            foreach (var address in ForAnswersOnly) Assert.False((await Get(node, address)).Status is HttpStatusCode.OK, address);
            foreach (var address in Named.Concat(Unnamed)) Assert.DoesNotContain(Body, (await Get(node, address)).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Where_only_fees_are_public_a_municipality_sees_its_own_answer_and_no_other_s()
    {
        await Decide("avgifter");
        using var ekero = await SignedIn(_nodes[0], "kommun-0125");
        using var stockholm = await SignedIn(_nodes[0], "kommun-0180");

        Assert.Contains(Body, await (await ekero.Get($"/min-kommun?rekommendation={Slug}")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(Body, await (await ekero.Get($"/kommuner/0136?rekommendation={Slug}")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (var address in Named.Concat(Unnamed).Append("/min-kommun").Except(ForAnswersOnly)) Assert.DoesNotContain(Body, await (await stockholm.Get(address)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_municipality_neither_sees_nor_answers_what_is_internal()
    {
        await Decide("ingenting");
        using var ekero = await SignedIn(_nodes[0], "kommun-0125");

        foreach (var address in (string[])["/min-kommun", "/min-kommun/skicka"]) Assert.DoesNotContain(_title, await (await ekero.Get(address)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var named = await ekero.Get($"/min-kommun?rekommendation={Slug}");
        Assert.Equal(HttpStatusCode.NotFound, named.StatusCode);
    }

    [Fact]
    public async Task The_decision_is_told_to_the_history_in_the_same_breath_and_the_same_again_tells_nothing()
    {
        await Decide("avgifter");
        await Decide("avgifter");

        Assert.Equal("StatusPublic FeesPublic", await _site.App.Read<string>("SELECT string_agg((before #>> '{}') || ' ' || (after #>> '{}'), ', ') FROM history_event WHERE kind = 'PublicityChanged'"));
    }

    [Fact]
    public async Task Only_an_administrator_decides_and_not_over_what_another_has_just_decided()
    {
        var asked = (await _site.App.As(Role.Administrator).Ask(new PublicityOfAll())).Single(r => r.Slug == Slug);
        using var officer = await SignedIn(_nodes[0], "handlaggare");
        using var administrator = await SignedIn(_nodes[0], "administrator");

        using var refused = await officer.Get("/administration/publicitet");
        Assert.True((await _site.App.As(Role.Administrator).Run(new SetPublicity(asked.Id, Publicity.StatusPublic, Publicity.FeesPublic))).IsDone);
        using var late = await administrator.Post("/administration/publicitet", "/administration/publicitet", ("rekommendation", Slug), ("sedd", "svar"), ("offentlighet", "ingenting"));
        using var page = await SignedInBrowser.Read(late);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.UnprocessableEntity), (refused.StatusCode, late.StatusCode));
        Assert.Contains("Någon annan har ändrat", page.QuerySelector("#fel")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("avgifter", page.QuerySelector($"section[id='{Slug}'] input[type=radio][checked]")!.GetAttribute("value"));
        Assert.Equal("FeesPublic", await _site.App.Read<string>($"SELECT publicity FROM recommendation WHERE slug = '{Slug}'"));
    }

    [Fact]
    public async Task What_everyone_sees_stands_in_words_beside_each_choice()
    {
        using var administrator = await SignedIn(_nodes[0], "administrator");
        using var page = await administrator.Page("/administration/publicitet");

        var words = page.QuerySelectorAll($"section[id='{Slug}'] .hint").Select(h => h.TextContent).ToList();

        Assert.Equal(3, words.Count);
        Assert.Contains("Bara SKR ser", words[0], StringComparison.Ordinal);
        Assert.Contains("Ingen ser vad någon kommun har svarat", words[1], StringComparison.Ordinal);
        Assert.Contains("varje kommuns svar", words[2], StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync()
    {
        await _site.InitializeAsync();
        _title = (await _site.App.As(Role.Administrator).Ask(new PublicityOfAll())).Single(r => r.Slug == Slug).ShortTitle;
        foreach (var municipality in (string[])["0125", "0136"]) await Answers(municipality);
        for (var number = 0; number < 2; number++)
        {
            _nodes.Add(_site.WithWebHostBuilder(builder =>
            {
                builder.UseEnvironment("Development").UseSetting("Example", "false").UseSetting("Mail:Folder", "");
                builder.ConfigureTestServices(services => services.AddSingleton<Changes>()); // a node of its own hears only what the database tells
            }));
            using var started = _nodes[^1].CreateClient();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes) await node.DisposeAsync();
        await _site.DisposeAsync();
    }

    private async Task Answers(string municipality)
    {
        var registrar = _site.App.As(Role.Registrar);
        var asked = (await registrar.Ask(new LogDesk())).Recommendations.Single(r => r.Slug == Slug);
        var content = new DecisionContent { Outcome = Outcome.Adopts, Stage = Stage.Final, Body = $"{Body} kommunstyrelse", DecidedOn = new DateOnly(2019, 5, 10), ArrivedOn = new DateOnly(2019, 5, 20) };
        Assert.Null((await registrar.Run(new LogDecision(new DecisionId(Guid.CreateVersion7()), new MunicipalityCode(municipality), asked.Id, content, Typed.Details, []))).Refusal);
    }

    /// <summary>Decides on the first node, as an administrator does on the page.</summary>
    private async Task Decide(string publicity)
    {
        using var administrator = await SignedIn(_nodes[0], "administrator");
        using var page = await administrator.Page("/administration/publicitet");
        var seen = page.QuerySelector($"section[id='{Slug}'] input[name=sedd]")!.GetAttribute("value")!;
        using var answer = await administrator.Post("/administration/publicitet", "/administration/publicitet", ("rekommendation", Slug), ("sedd", seen), ("offentlighet", publicity));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    private async Task IsShown(WebApplicationFactory<Program> node)
    {
        foreach (var address in Named) Assert.True((await Get(node, address)).Status is HttpStatusCode.OK, address);
        foreach (var address in (string[])["/", "/kommuner/0125", "/api/v1/recommendations", "/api/v1/municipalities/0125/fees", "/sitemap.xml"]) Assert.Contains(Slug, (await Get(node, address)).Text, StringComparison.Ordinal);
        Assert.Contains(Body, (await Get(node, $"/api/v1/recommendations/{Slug}/responses")).Text, StringComparison.Ordinal);
    }

    private async Task IsGone(WebApplicationFactory<Program> node)
    {
        foreach (var address in Named)
        {
            var (status, text) = await Get(node, address);
            Assert.True(status is HttpStatusCode.NotFound, address);
            Assert.DoesNotContain(_title, text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Body, text, StringComparison.Ordinal);
        }

        foreach (var address in Unnamed)
        {
            var (_, text) = await Get(node, address);
            Assert.False(text.Contains(Slug, StringComparison.Ordinal) || text.Contains(_title, StringComparison.OrdinalIgnoreCase) || text.Contains(Body, StringComparison.Ordinal), address);
        }
    }

    private static async Task<IReadOnlyList<(string Address, EntityTagHeaderValue Tag)>> ETags(WebApplicationFactory<Program> node)
    {
        var tags = new List<(string, EntityTagHeaderValue)>();
        using var browser = node.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        foreach (var address in Named.Concat(Unnamed))
        {
            using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
            if (answer.Headers.ETag is { } tag) tags.Add((address, tag));
        }

        Assert.True(tags.Count > 10, $"Only {tags.Count} pages are kept.");
        return tags;
    }

    /// <summary>It changes with everything that is registered: then the node has heard of it.</summary>
    private static async Task<string> TagOfStart(WebApplicationFactory<Program> node)
    {
        using var browser = node.CreateClient();
        using var answer = await browser.GetAsync(new Uri("/", UriKind.Relative));
        return answer.Headers.ETag!.Tag;
    }

    private static async Task Until(WebApplicationFactory<Program> node, HttpStatusCode expected, string? address = null, HttpStatusCode? there = null)
    {
        for (var tries = 0; tries < 50; tries++)
        {
            if ((await Get(node, Named[0])).Status == expected && (address is null || (await Get(node, address)).Status == there)) return;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Fail("The other node has not heard of it within five seconds.");
    }

    private static async Task<(HttpStatusCode Status, string Text)> Get(WebApplicationFactory<Program> node, string address, EntityTagHeaderValue? kept = null)
    {
        using var browser = node.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (kept is not null) request.Headers.IfNoneMatch.Add(kept);
        using var answer = await browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var goesOn = answer.Content.Headers.ContentType?.MediaType is "text/event-stream";
        return (answer.StatusCode, goesOn ? "" : await answer.Content.ReadAsStringAsync());
    }

    private static async Task<StreamReader> Open(WebApplicationFactory<Program> node, string address) =>
        new(await node.CreateClient().GetStreamAsync(new Uri(address, UriKind.Relative)));

    /// <summary>What a stream says until it ends; it ends by itself.</summary>
    private static async Task<string> Rest(StreamReader stream) => (await stream.ReadToEndAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(10))).Replace("data: {\"antal\":2,\"pavag\":0,\"rattelser\":0,\"nadd\":false}", "", StringComparison.Ordinal);

    private static async Task<SignedInBrowser> SignedIn(WebApplicationFactory<Program> node, string login)
    {
        var browser = new SignedInBrowser(node.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));
        using var answer = await browser.Post("/logga-in", "/logga-in", ("anvandare", login));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }
}
