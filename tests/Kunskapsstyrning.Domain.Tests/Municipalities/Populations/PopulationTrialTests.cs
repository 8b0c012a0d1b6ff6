using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Populations;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Municipalities.Populations;

public sealed class PopulationTrialTests
{
    private static readonly MunicipalityCode Ekerö = new("0125");
    private static readonly MunicipalityCode Stockholm = new("0180");
    private static readonly MunicipalityCode Heby = new("0331");

    [Fact]
    public void Figures_that_fit_the_register_and_their_sums_can_be_read_in()
    {
        var trial = Try("00 Riket|1024484\n01 Stockholms län|1024484\n0125|28910\n0180|995574");

        Assert.True(trial.CanBeReadIn);
        Assert.False(trial.NeedsConsent);
        Assert.Empty(trial.Findings);
        Assert.Equal((new DateOnly(2024, 12, 31), 2, 1_024_484L), (trial.Day, trial.Count, trial.Sum));
    }

    [Theory]
    [InlineData("0125|28910", "1 av 2 kommuner saknar siffra: Stockholm.")]
    [InlineData("0125|28910\n0180|..", "1 av 2 kommuner saknar siffra: Stockholm.")]
    [InlineData("0125|28910\n0180|995574\n9999|5", "Koden 9999 är ingen känd kommun.")]
    [InlineData("0125|28910\n0180|995574\n0331|14000", "Kommunen med koden 0331 fanns inte den 1 januari 2025.")]
    [InlineData("0125|28910\n0180|995574\n99|5", "Koden 99 är varken en kommun, ett län eller riket.")]
    [InlineData("0125|28910\n0180|995574\n0125|28910", "Ekerö (0125) står på flera rader.")]
    [InlineData("00|1\n00|1\n0125|28910\n0180|995574", "Riket står på flera rader.")]
    [InlineData("0125|28910,5\n0180|995574", "Ekerö (0125): ”28910,5” är inget antal invånare.")]
    [InlineData("0125|-28910\n0180|995574", "Ekerö (0125): ”-28910” är inget antal invånare.")]
    [InlineData("0125|28.910\n0180|995574", "Ekerö (0125): ”28.910” är inget antal invånare.")]
    [InlineData("0125|99999999999\n0180|995574", "Ekerö (0125): ”99999999999” är inget antal invånare.")]
    [InlineData("0125|0\n0180|995574", "Ekerö (0125): 0 invånare är orimligt.")]
    [InlineData("0125|3000001\n0180|995574", "Ekerö (0125): 3 000 001 invånare är orimligt.")]
    [InlineData("00|1024485\n0125|28910\n0180|995574", "Riket: kommunerna ger 1 024 484 invånare, men raden säger 1 024 485.")]
    [InlineData("01|1024483\n0125|28910\n0180|995574", "Län 01: kommunerna ger 1 024 484 invånare, men raden säger 1 024 483.")]
    public void What_cannot_be_right_stands_in_the_way(string rows, string sentence)
    {
        var trial = Try(rows);

        Assert.False(trial.CanBeReadIn);
        Assert.Contains(trial.Findings.Where(f => f.Weight is FindingWeight.Hard), f => f.Sentence.Replace('\u00A0', ' ') == sentence);
    }

    [Theory]
    [InlineData("0125|28910\n0180|995574\n9999|..")]
    [InlineData("0125|28910\n0180|995574\n0331|0")]
    [InlineData("0125|28 910\n0180|995 574")]
    public void A_place_that_is_not_there_and_has_nobody_is_no_fault_and_spaces_part_thousands(string rows) => Assert.True(Try(rows).CanBeReadIn);

    [Fact]
    public void From_2025_a_small_difference_is_noise_and_is_told()
    {
        var trial = Try("00|1024490\n0125|28910\n0180|995574", "2025");

        Assert.True(trial.CanBeReadIn);
        Assert.Contains(trial.Findings, f => f.Weight is FindingWeight.Told && f.Sentence.Contains("slumpmässiga fel", StringComparison.Ordinal));
    }

    [Fact]
    public void From_2025_a_large_difference_still_stands_in_the_way() => Assert.False(Try("00|1024600\n0125|28910\n0180|995574", "2025").CanBeReadIn);

    [Fact]
    public void Without_the_country_it_is_told_that_the_sum_cannot_be_tried() =>
        Assert.Contains(Try("0125|28910\n0180|995574").Findings, f => f is { Weight: FindingWeight.Told } && f.Sentence.StartsWith("Filen har ingen rad för riket", StringComparison.Ordinal));

    [Fact]
    public void Few_inhabitants_and_large_changes_must_be_consented_to_and_stand_first()
    {
        var trial = Try("0125|300\n0180|995574");

        Assert.True(trial.CanBeReadIn && trial.NeedsConsent);
        Assert.Equal([Ekerö, Stockholm], trial.Differences.Select(d => d.Municipality.Code));
        Assert.Equal((-28_500, true), (trial.Differences[0].Change, trial.Differences[0].IsLarge));
        Assert.False(trial.Differences[1].IsLarge);
    }

    [Theory]
    [InlineData(1_100, false)]
    [InlineData(1_101, true)]
    [InlineData(900, false)]
    [InlineData(899, true)]
    public void More_than_ten_per_cent_is_a_large_change(int after, bool isLarge) => Assert.Equal(isLarge, new PopulationDifference(Of(Ekerö, "Ekerö"), 1_000, after).IsLarge);

    [Fact]
    public void A_municipality_that_was_not_counted_before_has_nothing_to_compare_with()
    {
        var difference = new PopulationDifference(Of(Ekerö, "Ekerö"), null, 1_000);

        Assert.Equal((null, null, false), (difference.Change, difference.Share, difference.IsLarge));
    }

    [Fact]
    public void What_is_not_said_to_be_population_must_be_consented_to()
    {
        Assert.Null(PxWebTable.TryRead(Statistics.Lines("Region|Antal 2024\n0125|28910\n0180|995574"), out var reading).Refusal);

        var trial = PopulationTrial.Of(reading!, reading!.Periods[0], Register);

        Assert.True(trial.NeedsConsent);
        Assert.Contains(trial.Findings, f => f.Sentence == "Filen säger inte att siffrorna är folkmängd, utan ”Antal”.");
        Assert.Contains(trial.Findings, f => f.Weight is FindingWeight.Told && f.Sentence.Contains("31\u00A0december\u00A02024 antas", StringComparison.Ordinal));
    }

    private static PopulationRegister Register => new(
        [Of(Ekerö, "Ekerö"), Of(Stockholm, "Stockholm")], new HashSet<MunicipalityCode> { Ekerö, Stockholm, Heby }, new HashSet<string> { "01" },
        new Dictionary<MunicipalityCode, int> { [Ekerö] = 28_800, [Stockholm] = 990_000 });

    private static PopulationTrial Try(string rows, string year = "2024")
    {
        var reading = Statistics.ReadLines($"Region|BE0101N1 {year}\n{rows}");
        return PopulationTrial.Of(reading, reading.Periods[0], Register);
    }

    private static Municipality Of(MunicipalityCode code, string name) => new(code, name, new DateOnly(2007, 1, 1), new TilePlace(1, 1), 59, 18);
}
