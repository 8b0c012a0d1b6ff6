using System.Text;
using System.Text.Unicode;

namespace Kunskapsstyrning.Web.Features.Reading;

/// <summary>Makes text of bytes whatever they call themselves, and never fails.</summary>
internal static class Charsets
{
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>
    /// What the bytes say. A mark of byte order is believed whatever is said besides. Many senders name a character set that they do not use, so well-formed UTF-8 is read as such where the
    /// name is one of those that every machine has by default, and what is no UTF-8 is read as Windows-1252.
    /// </summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset)
    {
        if (Utf16Of(bytes) is { } utf16) return utf16.GetString(bytes[2..]);

        var named = charset?.Trim().ToLowerInvariant();
        if (named is null or "" or "utf-8" or "utf8" or "us-ascii" or "ascii" or "iso-8859-1" or "latin1" or "windows-1252" or "cp1252" || Find(named) is not { } encoding)
            return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(WithoutMark(bytes)) : Windows.GetString(bytes);

        return encoding.GetString(bytes);
    }

    /// <summary>The encoding whose mark of byte order the bytes begin with, of those with two bytes a letter; null when they do not.</summary>
    public static Encoding? Utf16Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;

    private static Encoding? Find(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
