using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.People;

public sealed class PersonTests
{
    private readonly Person _person = new(new PersonId(Guid.Parse("0198a001-0000-7000-8000-0000000000aa")), "n", "Namn", Role.Reader, municipality: null);

    [Fact]
    public void A_municipality_goes_with_the_municipal_role_and_no_other()
    {
        Assert.Equal(PersonRefusals.MunicipalityGoesWithItsRole, _person.Become(Role.MunicipalUser, municipality: null).Refusal);
        Assert.Equal(PersonRefusals.MunicipalityGoesWithItsRole, _person.Become(Role.Officer, new MunicipalityCode("0125")).Refusal);
        Assert.True(_person.Become(Role.MunicipalUser, new MunicipalityCode("0125")).IsDone);
    }

    [Fact]
    public void Another_role_is_told_with_what_was_before()
    {
        _person.Become(Role.Officer, municipality: null, "Ny tjänst");

        var told = Assert.IsType<RoleChanged>(Assert.Single(_person.TakeEvents()));
        Assert.Equal((new RoleHeld(Role.Reader, null), new RoleHeld(Role.Officer, null), "Ny tjänst"), (told.RoleBefore, told.RoleAfter, told.Why));
    }

    [Fact]
    public void No_name_stands_in_the_history()
    {
        _person.Rename("Någon Annan");

        Assert.Equal(new PersonRenamed(_person.Id), Assert.Single(_person.TakeEvents()));
    }

    [Fact]
    public void Somebody_whose_right_has_ended_can_be_let_in_again()
    {
        _person.End(new DateTimeOffset(2025, 11, 24, 8, 30, 0, TimeSpan.Zero), "Slutat");
        Assert.False(_person.IsActive);

        _person.Restore("Tillbaka");

        Assert.True(_person.IsActive);
    }

    [Fact]
    public void The_last_way_in_cannot_be_taken_away()
    {
        var facts = new PasskeyFacts([1], [2], 0, "internal", true, false, false);
        Assert.True(Passkey.Add(new PasskeyId(Guid.Empty), _person.Id, "Jobbdatorn", facts, had: 0, DateTimeOffset.UnixEpoch, out var key).IsDone);

        Assert.Equal(PasskeyRefusals.LastWayIn, key!.Remove(otherWays: 0).Refusal);
        Assert.True(key.Remove(otherWays: 1).IsDone);
    }
}
