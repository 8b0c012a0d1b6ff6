using System.Text;
using System.Text.RegularExpressions;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Exports;
using Kunskapsstyrning.Web.Features.Printing;
using Kunskapsstyrning.Web.Features.Reading;
using Kunskapsstyrning.Web.Tests.Ui;
using Kunskapsstyrning.Web.Ui;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Exports;

/// <summary>
/// The same for what is printed. All twenty days of each recommendation, with the six filters in turn: a sheet for each would be three hundred and
/// sixty, so twenty are printed in one go, which takes a while, and read back as text.
/// </summary>
public sealed partial class AgreementTests
{
    private const string Sender = "Sveriges Kommuner och Regioner, Kunskapsstyrning";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly ProgramLimits PdfLimits = new(TimeSpan.FromSeconds(60), Megabytes: 1024, OutputBytes: 16 * 1024 * 1024);

    [Theory]
    [InlineData("2016-nationell-stodfunktion")]
    [InlineData("2018-kunskapsstyrning")]
    [InlineData("2024-kunskapsbaserad-socialtjanst")]
    public async Task What_is_printed_agrees_with_a_straight_count(string slug)
    {
        var straight = await StraightCount.Of(app, slug);
        var (sheets, counts) = (new StringBuilder(), new List<(Export Export, Dictionary<string, Status> All, Dictionary<string, Status> Listed)>());
        foreach (var (day, at) in (await Days(slug)).Select((day, at) => (day, at)))
        {
            var found = (await app.As(Role.Reader).Ask(new StateToTakeAlong(slug, new AsOf(day))))!;
            var counted = straight.On(day, found.State.Recommendation.BoardDecision.On);
            var all = found.State.Rows.ToDictionary(r => r.Municipality.Code.Digits, r => counted.GetValueOrDefault(r.Municipality.Code.Digits));
            var filter = Filters[at % Filters.Length];
            var export = Taken(found, $"{filter}{(filter.Length == 0 ? "" : "&")}kolumner=status&kolumner=kod");
            counts.Add((export, all, Asked(found.State, all, filter)));
            sheets.Append(await Rendered.Piece<ExportSheet>(("Export", export)));
        }

        if (await Printed(sheets.ToString()) is not { } printed)
        {
            Assert.Skip("Chromium or poppler is not installed.");
            return;
        }

        var texts = printed.Split(Sender)[1..];
        Assert.Equal(20, texts.Length);
        Assert.All(texts.Zip(counts), pair => Agrees(pair.First, pair.Second.Export, pair.Second.All, pair.Second.Listed));
    }

    private static void Agrees(string text, Export export, Dictionary<string, Status> all, Dictionary<string, Status> listed)
    {
        var words = Spaces().Replace(text, " ");
        Assert.Contains(Plain(export.Title), words, StringComparison.Ordinal);
        Assert.Contains(Plain(export.State.Headline().Text()), words, StringComparison.Ordinal);
        Assert.Contains(Plain(export.State.CurveSentence()), words, StringComparison.Ordinal);
        Assert.Contains(Plain(export.Selection), words, StringComparison.Ordinal);
        Assert.All(Swedish.Statuses, s => Assert.Matches($@"(?m)^\s*{s.Label()}\s{{2,}}{all.Values.Count(v => v == s)}(\s|$)", text));
        var labels = Swedish.Statuses.ToDictionary(s => s.Label(), s => s);
        Assert.Equal(listed, Listed().Matches(text).ToDictionary(m => m.Groups["code"].Value, m => labels[m.Groups["status"].Value]));
    }

    private static async Task<string?> Printed(string sheets)
    {
        string[] names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
        using var printer = new PdfPrinter([.. ReadingPrograms.UsualFolders().SelectMany(folder => names.Select(name => Path.Combine(folder, name)))], Patience);
        var printout = await printer.Print(
            $"""<!DOCTYPE html><html lang="sv-SE"><head><meta charset="utf-8"><title>Prov</title><style>article{"{break-after:page}"}table{"{width:100%}"}td,th{"{text-align:left;padding-right:3em}"}svg.drawn{"{width:100%;height:auto}"}</style></head><body>{sheets}</body></html>""",
            TestContext.Current.CancellationToken);
        if (printout.Pdf is not { } pdf) return printout.End is ProgramEnd.Missing ? null : throw new InvalidOperationException($"Nothing was printed: {printout.End}.");

        using var programs = new ReadingPrograms(ReadingPrograms.UsualFolders());
        var read = await programs.Run("pdftotext", ["-layout", "-", "-"], pdf, PdfLimits, TestContext.Current.CancellationToken);
        return read.End is ProgramEnd.Missing ? null : Encoding.UTF8.GetString(read.Bytes).Replace(Swedish.Nbsp, ' ');
    }

    [GeneratedRegex(@"(?m)\s{2,}(?<status>Antagit med förbehåll|Antagit|Avstår|På väg|Ej svarat)(, [^\n]*?)?\s{2,}(?<code>[0-9]{4})\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Listed();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Spaces();
}
