using System.Net;
using System.Text;

namespace Kunskapsstyrning.Web.Features.Inbox.Mail;

/// <summary>
/// The words of an HTML message, as plain text with its paragraphs. Walks the marks once from left to right and builds no tree, so
/// that neither depth nor length can hurt; nothing is run, fetched or shown.
/// </summary>
internal static class HtmlText
{
    private static readonly HashSet<string> Unseen = new(StringComparer.Ordinal) { "script", "style", "head", "title", "template", "noscript", "object", "svg", "math", "select", "textarea" };
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "p", "div", "tr", "table", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "hr", "pre", "section", "article", "header", "footer", "address", "dl", "dt", "dd", "form", "center",
    };
    private static readonly HashSet<string> Paragraphs = new(StringComparer.Ordinal) { "p", "table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "hr", "dl" };

    public static string Of(string html)
    {
        var text = new Lines();
        var at = 0;
        while (at < html.Length && text.Length < MailLimits.BodyLength)
        {
            var open = html.IndexOf('<', at);
            text.Add(html.AsSpan(at, (open < 0 ? html.Length : open) - at));
            if (open < 0) break;
            at = Mark(html, open, text);
        }
        return text.ToString();
    }

    /// <summary>Reads the mark at a place and returns where it ends.</summary>
    private static int Mark(string html, int open, Lines text)
    {
        if (html.AsSpan(open).StartsWith("<!--")) return After(html, "-->", open + 4);

        var isEnd = open + 1 < html.Length && html[open + 1] == '/';
        var start = open + (isEnd ? 2 : 1);
        var end = start;
        while (end < html.Length && end - start < 20 && char.IsAsciiLetterOrDigit(html[end])) end++;
        if (end == start && !(start < html.Length && html[start] is '!' or '?' or '/'))
        {
            text.Add("<");
            return open + 1;
        }

        var name = html[start..end].ToLowerInvariant();
        var after = EndOfMark(html, end);
        if (name == "br") text.NewLine();
        if (Blocks.Contains(name)) text.Break(Paragraphs.Contains(name) ? 2 : 1);
        if (name is "td" or "th") text.Add(" ");
        if (isEnd || !Unseen.Contains(name) || html[after - 1] != '>' || html[after - 2] == '/') return after;
        return After(html, "</" + name, after) is var inside && inside < html.Length ? EndOfMark(html, inside) : html.Length;
    }

    /// <summary>The place behind the closing bracket; one within quotation marks closes nothing.</summary>
    private static int EndOfMark(string html, int at)
    {
        while (at < html.Length && html[at] is not '>')
        {
            var letter = html[at++];
            if (letter is not ('"' or '\'')) continue;
            var quote = html.IndexOf(letter, at);
            if (quote < 0) return html.Length;
            at = quote + 1;
        }
        return Math.Min(at + 1, html.Length);
    }

    private static int After(string html, string mark, int at)
    {
        var found = at > html.Length ? -1 : html.IndexOf(mark, at, StringComparison.OrdinalIgnoreCase);
        return found < 0 ? html.Length : found + mark.Length;
    }

    /// <summary>Text that is being put together: runs of blanks are one space, and no more than one line is empty.</summary>
    private sealed class Lines
    {
        private readonly StringBuilder _text = new();
        private int _breaks = 2;
        private bool _blank;

        public int Length => _text.Length;

        public void Add(ReadOnlySpan<char> raw)
        {
            if (raw.IsEmpty) return;
            foreach (var letter in raw.Contains('&') ? WebUtility.HtmlDecode(raw.ToString()) : raw)
            {
                if (char.IsWhiteSpace(letter) || char.IsControl(letter)) _blank = true;
                if (char.IsWhiteSpace(letter) || char.IsControl(letter) || char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.Format) continue;

                if (_blank && _breaks == 0) _text.Append(' ');
                (_blank, _breaks) = (false, 0);
                _text.Append(letter);
            }
        }

        public void NewLine() => Break(Math.Min(_breaks + 1, 2));

        /// <summary>Begins a new line (1) or paragraph (2), unless one has just begun.</summary>
        public void Break(int wanted)
        {
            _blank = false;
            for (; _breaks < wanted; _breaks++) _text.Append('\n');
        }

        public override string ToString() => _text.ToString().Trim();
    }
}
