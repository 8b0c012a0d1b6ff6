using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Intake;

public sealed class ArrivedItemTests
{
    private static readonly MunicipalityCode Ekero = new("0125");
    private static readonly RecommendationId Recommendation = new(Guid.NewGuid());

    private readonly ArrivedItem _item = Arrived();

    [Fact]
    public void What_arrives_is_to_be_registered_and_tells_so()
    {
        var told = Assert.IsType<ItemArrived>(Assert.Single(_item.TakeEvents()));

        Assert.Equal(ItemState.ToRegister, _item.State);
        Assert.Equal((_item.Id, "message:1", 2), (told.Item, told.Identity, told.Parts));
    }

    [Fact]
    public void Its_history_names_neither_sender_nor_subject()
    {
        var told = Assert.IsType<ItemArrived>(Assert.Single(_item.TakeEvents())).After!.ToString()!;

        Assert.DoesNotContain("registrator@ekero.example", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Protokollsutdrag", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Once_registered_it_is_done()
    {
        var decision = NewDecision();

        var result = Become(decision);

        Assert.True(result.IsDone);
        Assert.Equal((ItemState.Done, decision), (_item.State, Assert.Single(_item.Decisions).DecisionId));
        Assert.Contains(_item.TakeEvents(), e => e is ItemRegistered { PutWith: false } told && told.Decision == decision && told.Municipality == Ekero);
    }

    [Fact]
    public void The_same_decision_once_more_changes_nothing()
    {
        var decision = NewDecision();
        Become(decision);
        _item.TakeEvents();

        var again = Become(decision);

        Assert.True(again.IsDone);
        Assert.Single(_item.Decisions);
        Assert.Empty(_item.TakeEvents());
    }

    [Fact]
    public void A_joint_board_makes_several_decisions_of_one_message()
    {
        Become(NewDecision());

        Assert.True(Become(NewDecision()).IsDone);
        Assert.Equal(2, _item.Decisions.Count);
    }

    [Fact]
    public void What_is_set_aside_is_not_registered_before_it_is_taken_back()
    {
        _item.SetAside("Autosvar");

        Assert.Equal(IntakeRefusals.IsSetAside, Become(NewDecision()).Refusal);
        Assert.Empty(_item.Decisions);

        _item.Reopen("Återtaget till inkorgen");

        Assert.True(Become(NewDecision()).IsDone);
    }

    [Fact]
    public void It_is_set_aside_with_its_reason()
    {
        var result = _item.SetAside("  Autosvar ");

        Assert.True(result.IsDone);
        Assert.Equal((ItemState.SetAside, "Autosvar"), (_item.State, _item.SetAsideBecause));
        Assert.Contains(_item.TakeEvents(), e => e is ItemShelved { Reason: "Autosvar" });
    }

    [Theory]
    [InlineData("", "item-needs-reason")]
    [InlineData(" \t", "item-needs-reason")]
    [InlineData(null, "item-reason-too-long")]
    public void It_is_not_set_aside_without_a_reason_nor_with_an_essay(string? reason, string code)
    {
        _item.TakeEvents();

        var result = _item.SetAside(reason ?? new string('a', 501));

        Assert.Equal(code, result.Refusal!.Code);
        Assert.Equal(ItemState.ToRegister, _item.State);
        Assert.Empty(_item.TakeEvents());
    }

    [Fact]
    public void What_is_registered_is_not_set_aside()
    {
        Become(NewDecision());

        Assert.Equal(IntakeRefusals.IsDone, _item.SetAside("Dubblett").Refusal);
        Assert.Equal(ItemState.Done, _item.State);
    }

    [Fact]
    public void Set_aside_twice_keeps_the_first_reason()
    {
        _item.SetAside("Dubblett");
        _item.TakeEvents();

        Assert.True(_item.SetAside("Autosvar").IsDone);
        Assert.Equal("Dubblett", _item.SetAsideBecause);
        Assert.Empty(_item.TakeEvents());
    }

    [Fact]
    public void Reopened_it_is_to_be_registered_again_and_what_it_became_is_not_forgotten()
    {
        Become(NewDecision());
        _item.TakeEvents();

        _item.Reopen("Det som registrerades är taget tillbaka");

        Assert.Equal(ItemState.ToRegister, _item.State);
        Assert.Single(_item.Decisions);
        Assert.IsType<ItemReopened>(Assert.Single(_item.TakeEvents()));
    }

    [Fact]
    public void Reopening_what_is_open_changes_nothing()
    {
        _item.TakeEvents();

        Assert.True(_item.Reopen("Återtaget till inkorgen").IsDone);
        Assert.Empty(_item.TakeEvents());
    }

    [Fact]
    public void What_is_put_with_a_moved_decision_follows_as_it_was_and_what_is_left_to_do_is_left()
    {
        var (from, moved) = (NewDecision(), NewDecision());
        _item.BecomeDecision(from, Ekero, Recommendation, putWith: true);
        _item.Reopen("En annan togs tillbaka");

        _item.Follow(from, moved, Ekero, Recommendation);

        Assert.True(_item.IsPutWith(moved));
        Assert.Equal(ItemState.ToRegister, _item.State);
    }

    [Fact]
    public void Nothing_more_to_register_makes_it_done_where_something_is_registered()
    {
        Assert.Equal(IntakeRefusals.NothingRegistered, _item.Finish().Refusal);
        Become(NewDecision());
        _item.Reopen("En annan togs tillbaka");
        _item.TakeEvents();

        Assert.True(_item.Finish().IsDone);
        Assert.Equal(ItemState.Done, _item.State);
        Assert.IsType<ItemFinished>(Assert.Single(_item.TakeEvents()));
    }

    [Fact]
    public void What_is_set_aside_is_not_loosened_before_it_is_taken_back()
    {
        var decision = NewDecision();
        _item.BecomeDecision(decision, Ekero, Recommendation, putWith: true);
        _item.Reopen("En annan togs tillbaka");
        _item.SetAside("Dubblett");

        Assert.Equal(IntakeRefusals.IsSetAside, _item.Loosen(decision, "Fel beslut.", new Recorded(new PersonId(Guid.NewGuid()), DateTimeOffset.UnixEpoch)).Refusal);
        Assert.Equal((ItemState.SetAside, "Dubblett"), (_item.State, _item.SetAsideBecause));
    }

    private Result Become(DecisionId decision) => _item.BecomeDecision(decision, Ekero, Recommendation, putWith: false);

    private static DecisionId NewDecision() => new(Guid.NewGuid());

    private static ArrivedItem Arrived()
    {
        var id = new ArrivedItemId(Guid.NewGuid());
        var arrival = new Arrival(ArrivalWay.Mailbox, "1@ekero.example", "registrator@ekero.example", "Protokollsutdrag § 67", new DateOnly(2016, 9, 27), Fault: null);
        return new ArrivedItem(
            id, "message:1", arrival, new DocumentId(Guid.NewGuid()),
            [new ArrivedPart(id, 1, null, PartKind.Body, "meddelande.txt", new DocumentId(Guid.NewGuid())), new ArrivedPart(id, 2, null, PartKind.Attachment, "utdrag.pdf", new DocumentId(Guid.NewGuid()))],
            DateTimeOffset.UnixEpoch);
    }
}
