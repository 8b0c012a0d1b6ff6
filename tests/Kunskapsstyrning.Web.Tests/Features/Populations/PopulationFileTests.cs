using System.Text;
using Kunskapsstyrning.Domain.Municipalities.Populations;
using Kunskapsstyrning.Web.Features.Populations;
using Kunskapsstyrning.Web.Tests.Features.Imports;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Populations;

public sealed class PopulationFileTests
{
    private const string Csv = "\"region\",\"Folkmängd 2015\",\"Folkmängd 2024\"\n\"0125 Ekerö\",26984,28910\n\"0180 Stockholm\",923516,995574\n";

    private static readonly string[] Expected = ["0125 2024 28910", "0125 2015 26984", "0180 2024 995574", "0180 2015 923516"];

    public static TheoryData<string, bool> Encodings => new() { { "utf-8", false }, { "utf-8", true }, { "iso-8859-1", false }, { "utf-16", true } };

    [Theory, MemberData(nameof(Encodings))]
    public void A_file_is_read_in_every_encoding_that_SCB_and_spreadsheets_write(string encoding, bool withMark)
    {
        var written = Encoding.GetEncoding(encoding);

        Assert.Equal(Expected.Order(), Told([.. withMark ? written.GetPreamble() : [], .. written.GetBytes(Csv)]));
    }

    [Theory]
    [InlineData(";")]
    [InlineData("\t")]
    public void A_file_is_read_with_every_separator(string separator) =>
        Assert.Equal(Expected.Order(), Told(Encoding.UTF8.GetBytes(Csv.Replace(",", separator, StringComparison.Ordinal))));

    [Fact]
    public void SCB_s_workbook_is_read_with_its_title_and_notes() => Assert.Equal(Expected.Order(), Told(Books.OfText(
        ["Folkmängden efter region och år"], [], ["", "", "2015", "2024"], ["0125", "Ekerö", "26984", "28910"], ["0180", "Stockholm", "923516", "995574"], [], ["Uppgifterna avser förhållandena den 31 december."], ["Källa:"], ["SCB"])));

    [Fact]
    public void Codes_that_a_spreadsheet_has_made_numbers_of_are_read() => Assert.Equal(["0125 2024 28910"], Told(Books.Of(
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Region</t></is></c><c r=\"B1\"><v>2024</v></c></row><row r=\"2\"><c r=\"A2\"><v>125</v></c><c r=\"B2\"><v>28910</v></c></row>")));

    [Fact]
    public void Json_is_told_by_its_content_and_not_by_its_name()
    {
        Assert.Null(PopulationFile.TryRead(Counted.Dataset(2024, 0), out var reading).Refusal);

        Assert.Equal(291, reading!.Counts.Count);
    }

    [Theory]
    [InlineData("", "population-empty")]
    [InlineData("   {", "population-damaged")]
    [InlineData("%PDF-1.7", "list-no-list")]
    [InlineData("<html><body>Fel</body></html>", "list-no-list")]
    [InlineData("PK\u0003\u0004 inget", "list-damaged")]
    [InlineData("hej", "population-no-regions")]
    public void What_is_no_file_of_figures_is_refused_in_its_field(string content, string code)
    {
        var refusal = PopulationFile.TryRead(Encoding.UTF8.GetBytes(content), out _).Refusal;

        Assert.Equal((code, "fil"), (refusal?.Code, refusal?.Field));
    }

    [Fact]
    public void Too_large_a_file_is_refused_before_it_is_read() => Assert.Equal("population-too-large", PopulationFile.TryRead(new byte[(15 * 1024 * 1024) + 1], out _).Refusal?.Code);

    [Fact]
    public void Too_many_rows_are_refused() =>
        Assert.Equal("list-too-long", PopulationFile.TryRead(Encoding.UTF8.GetBytes("Region,2024\n" + string.Concat(Enumerable.Repeat("0125,1\n", 5_100))), out _).Refusal?.Code);

    [Fact]
    public void A_workbook_that_swells_is_refused() =>
        Assert.Equal("list-swells", PopulationFile.TryRead(Books.OfText([new string('a', 30_000_000)]), out _).Refusal?.Code);

    [Fact]
    public void Any_bytes_changed_in_a_workbook_or_text_leave_it_read_or_refused()
    {
        var random = new Random(20_163);
        byte[][] starts = [Books.OfText(["Region", "2024"], ["0125", "28910"]), Encoding.Latin1.GetBytes(Csv), Encoding.UTF8.GetBytes(Counted.Csv(2024, 0)[..600])];
        var refused = 0;
        for (var time = 0; time < 3_000; time++)
        {
            var bytes = (byte[])starts[time % starts.Length].Clone();
            for (var change = random.Next(1, 6); change > 0; change--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var result = PopulationFile.TryRead(bytes, out var reading);
            Assert.Equal(result.IsDone, reading is not null);
            if (!result.IsDone) refused++;
        }

        Assert.InRange(refused, 100, 2_900);
    }

    private static IEnumerable<string> Told(byte[] bytes)
    {
        Assert.Null(PopulationFile.TryRead(bytes, out PopulationReading? reading).Refusal?.Sentence);
        return reading!.Counts.Select(c => $"{c.Region} {c.Period.Name} {c.Written}").Order();
    }
}
