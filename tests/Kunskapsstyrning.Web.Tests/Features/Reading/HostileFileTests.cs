using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Features.Inbox.Mail;
using Kunskapsstyrning.Web.Features.Reading;
using Kunskapsstyrning.Web.Tests.Features.Inbox.Mail;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Reading;

public sealed class HostileFileTests : IDisposable
{
    private readonly DocumentReading _reading = new();

    [Fact]
    public async Task Of_ten_thousand_pages_the_first_sixty_are_read_and_it_is_said()
    {
        var watch = Stopwatch.StartNew();

        var read = await Read(MediaType.Pdf, Pdfs.Of([.. Enumerable.Range(1, 10_000).Select(n => $"Sida {n} av en handling som aldrig tar slut")]));

        Assert.Equal((60, 10_000), (read.Text.Pages.Count, read.PageCount));
        Assert.Equal("Bara de 60 första av 10\u00A0000 sidor är lästa.", read.Fault);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>")]
    [InlineData("/OpenAction<</S/Launch/F(/bin/sh)>>")]
    [InlineData("/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(app.alert\\(1\\))>>]>>>>")]
    public async Task What_a_pdf_wants_to_run_is_not_run_and_it_is_said(string action)
    {
        var read = await Read(MediaType.Pdf, Pdfs.With(action, "Nämnden beslutar"));

        Assert.Equal("Nämnden beslutar", read.Text.Pages[0].Lines[0].Text);
        Assert.Contains("De körs aldrig här", read.Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%PDF-1.7 ingenting mer")]
    [InlineData("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]>>endobj\ntrailer<</Root 1 0 R>>")]
    public async Task A_broken_pdf_costs_a_sentence(string pdf)
    {
        var read = await Read(MediaType.Pdf, Encoding.Latin1.GetBytes(pdf));

        Assert.Empty(read.Text.Pages);
        Assert.Contains("skadad", read.Fault, StringComparison.Ordinal);
        Assert.Null(await _reading.PageImage(MediaType.Pdf, Encoding.Latin1.GetBytes(pdf), 1, CancellationToken.None));
    }

    [Fact]
    public async Task A_pdf_behind_a_password_is_not_read_and_it_is_said()
    {
        var read = await Read(MediaType.Pdf, Pdfs.Locked("Nämnden beslutar"));

        Assert.Empty(read.Text.Pages);
        Assert.Contains("skyddad med lösenord", read.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_as_large_as_a_town_is_shown_no_larger_than_others()
    {
        var bytes = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Pdfs.Of("Stor")).Replace("[0 0 595 842]", "[0 0 1e9 1e9]", StringComparison.Ordinal));

        var picture = await _reading.PageImage(MediaType.Pdf, bytes, 1, CancellationToken.None);

        Assert.True(picture is null || PictureReading.FaultOf(MediaType.Png, picture) is null && picture.Length < 12_000_000);
    }

    [Fact]
    public async Task A_Word_document_that_swells_beyond_reason_is_refused_unopened()
    {
        var bytes = WordFiles.Of(WordFiles.Paragraph(new string('a', 40_000_000)));

        Assert.InRange(bytes.Length, 1, 1_000_000);
        Assert.Equal(DocumentRefusals.TooPacked, ReceivedFile.TryTake("utdrag.docx", bytes, out _).Refusal);
        Assert.Contains("för stort", (await Read(MediaType.Docx, bytes)).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Word_document_that_lies_about_its_size_is_unpacked_to_a_limit()
    {
        var bytes = WordFiles.Of(WordFiles.Paragraph(new string('a', 30_000_000)));
        Claim(bytes, unpacked: 1_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var read = WordText.Read(bytes);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000_000);
        Assert.True(read.Text.Pages.Sum(p => p.Lines.Sum(l => l.Text.Length)) <= ReadText.MostLetters);
        await Task.CompletedTask;
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"skräp\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>")]
    [InlineData("<!DOCTYPE a [<!ENTITY c SYSTEM \"file:///etc/passwd\">]>")]
    [InlineData("<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/\">")]
    public async Task Definitions_in_a_Word_document_are_never_followed(string definition)
    {
        var document = WordFiles.Document(WordFiles.Paragraph("&c;")).Replace("<w:document", definition + "<w:document", StringComparison.Ordinal);

        var read = await Read(MediaType.Docx, WordFiles.Zip(("[Content_Types].xml", ""), ("word/document.xml", document)));

        Assert.Empty(read.Text.Pages);
        Assert.Contains("skadat", read.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_in_marks_without_end_in_a_Word_document_do_no_harm()
    {
        var read = await Read(MediaType.Docx, WordFiles.Of(string.Concat(Enumerable.Range(0, 200_000).Select(n => $"<w:p{(n % 100 == 0 ? " a=\"" + n + "\"" : "")}>"))));

        Assert.NotNull(read.Fault);
    }

    [Theory]
    [InlineData("word/document.xml")]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    public async Task Names_inside_a_Word_document_lead_nowhere(string name)
    {
        var read = await Read(MediaType.Docx, WordFiles.Zip(("[Content_Types].xml", ""), (name, WordFiles.Document(WordFiles.Paragraph("Text")))));

        Assert.Equal(name == "word/document.xml" ? null : "Word-dokumentet är skadat och kan inte läsas.", read.Fault);
    }

    [Theory]
    [InlineData("<html><body><script>alert(1)</script></body></html>", "utdrag.pdf")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>", "bild.png")]
    [InlineData("MZ\u0090\u0000", "utdrag.docx")]
    public void A_file_that_is_something_else_than_its_name_says_is_not_read(string content, string name)
    {
        var attached = Mails.Read(Mails.Multipart("mixed", "b", "\nHej", Mails.Attachment(name, content))).Parts.Single(p => p.Kind == MailPartKind.Attachment);

        Assert.Null(FileContent.TypeOf(attached.Bytes.ToArray()));
        Assert.Equal(DocumentRefusals.WrongKind, ReceivedFile.TryTake(attached.Name, attached.Bytes.ToArray(), out _).Refusal);
    }

    [Fact]
    public void Script_in_the_html_of_a_message_is_no_part_of_its_text() =>
        Assert.Equal("Hej", Mails.Read("Content-Type: text/html\n\n<body onload=alert(1)>Hej<script>alert(2)</script><img src=x onerror=alert(3)>").TextOf());

    [Theory]
    [InlineData(60_001, 1_000)]
    [InlineData(0, 10)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public async Task A_picture_that_claims_a_size_beyond_reason_is_neither_read_nor_shown(int width, int height)
    {
        Assert.NotNull((await Read(MediaType.Png, Png(width, height))).Fault);
        Assert.Null(await _reading.PageImage(MediaType.Png, Png(width, height), 1, CancellationToken.None));
    }

    [Fact]
    public async Task A_broken_picture_costs_a_sentence()
    {
        Assert.NotNull((await Read(MediaType.Png, Png(100, 100))).Fault);
        Assert.NotNull((await Read(MediaType.Jpeg, [0xFF, 0xD8, 0xFF, 0xE0, 0, 0])).Fault);
    }

    [Fact]
    public async Task A_text_without_end_is_read_to_a_limit()
    {
        var read = await Read(MediaType.Text, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a\f", 2_000_000))));

        Assert.Equal(ReadText.MostPages, read.Text.Pages.Count);
        Assert.Contains("bara början", read.Fault, StringComparison.Ordinal);
    }

    public void Dispose() => _reading.Dispose();

    /// <summary>The beginning of a picture that claims a size and has no content.</summary>
    internal static byte[] Png(int width, int height)
    {
        byte[] png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        return png;
    }

    /// <summary>Writes another size into the list of parts, for every part.</summary>
    private static void Claim(byte[] zip, int unpacked)
    {
        for (var at = 0; at + 46 < zip.Length; at++)
            if (zip.AsSpan(at).StartsWith("PK\u0001\u0002"u8)) BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(at + 24), unpacked);
    }

    private Task<ReadText> Read(MediaType type, byte[] bytes) => _reading.Read(type, bytes, CancellationToken.None);
}
