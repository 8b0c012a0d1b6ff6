using System.Net;
using Kunskapsstyrning.Web.Features.Messages;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Messages;

/// <summary>References cannot be found by trying, also by one who has many addresses.</summary>
public sealed class ReceiptPaceTests
{
    [Theory]
    [InlineData("2001:db8:1:2::{0:x}", "2001:db8:1:3::1")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.8")]
    [InlineData("192.0.2.7", "::ffff:192.0.2.8")]
    public void All_addresses_of_one_network_are_one_place_and_the_next_is_another(string same, string other)
    {
        using var pace = new ReceiptPace();

        var answers = Enumerable.Range(1, 61).Select(n => Ask(pace, string.Format(null, same, n))).ToList();

        Assert.All(answers.Take(60), Assert.Null);
        Assert.NotNull(answers[^1]);
        Assert.Null(Ask(pace, other));
    }

    [Fact]
    public void Right_references_can_be_asked_for_as_often_as_one_likes()
    {
        using var pace = new ReceiptPace();

        var answers = Enumerable.Range(1, 200).Select(_ => Ask(pace, "192.0.2.7", wrong: false)).ToList();

        Assert.All(answers, Assert.Null);
    }

    private static IResult? Ask(ReceiptPace pace, string address, bool wrong = true)
    {
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
        context.Request.Method = HttpMethods.Get;
        var answer = pace.TooOften(context, "");
        if (wrong) pace.WasWrong(context);
        return answer;
    }
}
