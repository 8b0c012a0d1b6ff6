using System.Globalization;
using System.Xml.Linq;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Features.Exports;
using Kunskapsstyrning.Web.Features.Reading;
using Kunskapsstyrning.Web.Tests.Features.Overview;
using Kunskapsstyrning.Web.Ui;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Exports;

/// <summary>A view as a picture that stands by itself.</summary>
public sealed class ExportPictureTests
{
    public static TheoryData<string> Kinds => [nameof(PictureKind.Map), nameof(PictureKind.Bar), nameof(PictureKind.Curve)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_says_title_sentence_day_selection_and_source_and_fetches_nothing(string kind)
    {
        var export = Exported.Of(States.Busy(), "lan=25");
        var picture = XDocument.Parse(ExportPicture.Of(export, Enum.Parse<PictureKind>(kind)).Svg);

        var text = string.Join(' ', picture.Descendants().Where(e => e.Name.LocalName is "text").Select(e => e.Value)).Replace(Swedish.Nbsp, ' ');
        Assert.Contains("läget 4 juli 2019", text, StringComparison.Ordinal);
        Assert.Contains("det som hade kommit in till SKL", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Listan visar", text, StringComparison.Ordinal);
        Assert.Equal(kind is nameof(PictureKind.Map), text.Contains("Framhävda på kartan: Norrbottens län, 14 av 290 kommuner.", StringComparison.Ordinal));
        Assert.Equal(kind is nameof(PictureKind.Curve), text.Contains("Antal kommuner som hade antagit, även med förbehåll, efter den dag svaret kom in till SKL. Den tunna linjen är 2016 års omgång, Nationell stödfunktion, räknad", StringComparison.Ordinal));
        Assert.Contains("Källa: Kunskapsstyrning, SKR, som till 27 november 2019 hette SKL; invånare SCB. Exempeldata: svaren och gränsen är påhittade.", text, StringComparison.Ordinal);
        Assert.Contains(ExportPicture.Sentence(export, Enum.Parse<PictureKind>(kind)).Replace(Swedish.Nbsp, ' ')[..30], text, StringComparison.Ordinal);
        Assert.All(picture.Descendants().Attributes().Where(a => a.Name.LocalName is "href"), a => Assert.StartsWith("#", a.Value, StringComparison.Ordinal));
        Assert.DoesNotContain("var(--", picture.ToString(), StringComparison.Ordinal);
        Assert.Equal("sv-SE", picture.Root!.Attribute("lang")!.Value);
        Assert.NotEmpty(picture.Root.Elements().First(e => e.Name.LocalName is "title").Value);
    }

    [Fact]
    public void Tiles_that_the_selection_leaves_out_are_pale_in_picture_and_on_slide_and_it_is_said()
    {
        var (whole, chosen) = (Exported.Of(States.Busy()), Exported.Of(States.Busy(), "lan=25"));
        var (plain, marked) = (ExportPicture.Of(whole, PictureKind.Map).Svg, ExportPicture.Of(chosen, PictureKind.Map).Svg);
        string Slide(Export export)
        {
            using var deck = new System.IO.Compression.ZipArchive(new MemoryStream(ExportDeck.Write(export)));
            using var reader = new StreamReader(deck.GetEntry("ppt/slides/slide3.xml")!.Open());
            return reader.ReadToEnd();
        }

        var (plainSlide, markedSlide) = (Slide(whole), Slide(chosen));

        Assert.Equal((0, 276), (Count(plain, " opacity=\".22\">"), Count(marked, " opacity=\".22\">")));
        Assert.Equal((0, 276), (Count(plainSlide, ", utanför urvalet\" descr="), Count(markedSlide, ", utanför urvalet\" descr=")));
        Assert.Equal((0, 1), (Count(plain, "De bleka är utanför urvalet."), Count(marked, "De bleka är utanför urvalet.")));
        Assert.Equal((0, 1), (Count(plainSlide, "De bleka är utanför urvalet."), Count(markedSlide, "De bleka är utanför urvalet.")));
    }

    [Theory]
    [InlineData("before")]
    [InlineData("silent")]
    [InlineData("busy")]
    public void It_can_be_drawn_in_every_state(string name)
    {
        var state = name switch { "before" => States.Busy(new AsOf(new DateOnly(2018, 1, 1))), "silent" => States.Silent(), _ => States.Busy() };

        Assert.All(Enum.GetValues<PictureKind>(), kind =>
        {
            var picture = ExportPicture.Of(Exported.Of(state), kind);
            Assert.DoesNotContain("NaN", XDocument.Parse(picture.Svg).ToString(), StringComparison.Ordinal);
            Assert.InRange(picture.Height, 200, 1100);
        });
    }

    [Theory]
    [InlineData("2019-07-04", "4 juli")]
    [InlineData("2026-11-23", "sedan 30 juni 2019")]
    public void The_curve_says_of_which_day_its_last_number_is(string day, string words)
    {
        var state = States.Busy(asOf: new AsOf(DateOnly.Parse(day, CultureInfo.InvariantCulture)));

        var written = XDocument.Parse(ExportPicture.Of(Exported.Of(state), PictureKind.Curve).Svg).Descendants().Where(e => e.Name.LocalName is "text").Select(e => e.Value.Replace(Swedish.Nbsp, ' '));

        Assert.Contains(words, written);
    }

    [Fact]
    public void The_last_number_of_the_curve_is_written_once()
    {
        var state = States.Busy();

        var written = XDocument.Parse(ExportPicture.Of(Exported.Of(state), PictureKind.Curve).Svg).Descendants().Where(e => e.Name.LocalName is "text").Select(e => e.Value);

        Assert.Single(written, Swedish.Number(state.Adoption.HaveAdopted));
    }

    [Fact]
    public void Every_status_has_a_fill_or_pattern_of_its_own_and_its_letter()
    {
        var drawn = XDocument.Parse(ExportPicture.Of(Exported.Of(States.Busy()), PictureKind.Map).Svg).Descendants().Where(e => e.Name.LocalName is "g" && e.Attribute("id") is not null).ToDictionary(e => e.Attribute("id")!.Value);

        Assert.All(Swedish.Statuses, s => Assert.Equal(s.Letter().ToString(), drawn[ExportPicture.Tile(s)].Value));
        Assert.Equal(5, Swedish.Statuses.Select(s => string.Concat(drawn[ExportPicture.Tile(s)].Elements().Where(e => e.Name.LocalName is "path").Select(e => e.ToString()))).Distinct().Count());
    }

    [Fact]
    public async Task The_picture_becomes_a_png_of_its_own_shape()
    {
        using var printer = Web.Features.Printing.PdfPrinter.Of(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build());
        using var reading = new DocumentReading();
        var picture = ExportPicture.Of(Exported.Of(States.Busy()), PictureKind.Bar);

        var printout = await printer.Print(ExportFiles.PageOf(picture), TestContext.Current.CancellationToken);
        Assert.SkipWhen(printout.End is ProgramEnd.Missing, "Chromium is not installed.");
        var png = (await reading.PageImage(Domain.Intake.MediaType.Pdf, printout.Pdf!, 1, TestContext.Current.CancellationToken))!;

        var (width, height) = (Four(png, 16), Four(png, 20));
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], png[..4]);
        Assert.InRange(width, picture.Width, 4000);
        Assert.Equal((double)picture.Width / picture.Height, (double)width / height, .02);
        Assert.Null(await reading.PageImage(Domain.Intake.MediaType.Pdf, printout.Pdf!, 2, TestContext.Current.CancellationToken));
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static int Four(byte[] bytes, int at) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
}
