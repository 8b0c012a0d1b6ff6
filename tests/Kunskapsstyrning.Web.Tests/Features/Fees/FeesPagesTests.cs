using System.Net;
using AngleSharp.Dom;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Fees;

/// <summary>The pages of fees without script: terms are tried in the address, proposed by one, approved by another, and a published list is looked through.</summary>
public sealed class FeesPagesTests
{
    private const string Root = "/rekommendationer/2018-kunskapsstyrning/hantera/avgifter";
    private const string Try = $"{Root}/2020-2023/prova";
    private const string Propose = $"{Root}/2020-2023/forslag";
    private const string Lists = $"{Root}/2020-2023/lista";
    private const string Rate = "b-slag=sats&b-sats=1,95&b-tak=19 500 000&b-rabatt=storsta&b-rabatt-antal=4&b-rabatt-procent=10&b-folkmangdsdag=2018-12-31&b-steg=1&b-avrundning=var&b-kalla=Brevet";

    [Fact]
    public async Task A_rate_is_tried_beside_what_holds_and_is_seen_to_go_above_the_cap()
    {
        await using var site = new LoggingSite();
        await site.InitializeAsync();
        using var reader = await site.As("lasare");

        using var page = await reader.Page($"{Try}?{Rate}");

        var (left, right) = (Text(page, ".trial section:nth-child(1)"), Text(page, ".trial section:nth-child(2)"));
        Assert.Contains("19 500 000 kr", left, StringComparison.Ordinal);
        Assert.Contains("19 539 653 kr", right, StringComparison.Ordinal);
        Assert.Contains("över taket", right, StringComparison.Ordinal);
        Assert.Contains("Stockholm, Göteborg, Malmö och Uppsala", right, StringComparison.Ordinal);
        Assert.Equal(290, page.QuerySelectorAll(".fees tbody tr").Length);
        Assert.NotNull(page.QuerySelector("svg.bands[role=img][aria-label]"));
        Assert.Equal("1,95", page.QuerySelector("#b-sats")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector("button[formaction]"));
    }

    [Fact]
    public async Task A_fixed_total_of_2016_shows_both_published_amounts_and_how_they_differ()
    {
        await using var site = new LoggingSite();
        await site.InitializeAsync();
        using var officer = await site.As("handlaggare");

        using var page = await officer.Page("/rekommendationer/2016-nationell-stodfunktion/hantera/avgifter/2017-2018/forslag?b-slag=andel&b-summa=3 400 000&b-rabatt=storsta&b-rabatt-antal=4&b-rabatt-procent=10&b-folkmangdsdag=2015-12-31&b-steg=100&b-avrundning=var&b-kalla=k");

        Assert.Contains("1 skiljer sig från uträkningen", Text(page, ".ledger"), StringComparison.Ordinal);
        Assert.True(page.QuerySelector<IElement>("input[name=behall]")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_is_reckoned()
    {
        await using var site = new LoggingSite();
        await site.InitializeAsync();
        using var reader = await site.As("lasare");

        using var page = await reader.Page($"{Try}?{Rate}&b-summa=19,5 mkr");

        Assert.Equal(["#b-summa"], page.QuerySelectorAll("#fel a").Select(a => a.GetAttribute("href")));
        Assert.StartsWith("Fel:", page.Title, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".fees"));
    }

    [Fact]
    public async Task One_proposes_another_approves_and_everyone_sees_the_new_fees_with_their_reason()
    {
        await using var site = new LoggingSite();
        await site.InitializeAsync();
        using var officer = await site.As("handlaggare");
        using var finance = await site.As("ekonom");
        using var anyone = site.Anyone();

        using var preview = await officer.Page($"{Propose}?{Rate}");
        var typed = Rate.Split('&').Select(p => p.Split('=')).Select(p => (p[0], p[1])).ToArray();
        var seen = preview.QuerySelector("input[name=sedd]")!.GetAttribute("value")!;
        using var withoutReason = await officer.Post($"{Propose}?{Rate}", Propose, [.. typed, ("sedd", seen)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, withoutReason.StatusCode);
        using var proposed = await officer.Post($"{Propose}?{Rate}", Propose, [.. typed, ("sedd", seen), ("skal", "Satsen gäller.")]);
        var proposal = proposed.Headers.Location!.ToString();

        using var own = await officer.Page(proposal);
        Assert.Null(own.QuerySelector("form[action$=godkann]"));
        using var alone = await officer.Post(proposal, $"{proposal}/godkann");
        Assert.Equal(HttpStatusCode.Conflict, alone.StatusCode);
        using var waiting = await finance.Page(Root);
        Assert.Contains("Version 2 väntar på en annan person.", Text(waiting, "main"), StringComparison.Ordinal);
        using var approved = await finance.Post(proposal, $"{proposal}/godkann");
        Assert.Equal($"{Root}/2020-2023/version/2?klart=last", approved.Headers.Location?.ToString());

        using var notice = await anyone.Page("/kommuner/0125?rekommendation=2018-kunskapsstyrning");
        Assert.Contains("Avgiften är fastställd av", Text(notice, "main"), StringComparison.Ordinal);
        Assert.DoesNotContain("beräkna", Text(notice, ".lead"), StringComparison.Ordinal);

        using var version = await finance.Page($"{Root}/2020-2023/version/2?klart=last");
        Assert.Contains("Avgifterna är låsta.", Text(version, "main"), StringComparison.Ordinal);
        Assert.Contains("Handläggare på SKR", Text(version, "main"), StringComparison.Ordinal);
        using var overview = await anyone.Page("/rekommendationer/2018-kunskapsstyrning");
        Assert.Contains("version 2: Satsen gäller.", Text(overview, "#avgift"), StringComparison.Ordinal);
        using var ekerö = await anyone.Page("/kommuner/0125?rekommendation=2018-kunskapsstyrning");
        Assert.Contains("55 201 kr", Text(ekerö, "main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_list_is_looked_through_whole_before_it_is_proposed()
    {
        await using var site = new LoggingSite();
        await site.InitializeAsync();
        using var officer = await site.As("handlaggare");
        using var finance = await site.As("ekonom");
        using var version = await officer.Page($"{Root}/2020-2023/version/1");
        var names = version.QuerySelectorAll(".fees tbody th").Select(h => h.TextContent).ToList();
        string List(Func<string, string> amount) => "Bilaga 2\n\nMottagare\tAtt betala\n" + string.Join('\n', names.Select(n => $"{n}\t{amount(n)}"));

        using var bad = await officer.Post(Lists, Lists, ("text", List(n => n == "Ekerö" ? "55,089.00" : "100")));
        using var faults = await SignedInBrowser.Read(bad);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);
        Assert.Contains("Ekerö: ”55,089.00” går inte att läsa", Text(faults, "#h-fel ~ ul"), StringComparison.Ordinal);
        Assert.StartsWith($"Rad {names.IndexOf("Ekerö") + 4}, ", Text(faults, "#h-fel ~ ul"), StringComparison.Ordinal);
        using var chosen = await officer.Post(Lists, Lists, ("forsta-rad", faults.QuerySelector("input[name=forsta-rad]")!.GetAttribute("value")!), ("text", faults.QuerySelector("textarea.kept-list")!.TextContent), ("kommunkolumn", "0"), ("beloppskolumn", "1"));
        using var again = await SignedInBrowser.Read(chosen);
        Assert.Equal(Text(faults, "#h-fel ~ ul"), Text(again, "#h-fel ~ ul"));

        (string, string) text = ("text", List(n => n == "Ekerö" ? "56 000" : "100"));
        using var read = await officer.Post(Lists, Lists, text);
        using var shown = await SignedInBrowser.Read(read);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.Equal(290, shown.QuerySelector("#h-modell")!.ParentElement!.QuerySelectorAll(".fees tbody tr").Length);
        var seen = shown.QuerySelector("input[name=sedd]")!.GetAttribute("value")!;
        using var proposed = await officer.Post(Lists, Lists, text, ("sedd", seen), ("skal", "Bilaga 2 gäller."), ("foresla", "1"));
        var proposal = proposed.Headers.Location!.ToString();
        using var approved = await finance.Post(proposal, $"{proposal}/godkann");
        Assert.Equal(HttpStatusCode.SeeOther, approved.StatusCode);

        using var anyone = site.Anyone();
        using var ekerö = await anyone.Page("/kommuner/0125?rekommendation=2018-kunskapsstyrning");
        Assert.Contains("56 000 kr", Text(ekerö, "main"), StringComparison.Ordinal);

        using var tried = await officer.Page(Try);
        Assert.Contains("84 900 kr", Text(tried, ".trial section:nth-child(1)"), StringComparison.Ordinal);
        Assert.Contains("Ingen kommuns avgift ändras.", Text(tried, "main"), StringComparison.Ordinal);
        using var other = await officer.Page($"{Propose}?{Rate}");
        Assert.False(other.QuerySelector("input[name=behall]")!.HasAttribute("checked"));
        Assert.Contains("19 539 653 kr", Text(other, ".ledger"), StringComparison.Ordinal);
        Assert.Contains("\"state\":\"published\"", await (await anyone.Get("/api/v1/recommendations/2018-kunskapsstyrning/fees?year=2020")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"{Root}/2020-2024/prova")]
    [InlineData($"{Root}/2020/prova")]
    [InlineData($"{Root}/2020-2023/version/7")]
    [InlineData($"{Root}/2020-2023/forslag/00000000-0000-0000-0000-000000000001")]
    [InlineData("/rekommendationer/finns-inte/hantera/avgifter")]
    public async Task What_is_not_there_is_said_to_be_so(string address)
    {
        await using var site = new LoggingSite();
        await site.InitializeAsync();
        using var officer = await site.As("handlaggare");

        using var answer = await officer.Get(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static string Text(IDocument page, string selector) =>
        string.Join(' ', page.QuerySelector(selector)!.TextContent.Replace('\u00A0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
