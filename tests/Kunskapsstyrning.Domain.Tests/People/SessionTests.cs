using Kunskapsstyrning.Domain.People;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.People;

public sealed class SessionTests
{
    private static readonly DateTimeOffset Morning = new(2025, 11, 24, 8, 30, 0, TimeSpan.Zero);
    private static readonly BrowserKey Browser = BrowserKey.Of(new byte[BrowserKey.Bytes]);
    private readonly BrowserSession _session = new(Browser, new PersonId(Guid.Parse("0198a001-0000-7000-8000-0000000000aa")), SignInWay.Code, Morning);

    [Fact]
    public void Half_an_hour_without_anything_done_ends_it()
    {
        Assert.Equal(SessionState.Open, _session.StateAt(Morning.AddMinutes(29)));
        Assert.Equal(SessionState.Idle, _session.StateAt(Morning.AddMinutes(30)));
    }

    [Fact]
    public void Whatever_is_done_it_ends_after_eight_hours()
    {
        for (var minutes = 20; minutes < 8 * 60; minutes += 20) _session.See(Morning.AddMinutes(minutes));

        Assert.Equal(SessionState.Open, _session.StateAt(Morning.AddHours(8).AddSeconds(-1)));
        Assert.Equal(SessionState.Over, _session.StateAt(Morning.AddHours(8)));
    }

    [Fact]
    public void One_that_was_idle_is_not_woken_by_something_done_later()
    {
        _session.See(Morning.AddMinutes(31));

        Assert.Equal(SessionState.Idle, _session.StateAt(Morning.AddMinutes(32)));
    }

    [Fact]
    public void Signing_out_ends_it_for_good()
    {
        _session.End(Morning.AddMinutes(1));

        Assert.Equal(SessionState.Ended, _session.StateAt(Morning.AddMinutes(1)));
    }

    [Fact]
    public void A_begun_sign_in_takes_one_answer_for_what_it_is_for()
    {
        var begun = new BegunSignIn(Browser, "passkey", null, null, Morning);

        Assert.False(begun.Use("provider", Morning).IsDone);
        Assert.True(begun.Use("passkey", Morning).IsDone);
        Assert.False(begun.Use("passkey", Morning).IsDone);
    }

    [Fact]
    public void A_begun_sign_in_waits_ten_minutes() =>
        Assert.False(new BegunSignIn(Browser, "passkey", null, null, Morning).Use("passkey", Morning.AddMinutes(10)).IsDone);

    [Fact]
    public void What_is_shown_to_others_tells_neither_the_key_nor_its_fingerprint()
    {
        Assert.NotEqual(Browser.For("state"), Browser.For("nonce"));
        Assert.DoesNotContain(Browser.For("state"), new[] { Browser.Text, Browser.Fingerprint });
        Assert.True(BrowserKey.TryParse(Browser.Text, out var same));
        Assert.Equal(Browser.Fingerprint, same.Fingerprint);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("kort")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("åäö")]
    public void What_is_no_key_is_read_as_none(string? text) => Assert.False(BrowserKey.TryParse(text, out _));
}
