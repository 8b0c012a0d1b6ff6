using System.Globalization;
using System.Text;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Boundaries;
using Kunskapsstyrning.Domain.Shared;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Municipalities.Boundaries;

public sealed class GeoJsonTests
{
    private const string Square = "[[[650000,6580000],[660000,6580000],[660000,6590000],[650000,6590000],[650000,6580000]]]";

    [Theory]
    [InlineData(59.3293, 18.0686, 674_571.87, 6_580_743.01)]
    [InlineData(55.0, 12.75, 356_083.44, 6_097_106.67)]
    [InlineData(67.8558, 20.2253, 719_583.12, 7_536_069.97)]
    public void A_place_in_degrees_is_where_it_is_in_SWEREF_99_TM(double latitude, double longitude, double east, double north)
    {
        var place = PlanePoint.Of(latitude, longitude);

        Assert.Equal((east, north), (place.East, place.North), (a, b) => Math.Abs(a.Item1 - b.Item1) < 1 && Math.Abs(a.Item2 - b.Item2) < 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Kommun;Kod\nEkerö;0125")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[")]
    [InlineData("[1,2,3]")]
    [InlineData("{\"type\":\"Topology\",\"objects\":{}}")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1],[2]]]}}]}")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":7}}]}")]
    public void What_is_no_geojson_is_refused(string file) =>
        Assert.Equal(file.Length == 0 ? BoundaryRefusals.Nothing : BoundaryRefusals.NotGeoJson, Refused(file));

    [Theory]
    [InlineData("{\"type\":\"Feature\",\"properties\":{\"kod\":\"0125\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[650000,6580000]}}")]
    [InlineData("{\"type\":\"Feature\",\"properties\":{\"kod\":\"0125\"},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[650000,6580000],[660000,6580000]]}}")]
    public void A_file_without_areas_is_refused(string features) => Assert.Equal(BoundaryRefusals.NoPolygons, Refused(Collection(features)));

    [Theory]
    [InlineData("")]
    [InlineData("{\"type\":\"Feature\",\"properties\":{\"kod\":\"0125\"},\"geometry\":null}")]
    [InlineData("{\"type\":\"Feature\",\"properties\":{\"kod\":\"0125\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[]}}")]
    public void A_file_in_which_nothing_is_drawn_is_not_said_to_have_points_or_lines(string features) => Assert.Equal(BoundaryRefusals.NothingDrawn, Refused(Collection(features)));

    [Fact]
    public void A_place_outside_the_country_is_said_with_the_area_it_is_in()
    {
        const string far = "[[[650000,6580000],[660000,6580000],[660000,2000000],[650000,6580000]]]";

        Assert.Contains("En koordinat i ytan med koden 0180 ligger inte i Sverige.", Refused(Collection($"{Feature("\"kod\":\"0125\"", Square)},{Feature("\"kod\":\"0180\"", far)}"))!.Sentence, StringComparison.Ordinal);
        Assert.Contains("En koordinat i objekt nummer 2 i filen ligger inte i Sverige.", Refused(Collection($"{Feature("\"kod\":\"0125\"", Square)},{Feature("\"namn\":\"Stockholm\"", far)}"))!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Outlines_that_are_too_heavy_however_few_points_are_kept_are_refused()
    {
        DrawnOutline Of(int characters) => new(new MunicipalityCode("0125"), new string('z', characters), 100);

        Assert.Equal(BoundaryRefusals.TooMuchToDraw, BoundaryReading.RefusalOf([Of(BoundaryReading.MostCharacters), Of(1)]));
        Assert.Equal(BoundaryRefusals.NoMunicipality, BoundaryReading.RefusalOf([]));
        Assert.Null(BoundaryReading.RefusalOf([Of(BoundaryReading.MostCharacters)]));
    }

    [Fact]
    public void Areas_outside_the_country_are_refused() => Assert.Equal(BoundaryRefusals.NotInSweden, Refused(Collection(Feature("\"kod\":\"0125\"", "[[[2.3,48.8],[2.4,48.8],[2.4,48.9]]]"))));

    [Fact]
    public void Another_system_of_coordinates_is_refused_by_its_name() =>
        Assert.Contains("EPSG::3021", Refused(Collection(Feature("\"kod\":\"0125\"", Square), "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3021\"}},"))!.Sentence, StringComparison.Ordinal);

    [Fact]
    public void Areas_that_do_not_say_whose_they_are_are_refused() => Assert.Equal(BoundaryRefusals.NoCode, Refused(Collection(Feature("\"name\":\"Ekerö\"", Square))));

    [Fact]
    public void A_file_that_is_too_large_is_refused() => Assert.Equal(BoundaryRefusals.TooLarge, GeoJson.TryRead(new byte[GeoJson.Largest + 1], out _).Refusal);

    [Theory]
    [InlineData("\"KnKod\":\"0125\",\"KnNamn\":\"Ekerö\"", "KnKod")]
    [InlineData("\"id\":7,\"kommunkod\":\"0125\"", "kommunkod")]
    [InlineData("\"kn_kod\":125", "kn_kod")]
    [InlineData("\"KOMMUN_KOD\":\"125\"", "KOMMUN_KOD")]
    [InlineData("\"kommun\":\"Ekerö\",\"kod\":\"0125\"", "kod")]
    public void The_code_is_found_under_the_names_that_files_use(string properties, string name)
    {
        var reading = Read(Collection(Feature(properties, Square)));

        Assert.Equal((name, "0125"), (reading.Property, Assert.Single(reading.Rings).Key));
    }

    [Fact]
    public void The_same_area_in_degrees_and_in_metres_is_the_same_on_the_grid()
    {
        (double Latitude, double Longitude)[] corners = [(59.3, 17.6), (59.3, 17.9), (59.5, 17.9), (59.5, 17.6)];
        string Ring(Func<(double Latitude, double Longitude), (double, double)> of) => $"[[{string.Join(',', corners.Append(corners[0]).Select(c => string.Create(CultureInfo.InvariantCulture, $"[{of(c).Item1},{of(c).Item2},12.5]")))}]]";

        var degrees = Read(Collection(Feature("\"kod\":\"0125\"", Ring(c => (c.Longitude, c.Latitude)))));
        var metres = Read(Collection(Feature("\"kod\":\"0125\"", Ring(c => (PlanePoint.Of(c.Latitude, c.Longitude).East, PlanePoint.Of(c.Latitude, c.Longitude).North)))));

        Assert.Equal(4, degrees.Rings["0125"][0].Count);
        Assert.Equal(degrees.Rings["0125"][0], metres.Rings["0125"][0]);
    }

    [Fact]
    public void Parts_of_a_municipality_are_drawn_together_whether_they_stand_together_or_not()
    {
        var island = Square.Replace("65", "67", StringComparison.Ordinal).Replace("66", "68", StringComparison.Ordinal);

        var together = Read(Collection(Feature("\"kod\":\"0125\"", $"[{Square},{island}]", "MultiPolygon")));
        var apart = Read(Collection($"{Feature("\"kod\":\"0125\"", Square)},{Feature("\"kod\":\"0125\"", island)}"));

        Assert.Equal(2, together.Rings["0125"].Count);
        Assert.Equal(together.Outlines(_ => true), apart.Outlines(_ => true));
        Assert.Equal(100, Assert.Single(apart.Outlines(_ => true)).SquareKilometres);
    }

    [Fact]
    public void Codes_of_no_municipality_are_told_and_not_drawn()
    {
        var reading = Read(Collection($"{Feature("\"kod\":\"0125\"", Square)},{Feature("\"kod\":\"9999\"", Square)},{Feature("\"kod\":\"Ekerö\"", Square)}"));
        bool IsKnown(MunicipalityCode code) => code.Digits == "0125";

        Assert.Equal(["9999", "Ekerö"], reading.Unknown(IsKnown));
        Assert.Equal("0125", Assert.Single(reading.Outlines(IsKnown)).Municipality.Digits);
    }

    [Fact]
    public void However_ragged_the_outlines_are_they_are_light_together()
    {
        static IReadOnlyList<GridPoint> Ragged(int at) => [.. Enumerable.Range(0, 2000).Select(n => new GridPoint(
            at % 17 * 200 + (int)((80 + n * 7919 % 13) * Math.Cos(n * Math.PI / 1000)), at / 17 * 400 + (int)((80 + n * 7919 % 13) * Math.Sin(n * Math.PI / 1000))))];
        var reading = new BoundaryReading("kod", Enumerable.Range(0, 290).ToDictionary(at => $"{at:0000}", at => (IReadOnlyList<IReadOnlyList<GridPoint>>)[SharedBorders.Ring(Ragged(at))]));

        var outlines = reading.Outlines(_ => true);

        Assert.Equal(290, outlines.Count);
        Assert.InRange(outlines.Sum(o => o.Path.Length), 10_000, BoundaryReading.MostCharacters);
    }

    private static string Collection(string features, string before = "") => $"{{\"type\":\"FeatureCollection\",{before}\"features\":[{features}]}}";

    private static string Feature(string properties, string coordinates, string type = "Polygon") => $"{{\"type\":\"Feature\",\"properties\":{{{properties}}},\"geometry\":{{\"type\":\"{type}\",\"coordinates\":{coordinates}}}}}";

    private static Refusal? Refused(string file) => GeoJson.TryRead(Encoding.UTF8.GetBytes(file), out _).Refusal;

    private static BoundaryReading Read(string file)
    {
        Assert.Null(GeoJson.TryRead(Encoding.UTF8.GetBytes(file), out var reading).Refusal);
        return reading!;
    }
}
