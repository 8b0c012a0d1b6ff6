using System.Text;

namespace Kunskapsstyrning.Web.Features.Inbox.Mail;

/// <summary>Parts the content of a multipart at its boundary lines.</summary>
internal static class MailBoundary
{
    private const int Longest = 200;

    /// <summary>The parts, without what stands before the first and after the last. The last may lack its end.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> content, string? boundary)
    {
        var mark = string.IsNullOrEmpty(boundary) || boundary.Length > Longest ? Guess(content.Span) : Encoding.UTF8.GetBytes("--" + boundary);
        if (mark is null) yield break;

        var line = Next(content.Span, mark, 0);
        while (line is { IsEnd: false } start)
        {
            var next = Next(content.Span, mark, start.After);
            yield return content[start.After..(next is { } found ? BeforeBreak(content.Span, found.At, start.After) : content.Length)];
            line = next;
        }
    }

    /// <summary>Some senders leave out the boundary's name; the first line that can be one is then taken for it.</summary>
    private static byte[]? Guess(ReadOnlySpan<byte> content)
    {
        for (var at = 0; at < content.Length; at = MailHeaders.NextLine(content, at))
            if (content[at..MailHeaders.NextLine(content, at)].TrimEnd("\r\n \t"u8) is { Length: > 4 and <= Longest } line && line.StartsWith("--"u8) && line.IndexOfAny((byte)' ', (byte)'\t') < 0) return line.ToArray();

        return null;
    }

    private static (int At, int After, bool IsEnd)? Next(ReadOnlySpan<byte> content, byte[] mark, int from)
    {
        while (from < content.Length)
        {
            var found = content[from..].IndexOf(mark);
            if (found < 0) return null;

            var at = from + found;
            from = at + mark.Length;
            if (at > 0 && content[at - 1] != (byte)'\n') continue;

            var after = MailHeaders.NextLine(content, from);
            var tail = content[from..after].TrimEnd("\r\n \t"u8);
            if (tail.IsEmpty) return (at, after, IsEnd: false);
            if (tail.SequenceEqual("--"u8)) return (at, after, IsEnd: true);
        }
        return null;
    }

    /// <summary>The line break before a boundary belongs to the boundary.</summary>
    private static int BeforeBreak(ReadOnlySpan<byte> content, int at, int start)
    {
        if (at > start && content[at - 1] == (byte)'\n') at--;
        if (at > start && content[at - 1] == (byte)'\r') at--;
        return at;
    }
}
