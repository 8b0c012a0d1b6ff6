using System.Globalization;
using System.Security.Cryptography;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Shared;

namespace Kunskapsstyrning.Web.Features.Documents;

/// <summary>A file that came in and may be stored: of a kind that is taken in, neither empty nor too large, with a clean name.</summary>
public sealed record ReceivedFile
{
    /// <summary>The largest file that is taken in, in bytes.</summary>
    public const int Largest = 15 * 1024 * 1024;

    /// <summary>The largest message that is taken in, in bytes: more than mail servers let through.</summary>
    public const int LargestMessage = 60 * 1024 * 1024;

    private const int LongestName = 120;

    private ReceivedFile(string name, MediaType type, byte[] bytes) =>
        (Name, Type, Bytes, Sha256) = (name, type, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <summary>The name it came under, without folders and control characters.</summary>
    public string Name { get; }

    /// <summary>What it is, told by its content.</summary>
    public MediaType Type { get; }

    /// <summary>The bytes as they came.</summary>
    public byte[] Bytes { get; }

    /// <summary>The bytes' SHA-256 in lower-case hex.</summary>
    public string Sha256 { get; }

    /// <summary>Takes a file in, or says why not.</summary>
    public static Result TryTake(string name, byte[] bytes, out ReceivedFile? file)
    {
        file = null;
        if (RefusalOf(bytes.LongLength) is { } refusal) return refusal;
        if (FileContent.TypeOf(bytes) is not { } type) return DocumentRefusals.WrongKind;
        if (type == MediaType.Docx && FileContent.IsTooPacked(bytes)) return DocumentRefusals.TooPacked;

        file = new ReceivedFile(Named(Clean(name), type), type, bytes);
        return Result.Done;
    }

    /// <summary>Takes a message from the mailbox in, whatever it holds, or says why not: what people send is kept, also when it is broken.</summary>
    internal static Result TryTakeMessage(string name, byte[] bytes, out ReceivedFile? file)
    {
        file = null;
        if (bytes.Length is 0) return DocumentRefusals.Empty;
        if (bytes.Length > LargestMessage) return DocumentRefusals.TooLarge;

        file = new ReceivedFile(Named(Clean(name), MediaType.Email), MediaType.Email, bytes);
        return Result.Done;
    }

    /// <summary>Takes in a list that has been read, a workbook or text in columns or JSON, under the name it came.</summary>
    internal static ReceivedFile OfList(string name, byte[] bytes)
    {
        var type = bytes.AsSpan().StartsWith("PK"u8) ? MediaType.Workbook : MediaType.Text;
        var clean = Clean(name);
        var fits = type is MediaType.Workbook ? Path.GetExtension(clean) is ".xlsx" : Path.GetExtension(clean).ToLowerInvariant() is ".csv" or ".json" or ".tsv" or ".txt";
        return new ReceivedFile(fits ? clean : clean + (type is MediaType.Workbook ? ".xlsx" : ".txt"), type, bytes);
    }

    /// <summary>Why a file of that size is not taken in; null when it is.</summary>
    public static Refusal? RefusalOf(long size) => size switch
    {
        0 => DocumentRefusals.Empty,
        > Largest => DocumentRefusals.TooLarge,
        _ => null,
    };

    /// <summary>The name with an ending that says what the file is, whatever it came under.</summary>
    internal static string Named(string name, MediaType type)
    {
        string[] endings = type switch
        {
            MediaType.Pdf => [".pdf"],
            MediaType.Docx => [".docx"],
            MediaType.Png => [".png"],
            MediaType.Jpeg => [".jpg", ".jpeg"],
            MediaType.Email => [".eml"],
            _ => [".txt"],
        };
        return endings.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) ? name : name + endings[0];
    }

    /// <summary>The last part of a path, without control characters and marks that turn the direction of writing.</summary>
    internal static string Clean(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\', ':']) + 1)..];
        var clean = new string([.. last.Where(IsPlain)]).Trim(' ', '.');
        if (clean.Length == 0) return "handling";
        if (clean.Length <= LongestName) return clean;

        var ending = Path.GetExtension(clean) is { Length: <= 8 } short8 ? short8 : "";
        return clean[..(LongestName - ending.Length)].TrimEnd() + ending;
    }

    private static bool IsPlain(char letter) => char.GetUnicodeCategory(letter) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);
}

/// <summary>The sentences with which a file is refused.</summary>
public static class DocumentRefusals
{
    /// <summary>Nothing in it.</summary>
    public static readonly Refusal Empty = new("document-empty", "Filen är tom. Välj protokollsutdraget på nytt.", "handling");

    /// <summary>More than one.</summary>
    public static readonly Refusal OnlyOne = new("document-only-one", "Välj bara en fil. Är utdraget delat på flera, lägg ihop dem till en.", "handling");

    /// <summary>More than is taken in.</summary>
    public static readonly Refusal TooLarge = new("document-too-large", "Filen är för stor. Den får vara högst 15\u00A0MB; skicka bara protokollsutdraget.", "handling");

    /// <summary>Packed so that it would swell beyond reason when opened.</summary>
    public static readonly Refusal TooPacked = new("document-too-packed", "Filen blir orimligt stor när den packas upp och öppnas därför inte. Spara dokumentet på nytt eller skicka det som PDF.", "handling");

    /// <summary>Something else than is taken in, whatever its name says.</summary>
    public static readonly Refusal WrongKind = new("document-wrong-kind", "Filens innehåll är av en sort som inte tas emot, vad den än heter. Välj en PDF, ett Word-dokument (.docx), en bild (PNG eller JPEG), en textfil eller ett sparat e-postmeddelande (.eml).", "handling");
}
