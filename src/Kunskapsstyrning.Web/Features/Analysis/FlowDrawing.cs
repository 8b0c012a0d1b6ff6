using System.Globalization;
using Kunskapsstyrning.Domain.Decisions;

namespace Kunskapsstyrning.Web.Features.Analysis;

/// <summary>A status at one end of the flows.</summary>
/// <param name="Status">The status; null for those that were not there.</param>
/// <param name="Count">How many.</param>
/// <param name="Top">Where it begins, px.</param>
/// <param name="Height">How high it is, px.</param>
public sealed record FlowNode(Status? Status, int Count, double Top, double Height);

/// <summary>A band from one end to the other.</summary>
public sealed record FlowBand(RoundMove Move, string Path);

/// <summary>The flows as they are drawn: a column of statuses at each end and a band for each flow, as wide as it has municipalities.</summary>
public sealed record FlowDrawing
{
    private const double ForEach = 1.15;
    private const double Gap = 24;

    /// <summary>Draws the flows.</summary>
    public FlowDrawing(RoundFlows flows)
    {
        Earlier = Column(flows.Flows.GroupBy(f => f.From, f => f.Municipalities.Count));
        Later = Column(flows.Flows.OrderBy(f => Ui.Swedish.Place(f.To)).GroupBy(f => (Status?)f.To, f => f.Municipalities.Count));
        Height = Math.Max(Earlier[^1].Top + Earlier[^1].Height, Later[^1].Top + Later[^1].Height) + Gap;

        var (left, right) = (Earlier.ToDictionary(n => Key(n.Status), n => n.Top), Later.ToDictionary(n => Key(n.Status), n => n.Top));
        var bands = new List<FlowBand>();
        foreach (var flow in flows.Flows)
        {
            var high = flow.Municipalities.Count * ForEach;
            var (from, to) = (left[Key(flow.From)], right[Key(flow.To)]);
            (left[Key(flow.From)], right[Key(flow.To)]) = (from + high, to + high);
            bands.Add(new FlowBand(flow.Move, string.Create(CultureInfo.InvariantCulture, $"M0 {from:0.##}C50 {from:0.##} 50 {to:0.##} 100 {to:0.##}V{to + high:0.##}C50 {to + high:0.##} 50 {from + high:0.##} 0 {from + high:0.##}Z")));
        }

        Bands = bands;
    }

    /// <summary>The earlier round, from the top.</summary>
    public IReadOnlyList<FlowNode> Earlier { get; }

    /// <summary>The later round, from the top.</summary>
    public IReadOnlyList<FlowNode> Later { get; }

    /// <summary>The bands, in a plot that is 100 wide and as high as the drawing.</summary>
    public IReadOnlyList<FlowBand> Bands { get; }

    /// <summary>The height of the drawing, px.</summary>
    public double Height { get; }

    /// <summary>A number as SVG wants it.</summary>
    public static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static int Key(Status? status) => status is { } known ? (int)known : -1;

    private static List<FlowNode> Column(IEnumerable<IGrouping<Status?, int>> groups)
    {
        var nodes = new List<FlowNode>();
        var top = 0.0;
        foreach (var group in groups)
        {
            nodes.Add(new FlowNode(group.Key, group.Sum(), top, group.Sum() * ForEach));
            top += (group.Sum() * ForEach) + Gap;
        }

        return nodes;
    }
}
