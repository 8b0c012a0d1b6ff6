using System.IO.Compression;
using System.Text;

namespace Kunskapsstyrning.Web.Tests.Features.Reading;

/// <summary>Word documents for tests.</summary>
internal static class WordFiles
{
    private const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>A document with that inside its body.</summary>
    public static byte[] Of(string body, params IEnumerable<(string Name, string Content)> parts) =>
        Zip([("[Content_Types].xml", "<Types/>"), ("word/document.xml", Document(body)), .. parts]);

    public static string Document(string body) => $"<?xml version=\"1.0\" encoding=\"utf-8\"?><w:document xmlns:w=\"{Namespace}\"><w:body>{body}</w:body></w:document>";

    public static string Head(string body) => $"<w:hdr xmlns:w=\"{Namespace}\">{body}</w:hdr>";

    public static string Paragraph(string text) => $"<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    public static byte[] Zip(params IEnumerable<(string Name, string Content)> parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        return bytes.ToArray();
    }
}
