using System.Buffers.Binary;
using System.Text;
using Kunskapsstyrning.Domain.Intake;

namespace Kunskapsstyrning.Web.Features.Reading;

/// <summary>Makes out the text of a picture of paper with tesseract, where it is installed with Swedish.</summary>
internal static class PictureReading
{
    /// <summary>Pages of a scan that are made out; each takes a second or two.</summary>
    public const int MostPages = 10;

    public const string OnlyTheFirst = "Bara de tio första sidorna av det inskannade dokumentet är lästa.";

    /// <summary>English beside Swedish, since the program's Swedish does not know the paragraph sign.</summary>
    private const string Languages = "swe+eng";

    private const string NoTesseract = "Texten i bilder och inskannade papper kan inte läsas här, för programmet tesseract med svenska är inte installerat; fyll i uppgifterna själv.";
    private const string Unreadable = "Texten i bilden går inte att läsa; fyll i uppgifterna själv.";
    private const string TooSlow = "Bilden tar för lång tid att läsa; fyll i uppgifterna själv.";
    private const string Broken = "Bilden är skadad och kan inte visas.";
    private const string TooLarge = "Bilden är större än vad som visas; be avsändaren om en mindre.";

    /// <summary>An A4 at 600 dots an inch is 35 million; a file of a few kB can claim thousands of times that.</summary>
    private const long MostPixels = 60_000_000;

    private static readonly ProgramLimits Limits = new(TimeSpan.FromSeconds(40), Megabytes: 2_048, OutputBytes: 8 * 1024 * 1024);

    public static async Task<ReadText> Read(ReadingPrograms programs, MediaType type, byte[] bytes, CancellationToken cancellation)
    {
        if (FaultOf(type, bytes) is { } fault) return ReadText.Nothing(fault, pages: 1);

        var (page, complaint) = await MakeOut(programs, bytes, number: 1, cancellation);
        return page is null ? ReadText.Nothing(complaint, pages: 1) : new ReadText(new DocumentText([page]), 1, Fault: null) { IsFromPicture = true };
    }

    /// <summary>The text of one picture, or why there is none.</summary>
    public static async Task<(TextPage? Page, string? Fault)> MakeOut(ReadingPrograms programs, byte[] picture, int number, CancellationToken cancellation)
    {
        var read = await programs.Run("tesseract", ["-", "-", "-l", Languages, "tsv"], picture, Limits, cancellation);
        return read.End switch
        {
            ProgramEnd.Done => (PictureText.Parse(Encoding.UTF8.GetString(read.Bytes), number), null),
            ProgramEnd.Missing => (null, NoTesseract),
            ProgramEnd.TooSlow => (null, TooSlow),
            _ => (null, read.Complaint.Contains("traineddata", StringComparison.Ordinal) ? NoTesseract : Unreadable),
        };
    }

    /// <summary>Why a picture is neither shown nor read, told by its first bytes; null when it is.</summary>
    public static string? FaultOf(MediaType type, byte[] bytes)
    {
        var (width, height) = type == MediaType.Png ? PngSize(bytes) : JpegSize(bytes);
        if (width <= 0 || height <= 0) return Broken;
        return width * height > MostPixels ? TooLarge : null;
    }

    private static (long Width, long Height) PngSize(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 24 && bytes[12..16].SequenceEqual("IHDR"u8) ? (BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[20..])) : (0, 0);

    /// <summary>Steps from segment to segment to the one that says how large the picture is.</summary>
    private static (long Width, long Height) JpegSize(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 9 < bytes.Length;)
        {
            if (bytes[at] != 0xFF) return (0, 0);
            var kind = bytes[at + 1];
            if (kind == 0xFF)
            {
                at++;
                continue;
            }
            if (kind is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC)) return (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            at += 2 + (kind is 0x01 or (>= 0xD0 and <= 0xD8) ? 0 : BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]));
        }
        return (0, 0);
    }
}
