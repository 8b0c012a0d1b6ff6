using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Kunskapsstyrning.Domain.Intake;
using Microsoft.AspNetCore.Components;

namespace Kunskapsstyrning.Web.Features.Inbox;

/// <summary>A document as text, paragraph by paragraph, with the passages marked. Everything in it comes from outside and is encoded.</summary>
internal static class SheetText
{
    public static MarkupString Of(DocumentText text, Marks marks)
    {
        var html = new StringBuilder();
        foreach (var page in text.Pages) Write(html, page, marks.All.Where(m => m.Passage.Page == page.Number).ToList());
        return new MarkupString(html.ToString());
    }

    private static void Write(StringBuilder html, TextPage page, List<Mark> marks)
    {
        var words = page.Lines.SelectMany(l => l.Words).ToList();
        var marked = new List<Mark>[words.Count];
        foreach (var mark in marks)
            if (Find(words, mark.Passage.Text) is { Count: > 0 } found)
                for (var at = found.Start; at < found.Start + found.Count; at++) (marked[at] ??= []).Add(mark);

        var number = 0;
        var (open, begun) = (false, new HashSet<int>());
        foreach (var line in page.Lines)
        {
            if (line.Words.Count == 0)
            {
                if (open) html.Append("</p>");
                open = false;
                continue;
            }

            html.Append(open ? "<br>" : "<p>");
            open = true;
            foreach (var word in line.Words) Write(html, word, number++, marked, begun);
        }

        if (open) html.Append("</p>");
    }

    /// <summary>A word; a mark begins and ends around the run of words that carry the same marks.</summary>
    private static void Write(StringBuilder html, TextWord word, int at, List<Mark>[] marked, HashSet<int> begun)
    {
        var here = marked[at] ?? [];
        var before = at > 0 ? marked[at - 1] ?? [] : [];
        var after = at + 1 < marked.Length ? marked[at + 1] ?? [] : [];
        if (here.Count > 0 && !here.SequenceEqual(before)) html.Append("<mark>");
        foreach (var mark in here.Where(m => begun.Add(m.Number))) html.Append(CultureInfo.InvariantCulture, $"<span id=\"m{mark.Number}\"></span>");
        html.Append(HtmlEncoder.Default.Encode(word.Text));
        foreach (var mark in here.Except(after)) html.Append(CultureInfo.InvariantCulture, $"<sup>{mark.Number}</sup>");
        if (here.Count > 0 && !here.SequenceEqual(after)) html.Append("</mark>");
        html.Append(' ');
    }

    private static (int Start, int Count) Find(List<TextWord> words, string passage)
    {
        var wanted = passage.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (wanted.Length == 0) return default;
        for (var start = 0; start + wanted.Length <= words.Count; start++)
        {
            var same = 0;
            while (same < wanted.Length && Reads(words[start + same].Text, wanted[same])) same++;
            if (same == wanted.Length) return (start, same);
        }

        return default;
    }

    /// <summary>A passage may leave out the marks that touch its first and last word.</summary>
    private static bool Reads(string word, string wanted) => word == wanted || word.Contains(wanted, StringComparison.Ordinal);
}
