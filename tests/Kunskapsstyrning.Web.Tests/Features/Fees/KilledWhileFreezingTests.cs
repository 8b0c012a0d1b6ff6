using AngleSharp.Html.Parser;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Fees;
using Kunskapsstyrning.Web.Tests.Features.Inbox;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Fees;

/// <summary>The program as a process of its own, killed while it freezes fees.</summary>
public sealed class KilledWhileFreezingTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Slug = "2018-kunskapsstyrning";

    private static readonly YearSpan Years = new(2020, 2023);

    private static readonly FeeTerms Terms = new()
    {
        Kind = FeeKind.ShareOfTotal, Total = new Kronor(18_750_000m), Discount = DiscountRule.ForLargest(4, 0.10m), PopulationDate = new DateOnly(2018, 12, 31), Rounding = RoundingMode.Exact, Source = "Styrelsens beslut",
    };

    [Fact]
    public async Task Killed_between_the_version_and_its_fees_it_leaves_nothing_half_and_the_proposal_still_waits()
    {
        app.Clock.Now = TimeProvider.System.GetUtcNow(); // the other process has a clock of its own
        var id = await FreezingTests.Proposed(app, "handlaggare", Slug, Years, Terms, "Lägre kostnad.");
        await using var node = await RunningNode.Start("avgifter-dor", app.OwnerConnectionString, new Dictionary<string, string> { ["Mail__Folder"] = "" });
        using var browser = await node.SignIn("ekonom");
        var approve = Urls.ToFeeProposal(Slug, Years, id, "godkann");
        using var page = await new HtmlParser().ParseDocumentAsync(await browser.GetStringAsync(new Uri(Urls.ToFeeProposal(Slug, Years, id), UriKind.Relative)));
        var token = page.QuerySelector($"form[action='{approve}'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var before = await Everything();

        await using (var rows = await HeldTable.In(app, "allocation_row"))
        {
            var posted = browser.PostAsync(new Uri(approve, UriKind.Relative), new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
            await rows.Waiting(app);
            node.Kill();
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => posted);
        }

        Assert.Equal(before, await Everything());
        Assert.Null((await app.As("ekonom").Run(new ApproveAllocation(id))).Refusal);
        Assert.Equal(new Kronor(18_750_000m), (await app.As("lasare").Ask(new FeeVersion(Slug, Years, 2)))!.Fees.List.Sum);
    }

    private Task<string> Everything() => app.Read<string>("""
        SELECT concat_ws(' ', (SELECT count(*) FROM allocation), (SELECT count(*) FROM allocation_row), (SELECT string_agg(state, ',') FROM allocation_proposal), (SELECT count(*) FROM history_event))
        """);
}
