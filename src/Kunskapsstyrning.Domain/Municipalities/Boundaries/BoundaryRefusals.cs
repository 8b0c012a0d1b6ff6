namespace Kunskapsstyrning.Domain.Municipalities.Boundaries;

/// <summary>The sentences with which a file of boundaries is refused. Nothing of it is kept then.</summary>
public static class BoundaryRefusals
{
    private const string Field = "fil";

    /// <summary>No file was chosen, or an empty one.</summary>
    public static readonly Refusal Nothing = new("boundaries-no-file", "Välj en fil med kommungränser.", Field);

    /// <summary>The file is larger than any map of the country needs to be.</summary>
    public static readonly Refusal TooLarge = new("boundaries-too-large", "Filen är för stor. Den får vara högst 60 MB; välj en mer förenklad version av gränserna.", Field);

    /// <summary>Something else than GeoJSON.</summary>
    public static readonly Refusal NotGeoJson = new("boundaries-not-geojson", "Filen är inte GeoJSON med en samling objekt (FeatureCollection). Har du en shapefil eller GeoPackage: spara den som GeoJSON i ett kartprogram först.", Field);

    /// <summary>Nothing in it has an area.</summary>
    public static readonly Refusal NoPolygons = new("boundaries-no-polygons", "Filen har inga ytor, bara punkter eller linjer. Välj en fil där varje kommun är en yta (Polygon eller MultiPolygon).", Field);

    /// <summary>It has nothing at all in it, or nothing that is drawn.</summary>
    public static readonly Refusal NothingDrawn = new("boundaries-nothing-drawn", "Filen har ingenting ritat: den är tom, eller så saknar allt i den koordinater. Välj en fil där varje kommun är en yta (Polygon eller MultiPolygon).", Field);

    /// <summary>Nothing in it says which municipality is which.</summary>
    public static readonly Refusal NoCode = new("boundaries-no-code", $"Filen säger inte vilken kommun som är vilken. Varje yta måste ha kommunens fyra siffror i en egenskap som heter {string.Join(", ", GeoJson.CodeProperties.SkipLast(1))} eller {GeoJson.CodeProperties[^1]}.", Field);

    /// <summary>What was looked at is not there any more.</summary>
    public static readonly Refusal NotWaiting = new("boundaries-not-waiting", "Gränserna väntar inte längre på att läsas in. Välj filen igen.", Field);

    /// <summary>A day that has not come.</summary>
    public static readonly Refusal InTheFuture = new("boundaries-in-the-future", "Dagen ligger i framtiden. Skriv från vilken dag indelningen gäller.", "dag");

    /// <summary>No code is a municipality's.</summary>
    public static readonly Refusal NoMunicipality = new("boundaries-no-municipality", "Ingen av ytorna i filen har en svensk kommuns kod.", Field);

    /// <summary>No place in it can be in the country.</summary>
    public static readonly Refusal NotInSweden = new("boundaries-not-in-sweden", "Koordinaterna ligger inte i Sverige. Spara filen i SWEREF 99 TM (EPSG:3006) eller WGS 84 (EPSG:4326).", Field);

    /// <summary>However few points are kept, a page with it is too heavy.</summary>
    public static readonly Refusal TooMuchToDraw = new("boundaries-too-much-to-draw", "Gränserna har så många ytor att sidorna blir för tunga, hur mycket de än förenklas. Välj en fil med färre delar i varje kommun.", Field);

    /// <summary>Some places cannot be in the country.</summary>
    /// <param name="where">Where in the file: "kommunen 0180", "objekt nummer 14".</param>
    public static Refusal OutsideSweden(string where) => NotInSweden with { Sentence = $"En koordinat i {where} ligger inte i Sverige. Rätta den i filen, eller spara filen i SWEREF 99 TM (EPSG:3006) eller WGS 84 (EPSG:4326)." };

    /// <summary>Drawn in another system of coordinates.</summary>
    public static Refusal OtherSystem(string name) => NotInSweden with { Sentence = $"Filen säger att koordinaterna är i {name}. Spara den i SWEREF 99 TM (EPSG:3006) eller WGS 84 (EPSG:4326)." };
}
