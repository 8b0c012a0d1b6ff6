using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Shared;

public sealed class PrintedTextTests
{
    [Theory]
    [InlineData('\u202E')]
    [InlineData('\u2066')]
    [InlineData('\u200B')]
    [InlineData('\u0000')]
    public void What_is_not_seen_but_changes_what_is_read_is_not_shown(char mark) => Assert.False(PrintedText.Shows(mark));

    [Theory]
    [InlineData('å')]
    [InlineData('§')]
    [InlineData('\u00A0')]
    [InlineData('\n')]
    public void Letters_marks_and_spaces_are(char letter) => Assert.True(PrintedText.Shows(letter));

    [Fact]
    public void A_name_cannot_be_turned_round()
    {
        var person = new Person(new PersonId(Guid.CreateVersion7()), "x", "Fel", Role.MunicipalUser, new MunicipalityCode("0125"));

        Assert.True(person.Rename("Registrator\u202Egnj").IsDone);

        Assert.Equal("Registratorgnj", person.Name);
    }
}
