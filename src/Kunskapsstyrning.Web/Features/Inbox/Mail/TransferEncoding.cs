namespace Kunskapsstyrning.Web.Features.Inbox.Mail;

/// <summary>Undoes what makes bytes fit for mail. What is broken is passed over, so that the rest can be read.</summary>
internal static class TransferEncoding
{
    private const byte Padding = (byte)'=';

    /// <summary>The bytes of a part; the very same memory where nothing has to be undone.</summary>
    public static ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> bytes, string? encoding) => encoding?.Trim().ToLowerInvariant() switch
    {
        "base64" => Base64(bytes.Span),
        "quoted-printable" => QuotedPrintable(bytes.Span, inHeader: false),
        _ => bytes,
    };

    /// <summary>Base64 with whatever stands between its letters left out; a padding in the middle begins anew.</summary>
    public static byte[] Base64(ReadOnlySpan<byte> text)
    {
        var decoded = new byte[text.Length / 4 * 3 + 3];
        var (length, bits, count) = (0, 0, 0);
        foreach (var letter in text)
        {
            if (letter == Padding) (bits, count) = (0, 0);
            if (SextetOf(letter) is not (>= 0 and var sextet)) continue;

            bits = (bits << 6 | sextet) & 0xFFFF;
            count += 6;
            if (count < 8) continue;
            count -= 8;
            decoded[length++] = (byte)(bits >> count);
        }
        return decoded[..length];
    }

    /// <summary>Quoted-printable; in a header an underscore stands for a space.</summary>
    public static byte[] QuotedPrintable(ReadOnlySpan<byte> text, bool inHeader)
    {
        var decoded = new byte[text.Length];
        var length = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter == Padding && SoftBreak(text[at..]) is > 0 and var skipped)
            {
                at += skipped - 1;
                continue;
            }
            if (letter == Padding && at + 2 < text.Length && HexOf(text[at + 1]) is >= 0 and var high && HexOf(text[at + 2]) is >= 0 and var low)
            {
                decoded[length++] = (byte)(high << 4 | low);
                at += 2;
                continue;
            }
            decoded[length++] = inHeader && letter == (byte)'_' ? (byte)' ' : letter;
        }
        return decoded[..length];
    }

    /// <summary>The length of an equals sign that ends a line, with the few blanks that a server may have put behind it; 0 when it is none.</summary>
    private static int SoftBreak(ReadOnlySpan<byte> text)
    {
        var at = 1;
        while (at < text.Length && at < 80 && text[at] is (byte)' ' or (byte)'\t' or (byte)'\r') at++;
        if (at == text.Length) return at;
        return at < text.Length && text[at] == (byte)'\n' ? at + 1 : 0;
    }

    private static int SextetOf(byte letter) => letter switch
    {
        >= (byte)'A' and <= (byte)'Z' => letter - 'A',
        >= (byte)'a' and <= (byte)'z' => letter - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => letter - '0' + 52,
        (byte)'+' or (byte)'-' => 62,
        (byte)'/' or (byte)'_' => 63,
        _ => -1,
    };

    private static int HexOf(byte letter) => letter switch
    {
        >= (byte)'0' and <= (byte)'9' => letter - '0',
        >= (byte)'A' and <= (byte)'F' => letter - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => letter - 'a' + 10,
        _ => -1,
    };
}
