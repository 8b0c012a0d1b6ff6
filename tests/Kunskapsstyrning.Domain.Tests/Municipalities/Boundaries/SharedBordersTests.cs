using Kunskapsstyrning.Domain.Municipalities.Boundaries;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Municipalities.Boundaries;

public sealed class SharedBordersTests
{
    /// <summary>A border between two that goes to and fro, from north to south.</summary>
    private static readonly GridPoint[] Border = [new(100, 0), new(101, 10), new(99, 20), new(108, 30), new(100, 41), new(101, 50), new(100, 60)];

    private static readonly GridPoint[] West = [.. Border, new(0, 60), new(0, 0)];

    private static readonly GridPoint[] East = [.. Border.Reverse(), new(200, 0), new(200, 60)];

    [Fact]
    public void A_border_between_two_becomes_the_same_line_for_both()
    {
        var borders = new SharedBorders([West, East]);

        var west = borders.Thinned(West, 3);
        var east = borders.Thinned(East, 3);

        Assert.Equal([new(100, 0), new(99, 20), new(108, 30), new(100, 41), new(100, 60)], west.Where(p => p.X is > 50 and < 150).OrderBy(p => p.Y));
        Assert.Equal(west.Where(p => p.X is > 50 and < 150).Order(), east.Where(p => p.X is > 50 and < 150).Order());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(5)]
    public void Wherever_a_ring_begins_it_is_thinned_the_same(int start)
    {
        GridPoint[] turned = [.. East[start..], .. East[..start]];
        var borders = new SharedBorders([West, turned]);

        Assert.Equal(new SharedBorders([West, East]).Thinned(East, 3).Order(), borders.Thinned(turned, 3).Order());
    }

    [Fact]
    public void A_municipality_inside_another_has_the_same_line_as_the_hole_it_lies_in()
    {
        GridPoint[] inside = [new(40, 20), new(45, 19), new(50, 20), new(51, 30), new(50, 40), new(40, 40)];
        GridPoint[] hole = [.. inside.Skip(3).Concat(inside.Take(3)).Reverse()];
        var borders = new SharedBorders([West, hole, inside]);

        Assert.Equal(borders.Thinned(inside, 2).Order(), borders.Thinned(hole, 2).Order());
        Assert.Equal(4, borders.Thinned(hole, 2).Count);
    }

    [Fact]
    public void Points_where_three_meet_are_kept()
    {
        GridPoint[] north = [new(0, 0), new(100, 0), new(200, 0), new(200, -50), new(0, -50)];

        Assert.Contains(new GridPoint(100, 0), new SharedBorders([West, East, north]).Thinned(north, 30));
    }

    [Fact]
    public void A_ring_goes_nowhere_and_straight_back() =>
        Assert.Equal([new(0, 0), new(9, 0), new(9, 9)], SharedBorders.Ring([new(0, 0), new(9, 0), new(9, 0), new(15, 0), new(9, 0), new(9, 9), new(0, 0)]));
}
