using System.Globalization;
using System.Text;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Overview;

/// <summary>A place along the time axis: a day with its word.</summary>
public sealed record CurveTick(DateOnly Day, string Label)
{
    /// <summary>As much of the word as there is room for on a narrow screen: "sep", "juni", "2025".</summary>
    public string Short => Label.Length <= 4 ? Label : Label[..3];
}

/// <summary>The adoption curve as it is drawn: the days it spans, and its lines in days and municipalities.</summary>
public sealed record CurveDrawing
{
    /// <summary>More steps than these cannot be told apart in any width that it is drawn in.</summary>
    private const int MostSteps = 600;

    private readonly RecommendationState _state;
    private readonly int _top;
    private readonly Lazy<string> _line;

    /// <summary>Draws the state's curve, with the earlier round laid over it day for day before the deadline.</summary>
    public CurveDrawing(RecommendationState state)
    {
        (_state, _top) = (state, state.Adoption.Municipalities);
        _line = new Lazy<string>(() => Steps(_state.Curve, 0, Point.DayNumber - From.DayNumber));
        var recommendation = state.Recommendation;
        var asked = recommendation.AskedOn;
        From = state.Curve is [var first, ..] && first.Day < asked ? first.Day : asked;
        var latest = state.Curve is [.., var step] ? step.Day : From;
        Point = Earlier(state.AsOf.Day, Later(latest, recommendation.ResponseDeadline ?? latest).AddDays(60));
        if (Point < From) From = Point;
        var needed = Later(Point, recommendation.ResponseDeadline ?? Point);
        Through = needed.AddDays(Math.Max(20, (needed.DayNumber - From.DayNumber) / 6));
    }

    /// <summary>The first day.</summary>
    public DateOnly From { get; private init; }

    /// <summary>The last day of the axis; there is air after the last point for its label.</summary>
    public DateOnly Through { get; private init; }

    /// <summary>The day the line ends: the day asked for, or sixty days after the last change when that is long ago.</summary>
    public DateOnly Point { get; private init; }

    /// <summary>The number of days, the width of the drawing.</summary>
    public int Days => Through.DayNumber - From.DayNumber;

    /// <summary>A day's place, "68.71%".</summary>
    public string X(DateOnly day) => Bars.Percent(day.DayNumber - From.DayNumber, Days);

    /// <summary>True where the number at a day stands to the left of it: the deadline's line is just to the right, and there is room.</summary>
    public static bool IsToTheLeft(DateOnly day, DateOnly? deadline, DateOnly from, int days) =>
        deadline > day && (deadline.Value.DayNumber - day.DayNumber) * 4 < days && (day.DayNumber - from.DayNumber) * 8 > days;

    /// <summary>A count's height in a plot of 250 px that begins 34 px down.</summary>
    public string Y(int count) => TileGeometry.Text(Height(count));

    /// <summary>The same height, moved by some px.</summary>
    public string Y(int count, int down) => TileGeometry.Text(Height(count) + down);

    /// <summary>This round's line.</summary>
    public string Line => _line.Value;

    /// <summary>The surface under this round's line.</summary>
    public string Area => $"{Line}V{_top}Z";

    /// <summary>The earlier round's line; null where there is none.</summary>
    public string? EarlierLine => _state is { PreviousCurve: { } earlier, Recommendation.ResponseDeadline: { } deadline }
        ? Steps(earlier.Steps, deadline.DayNumber - earlier.Deadline.DayNumber, Days)
        : null;

    /// <summary>How many had adopted in the earlier round at the end of the axis.</summary>
    public int EarlierAtEnd => EarlierOn(Through) ?? 0;

    /// <summary>How many had adopted on the day.</summary>
    public int On(DateOnly day) => _state.Curve.LastOrDefault(s => s.Day <= day)?.Adopted ?? 0;

    /// <summary>How many had adopted in the earlier round, as many days before or after its deadline; null where there is none.</summary>
    public int? EarlierOn(DateOnly day)
    {
        if (_state is not { PreviousCurve: { } earlier, Recommendation.ResponseDeadline: { } deadline }) return null;
        var then = earlier.Deadline.AddDays(day.DayNumber - deadline.DayNumber);
        return earlier.Steps.LastOrDefault(s => s.Day <= then)?.Adopted ?? 0;
    }

    /// <summary>Seven words at most along the axis: months, or quarters and years when it is long. The first tells its year.</summary>
    public IReadOnlyList<CurveTick> Ticks
    {
        get
        {
            var months = (Through.Year - From.Year) * 12 + Through.Month - From.Month;
            var step = new[] { 1, 2, 3, 6, 12, 24, 60 }.First(s => months / s <= 7 || s == 60);
            List<CurveTick> ticks = [.. Enumerable.Range(1, months)
                .Select(m => new DateOnly(From.Year, From.Month, 1).AddMonths(m))
                .Where(day => Through.DayNumber - day.DayNumber > Days / 14)
                .Where(day => ((day.Year * 12) + day.Month - 1) % step == 0)
                .Select(day => new CurveTick(day, day.Month == 1 && months > 6 ? $"{day.Year}" : Domain.Shared.SwedishText.MonthNames[day.Month - 1]))];
            if (ticks is [var first, ..] && !first.Label.All(char.IsAsciiDigit)) ticks[0] = first with { Label = $"{first.Label} {first.Day.Year}" };
            return ticks;
        }
    }

    /// <summary>The days of the table: those of the axis, the deadline and the last, as far as they are known.</summary>
    public IReadOnlyList<DateOnly> TableDays => [.. Ticks.Select(t => t.Day)
        .Concat(_state.Recommendation.ResponseDeadline is { } deadline ? [deadline] : [])
        .Append(_state.AsOf.Day)
        .Where(day => day <= _state.AsOf.Day && day >= From)
        .Distinct()
        .Order()];

    private double Height(int count) => 284 - 250.0 * count / _top;

    private string Steps(IReadOnlyList<CurveStep> steps, int moved, int end)
    {
        var path = new StringBuilder($"M0 {_top}");
        var apart = steps.Count <= MostSteps ? 1 : Days / MostSteps + 1;
        for (var at = 0; at < steps.Count; at++)
        {
            var x = steps[at].Day.DayNumber + moved - From.DayNumber;
            if (x > end) break;
            if (at + 1 < steps.Count && steps[at + 1].Day.DayNumber + moved - From.DayNumber is var next && next <= end && next / apart == x / apart) continue;
            path.Append(CultureInfo.InvariantCulture, $"H{Math.Max(0, x)}V{_top - steps[at].Adopted}");
        }

        return path.Append(CultureInfo.InvariantCulture, $"H{end}").ToString();
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
