using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Shared;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Intake;

public sealed class ReadDetailsTests
{
    [Fact]
    public void Ekerös_proposal_gives_what_it_says_and_no_day()
    {
        var read = Reader.Read("Socialnämndens arbetsutskott\n\n§ 67\n\nNationell stödfunktion (SN16/103)\n\nBeslut\n\nFörslag till Socialnämnden\n\n1. Socialnämnden beslutar att kostnaden, 9.500 kr per år, beaktas.\n\nSammanfattning\n\nSKL rekommenderade 2016-06-10 en nationell stödfunktion för 3,4 mkr per år. För Ekerö kommuns del 9.500 kr per år.");

        Assert.Equal("0125", read.Municipalities[0].Value.Digits);
        Assert.Equal((Reader.Support, ReadStage.Proposal, "Socialnämndens arbetsutskott", "§ 67", "SN16/103", new Kronor(9_500m)), (read.Recommendation!.Value, read.Stage!.Value, read.Body!.Value, read.Paragraph!.Value, read.CaseNumber!.Value, read.AmountAYear!.Value));
        Assert.Null(read.MeetingDate);
    }

    [Fact]
    public void The_meeting_is_told_from_approval_notice_appeal_and_SKRs_own_days()
    {
        var read = Reader.Read("Lunds kommun\nSocialnämnden\nSammanträdesdatum\n2019-05-08\n\n§ 12 Kunskapsstyrning\n\nBeslut\nRekommendationen antas.\n\nBakgrund\nSKL:s styrelse beslutade den 14 december 2018. Tjänsteskrivelse 2019-04-02.\n\nJusterat 2019-05-14\nAnslaget 2019-05-15, tas ned 2019-06-06. Överklagas senast 2019-06-05. Expedierat 2019-05-20");

        Assert.Equal(new DateOnly(2019, 5, 8), read.MeetingDate!.Value);
    }

    [Theory]
    [InlineData("SN16/103")]
    [InlineData("159-1145/2016")]
    [InlineData("2018/0715 KS-7")]
    [InlineData("KS-2014/742.912")]
    [InlineData("KS 107/16")]
    [InlineData("KS/2019:144")]
    [InlineData("IFN-2019/00151")]
    [InlineData("19SN/0098")]
    [InlineData("2019.118")]
    [InlineData("7.739/000141-2019")]
    public void A_case_number_is_read_as_the_municipality_writes_it(string number) =>
        Assert.Equal(number, Reader.Read($"Lunds kommun\nSocialnämnden\n\n§ 12 Kunskapsstyrning\nDnr {number}\n\nBeslut\nRekommendationen antas.").CaseNumber!.Value);

    [Theory]
    [InlineData("2025-2028")]
    [InlineData("2020/2023")]
    [InlineData("2025–28")]
    public void A_span_of_years_is_no_case_number(string years) =>
        Assert.Null(Reader.Read($"Lunds kommun\nSocialnämnden\n\n§ 12 Rekommendation om kunskapsbaserad socialtjänst {years}\n\nBeslut\nRekommendationen antas.").CaseNumber);

    [Theory]
    [InlineData("Rekommendation från SKL, VON 2019/57", "VON 2019/57")]
    [InlineData("Missiv 2018-12-20 SON 2019/4", "SON 2019/4")]
    public void A_case_number_is_told_by_its_own_letters(string line, string number) =>
        Assert.Equal(number, Reader.Read($"Hjo kommun\nNämnden\n{line}\nKunskapsstyrning\n\nBeslut\nRekommendationen antas.").CaseNumber!.Value);

    [Fact]
    public void Letters_in_a_case_number_name_no_body() =>
        Assert.Equal("Kommunfullmäktige", Reader.Read("Bollebygds kommun\nKommunfullmäktige\n2024/0512 KS\nProtokoll 2024-06-13\n\n§ 88 Kunskapsbaserad socialtjänst\n\nBeslut\nRekommendationen antas.").Body!.Value);

    [Theory]
    [InlineData("SKR:s rekommendation om finansiering av kunskapsstyrning inom socialtjänsten 2025-2028", "2024-06-12", 2024)]
    [InlineData("Rekommendation från SKR om långsiktig finansiering av kunskapsstyrning", "2024-06-17", 2024)]
    [InlineData("SKL:s rekommendation om finansiering av kunskapsstyrning 2020-2023", "2019-06-12", 2018)]
    [InlineData("SKL:s rekommendation om finansiering av kunskapsstyrning", "", 2018)]
    public void A_word_that_two_recommendations_share_does_not_outweigh_years_sender_and_day(string title, string day, int year) =>
        Assert.Equal(year switch { 2024 => Reader.Knowledge, _ => Reader.System }, Reader.Read($"Sollentuna kommun\nSocialnämnden {day}\n\n§ 5 {title}\n\nBeslut\nRekommendationen antas.").Recommendation!.Value);

    [Fact]
    public void SKRs_case_number_is_not_the_municipalitys() =>
        Assert.Equal("SN 2019/87", Reader.Read("Ert dnr 18/00295\nVårt dnr SN 2019/87\n\nSocialnämnden i Kiruna beslutade den 22 maj 2019, § 55, att anta rekommendationen.").CaseNumber!.Value);

    [Fact]
    public void A_paragraph_of_a_law_is_not_the_minutes()
    {
        var read = Reader.Read("Lunds kommun\nSocialnämnden 2019-05-08\n\nSocialnämnden beslutar med stöd av 6 kap. 5 § kommunallagen och 3 § förvaltningslagen att anta rekommendationen om kunskapsstyrning.");

        Assert.Null(read.Paragraph);
    }

    [Fact]
    public void Of_minutes_with_several_matters_the_one_about_the_recommendation_is_read()
    {
        var read = Reader.Read("Lunds kommun\nKommunfullmäktige\nSammanträdesprotokoll 2019-05-27\n\n§ 51 Taxa\nDnr KS 2019/1\nBeslut\nTaxan antas.\n\n§ 52 Rekommendation om kunskapsstyrning\nDnr KS 2019/2\nBeslut\nRekommendationen avslås.\n\n§ 53 Motion\nDnr KS 2019/3\nBeslut\nMotionen avslås.");

        Assert.Equal(("§ 52", "KS 2019/2"), (read.Paragraph!.Value, read.CaseNumber!.Value));
    }

    [Theory]
    [InlineData("Kostnaden är 9.500 kr per år av totalt 3,4 mkr.", 9_500)]
    [InlineData("Stadens andel blir 293\u00A0100 kr/år, och hela funktionen kostar 3.4 mnkr.", 293_100)]
    [InlineData("Årlig kostnad: 10 300:- per år, cirka 1,95 kr/inv.", 10_300)]
    [InlineData("Avgiften är 174 tkr per år.", 174_000)]
    [InlineData("Kommunens kostnad är 27 000 kronor årligen, sammanlagt 108 000 kronor för perioden.", 27_000)]
    public void The_amount_is_the_municipalitys_own_a_year(string sentence, int kronor) =>
        Assert.Equal(new Kronor(kronor), Reader.Read($"Lunds kommun\nSocialnämnden 2019-05-08\n\n§ 12 Kunskapsstyrning\n\nBeslut\nRekommendationen antas. {sentence}").AmountAYear!.Value);

    [Fact]
    public void A_rate_and_the_whole_cost_are_no_amount() =>
        Assert.Null(Reader.Read("Lunds kommun\nSocialnämnden 2019-05-08\n\n§ 12 Kunskapsstyrning\n\nBeslut\nRekommendationen antas. Kostnaden är 1,95 kr per invånare, högst 19,5 mkr per år.").AmountAYear);

    [Theory]
    [InlineData("2016-09-14", "stödfunktion för en kunskapsbaserad socialtjänst 2017-2018", 2016)]
    [InlineData("2019-05-08", "kunskapsstyrning i socialtjänsten", 2018)]
    [InlineData("2024-05-08", "kunskapsbaserad socialtjänst 2025–2028", 2024)]
    [InlineData("2024-05-08", "kunskapsbaserad socialtjänst, i stället för den om kunskapsstyrning", 2024)]
    public void The_recommendation_is_told_by_its_words_and_the_day(string day, string words, int year)
    {
        var read = Reader.Read($"Lunds kommun\nSocialnämnden {day}\n\n§ 12 Rekommendation om {words}\n\nBeslut\nRekommendationen antas.");

        Assert.Equal(year switch { 2016 => Reader.Support, 2018 => Reader.System, _ => Reader.Knowledge }, read.Recommendation!.Value);
    }

    [Fact]
    public void A_letterhead_taken_apart_column_by_column_is_read_row_by_row()
    {
        var (left, right) = (0.1, 0.6);
        TextLine Line(string text, double x, double y) => new([.. text.Split(' ').Select((word, n) => new TextWord(word, new PageBox(x + n * 0.1, y, 0.09, 0.02)))]);

        var read = Reader.Read(new DocumentText([new TextPage(1, [Line("Lunds kommun", left, 0.05), Line("Socialnämnden", left, 0.08), Line("§ 12 Kunskapsstyrning", left, 0.4), Line("Sammanträdesdatum", right, 0.05), Line("2019-05-08", right, 0.08)])]));

        Assert.Equal((new DateOnly(2019, 5, 8), "Socialnämnden"), (read.MeetingDate!.Value, read.Body!.Value));
    }

    [Fact]
    public void The_passage_of_the_outcome_is_the_decision_itself()
    {
        var read = Reader.Read("Lunds kommun\nSocialnämnden 2019-05-08\n\n§ 12 Kunskapsstyrning\n\nBakgrund\nSKL rekommenderar.\n\nBeslut\nRekommendationen avslås.\n\nMotivering\nStaten bör betala.");

        Assert.Equal("Rekommendationen avslås.", read.OutcomePassage!.Text);
        Assert.Equal("Staten bör betala.", read.ReasonsPassage!.Text);
    }
}
