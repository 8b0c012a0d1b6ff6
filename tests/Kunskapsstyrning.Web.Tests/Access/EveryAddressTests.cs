using System.Diagnostics;
using AngleSharp.Html.Parser;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Layout;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Access;

/// <summary>
/// Every address that the running application maps, asked for by everybody: given exactly where it is declared, and nothing of what was
/// planted let out. An address that is added is in it by itself.
/// </summary>
public sealed class EveryAddressTests(AccessSite site, ITestOutputHelper output) : IClassFixture<AccessSite>
{
    private const int Enough = 100;

    private readonly List<string> _wrong = [];
    private readonly List<string> _leaks = [];
    private int _asked;

    private IReadOnlyList<Mapped> Addresses => [.. site.Endpoints.Select(e => new Mapped(e)).Where(m => !m.IsFileOfProgram && !m.IsFileFallback)];

    [Fact]
    public void Every_address_says_whom_it_is_for()
    {
        Assert.True(site.Endpoints.Count > Enough, $"Only {site.Endpoints.Count} were found.");
        Assert.Empty(Undeclared(site.Endpoints));
        Assert.All(site.Endpoints.Select(e => e.Metadata.GetMetadata<OpenToAll>()).OfType<OpenToAll>(), open => Assert.True(open.Because.Length > 20));
    }

    [Fact]
    public async Task An_address_that_does_not_say_is_found_and_is_for_nobody()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();
        app.MapGet("/ny-sida", () => "hemligt");
        app.MapGet("/halsning", () => "hej").Open("A greeting is the same for everyone.");

        Assert.Equal(["HTTP: GET /ny-sida"], Undeclared([.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).Cast<RouteEndpoint>()]));
    }

    /// <summary>One test, since what is posted changes what is asked for: first what is asked, then what is refused, then what is let through.</summary>
    [Fact]
    public async Task Everybody_is_given_exactly_what_is_declared_and_nothing_that_is_another_s()
    {
        var watch = Stopwatch.StartNew();
        foreach (var address in Addresses.Where(a => a.Methods.Contains("GET"))) await AskedByEverybody(address);
        foreach (var caller in site.Callers) await IsGivenFiles(caller);

        var before = await Everything();
        var posts = Addresses.Where(a => a.Methods.Contains("POST")).ToList();
        foreach (var address in posts) await PostedByThoseWhoMayNot(address);
        foreach (var address in posts.Where(a => !a.IsHub)) await PostedWithoutToken(address);
        Assert.Equal(before, await Everything());

        foreach (var address in posts) await PostedByThoseWhoMay(address);
        output.WriteLine($"{Addresses.Count} addresses, {site.Callers.Count} callers, {site.Planted.Markers.Count} words: {_asked} asked in {watch.Elapsed.TotalSeconds:F1} s, {_wrong.Count} wrong, {_leaks.Count} leaks");

        Assert.True(_wrong.Count + _leaks.Count == 0, string.Join('\n', _wrong.Concat(_leaks)));
        Assert.True(_asked > 10 * Enough, $"Only {_asked} were asked.");
    }

    [Fact]
    public async Task Menus_show_exactly_what_one_may_open()
    {
        var menus = new Dictionary<Caller, HashSet<string>>();
        foreach (var caller in site.Callers)
        {
            using var page = await new HtmlParser().ParseDocumentAsync((await Reply.Get(caller, "/")).Text);
            menus[caller] = [.. page.QuerySelectorAll("nav.menu a").Select(a => a.GetAttribute("href")!)];
        }

        var all = menus.Values.SelectMany(m => m).ToHashSet();
        Assert.True(all.Count > 5, $"Only {all.Count} entries were found.");
        foreach (var (caller, menu) in menus)
        {
            foreach (var entry in all) Assert.True(menu.Contains(entry) == Addresses.Single(a => a.Pattern == entry && a.Methods.Contains("GET")).IsFor(caller.Actor), $"{entry} in the menu of {caller.Name}");
        }
    }

    private static List<string?> Undeclared(IEnumerable<RouteEndpoint> endpoints) => [.. endpoints.Where(e => !Declared.IsDeclared(e) && !Declared.IsFileFallback(e)).Select(e => e.DisplayName)];

    private async Task AskedByEverybody(Mapped mapped)
    {
        var given = false;
        foreach (var address in mapped.Addresses(site.Planted))
        {
            foreach (var caller in site.Callers)
            {
                var reply = await Look(caller, address.Path, () => Reply.Get(caller, address.Path));
                given |= reply.Gives;
                if (reply.Status >= 500 && !mapped.NeedsProgram) Wrong(caller, mapped, address, reply);
                else if (!mapped.IsFor(caller.Actor)) Refused(caller, mapped, address, reply);
                else if (!mapped.IsHub) Asked(caller, mapped, address, reply);
            }
        }

        if (!given && !mapped.IsHub && !mapped.NeedsProgram && mapped.Pattern is not (Urls.AtProvider or Urls.ProviderAnswer)) _wrong.Add($"{mapped.Name}: nobody was given anything. Plant what it shows.");
    }

    /// <summary>What somebody is given who may ask.</summary>
    private void Asked(Caller caller, Mapped mapped, Address address, Reply reply)
    {
        if (MayHave(caller, address.Whose) is not { } may) return;
        if (may ? reply.Refuses : reply.Gives) Wrong(caller, mapped, address, reply);
        if (may && address.Whose is Whose.Owners && !reply.Gives) Wrong(caller, mapped, address, reply);
    }

    /// <summary>Whether somebody who may ask is to be given it; null where the use case says.</summary>
    private static bool? MayHave(Caller caller, Whose whose) => (whose, caller.Actor.Scope) switch
    {
        (Whose.Everyones, _) => true,
        (Whose.Nobodys, _) => false,
        (Whose.Either, "skr") => null,
        (Whose.Loggers, "skr") => caller.Permissions.Contains(Permission.LogDecisions) ? true : null,
        (Whose.Owners, "skr") => true,
        (Whose.OwnersAndLoggers, "skr") => caller.Permissions.Contains(Permission.LogDecisions) ? true : null,
        (Whose.Owners or Whose.OwnersAndLoggers, var scope) => scope == Planted.Owner.Digits,
        (Whose.Either, var scope) => scope == Planted.Owner.Digits ? null : false,
        (Whose.Persons or Whose.Unsaid, _) => null,
        _ => false,
    };

    private async Task IsGivenFiles(Caller caller)
    {
        foreach (var file in site.Endpoints.Select(e => new Mapped(e)).Where(m => m.IsFileOfProgram && !m.Pattern.Contains('{', StringComparison.Ordinal)))
            await Look(caller, file.Pattern, () => Reply.Get(caller, file.Pattern));
    }

    private async Task PostedByThoseWhoMayNot(Mapped mapped)
    {
        foreach (var address in mapped.Addresses(site.Planted))
        {
            foreach (var caller in site.Callers.Where(c => !mapped.IsFor(c.Actor) || (c == site.Foreign && address.Whose is not (Whose.Everyones or Whose.Nobodys or Whose.Unsaid))))
            {
                foreach (var withToken in (bool[])[false, true])
                {
                    var reply = await Look(caller, address.Path, () => Reply.Post(caller, address.Path, withToken));
                    if (!mapped.IsFor(caller.Actor)) Refused(caller, mapped, address, reply);
                    else if (reply.Gives || reply.Status >= 500) Wrong(caller, mapped, address, reply);
                }
            }
        }
    }

    private async Task PostedWithoutToken(Mapped mapped)
    {
        foreach (var address in mapped.Addresses(site.Planted))
        {
            foreach (var caller in site.Callers.Where(c => mapped.IsFor(c.Actor)))
            {
                var reply = await Look(caller, address.Path, () => Reply.Post(caller, address.Path, withToken: false));
                if (reply.Status is not (400 or 429)) Wrong(caller, mapped, address, reply);
            }
        }
    }

    private async Task PostedByThoseWhoMay(Mapped mapped)
    {
        foreach (var address in mapped.Addresses(site.Planted))
        {
            foreach (var caller in site.Callers.Where(c => mapped.IsFor(c.Actor)))
            {
                // Whoever signs out is to be there afterwards.
                var asking = mapped.Pattern is Urls.SignOut ? await site.Again(caller) : caller;
                var reply = await Look(caller, address.Path, () => Reply.Post(asking, address.Path, withToken: true));
                if (reply.Status >= 500) Wrong(caller, mapped, address, reply);
                else if (!mapped.IsHub && MayHave(caller, address.Whose) is true && reply.Refuses) Wrong(caller, mapped, address, reply);
            }
        }
    }

    private void Refused(Caller caller, Mapped mapped, Address address, Reply reply)
    {
        if (caller.Actor.IsSignedIn ? reply.Status is not 403 : !reply.SendsToSignIn) Wrong(caller, mapped, address, reply);
    }

    private async Task<Reply> Look(Caller caller, string path, Func<Task<Reply>> ask)
    {
        _asked++;
        var reply = await ask();
        _leaks.AddRange(site.Planted.Markers.Where(m => !m.MayBeSeen(caller, path) && reply.Text.Contains(m.Word, StringComparison.OrdinalIgnoreCase)).Select(m => $"{path} gives {caller.Name} {m.Word}"));
        return reply;
    }

    private void Wrong(Caller caller, Mapped mapped, Address address, Reply reply) => _wrong.Add($"{mapped.Name}: {caller.Name} at {address.Path} ({address.Whose}) got {reply.Status} {reply.Location}");

    /// <summary>Every row there is, so that what a refused post leaves behind is seen; not who sits at a page, and when somebody last did something.</summary>
    private async Task<string> Everything()
    {
        var tables = await site.App.Rows("", "", "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname NOT IN ('item_presence', 'browser_session') ORDER BY relname");
        var questions = string.Join(" UNION ALL ", tables.Select(t => $"SELECT '{t} ' || coalesce(md5(string_agg(t::text, '' ORDER BY t::text)), '') FROM \"{t}\" AS t"));
        return string.Join('\n', (await site.App.Rows("skr", "Administer", questions)).Concat(await site.App.Rows("sign-in", "", questions)).Concat(await site.App.Rows(Planted.Owner.Digits, "", questions)));
    }
}
