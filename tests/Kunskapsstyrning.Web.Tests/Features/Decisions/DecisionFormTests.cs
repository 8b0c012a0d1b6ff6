using System.Net;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Decisions;

/// <summary>A decision's page and the two ways to put it right, by plain form posts.</summary>
public sealed class DecisionFormTests(LoggingSite site) : IClassFixture<LoggingSite>
{
    [Fact]
    public async Task The_second_of_two_sees_both_versions_keeps_what_was_typed_and_can_save_again()
    {
        var address = await Logged("0160");
        using var first = await site.As("handlaggare");
        using var second = await site.As("registrator");
        using var saved = await first.Post($"{address}/ratta", $"{address}/ratta", Correction(("paragraf", "§ 68"), ("version", "1"), ("skal-till-andring", "Läst fel.")));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);

        using var refused = await second.Post($"{address}/ratta", $"{address}/ratta", Correction(("paragraf", "§ 69"), ("version", "1"), ("skal-till-andring", "Suddigt.")));
        using var page = await SignedInBrowser.Read(refused);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.StartsWith("Fel:", page.Title!, StringComparison.Ordinal);
        Assert.Equal(["§ 67", "§ 68", "§ 69"], page.QuerySelectorAll(".conflict tbody td").Select(c => c.TextContent.Replace('\u00A0', ' ')));
        Assert.Equal("§ 69", page.GetElementById("paragraf")!.GetAttribute("value"));
        Assert.Equal("Suddigt.", page.GetElementById("skal-till-andring")!.TextContent);
        Assert.Equal("2", page.QuerySelector("input[name=version]")!.GetAttribute("value"));

        using var again = await second.Post($"{address}/ratta", $"{address}/ratta", Correction(("paragraf", "§ 69"), ("version", "2"), ("skal-till-andring", "Suddigt.")));
        using var story = await second.Page(address);
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        Assert.Equal(["§ 69", "§ 68"], story.QuerySelectorAll(".time ins").Select(i => i.TextContent.Replace('\u00A0', ' ')));
    }

    [Fact]
    public async Task A_mistake_in_a_form_does_not_let_it_pass_over_what_somebody_else_saved()
    {
        var address = await Logged("0162");
        using var first = await site.As("handlaggare");
        using var second = await site.As("registrator");
        using var saved = await first.Post($"{address}/ratta", $"{address}/ratta", Correction(("paragraf", "§ 68"), ("version", "1"), ("skal-till-andring", "Läst fel.")));

        using var wrong = await second.Post($"{address}/ratta", $"{address}/ratta", Correction(("sammantradesdag", "någon gång"), ("version", "1"), ("skal-till-andring", "Suddigt.")));
        using var page = await SignedInBrowser.Read(wrong);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal("1", page.QuerySelector("input[name=version]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_change_without_its_reason_is_refused_at_its_field()
    {
        var address = await Logged("0163");
        using var registrar = await site.As("registrator");

        foreach (var way in (string[])["ratta", "ta-tillbaka"])
        {
            using var answer = await registrar.Post($"{address}/{way}", $"{address}/{way}", Correction(("paragraf", "§ 1"), ("version", "1")));
            using var page = await SignedInBrowser.Read(answer);

            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("Skriv varför", page.GetElementById("skal-till-andring-fel")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_taken_back_stays_in_the_timeline_with_its_reason()
    {
        var address = await Logged("0181");
        using var registrar = await site.As("registrator");

        using var answer = await registrar.Post($"{address}/ta-tillbaka", $"{address}/ta-tillbaka", ("version", "1"), ("skal-till-andring", "Fel kommun."));
        using var page = await registrar.Page(address);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("Är taget tillbaka.", page.QuerySelector(".fact")!.TextContent);
        Assert.Contains(page.QuerySelectorAll(".time li"), li => li.TextContent.Contains("Fel kommun.", StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("a[href$=ratta]"));
    }

    [Fact]
    public async Task Why_a_decision_was_taken_back_is_told_to_those_who_work_with_it_and_not_to_the_municipality()
    {
        var address = await Logged("0125");
        using var registrar = await site.As("registrator");
        using var ekero = await site.As("kommun-0125");

        using var answer = await registrar.Post($"{address}/ta-tillbaka", $"{address}/ta-tillbaka", ("version", "1"), ("skal-till-andring", "Hörde till Valdemarsvik."));
        using var ours = await registrar.Page(address);
        using var theirs = await ekero.Page(address);

        Assert.Contains("Valdemarsvik", ours.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Är taget tillbaka.", theirs.QuerySelector(".fact")!.TextContent);
        Assert.DoesNotContain("Valdemarsvik", theirs.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_must_sign_in_again_comes_back_to_the_page_that_the_form_stood_on()
    {
        using var anyone = site.Anyone();

        using var answer = await anyone.PostFrom("http://localhost/inkorg/0198a000-0000-7000-8000-000000000009?del=2", "/inkorg/0198a000-0000-7000-8000-000000000009/at-sidan");
        using var elsewhere = await anyone.PostFrom("http://annanstans.example/fel", "/registrera");

        Assert.Equal("/logga-in?returnUrl=%2Finkorg%2F0198a000-0000-7000-8000-000000000009%3Fdel%3D2", answer.Headers.Location!.OriginalString);
        Assert.Equal("/logga-in?returnUrl=%2Fregistrera", elsewhere.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_page_says_how_the_municipality_stands()
    {
        var address = await Logged("0182");
        using var reader = await site.As("lasare");

        using var page = await reader.Page(address);

        Assert.Equal("Har antagit, från och med 2017.", page.QuerySelector(".fact")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("a[href$=ratta]"));
    }

    [Fact]
    public async Task A_municipality_may_read_its_own_and_change_nothing()
    {
        var own = await Logged("0125");
        var other = await Logged("0180");
        using var ekero = await site.As("kommun-0125");
        using var anyone = site.Anyone();

        using var ownPage = await ekero.Page(own);
        using var otherPage = await ekero.Get(other);
        using var correct = await ekero.Get($"{own}/ratta");
        using var unknown = await ekero.Get($"/beslut/{Guid.NewGuid()}");
        using var signIn = await anyone.Get(own);

        Assert.Contains("Ekerö", ownPage.Title!, StringComparison.Ordinal);
        Assert.DoesNotContain("Registrator på SKR", ownPage.QuerySelector(".time")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            (HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Redirect),
            (otherPage.StatusCode, correct.StatusCode, unknown.StatusCode, signIn.StatusCode));
    }

    [Fact]
    public async Task A_decision_that_is_not_there_is_404_to_staff()
    {
        using var reader = await site.As("lasare");

        using var answer = await reader.Get($"/beslut/{Guid.NewGuid()}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static IEnumerable<(string Name, string Value)> Correction(params IEnumerable<(string Name, string Value)> instead) => Typed.Form(instead);

    private async Task<string> Logged(string municipality)
    {
        var registrar = site.App.As(Role.Registrar);
        var command = await registrar.Log2016(municipality, Typed.Adopts);
        Assert.True((await registrar.Run(command)).IsDone);
        return Urls.ToDecision(command.Id);
    }
}
