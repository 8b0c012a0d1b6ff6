using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Kunskapsstyrning.Domain.Municipalities.Boundaries;
using Kunskapsstyrning.Web.Features.Exports;
using Kunskapsstyrning.Web.Features.Slides;
using Kunskapsstyrning.Web.Reference;
using Kunskapsstyrning.Web.Tests.Features.Boundaries;
using Kunskapsstyrning.Web.Tests.Features.Overview;
using Xunit;
using GroupShape = DocumentFormat.OpenXml.Presentation.GroupShape;
using Shape = DocumentFormat.OpenXml.Presentation.Shape;

namespace Kunskapsstyrning.Web.Tests.Features.Exports;

/// <summary>The map that is taken along is the one that the view shows.</summary>
public sealed class MapPictureTests
{
    private static readonly BoundaryFacts Boundaries = Drawn();

    [Fact]
    public void Boundaries_are_drawn_where_the_view_shows_them_and_their_source_is_told()
    {
        var picture = Picture("karta=granser", Boundaries);

        Assert.Equal(289, picture.Descendants().Count(e => e.Name.LocalName is "path" && e.Elements().Any(t => t.Name.LocalName is "title")));
        Assert.Equal("Upplands Väsby", Assert.Single(picture.Descendants(), e => e.Name.LocalName is "circle" && e.Elements().Any()).Value.Split(':')[0]);
        Assert.Contains("Gränser: SCB, 2025-01-01. 1 kommun utan gräns är en cirkel.", Text(picture), StringComparison.Ordinal);
    }

    [Fact]
    public void Circles_are_drawn_by_inhabitants_or_by_fee_as_the_view_shows_them()
    {
        var (inhabitants, fee) = (Picture("karta=plats", Boundaries), Picture("karta=plats-avgift", null));

        Assert.Contains("En cirkel är en kommun, ytan är dess invånare.", Text(inhabitants), StringComparison.Ordinal);
        Assert.Contains("En cirkel är en kommun, ytan är dess avgift.", Text(fee), StringComparison.Ordinal);
        Assert.All((XDocument[])[inhabitants, fee], picture => Assert.Equal(290, picture.Descendants().Count(e => e.Name.LocalName is "use" && e.Attribute("href")!.Value.StartsWith("#c", StringComparison.Ordinal) && e.Elements().Any())));
    }

    [Fact]
    public void A_picture_of_circles_has_the_key_and_the_legend_of_circles()
    {
        var picture = Picture("karta=plats", null);

        Assert.Contains("500 000 invånare", Text(picture), StringComparison.Ordinal);
        Assert.Equal(5, picture.Descendants().Count(e => e.Name.LocalName is "use" && e.Attribute("href")!.Value.StartsWith("#c", StringComparison.Ordinal) && !e.HasElements));
    }

    [Fact]
    public void The_letters_of_circles_are_painted_after_every_circle()
    {
        var parts = Picture("karta=plats", null).Descendants().ToList();

        var last = parts.FindLastIndex(e => e.Name.LocalName is "use");
        Assert.True(parts.FindIndex(last, e => e.Name.LocalName is "text" && e.Value is "A" && e.Attribute("font-weight")?.Value is "700") > last);
        Assert.DoesNotContain(parts.Where(e => e.Name.LocalName is "use").SelectMany(e => e.Parent!.Elements()), e => e.Name.LocalName is "text" && e.Parent!.Attribute("transform")?.Value.StartsWith("translate(", StringComparison.Ordinal) is true && e.Parent.Elements().Count() == 2);
    }

    [Fact]
    public void Where_there_are_no_boundaries_circles_are_drawn_as_on_the_page() =>
        Assert.Contains("ytan är dess invånare", Text(Picture("karta=granser", null)), StringComparison.Ordinal);

    [Fact]
    public void Every_mark_that_a_picture_uses_is_drawn_in_it() => Assert.All((string[])["", "karta=granser", "karta=plats"], map =>
    {
        var picture = Picture(map, Boundaries);
        var there = picture.Descendants().Select(e => e.Attribute("id")?.Value).OfType<string>().ToHashSet();
        var used = picture.Descendants().SelectMany(e => (string?[])[e.Attribute("href")?.Value[1..], e.Attribute("fill")?.Value is { } fill && fill.StartsWith("url(#", StringComparison.Ordinal) ? fill[5..^1] : null]).OfType<string>();

        Assert.Empty(used.Except(there));
        Assert.DoesNotContain("NaN", picture.ToString(), StringComparison.Ordinal);
    });

    [Fact]
    public void Those_that_the_selection_leaves_out_are_pale_on_every_map() => Assert.All((string[])["karta=rutor", "karta=granser", "karta=plats"], map =>
        Assert.Equal(290 - 14, Picture($"{map}&lan=25", Boundaries).Descendants().Count(e => e.Descendants().Any(d => d.Name.LocalName is "title") && e.Attribute("opacity")?.Value is ".22")));

    [Theory]
    [InlineData("karta=granser", 289, 1, "Gränser: SCB, 2025-01-01. 1 kommun utan gräns är en cirkel.")]
    [InlineData("karta=plats", 0, 290, "En cirkel är en kommun, ytan är dess invånare.")]
    [InlineData("karta=plats-avgift", 0, 290, "En cirkel är en kommun, ytan är dess avgift.")]
    public void A_slide_has_the_map_that_the_view_shows_as_shapes_and_says_what_they_are(string query, int areas, int circles, string sentence)
    {
        var bytes = ExportDeck.Write(Exported.Of(States.Busy() with { Boundaries = Boundaries }, query));
        using var deck = PresentationDocument.Open(new MemoryStream(bytes), isEditable: false);
        var slide = deck.PresentationPart!.SlideParts.Single(s => s.Uri.ToString().EndsWith("slide3.xml", StringComparison.Ordinal)).Slide;
        var marks = slide.Descendants<GroupShape>().Single().Elements<Shape>().ToList();

        Assert.Equal((areas, circles), (marks.Count(m => m.Descendants<DocumentFormat.OpenXml.Drawing.CustomGeometry>().Any()), marks.Count(m => m.Descendants<DocumentFormat.OpenXml.Drawing.PresetGeometry>().Any())));
        Assert.Contains(sentence, slide.InnerText.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2016).Validate(deck).Select(e => e.Description));
        Assert.InRange(bytes.Length, 1, 600_000);
    }

    [Fact]
    public void An_outline_on_a_slide_has_every_point_of_its_path_within_its_room()
    {
        var (outline, room) = Outlines.Of("M10 20l5 0 0 5-5 0zM30 40l2-1 1 3z");

        Assert.Equal((10, 20, 23, 22), (room.X, room.Y, room.Width, room.Height));
        Assert.Equal(
            [(0, 0), (5, 0), (5, 5), (0, 5), (20, 20), (22, 19), (23, 22)],
            XElement.Parse(outline.Replace("a:", "", StringComparison.Ordinal)).Descendants("pt").Select(p => ((int)p.Attribute("x")!, (int)p.Attribute("y")!)));
    }

    private static XDocument Picture(string query, BoundaryFacts? boundaries) =>
        XDocument.Parse(ExportPicture.Of(Exported.Of(States.Busy() with { Boundaries = boundaries }, query), PictureKind.Map).Svg);

    private static string Text(XDocument picture) => string.Join(' ', picture.Descendants().Where(e => e.Name.LocalName is "text").Select(e => e.Value)).Replace('\u00A0', ' ');

    private static BoundaryFacts Drawn()
    {
        Assert.Null(GeoJson.TryRead(MadeUpMap.GeoJson(States.Municipalities.Skip(1)), out var reading).Refusal);
        return new BoundaryFacts(new BoundarySet(new BoundarySetId(Guid.CreateVersion7()), new DateOnly(2025, 1, 1), "SCB", "00", "karta.geojson", reading!.Outlines(_ => true)));
    }
}
