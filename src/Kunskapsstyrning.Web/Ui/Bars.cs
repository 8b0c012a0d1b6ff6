using System.Globalization;
using System.Text;
using Kunskapsstyrning.Domain.Decisions;
using Microsoft.AspNetCore.Components;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>A bar of statuses as SVG, with the same marks as the tiles. Positions in per cent, so that it fits any width.</summary>
public static class Bars
{
    /// <summary>A position along the bar, "73.79%".</summary>
    public static string Percent(double part, double whole) => (part / whole * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>The segments, left to right in the order of the statuses; those that are empty are left out.</summary>
    public static MarkupString Segments(Func<Status, int> count, int top, int height)
    {
        var total = Swedish.Statuses.Sum(count);
        var svg = new StringBuilder();
        var before = 0;
        foreach (var status in Swedish.Statuses)
        {
            if (count(status) is not (> 0 and var number)) continue;
            Segment(svg, status, Percent(before, total), Percent(number, total), top, height);
            if (before > 0) svg.Append(CultureInfo.InvariantCulture, $"""<line class="seam" x1="{Percent(before, total)}" x2="{Percent(before, total)}" y1="{top}" y2="{top + height}"/>""");
            before += number;
        }

        return new MarkupString(svg.ToString());
    }

    /// <summary>The counts in words: "214 antagit, 14 antagit med förbehåll".</summary>
    public static string InWords(Func<Status, int> count) =>
        string.Join(", ", Swedish.Statuses.Where(s => count(s) > 0).Select(s => $"{Swedish.Number(count(s))} {s.InText()}"));

    private static void Segment(StringBuilder svg, Status status, string x, string width, int top, int height)
    {
        var culture = CultureInfo.InvariantCulture;
        var place = $"""x="{x}" y="{top}" width="{width}" height="{height}" """.TrimEnd();
        var edge = $"""y=".7" height="{(height - 1.4).ToString(culture)}" """.TrimEnd();
        switch (status)
        {
            case Status.Adopted:
                svg.Append(culture, $"""<rect class="t-a" {place}/>""");
                break;
            case Status.AdoptedWithReservation or Status.Declined:
                svg.Append(culture, $"""<rect fill="url(#b{Tile.Id(status)})" {place}/>""");
                break;
            case Status.InPreparation:
                svg.Append(culture, $"""<svg {place}><rect class="t-p fit" y="{height / 2}" height="{height - height / 2 - 1}"/><rect class="p-edge fit" {edge}/></svg>""");
                break;
            default:
                svg.Append(culture, $"""<svg {place}><rect class="o-edge fit" {edge}/></svg>""");
                break;
        }
    }
}
