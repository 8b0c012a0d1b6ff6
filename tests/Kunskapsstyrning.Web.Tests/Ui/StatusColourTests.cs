using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Ui;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Ui;

/// <summary>The colours of statuses, computed from the tokens of app.css in light and dark, as everyone sees them.</summary>
public sealed partial class StatusColourTests
{
    private static readonly string Css = File.ReadAllText(Path.Combine(Root(), "src/Kunskapsstyrning.Web/wwwroot/app.css"));

    public static TheoryData<string, string> Ways => new(new[] { "light", "dark" }.SelectMany(scheme => Vision.All.Select(vision => (scheme, vision))));

    [Theory]
    [MemberData(nameof(Ways))]
    public void Every_fill_or_edge_of_a_status_is_at_least_three_to_one_against_the_page(string scheme, string vision)
    {
        var tokens = Tokens(scheme);

        foreach (var mark in new[] { "s-a", "s-f", "s-n", "s-p-edge", "s-0-edge" })
        {
            var contrast = Contrast(vision, tokens[mark], tokens["paper"]);
            Assert.True(contrast >= 3, $"--{mark} is {contrast:0.00}:1 against the page, {scheme}, {vision}.");
        }
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public void Every_letter_can_be_read_on_its_tile(string scheme)
    {
        var tokens = Tokens(scheme);

        foreach (var (letter, tile) in new[] { ("s-a-text", "s-a"), ("s-f-text", "s-f"), ("s-n-text", "s-n"), ("s-p-text", "s-p"), ("s-0-text", "paper") })
        {
            var contrast = Contrast("as they are", tokens[letter], tokens[tile]);
            Assert.True(contrast >= 4.5, $"--{letter} is {contrast:0.00}:1 on --{tile}, {scheme}.");
        }
    }

    [Fact]
    public void Dark_by_choice_and_dark_by_system_are_the_same() => Assert.Equal(Block(":root:not([data-theme=light]){"), Block(":root[data-theme=dark]{"));

    [Fact]
    public void Every_pair_of_statuses_differs_by_letter_and_by_what_its_tile_and_its_segment_are_drawn_of()
    {
        var all = Enum.GetValues<Status>();

        Assert.Equal(all.Length, all.Select(s => s.Letter()).Distinct().Count());
        Assert.Equal(all.Length, all.Select(s => string.Join(' ', Drawn(SpriteOf(s)))).Distinct().Count());
        Assert.Equal(all.Length, all.Select(s => string.Join(' ', Drawn(Bars.Segments(other => other == s ? 1 : 0, 0, 14).Value))).Distinct().Count());
    }

    private static string SpriteOf(Status status) => Group().Matches(File.ReadAllText(Path.Combine(Root(), "src/Kunskapsstyrning.Web/Ui/Sprite.razor"))).Single(g => g.Groups["id"].Value == $"t{Tile.Id(status)}").Groups["what"].Value;

    /// <summary>Fills, edges and cuts, without where they lie or what colour they have: full, cut in two ways, half and empty.</summary>
    private static IEnumerable<string> Drawn(string svg) => Shape().Matches(svg).Select(s => s.Groups["what"].Value switch
    {
        "t-a" or "t-f" or "t-n" => "full", "cut" => s.Value, var other => other,
    });

    private static double Contrast(string vision, string one, string other) => Vision.Contrast(Luminance(vision, one), Luminance(vision, other));

    private static double Luminance(string vision, string colour)
    {
        var hex = colour.Length == 4 ? string.Concat(colour[1..].SelectMany(c => new[] { c, c })) : colour[1..];
        byte Channel(int at) => byte.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return Vision.Luminance(vision, Channel(0), Channel(2), Channel(4));
    }

    private static Dictionary<string, string> Tokens(string scheme)
    {
        var tokens = Token().Matches(Block(":root{")).ToDictionary(t => t.Groups["name"].Value, t => t.Groups["colour"].Value);
        if (scheme == "dark") foreach (Match token in Token().Matches(Block(":root[data-theme=dark]{"))) tokens[token.Groups["name"].Value] = token.Groups["colour"].Value;
        return tokens;
    }

    private static string Block(string selector)
    {
        var from = Css.IndexOf(selector, StringComparison.Ordinal) + selector.Length;
        return Css[from..Css.IndexOf('}', from)];
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));

    [GeneratedRegex(@"--(?<name>[a-z0-9-]+):\s*(?<colour>#[0-9a-f]{3,6})", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Token();

    [GeneratedRegex(@"<g id=""(?<id>t.)"">(?<what>.*?)</g>", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Group();

    [GeneratedRegex(@"<(path|rect)[^>]*?(class|fill)=""(?<what>[^"" ]+)[^>]*>", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Shape();
}
