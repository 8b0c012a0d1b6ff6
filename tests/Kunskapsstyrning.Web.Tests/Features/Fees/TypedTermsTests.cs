using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Fees;
using Kunskapsstyrning.Web.Ui;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Fees;

public sealed class TypedTermsTests
{
    private static readonly DateOnly EndOf2018 = new(2018, 12, 31);

    [Fact]
    public void The_terms_of_2018_are_read_as_a_person_types_them()
    {
        var (terms, errors) = Read(
            ("slag", "andel"), ("summa", "19,5 mkr"), ("tak", "19 500 000 kr"), ("rabatt", "storsta"), ("rabatt-antal", "4"), ("rabatt-procent", "10 %"),
            ("folkmangdsdag", "2018-12-31"), ("steg", "1"), ("avrundning", "exakt"), ("kalla", "Brevet 2019-03-06"), ("antagande", "Dag och avrundning."));

        Assert.Empty(errors.All);
        Assert.Equal(
            new FeeTerms
            {
                Kind = FeeKind.ShareOfTotal, Total = new Kronor(19_500_000m), Cap = new Kronor(19_500_000m), Discount = DiscountRule.ForLargest(4, 0.1m),
                PopulationDate = EndOf2018, Rounding = RoundingMode.Exact, Source = "Brevet 2019-03-06", Assumption = "Dag och avrundning.",
            },
            terms);
    }

    [Fact]
    public void Whatever_terms_hold_come_back_the_same_from_their_own_form()
    {
        FeeTerms[] all =
        [
            new() { Kind = FeeKind.RatePerInhabitant, Rate = 0.35264m, Discount = DiscountRule.Above(200_000, 0.125m), PopulationDate = EndOf2018, Step = 100m, Source = "s" },
            new() { Kind = FeeKind.FallingWithTakeUp, Rate = 2.28m, TakeUpAtHighestPrice = 0.6m, PopulationDate = EndOf2018, Cap = new Kronor(23_000_000.50m) },
            new() { Kind = FeeKind.Flat, Amount = new Kronor(42_500m), Assumption = "a" },
            new() { Kind = FeeKind.PublishedList, Step = 0.01m },
            new() { Kind = FeeKind.NotSet },
        ];

        Assert.All(all, terms =>
        {
            var errors = new FieldErrors();
            Assert.Equal(terms, TypedTerms.Of(terms, "a-").Read([EndOf2018], errors));
            Assert.Empty(errors.All);
        });
    }

    [Theory]
    [InlineData("sats", "1,234.56", "går inte att läsa")]
    [InlineData("sats", "-1,95", "större än noll")]
    [InlineData("sats", "1950", "orimligt hög")]
    [InlineData("sats", "", "kronor per invånare")]
    [InlineData("summa", "19500000", "inte båda")]
    [InlineData("summa", "nitton", "går inte att läsa")]
    [InlineData("tak", "1.2.3", "går inte att läsa")]
    [InlineData("folkmangdsdag", "2030-12-31", "ingen folkmängd")]
    [InlineData("folkmangdsdag", "", "vilken dags")]
    [InlineData("folkmangdsdag", "nyårsafton", "läsa dagen")]
    [InlineData("rabatt-procent", "100", "mindre än 100")]
    [InlineData("rabatt-procent", "110 %", "mindre än 100")]
    [InlineData("rabatt-procent", "", "hur många procent")]
    [InlineData("rabatt-antal", "fyra", "ett helt tal")]
    [InlineData("rabatt-antal", "0", "ett helt tal")]
    [InlineData("rabatt-antal", "-4", "ett helt tal")]
    [InlineData("rabatt", "ingen", "vilka som får rabatten")]
    [InlineData("steg", "0", "avrundas till")]
    [InlineData("steg", "-100", "avrundas till")]
    [InlineData("avrundning", "slump", "hur avgifterna avrundas")]
    [InlineData("slag", "", "hur avgiften bestäms")]
    public void What_is_wrong_in_a_field_is_said_once_at_that_field(string field, string typed, string part)
    {
        var fields = new Dictionary<string, string>
        {
            ["slag"] = "sats", ["sats"] = "1,95", ["rabatt"] = "storsta", ["rabatt-antal"] = "4", ["rabatt-procent"] = "10", ["folkmangdsdag"] = "2018-12-31", ["steg"] = "1",
            [field] = typed,
        };
        var errors = new FieldErrors();

        var terms = new TypedTerms(fields, "b-").Read([EndOf2018], errors);

        Assert.Null(terms);
        var (name, sentence) = Assert.Single(errors.All);
        Assert.Equal($"b-{field}", name);
        Assert.Contains(part, sentence, StringComparison.Ordinal);
    }

    private static (FeeTerms? Terms, FieldErrors Errors) Read(params (string Name, string Text)[] typed)
    {
        var errors = new FieldErrors();
        return (new TypedTerms(typed.ToDictionary(t => t.Name, t => t.Text)).Read([EndOf2018], errors), errors);
    }
}
