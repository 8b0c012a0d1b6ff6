using Kunskapsstyrning.Domain.Intake;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Intake;

public sealed class ReadMunicipalityTests
{
    [Fact]
    public void Every_municipality_is_told_by_its_letterhead_whatever_its_neighbours()
    {
        var wrong = Reader.Municipalities.Zip(Reader.Municipalities.Skip(7)).Where(pair => Codes(Reader.Read($"{pair.First.FullName}\nSocialnämnden 2019-05-08\n\n§ 12 Kunskapsstyrning\n\nBeslut\nRekommendationen antas i likhet med {pair.Second.FullName}.\n{pair.Second.Name} är med.")) != pair.First.Code.Digits);

        Assert.Equal(290, Reader.Municipalities.Count);
        Assert.Empty(wrong.Select(pair => pair.First.Name));
    }

    [Theory]
    [InlineData("Socialnämnden i Lund antar rekommendationen.", "1281")]
    [InlineData("GÖTEBORGS STAD\nSocialnämnden", "1480")]
    [InlineData("Region Gotland\nRegionstyrelsen", "0980")]
    [InlineData("Falu kommun", "2080")]
    [InlineData("Protokollsutdrag från Lunds kommunfullmäktige 2019-06-13", "1281")]
    [InlineData("Marks kommunstyrelse har beslutat om rekommendationen.", "1463")]
    [InlineData("Hjos socialnämnd antar rekommendationen.", "1497")]
    [InlineData("DALS-EDS KOMMUN", "1438")]
    [InlineData("Håbo kommun", "0305")]
    [InlineData("Habo kommun", "0643")]
    public void A_name_is_found_in_the_forms_it_is_written(string text, string code) => Assert.Equal(code, Codes(Reader.Read(text)));

    [Theory]
    [InlineData("Vid sammanträdet talade Nora Lund och Mark Berg.")]
    [InlineData("Beslutet överklagas till Förvaltningsrätten i Karlstad.")]
    [InlineData("Remiss från Region Kalmar och Länsstyrelsen i Örebro län.")]
    [InlineData("Sveriges Kommuner och Landsting, 118 82 Stockholm")]
    public void A_person_a_court_a_county_and_an_address_are_no_municipality(string text) => Assert.Empty(Reader.Read(text).Municipalities);

    [Theory]
    [InlineData("kommun@upplands-vasby.se", "0114")]
    [InlineData("registrator@social.goteborg.se", "1480")]
    [InlineData("kommun@habo.se", "0305")]
    [InlineData("registrator@habokommun.se", "0643")]
    public void A_senders_address_tells_whose_message_it_is(string sender, string code)
    {
        var read = Reader.Read("Hej, nämnden antar rekommendationen.", sender);

        Assert.Equal(code, Codes(read));
        Assert.Equal(Confidence.Probable, read.Municipalities[0].Confidence);
    }

    [Fact]
    public void A_joint_board_answers_for_all_its_municipalities() =>
        Assert.Equal("1472 1497", Codes(Reader.Read("Gemensam socialnämnd för Hjo och Tibro kommuner\nProtokoll 2019-05-23\n\n§ 4 Kunskapsstyrning\n\nBeslut\nNämnden antar rekommendationen.")));

    [Fact]
    public void A_suggestion_shows_where_it_was_read()
    {
        var line = new TextLine([new TextWord("Lunds", new PageBox(0.1, 0.1, 0.1, 0.02)), new TextWord("kommun", new PageBox(0.22, 0.1, 0.1, 0.02))]);

        var read = Reader.Read(new DocumentText([new TextPage(1, [line])]));

        Assert.Equal("Lunds", read.Municipalities[0].Passage.Text);
        Assert.Equal([new PageBox(0.1, 0.1, 0.1, 0.02)], read.Municipalities[0].Passage.Boxes);
    }

    private static string Codes(Suggestions read) => string.Join(' ', read.Municipalities.Select(m => m.Value).Order().Select(c => c.Digits));
}
