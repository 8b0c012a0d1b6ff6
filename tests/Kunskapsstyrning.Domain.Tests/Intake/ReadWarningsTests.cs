using Kunskapsstyrning.Domain.Municipalities;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Intake;

public sealed class ReadWarningsTests
{
    private const string Minutes = "Lunds kommun\nSocialnämnden\nSammanträdesprotokoll\nSammanträdesdatum 2019-05-08\n\n§ 12 Rekommendation om kunskapsstyrning\n\nBeslut\n";

    [Fact]
    public void Years_that_the_recommendation_does_not_have_are_told_with_their_passage()
    {
        var read = Reader.Read(Minutes + "Nämnden antar rekommendationen för åren 2020-2024.");

        Assert.Equal(("2020–2024", "2020-2024."), (read.OtherYears!.Value, read.OtherYears.Passage.Text));
    }

    [Theory]
    [InlineData("Nämnden antar rekommendationen för åren 2020–2023.")]
    [InlineData("Nämnden antar rekommendationen för åren 2020–2023. Följebrevet om rekommendationen sade först 2020–2024.")]
    [InlineData("Nämnden antar rekommendationen. Kostnaden ryms i budget 2020-2022.")]
    [InlineData("Nämnden antar rekommendationen. Dnr 2019-22, kostnaden 12 kr.")]
    [InlineData("Nämnden antar rekommendationen.")]
    public void Years_that_agree_or_are_of_something_else_are_nothing_to_look_at(string decision) => Assert.Null(Reader.Read(Minutes + decision).OtherYears);

    [Theory]
    [InlineData("registrator@ekero.se", "0125")]
    [InlineData("registrator@lund.se", null)]
    [InlineData("kansliet@gmail.example", null)]
    public void An_address_of_another_municipality_than_the_one_that_was_read_is_told(string sender, string? other) =>
        Assert.Equal(other is null ? (MunicipalityCode?)null : new MunicipalityCode(other), Reader.Read(Minutes + "Nämnden antar rekommendationen.", sender).OtherSender);
}
