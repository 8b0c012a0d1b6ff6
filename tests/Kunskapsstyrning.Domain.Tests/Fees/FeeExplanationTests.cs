using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Shared;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Fees;

public sealed class FeeExplanationTests
{
    [Theory]
    [InlineData(RoundingMode.Each, 44_999, 4)]
    [InlineData(RoundingMode.Each, 45_001, 2)]
    [InlineData(RoundingMode.Each, 45_000, 2)]
    [InlineData(RoundingMode.Each, 41_250, 3)]
    [InlineData(RoundingMode.Exact, 50_010, 3)]
    [InlineData(RoundingMode.Exact, 49_990, 3)]
    [InlineData(RoundingMode.Exact, 50_100, 2)]
    [InlineData(RoundingMode.Exact, 50_000, 2)]
    public void An_amount_is_shown_with_as_many_decimals_as_tell_what_it_rounds_to_and_no_more(RoundingMode rounding, int inhabitants, int decimals)
    {
        var terms = new FeeTerms { Kind = FeeKind.ShareOfTotal, Total = new Kronor(10m), Rounding = rounding };

        var fees = FeeCalculation.Calculate(terms, [new(RealPopulations.Ekerö, inhabitants), new(RealPopulations.Stockholm, 100_000 - inhabitants)]);

        Assert.Equal(decimals, FeeExplanation.Of(fees, fees.Of(RealPopulations.Ekerö)!).Lines.Single(line => line.Label is "räknat belopp").Decimals);
    }

    [Fact]
    public void A_fee_in_öre_shows_its_öre_where_it_has_none_too()
    {
        var fees = FeeCalculation.Calculate(new FeeTerms { Kind = FeeKind.RatePerInhabitant, Rate = 0.5m, Step = 0.05m }, [new(RealPopulations.Ekerö, 20)]);

        Assert.Equal("10,00 kr", FeeExplanation.Of(fees, fees.Rows[0]).Lines[^1].Text.Replace('\u00A0', ' '));
    }

    [Fact]
    public void Only_those_whose_remainders_are_alike_are_told_that_the_code_decided()
    {
        var fees = FeeCalculation.Calculate(
            new FeeTerms { Kind = FeeKind.ShareOfTotal, Total = new Kronor(10m), Rounding = RoundingMode.Exact },
            [new(RealPopulations.Ekerö, 26), new(RealPopulations.Stockholm, 26), new(FeeCases.Code(1), 48)]);

        bool Told(MunicipalityCode code) => FeeExplanation.Of(fees, fees.Of(code)!).ToSentences().Any(s => s.Contains("kommunkoden", StringComparison.Ordinal));

        Assert.Equal((true, true, false), (Told(RealPopulations.Ekerö), Told(RealPopulations.Stockholm), Told(FeeCases.Code(1))));
    }

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

        var explanation = FeeExplanation.Of(fees, fees.Of(RealPopulations.Ekerö)!);

        Assert.Equal(["|Invånare 31 december 2015|26 984", "×|kronor per invånare|0,35264", "=|räknat belopp|9 515,64", "|Avgift, till närmaste 100 kr|9 500 kr"], Drawn(explanation));
        Assert.True(explanation.Lines[^1].IsResult);
    }

    [Fact]
    public void The_discount_is_a_line_of_its_own()
    {
        var fees = FeeCalculation.Calculate(RealPopulations.Terms2016, RealPopulations.On(RealPopulations.EndOf2015));

        var explanation = FeeExplanation.Of(fees, fees.Of(RealPopulations.Stockholm)!);

        Assert.Equal(
            ["923 516 invånare 31 december 2015 × 0,35264 kr = 325 668,68 kr", "Rabatt 10 %: 325 668,68 kr − 32 566,87 kr = 293 101,81 kr", "Avrundat till närmaste 100 kr: 293 100 kr"],
            Plain(explanation.ToSentences()));
        Assert.Equal(
            ["|Invånare 31 december 2015|923 516", "×|kronor per invånare|0,35264", "=|före rabatt|325 668,68", "−|rabatt, 10 %|32 566,87", "=|räknat belopp|293 101,81", "|Avgift, till närmaste 100 kr|293 100 kr"],
            Drawn(explanation));
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
        Assert.Equal(["|Räknad avgift, till närmaste 100 kr|9 500 kr", "|Publicerad avgift|9 400 kr"], Drawn(explanation)[^2..]);
        Assert.Equal(9_400m, explanation.Lines.Single(line => line.IsResult).Number);
    }

    [Theory]
    [InlineData("9600", "Det är 100 kr mer än den räknade avgiften.")]
    [InlineData("9500.5", "Det är 0,50 kr mer än den räknade avgiften.")]
    public void A_published_fee_that_is_higher_is_said_to_be_more(string amount, string sentence)
    {
        var fees = Published(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(sentence, Plain(FeeExplanation.Of(fees, fees.Of(RealPopulations.Ekerö)!).Notes)[^1]);
    }

    [Fact]
    public void A_fee_that_is_only_published_has_nothing_to_differ_from()
    {
        var fees = FeeCalculation.Calculate(new FeeTerms { Kind = FeeKind.PublishedList }, [new(RealPopulations.Ekerö, 26_984)], new Dictionary<MunicipalityCode, Kronor> { [RealPopulations.Ekerö] = new(9_400m) });

        var explanation = FeeExplanation.Of(fees, fees.Rows[0]);

        Assert.Equal(["|Publicerad avgift|9 400 kr"], Drawn(explanation));
        Assert.Equal(["SKR har publicerat 9 400 kr. Det beloppet gäller."], Plain(explanation.ToSentences()));
        Assert.False(fees.Rows[0].IsOnlyComputed);
    }

    [Fact]
    public void An_explanation_that_was_stored_says_what_it_said()
    {
        var said = new FeeLine("", "Lika för alla", 42_500m, 0, "kr", IsResult: true);

        var stored = FeeExplanation.AsStored([said], ["Räknat."], ["Avrundat."]);

        Assert.Equal([said], stored.Lines);
        Assert.Equal(["Räknat."], stored.Calculation);
        Assert.Equal(["Avrundat."], stored.Notes);
        Assert.Equal(["Räknat.", "Avrundat."], stored.ToSentences());
    }

    [Fact]
    public void A_flat_fee_needs_no_factors()
    {
        var terms = new FeeTerms { Kind = FeeKind.Flat, Amount = new Kronor(42_500m) };
        var fees = FeeCalculation.Calculate(terms, [new(RealPopulations.Ekerö, 26_984)]);

        var sentences = FeeExplanation.Of(fees, fees.Rows[0]).ToSentences();

        Assert.Equal(["Lika för alla kommuner: 42 500 kr", "Avrundat till närmaste krona: 42 500 kr"], Plain(sentences));
        Assert.Equal(["|Lika för alla kommuner|42 500", "|Avgift, till närmaste krona|42 500 kr"], Drawn(FeeExplanation.Of(fees, fees.Rows[0])));
        Assert.Equal((null, null, null), (fees.RatePerInhabitant, fees.RateDecimals, fees.CountedInhabitants));
        Assert.True(fees.Rows[0].IsOnlyComputed);
        Assert.False((fees.Rows[0] with { IsDecided = true }).IsOnlyComputed);
    }

    [Fact]
    public void Öre_are_written_with_two_figures()
    {
        var terms = new FeeTerms { Kind = FeeKind.Flat, Amount = new Kronor(42_500.4m), Step = 0.5m };
        var fees = FeeCalculation.Calculate(terms, [new(RealPopulations.Ekerö, 26_984)]);

        Assert.Equal(["Lika för alla kommuner: 42 500,40 kr", "Avrundat till närmaste 0,50 kr: 42 500,50 kr"], Plain(FeeExplanation.Of(fees, fees.Rows[0]).ToSentences()));
        Assert.Equal("|Avgift, till närmaste 0,50 kr|42 500,50 kr", Drawn(FeeExplanation.Of(fees, fees.Rows[0]))[^1]);
    }

    [Theory]
    [InlineData("10", 1, "Resten 0,33 krona är den största; därför avrundas uppåt. Lika rester skiljs åt av kommunkoden.", "Resten 0,33 krona är inte den största; därför avrundas nedåt. Lika rester skiljs åt av kommunkoden.")]
    [InlineData("11", 1, "Resten 0,67 krona hör till de 2 största; därför avrundas uppåt. Lika rester skiljs åt av kommunkoden.", "Resten 0,67 krona hör inte till de 2 största; därför avrundas nedåt. Lika rester skiljs åt av kommunkoden.")]
    [InlineData("9", 1, "Beloppet är redan hela kronor och avrundas inte.", "Beloppet är redan hela kronor och avrundas inte.")]
    [InlineData("900", 100, "Beloppet är redan jämnt och avrundas inte.", "Beloppet är redan jämnt och avrundas inte.")]
    [InlineData("4", 10, "Resten 1,33 kronor räcker inte till något steg; därför avrundas nedåt.", "Resten 1,33 kronor räcker inte till något steg; därför avrundas nedåt.")]
    [InlineData("6", 10, "Resten 2,00 kronor är den största; därför avrundas uppåt. Lika rester skiljs åt av kommunkoden.", "Resten 2,00 kronor är inte den största; därför avrundas nedåt. Lika rester skiljs åt av kommunkoden.")]
    public void Three_alike_are_told_why_they_got_the_last_step_or_did_not(string total, int step, string first, string last)
    {
        var terms = new FeeTerms { Kind = FeeKind.ShareOfTotal, Total = new Kronor(decimal.Parse(total, System.Globalization.CultureInfo.InvariantCulture)), Step = step, Rounding = RoundingMode.Exact };
        var fees = FeeCalculation.Calculate(terms, [.. Enumerable.Range(1, 3).Select(n => new Population(FeeCases.Code(n), 5))]);

        Assert.Equal([first, last], Plain([Assert.Single(FeeExplanation.Of(fees, fees.Rows[0]).Notes), Assert.Single(FeeExplanation.Of(fees, fees.Rows[2]).Notes)]));
        Assert.Contains(step == 1 ? "Fördelat i jämna kronor, så" : $"Fördelat i jämna {step}-tal kronor, så", Plain(FeeExplanation.Of(fees, fees.Rows[0]).ToSentences())[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Only_those_with_the_same_remainder_as_the_last_are_told_of_the_tie()
    {
        var terms = new FeeTerms { Kind = FeeKind.ShareOfTotal, Total = new Kronor(10m), Rounding = RoundingMode.Exact };
        var fees = FeeCalculation.Calculate(terms, [new(FeeCases.Code(1), 5), new(FeeCases.Code(2), 5), new(FeeCases.Code(3), 8), new(FeeCases.Code(4), 2)]);

        Assert.Equal(
            ["Resten 0,50 krona är den största; därför avrundas uppåt. Lika rester skiljs åt av kommunkoden.", "Resten 0,50 krona är inte den största; därför avrundas nedåt. Lika rester skiljs åt av kommunkoden.", "Beloppet är redan hela kronor och avrundas inte.", "Beloppet är redan hela kronor och avrundas inte."],
            Plain(fees.Rows.Select(row => Assert.Single(FeeExplanation.Of(fees, row).Notes))));
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
    public void The_discount_of_those_above_a_size_is_told_with_the_size() =>
        Assert.Equal("Kommuner med fler än 200 000 invånare får 10 % rabatt.", Plain([FeeExplanation.Describe(DiscountRule.Above(200_000, 0.10m))])[0]);

    [Fact]
    public void A_falling_price_is_told_with_the_cost_and_the_inhabitants_that_share_it()
    {
        var terms = new FeeTerms { Kind = FeeKind.FallingWithTakeUp, Rate = 3m, Total = new Kronor(200m), PricedAtTakeUp = 0.80m };
        var fees = FeeCalculation.Calculate(terms, [new(FeeCases.Code(1), 25), new(FeeCases.Code(2), 75)]);

        Assert.Equal(["200 kr delat på 80 invånare är 2,50 kr per invånare."], Plain(FeeExplanation.Describe(fees)));
        Assert.Equal((80m, new Kronor(250m)), (fees.CountedInhabitants, fees.RoundingDifference!.Target));
    }

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

    private static string[] Drawn(FeeExplanation explanation) => Plain(explanation.Lines.Select(line => $"{line.Operator}|{line.Label}|{line.Text}"));

    /// <summary>With ordinary spaces, to be read in this file.</summary>
    private static string[] Plain(IEnumerable<string> texts) => [.. texts.Select(text => text.Replace(SwedishText.NoBreakSpace, ' '))];
}
