using System.Text;
using Kunskapsstyrning.Web.Features.Reading;

namespace Kunskapsstyrning.Web.Features.Inbox.Mail;

/// <summary>The headers of a message or of a part of one.</summary>
internal sealed class MailHeaders
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    private MailHeaders() { }

    /// <summary>Whether there were more than are read.</summary>
    public bool TooLong { get; private set; }

    /// <summary>The unfolded value of the first header of that name, undecoded.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>The value as a person reads it; null when there is none.</summary>
    public string? Text(string name) => this[name] is { } value && EncodedWords.Read(value) is { Length: > 0 } text ? text : null;

    /// <summary>The value as a word with parameters.</summary>
    public HeaderParameters Parameters(string name) => HeaderParameters.Of(this[name] ?? "");

    /// <summary>Reads to the empty line, or to the first line that can be no header. Returns what is left.</summary>
    public static (MailHeaders Headers, ReadOnlyMemory<byte> Content) Read(ReadOnlyMemory<byte> bytes)
    {
        var headers = new MailHeaders();
        var (at, name, value) = (0, (string?)null, new StringBuilder());
        while (at < bytes.Length)
        {
            var next = NextLine(bytes.Span, at);
            var line = bytes.Span[at..next].TrimEnd("\r\n"u8);
            if (line.IsEmpty)
            {
                at = next;
                break;
            }

            var isFolded = line[0] is (byte)' ' or (byte)'\t';
            var isEnvelope = at == 0 && line.StartsWith("From "u8);
            var newName = isFolded || isEnvelope ? null : NameOf(line);
            if (newName is null && !isFolded && !isEnvelope) break;

            if (next > MailLimits.HeaderBytes) headers.TooLong = true;
            at = next;
            if (isEnvelope || headers.TooLong) continue;
            if (newName is not null)
            {
                headers.Keep(name, value);
                name = newName;
                value.Clear();
                line = line[(line.IndexOf((byte)':') + 1)..];
            }
            value.Append(' ').Append(Charsets.Decode(line, charset: null).Trim());
        }
        headers.Keep(name, value);
        return (headers, bytes[at..]);
    }

    /// <summary>Where the line after the one at a place begins.</summary>
    public static int NextLine(ReadOnlySpan<byte> bytes, int at)
    {
        var end = bytes[at..].IndexOf((byte)'\n');
        return end < 0 ? bytes.Length : at + end + 1;
    }

    private static string? NameOf(ReadOnlySpan<byte> line)
    {
        var name = line[..Math.Max(line.IndexOf((byte)':'), 0)].TrimEnd((byte)' ');
        return name.IsEmpty || name.ContainsAnyExceptInRange((byte)'!', (byte)'~') ? null : Encoding.ASCII.GetString(name);
    }

    private void Keep(string? name, StringBuilder value)
    {
        if (name is not null) _values.TryAdd(name, value.ToString().Trim());
    }
}
