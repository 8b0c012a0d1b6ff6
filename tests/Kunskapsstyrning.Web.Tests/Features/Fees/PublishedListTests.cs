using System.Text;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Fees;
using Kunskapsstyrning.Web.Features.Imports;
using Kunskapsstyrning.Web.Tests.Features.Imports;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Fees;

/// <summary>Lists of fees as they are sent out, with headings of their own.</summary>
public sealed class PublishedListTests
{
    private static readonly Municipality[] Known = [Named("0125", "Ekerö"), Named("0180", "Stockholm"), Named("1440", "Ale"), Named("2482", "Skellefteå")];
    private static readonly MunicipalityCode[] Three = [new("0125"), new("0180"), new("1440")];

    [Fact]
    public void Headings_may_be_called_anything_and_a_title_and_a_total_stand_round_the_list()
    {
        var list = Read("Bilaga 2\nKostnad per kommun\n\nKnr;Ort;Folkmängd;Att betala per år\n125;Ekerö;26 984;9 500 kr\n180;Stockholm;923 516;293.100\n1440;Ale;28 862;10 200:-\n;Summa;;312 800\n");

        Assert.Empty(list.Faults);
        Assert.Equal(["Att betala per år", "Ort", "Knr"], [list.Table.Headings[list.AmountColumn!.Value], list.Table.Headings[1], list.Table.Headings[0]]);
        Assert.Equal([("0125", 9_500m), ("0180", 293_100m), ("1440", 10_200m)], list.Amounts!.OrderBy(a => a.Key.Digits).Select(a => (a.Key.Digits, a.Value.Amount)));
    }

    [Fact]
    public void A_workbook_is_read_the_same_and_its_text_is_read_again_the_same()
    {
        Assert.True(ListReader.TryRead(Books.OfText(["Kommun", "Avgift"], ["Ekerö", "9 500"], ["Stockholm", "293 100"], ["Ale", "10 200,50"]), out var table).IsDone);

        var list = PublishedList.Of(table!, null, null, Three, Known);

        Assert.Equal(new Kronor(10_200.50m), list.Amounts![new("1440")]);
        Assert.Equal(list.Amounts, PublishedList.Of(PublishedList.ReadAgain(list.Text, list.Table.FirstRow)!, null, null, Three, Known).Amounts);
    }

    [Theory]
    [InlineData("Bilaga 2\nKostnad per kommun\n\nKnr;Ort;Att betala per år\n0125;Ekerö;9 500\n0180;Stockholm;fel\n1440;Ale;1", "Rad 6, Stockholm: ")]
    [InlineData("Kommun;Avgift\nEkerö;9 500\nStockholm;fel\nAle;1", "Rad 3, Stockholm: ")]
    [InlineData("Ekerö;9 500\nStockholm;fel\nAle;1", "Rad 2, Stockholm: ")]
    [InlineData("Bilaga 2\n\nOrt;Andel\nEkerö;\"9 500\"\nStockholm;\"fel \"\"x\"\"\"\nAle;1", "Rad 5, Stockholm: ")]
    public void A_fault_is_told_at_the_row_of_the_file_however_often_the_columns_are_chosen(string text, string at)
    {
        var list = Read(text);
        for (var time = 0; time < 3; time++)
        {
            Assert.StartsWith(at, Assert.Single(list.Faults), StringComparison.Ordinal);
            list = PublishedList.Of(PublishedList.ReadAgain(list.Text.ReplaceLineEndings("\r\n"), list.Table.FirstRow)!, list.MunicipalityColumn, list.AmountColumn, Three, Known);
        }
    }

    [Theory]
    [InlineData("Kommun\tAvgift\nEkerö", 2)]
    [InlineData("Kommun\tAvgift", 2)]
    [InlineData("Kommun\tAvgift\nEkerö\t1", 0)]
    [InlineData("", 1)]
    public void What_was_not_read_before_is_not_read_again(string text, int firstRow) => Assert.Null(PublishedList.ReadAgain(text, firstRow));

    [Theory]
    [InlineData("Ekerö;9 500\nStockholm;293 100", "1 kommun saknas: Ale.")]
    [InlineData("Ekerö;9 500\nStockholm;293 100\nAle;1\nEkerö;9 500", "Rad 5: Ekerö står redan på rad 2.")]
    [InlineData("Ekerö;9 500\nStockholm;293 100\nAle;1\nAtlantis;4", "Rad 5: det finns ingen kommun som heter eller har koden ”Atlantis”.")]
    [InlineData("Ekerö;9 500\nStockholm;293 100\nAle;1\nSkellefteå;4", "Rad 5: Skellefteå (2482) hör inte till dem som avgiften gäller.")]
    [InlineData("Ekerö;9 500\nStockholm;293,100.00\nAle;1", "Rad 3, Stockholm: ”293,100.00” går inte att läsa som ett belopp. Skriv till exempel 9 500 eller 9 500,50.")]
    [InlineData("Ekerö;9 500\nStockholm;\nAle;1", "Rad 3, Stockholm: ”” går inte att läsa som ett belopp. Skriv till exempel 9 500 eller 9 500,50.")]
    [InlineData("Ekerö;9 500\nStockholm;-1\nAle;1", "Rad 3, Stockholm: ”-1” är inget belopp i hela ören från noll och uppåt.")]
    [InlineData("Ekerö;9 500\nStockholm;293 100\nAle;1\nTotalt;302 602", "Listans summa är 302 602 kr, men beloppen blir tillsammans 302 601 kr.")]
    public void What_is_wrong_is_said_in_a_sentence_and_no_amounts_are_given(string rows, string fault)
    {
        var list = Read("Kommun;Avgift\n" + rows);

        Assert.Equal([fault], list.Faults.Select(f => f.Replace('\u00A0', ' ')));
        Assert.Null(list.Amounts);
    }

    [Fact]
    public void A_person_chooses_the_year_when_there_is_a_column_for_each()
    {
        const string Text = "Kommun;Avgift 2024;Avgift 2025\nEkerö;1;10\nStockholm;2;20\nAle;3;30\n";
        Assert.True(ListReader.TryRead(Text, out var table).IsDone);

        Assert.Equal("Listan har en kolumn för varje år: ”Avgift 2024” och ”Avgift 2025”. Välj vilken av dem som har avgifterna.", Assert.Single(PublishedList.Of(table!, null, null, Three, Known).Faults));
        Assert.Equal(new Kronor(1m), PublishedList.Of(table!, 0, 1, Three, Known).Amounts![new("0125")]);
        Assert.Null(PublishedList.Of(table!, 0, 0, Three, Known).Amounts);
    }

    [Theory]
    [InlineData("Kommun;Folkmängd 2018;Avgift 2020\nEkerö;27 000;1\nStockholm;950 000;2\nAle;30 000;3\n")]
    [InlineData("Kommun;2020;Invånare 2018\nEkerö;1;27 000\nStockholm;2;950 000\nAle;3;30 000\n")]
    public void Inhabitants_of_a_year_are_no_amounts(string text) => Assert.Equal(new Kronor(1m), Read(text).Amounts![new("0125")]);

    [Fact]
    public void A_list_of_something_else_says_which_column_is_missing()
    {
        Assert.Contains("Ingen kolumn har kommunernas", Assert.Single(Read("Vara;Pris\nÄpple;10\nPäron;20\n").Faults), StringComparison.Ordinal);
        Assert.Contains("Ingen kolumn har belopp", Assert.Single(Read("Kommun;Färg\nEkerö;röd\nStockholm;blå\nAle;grön\n").Faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Kommun;Kod;Avgift\nEkerö;0180;9 500\nStockholm;0180;293 100\nAle;1440;1", "Rad 2: Ekerö (0125) och ”0180” är olika kommuner.")]
    [InlineData("Kod;Kommun;Avgift\n125;Ekerö;9 500\n1440;Stockholm;293 100\n1440;Ale;1", "Rad 3: Ale (1440) och ”Stockholm” är olika kommuner.")]
    public void A_row_whose_name_and_code_are_two_municipalities_is_taken_for_neither(string text, string fault)
    {
        var list = Read(text);

        Assert.Contains(fault, list.Faults);
        Assert.Null(list.Amounts);
    }

    private static PublishedList Read(string text)
    {
        Assert.True(ListReader.TryRead(Encoding.UTF8.GetBytes(text), out var table).IsDone);
        return PublishedList.Of(table!, null, null, Three, Known);
    }

    private static Municipality Named(string code, string name) => new(new MunicipalityCode(code), name, new DateOnly(1971, 1, 1), new TilePlace(1, 1), 59m, 18m);
}
