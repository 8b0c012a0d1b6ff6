using Kunskapsstyrning.Domain.Municipalities;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Municipalities;

public sealed class OrganisationNumberTests
{
    [Theory]
    [InlineData("212000-0142")]
    [InlineData("2120000142")]
    [InlineData(" 212000 0142 ")]
    [InlineData("212000−0142")]
    public void A_number_is_read_however_it_is_parted_and_written_one_way(string typed)
    {
        Assert.True(OrganisationNumber.TryParse(typed, out var number));

        Assert.Equal(("2120000142", "212000-0142", true), (number.Digits, number.ToString(), number.IsMunicipality));
    }

    [Theory]
    [InlineData("212000-0143")]
    [InlineData("212000-1042")]
    [InlineData("212000-014")]
    [InlineData("16212000-0142")]
    [InlineData("19120000-142")]
    [InlineData("21200O-0142")]
    [InlineData("")]
    [InlineData(null)]
    public void A_slip_of_the_pen_is_refused(string? typed) => Assert.False(OrganisationNumber.TryParse(typed, out _));

    [Fact]
    public void One_changed_digit_never_passes()
    {
        const string Right = "2120000142";
        for (var at = 0; at < Right.Length; at++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                if (digit == Right[at]) continue;
                Assert.False(OrganisationNumber.TryParse(Right[..at] + digit + Right[(at + 1)..], out _));
            }
        }
    }

    [Fact]
    public void A_company_s_number_is_no_municipality_s()
    {
        Assert.True(OrganisationNumber.TryParse("556016-0680", out var number));

        Assert.False(number.IsMunicipality);
    }
}
