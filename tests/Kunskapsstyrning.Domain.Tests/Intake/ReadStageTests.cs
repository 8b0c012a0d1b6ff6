using Kunskapsstyrning.Domain.Intake;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Intake;

public sealed class ReadStageTests
{
    private const string Minutes = "Lunds kommun\nSocialnämnden\nSammanträdesprotokoll\nSammanträdesdatum 2019-05-08\n\n§ 12 Rekommendation om kunskapsstyrning\n\n";

    [Theory]
    [InlineData(Minutes + "Beslut\nSocialnämnden föreslår kommunstyrelsen att anta rekommendationen.")]
    [InlineData(Minutes + "Beslut\nSocialnämnden beslutar att föreslå kommunfullmäktige att anta rekommendationen.")]
    [InlineData(Minutes + "Beslut\nSocialnämnden tillstyrker rekommendationen och överlämnar ärendet till kommunstyrelsen.")]
    [InlineData(Minutes + "Beslut\nSocialnämnden är positiv och lämnar ärendet till kommunfullmäktige för avgörande.")]
    [InlineData(Minutes + "Socialnämndens förslag till kommunfullmäktige\nKommunfullmäktige beslutar att anta rekommendationen.")]
    [InlineData(Minutes + "Socialnämndens beslut\nFör egen del att kostnaden ryms.\n\nSocialnämndens förslag till kommunfullmäktige\nRekommendationen antas.")]
    public void A_decision_to_propose_is_a_proposal(string text) => Assert.Equal(ReadStage.Proposal, Reader.Read(text).Stage!.Value);

    [Theory]
    [InlineData("Ekerö kommun\nSocialnämndens arbetsutskott\n\n§ 67 Stödfunktion\n\nBeslut\n\nFörslag till Socialnämnden\n\n1. Socialnämnden beslutar fastställa rekommendationen.")]
    [InlineData("Lunds kommun\nKommunstyrelsens arbetsutskott 2019-05-08\n\n§ 3 Kunskapsstyrning\n\nBeslut\nArbetsutskottet beslutar att anta rekommendationen.")]
    [InlineData("Lunds kommun\nSocialförvaltningen\nTjänsteskrivelse\n\nBeslut om rekommendationen\n\nBeslut\nSocialnämnden beslutar att anta rekommendationen.")]
    [InlineData("Lunds kommun\nKallelse till socialnämnden 2019-05-08\n\n7. Kunskapsstyrning\nSocialnämnden beslutar att anta rekommendationen.")]
    public void The_word_decides_proves_nothing_with_those_who_prepare(string text) => Assert.Equal(ReadStage.Proposal, Reader.Read(text).Stage!.Value);

    [Theory]
    [InlineData(Minutes + "Förslag till beslut\nSocialnämnden beslutar att anta rekommendationen.\n\nBeslut\nSocialnämnden beslutar enligt förslaget.")]
    [InlineData(Minutes + "Arbetsutskottets förslag till socialnämnden\nSocialnämnden beslutar\natt anta rekommendationen\n\nSocialnämnden beslutar\natt anta rekommendationen")]
    [InlineData(Minutes + "Bakgrund\nSKL föreslår att kommunerna betalar. Förvaltningen föreslår att nämnden antar.\n\nSocialnämndens beslut\nRekommendationen antas.")]
    public void The_bodys_own_decision_is_final_though_it_quotes_the_proposal(string text) => Assert.Equal(ReadStage.Final, Reader.Read(text).Stage!.Value);

    [Fact]
    public void A_decision_by_delegation_is_final()
    {
        var read = Reader.Read("Ale kommun\nDELEGATIONSBESLUT\nBeslutsdatum 2019-06-11\n\nBeslut\nSocialchefen beslutar att kommunen antar rekommendationen om kunskapsstyrning.");

        Assert.Equal((ReadStage.Final, "Socialchefen", new DateOnly(2019, 6, 11)), (read.Stage!.Value, read.Body!.Value, read.MeetingDate!.Value));
    }

    [Theory]
    [InlineData("Hej! Behöver kommunstyrelsen besluta om rekommendationen om kunskapsstyrning?", "Fråga")]
    [InlineData("Tack för ditt meddelande, det är diariefört.", "Automatiskt svar: Påminnelse")]
    public void A_question_and_an_automatic_answer_are_no_act(string text, string subject) =>
        Assert.Equal(ReadStage.None, Reader.Read(text, "registrator@lund.se", subject).Stage!.Value);

    [Fact]
    public void What_SKR_wrote_is_not_read_in_the_answer_to_it()
    {
        var read = Reader.Read("Hej, var skickar vi svaret?\n\nFrån: SKR <registrator@skr.se>\nÄmne: Påminnelse\n\nKommunstyrelsen beslutade den 8 maj 2019, § 12, att anta rekommendationen.", "kommun@lund.se", "VB");

        Assert.Equal(ReadStage.None, read.Stage!.Value);
        Assert.Null(read.Paragraph);
        Assert.Null(read.MeetingDate);
    }
}
