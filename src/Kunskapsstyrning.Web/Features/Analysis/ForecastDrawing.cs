using System.Globalization;
using System.Text;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Analysis;

/// <summary>The curve so far and the forecast as it is drawn: what is, a band of what is likely, and its middle.</summary>
/// <param name="View">What is forecast.</param>
public sealed record ForecastDrawing(ForecastView View)
{
    /// <summary>The first day.</summary>
    public DateOnly From => View.Course.AskedOn;

    /// <summary>The last day that is forecast.</summary>
    public DateOnly Through => View.Targets[^1].Day;

    /// <summary>The number of days, the width of the drawing.</summary>
    public int Days => Math.Max(1, Through.DayNumber - From.DayNumber);

    /// <summary>The number of municipalities, the height of it.</summary>
    public int Top => View.Course.Municipalities;

    /// <summary>A day's place, "68.71%".</summary>
    public string X(DateOnly day) => Bars.Percent(day.DayNumber - From.DayNumber, Days);

    /// <summary>A count's height in a plot of 250 px that begins 34 px down, moved by some px.</summary>
    public string Y(int count, int down = 0) => TileGeometry.Text(284 - (250.0 * count / Top) + down);

    /// <summary>What is known.</summary>
    public string Known => StepLine.Of(View.Course.Curve, From, View.State.AsOf.Day, Top);

    /// <summary>The middle of what is likely.</summary>
    public string Likely => Line(new StringBuilder(), [(View.State.AsOf.Day, Now), .. View.Band.Select(f => (f.Target, f.Expected))]);

    /// <summary>The surface of what is likely.</summary>
    public string Band => Line(new StringBuilder(), [(View.State.AsOf.Day, Now), .. View.Band.Select(f => (f.Target, f.High)), .. View.Band.Reverse().Select(f => (f.Target, f.Low))]) + "Z";

    /// <summary>How many have adopted.</summary>
    public int Now => View.Course.AdoptedOn(View.State.AsOf.Day);

    private string Line(StringBuilder path, IEnumerable<(DateOnly Day, int Count)> points)
    {
        foreach (var (day, count) in points) path.Append(CultureInfo.InvariantCulture, $"{(path.Length == 0 ? 'M' : 'L')}{day.DayNumber - From.DayNumber} {Top - count}");
        return path.ToString();
    }
}
