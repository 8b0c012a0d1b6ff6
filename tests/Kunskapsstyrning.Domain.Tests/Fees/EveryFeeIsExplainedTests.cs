using Kunskapsstyrning.Domain.Fees;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Fees;

public sealed class EveryFeeIsExplainedTests
{
    [Fact]
    public void The_shown_factors_of_2016_multiply_to_the_shown_amount_for_all_290() =>
        AllTrue(FeeCalculation.Calculate(RealPopulations.Terms2016, RealPopulations.On(RealPopulations.EndOf2015)));

    [Fact]
    public void The_shown_factors_of_2018_multiply_to_the_shown_amount_for_all_290() =>
        AllTrue(FeeCalculation.Calculate(RealPopulations.Terms2018, RealPopulations.On(RealPopulations.EndOf2018)));

    [Fact]
    public void The_shown_factors_multiply_to_the_shown_amount_whatever_the_terms() => FeeCases.AllObey(some =>
    {
        var fees = some.Calculate();
        return fees.Rows.All(fee => ReadExplanation.IsTrue(fees, fee));
    }, cases: 2_000);

    [Fact]
    public void Nearly_all_amounts_of_the_real_lists_are_shown_in_öre()
    {
        var fees = FeeCalculation.Calculate(RealPopulations.Terms2018, RealPopulations.On(RealPopulations.EndOf2018));

        var inÖre = fees.Rows.Count(fee => FeeExplanation.Of(fees, fee).Lines.Last(line => line.Operator == "=").Decimals == 2);

        Assert.InRange(inÖre, 285, 290);
    }

    [Fact]
    public void The_apportionment_sentence_says_up_for_as_many_as_it_counts()
    {
        var fees = FeeCalculation.Calculate(RealPopulations.Terms2018, RealPopulations.On(RealPopulations.EndOf2018));

        var up = fees.Rows.Count(fee => FeeExplanation.Of(fees, fee).Notes.Any(note => note.Contains("avrundas uppåt", StringComparison.Ordinal)));

        Assert.Equal(fees.Apportionment!.RaisedCount, up);
    }

    private static void AllTrue(FeeList fees)
    {
        Assert.Equal(290, fees.Rows.Count);
        Assert.All(fees.Rows, fee => Assert.True(ReadExplanation.IsTrue(fees, fee), string.Join(" | ", FeeExplanation.Of(fees, fee).ToSentences())));
    }
}
