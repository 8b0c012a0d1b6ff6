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

    [Theory]
    [InlineData("Lunds kommun\nSocialnämnden\nProtokoll 2021-03-10\n\n§ 41 Dnr 2021/102\nDeltagande i Yrkesresan\n\nSocialnämndens beslut\nLunds kommun deltar i Yrkesresan från och med 2022.\n\nÄrendebeskrivning\nSKR erbjuder en gemensam introduktion.\nPriset sjunker om fler är med.\nYrkesresan har sin grund i arbetet med kunskapsstyrning men är en egen fråga med egen avgift.")]
    [InlineData("Hej!\n\nVi förbereder ett ärende om stödfunktionen.\n\nVi undrar också om det räcker att socialnämnden beslutar eller om ni vill ha ett beslut av kommunstyrelsen.\n\nLunds kommun")]
    public void What_only_mentions_the_question_or_asks_about_it_is_no_final_decision(string text) => Assert.NotEqual(ReadStage.Final, Reader.Read(text).Stage?.Value);

    [Fact]
    public void A_decision_by_delegation_is_final()
    {
        var read = Reader.Read("Ale kommun\nDELEGATIONSBESLUT\nBeslutsdatum 2019-06-11\n\nBeslut\nSocialchefen beslutar att kommunen antar rekommendationen om kunskapsstyrning.");

        Assert.Equal((ReadStage.Final, "Socialchefen", new DateOnly(2019, 6, 11)), (read.Stage!.Value, read.Body!.Value, read.MeetingDate!.Value));
    }

    [Theory]
    [InlineData("Hej! Behöver kommunstyrelsen besluta om rekommendationen om kunskapsstyrning?", "Fråga")]
    [InlineData("Kommunstyrelsen undrar: vad händer om kommunen tackar nej till rekommendationen?", "Fråga")]
    [InlineData("Socialnämnden har en fråga. Vad betalar de kommuner som deltar i rekommendationen?", "Fråga")]
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

    [Theory]
    [InlineData("Ales kommunstyrelse har den 28 maj 2024, KS § 121, beslutat att anta rekommendationen.", "Kommunstyrelsen")]
    [InlineData("Marks kommunfullmäktige ställde sig den 13 juni 2024 bakom rekommendationen.", "Kommunfullmäktige")]
    [InlineData("Vi meddelar att kommunstyrelsen i Åmål 2024-06-05 § 112 sagt ja till rekommendationen.", "Kommunstyrelsen")]
    [InlineData("Bifogat finner ni socialnämndens beslut 2024-06-19 § 55 att anta rekommendationen.", "Socialnämnden")]
    public void A_message_that_tells_of_a_decision_is_final_and_names_the_body(string text, string body)
    {
        var read = Reader.Read(text, "registrator@skane.se", "Svar");

        Assert.Equal((ReadStage.Final, body), (read.Stage!.Value, read.Body!.Value));
    }

    [Theory]
    [InlineData("Vi avser att ansluta oss. Formellt beslut tas av kommunfullmäktige den 16 september 2019.")]
    [InlineData("Vi har inte beslutat än men socialnämnden har sagt ja till rekommendationen i sitt arbetsutskott.")]
    [InlineData("Socialnämnden skulle ha fattat beslut om rekommendationen igår men ärendet utgick.")]
    [InlineData("Frågan om rekommendationen ligger hos vår nämnd, vi hör av oss.")]
    [InlineData("Socialnämnden har fått förvaltningens förslag till beslut att Lunds kommun medverkar i finansieringen.")]
    [InlineData("Förslag till beslut\nBeslut: Kommunen antar rekommendationen")]
    public void What_is_yet_to_be_decided_is_never_final(string text)
    {
        var read = Reader.Read(text, "registrator@lund.se", "Kunskapsstyrning");

        Assert.Equal(ReadStage.Proposal, read.Stage?.Value);
        Assert.Null(read.MeetingDate);
    }

    [Theory]
    [InlineData("Socialnämnden i Vara vill att kommunfullmäktige säger ja till rekommendationen.")]
    [InlineData("Vi i förvaltningen har sagt ja till rekommendationen, nu återstår kommunstyrelsen i Vara.")]
    [InlineData("Socialnämndens beslut 2019-05-06 § 12 att anta rekommendationen ska nu prövas av kommunfullmäktige.")]
    [InlineData("Socialnämnden har till kommunstyrelsen överlämnat sitt beslut att medverka i rekommendationen.")]
    [InlineData("Vara kommun\nSocialnämnden 2019-05-06\n§ 12 Kunskapsstyrning\nBeslut: Socialnämnden tackar ja för sin del och önskar att kommunstyrelsen antar rekommendationen i sin helhet.")]
    [InlineData("Tjörns kommun\nBeslutsförslag: Socialnämnden\nKunskapsstyrning\nBeslut: Tjörns kommun deltar i finansieringen.")]
    public void A_yes_that_another_body_is_to_say_too_is_a_proposal(string text) =>
        Assert.Equal(ReadStage.Proposal, Reader.Read(text, "registrator@vara.se", "Svar").Stage?.Value);

    [Fact]
    public void To_recommend_to_ones_members_is_no_municipalitys_decision() =>
        Assert.Equal(ReadStage.Proposal, Reader.Read("Kommunförbundet\nStyrelsen\nProtokoll 2019-04-26\n\n§ 21 Kunskapsstyrning\n\nStyrelsen beslutar\natt rekommendera medlemskommunerna att anta rekommendationen.").Stage!.Value);
}
