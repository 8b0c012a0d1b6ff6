using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using DocumentFormat.OpenXml.Validation;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Features.Exports;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Features.Reading;
using Kunskapsstyrning.Web.Tests.Features.Overview;
using Kunskapsstyrning.Web.Ui;
using Xunit;
using Shape = DocumentFormat.OpenXml.Presentation.Shape;
using Drawing = DocumentFormat.OpenXml.Drawing;

namespace Kunskapsstyrning.Web.Tests.Features.Exports;

/// <summary>A view as slides that can be changed by whoever presents them.</summary>
public sealed class ExportDeckTests
{
    private static readonly string? Office = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);

    public static TheoryData<string> Named => ["busy", "silent", "before", "nobody", "no fee"];

    [Theory]
    [MemberData(nameof(Named))]
    public void The_file_is_as_the_standard_says_in_every_state(string name)
    {
        using var deck = Open(Exported.Of(State(name), name is "nobody" ? "sok=finns+inte" : ""));

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2016).Validate(deck).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public void Every_slide_says_what_it_is_in_its_title_and_day_filter_and_source_at_its_foot()
    {
        using var deck = Open(Exported.Of(States.Busy(), "lan=25"));

        var slides = Slides(deck);
        Assert.InRange(slides.Count, 4, 5);
        Assert.All(slides, slide =>
        {
            Assert.NotEmpty(slide.Slide.Descendants<PlaceholderShape>().Single(p => p.Type! == PlaceholderValues.Title).Ancestors<Shape>().Single().InnerText);
            var text = Plain(slide);
            Assert.Contains("Läget 4 juli 2019: det som hade kommit in till SKL.", text, StringComparison.Ordinal);
            Assert.Contains(", läget 4 juli 2019", text, StringComparison.Ordinal);
            Assert.Contains("Källa: Kunskapsstyrning, SKR, som till 27 november 2019 hette SKL; invånare SCB. Exempeldata", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_selection_is_told_of_on_the_slides_where_it_is_seen_and_on_no_other()
    {
        using var deck = Open(Exported.Of(States.Busy(), "lan=25"));

        var slides = Slides(deck).Select(Plain).ToList();
        Assert.Equal([false, false, false, true], slides.Take(4).Select(s => s.Contains("Listan visar 14 av 290 kommuner: Norrbottens län.", StringComparison.Ordinal)));
        Assert.Equal([false, false, true, false], slides.Take(4).Select(s => s.Contains("Framhävda på kartan: Norrbottens län, 14 av 290 kommuner.", StringComparison.Ordinal)));
        Assert.Equal([false, false, true, true], slides.Take(4).Select(s => s.Contains("Urvalet: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_earlier_day_to_compare_with_is_named_where_its_status_stands_and_the_changes_are_told()
    {
        var state = States.BusySince(new DateOnly(2019, 5, 2));
        var plain = Exported.Of(state);
        var export = new Export(state, plain.View with { Since = state.Earlier!.Day }, plain.Taker, plain.Now, plain.Address);
        using var deck = Open(export);

        Assert.Contains("Status 2 maj 2019", Plain(Slides(deck)[3]), StringComparison.Ordinal);
        Assert.All(Slides(deck).Take(4), slide => Assert.Contains($"Sedan 2 maj 2019: antagit +{state.Adoption[Status.Adopted].Municipalities - state.Earlier!.Adoption[Status.Adopted].Municipalities}, antagit med förbehåll", Plain(slide), StringComparison.Ordinal));
        Assert.Contains("Status 2 maj 2019", Exported.Sheet(ExportWorkbook.Write(export), "Kommuner")[0].Select(h => h.Replace('\u00A0', ' ')));
    }

    [Fact]
    public void The_first_slide_has_the_sentence_and_the_five_numbers()
    {
        var state = States.Busy();
        using var deck = Open(Exported.Of(state));

        var text = Plain(Slides(deck)[0]);
        Assert.Contains(state.Headline().Text().Replace(Swedish.Nbsp, ' '), text, StringComparison.Ordinal);
        Assert.All(Swedish.Statuses, s => Assert.Contains($"{s.Label()}{Exported.Count(state, s)}", text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_charts_are_native_and_their_numbers_lie_in_a_workbook_that_can_be_changed()
    {
        var state = States.Busy();
        using var deck = Open(Exported.Of(state));

        var charts = Slides(deck)[1].ChartParts.OrderBy(c => c.Uri.ToString(), StringComparer.Ordinal).ToList();
        Assert.Equal(2, charts.Count);
        var bars = charts[0].ChartSpace.Descendants<BarChart>().Single();
        Assert.Equal(Swedish.Statuses.Select(s => Exported.Count(state, s)), bars.Descendants<Values>().Single().Descendants<NumericValue>().Select(v => int.Parse(v.Text, CultureInfo.InvariantCulture)));
        Assert.Equal(Swedish.Statuses.Select(s => Exported.Count(state, s).ToString(CultureInfo.InvariantCulture)), Book(charts[0]).Skip(1).Select(r => r[1]));
        Assert.Equal("Data!$B$2:$B$6", bars.Descendants<Values>().Single().Descendants<Formula>().Single().Text);

        var last = charts[1].ChartSpace.Descendants<LineChart>().Single().Elements<LineChartSeries>().First().Descendants<Values>().Single().Descendants<NumericValue>().Last();
        Assert.Equal(state.Adoption.HaveAdopted, int.Parse(last.Text, CultureInfo.InvariantCulture));
        Assert.Equal(["Dag", "Hade antagit", "2016 års omgång", "Gräns 200", "Sista svarsdag 15 juni 2019"], Book(charts[1])[0].Select(name => name.Replace(Swedish.Nbsp, ' ')));
        Assert.All(Book(charts[1]).Skip(1), row => Assert.Equal("200", row[3]));
        Assert.Equal(["0", "290"], Book(charts[1]).Skip(1).Where(row => row.Count > 4 && row[4].Length > 0).Select(row => row[4]));
    }

    [Fact]
    public void Every_municipality_is_a_hexagon_with_its_letter_and_its_name()
    {
        var state = States.Busy();
        using var deck = Open(Exported.Of(state));

        var tiles = Slides(deck)[2].Slide.Descendants<GroupShape>().Single().Elements<Shape>().ToList();
        Assert.Equal(290, tiles.Count);
        Assert.All(Swedish.Statuses, s => Assert.Equal(Exported.Count(state, s), tiles.Count(t => t.InnerText == s.Letter().ToString())));
        Assert.All(state.Rows, row => Assert.Single(tiles, t => t.NonVisualShapeProperties!.NonVisualDrawingProperties!.Description == $"{row.Municipality.Name}: {row.Standing.Status.InText()}"));
        Assert.Equal(5, Slides(deck)[2].Slide.CommonSlideData!.ShapeTree!.Elements<Shape>().Count(s => s.Descendants<Drawing.CustomGeometry>().Any()));
    }

    [Fact]
    public void The_list_is_a_native_table_over_as_many_slides_as_it_needs_with_its_head_on_each()
    {
        var export = Exported.Of(States.Busy(), "status=avstar&sortera=-invanare");
        using var deck = Open(export);

        var tables = Slides(deck).Skip(3).Select(s => s.Slide.Descendants<Drawing.Table>().Single()).ToList();
        Assert.Equal(2, tables.Count);
        Assert.All(tables, t => Assert.Equal(("Kommun", true), (t.Descendants<Drawing.TableCell>().First().InnerText, t.TableProperties!.FirstRow!.Value)));
        Assert.Equal(export.Rows.Select(r => r.Municipality.Name), tables.SelectMany(t => t.Elements<Drawing.TableRow>().Skip(1)).Select(r => r.Elements<Drawing.TableCell>().First().InnerText));
    }

    [Fact]
    public void Everything_that_is_seen_is_read_aloud_and_every_word_is_Swedish()
    {
        using var deck = Open(Exported.Of(States.Busy()));

        Assert.All(Slides(deck), slide =>
        {
            Assert.All(slide.Slide.Descendants<GraphicFrame>().Select(f => f.NonVisualGraphicFrameProperties!.NonVisualDrawingProperties!), p => Assert.NotEmpty(p.Description?.Value ?? ""));
            Assert.All(slide.Slide.Descendants<GroupShape>().Select(f => f.NonVisualGroupShapeProperties!.NonVisualDrawingProperties!), p => Assert.NotEmpty(p.Description?.Value ?? ""));
            Assert.All(slide.Slide.Descendants<Drawing.RunProperties>(), r => Assert.Equal("sv-SE", r.Language!.Value));
        });
        Assert.Equal("sv-SE", deck.PackageProperties.Language);
        Assert.Equal("Samlat system för kunskapsstyrning 2020–2023, läget 4 juli 2019", deck.PackageProperties.Title!.Replace(Swedish.Nbsp, ' '));
    }

    [Fact]
    public async Task LibreOffice_opens_the_slides_where_it_can_present()
    {
        Assert.SkipWhen(Office is null || !ImpressIsThere(), "LibreOffice Impress is not installed.");
        var folder = Directory.CreateTempSubdirectory("bilder-").FullName;
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "lage.pptx"), ExportDeck.Write(Exported.Of(States.Busy(), "lan=25")), TestContext.Current.CancellationToken);
            using var program = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(Office!, ["--headless", $"-env:UserInstallation=file://{folder}/profil", "--convert-to", "pdf", "--outdir", folder, Path.Combine(folder, "lage.pptx")]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            await program.WaitForExitAsync(TestContext.Current.CancellationToken);

            using var programs = new ReadingPrograms(ReadingPrograms.UsualFolders());
            Assert.True(new FileInfo(Path.Combine(folder, "lage.pdf")).Length > 10_000);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool ImpressIsThere() => Directory.Exists("/usr/lib/libreoffice/program") && File.Exists("/usr/lib/libreoffice/program/libsdlo.so");

    private static RecommendationState State(string name) => name switch
    {
        "silent" => States.Silent(),
        "before" => States.Busy(new AsOf(new DateOnly(2018, 1, 1))),
        "no fee" => States.Busy(recommendation: States.Recommendation(new Domain.Fees.FeeTerms { Kind = Domain.Fees.FeeKind.NotSet, Source = "Prov" }, deadline: States.Deadline)),
        _ => States.Busy(),
    };

    private static PresentationDocument Open(Export export) => PresentationDocument.Open(new MemoryStream(ExportDeck.Write(export)), isEditable: false);

    private static List<SlidePart> Slides(PresentationDocument deck) =>
        [.. deck.PresentationPart!.Presentation.SlideIdList!.Elements<SlideId>().Select(id => (SlidePart)deck.PresentationPart.GetPartById(id.RelationshipId!.Value!))];

    private static string Plain(SlidePart slide) => slide.Slide.InnerText.Replace(Swedish.Nbsp, ' ');

    private static List<List<string>> Book(ChartPart chart)
    {
        using var stream = chart.EmbeddedPackagePart!.GetStream();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Exported.Sheet(bytes.ToArray(), "Data");
    }
}
