using System.Globalization;
using System.Text;
using Kunskapsstyrning.Web.Features.Reading;

namespace Kunskapsstyrning.Web.Features.Inbox.Mail;

/// <summary>Reads values of headers: words in other character sets (RFC 2047), always as one line.</summary>
internal static class EncodedWords
{
    /// <summary>The value as a person reads it. Whatever it holds, it is one line and no header of its own.</summary>
    public static string Read(string value)
    {
        var text = new StringBuilder(value.Length);
        var pending = new Pending(text);
        var at = 0;
        while (at < value.Length)
        {
            var start = value.IndexOf("=?", at, StringComparison.Ordinal);
            if (start < 0) break;

            var between = value.AsSpan(at, start - at);
            if (WordAt(value, start) is not { } word)
            {
                pending.Flush();
                text.Append(value.AsSpan(at, start + 2 - at));
                at = start + 2;
                continue;
            }
            if (!pending.Waits || !between.IsWhiteSpace())
            {
                pending.Flush();
                text.Append(between);
            }
            pending.Add(word.Charset, word.Bytes);
            at = word.End;
        }
        pending.Flush();
        text.Append(value.AsSpan(Math.Min(at, value.Length)));
        return OneLine(text.ToString());
    }

    /// <summary>The text with single spaces instead of line breaks and controls, without marks that turn the direction of writing and without letters that take two places, so that it can be cut anywhere.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(Math.Min(text.Length, MailLimits.LineLength));
        foreach (var letter in text)
        {
            if (line.Length >= MailLimits.LineLength) break;
            if (char.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.Surrogate) continue;
            if (!char.IsControl(letter) && !char.IsWhiteSpace(letter)) line.Append(letter);
            if ((char.IsControl(letter) || char.IsWhiteSpace(letter)) && line is { Length: > 0 } && line[^1] != ' ') line.Append(' ');
        }
        return line.ToString().TrimEnd();
    }

    /// <summary>An encoded word is at most 75 letters; those of careless senders are longer, but not endless.</summary>
    private static (string Charset, byte[] Bytes, int End)? WordAt(string value, int start)
    {
        var window = value.AsSpan(start, Math.Min(value.Length - start, MailLimits.LineLength));
        var charset = window[2..].IndexOf('?');
        if (charset <= 0) return null;

        var kind = 2 + charset + 1;
        if (kind + 1 >= window.Length || window[kind + 1] != '?') return null;

        var body = kind + 2;
        var end = window[body..].IndexOf("?=");
        if (end < 0) return null;

        var encoded = Encoding.Latin1.GetBytes(window.Slice(body, end).ToString());
        byte[]? bytes = window[kind] switch
        {
            'b' or 'B' => TransferEncoding.Base64(encoded),
            'q' or 'Q' => TransferEncoding.QuotedPrintable(encoded, inHeader: true),
            _ => null,
        };
        var name = window.Slice(2, charset);
        var language = name.IndexOf('*');
        return bytes is null ? null : ((language < 0 ? name : name[..language]).ToString(), bytes, start + body + end + 2);
    }

    /// <summary>A letter may be split between two words, so the bytes of neighbours are read together.</summary>
    private sealed class Pending(StringBuilder text)
    {
        private readonly List<byte> _bytes = [];
        private string? _charset;

        public bool Waits => _charset is not null;

        public void Add(string charset, byte[] bytes)
        {
            if (!string.Equals(_charset, charset, StringComparison.OrdinalIgnoreCase)) Flush();
            _charset = charset;
            _bytes.AddRange(bytes);
        }

        public void Flush()
        {
            if (_charset is not null) text.Append(Charsets.Decode(_bytes.ToArray(), _charset));
            _charset = null;
            _bytes.Clear();
        }
    }
}
