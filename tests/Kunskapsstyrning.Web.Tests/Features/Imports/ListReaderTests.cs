using System.Text;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Features.Imports;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Imports;

public sealed class ListReaderTests
{
    private const string Pasted = "Kommun\tBeslut\tDatum\nEkerö\tJa\t2016-09-20\nÅre\tNej\t2016-09-21\n";

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Pasted) },
        { "UTF-8 with a mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Pasted)] },
        { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Pasted)] },
        { "UTF-16, big end first", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Pasted)] },
        { "Windows-1252", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Pasted) },
    };

    public static TheoryData<string, byte[], string> Hostile => new()
    {
        { "nothing", [], "list-empty" },
        { "no text", [1, 2, 3, 4, 0, 5], "list-no-list" },
        { "PDF", "%PDF-1.7 kommun;beslut"u8.ToArray(), "list-no-list" },
        { "HTML", "<html><table><tr><td>Ekerö"u8.ToArray(), "list-no-list" },
        { "the old format", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "list-old-or-locked" },
        { "a zip of something else", Books.Zip(("kommun.txt", "Ekerö")), "list-damaged" },
        { "half a zip", Books.OfText(["Kommun", "Beslut"], ["Ekerö", "Ja"])[..200], "list-damaged" },
        { "too many bytes", new byte[ReceivedFile.Largest + 1], "list-too-large" },
        { "entities", Books.Of("<row><c t=\"inlineStr\"><is><t>&a;</t></is></c></row>", prolog: "<!DOCTYPE x [<!ENTITY a \"ja\">]>"), "list-damaged" },
        { "entities in entities", Books.Of("<row><c t=\"inlineStr\"><is><t>&c;</t></is></c></row>", prolog: "<!DOCTYPE x [<!ENTITY a \"jajajajaja\"><!ENTITY b \"&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;\">]>"), "list-damaged" },
        { "a file from outside", Books.Of("<row><c t=\"inlineStr\"><is><t>&c;</t></is></c></row>", prolog: "<!DOCTYPE x [<!ENTITY c SYSTEM \"file:///etc/passwd\">]>"), "list-damaged" },
        { "a bomb", Books.Of($"<row><c t=\"inlineStr\"><is><t>{new string('j', 49 * 1024 * 1024)}</t></is></c></row>"), "list-swells" },
        { "ten thousand parts", Books.Zip([.. Enumerable.Range(0, 10_001).Select(i => ($"xl/{i}", ""))]), "list-swells" },
        { "too many rows", Encoding.UTF8.GetBytes("Kommun;Beslut\n" + string.Concat(Enumerable.Repeat("Ekerö;Ja\n", 5_001))), "list-too-long" },
        { "too many rows in a workbook", Books.Of(string.Concat(Enumerable.Range(1, 5_100).Select(i => $"<row r=\"{i}\"><c r=\"A{i}\" t=\"str\"><v>Ekerö</v></c></row>"))), "list-too-long" },
        { "a row far away", Books.Of("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Kommun</v></c></row><row r=\"9000000\"><c t=\"str\"><v>Ekerö</v></c></row>"), "list-too-long" },
        { "too many columns", Encoding.UTF8.GetBytes("Kommun" + new string(';', 60) + "Beslut\nEkerö;Ja\n"), "list-too-wide" },
        { "a column far away", Books.Of("<row r=\"1\"><c r=\"ZZZZ1\" t=\"str\"><v>Kommun</v></c></row>"), "list-too-wide" },
        { "one long text named in every cell", Books.Of(string.Concat(Enumerable.Range(1, 1_000).Select(i => $"<row r=\"{i}\"><c t=\"s\"><v>0</v></c></row>")), $"<si><t>{string.Concat(Enumerable.Range(0, 5_000).Select(i => $"ja {i} "))}</t></si>"), "list-swells" },
        { "headings alone", "Kommun;Beslut\n"u8.ToArray(), "list-only-headings" },
    };

    [Theory, MemberData(nameof(Encodings), DisableDiscoveryEnumeration = true)]
    public void A_text_is_read_in_the_encoding_it_has(string encoding, byte[] bytes)
    {
        var result = ListReader.TryRead(bytes, out var table);

        Assert.True(result.IsDone, $"{encoding}: {result.Refusal?.Sentence}");
        Assert.Equal(["Kommun", "Beslut", "Datum"], table!.Headings);
        Assert.Equal(["Ekerö", "Åre"], table.Rows.Select(r => r[0]));
    }

    [Theory]
    [InlineData("Kommun;Beslut;Kommentar\nEkerö;Ja;\"först; sedan \"\"nu\"\"\"")]
    [InlineData("Kommun,Beslut,Kommentar\nEkerö,Ja,\"först; sedan \"\"nu\"\"\"")]
    [InlineData("Kommun\tBeslut\tKommentar\r\nEkerö\tJa\t\"först; sedan \"\"nu\"\"\"\r\n\r\n")]
    [InlineData("Svar på rekommendationen;;\n;;\nKommun;Beslut;Kommentar\nEkerö;Ja;\"först; sedan \"\"nu\"\"\";;;")]
    public void Columns_are_parted_by_tab_semicolon_or_comma_and_a_title_may_stand_above(string text)
    {
        Assert.True(ListReader.TryRead(text, out var table).IsDone);

        Assert.Equal(["Kommun", "Beslut", "Kommentar"], table!.Headings);
        Assert.Equal(["Ekerö", "Ja", "först; sedan \"nu\""], Assert.Single(table.Rows));
    }

    [Fact]
    public void A_list_without_headings_keeps_its_first_row()
    {
        Assert.True(ListReader.TryRead("Ekerö;Ja;2016-09-20\nSalem;Nej;2016-09-21", out var table).IsDone);

        Assert.Equal(["Kolumn A", "Kolumn B", "Kolumn C"], table!.Headings);
        Assert.Equal((2, 1), (table.Rows.Count, table.FirstRow));
    }

    [Fact]
    public void A_workbook_gives_texts_days_numbers_and_the_first_sheet_that_is_shown()
    {
        var bytes = Books.Of(
            """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="str"><v>Datum</v></c><c r="D1" t="inlineStr"><is><t>Inkom</t></is></c><c r="E1" t="str"><v>§</v></c><c r="G1" t="str"><v>Antal</v></c></row>
            <row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3" t="b"><v>1</v></c><c r="C3" s="1"><v>42633</v></c><c r="D3" s="2"><f>TODAY()</f><v>42640.75</v></c><c r="E3"><v>67</v></c><c r="G3" s="3"><v>1.5</v></c></row>
            """,
            "<si><t>Kommunkod</t></si><si><r><t>Bes</t></r><r><rPr><b/></rPr><t>lut</t></r><rPh sb=\"0\" eb=\"1\"><t>läs</t></rPh></si><si><t>0125</t></si>");

        var result = ListReader.TryRead(bytes, out var table);

        Assert.True(result.IsDone, result.Refusal?.Sentence);
        Assert.Equal(["Kommunkod", "Beslut", "Datum", "Inkom", "§", "", "Antal"], table!.Headings);
        Assert.Equal(["0125", "Ja", "2016-09-20", "2016-09-27", "67", "", "1,5"], table.Rows[1]);
        Assert.Equal(2, table.FirstRow);
    }

    [Fact]
    public void Rows_of_a_workbook_that_are_only_coloured_are_no_rows()
    {
        var coloured = string.Concat(Enumerable.Range(4, 6_000).Select(i => $"<row r=\"{i}\"><c r=\"A{i}\" s=\"1\"/></row>"));
        var bytes = Books.Of($"<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Kommun</v></c><c r=\"B1\" t=\"str\"><v>Beslut</v></c></row><row r=\"3\"><c r=\"A3\" t=\"str\"><v>Ekerö</v></c></row>{coloured}");

        var result = ListReader.TryRead(bytes, out var table);

        Assert.True(result.IsDone, result.Refusal?.Sentence);
        Assert.Equal(["", "Ekerö"], table!.Rows.Select(r => r[0]));
    }

    [Fact]
    public void Days_counted_from_1904_are_four_years_later()
    {
        var bytes = Books.Of("""<row><c t="str"><v>Kommun</v></c><c t="str"><v>Datum</v></c></row><row><c t="str"><v>Ekerö</v></c><c s="1"><v>41171</v></c></row>""", workbookProperties: "<workbookPr date1904=\"1\"/>");

        Assert.True(ListReader.TryRead(bytes, out var table).IsDone);

        Assert.Equal("2016-09-20", table!.Rows[0][1]);
    }

    [Theory, MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public void What_is_no_list_or_too_much_is_refused_with_a_sentence(string what, byte[] bytes, string code)
    {
        var refusal = ListReader.TryRead(bytes, out var table).Refusal;

        Assert.True(code == refusal?.Code, $"{what}: {refusal?.Code ?? "taken in"}");
        Assert.Null(table);
    }

    [Fact]
    public void A_formula_is_only_text_and_comes_back_as_it_was_typed()
    {
        Assert.True(ListReader.TryRead("Kommun;Beslut;Dnr\n=HYPERLINK(\"http://x\");Ja;'=1+1", out var table).IsDone);

        Assert.Equal("=HYPERLINK(\"http://x\")", table!.Rows[0][0]);
        Assert.Equal("=1+1", table.Rows[0][2]);
    }

    [Fact]
    public void Headings_are_recognised_however_they_are_written_and_a_comment_is_left()
    {
        string[] headings = ["KOMMUN:", "Kod", "Ja/Nej", "Nivå", "Beslutande  nämnd", "Beslutsdatum", "§", "Dnr.", "Inkom (datum)", "Kommentar", "Datum"];

        Assert.Equal(["kommun", "kommunkod", "utfall", "niva", "organ", "sammantradesdag", "paragraf", "dnr", "inkommet", "", ""], ListHeadings.Recognise(headings));
    }

    /// <summary>Texts and workbooks turned inside out: each is read or refused, nothing else.</summary>
    [Fact]
    public void Twenty_thousand_damaged_lists_are_each_read_or_refused()
    {
        var chance = new Random(20160610);
        byte[][] whole =
        [
            Encoding.UTF8.GetBytes(Pasted), Encoding.Unicode.GetBytes("\uFEFF" + Pasted), "Kommun;Beslut;Datum\n0125;\"Ja\";20/9 2016\n=1+1;;42633\n"u8.ToArray(),
            Books.OfText(["Kommun", "Beslut"], ["Ekerö", "Ja"]), Books.Of("""<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>42633</v></c></row>""", "<si><t>Kommun</t></si>"),
        ];
        var (read, refused) = (0, 0);

        for (var i = 0; i < 20_000; i++)
        {
            var bytes = Damaged(whole[i % whole.Length], chance);
            var result = ListReader.TryRead(bytes, out var table);
            Assert.Equal(result.IsDone, table is not null);
            if (result.IsDone) read++;
            else refused++;
        }

        Assert.True(read > 2_000 && refused > 2_000, $"{read} read, {refused} refused.");
    }

    /// <summary>The XML within a workbook turned inside out, so that the zip itself is whole.</summary>
    [Fact]
    public void Five_thousand_damaged_sheets_are_each_read_or_refused()
    {
        var chance = new Random(20181214);
        const string Rows = """<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>42633</v></c><c r="C1" t="inlineStr"><is><r><t>Beslut</t></r></is></c></row><row r="2"><c r="A2" t="b"><v>1</v></c><c r="B2" t="e"><v>#REF!</v></c></row>""";
        string[] pieces = ["<row r=\"5\">", "</row>", "<c>", "</c>", "<v>", "</v>", "99999999999", "-1", "1e308", "NaN", "t=\"d\"", "<is/>", "<![CDATA[x]]>", "\"", "&#0;", "&lt;", "s=\"77\"", "r=\"ZZZ9\""];
        var (read, refused) = (0, 0);

        for (var i = 0; i < 5_000; i++)
        {
            var (from, length) = (chance.Next(Rows.Length), chance.Next(12));
            var rows = Rows.Remove(from, Math.Min(length, Rows.Length - from)).Insert(from, chance.Next(3) == 0 ? pieces[chance.Next(pieces.Length)] : "");
            if (ListReader.TryRead(Books.Of(rows, "<si><t>Kommun</t></si>"), out _).IsDone) read++;
            else refused++;
        }

        Assert.True(read > 100 && refused > 100, $"{read} read, {refused} refused.");
    }

    private static byte[] Damaged(byte[] whole, Random chance)
    {
        var bytes = whole.ToArray();
        for (var times = chance.Next(1, 6); times > 0; times--)
        {
            var at = chance.Next(bytes.Length);
            bytes = chance.Next(5) switch
            {
                0 => bytes[..(at + 1)],
                1 => [.. bytes[..at], .. bytes],
                2 => [.. bytes, .. bytes[at..]],
                3 => [.. bytes[..at], (byte)"\t;,\"\n=' 9"[chance.Next(9)], .. bytes[at..]],
                _ => [.. bytes.Select((b, i) => i == at ? (byte)chance.Next(256) : b)],
            };
        }

        return bytes;
    }
}
