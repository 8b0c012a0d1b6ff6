using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.People;

public sealed class InvitationTests
{
    private static readonly DateTimeOffset Now = new(2025, 11, 24, 8, 30, 0, TimeSpan.Zero);
    private static readonly PersonId Somebody = new(Guid.Parse("0198a001-0000-7000-8000-0000000000aa"));

    private readonly Account _account = new(Somebody, EmailAddress.Parse("namn@kommun.example"), new Recorded(Somebody, Now), new MunicipalityCode("0125"));

    [Fact]
    public void An_invitation_is_told_with_its_municipality_and_without_the_address()
    {
        Assert.True(_account.Invite(new MunicipalityCode("0125"), Invited.Never, Now).IsDone);

        Assert.Equal([new AccountOpened(Somebody, new MunicipalityCode("0125")), new PersonInvited(Somebody, new MunicipalityCode("0125"))], _account.TakeEvents());
    }

    [Fact]
    public void Letters_are_an_hour_apart()
    {
        Assert.Equal(InvitationRefusals.TooSoon, _account.Invite(null, new Invited(Now.AddMinutes(-59), HasSignedIn: false), Now).Refusal);
        Assert.True(_account.Invite(null, new Invited(Now.AddMinutes(-60), HasSignedIn: false), Now).IsDone);
    }

    [Fact]
    public void Whoever_has_come_is_not_invited() =>
        Assert.Equal(InvitationRefusals.HasSignedIn, _account.Invite(null, new Invited(null, HasSignedIn: true), Now).Refusal);

    [Theory]
    [InlineData("", Role.Reader, null)]
    [InlineData(" \t", Role.Reader, null)]
    [InlineData("Namn", Role.MunicipalUser, null)]
    [InlineData("Namn", Role.Reader, "0125")]
    public void Nobody_is_added_without_a_name_or_with_a_role_that_does_not_go_with_the_municipality(string name, Role role, string? municipality)
    {
        Assert.False(Person.Add(Somebody, name, role, municipality is null ? null : new MunicipalityCode(municipality), out var added).IsDone);
        Assert.Null(added);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_right_ends_with_a_why_or_not_at_all(string why)
    {
        Assert.True(Person.Add(Somebody, "Namn", Role.Reader, municipality: null, out var person).IsDone);

        Assert.Equal(PersonRefusals.NoReason, person!.End(Now, why).Refusal);
        Assert.True(person.IsActive);
    }
}
