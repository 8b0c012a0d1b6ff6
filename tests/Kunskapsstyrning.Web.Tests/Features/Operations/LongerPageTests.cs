using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Tests.Access;
using Kunskapsstyrning.Web.Tests.Features.Dispatches;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Operations;

/// <summary>A longer time that is given while the question with the old day waits to leave.</summary>
public sealed class LongerPageTests : IAsyncLifetime
{
    private const string Slug = "2018-kunskapsstyrning";
    private const string Page = $"/rekommendationer/{Slug}/hantera/svarstid";
    private static readonly (string, string)[] Typed = [("kommun", "Ekerö"), ("till", "2019-06-24"), ("skal", "Fullmäktige sammanträder då.")];

    private readonly LoggingSite _site = new();

    [Fact]
    public async Task Whoever_gives_it_is_told_of_the_letters_with_the_old_day_before_and_after()
    {
        using var officer = await _site.As("handlaggare");

        using var shown = await officer.Post(Page, Page, Typed);
        using var preview = await SignedInBrowser.Read(shown);
        using var done = await officer.Post(Page, Page, [.. Typed, ("ja", "1")]);
        using var after = await officer.Page(done.Headers.Location!.ToString());

        foreach (var page in (AngleSharp.Dom.IDocument[])[preview, after])
        {
            var note = page.QuerySelector(".warn")!;
            Assert.Contains("Förfrågan till Ekerö kommun har inte lämnat oss än", note.TextContent, StringComparison.Ordinal);
            Assert.Equal(["Brevet till ks-0125@kommun.example", "Brevet till sc-0125@kommun.example"], note.QuerySelectorAll("a").Select(a => a.TextContent));
        }
    }

    [Fact]
    public async Task The_letters_that_are_recalled_are_written_anew_with_the_new_day()
    {
        using var officer = await _site.As("handlaggare");
        using var done = await officer.Post(Page, Page, [.. Typed, ("ja", "1")]);
        using var after = await officer.Page(done.Headers.Location!.ToString());
        foreach (var letter in after.QuerySelectorAll(".warn a"))
            Assert.Null((await _site.App.As(Role.Officer).Run(new RecallMessage(new OutgoingMessageId(Guid.Parse(letter.GetAttribute("href")!.Split('/')[^1]))))).Refusal);

        var again = await _site.App.Plan(Slug, await _site.App.Prepares(Slug, new DispatchMatter(DispatchKind.Question), new DispatchRule { Audience = DispatchAudience.NotReached, County = "01", CopiesToHeads = true }));

        var letters = again.Recipients.Where(r => r.Place.Municipality?.Digits == "0125").ToList();
        Assert.Equal(2, letters.Count);
        Assert.All(letters, l => Assert.Contains("senast 24 juni 2019", l.Body.Replace('\u00A0', ' '), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_said_where_no_letter_with_the_old_day_waits()
    {
        using var officer = await _site.As("handlaggare");
        await _site.App.Change("skr", "", "UPDATE outgoing_message SET state = 'Submitted'");

        using var shown = await officer.Post(Page, Page, Typed);
        using var preview = await SignedInBrowser.Read(shown);

        Assert.NotNull(preview.QuerySelector("#betyder"));
        Assert.Null(preview.QuerySelector(".warn"));
    }

    public async ValueTask InitializeAsync()
    {
        await _site.InitializeAsync();
        _site.App.Clock.Set(new DateOnly(2019, 3, 11));
        await _site.App.EveryoneIsReached();
        await _site.App.Dispatches(Slug, new DispatchMatter(DispatchKind.Question), new DispatchRule { Audience = DispatchAudience.Everyone, CopiesToHeads = true });
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}
