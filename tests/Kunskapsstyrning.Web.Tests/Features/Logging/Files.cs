using System.IO.Compression;
using System.Text;
using Kunskapsstyrning.Web.Features.Documents;

namespace Kunskapsstyrning.Web.Tests.Features.Logging;

/// <summary>Small files for tests.</summary>
internal static class Files
{
    public static byte[] PdfBytes { get; } = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"u8.ToArray();

    /// <summary>The bytes of a PDF file that no other test has sent: the same bytes would be the same decision.</summary>
    public static byte[] NewPdf() => [.. PdfBytes, .. Encoding.ASCII.GetBytes($"%{Guid.NewGuid():N}\n")];

    public static ReceivedFile Pdf => Take("Protokollsutdrag § 67.pdf", PdfBytes);

    public static ReceivedFile Text(string text) => Take("utdrag.txt", Encoding.UTF8.GetBytes(text));

    public static byte[] Zip(params IReadOnlyList<string> names)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var name in names) zip.CreateEntry(name);
        return bytes.ToArray();
    }

    private static ReceivedFile Take(string name, byte[] bytes) => ReceivedFile.TryTake(name, bytes, out var file) is { Refusal: { } refusal } ? throw new InvalidOperationException(refusal.Code) : file!;
}
