using Kunskapsstyrning.Domain.People;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.People;

public sealed class OneTimeCodeTests
{
    private static readonly DateTimeOffset Now = new(2025, 11, 24, 8, 30, 0, TimeSpan.Zero);
    private static readonly PersonId Person = new(Guid.Parse("0198a001-0000-7000-8000-0000000000aa"));
    private readonly BrowserKey _browser = Key(1);
    private readonly OneTimeCode _code;

    public OneTimeCodeTests() => _code = new OneTimeCode(_browser, Person, "01234567", Now);

    [Theory]
    [InlineData("01234567")]
    [InlineData(" 0123 4567 ")]
    [InlineData("0123-4567")]
    public void The_code_lets_in_once_however_it_is_spaced(string typed)
    {
        Assert.True(_code.Try(typed, _browser, Now).IsDone);

        Assert.Equal(CodeRefusals.Used, _code.Try(typed, _browser, Now).Refusal);
    }

    [Fact]
    public void After_five_wrong_codes_the_right_one_is_refused_too()
    {
        for (var left = 4; left > 0; left--) Assert.Equal(CodeRefusals.Wrong(left), _code.Try("99999999", _browser, Now).Refusal);
        Assert.Equal(CodeRefusals.TriedEnough, _code.Try("99999999", _browser, Now).Refusal);

        Assert.Equal(CodeRefusals.TriedEnough, _code.Try("01234567", _browser, Now).Refusal);
    }

    [Fact]
    public void It_can_be_used_for_ten_minutes_and_not_a_moment_longer()
    {
        Assert.Equal(CodeRefusals.Expired, _code.Try("01234567", _browser, Now + TimeSpan.FromMinutes(10)).Refusal);
        Assert.True(_code.Try("01234567", _browser, Now + TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1)).IsDone);
    }

    [Fact]
    public void In_another_browser_the_same_digits_are_wrong() =>
        Assert.Equal(CodeRefusals.Wrong(4), _code.Try("01234567", Key(2), Now).Refusal);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1234567")]
    [InlineData("123456789")]
    [InlineData("0123456a")]
    [InlineData("٠١٢٣٤٥٦٧")]
    public void What_is_no_code_counts_as_no_try(string? typed)
    {
        Assert.Equal(CodeRefusals.NotEightDigits, _code.Try(typed, _browser, Now).Refusal);

        Assert.Equal(0, _code.Tries);
    }

    [Fact]
    public void Nobody_gets_in_with_a_code_for_an_address_without_an_account()
    {
        var nobodys = new OneTimeCode(_browser, person: null, "01234567", Now);

        Assert.Equal(CodeRefusals.Wrong(4), nobodys.Try("01234567", _browser, Now).Refusal);
    }

    [Fact]
    public void The_digits_are_always_eight() => Assert.Equal(["00000000", "00000042", "99999999"], new[] { 0, 42, OneTimeCode.Choices - 1 }.Select(OneTimeCode.Digits));

    [Fact]
    public void Every_refusal_is_told_without_the_digits()
    {
        _code.Try("99999999", _browser, Now);

        Assert.Collection(_code.TakeEvents(), e => Assert.IsType<CodeMailed>(e), e => Assert.Equal(new SignInRefused(Person.Value, SignInWay.Code, "code-wrong"), e));
    }

    private static BrowserKey Key(byte fill) => BrowserKey.Of(Enumerable.Repeat(fill, BrowserKey.Bytes).ToArray());
}
