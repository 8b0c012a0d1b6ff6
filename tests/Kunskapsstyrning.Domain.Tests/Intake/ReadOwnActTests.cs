using Kunskapsstyrning.Domain.Intake;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Intake;

/// <summary>An extract repeats the way of a matter through several bodies; only the act of the one whose minutes it is counts.</summary>
public sealed class ReadOwnActTests
{
    private const string Council = "Lunds kommun\nKommunfullmäktige\nSammanträdesprotokoll\nSammanträdesdatum 2019-05-27\n\nKF § 91 Rekommendation om kunskapsstyrning\n\n";
    private const string Executive = "Lunds kommun\nKommunstyrelsen\nSammanträdesprotokoll\nSammanträdesdatum 2019-05-15\n\n§ 96 Rekommendation om kunskapsstyrning\n\n";

    [Theory]
    [InlineData(Council + "Kommunfullmäktiges beslut\nLunds kommun ansluter sig till rekommendationen.\n\nSammanfattning\nBakgrund ges i skrivelsen.\n\nKommunstyrelsen beslutade 2019-05-07, § 83, att föreslå kommunfullmäktige\natt anta rekommendationen.")]
    [InlineData(Council + "Beslut i kommunfullmäktige\n1. Lunds kommun antar rekommendationen.\n\nBeslut i kommunstyrelsen 2019-05-07, § 88\nKommunstyrelsen föreslår kommunfullmäktige att anta rekommendationen.\n\nBeslut i socialnämnden 2019-04-25, § 38\nSocialnämnden beslutar att föreslå kommunfullmäktige att anta den.")]
    [InlineData(Council + "Beslut: Kommunfullmäktige antar rekommendationen till kommunerna om kunskapsstyrning i socialtjänstens verksamheter.\n\nSammanfattning: SKL:s styrelse behandlade frågan i december. Kommunstyrelsen föreslår kommunfullmäktige att anta rekommendationen.")]
    [InlineData(Executive + "Kommunstyrelsens beslut\n• Lunds kommun antar rekommendationen.\n\nSocialförvaltningen tillstyrker och föreslår kommunfullmäktige att skjuta till medel.")]
    [InlineData(Executive + "Inledning\nLedningsutskottet har föreslagit kommunstyrelsen besluta\natt föreslå att kommunfullmäktige beslutar\natt anta rekommendationen.\n\nBESLUT\nKommunstyrelsen beslutar\natt återremittera ärendet om rekommendationen.")]
    public void What_other_bodies_decided_and_proposed_before_is_not_its_own_act(string text)
    {
        var read = Reader.Read(text);

        Assert.Equal(ReadStage.Final, read.Stage!.Value);
        Assert.Equal(text.StartsWith(Council, StringComparison.Ordinal) ? new DateOnly(2019, 5, 27) : new DateOnly(2019, 5, 15), read.MeetingDate!.Value);
    }

    [Fact]
    public void Of_an_extract_with_every_body_s_paragraph_the_one_of_the_letterhead_s_body_is_read()
    {
        var read = Reader.Read("Lunds kommun\nKommunfullmäktige 2019-05-27\n\nKF § 94 Dnr 2019/297\nAU § 156\nKS § 131\n\nRekommendation om kunskapsstyrning\n\nAU § 156\nArbetsutskottet föreslår kommunstyrelsen föreslå kommunfullmäktige\natt anta rekommendationen.\nArbetsutskottet 2019-04-29\n\nKS § 131\nKommunstyrelsen beslutar föreslå kommunfullmäktige\natt anta arbetsutskottets förslag.\nKommunstyrelsen 2019-05-12\n\nKF § 94\nKommunfullmäktige beslutar\natt anta kommunstyrelsens förslag.");

        Assert.Equal((ReadStage.Final, "Kommunfullmäktige", "§ 94", new DateOnly(2019, 5, 27)), (read.Stage!.Value, read.Body!.Value, read.Paragraph!.Value, read.MeetingDate!.Value));
    }

    [Theory]
    [InlineData(Executive + "Arbetsutskottets förslag\nKommunstyrelsen föreslår kommunfullmäktige att anta rekommendationen.\n\nKommunstyrelsens beslut\nKommunstyrelsen beslutar enligt arbetsutskottets förslag.")]
    [InlineData(Executive + "Kommunstyrelsens beslut\nKommunstyrelsen ställer sig bakom rekommendationen.\n\nKommunstyrelsens förslag till kommunfullmäktige\nRekommendationen antas och medel anvisas ur budgeten.")]
    [InlineData(Executive + "Kommunstyrelsens beslut\nKommunstyrelsen ställer sig bakom rekommendationen.\n\nKommunstyrelsens förslag till kommunfullmäktige\nKommunfullmäktige godkänner detta.")]
    [InlineData(Executive + "Kommunstyrelsens beslut\nKommunstyrelsen antar rekommendationen.\nKommunstyrelsen föreslår kommunfullmäktige att göra detsamma.")]
    [InlineData("Lunds kommun\nKommunstyrelsen\nArbetsutskottet\nProtokoll 2019-05-15\n\n§ 96 Kunskapsstyrning\n\nArbetsutskottets beslut\nKommunstyrelsen beslutar att anta rekommendationen.")]
    public void What_is_passed_on_to_another_body_stays_a_proposal(string text) => Assert.Equal(ReadStage.Proposal, Reader.Read(text).Stage!.Value);

    [Fact]
    public void A_body_that_answers_itself_and_asks_another_for_the_means_has_decided()
    {
        var read = Reader.Read(Executive + "Kommunstyrelsens beslut för egen del\nKommunstyrelsen ställer sig bakom SKL:s rekommendation.\n\nKommunstyrelsens förslag till kommunfullmäktige\nSocialnämnden tillförs 67 823 kr per år i kommunbidrag.");

        Assert.Equal(ReadStage.Final, read.Stage!.Value);
    }

    [Fact]
    public void A_decision_on_an_unknown_question_is_not_suggested_as_final_and_nothing_of_it_may_be_relied_on()
    {
        var read = Reader.Read("Lunds kommun\nKommunfullmäktige\nSammanträdesprotokoll\nSammanträdesdatum 2018-10-29\n\n§ 147 Förvärv av aktier\nDnr KS 2018/409\n\nKommunfullmäktiges beslut\nKommunfullmäktige beslutar att köpa fem aktier.");

        Assert.Null(read.Stage);
        Assert.Equal((Confidence.Probable, Confidence.Probable, Confidence.Probable), (read.Body!.Confidence, read.MeetingDate!.Confidence, read.CaseNumber!.Confidence));
    }
}
