using System.Globalization;
using System.Text;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Exports;

/// <summary>The five statuses as one bar, with the threshold where it is a number.</summary>
internal static class BarPicture
{
    private const int Width = 860;

    public static Drawn Of(RecommendationState state)
    {
        var (svg, all, before) = (new StringBuilder(), state.Adoption.Municipalities, 0);
        double X(int count) => (double)Width * count / all;
        for (var at = 0; at < Swedish.Statuses.Count; at++)
        {
            var status = Swedish.Statuses[at];
            var count = state.Adoption[status].Municipalities;
            var left = at * 172;
            svg.Append(CultureInfo.InvariantCulture, $"""<use href="#{ExportPicture.Tile(status)}" x="{left + 10}" y="132"/>""")
                .Append(ExportPicture.Words(left + 26, 130, status.Label(), 12)).Append(ExportPicture.Words(left + 26, 150, Swedish.Number(count), 18, isBold: true));
            if (count == 0) continue;

            svg.Append(Segment(status, X(before), X(count)));
            if (count * 40 >= all) svg.Append(ExportPicture.Words(X(before) + X(count) / 2, 98, status.Letter().ToString(), 13, anchor: "middle"));
            before += count;
        }

        if (state.Threshold?.MunicipalitiesOf(all) is { } limit && limit <= all)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<path stroke="#fff" stroke-width="5" d="M{X(limit):0.#} 22V88"/><path stroke="#10201d" stroke-width="2" d="M{X(limit):0.#} 22V88"/>""")
                .Append(ExportPicture.Words(X(limit), 15, $"Gräns {Swedish.Number(limit)}", 13, anchor: limit * 10 > 9 * all ? "end" : "middle", isBold: true));
        }

        return new Drawn(svg.ToString(), Width, 160);
    }

    private static string Segment(Status status, double x, double width)
    {
        var half = status is Status.InPreparation ? string.Create(CultureInfo.InvariantCulture, $"""<rect x="{x + 1:0.##}" y="55" width="{Math.Max(0, width - 2):0.##}" height="24" fill="{StatusPaint.Fill(status)}"/>""") : "";
        return string.Create(CultureInfo.InvariantCulture, $"""<rect x="{x + .75:0.##}" y="30.75" width="{Math.Max(.5, width - 1.5):0.##}" height="48.5" fill="{(half.Length > 0 ? "#fff" : StatusPaint.Surface(status, 'u'))}" stroke="{StatusPaint.Edge(status)}" stroke-width="1.5"/>{half}""");
    }
}

/// <summary>How many had adopted, day by day, with the deadline and the round before as a thin line.</summary>
internal static class CurvePicture
{
    private const int Width = 860;
    private const int Height = 360;
    private const int Bottom = 320;
    private const int High = 280;

    public static Drawn Of(RecommendationState state)
    {
        var (drawing, svg, all) = (new CurveDrawing(state), new StringBuilder(), state.Adoption.Municipalities);
        double X(DateOnly day) => 700.0 * (day.DayNumber - drawing.From.DayNumber) / Math.Max(1, drawing.Days) + 60;
        double Y(int count) => Bottom - (double)High * count / all;
        foreach (var count in new[] { 0, 100, 200, all }.Where(c => c <= all && (c == all || all - c > 30)).Distinct())
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<path stroke="#c8d2ce" d="M60 {Y(count):0.#}H760"/>""").Append(ExportPicture.Words(52, Y(count) + 4, Swedish.Number(count), 12, "#4b5b57", "end"));
        }

        foreach (var tick in drawing.Ticks) svg.Append(CultureInfo.InvariantCulture, $"""<path stroke="#71807c" d="M{X(tick.Day):0.#} {Bottom}v6"/>""").Append(ExportPicture.Words(X(tick.Day), Bottom + 20, tick.Label, 12, "#4b5b57", "middle"));
        if (state.Threshold?.MunicipalitiesOf(all) is { } limit && limit <= all)
            svg.Append(CultureInfo.InvariantCulture, $"""<path stroke="#10201d" stroke-width="1.5" stroke-dasharray="2 4" d="M60 {Y(limit):0.#}H760"/>""").Append(ExportPicture.Words(766, Y(limit) + 4, $"Gräns {Swedish.Number(limit)}", 12, isBold: true));
        if (state.Recommendation.ResponseDeadline is { } deadline && deadline >= drawing.From)
            svg.Append(CultureInfo.InvariantCulture, $"""<path stroke="#10201d" stroke-width="1.5" d="M{X(deadline):0.#} 20V{Bottom}"/>""").Append(ExportPicture.Words(X(deadline) - 6, 16, $"Sista svarsdag {deadline.Long()}", 12, anchor: X(deadline) < 240 ? "start" : "end", isBold: true));
        if (state.PreviousCurve is { } earlier && state.Recommendation.ResponseDeadline is { } own)
        {
            var y = Y(drawing.EarlierAtEnd) + Beside(drawing.EarlierAtEnd - state.Adoption.HaveAdopted);
            svg.Append(CultureInfo.InvariantCulture, $"""<path fill="none" stroke="#71807c" stroke-width="1.5" stroke-dasharray="6 4" d="{Steps(earlier.Steps.Select(s => s with { Day = s.Day.AddDays(own.DayNumber - earlier.Deadline.DayNumber) }), drawing.Through)}"/>""")
                .Append(ExportPicture.Words(766, y, $"{earlier.Deadline.Year} års", 12, "#4b5b57")).Append(ExportPicture.Words(766, y + 15, "omgång", 12, "#4b5b57"));
        }

        if (state.Curve.Count > 0)
            svg.Append(CultureInfo.InvariantCulture, $"""<path fill="none" stroke="#004a40" stroke-width="3" stroke-linejoin="round" d="{Steps(state.Curve, drawing.Point)}"/><circle cx="{X(drawing.Point):0.#}" cy="{Y(state.Adoption.HaveAdopted):0.#}" r="6" fill="#004a40" stroke="#fff" stroke-width="2"/>""")
                .Append(Last(state, drawing, X(drawing.Point), Y(state.Adoption.HaveAdopted)));
        return new Drawn(svg.ToString(), Width, Height);

        string Steps(IEnumerable<CurveStep> steps, DateOnly end)
        {
            var path = new StringBuilder($"M60 {Bottom}");
            foreach (var step in steps.Where(s => s.Day <= end)) path.Append(CultureInfo.InvariantCulture, $"H{Math.Max(60, X(step.Day)):0.#}V{Y(step.Adopted):0.#}");
            return path.Append(CultureInfo.InvariantCulture, $"H{X(end):0.#}").ToString();
        }
    }

    /// <summary>How far from its line the name of the earlier round stands, so that it keeps clear of this round's last number.</summary>
    private static int Beside(int more) => more switch
    {
        >= 36 or <= -36 => 4,
        >= 0 => -11,
        _ => 24,
    };

    /// <summary>The last number and its day, where neither the deadline's line nor the earlier round goes through them.</summary>
    private static string Last(RecommendationState state, CurveDrawing drawing, double x, double y)
    {
        var left = CurveDrawing.IsToTheLeft(drawing.Point, state.Recommendation.ResponseDeadline, drawing.From, drawing.Days);
        var (at, anchor, day) = (left ? x - 12 : x + 12, left ? "end" : "start", state.DayOfLastNumber(drawing.Point));
        return Freed(at, left ? y - 24 : y + 6, Swedish.Number(state.Adoption.HaveAdopted), 16, "#10201d", anchor, isBold: true) + Freed(at, left ? y - 8 : y + 22, day, 12, "#4b5b57", anchor, isBold: false);
    }

    /// <summary>Words on white, so that no line goes through them. A white edge round the letters would be read as the same words once more.</summary>
    private static string Freed(double x, double y, string words, double size, string color, string anchor, bool isBold)
    {
        var width = words.Length * size * (isBold ? .6 : .54) + 6;
        return string.Create(CultureInfo.InvariantCulture, $"""<rect x="{x - (anchor is "end" ? width - 3 : 3):0.#}" y="{y - size + 1:0.#}" width="{width:0.#}" height="{size + 3:0.#}" rx="3" fill="#fff"/>""") + ExportPicture.Words(x, y, words, size, color, anchor, isBold);
    }
}
