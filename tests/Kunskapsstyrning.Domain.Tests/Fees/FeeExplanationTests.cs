using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Shared;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Fees;

public sealed class FeeExplanationTests
{
    [Fact]
    public void Ekerös_fee_of_2016_is_explained_in_two_sentences()
    {
        var fees = FeeCalculation.Calculate(RealPopulations.Terms2016, RealPopulations.On(RealPopulations.EndOf2015));

        var sentences = FeeExplanation.Of(fees, fees.Of(RealPopulations.Ekerö)!).ToSentences();

        Assert.Equal(["26 984 invånare 31 december 2015 × 0,35264 kr = 9 515,64 kr", "Avrundat till närmaste 100 kr: 9 500 kr"], Plain(sentences));
    }

    [Fact]
    public void Ekerös_fee_of_2016_is_drawn_as_factors_that_give_the_amount()
    {
        var fees = FeeCalculation.Calculate(RealPopulations.Terms2016, RealPopulations.On(RealPopulations.EndOf2015));

        var lines = FeeExplanation.Of(fees, fees.Of(RealPopulations.Ekerö)!).Lines;

        Assert.Equal(
            ["|Invånare 31 december 2015|26 984", "×|kronor per invånare|0,35264", "=|räknat belopp|9 515,64", "|Avgift, till närmaste 100 kr|9 500 kr"],
            Plain(lines.Select(line => $"{line.Operator}|{line.Label}|{line.Text}")));
        Assert.True(lines[^1].IsResult);
    }

    [Fact]
    public void The_discount_is_a_line_of_its_own()
    {
        var fees = FeeCalculation.Calculate(RealPopulations.Terms2016, RealPopulations.On(RealPopulations.EndOf2015));

        var explanation = FeeExplanation.Of(fees, fees.Of(RealPopulations.Stockholm)!);

        Assert.Equal(
            ["923 516 invånare 31 december 2015 × 0,35264 kr = 325 668,68 kr", "Rabatt 10 %: 325 668,68 kr − 32 566,87 kr = 293 101,81 kr", "Avrundat till närmaste 100 kr: 293 100 kr"],
            Plain(explanation.ToSentences()));
        Assert.Equal(["", "×", "=", "−", "=", ""], explanation.Lines.Select(line => line.Operator));
    }

    [Fact]
    public void An_exact_apportionment_says_why_the_last_krona_came_or_did_not()
    {
        var fees = FeeCalculation.Calculate(RealPopulations.Terms2018, RealPopulations.On(RealPopulations.EndOf2018));

        var sentences = FeeExplanation.Of(fees, fees.Of(RealPopulations.Ekerö)!).ToSentences();

        Assert.Equal(
            ["28 308 invånare 31 december 2018 × 1,946042703 kr = 55 088,58 kr",
             "Fördelat i jämna kronor, så att summan blir 19 500 000 kr: 55 089 kr",
             "Resten 0,58 krona hör till de 144 största; därför avrundas uppåt."],
            Plain(sentences));
    }

    [Fact]
    public void A_published_fee_that_agrees_is_said_to_hold()
    {
        var fees = Published(9_500m);

        var explanation = FeeExplanation.Of(fees, fees.Of(RealPopulations.Ekerö)!);

        Assert.Equal("SKR har publicerat 9 500 kr. Det beloppet gäller.", Plain(explanation.ToSentences())[^1]);
        Assert.Equal("Avgift, till närmaste 100 kr", Plain([explanation.Lines.Single(line => line.IsResult).Label])[0]);
    }

    [Fact]
    public void A_published_fee_that_differs_shows_by_how_much()
    {
        var fees = Published(9_400m);

        var explanation = FeeExplanation.Of(fees, fees.Of(RealPopulations.Ekerö)!, "SKL");

        Assert.Equal(["SKL har publicerat 9 400 kr. Det beloppet gäller.", "Det är 100 kr mindre än den räknade avgiften."], Plain(explanation.Notes));
        Assert.Equal(9_400m, explanation.Lines.Single(line => line.IsResult).Number);
    }

    [Fact]
    public void A_flat_fee_needs_no_factors()
    {
        var terms = new FeeTerms { Kind = FeeKind.Flat, Amount = new Kronor(42_500m) };
        var fees = FeeCalculation.Calculate(terms, [new(RealPopulations.Ekerö, 26_984)]);

        var sentences = FeeExplanation.Of(fees, fees.Rows[0]).ToSentences();

        Assert.Equal(["Lika för alla kommuner: 42 500 kr", "Avrundat till närmaste krona: 42 500 kr"], Plain(sentences));
    }

    [Fact]
    public void An_amount_that_two_decimals_would_round_the_wrong_way_is_shown_with_more()
    {
        var terms = new FeeTerms { Kind = FeeKind.RatePerInhabitant, Rate = 9.4999m };
        var fees = FeeCalculation.Calculate(terms, [new(RealPopulations.Ekerö, 1)]);

        var sentences = FeeExplanation.Of(fees, fees.Rows[0]).ToSentences();

        Assert.Equal(["1 invånare × 9,4999 kr = 9,4999 kr", "Avrundat till närmaste krona: 9 kr"], Plain(sentences));
    }

    [Theory]
    [InlineData(4, "De fyra största kommunerna får 10 % rabatt.")]
    [InlineData(1, "Den största kommunen får 10 % rabatt.")]
    public void The_discount_rule_is_told_in_words(int largest, string sentence) =>
        Assert.Equal(sentence, Plain([FeeExplanation.Describe(DiscountRule.ForLargest(largest, 0.10m))])[0]);

    [Fact]
    public void A_rate_that_nobody_stated_is_told_with_its_division()
    {
        var fees = FeeCalculation.Calculate(RealPopulations.Terms2018, RealPopulations.On(RealPopulations.EndOf2018));

        Assert.Equal(
            ["19 500 000 kr delat på 10 020 335,1 invånare är 1,946042703 kr per invånare.",
             "Invånare i kommuner med rabatt räknas till 90 %.",
             "De fyra största kommunerna får 10 % rabatt."],
            Plain(FeeExplanation.Describe(fees)));
    }

    [Fact]
    public void A_stated_rate_needs_no_division()
    {
        var fees = FeeCalculation.Calculate(RealPopulations.Terms2016, RealPopulations.On(RealPopulations.EndOf2015));

        Assert.Equal(["De fyra största kommunerna får 10 % rabatt."], Plain(FeeExplanation.Describe(fees)));
    }

    private static FeeList Published(decimal amount) =>
        FeeCalculation.Calculate(
            RealPopulations.Terms2016,
            RealPopulations.On(RealPopulations.EndOf2015),
            new Dictionary<MunicipalityCode, Kronor> { [RealPopulations.Ekerö] = new(amount) });

    /// <summary>With ordinary spaces, to be read in this file.</summary>
    private static string[] Plain(IEnumerable<string> texts) => [.. texts.Select(text => text.Replace(SwedishText.NoBreakSpace, ' '))];
}
