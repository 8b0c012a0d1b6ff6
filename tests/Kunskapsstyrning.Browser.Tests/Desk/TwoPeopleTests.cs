using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Desk;

/// <summary>Two people at the same time, each in a browser of their own.</summary>
[Collection(AtTheDesk.Turns)]
public sealed class TwoPeopleTests(Site site)
{
    [Fact]
    public Task The_second_to_correct_a_decision_sees_both_versions_and_nothing_is_lost() => site.Visit(first => site.Visit(async second =>
    {
        await first.SignIn("registrator");
        await second.SignIn("handlaggare");
        var decision = await first.LogDecision(site.TakeMunicipality());
        await first.FillInCorrection(decision, "paragraf", "§ 21", "Siffrorna var omkastade.");
        await second.FillInCorrection(decision, "organ", "Kommunfullmäktige", "Fullmäktige beslutade.");

        await first.SaveCorrection();
        await Expect(first.Locator("ol.time")).ToContainTextAsync("§ 21");
        await second.SaveCorrection();

        var conflict = second.Locator(".conflict");
        await Expect(conflict).ToContainTextAsync("Två ändringar av samma beslut");
        await Expect(conflict).ToContainTextAsync("§ 21");
        await Expect(conflict).ToContainTextAsync("Kommunfullmäktige");
        await Expect(second.Locator("#organ")).ToHaveValueAsync("Kommunfullmäktige");
        await second.SaveCorrection();

        var story = second.Locator("ol.time");
        await Expect(story.GetByText("Rättelse av")).ToHaveCountAsync(2);
        await Expect(story).ToContainTextAsync("§ 21");
        await Expect(story).ToContainTextAsync("Kommunfullmäktige");
        await Expect(story).ToContainTextAsync("Siffrorna var omkastade.");
        await Expect(story).ToContainTextAsync("Fullmäktige beslutade.");
    }));

    [Fact]
    public Task A_new_answer_is_offered_on_a_page_that_is_open() => site.Visit(reader => site.Visit(async registrar =>
    {
        await registrar.SignIn("registrator");
        await reader.RunAndWaitForResponseAsync(() => reader.GotoAsync($"/rekommendationer/{Free.Slug}"), answer => answer.Url.Contains("/handelser", StringComparison.Ordinal));
        var before = await reader.Locator("dl.numbers dd.n").First.InnerTextAsync();

        await registrar.LogDecision(site.TakeMunicipality());

        await Expect(reader.Locator("#nytt")).ToContainTextAsync("1 nytt svar – visa");
        await reader.Locator("#nytt").GetByRole(AriaRole.Link, new() { Name = "visa" }).ClickAsync();
        await Expect(reader.Locator("dl.numbers dd.n").First).Not.ToHaveTextAsync(before);
        await Expect(reader.Locator("#nytt")).ToBeEmptyAsync();
    }));

    [Fact]
    public Task A_wall_screen_follows_by_itself_what_is_registered_and_taken_back() => site.Visit(wall => site.Visit(async registrar =>
    {
        await registrar.SignIn("registrator");
        await wall.RunAndWaitForResponseAsync(() => wall.GotoAsync($"/rekommendationer/{Free.Slug}/vaggskarm"), answer => answer.Url.Contains("/handelser", StringComparison.Ordinal));
        await wall.EvaluateAsync("window.same = true");
        var adopted = wall.Locator("dl.numbers dd.n").First;
        var before = await adopted.InnerTextAsync();

        var decision = await registrar.LogDecision(site.TakeMunicipality());
        await Expect(adopted).Not.ToHaveTextAsync(before);
        await registrar.Retract(decision, "Registrerat på fel kommun.");
        await Expect(adopted).ToHaveTextAsync(before);

        Assert.True(await wall.EvaluateAsync<bool>("window.same"));
        Assert.Equal(0, await wall.Locator("main button, main input").CountAsync());
    }));
}
