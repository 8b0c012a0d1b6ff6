using System.Globalization;
using System.Text;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace Kunskapsstyrning.Web.Features.Fees;

/// <summary>How many municipalities' fees change by how much, drawn as bars. Positions in per cent, so that it fits any width.</summary>
internal static class FeeBands
{
    private const int Row = 26;

    /// <summary>The bands that anyone is in, with the empty ones between them.</summary>
    public static IReadOnlyList<FeeBand> Shown(FeeComparison comparison)
    {
        var bands = comparison.Bands.ToList();
        var (first, last) = (bands.FindIndex(b => b.Count > 0), bands.FindLastIndex(b => b.Count > 0));
        return first < 0 ? [] : bands[first..(last + 1)];
    }

    /// <summary>The height of the drawing.</summary>
    public static int Height(IReadOnlyList<FeeBand> bands) => bands.Count * Row;

    /// <summary>A bar for each band, its name before it and its number after it.</summary>
    public static MarkupString Draw(IReadOnlyList<FeeBand> bands)
    {
        var most = bands.Max(b => b.Count);
        var svg = new StringBuilder();
        foreach (var (at, band) in bands.Index())
        {
            var width = band.Count * 46m / most;
            var y = at * Row;
            svg.Append(CultureInfo.InvariantCulture, $"""<text x="0" y="{y + 17}">{band.Label()}</text>""");
            if (band.Count > 0) svg.Append(CultureInfo.InvariantCulture, $"""<rect class="t-a" x="42%" y="{y + 4}" width="{width:0.##}%" height="{Row - 8}"/>""");
            svg.Append(CultureInfo.InvariantCulture, $"""<text x="{43 + width:0.##}%" y="{y + 17}">{band.Count}</text>""");
        }

        return new MarkupString(svg.ToString());
    }
}
