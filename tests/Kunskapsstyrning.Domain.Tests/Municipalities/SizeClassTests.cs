using Kunskapsstyrning.Domain.Municipalities;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Municipalities;

public sealed class SizeClassTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(9_999, 0)]
    [InlineData(10_000, 10_000)]
    [InlineData(199_999, 100_000)]
    [InlineData(200_000, 200_000)]
    [InlineData(990_000, 200_000)]
    public void A_municipality_belongs_to_the_class_whose_bounds_it_lies_within(int inhabitants, int from) => Assert.Equal(from, SizeClass.Of(inhabitants).From);

    [Fact]
    public void The_classes_meet_end_to_end()
    {
        Assert.All(SizeClass.All.Zip(SizeClass.All.Skip(1)), pair => Assert.Equal(pair.First.Through + 1, pair.Second.From));
        Assert.Null(SizeClass.All[^1].Through);
    }
}
