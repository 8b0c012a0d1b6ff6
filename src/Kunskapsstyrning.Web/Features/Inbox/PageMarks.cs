using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Kunskapsstyrning.Domain.Intake;
using Microsoft.AspNetCore.Components;

namespace Kunskapsstyrning.Web.Features.Inbox;

/// <summary>What lies over the picture of a page: the marked passages, and the words themselves, unseen, so that they can be selected.</summary>
internal static class PageMarks
{
    public static MarkupString Over(TextPage page, Marks marks)
    {
        var taken = new Dictionary<(double, double), int>();
        var svg = new StringBuilder("<svg class=\"over\" aria-hidden=\"true\" focusable=\"false\">");
        foreach (var mark in marks.All.Where(m => m.Passage.Page == page.Number && m.Passage.Boxes.Count > 0))
        {
            svg.Append(CultureInfo.InvariantCulture, $"<g id=\"m{mark.Number}\">");
            foreach (var box in mark.Passage.Boxes) svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Share(box.Left)}\" y=\"{Share(box.Top)}\" width=\"{Share(box.Width)}\" height=\"{Share(box.Height)}\"/>");

            // Two passages that end at the same place have their numbers beside each other.
            var last = mark.Passage.Boxes[^1];
            var beside = taken[(last.Left + last.Width, last.Top)] = taken.GetValueOrDefault((last.Left + last.Width, last.Top)) + 1;
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"no\" x=\"{Share(last.Left + last.Width)}\" y=\"{Share(last.Top)}\" dx=\"{1 + ((beside - 1) * 14)}\" dy=\"1\">{mark.Number}</text></g>");
        }

        foreach (var word in page.Lines.SelectMany(l => l.Words).Where(w => w.Box is not null))
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Share(word.Box!.Left)}\" y=\"{Share(word.Box.Top + (word.Box.Height * 0.8))}\" textLength=\"{Share(word.Box.Width)}\" lengthAdjust=\"spacingAndGlyphs\">{HtmlEncoder.Default.Encode(word.Text)} </text>");
        return new MarkupString(svg.Append("</svg>").ToString());
    }

    private static string Share(double part) => (Math.Clamp(part, 0, 1) * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
