using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Features.Overview;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Overview;

/// <summary>What is done otherwise where there is more than anyone can see at once.</summary>
public sealed class LargeCountryTests
{
    private static readonly DateOnly First = new(2019, 3, 7);

    [Fact]
    public void A_curve_of_more_steps_than_can_be_told_apart_is_drawn_with_fewer_and_ends_where_it_ends()
    {
        var many = Enumerable.Range(0, 2_400).Select(day => new CurveStep(First.AddDays(day), day / 9)).ToList();

        var drawing = new CurveDrawing(States.Busy(new AsOf(First.AddDays(2_400))) with { Curve = many });

        Assert.InRange(drawing.Line.Count(c => c == 'H'), 300, 602);
        Assert.EndsWith($"V{290 - (2_399 / 9)}H{drawing.Point.DayNumber - drawing.From.DayNumber}", drawing.Line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_curve_of_hundreds_of_steps_is_drawn_with_every_one()
    {
        var hundreds = Enumerable.Range(0, 500).Select(day => new CurveStep(First.AddDays(day * 3), day / 2)).ToList();

        var drawing = new CurveDrawing(States.Busy(new AsOf(First.AddDays(1_500))) with { Curve = hundreds });

        Assert.Equal(501, drawing.Line.Count(c => c == 'H'));
    }

    [Fact]
    public void Lines_by_name_are_taken_from_the_order_that_is_kept()
    {
        var state = States.Busy();
        var places = state.RowsByName.Select(row => state.Rows.Index().First(r => r.Item == row).Index).ToList();

        var kept = new RecommendationView { Slug = "x" }.Apply(state with { NameOrder = places });

        Assert.Equal(state.RowsByName, kept);
        Assert.Same(state.RowsByName[289].Municipality, kept[289].Municipality);
    }

    [Fact]
    public void Each_page_has_its_lines_and_the_last_has_what_is_left()
    {
        var rows = Enumerable.Range(0, 1_050).Select(at => States.Silent().Rows[at % 290]).ToList();

        Assert.Equal(rows.Skip(300).Take(100), new RecommendationView { Slug = "x", Page = 4 }.OnPage(rows));
        Assert.Equal(rows.Skip(1_000), new RecommendationView { Slug = "x", Page = 99 }.OnPage(rows));
    }
}
