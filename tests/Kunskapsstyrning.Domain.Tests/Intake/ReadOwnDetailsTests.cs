using Kunskapsstyrning.Domain.Intake;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Intake;

public sealed class ReadOwnDetailsTests
{
    private const string Head = "Lunds kommun\nKommunstyrelsen\n\n";

    [Theory]
    [InlineData("Dag 190515\n\n§ 9 Kunskapsstyrning\n\nBeslut\nRekommendationen antas.")]
    [InlineData("Sammanträde 190515, Forum\n\n§ 9 Kunskapsstyrning\n\nBeslut\nRekommendationen antas.")]
    [InlineData("Protokoll 15/5-19\n\n§ 9 Kunskapsstyrning\n\nBeslut\nRekommendationen antas.")]
    [InlineData("Protokoll 20I9-05-15\n\n§ 9 Kunskapsstyrning\n\nBeslut\nRekommendationen antas.")]
    [InlineData("Protokoll\n2019-05-15\n\n§ 9 Kunskapsstyrning\n\nSocialnämnden har vid sammanträde 2019-04-25, § 47, behandlat ärendet. Arboga antog rekommendationen den 2019-05-14.\n\nKommunstyrelsen beslutar\natt anta rekommendationen.")]
    [InlineData("Sammanträde 2019-05-15\n§ 9 Rekommendation från SKL om kunskapsstyrning\nKommunstyrelsen beslutar att anta rekommendationen.\n\nProtokollsutdrag\nKommunfullmäktige, sammanträde 2019-06-13")]
    public void The_own_meeting_is_told_however_its_day_is_written_and_whatever_days_others_met(string rest) =>
        Assert.Equal(new DateOnly(2019, 5, 15), Reader.Read(Head + rest).MeetingDate!.Value);

    [Fact]
    public void A_day_without_a_year_in_a_message_is_the_one_nearest_before_it_was_sent()
    {
        var read = Reader.Read("Hej! Socialnämnden i Lund tog beslut den 21 maj (§ 34) om att anta rekommendationen om kunskapsstyrning. Protokollet anslås till 18 juni.", "registrator@lund.se", "Svar");

        Assert.Equal((new DateOnly(2019, 5, 21), "§ 34"), (read.MeetingDate!.Value, read.Paragraph!.Value));
    }

    [Theory]
    [InlineData("Lunds kommun    ORDFÖRANDEFÖRSLAG\nKommunstyrelsen 2019-05-06\n\nKunskapsstyrning\n\nBeslut\nKommunstyrelsen föreslår kommunfullmäktige att anta rekommendationen.")]
    [InlineData("Lunds kommun\nKommunstyrelsen\n\nDELEGATIONSBESLUT\n\nBeslut\nLunds kommun antar rekommendationen om kunskapsstyrning.\n\nKommunstyrelsen skulle ha behandlat frågan den 28 maj 2019, § 112, men ärendet utgick.")]
    public void A_day_and_a_paragraph_of_something_else_are_left_out(string text)
    {
        var read = Reader.Read(text);

        Assert.Null(read.Paragraph);
        Assert.NotEqual(new DateOnly(2019, 5, 6), read.MeetingDate?.Value);
    }

    [Fact]
    public void The_paragraph_is_the_one_behind_the_body_s_letters_and_year_and_not_one_of_an_annex()
    {
        var read = Reader.Read("Lunds kommun\nKommunstyrelsens arbetsutskott\n\nSammanträdesdatum: onsdag 8 maj 2019\n\nKSAU/2019 § 133   KS/2019:512\nSvar om kunskapsstyrning\n\nArbetsutskottets förslag till kommunstyrelsen:\nRekommendationen antas.\n\nBilagor\nON § 39");

        Assert.Equal("§ 133", read.Paragraph!.Value);
    }

    [Fact]
    public void The_meeting_that_a_matter_is_put_off_to_is_not_the_one_that_was_held()
    {
        var read = Reader.Read("Lunds kommun\nKommunstyrelsen                 2016-09-08\n\n§ 187/2016\n\nNationell stödfunktion vid SKL\n\nBeslut\nÄrendet bordläggs till kommunstyrelsens sammanträde den 6 oktober 2016.");

        Assert.Equal(new DateOnly(2016, 9, 8), read.MeetingDate!.Value);
    }

    [Theory]
    [InlineData("Dnr 2024/0092 SCN-1", "2024/0092 SCN-1", Confidence.Certain)]
    [InlineData("Dnr 2024/98 700 KS", "2024/98", Confidence.Probable)]
    public void A_case_number_with_something_behind_it_is_read_whole_or_is_not_certain(string line, string number, Confidence confidence)
    {
        var read = Reader.Read($"Lunds kommun\nKommunstyrelsen\nProtokoll 2019-05-15\n{line}\n\n§ 9 Kunskapsstyrning\n\nBeslut\nKommunstyrelsen antar rekommendationen om kunskapsstyrning.");

        Assert.Equal((number, confidence), (read.CaseNumber!.Value, read.CaseNumber.Confidence));
    }

    [Fact]
    public void The_paragraph_told_with_the_own_decision_counts_before_those_of_boards_that_proposed_it()
    {
        var read = Reader.Read("Kommunstyrelsen har vid sammanträde den 5 maj 2019, § 102, behandlat rekommendationen om kunskapsstyrning. Kommunstyrelsen beslutade att Lunds kommun deltar. Socialnämnden hade för sig föreslagit detta (14 april, § 60).", "registrator@lund.se", "Svar");

        Assert.Equal("§ 102", read.Paragraph!.Value);
    }

    [Theory]
    [InlineData("§: 41\nDiarienr: 2019/64-700", "§ 41", "2019/64-700")]
    [InlineData("§ 28 Kunskapsstyrning (24/DN/31)", "§ 28", "24/DN/31")]
    [InlineData("§ 73\nRekommendation Ärende 2019/512", "§ 73", "2019/512")]
    public void A_paragraph_and_a_case_number_are_read_in_their_rarer_forms(string lines, string paragraph, string number)
    {
        var read = Reader.Read($"Hjo kommun\nSocialnämnden\nProtokoll 2019-05-16\n\n{lines}\n\nKunskapsstyrning i socialtjänsten\n\nBeslut\nSocialnämnden antar rekommendationen.");

        Assert.Equal((paragraph, number), (read.Paragraph!.Value, read.CaseNumber!.Value));
    }

    [Fact]
    public void A_case_number_with_the_filing_plan_s_code_behind_it_may_not_be_relied_on()
    {
        var read = Reader.Read("Marks kommun\nKommunstyrelsen\nProtokoll 2019-05-15\n\n§ 96 Dnr 2019-87 009\nKunskapsstyrning\n\nBeslut\nRekommendationen antas.");

        Assert.Equal(("2019-87", Confidence.Probable), (read.CaseNumber!.Value, read.CaseNumber.Confidence));
    }

    [Fact]
    public void Municipalities_named_beside_an_association_are_not_those_of_the_document()
    {
        var read = Reader.Read("Vara kommun\nKommunstyrelsens arbetsutskott\n\n§ 72 Kunskapsstyrning\n\nSkaraborgs kommunalförbund har informerat. Lidköping, Skara och Essunga tar ställning före sommaren.");

        Assert.Equal("1470", Assert.Single(read.Municipalities).Value.Digits);
    }

    [Fact]
    public void The_name_first_in_the_letterhead_outweighs_neighbours_that_take_part()
    {
        var read = Reader.Read("Botkyrka kommun\nKommunstyrelsen\n\nKunskapsstyrning\n\nBakgrund\nHuddinge kommun och Salems kommun deltar redan i samarbetet.");

        Assert.Equal("0127", Assert.Single(read.Municipalities).Value.Digits);
    }
}
