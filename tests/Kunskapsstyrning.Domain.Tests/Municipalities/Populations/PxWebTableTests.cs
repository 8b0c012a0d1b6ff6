using Kunskapsstyrning.Domain.Municipalities.Populations;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Municipalities.Populations;

public sealed class PxWebTableTests
{
    private static readonly string[] Expected = ["0125 2015 26984", "0125 2024 28910", "0180 2015 923516", "0180 2024 995574"];

    [Theory]
    [InlineData("Region|BE0101N1 2015|BE0101N1 2024\n0125|26984|28910\n0180|923516|995574")]
    [InlineData("region|Folkmängd 2015|Folkmängd 2024\n0125 Ekerö|26984|28910\n0180 Stockholm|923516|995574")]
    [InlineData("Folkmängd efter region, tabellinnehåll och år\n\nregion|Folkmängd 2015|Folkmängd 2024|Folkökning 2015|Folkökning 2024\n0125 Ekerö|26984|28910|1|2\n0180 Stockholm|923516|995574|3|4\nKälla: SCB")]
    [InlineData("Region|Tid|BE0101N1\n0125|2015|26984\n0125|2024|28910\n0180|2015|923516\n0180|2024|995574")]
    [InlineData("region|år|Folkmängd|Folkökning\n0125 Ekerö|2015|26984|9\n0125 Ekerö|2024|28910|9\n0180 Stockholm|2015|923516|9\n0180 Stockholm|2024|995574|9")]
    [InlineData("kod|kommun|år|tabellinnehåll|värde\n0125|Ekerö|2015|Folkmängd|26984\n0125|Ekerö|2015|Folkökning|9\n0125|Ekerö|2024|Folkmängd|28910\n0180|Stockholm|2015|Folkmängd|923516\n0180|Stockholm|2024|Folkmängd|995574")]
    [InlineData("Folkmängden efter region och år\n\n||2015|2024\n0125|Ekerö|26984|28910\n0180|Stockholm|923516|995574\n\nUppgifterna avser den 31 december.\nKälla|SCB")]
    [InlineData("Folkmängden\n||Folkmängd||Folkökning\n||2015|2024|2015\n0125|Ekerö|26984|28910|5\n0180|Stockholm|923516|995574|6")]
    [InlineData("|kommun|2015|2024\n|0125 Ekerö|26984|28910\n|0180 Stockholm|923516|995574")]
    [InlineData("region|kön|2015|2024\n0125|män|1|2\n0125|totalt|26984|28910\n0180|män|3|4\n0180|totalt|923516|995574")]
    [InlineData("region||år|Folkmängd\n0125|Ekerö|2015|26984\n||2024|28910\n0180|Stockholm|2015|923516\n||2024|995574")]
    [InlineData("Region|BE0101N1 2015|BE0101N1 2024\n125|26984|28910\n180|923516|995574")]
    public void A_table_is_read_whichever_of_the_layouts_it_has(string table)
    {
        var reading = Statistics.ReadLines(table);

        Assert.Equal(Expected, reading.Told());
    }

    [Fact]
    public void Counties_and_the_country_are_read_beside_the_municipalities() =>
        Assert.Equal(["00 2024 10587710", "01 2024 2480000", "0125 2024 28910"], Statistics.ReadLines("Region|2024\n00 Riket|10587710\n01 Stockholms län|2480000\n0125 Ekerö|28910").Told());

    [Theory]
    [InlineData("", "population-empty")]
    [InlineData("Kommun|Beslut\nEkerö|Ja", "population-no-regions")]
    [InlineData("Region|Folkmängd\n0125|28910", "population-no-period")]
    [InlineData("Region|Folkökning 2024\n0125|300", "population-not-population")]
    [InlineData("region|kön|2024\n0125|män|14000\n0125|kvinnor|14900", "population-parted")]
    [InlineData("Region|2024\n01 Stockholms län|2480000", "population-no-regions")]
    [InlineData("region|tabellinnehåll|2024\n0125|Folkökning|14000", "population-not-population")]
    public void A_table_without_what_is_needed_is_refused(string table, string code) =>
        Assert.Equal(code, PxWebTable.TryRead(Statistics.Lines(table), out _).Refusal?.Code);

    [Fact]
    public void A_table_that_does_not_say_what_it_counts_is_read_and_known_not_to_say_so()
    {
        var reading = Statistics.ReadLines("Region|2024\n0125|28910");

        Assert.False(reading.Content.IsPopulation);
        Assert.False(reading.IsDayTold);
    }

    [Theory]
    [InlineData("Folkmängd den 1 november|", "Antal", true)]
    [InlineData("Uppdaterad 21 november 2025|", "Antal", false)]
    [InlineData("Till och med 1967 gällde siffrorna den 1 november|", "BE0101N1", false)]
    [InlineData("|", "BE0101A9", true)]
    public void The_day_is_told_by_the_code_before_what_is_written_around_the_figures(string title, string content, bool isNovember) =>
        Assert.Equal(isNovember, Statistics.ReadLines($"{title}\nRegion|{content} 2024\n0125|28910").IsNovember);

    [Fact]
    public void A_month_is_counted_on_its_last_day()
    {
        var period = Statistics.ReadLines("Region|000003O5 2024M02\n0125|28910").Periods[0];

        Assert.Equal(new DateOnly(2024, 2, 29), period.Day(isNovember: false));
        Assert.Equal(new DateOnly(2024, 3, 1), CountedPeriod.DivisionOf(period.Day(isNovember: false)));
    }

    [Fact]
    public void The_end_of_a_year_is_told_by_the_division_of_the_day_after() =>
        Assert.Equal((new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 1)), (CountedPeriod.DivisionOf(new DateOnly(2024, 12, 31)), CountedPeriod.DivisionOf(new DateOnly(2024, 11, 1))));
}
