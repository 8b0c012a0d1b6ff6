using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Invoicing;
using Kunskapsstyrning.Web.Features.Recommendations;
using Kunskapsstyrning.Web.Tests.Api;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Overview;

/// <summary>Nobody pays for what does not go ahead, so nothing of it is secured.</summary>
public sealed class CalledOffTests : IAsyncLifetime
{
    private const string Slug = "2018-kunskapsstyrning";

    private readonly LoggingSite _site = new();

    public async ValueTask InitializeAsync()
    {
        await _site.InitializeAsync();
        await _site.App.Final("0125", Outcome.Adopts, "2019-05-21", "2019-05-28");
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task What_was_called_off_has_no_secured_money_on_its_page_in_the_API_or_for_finance_and_has_it_on_the_day_before()
    {
        Assert.Null((await _site.App.As(Role.Officer).Run(new DecideGoAhead(Slug, false, new DateOnly(2019, 12, 20), "För få är med"))).Refusal);
        using var anyone = _site.Anyone();

        Assert.Contains("\"securedSek\":{\"2020\":0,\"2021\":0,", await Body(anyone, $"/api/v1/recommendations/{Slug}"), StringComparison.Ordinal);
        Assert.Contains("\"securedSek\":{\"2020\":55089,", await Body(anyone, $"/api/v1/recommendations/{Slug}?asOf=2019-12-19"), StringComparison.Ordinal);
        using var page = await anyone.Page($"/rekommendationer/{Slug}");
        Assert.Contains("Rekommendationen gick inte vidare, så ingen betalade från 2020.", page.QuerySelector("#avgift caption")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("av högst 19,5", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var before = await anyone.Page($"/rekommendationer/{Slug}?per=2019-12-19");
        Assert.Contains("0,1 av högst 19,5", before.QuerySelector("main")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal(Kronor.Zero, (await _site.App.As(Role.Finance).Ask(new InvoicesOfYear(Slug, 2020)))!.Proposal!.Basis.Sum);
    }

    private static async Task<string> Body(SignedInBrowser browser, string address)
    {
        using var answer = await browser.Get(address);
        return await answer.Content.ReadAsStringAsync();
    }
}
