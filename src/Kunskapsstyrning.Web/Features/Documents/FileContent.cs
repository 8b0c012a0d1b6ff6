using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Web.Features.Reading;

namespace Kunskapsstyrning.Web.Features.Documents;

/// <summary>Tells what a file is by its content, never by its name. Reads signatures and lists of names; runs and renders nothing.</summary>
internal static partial class FileContent
{
    private const int MostEntries = 10_000;
    private const int HeadLength = 65_536;

    private static readonly string[] NotPlain = ["<!doctype", "<html", "<head", "<body", "<svg", "<script", "<?xml", "<?php", "{\\rtf", "%!ps", "#!"];

    /// <summary>What it is; null when it is none of the kinds that are taken in.</summary>
    public static MediaType? TypeOf(byte[] bytes)
    {
        var start = bytes.AsSpan();
        if (start.StartsWith("%PDF-"u8)) return MediaType.Pdf;
        if (start.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])) return MediaType.Png;
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return MediaType.Jpeg;
        if (start.StartsWith("PK\u0003\u0004"u8)) return IsWord(bytes) ? MediaType.Docx : null;
        if (Charsets.Utf16Of(start) is not null) return IsWideText(start) ? MediaType.Text : null;
        if (start.StartsWith("MZ"u8) || !IsText(start)) return null;

        var head = Encoding.Latin1.GetString(start[..Math.Min(start.Length, HeadLength)]).TrimStart('\u00EF', '\u00BB', '\u00BF').TrimStart();
        if (IsOfOtherKind(head)) return null;
        return IsMessage(head) ? MediaType.Email : MediaType.Text;
    }

    /// <summary>The media type to send it as.</summary>
    public static string MediaTypeOf(MediaType type, byte[] bytes) => type switch
    {
        MediaType.Pdf => "application/pdf",
        MediaType.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        MediaType.Png => "image/png",
        MediaType.Jpeg => "image/jpeg",
        MediaType.Email => "message/rfc822",
        MediaType.Workbook => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ when Charsets.Utf16Of(bytes) is not null => "text/plain; charset=utf-16",
        _ => Utf8.IsValid(bytes) ? "text/plain; charset=utf-8" : "text/plain; charset=windows-1252",
    };

    /// <summary>Whether unpacking it would give more than is taken in. Unpacks nothing.</summary>
    public static bool IsTooPacked(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        return PackedFile.IsTooMuch(zip);
    }

    /// <summary>A zip with a Word document in it, and no macros.</summary>
    private static bool IsWord(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return zip.Entries.Count <= MostEntries
                && zip.Entries.Any(e => e.FullName.StartsWith("word/", StringComparison.Ordinal))
                && zip.Entries.Any(e => e.FullName == "[Content_Types].xml")
                && !zip.Entries.Any(e => e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>Text in UTF-8 or Latin-1: no control characters but those that part lines and columns.</summary>
    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        foreach (var letter in bytes)
            if (letter is < 0x20 and not (0x09 or 0x0A or 0x0C or 0x0D) or 0x7F) return false;

        // Windows puts quotation marks and dashes where Latin-1 has controls; five places mean nothing even there.
        return Utf8.IsValid(bytes) || bytes.IndexOfAny((ReadOnlySpan<byte>)[0x81, 0x8D, 0x8F, 0x90, 0x9D]) < 0;
    }

    /// <summary>Text in UTF-16 behind its mark: whole letters, none of them a control, and nothing that a browser would run.</summary>
    private static bool IsWideText(ReadOnlySpan<byte> bytes)
    {
        var text = Charsets.Decode(bytes, charset: null);
        return bytes.Length % 2 == 0 && !text.Contains('\uFFFD', StringComparison.Ordinal) && !text.Any(c => char.IsControl(c) && c is not ('\t' or '\n' or '\f' or '\r')) && !IsOfOtherKind(text.TrimStart());
    }

    private static bool IsOfOtherKind(string head) => NotPlain.Any(mark => head.StartsWith(mark, StringComparison.OrdinalIgnoreCase));

    /// <summary>Begins with the fields of an e-mail message, among them who sent it and when or about what.</summary>
    private static bool IsMessage(string head)
    {
        var fields = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var whole = head.Length < HeadLength - 16 ? head : head[..(head.LastIndexOf('\n') + 1)];
        foreach (var line in whole.Split('\n').Select(l => l.TrimEnd('\r')).TakeWhile(l => l.Length > 0))
        {
            if (line[0] is ' ' or '\t') continue;
            if (Field().Match(line) is not { Success: true } field) return false;
            fields.Add(field.Groups["name"].Value);
        }

        return fields.Contains("From") && (fields.Contains("Date") || fields.Contains("Subject") || fields.Contains("Message-ID"));
    }

    [GeneratedRegex("^(?<name>[A-Za-z][A-Za-z0-9-]{0,60}):", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Field();
}
