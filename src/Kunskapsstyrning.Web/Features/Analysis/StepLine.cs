using System.Globalization;
using System.Text;
using Kunskapsstyrning.Domain.Decisions;

namespace Kunskapsstyrning.Web.Features.Analysis;

/// <summary>An adoption curve as a path, in days and municipalities.</summary>
internal static class StepLine
{
    /// <summary>The steps from one day through another, in a plot whose height is the number of municipalities.</summary>
    public static string Of(IReadOnlyList<CurveStep> steps, DateOnly from, DateOnly through, int top)
    {
        var path = new StringBuilder($"M0 {top}");
        foreach (var step in steps.Where(s => s.Day <= through)) path.Append(CultureInfo.InvariantCulture, $"H{Math.Max(0, step.Day.DayNumber - from.DayNumber)}V{top - step.Adopted}");
        return path.Append(CultureInfo.InvariantCulture, $"H{through.DayNumber - from.DayNumber}").ToString();
    }
}
