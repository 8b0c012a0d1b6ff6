using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Features.Overview;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Overview;

public sealed class RecommendationViewTests
{
    [Theory]
    [InlineData("antagit", Status.Adopted)]
    [InlineData("forbehall", Status.AdoptedWithReservation)]
    [InlineData("avstar", Status.Declined)]
    [InlineData("pa-vag", Status.InPreparation)]
    [InlineData("ej-svarat", Status.NoResponse)]
    public void Each_status_has_its_word_in_the_address(string word, Status status)
    {
        var view = View(status: word);

        Assert.Equal(status, view.Status);
        Assert.Equal($"/rekommendationer/x?status={word}", view.Href);
    }

    [Fact]
    public void What_cannot_be_read_as_a_filter_is_left_out()
    {
        var view = View(sok: "  ", lan: "1a", status: "kanske", sortera: "-fel");

        Assert.False(view.IsFiltered);
        Assert.Equal("/rekommendationer/x", view.Href);
    }

    [Fact]
    public void Everything_that_is_chosen_stands_in_the_address()
    {
        var view = RecommendationView.Of("x", new DateOnly(2019, 9, 15), Basis.Held, "eke", "01", "antagit", "-avgift");

        Assert.Equal("/rekommendationer/x?per=2019-09-15&fraga=gallde&sok=eke&lan=01&status=antagit&sortera=-avgift", view.Href);
    }

    [Theory]
    [InlineData("eke", "Ekerö")]
    [InlineData("EKERO", "Ekerö")]
    [InlineData("0125", "Ekerö")]
    [InlineData("älv", "Älvsbyn")]
    public void A_municipality_is_found_by_part_of_its_name_or_by_its_code(string typed, string name)
    {
        var found = View(sok: typed).Apply(States.Busy().Rows);

        Assert.Contains(name, found.Select(r => r.Municipality.Name));
    }

    [Fact]
    public void Who_types_a_swedish_letter_means_it()
    {
        var found = View(sok: "äl").Apply(States.Busy().Rows);

        Assert.NotEmpty(found);
        Assert.All(found, r => Assert.Contains("äl", r.Municipality.Name, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Names_are_in_swedish_order()
    {
        var names = View().Apply(States.Silent().Rows).Select(r => r.Municipality.Name).ToList();

        Assert.Equal("Ale", names[0]);
        Assert.Equal(["Övertorneå"], names[^1..]);
        Assert.True(names.IndexOf("Åre") < names.IndexOf("Älmhult") && names.IndexOf("Älmhult") < names.IndexOf("Öckerö"));
    }

    [Fact]
    public void Status_and_county_narrow_together()
    {
        var rows = View(lan: "12", status: "antagit").Apply(States.Busy().Rows);

        Assert.NotEmpty(rows);
        Assert.All(rows, r => Assert.Equal(("12", Status.Adopted), (r.Municipality.CountyCode, r.Standing.Status)));
    }

    [Theory]
    [InlineData("invanare", "Bjurholm", "Stockholm")]
    [InlineData("-invanare", "Stockholm", "Bjurholm")]
    [InlineData("-avgift", "Stockholm", "Bjurholm")]
    public void Numbers_are_ordered_as_numbers(string order, string first, string last)
    {
        var rows = View(sortera: order).Apply(States.Busy().Rows);

        Assert.Equal((first, last), (rows[0].Municipality.Name, rows[^1].Municipality.Name));
    }

    [Theory]
    [InlineData("beslut")]
    [InlineData("-beslut")]
    [InlineData("organ")]
    [InlineData("-organ")]
    public void Rows_without_the_value_come_last_either_way(string order)
    {
        var rows = View(sortera: order).Apply(States.Busy().Rows);

        Assert.Equal(290, rows.Count);
        Assert.Null(Value(rows[^1]));
        Assert.NotNull(Value(rows[0]));

        object? Value(MunicipalityRow row) => order.EndsWith("organ", StringComparison.Ordinal) ? row.Standing.Content?.Body : row.Standing.Content?.DecidedOn;
    }

    [Fact]
    public void The_same_column_again_turns_the_order_round()
    {
        var once = View().SortedBy(RowOrder.Fee);

        Assert.Equal("/rekommendationer/x?sortera=avgift", once.Href);
        Assert.Equal("/rekommendationer/x?sortera=-avgift", once.SortedBy(RowOrder.Fee).Href);
        Assert.Equal("/rekommendationer/x?sortera=-kommun", View().SortedBy(RowOrder.Municipality).Href);
    }

    [Fact]
    public void What_is_typed_cannot_break_out_of_the_address() =>
        Assert.Equal("/rekommendationer/x?sok=a%26b%3D%3Cc%3E", View(sok: "a&b=<c>").Href);

    private static RecommendationView View(string? sok = null, string? lan = null, string? status = null, string? sortera = null) =>
        RecommendationView.Of("x", null, Basis.Arrived, sok, lan, status, sortera);
}
