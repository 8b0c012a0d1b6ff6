using System.Net;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Recommendations;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Recommendations;

/// <summary>When enough have joined can be said, and said otherwise, of what is sent. Each test has a site of its own.</summary>
public sealed class ThresholdPageTests : IAsyncLifetime
{
    private const string Slug = "2018-kunskapsstyrning";
    private const string Page = $"/rekommendationer/{Slug}/hantera/grans";

    private readonly LoggingSite _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("grans-antal", "200", "200 kommuner")]
    [InlineData("grans-andel-kommuner", "75 %", "75 % av kommunerna")]
    [InlineData("grans-andel-invanare", "60,5", "60,5 % av invånarna")]
    [InlineData("grans-kronor", "15 mkr", "15 000 000 kr per år")]
    [InlineData("grans-ord", "merparten", "”merparten”")]
    public async Task It_is_stated_and_shown_to_everyone_with_what_stood_before_in_the_history(string field, string value, string shown)
    {
        using var officer = await _site.As("handlaggare");
        using var anyone = _site.Anyone();
        using var form = await officer.Page(Page);
        Assert.Equal("tillräckligt många", form.QuerySelector("#grans-ord")!.GetAttribute("value"));

        using var saved = await officer.Post(Page, Page, ("sedd", form.QuerySelector("input[name=sedd]")!.GetAttribute("value")!), (field, value), ("grans-kalla", "Styrelsens protokoll"));
        using var hub = await officer.Page($"/rekommendationer/{Slug}/hantera?klart=grans");
        using var page = await anyone.Page($"/rekommendationer/{Slug}");

        Assert.Equal($"/rekommendationer/{Slug}/hantera?klart=grans", saved.Headers.Location?.ToString());
        Assert.Contains(field == "grans-ord" ? $"Gränsen är bara sagd i ord: {shown}." : $"Tillräckligt många är {shown}.", hub.QuerySelector(".ways")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains(shown, page.QuerySelector("#om")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("tillräckligt många", await _site.App.Read<string>("SELECT before::text FROM history_event WHERE kind = 'ThresholdStated'"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_before_it_was_stated_shows_what_was_known_then_and_by_decision_what_held()
    {
        using var officer = await _site.As("handlaggare");
        using var form = await officer.Page(Page);
        using var saved = await officer.Post(Page, Page, ("sedd", form.QuerySelector("input[name=sedd]")!.GetAttribute("value")!), ("grans-antal", "200"), ("grans-kalla", "Styrelsens protokoll"), ("grans-dag", "2019-05-01"));
        async Task<string> Facts(string query)
        {
            using var page = await officer.Page($"/rekommendationer/{Slug}{query}");
            return page.QuerySelector("#om")!.TextContent.Replace('\u00A0', ' ');
        }

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Contains("200 kommuner", await Facts(""), StringComparison.Ordinal);
        Assert.Contains("200 kommuner", await Facts("?per=2019-06-01&fraga=gallde"), StringComparison.Ordinal);
        foreach (var then in (string[])["?per=2019-06-01", "?per=2019-04-30&fraga=gallde"])
        {
            Assert.DoesNotContain("200 kommuner", await Facts(then), StringComparison.Ordinal);
            Assert.Contains("tillräckligt många", await Facts(then), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("grans-dag", "i våras", "grans-dag")]
    [InlineData("grans-antal", "många", "grans-antal")]
    [InlineData("grans-antal", "0", "grans-antal")]
    [InlineData("grans-antal", "291", "grans-antal")]
    [InlineData("grans-andel-invanare", "120", "grans-antal")]
    [InlineData("grans-kronor", "massor", "grans-kronor")]
    [InlineData("grans-ord", "", "grans-ord")]
    public async Task What_cannot_be_so_is_said_at_its_field_and_nothing_is_stored(string field, string value, string wrong)
    {
        using var officer = await _site.As("handlaggare");

        using var refused = await officer.Post(Page, Page, [("sedd", ""), (field, value), ("grans-kalla", "Styrelsens protokoll"), .. field is "grans-dag" ? new[] { ("grans-antal", "200") } : []]);
        using var page = await SignedInBrowser.Read(refused);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal([$"#{wrong}"], page.QuerySelectorAll("#fel a").Select(a => a.GetAttribute("href")));
        Assert.Equal(value, page.QuerySelector($"#{field}")!.GetAttribute("value"));
        Assert.Equal(0L, await _site.App.Read<long>("SELECT count(*) FROM history_event WHERE kind = 'ThresholdStated'"));
    }

    [Fact]
    public async Task Two_who_state_it_see_both_and_nothing_typed_is_lost()
    {
        using var officer = await _site.As("handlaggare");
        using var form = await officer.Page(Page);
        var asked = (await _site.App.As(Role.Officer).Ask(new ManagedRecommendation(Slug)))!.Recommendation;
        Assert.Null((await _site.App.As("handlaggare-2").Run(new StateThreshold(asked.Id, new Threshold(210, "", "Ett annat protokoll")))).Refusal);

        (string, string)[] typed = [("grans-antal", "200"), ("grans-kalla", "Styrelsens protokoll")];
        using var refused = await officer.Post(Page, Page, [("sedd", form.QuerySelector("input[name=sedd]")!.GetAttribute("value")!), .. typed]);
        using var page = await SignedInBrowser.Read(refused);
        Assert.Equal(["Antal kommuner|210|200", "Källa|Ett annat protokoll|Styrelsens protokoll"], page.QuerySelectorAll(".conflict tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent))));
        Assert.Equal("200", page.QuerySelector("#grans-antal")!.GetAttribute("value"));

        using var again = await officer.Post(Page, Page, [("sedd", page.QuerySelector("input[name=sedd]")!.GetAttribute("value")!), .. typed]);
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        Assert.Equal(200, (await _site.App.As(Role.Officer).Ask(new ManagedRecommendation(Slug)))!.Recommendation.Threshold!.Municipalities);
    }

    [Fact]
    public async Task A_draft_says_it_among_everything_else()
    {
        Assert.Null((await _site.App.As(Role.Officer).Run(new BeginDraft(new NewDraft("Rubriken", "Rubriken", "2025-grans", new DateOnly(2025, 10, 1), new YearSpan(2026, 2027))))).Refusal);
        using var officer = await _site.As("handlaggare");

        using var page = await officer.Get("/rekommendationer/2025-grans/hantera/grans");

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }
}
