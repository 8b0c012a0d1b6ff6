using System.Text;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Intake;

public sealed class ReadAnythingTests
{
    private static readonly string[] Bits =
    [
        "Lunds kommun", "§ ", "§ 99999/99999", "\n", "\f", "Beslut\n", "Förslag till beslut\n", "nämnden ", "beslutar ", "föreslår ", "dnr ", "KS 2019/", "2019-99-99", "31 februari 2019", "1/1/2019", "9 500 kr",
        "999999999999999999999999999999 kr", "@lund.se", "gemensam nämnd för ", "-\n", "\uD800", "\u0308", "\0", "ﬁ", "İ", " ", "stödfunktion", "kunskapsstyrning ", "(((", "1", "a", "Från: skr\n", "•", "kap. ",
    ];

    [Theory]
    [InlineData("")]
    [InlineData(" \n\f\n ")]
    [InlineData("%PDF-1.7 \u0001\u0002")]
    [InlineData("lorem ipsum dolor sit amet")]
    public void Nothing_is_suggested_where_nothing_is_said(string text)
    {
        var read = Reader.Read(text);

        Assert.Empty(read.Municipalities);
        Assert.All(new object?[] { read.Recommendation, read.Stage, read.Body, read.MeetingDate, read.Paragraph, read.CaseNumber, read.AmountAYear, read.OutcomePassage }, Assert.Null);
    }

    [Fact]
    public void Whatever_the_text_is_nothing_is_thrown()
    {
        var random = new Random(290);
        for (var n = 0; n < 3_000; n++)
        {
            var text = new StringBuilder();
            for (var bits = random.Next(60); bits > 0; bits--) text.Append(random.Next(4) == 0 ? ((char)random.Next(0x10000)).ToString() : Bits[random.Next(Bits.Length)]);

            var read = Reader.Read(text.ToString(), Bits[random.Next(Bits.Length)], text.ToString());

            Assert.All(read.Municipalities, m => Assert.True(m.Passage.Page >= 1));
        }
    }

    [Fact]
    public void A_text_a_hundred_pages_long_is_read_in_a_moment()
    {
        var page = "§ {0} Ärende om något helt annat\nDnr KS 2019/{0}\n\nBeslut\nKommunstyrelsen beslutar att lägga handlingen till protokollet den 3 april 2019 för 12 000 kr.\n\n";
        var text = "Lunds kommun\nKommunstyrelsen 2019-05-08\n\n" + string.Concat(Enumerable.Range(1, 1_000).Select(n => string.Format(page, n) + (n % 10 == 0 ? "\f" : ""))) + "§ 1001 Rekommendation om kunskapsstyrning\nBeslut\nRekommendationen antas.";
        Reader.Read(text);

        var start = TimeProvider.System.GetTimestamp();
        var read = Reader.Read(text);

        Assert.Equal("§ 1001", read.Paragraph!.Value);
        Assert.InRange(TimeProvider.System.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }
}
