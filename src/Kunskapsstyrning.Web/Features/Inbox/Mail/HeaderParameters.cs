using System.Globalization;
using System.Text;
using Kunskapsstyrning.Web.Features.Reading;

namespace Kunskapsstyrning.Web.Features.Inbox.Mail;

/// <summary>A header such as "application/pdf; name=utdrag.pdf": a word, and parameters that may come in pieces and other character sets (RFC 2231).</summary>
internal sealed class HeaderParameters
{
    private const int MostPieces = 100;
    private readonly Dictionary<string, string> _raw = new(StringComparer.OrdinalIgnoreCase);

    private HeaderParameters(string word) => Word = word;

    /// <summary>The word before the first semicolon, in lower case.</summary>
    public string Word { get; }

    /// <summary>A parameter as a person reads it; null when it is not there.</summary>
    public string? this[string name]
    {
        get
        {
            if (_raw.TryGetValue(name + "*", out var extended)) return Extended(extended);
            if (_raw.ContainsKey(name + "*0") || _raw.ContainsKey(name + "*0*")) return Joined(name);
            return _raw.TryGetValue(name, out var plain) ? EncodedWords.Read(plain) : null;
        }
    }

    public static HeaderParameters Of(string value)
    {
        var at = value.IndexOf(';');
        var parameters = new HeaderParameters(EncodedWords.OneLine(at < 0 ? value : value[..at]).ToLowerInvariant());
        while (at >= 0 && at < value.Length && parameters._raw.Count < MostPieces) at = parameters.TakeOne(value, at + 1);
        return parameters;
    }

    /// <summary>Takes the parameter at a place and returns where the next semicolon stands.</summary>
    private int TakeOne(string value, int at)
    {
        var equals = value.IndexOfAny(['=', ';'], at);
        if (equals < 0 || value[equals] == ';') return equals;

        var name = value[at..equals].Trim();
        at = equals + 1;
        while (at < value.Length && char.IsWhiteSpace(value[at])) at++;
        if (at < value.Length && value[at] == '"') return TakeQuoted(name, value, at + 1);

        var end = value.IndexOf(';', at);
        _raw.TryAdd(name, (end < 0 ? value[at..] : value[at..end]).Trim());
        return end;
    }

    private int TakeQuoted(string name, string value, int at)
    {
        var text = new StringBuilder();
        for (; at < value.Length && value[at] != '"'; at++)
        {
            // A path from Windows in quotation marks is meant as it stands.
            if (value[at] == '\\' && at + 1 < value.Length && value[at + 1] is '"' or '\\') at++;
            text.Append(value[at]);
        }
        _raw.TryAdd(name, text.ToString());
        return at < value.Length ? value.IndexOf(';', at) : -1;
    }

    private string Joined(string name)
    {
        var (bytes, charset) = (new List<byte>(), (string?)null);
        for (var piece = 0; piece < MostPieces; piece++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{name}*{piece}");
            if (_raw.TryGetValue(key, out var plain)) bytes.AddRange(Encoding.UTF8.GetBytes(plain));
            else if (_raw.TryGetValue(key + "*", out var extended))
            {
                if (piece == 0) (charset, extended) = Parted(extended);
                bytes.AddRange(Percent(extended));
            }
            else break;
        }
        return EncodedWords.OneLine(Charsets.Decode(bytes.ToArray(), charset));
    }

    private static string Extended(string value)
    {
        var (charset, text) = Parted(value);
        return EncodedWords.OneLine(Charsets.Decode(Percent(text), charset));
    }

    /// <summary>The character set before the first apostrophe, and what stands after the second.</summary>
    private static (string? Charset, string Text) Parted(string value)
    {
        var first = value.IndexOf('\'');
        var second = first < 0 ? -1 : value.IndexOf('\'', first + 1);
        return second < 0 ? (null, value) : (value[..first], value[(second + 1)..]);
    }

    private static byte[] Percent(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '%' && at + 2 < text.Length && byte.TryParse(text.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                at += 2;
                continue;
            }
            bytes.AddRange(Encoding.UTF8.GetBytes(text[at].ToString()));
        }
        return [.. bytes];
    }
}
