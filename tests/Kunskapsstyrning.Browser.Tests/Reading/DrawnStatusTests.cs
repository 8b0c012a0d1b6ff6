using Kunskapsstyrning.Browser.Tests.Running;
using Kunskapsstyrning.Web.Tests.Ui;
using Microsoft.Playwright;
using Xunit;

namespace Kunskapsstyrning.Browser.Tests.Reading;

/// <summary>
/// Curve, bar and tiles as pictures, held against those in <c>References</c>, which <c>./dev pictures</c> takes anew. A pixel differs when a
/// channel is more than 40 of 255 away; at most two in a hundred may, since letters are drawn a little otherwise from machine to machine.
/// </summary>
public sealed class DrawnStatusTests(Site site)
{
    private const string Address = "/rekommendationer/2018-kunskapsstyrning?per=2019-07-04";
    private const int Channel = 40;
    private const double Tolerated = 0.02;

    private static readonly Dictionary<string, string> Drawings = new(StringComparer.Ordinal)
    {
        ["curve"] = "#kurva svg.chart", ["bar"] = "figure.bar svg >> nth=0", ["tiles"] = ".side-map svg.map",
    };

    public static TheoryData<string, ColorScheme> All => new(Drawings.Keys.SelectMany(drawing => new[] { (drawing, ColorScheme.Light), (drawing, ColorScheme.Dark) }));

    public static TheoryData<ColorScheme, string> Seen => new(new[] { ColorScheme.Light, ColorScheme.Dark }.SelectMany(scheme => Vision.All.Select(vision => (scheme, vision))));

    [Theory]
    [MemberData(nameof(All))]
    public Task A_drawing_looks_as_its_reference_picture(string drawing, ColorScheme scheme) => site.Visit(Screen.Laptop, async page =>
    {
        var taken = await Pixels.Of(page, await Take(page, drawing, scheme));
        var reference = await Pixels.Of(page, await File.ReadAllBytesAsync(Reference(drawing, scheme)));

        var differing = taken.FurtherThan(Channel, reference);
        Assert.True(differing <= Tolerated, $"{differing:P2} of {drawing} differs in {scheme}; if it is meant to, take the references anew with ./dev pictures.");
    });

    [Theory]
    [MemberData(nameof(Seen))]
    public Task Every_two_tiles_are_told_apart_however_one_sees_colours(ColorScheme scheme, string vision) => site.Visit(Screen.Laptop, async page =>
    {
        var tiles = await Tiles(page, scheme);

        foreach (var (one, other) in tiles.SelectMany((tile, at) => tiles.Skip(at + 1).Select(other => (tile, other))))
        {
            var apart = one.Picture.SeenApart(1.5, other.Picture, vision);
            Assert.True(apart >= 0.05, $"Only {apart:P1} of the tiles {one.Word} and {other.Word} are apart, {scheme}, {vision}.");
        }
    });

    [Fact]
    public Task A_drawing_that_has_changed_is_noticed() => site.Visit(Screen.Laptop, async page =>
    {
        var taken = await Pixels.Of(page, await Take(page, "bar", ColorScheme.Light));
        await page.EvaluateAsync("[...document.querySelectorAll('figure.bar rect')].slice(1).forEach(r => r.remove())");

        var changed = await Pixels.Of(page, await page.Locator(Drawings["bar"]).ScreenshotAsync());

        Assert.True(taken.FurtherThan(Channel, changed) > Tolerated);
    });

    [Fact(Explicit = true)]
    public Task Take_the_references_anew() => site.Visit(Screen.Laptop, async page =>
    {
        foreach (var drawing in Drawings.Keys)
        {
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark }) await File.WriteAllBytesAsync(Reference(drawing, scheme), await Take(page, drawing, scheme));
        }
    });

    private static async Task<byte[]> Take(IPage page, string drawing, ColorScheme scheme)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await page.GotoAsync(Address);
        return await page.Locator(Drawings[drawing]).ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled });
    }

    private static async Task<List<(string Word, Pixels Picture)>> Tiles(IPage page, ColorScheme scheme)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await page.GotoAsync(Address);
        await page.EvaluateAsync("document.querySelectorAll('.legend li').forEach(li => { li.style.display = 'block'; const tile = li.querySelector('.hex'); [tile.style.display, tile.style.width, tile.style.height] = ['block', '120px', '138px']; })");
        var tiles = new List<(string, Pixels)>();
        foreach (var line in await page.Locator(".legend li").AllAsync()) tiles.Add((await line.InnerTextAsync(), await Pixels.Of(page, await line.Locator(".hex").ScreenshotAsync())));
        Assert.Equal(5, tiles.Count);
        return tiles;
    }

    private static string Reference(string drawing, ColorScheme scheme) =>
        Path.Combine(Repository.Root, "tests", "Kunskapsstyrning.Browser.Tests", "References", $"{drawing}-{(scheme is ColorScheme.Dark ? "dark" : "light")}.png");
}
