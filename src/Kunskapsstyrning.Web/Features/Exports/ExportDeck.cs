using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Features.Slides;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Exports;

/// <summary>A view as slides to present and to change: the sentence with its five numbers, the charts, the tiles, and the list.</summary>
internal static class ExportDeck
{
    private const int RowsOnSlide = 16;

    public static byte[] Write(Export export) => Deck.Write(export.Title, export.Now, [Sentence(export), Charts(export), ExportTiles.Slide(export), .. List(export)]);

    /// <summary>What stands at the foot of a slide.</summary>
    internal static TextShape Foot(IReadOnlyList<string> foot) => new(900, "Dag, urval och källa", new Place(40, foot.Count > 3 ? 484 : 492, 880, 12 * foot.Count), [.. foot.Select(words => new TextLine(words, 10, "4B5B57"))]);

    /// <summary>The title of a slide with the day that it shows: none is taken for today's.</summary>
    internal static string Title(Export export, string title) => $"{title}, läget {export.State.AsOf.Day.Long()}";

    private static Slide Sentence(Export export)
    {
        var state = export.State;
        var shapes = new List<Shape>
        {
            new TextShape(3, "Läget i en mening", new Place(40, 96, 880, 150), [new TextLine(state.Headline().Text(), 40, IsBold: true), new TextLine(state.Lead(), 18)]),
        };
        for (var at = 0; at < Swedish.Statuses.Count; at++)
        {
            var (status, count) = (Swedish.Statuses[at], state.Adoption[Swedish.Statuses[at]]);
            var left = 40 + at * 178;
            shapes.Add(ExportTiles.Hexagon(10 + at, status, new Place(left, 280, 22, 25.4), status.Label(), null));
            shapes.Add(new TextShape(20 + at, status.Label(), new Place(left, 314, 168, 140),
            [
                new TextLine(status.Label(), 14),
                new TextLine(Swedish.Number(count.Municipalities), 36, IsBold: true),
                new TextLine($"{Swedish.Percent(state.Adoption.Inhabitants == 0 ? 0 : (decimal)count.Inhabitants / state.Adoption.Inhabitants)} av invånarna", 12, "4B5B57"),
                .. count.FirstYearFees is { } fees ? [new TextLine($"{fees.Mkr()} per år", 12, "4B5B57")] : Array.Empty<TextLine>(),
            ]));
        }

        if (state.YearlyFeesSentence() is { } yearly) shapes.Add(new TextShape(30, "Om kronorna", new Place(40, 458, 880, 18), [new TextLine(yearly, 11, "4B5B57")]));
        return new Slide(export.Title, [.. shapes, Foot(export.FootWithoutList)]);
    }

    private static Slide Charts(Export export)
    {
        var state = export.State;
        var bar = new BarChart(export.Now, "Kommuner", [.. Swedish.Statuses.Select(s => new Bar(s.Label(), state.Adoption[s].Municipalities, ExportTiles.Fill(s), ExportTiles.Edge(s)))]);
        var sentence = state.BarSentence();
        return new Slide(Title(export, "Svaren och hur de har kommit in"),
        [
            new TextShape(3, "Svaren i en mening", new Place(40, 90, 425, 64), [new TextLine(sentence, 13)]),
            new ChartShape(4, "Kommuner efter svar", new Place(40, 158, 425, 320), sentence, bar),
            new TextShape(5, "Kurvan i en mening", new Place(495, 90, 425, 64), [new TextLine(state.CurveSentence(), 13), new TextLine(state.CurveCaption(), 9, "4B5B57")]),
            .. Curve(export) is { } curve ? [new ChartShape(6, $"Kommuner som {state.Tense().Have} antagit, dag för dag", new Place(495, 158, 425, 320), state.CurveSentence(), curve)] : Array.Empty<Shape>(),
            Foot(export.FootWithoutList),
        ]);
    }

    /// <summary>Each change as two days, the one before it and its own, so that the line rises in steps; null where there is nothing to draw.</summary>
    private static LineChart? Curve(Export export)
    {
        var state = export.State;
        if (state.Curve.Count == 0 && state.PreviousCurve is null) return null;

        var drawing = new CurveDrawing(state);
        var (deadline, last) = (state.Recommendation.ResponseDeadline, drawing.Through);
        var moved = state.PreviousCurve is { } previous && deadline is { } day ? previous.Steps.Select(s => s.Day.AddDays(day.DayNumber - previous.Deadline.DayNumber)) : [];
        DateOnly[] days = [.. state.Curve.Select(s => s.Day).Concat(moved).SelectMany(d => new[] { d.AddDays(-1), d }).Concat(deadline is { } until ? [until.AddDays(-1), until] : []).Concat([drawing.From, drawing.Point, last]).Where(d => d >= drawing.From && d <= last).Distinct().Order()];
        return new LineChart(export.Now, days,
        [
            new ChartLine($"{state.Tense().HaveFirst} antagit", [.. days.Select(d => d <= drawing.Point ? drawing.On(d) : (int?)null)], "004A40", "38100", IsDashed: false),
            .. state.PreviousCurve is { } earlier && deadline is not null ? [new ChartLine($"{earlier.Deadline.Year} års omgång", [.. days.Select(drawing.EarlierOn)], "71807C", "19050", IsDashed: true)] : Array.Empty<ChartLine>(),
            .. state.Threshold?.MunicipalitiesOf(state.Adoption.Municipalities) is { } limit ? [new ChartLine($"Gräns {Swedish.Number(limit)}", [.. days.Select(_ => (int?)limit)], "10201D", "12700", IsDashed: true)] : Array.Empty<ChartLine>(),
            .. deadline is { } ends && days.Contains(ends) ? [new ChartLine($"Sista svarsdag {ends.Long()}", [.. days.Select(d => d == ends ? state.Adoption.Municipalities : d == ends.AddDays(-1) ? 0 : (int?)null)], "10201D", "12700", IsDashed: false)] : Array.Empty<ChartLine>(),
        ]) { Top = state.Adoption.Municipalities };
    }

    private static IEnumerable<Slide> List(Export export)
    {
        var pages = export.Rows.Chunk(RowsOnSlide).ToList();
        if (pages.Count == 0) yield return new Slide(Title(export, "Kommunerna"), [new TextShape(3, "Ingen kommun", new Place(40, 100, 880, 60), [new TextLine(export.View.NothingFits(export.State), 18)]), Foot(export.Foot)]);
        for (var at = 0; at < pages.Count; at++)
        {
            var (columns, number) = (export.View.ColumnsFor(export.State, showsAnswers: true), pages.Count == 1 ? "" : $" ({at + 1} av {pages.Count})");
            yield return new Slide(Title(export, $"Kommunerna{number}"),
                [new TableShape(3, "Lista över kommuner", new Place(40, 86, 880, 21.0 * (pages[at].Length + 1)), $"{export.Selection} {export.State.DayAndQuestion()}", Columns(columns, export.State), [.. pages[at].Select(row => (IReadOnlyList<string>)[.. columns.Select(c => RowColumn.Text(c, row, columns))])]), Foot(export.Foot)]);
        }
    }

    /// <summary>As wide as what stands in it: together as wide as the slide.</summary>
    private static IReadOnlyList<SlideColumn> Columns(IReadOnlyList<TableColumn> columns, RecommendationState state)
    {
        var unit = 880.0 / columns.Sum(Weight);
        return [.. columns.Select(c => new SlideColumn(RowColumn.HeadingOf(c, state), Weight(c) * unit, c is TableColumn.Inhabitants or TableColumn.Fee or TableColumn.FirstYear))];
    }

    private static double Weight(TableColumn column) => column switch
    {
        TableColumn.Body => 24,
        TableColumn.Status => 16,
        TableColumn.Before or TableColumn.Size => 15,
        TableColumn.Municipality or TableColumn.County => 13,
        TableColumn.Fee => 11,
        _ => 9,
    };
}
