using System.Text;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Documents;

public sealed class ReceivedFileTests
{
    public static TheoryData<byte[], MediaType> Taken => new()
    {
        { Files.PdfBytes, MediaType.Pdf },
        { Files.Zip("[Content_Types].xml", "word/document.xml"), MediaType.Docx },
        { [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], MediaType.Png },
        { [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], MediaType.Jpeg },
        { Encoding.UTF8.GetBytes("§ 67 Ekerö\r\n\tSocialnämnden beslutar"), MediaType.Text },
        { Encoding.Latin1.GetBytes("§ 67 Ekerö\r\nSocialnämnden beslutar"), MediaType.Text },
        { [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("§ 67 Ekerö\r\nSocialnämnden beslutar")], MediaType.Text },
        { [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes("§ 67 Ekerö")], MediaType.Text },
        { Encoding.UTF8.GetBytes("Received: by server\r\n\tat noon\r\nFrom: a@b.se\r\nSubject: =?utf-8?Q?Svar?=\r\n\r\nHej"), MediaType.Email },
        { Encoding.UTF8.GetBytes("Från: registrator\r\nÄrende: svar\r\n\r\nHej"), MediaType.Text },
    };

    public static TheoryData<byte[]> Refused => new()
    {
        Files.Zip("[Content_Types].xml", "xl/workbook.xml"),
        Files.Zip("word/document.xml"),
        Files.Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
        "PK\u0003\u0004 no zip at all"u8.ToArray(),
        "MZ\u0090\0\u0003\0\0\0"u8.ToArray(),
        "<!DOCTYPE html><script>alert(1)</script>"u8.ToArray(),
        "  \r\n<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(),
        "{\\rtf1 hej}"u8.ToArray(),
        "#!/bin/sh\nrm"u8.ToArray(),
        (byte[])[0xFE, 0xFF, 0, (byte)'h', 0],
        (byte[])[0xFF, 0xFE, (byte)'h', 0, 0, 0],
        (byte[])[0xFF, 0xFE, (byte)'h', 0, 0, 0xD8],
        (byte[])[.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("<html><script>")],
        "MZ\r\nThis program cannot be run in DOS mode."u8.ToArray(),
        "GIF89a\u0001\0"u8.ToArray(),
        (byte[])[(byte)'h', (byte)'e', 0x81, 0x8D, (byte)'j'],
    };

    [Theory, MemberData(nameof(Taken), DisableDiscoveryEnumeration = true)]
    public void A_file_is_told_by_its_content_whatever_its_name_says(byte[] bytes, MediaType type)
    {
        Assert.True(ReceivedFile.TryTake("program.exe", bytes, out var file).IsDone);
        Assert.Equal(type, file!.Type);
    }

    [Theory, MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void A_file_of_another_kind_is_refused_though_it_is_called_pdf(byte[] bytes) =>
        Assert.Equal(DocumentRefusals.WrongKind, ReceivedFile.TryTake("utdrag.pdf", bytes, out _).Refusal);

    [Fact]
    public void A_file_with_nothing_in_it_is_refused() => Assert.Equal(DocumentRefusals.Empty, ReceivedFile.TryTake("utdrag.pdf", [], out _).Refusal);

    [Fact]
    public void A_file_above_fifteen_megabytes_is_refused()
    {
        var bytes = new byte[ReceivedFile.Largest + 1];
        Files.PdfBytes.CopyTo(bytes, 0);

        Assert.Equal(DocumentRefusals.TooLarge, ReceivedFile.TryTake("utdrag.pdf", bytes, out _).Refusal);
        Assert.True(ReceivedFile.TryTake("utdrag.pdf", bytes[..^1], out _).IsDone);
    }

    [Theory]
    [InlineData("C:\\Users\\a\\Protokoll § 67.pdf", "Protokoll § 67.pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("ut\u0000dr\u202Eag\r\n.pdf", "utdrag.pdf")]
    [InlineData("  ..  ", "handling.pdf")]
    [InlineData("a.exe", "a.exe.pdf")]
    [InlineData("", "handling.pdf")]
    public void The_name_is_cleaned_of_folders_and_of_what_cannot_be_seen_and_ends_as_what_it_is(string name, string clean)
    {
        ReceivedFile.TryTake(name, Files.PdfBytes, out var file);

        Assert.Equal(clean, file!.Name);
    }
}
