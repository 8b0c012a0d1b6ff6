using System.Text;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Web.Features.Reading;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Reading;

public sealed class DocumentReadingTests : IDisposable
{
    private readonly DocumentReading _reading = new();

    [Fact]
    public async Task A_pdf_is_read_page_by_page_with_the_place_of_each_word()
    {
        var read = await Read(MediaType.Pdf, Pdfs.Of("Socialnämnden\n§ 67 Dnr SN16/103\nNämnden beslutar att anta rekommendationen och betala avgiften varje år till dess att annat sägs", "Sida två"));

        Assert.Equal((2, null), (read.PageCount, read.Fault));
        Assert.Contains("§ 67 Dnr SN16/103", read.Text.Pages[0].Lines.Select(l => l.Text));
        var word = read.Text.Pages[0].Lines[0].Words[0];
        Assert.Equal("Socialnämnden", word.Text);
        Assert.InRange(word.Box!.Left, 0.12, 0.13);
        Assert.InRange(word.Box.Top, 0.06, 0.09);
        Assert.InRange(word.Box.Width, 0.10, 0.20);
        Assert.Equal("Sida två", read.Text.Pages[1].Lines[0].Text);
        Assert.All(read.Text.Pages, page => Assert.Equal(new PageSize(595, 842), page.Size));
    }

    [Fact]
    public async Task A_page_of_a_pdf_becomes_a_picture_of_a_bounded_size()
    {
        var picture = await _reading.PageImage(MediaType.Pdf, Pdfs.Of("Ett", "Två"), page: 2, CancellationToken.None);

        Assert.Null(PictureReading.FaultOf(MediaType.Png, picture!));
        Assert.Equal(1_400, picture![22] << 8 | picture[23]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(int.MaxValue)]
    public async Task There_is_no_picture_of_a_page_that_is_not_there(int page) =>
        Assert.Null(await _reading.PageImage(MediaType.Pdf, Pdfs.Of("Ett", "Två"), page, CancellationToken.None));

    [Fact]
    public async Task Word_is_read_with_its_head_first_and_its_tables_as_lines()
    {
        var table = "<w:tbl><w:tr><w:tc>" + WordFiles.Paragraph("Dnr") + "</w:tc><w:tc>" + WordFiles.Paragraph("KS 2019/1") + "</w:tc></w:tr></w:tbl>";
        var body = WordFiles.Paragraph("§ 67") + table + "<w:p><w:r><w:t>Nämnden</w:t><w:br/><w:t>beslutar</w:t></w:r><w:del><w:r><w:delText> inte</w:delText></w:r></w:del><w:r><w:br w:type=\"page\"/></w:r></w:p>" + WordFiles.Paragraph("Sida två");

        var read = await Read(MediaType.Docx, WordFiles.Of(body, ("word/header1.xml", WordFiles.Head(WordFiles.Paragraph("Ekerö kommun"))), ("word/header2.xml", WordFiles.Head(WordFiles.Paragraph("Ekerö kommun")))));

        Assert.Null(read.Fault);
        Assert.Equal(["Ekerö kommun", "§ 67", "Dnr KS 2019/1", "Nämnden", "beslutar"], read.Text.Pages[0].Lines.Select(l => l.Text).Where(t => t.Length > 0));
        Assert.Equal("Sida två", Assert.Single(read.Text.Pages[1].Lines, l => l.Words.Count > 0).Text);
    }

    [Fact]
    public async Task Text_is_read_in_either_of_the_usual_character_sets()
    {
        Assert.Equal("Nämnden", (await Read(MediaType.Text, Encoding.UTF8.GetBytes("\uFEFFNämnden"))).Text.Pages[0].Lines[0].Text);
        Assert.Equal("Nämnden", (await Read(MediaType.Text, Encoding.Latin1.GetBytes("Nämnden"))).Text.Pages[0].Lines[0].Text);
    }

    [Fact]
    public async Task A_message_is_read_as_the_text_of_its_body() =>
        Assert.Equal("Vi antar.", (await Read(MediaType.Email, "From: a@b.se\r\nSubject: Svar\r\n\r\nVi antar."u8.ToArray())).Text.Pages[0].Lines[0].Text);

    [Fact]
    public async Task A_scan_is_made_out_where_the_program_for_it_is_installed_and_otherwise_it_is_said()
    {
        var picture = await _reading.PageImage(MediaType.Pdf, Pdfs.Of("Kommunstyrelsen beslutar"), page: 1, CancellationToken.None);

        var read = await Read(MediaType.Png, picture!);

        if (read.IsFromPicture) Assert.Contains("Kommunstyrelsen beslutar", read.Text.Pages[0].Lines.Select(l => l.Text));
        else Assert.Contains("tesseract med svenska är inte installerat", read.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_program_is_installed_nothing_fails_and_it_is_said()
    {
        using var bare = new DocumentReading(folders: []);

        Assert.Contains("poppler är inte installerat", (await bare.Read(MediaType.Pdf, Pdfs.Of("a"), CancellationToken.None)).Fault, StringComparison.Ordinal);
        Assert.Null(await bare.PageImage(MediaType.Pdf, Pdfs.Of("a"), 1, CancellationToken.None));
        Assert.Contains("tesseract med svenska är inte installerat", (await bare.Read(MediaType.Png, HostileFileTests.Png(10, 10), CancellationToken.None)).Fault, StringComparison.Ordinal);
    }

    public void Dispose() => _reading.Dispose();

    private Task<ReadText> Read(MediaType type, byte[] bytes) => _reading.Read(type, bytes, CancellationToken.None);
}
