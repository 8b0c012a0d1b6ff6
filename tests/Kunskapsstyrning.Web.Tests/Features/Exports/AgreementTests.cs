using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Api;
using Kunskapsstyrning.Web.Features.Exports;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Exports;

/// <summary>
/// Twenty days, three recommendations, six filters: sentence, numbers, bar, table, tiles, curve, API and every kind of file say what a straight
/// count over the answers says.
/// </summary>
public sealed partial class AgreementTests(ExampleApp app) : IClassFixture<ExampleApp>
{
    private static readonly string[] Filters = ["", "status=ej-svarat", "lan=25", "status=avstar&sortera=-invanare", "lan=01&status=antagit&status=forbehall", "sok=berg"];

    [Theory]
    [InlineData("2016-nationell-stodfunktion")]
    [InlineData("2018-kunskapsstyrning")]
    [InlineData("2024-kunskapsbaserad-socialtjanst")]
    public async Task Everything_that_is_shown_and_taken_along_agrees_with_a_straight_count(string slug)
    {
        var straight = await StraightCount.Of(app, slug);
        var (days, seen) = (await Days(slug), new HashSet<string>());

        foreach (var day in days)
        {
            var found = (await app.As(Role.Reader).Ask(new StateToTakeAlong(slug, new AsOf(day))))!;
            var counted = straight.On(day, found.State.Recommendation.BoardDecision.On);
            var all = found.State.Rows.ToDictionary(r => r.Municipality.Code.Digits, r => counted.GetValueOrDefault(r.Municipality.Code.Digits));
            AgreesWhole(found.State, all);
            await AgreesInApi(slug, day, all);
            var whole = Taken(found, "");
            AgreesInPictures(whole, all);
            AgreesOnSlides(whole, all);
            foreach (var filter in Filters) AgreesInList(Taken(found, filter), Asked(found.State, all, filter));
            seen.Add(string.Join(',', Swedish.Statuses.Select(s => all.Values.Count(v => v == s))));
        }

        Assert.Equal(20, days.Count);
        Assert.InRange(seen.Count, 2, 20);
    }

    private static void AgreesWhole(RecommendationState state, Dictionary<string, Status> all)
    {
        var adopted = all.Values.Count(s => s is Status.Adopted or Status.AdoptedWithReservation);
        Assert.Equal(290, all.Count);
        if (adopted is > 0 and < 290) Assert.Equal($"{adopted} av 290 kommuner {(state.IsToday && state.Today.Year <= state.Recommendation.PayingYears.Last ? "har" : "hade")} antagit.", Plain(state.Headline().Text()));
        Assert.All(Swedish.Statuses, s => Assert.Equal(all.Values.Count(v => v == s), state.Adoption[s].Municipalities));
        foreach (var status in Swedish.Statuses.Where(s => all.ContainsValue(s))) Assert.Contains($"{all.Values.Count(v => v == status)} {status.InText()}", Plain(state.Adoption.BarSentence()), StringComparison.Ordinal);
        Assert.Equal(adopted, state.Curve.LastOrDefault(s => s.Day <= state.AsOf.Day)?.Adopted ?? 0);
        var tiles = TileDrawing.Of(state.Rows.Select(r => new MapTile(r.Municipality, r.Standing.Status)), null).Value;
        Assert.All(Swedish.Statuses, s => Assert.Equal(all.Values.Count(v => v == s), Regex.Count(tiles, $"href=\"#t{Tile.Id(s)}\"")));
    }

    private async Task AgreesInApi(string slug, DateOnly day, Dictionary<string, Status> all)
    {
        var rows = (await app.As(Role.Reader).Ask(new ResponsesOnADay(slug, new AskedDay(day, Basis.Arrived), null, null))).Value!;
        var summary = (await app.As(Role.Reader).Ask(new RecommendationOnADay(slug, new AskedDay(day, Basis.Arrived)))).Value!.Summary!;

        Assert.Equal(all, rows.ToDictionary(r => r.MunicipalityCode, r => r.Status));
        Assert.Equal(
            Swedish.Statuses.Select(s => all.Values.Count(v => v == s)),
            [summary.Adopted, summary.AdoptedWithReservation, summary.Declined, summary.InPreparation, summary.NoResponse]);
    }

    private static void AgreesInPictures(Export export, Dictionary<string, Status> all)
    {
        var map = ExportPicture.Of(export, PictureKind.Map).Svg;
        Assert.All(Swedish.Statuses, s => Assert.Equal(all.Values.Count(v => v == s) + 1, Regex.Count(map, $"<use href=\"#{ExportPicture.Tile(s)}\"")));
        var bar = ExportPicture.Of(export, PictureKind.Bar).Svg;
        Assert.All(Swedish.Statuses, s => Assert.Contains($">{all.Values.Count(v => v == s)}</text>", bar, StringComparison.Ordinal));
        var adopted = all.Values.Count(s => s is Status.Adopted or Status.AdoptedWithReservation);
        if (export.State.Curve.Count > 0) Assert.Contains($">{adopted}</text>", ExportPicture.Of(export, PictureKind.Curve).Svg, StringComparison.Ordinal);
    }

    private static void AgreesOnSlides(Export export, Dictionary<string, Status> all)
    {
        using var deck = new ZipArchive(new MemoryStream(ExportDeck.Write(export)));
        var (chart, tiles) = (Part(deck, "ppt/charts/chart1.xml"), Part(deck, "ppt/slides/slide3.xml"));
        Assert.Equal(Swedish.Statuses.Select(s => $"{all.Values.Count(v => v == s)}"), Numbers().Matches(chart[chart.IndexOf("<c:val>", StringComparison.Ordinal)..]).Select(m => m.Groups["number"].Value));
        Assert.All(Swedish.Statuses, s => Assert.Equal(all.Values.Count(v => v == s) + 1, Regex.Count(tiles, $"<a:t>{s.Letter()}</a:t>")));
    }

    private static void AgreesInList(Export export, Dictionary<string, Status> expected)
    {
        Assert.Equal(expected, export.Rows.ToDictionary(r => r.Municipality.Code.Digits, r => r.Standing.Status));
        var labels = expected.ToDictionary(e => e.Key, e => e.Value.Label());
        var table = MunicipalityLines.Of(export.Rows, export.View, export.View.ColumnsFor(export.State, showsAnswers: true), chosen: false).Value;
        Assert.All(Swedish.Statuses, s => Assert.Equal(expected.Values.Count(v => v == s), Regex.Count(table, $"</svg>{s.Label()}</span>")));
        Assert.Equal(labels, Exported.Sheet(ExportWorkbook.Write(export), "Kommuner").Skip(1).ToDictionary(r => r[0], r => r[4]));
        Assert.Equal(labels, Lines(ExportCsv.ForSpreadsheet(export)).Select(l => l.Split(';')).ToDictionary(r => r[0], r => r[4]));
        Assert.Equal(expected, Lines(ExportCsv.ForMachine(export)).Select(l => l.Split(',')).ToDictionary(r => r[0], r => Enum.Parse<Status>(r[4], ignoreCase: true)));
        if (export.View.IsFiltered) Assert.StartsWith($"Listan visar {expected.Count} av 290 kommuner: ", Plain(export.Selection), StringComparison.Ordinal);
    }

    /// <summary>What a filter asks for, said once more by itself.</summary>
    private static Dictionary<string, Status> Asked(RecommendationState state, Dictionary<string, Status> all, string filter)
    {
        var names = state.Rows.ToDictionary(r => r.Municipality.Code.Digits, r => r.Municipality.Name);
        bool Fits(string code, Status status) => filter switch
        {
            "status=ej-svarat" => status is Status.NoResponse,
            "lan=25" => code.StartsWith("25", StringComparison.Ordinal),
            "status=avstar&sortera=-invanare" => status is Status.Declined,
            "lan=01&status=antagit&status=forbehall" => code.StartsWith("01", StringComparison.Ordinal) && status is Status.Adopted or Status.AdoptedWithReservation && code.StartsWith("01", StringComparison.Ordinal),
            "sok=berg" => names[code].Contains("berg", StringComparison.OrdinalIgnoreCase),
            _ => true,
        };
        return all.Where(a => Fits(a.Key, a.Value)).ToDictionary();
    }

    private static Export Taken(StateToTakeAlong.Found found, string filter) => new(
        found.State, ViewInAddress.Of(found.State.Recommendation.Slug, new QueryCollection(QueryHelpers.ParseQuery(filter))) with { Day = found.State.AsOf.Day }, "Läsare", found.Now, null);

    /// <summary>From the day after the question until today; the summer after the letter of 2019 among them.</summary>
    private async Task<IReadOnlyList<DateOnly>> Days(string slug)
    {
        var state = (await app.As(Role.Reader).Ask(new StateOfRecommendation(slug, new AsOf(new DateOnly(2024, 12, 31)))))!;
        var (first, last) = (state.Recommendation.AskedOn.AddDays(1), state.Today);
        var known = slug.StartsWith("2018", StringComparison.Ordinal) ? new DateOnly(2019, 7, 4) : first.AddDays(31);
        var near = Enumerable.Range(1, 9).Select(n => first.AddDays(40 * n));
        var far = Enumerable.Range(1, 9).Select(n => first.AddDays(400 + ((last.DayNumber - first.DayNumber - 400) * n / 10)));
        return [.. near.Concat(far).Append(known).Append(last).Distinct().Order()];
    }

    private static IEnumerable<string> Lines(byte[] csv) => Encoding.UTF8.GetString(csv).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1);

    private static string Part(ZipArchive file, string path)
    {
        using var reader = new StreamReader(file.GetEntry(path)!.Open());
        return reader.ReadToEnd();
    }

    private static string Plain(string text) => text.Replace(Swedish.Nbsp, ' ');

    [GeneratedRegex("<c:v>(?<number>[0-9]+)</c:v>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();
}
