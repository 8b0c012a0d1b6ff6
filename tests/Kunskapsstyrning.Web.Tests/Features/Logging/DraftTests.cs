using System.Net;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Logging;

public sealed class DraftTests(LoggingSite site) : IClassFixture<LoggingSite>
{
    private const string Log = "/registrera";
    private const string Draft = "/registrera/utkast";

    [Fact]
    public async Task What_was_typed_is_there_again_after_signing_out_and_in_until_it_is_saved()
    {
        using (var before = await site.As("handlaggare"))
        {
            using var kept = await before.Post(Log, Draft, Typed.Form(("kommun", "Sala"), ("utfall", "avstar"), ("skal", "Kostnaden.")));
            Assert.Equal(HttpStatusCode.NoContent, kept.StatusCode);
            using var _ = await before.Post(Log, "/logga-ut");
        }

        using var after = await site.As("handlaggare");
        using var page = await after.Page(Log);
        Assert.Equal("Sala", page.GetElementById("kommun")!.GetAttribute("value"));
        Assert.Equal("avstar", page.QuerySelector("input[name=utfall][checked]")!.GetAttribute("value"));
        Assert.Contains("Utkast från kl. 09.30", page.QuerySelector(".who")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);

        using var saved = await after.Post(Log, Log, Typed.Form(("kommun", "Sala"), ("id", page.QuerySelector("input[name=id]")!.GetAttribute("value")!)));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        using var empty = await after.Page(Log);
        Assert.Equal("", empty.GetElementById("kommun")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task A_draft_is_one_s_own_and_leaves_no_history()
    {
        using var one = await site.As("administrator");
        using var other = await site.As("registrator");
        var events = await site.App.Read<long>("SELECT count(*) FROM history_event");

        using var _ = await one.Post(Log, Draft, ("kommun", "Tierp"), ("handling", "hemligt"), ("okant", "fält"));
        using var page = await other.Page(Log);

        Assert.NotEqual("Tierp", page.GetElementById("kommun")!.GetAttribute("value"));
        Assert.Equal(events, await site.App.Read<long>("SELECT count(*) FROM history_event"));
        Assert.DoesNotContain("handling", await site.App.Read<string>("SELECT fields::text FROM decision_draft WHERE fields::text LIKE '%Tierp%'"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_can_be_thrown_away()
    {
        using var browser = await site.As("handlaggare-2");
        using var kept = await browser.Post(Log, Draft, ("kommun", "Knivsta"));

        using var thrown = await browser.Post(Log, "/registrera/utkast/kasta");
        using var page = await browser.Page(Log);

        Assert.Equal(HttpStatusCode.SeeOther, thrown.StatusCode);
        Assert.Equal("", page.GetElementById("kommun")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task A_draft_needs_the_token_of_its_form()
    {
        using var browser = await site.As("registrator");

        using var answer = await browser.PostBare(Draft, ("kommun", "Knivsta"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
