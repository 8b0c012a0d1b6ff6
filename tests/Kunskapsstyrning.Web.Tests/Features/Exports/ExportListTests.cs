using System.Globalization;
using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Api;
using Kunskapsstyrning.Web.Features.Exports;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Tests.Features.Overview;
using Kunskapsstyrning.Web.Ui;
using Xunit;
using TableColumn = Kunskapsstyrning.Web.Features.Overview.TableColumn;

namespace Kunskapsstyrning.Web.Tests.Features.Exports;

/// <summary>The list of a view as workbook and as CSV.</summary>
public sealed class ExportListTests
{
    [Fact]
    public void The_workbook_is_as_the_standard_says_and_has_the_list_the_numbers_and_what_it_is()
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(ExportWorkbook.Write(Exported.Of(States.Busy()))), isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(book).Select(e => e.Description));
        Assert.Equal(["Kommuner", "Siffror", "Kronor per år", "Om uttaget"], book.WorkbookPart!.Workbook.Sheets!.Cast<Sheet>().Select(s => s.Name!.Value));
    }

    [Fact]
    public void The_list_has_the_rows_of_the_view_in_its_order_with_real_numbers_and_days()
    {
        var export = Exported.Of(States.Busy(), "status=avstar&sortera=-invanare");
        var rows = Exported.Sheet(ExportWorkbook.Write(export), "Kommuner");

        int At(string heading) => rows[0].IndexOf(heading);
        Assert.Equal(export.Columns.Select(c => c.Heading), rows[0]);
        Assert.Equal(17, rows.Count - 1);
        Assert.Equal(export.Rows.Select(r => r.Municipality.Name), rows.Skip(1).Select(r => r[1]));
        Assert.Equal(export.Rows.Select(r => (decimal)r.Inhabitants!.Value), rows.Skip(1).Select(r => Exported.Number(r[At("Invånare")])));
        Assert.Equal(export.Rows.Select(r => r.Standing.Content!.DecidedOn), rows.Skip(1).Select(r => (DateOnly?)DateOnly.FromDateTime(DateTime.FromOADate(double.Parse(r[At("Beslutsdag")], CultureInfo.InvariantCulture)))));
        Assert.Equal(export.Rows.Select(r => r.FirstYearFee!.Value.Amount), rows.Skip(1).Select(r => Exported.Number(r[At("Avgift per år, kr")])));
    }

    [Fact]
    public void Columns_that_are_chosen_are_the_columns_of_the_file_beside_the_municipality()
    {
        var export = Exported.Of(States.Busy(), "kolumner=invanare&kolumner=status");

        Assert.Equal(["Kommunkod", "Kommun", "Invånare", "Status", "Anmärkning", "Sent svar"], Exported.Sheet(ExportWorkbook.Write(export), "Kommuner")[0]);
        Assert.Equal(["municipalityCode", "municipality", "population", "status", "remark", "late"], Encoding.UTF8.GetString(ExportCsv.ForMachine(export)).Split("\r\n")[0].Split(','));
    }

    [Fact]
    public void The_numbers_add_up_to_everybody()
    {
        var state = States.Busy();
        var rows = Exported.Sheet(ExportWorkbook.Write(Exported.Of(state)), "Siffror").Skip(1).ToDictionary(r => r[0], r => r[1..].ConvertAll(Exported.Number));

        Assert.All(Swedish.Statuses, s => Assert.Equal(Exported.Count(state, s), rows[s.Label()][0]));
        Assert.Equal([290, state.Rows.Sum(r => r.Inhabitants!.Value), 100, 19_500_000], rows["Alla"]);
        Assert.Equal(rows["Antagit"][0] + rows["Antagit med förbehåll"][0], rows["Hade antagit, även med förbehåll"][0]);
    }

    [Fact]
    public void What_it_is_says_day_question_filter_order_who_when_version_source_and_what_is_invented()
    {
        var about = Exported.Sheet(ExportWorkbook.Write(Exported.Of(States.Busy(), "lan=25&status=ej-svarat&sortera=-avgift")), "Om uttaget").Skip(1).ToDictionary(r => r[0], r => r[1].Replace(Swedish.Nbsp, ' '));

        Assert.Equal("Läget 4 juli 2019: det som hade kommit in till SKL.", about["Fråga"]);
        Assert.Matches("^Listan visar [0-9]+ av 290 kommuner: ej svarat, Norrbottens län.$", about["Urval i listan"]);
        Assert.Equal("Efter avgift per år, omvänt.", about["Ordning i listan"]);
        Assert.Equal(("2026-03-02 10:30", "Handläggare", "Till och med händelse 4 711"), (about["Uttaget"], about["Uttaget av"], about["Version"]));
        Assert.Contains("påhittade", about["Exempeldata"], StringComparison.Ordinal);
        Assert.Contains("SCB", about["Källa"], StringComparison.Ordinal);
    }

    [Fact]
    public void Page_and_files_say_why_the_groups_kronor_are_others_than_the_sentences()
    {
        var state = States.Of(States.Recommendation(cost: States.AtMost, deadline: States.Deadline), new AsOf(new DateOnly(2019, 7, 4)), i => [States.Final(Outcome.Adopts, new DateOnly(2019, 5, 2)) with { FirstPayingYear = 2020 + i % 2 }]);
        using var deck = new System.IO.Compression.ZipArchive(new MemoryStream(ExportDeck.Write(Exported.Of(state))));
        using var slide = new StreamReader(deck.GetEntry("ppt/slides/slide1.xml")!.Open());

        Assert.Equal(state.YearlyFeesSentence(), Exported.Sheet(ExportWorkbook.Write(Exported.Of(state)), "Om uttaget").Single(r => r[0] == "Avgifter per år")[1]);
        Assert.Contains(state.YearlyFeesSentence()!, slide.ReadToEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_selection_is_summed_up_in_municipalities_inhabitants_and_kronor()
    {
        var export = Exported.Of(States.Busy(), "lan=25");
        var (all, adopted) = (export.Rows, export.Rows.Where(r => r.Standing.HasAdopted).ToList());
        decimal[] Sum(IReadOnlyCollection<MunicipalityRow> rows) => [rows.Count, rows.Sum(r => r.Inhabitants!.Value), rows.Sum(r => r.FirstYearFee!.Value.Amount)];
        var file = ExportWorkbook.Write(export);
        var numbers = Exported.Sheet(file, "Siffror").Skip(1).ToDictionary(r => r[0], r => r[1..].ConvertAll(Exported.Number));

        Assert.InRange(adopted.Count, 1, 13);
        Assert.Equal(Sum(all), (decimal[])[numbers["Urvalet: alla"][0], numbers["Urvalet: alla"][1], numbers["Urvalet: alla"][3]]);
        Assert.Equal(Sum(adopted), (decimal[])[numbers["Urvalet: hade antagit, även med förbehåll"][0], numbers["Urvalet: hade antagit, även med förbehåll"][1], numbers["Urvalet: hade antagit, även med förbehåll"][3]]);
        Assert.Equal(
            $"Urvalet: {adopted.Count} av 14 kommuner hade antagit, även med förbehåll, med {Swedish.Number(Sum(adopted)[1])} av {Swedish.Number(Sum(all)[1])} invånare och {Swedish.Number(Sum(adopted)[2])} av {Swedish.Number(Sum(all)[2])} kr i avgift per år.".Replace(Swedish.Nbsp, ' '),
            export.SelectionSum!.Replace(Swedish.Nbsp, ' '));
        Assert.Contains(export.SelectionSum!, Exported.Sheet(file, "Om uttaget").Select(r => r[1]));
        Assert.Contains(export.SelectionSum!, export.Foot);
        Assert.Contains(export.SelectionSum!, export.View.TableCaption(export.State, export.Rows, showsAnswers: true), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status=ej-svarat", "Urvalet: ingen av de 26 kommunerna hade antagit. Där bodde")]
    [InlineData("status=antagit", "Urvalet: alla 214 kommuner hade antagit, även med förbehåll, med")]
    public void A_selection_of_which_none_or_all_have_adopted_is_told_so(string query, string begins) =>
        Assert.StartsWith(begins, Exported.Of(States.Busy(), query).SelectionSum!.Replace(Swedish.Nbsp, ' '), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("sok=finns+inte")]
    public void Everybody_or_nobody_is_no_selection_to_sum_up(string query) => Assert.Null(Exported.Of(States.Busy(), query).SelectionSum);

    [Fact]
    public void A_late_answer_is_told_in_the_same_words_and_the_same_column_as_on_the_page()
    {
        var busy = States.Busy();
        var window = busy.Recommendation.Rounds.Single(r => r.Number == 2);
        var rows = busy.Rows.Select(r => r with { LaterRound = r.IsLate ? window : null }).ToList();
        var export = Exported.Of(busy with { Rows = rows });
        var (late, columns) = (export.Rows.First(r => r.IsLate), export.View.ColumnsFor(export.State, showsAnswers: true));

        Assert.Equal($"{late.Standing.Content!.Body}, sen anslutning", RowColumn.Text(TableColumn.Body, late, columns));
        Assert.Equal(late.Standing.Status.Label(), RowColumn.Text(TableColumn.Status, late, columns));
        Assert.Equal($"{late.Standing.Status.Label()}, sen anslutning", RowColumn.Text(TableColumn.Status, late, [TableColumn.Municipality, TableColumn.Status]));
        var list = Exported.Sheet(ExportWorkbook.Write(export), "Kommuner");
        Assert.Equal(rows.Count(r => r.IsLate), list.Skip(1).Count(r => r[list[0].IndexOf("Sent svar")] == "sen anslutning"));
    }

    [Fact]
    public void A_Swedish_spreadsheet_gets_semicolons_a_mark_a_decimal_comma_and_Swedish_heads()
    {
        var export = Exported.Of(States.Busy(), "sok=Ekerö");
        var bytes = ExportCsv.ForSpreadsheet(export);
        var lines = Encoding.UTF8.GetString(bytes)[1..].Split("\r\n");

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal(string.Join(';', export.Columns.Select(c => c.Heading)), lines[0].Replace("\"", "", StringComparison.Ordinal));
        Assert.StartsWith("0125;Ekerö;01;Stockholms län;", lines[1], StringComparison.Ordinal);
        Assert.EndsWith($";{export.Rows[0].Inhabitants};20{Swedish.Nbsp}000–49{Swedish.Nbsp}999;{export.Rows[0].FirstYearFee!.Value.Amount.ToString("0.##", CultureInfo.GetCultureInfo("sv-SE"))}", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_machine_gets_what_the_API_gives_under_the_same_names()
    {
        var export = Exported.Of(States.Busy());
        var lines = Encoding.UTF8.GetString(ExportCsv.ForMachine(export)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(',')).ToList();
        string[] names = [.. typeof(ResponseLine).GetProperties().Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name))];

        Assert.Subset(lines[0].ToHashSet(), names.ToHashSet());
        Assert.Equal(291, lines.Count);
        var first = export.Rows[0];
        var values = lines[0].Zip(lines[1]).ToDictionary(v => v.First, v => v.Second);
        Assert.Equal(
            (first.Municipality.Code.Digits, JsonNamingPolicy.CamelCase.ConvertName(first.Standing.Status.ToString()), first.IsLate ? "true" : "false", first.Inhabitants!.Value.ToString(CultureInfo.InvariantCulture)),
            (values["municipalityCode"], values["status"], values["late"], values["population"]));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\";\"y\")")]
    [InlineData("+46")]
    [InlineData("@SUM(A1)")]
    public void A_body_that_looks_like_a_formula_stays_words_in_every_file(string body)
    {
        var state = States.Of(States.Recommendation(deadline: States.Deadline), new AsOf(States.Today), i => i == 0 ? [States.Final(Outcome.Adopts, new DateOnly(2019, 5, 1), body)] : []);
        var export = Exported.Of(state, "status=antagit");
        using var book = SpreadsheetDocument.Open(new MemoryStream(ExportWorkbook.Write(export)), isEditable: false);

        var cell = book.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<Cell>()).Single(c => c.InnerText == body);
        Assert.True(((CellFormat)book.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!.ElementAt((int)cell.StyleIndex!.Value)).QuotePrefix!.Value);
        Assert.All([Encoding.UTF8.GetString(ExportCsv.ForSpreadsheet(export)), Encoding.UTF8.GetString(ExportCsv.ForMachine(export))], csv => Assert.Contains("'" + body[..3], csv, StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_view_gives_the_same_bytes()
    {
        var state = States.Busy();

        Assert.Equal(ExportWorkbook.Write(Exported.Of(state)), ExportWorkbook.Write(Exported.Of(state)));
        Assert.Equal(ExportDeck.Write(Exported.Of(state)), ExportDeck.Write(Exported.Of(state)));
    }
}
