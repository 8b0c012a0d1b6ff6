using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Messages;

public sealed class ReceiptAnswerTests
{
    private const string Wish = "Paragrafen är 68.";

    private static readonly Recorded By = new(new PersonId(Guid.NewGuid()), DateTimeOffset.UnixEpoch);

    private readonly OutgoingMessage _receipt = new(
        new OutgoingMessageId(Guid.NewGuid()), new Letter(MessageKind.Receipt, EmailAddress.Parse("registrator@kommun.example"), "Kvitto", "Ord.", 1, ReceiptReference.Of([1, 2, 3, 4, 5])),
        new MunicipalityCode("0125"), new RecommendationId(Guid.NewGuid()), new DecisionId(Guid.NewGuid()), By);

    [Fact]
    public void What_is_objected_again_after_SKR_has_dealt_with_it_is_said_anew()
    {
        _receipt.Answer(Wish, By.At);
        _receipt.SettleObjection(1, By);

        _receipt.Answer(Wish, By.At);

        Assert.Equal([1, 2], _receipt.Answers.Select(a => a.Number));
    }

    [Fact]
    public void What_is_objected_twice_while_it_waits_is_objected_once()
    {
        _receipt.Answer(Wish, By.At);

        Assert.True(_receipt.Answer($" {Wish} ", By.At).IsDone);
        Assert.Single(_receipt.Answers);
    }
}
