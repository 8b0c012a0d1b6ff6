using System.Text.Json;

namespace Kunskapsstyrning.Domain.Municipalities.Populations;

/// <summary>
/// Reads SCB's tables as lines of cells, from CSV, a workbook or the older JSON alike: a column for each content and year, or a row for
/// each figure; code first, code and name together, or apart; with or without a title above and notes below.
/// </summary>
public static class PxWebTable
{
    private const int LinesBeforeFigures = 30;
    private const int ColumnsBeforeFigures = 6;

    private static readonly string[] RegionHeadings = ["region", "kommun", "kommunkod", "regionkod", "kod", "code"];
    private static readonly string[] PeriodHeadings = ["tid", "år", "ar", "time", "year", "period", "månad"];
    private static readonly string[] ContentHeadings = ["contentscode", "tabellinnehåll", "content", "contents"];

    /// <summary>Reads the older JSON: columns with what they are, and rows of keys and values.</summary>
    public static Result TryRead(JsonElement root, out PopulationReading? reading)
    {
        reading = null;
        var columns = root.Part("columns").Items();
        if (columns.Count == 0) return PopulationFileRefusals.UnknownLayout;

        var rows = root.Part("data").Items();
        if ((long)rows.Count * columns.Count > JsonStat.MostFigures) return PopulationFileRefusals.TooMany;

        List<IReadOnlyList<string>> lines = [[.. columns.Select(Heading)]];
        lines.AddRange(rows.Select(row => (IReadOnlyList<string>)[.. row.Part("key").Items().Concat(row.Part("values").Items()).Select(cell => cell.Figure())]));
        return TryRead(lines, out reading);
    }

    /// <summary>Reads lines of cells.</summary>
    public static Result TryRead(IReadOnlyList<IReadOnlyList<string>> lines, out PopulationReading? reading)
    {
        reading = null;
        if (lines.All(line => line.All(cell => cell.Length == 0))) return PopulationFileRefusals.Empty;
        if (lines.Sum(line => (long)line.Count) > JsonStat.MostFigures) return PopulationFileRefusals.TooMany;
        if (RegionColumn(lines) is not { } region) return PopulationFileRefusals.NoRegions;

        var first = lines.Index().First(line => IsFigures(line.Item, region)).Index;
        var table = new Headed(lines, region, first, ColumnHeadings.Of([.. lines.Take(first)]));
        return table.Headings.Any(h => h.Period is not null) ? Wide(table, out reading) : Long(table, out reading);
    }

    private static string Heading(JsonElement column) => column.Part("type").Text() switch
    {
        "c" => $"{column.Part("code").Text()} {column.Part("text").Text()}".Trim(),
        _ => column.Part("code").Text() ?? "",
    };

    /// <summary>A column for each content and period.</summary>
    private static Result Wide(Headed table, out PopulationReading? reading)
    {
        reading = null;
        var columns = table.Headings.Index().Where(h => h.Item.Period is not null).Select(h => (h.Index, Period: h.Item.Period!, Content: new ContentOfFigures(h.Item.Name))).ToList();
        if (Chosen([.. columns.Select(c => c.Content)], out var content) is { } refusal) return refusal;
        if (table.Rows(columns[0].Index, out var rows) is { } parted) return parted;

        columns.RemoveAll(c => c.Content != content);
        reading = new PopulationReading(
            [.. rows.SelectMany(row => columns.Select(c => new CountedRegion(CodeIn(row, table.Region), c.Period, Cell(row, c.Index)))).Where(c => c.Written.Length > 0)], content, table.About);
        return Tried(ref reading);
    }

    /// <summary>A row for each figure.</summary>
    private static Result Long(Headed table, out PopulationReading? reading)
    {
        reading = null;
        var data = table.Lines.Skip(table.First).Where(line => IsFigures(line, table.Region) || Cell(line, table.Region).Length == 0).ToList();
        var width = Math.Min(data.Max(line => line.Count), 60);
        var time = Column(table, PeriodHeadings) ?? Columns(width).FirstOrDefault(c => c != table.Region && data.TrueForAll(line => CountedPeriod.Of(Cell(line, c)) is not null), -1);
        if (time < 0) return PopulationFileRefusals.NoPeriod;

        var named = table.Headings.Index().Where(h => h.Index != table.Region && h.Index != time && !Totals.IsDivision(h.Item.Name) && !IsOneOf(h.Item.Name, ContentHeadings)).ToList();
        var values = named.Where(h => new ContentOfFigures(h.Item.Name) is { IsPopulation: true } or { IsOther: true }).ToList();
        if (values.Count == 0) values = [.. named.Where(h => h.Index > table.Region && data.Exists(line => IsNumber(Cell(line, h.Index)))).TakeLast(1)];
        if (values.Count == 0) return PopulationFileRefusals.NoPeriod;
        if (Chosen([.. values.Select(v => new ContentOfFigures(v.Item.Name))], out var content) is { } refusal) return refusal;

        var value = values.First(v => new ContentOfFigures(v.Item.Name) == content).Index;
        if (table.Rows(value, out var rows) is { } parted) return parted;
        var counts = new List<CountedRegion>();
        var code = "";
        foreach (var row in rows)
        {
            if (Cell(row, table.Region).Length > 0) code = CodeIn(row, table.Region);
            if (CountedPeriod.Of(Cell(row, time)) is { } period && Cell(row, value).Length > 0) counts.Add(new CountedRegion(code, period, Cell(row, value)));
        }

        reading = new PopulationReading(counts, content, table.About);
        return Tried(ref reading);
    }

    private static Result Tried(ref PopulationReading? reading)
    {
        if (reading!.Counts.Any(c => c.Region.Length == 4) && reading.Periods.Count > 0) return Result.Done;

        var refusal = reading.Periods.Count == 0 ? PopulationFileRefusals.NoPeriod : PopulationFileRefusals.NoRegions;
        reading = null;
        return refusal;
    }

    /// <summary>The one of several contents that is inhabitants; a single one that says nothing may be.</summary>
    private static Refusal? Chosen(IReadOnlyList<ContentOfFigures> contents, out ContentOfFigures content)
    {
        content = contents.FirstOrDefault(c => c.IsPopulation);
        if (content != default) return null;
        if (contents.Distinct().ToList() is not [{ IsOther: false } only]) return PopulationFileRefusals.NotPopulation(contents[0].Name);

        content = only;
        return null;
    }

    /// <summary>The column with the codes: as it is called, else the one with the most different ones.</summary>
    private static int? RegionColumn(IReadOnlyList<IReadOnlyList<string>> lines)
    {
        foreach (var line in lines.Take(LinesBeforeFigures))
        {
            foreach (var (at, cell) in line.Take(ColumnsBeforeFigures).Index())
                if (IsOneOf(cell, RegionHeadings) && lines.Any(l => IsFigures(l, at))) return at;
        }

        var best = Columns(ColumnsBeforeFigures).MaxBy(c => (lines.Where(l => IsFigures(l, c)).Select(l => CodeIn(l, c)).Distinct().Take(1_000).Count(), -c));
        return lines.Any(l => IsFigures(l, best)) ? best : null;
    }

    private static int? Column(Headed table, string[] names) => table.Headings.Index().Where(h => h.Index != table.Region && IsOneOf(h.Item.Name, names)).Select(h => (int?)h.Index).FirstOrDefault();

    /// <summary>A line with a code of a region, and something to the right of it.</summary>
    private static bool IsFigures(IReadOnlyList<string> line, int region) =>
        RegionCode(Cell(line, region)) is not null && line.Skip(region + 1).Any(IsNumberOrSign);

    private static bool IsNumberOrSign(string cell) => cell is ".." || IsNumber(cell);

    private static bool IsNumber(string cell) => cell.Length > 0 && cell.Any(char.IsAsciiDigit) && cell.All(c => char.IsAsciiDigit(c) || c is ' ' or '\u00A0' or ',' or '.' or '-' or '−');

    private static string CodeIn(IReadOnlyList<string> line, int region) => RegionCode(Cell(line, region)) ?? Cell(line, region);

    /// <summary>"0125" of "0125", "125" and "0125 Ekerö": a spreadsheet takes the zero in front away. Null for anything else.</summary>
    private static string? RegionCode(string cell)
    {
        var digits = cell.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is 0 or > 4 || (digits < cell.Length && !char.IsWhiteSpace(cell[digits]))) return null;
        return cell[..digits].PadLeft(digits <= 2 ? 2 : 4, '0');
    }

    private static bool IsOneOf(string cell, string[] names) => names.Contains(cell.Trim().ToLowerInvariant());

    private static string Cell(IReadOnlyList<string> line, int column) => column < line.Count ? line[column].Trim() : "";

    private static IEnumerable<int> Columns(int width) => Enumerable.Range(0, width);

    /// <summary>A table whose headings are found.</summary>
    private sealed record Headed(IReadOnlyList<IReadOnlyList<string>> Lines, int Region, int First, IReadOnlyList<ColumnHeading> Headings)
    {
        /// <summary>What stands above and below the figures.</summary>
        public string About => string.Join(' ', Lines.Where(line => !IsFigures(line, Region)).SelectMany(line => line).Take(2_000));

        /// <summary>The rows with figures, of the whole where they are parted by age, sex or the like, and of inhabitants where contents have rows of their own.</summary>
        public Refusal? Rows(int value, out List<IReadOnlyList<string>> rows)
        {
            rows = [.. Lines.Skip(First).Where(line => IsFigures(line, Region) || (Cell(line, Region).Length == 0 && Cell(line, value).Length > 0))];
            foreach (var (at, heading) in Headings.Index())
            {
                if (at == Region) continue;
                if (IsOneOf(heading.Name, ContentHeadings))
                {
                    var what = rows.Select(row => Cell(row, at)).FirstOrDefault(cell => cell.Length > 0) ?? "";
                    if (rows.RemoveAll(row => !new ContentOfFigures(Cell(row, at)).IsPopulation) > 0 && rows.Count == 0) return PopulationFileRefusals.NotPopulation(what);
                }

                if (!Totals.IsDivision(heading.Name)) continue;
                rows.RemoveAll(row => !Totals.IsTotal(Cell(row, at), Cell(row, at)));
                if (rows.Count == 0) return PopulationFileRefusals.Parted(heading.Name.ToLowerInvariant());
            }

            return null;
        }
    }
}

/// <summary>What a column is headed by: words, and a period where there is one.</summary>
internal sealed record ColumnHeading(string Name, CountedPeriod? Period);

/// <summary>Puts the headings of columns together from the lines above the figures: an upper heading stands over several columns, and once.</summary>
internal static class ColumnHeadings
{
    public static IReadOnlyList<ColumnHeading> Of(IReadOnlyList<IReadOnlyList<string>> lines)
    {
        // A title stands alone on its line, at its beginning.
        var headed = lines.Where(line => line.Skip(1).Any(cell => cell.Length > 0)).ToList();
        var width = headed.Count == 0 ? 0 : Math.Min(headed.Max(line => line.Count), 600);
        return [.. Enumerable.Range(0, width).Select(column => Of([.. headed.Select((line, at) => CellOver(line, column, isLowest: at == headed.Count - 1)).Where(cell => cell.Length > 0)]))];
    }

    private static ColumnHeading Of(IReadOnlyList<string> cells)
    {
        var period = cells.Select(CountedPeriod.AtEndOf).LastOrDefault(p => p is not null);
        var name = string.Join(' ', cells.Select(cell => period is not null && CountedPeriod.AtEndOf(cell) == period ? cell.Trim()[..^period.Name.Length] : cell)).Trim();
        return new ColumnHeading(name, period);
    }

    /// <summary>The cell above a column; in all but the lowest line the nearest to the left holds on, beyond the first column.</summary>
    private static string CellOver(IReadOnlyList<string> line, int column, bool isLowest)
    {
        var at = column;
        while (!isLowest && at > 0 && (at >= line.Count || line[at].Length == 0)) at--;
        return at < line.Count && (at > 0 || column == 0) ? line[at].Trim() : "";
    }
}
