using System.Globalization;
using System.Text.RegularExpressions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Imports;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Fees;

/// <summary>A list of fees that was sent out (bilaga 2), with headings of its own, as it is understood.</summary>
/// <param name="Table">The list as it was read, without what stands above its rows.</param>
/// <param name="MunicipalityColumn">The column that says which municipality; null when none does.</param>
/// <param name="AmountColumn">The column with the amounts; null when none has any.</param>
/// <param name="Amounts">What everyone pays; only when nothing is wrong.</param>
/// <param name="Faults">What is wrong, a sentence each.</param>
public sealed partial record PublishedList(
    ListTable Table, int? MunicipalityColumn, int? AmountColumn, IReadOnlyDictionary<MunicipalityCode, Kronor>? Amounts, IReadOnlyList<string> Faults)
{
    private static readonly string[] AmountWords = ["avgift", "belopp", "kostnad", "kronor", "kr", "andel", "att betala"];
    private static readonly string[] PeopleWords = ["invånare", "folkmängd", "befolkning"];
    private static readonly string[] TotalWords = ["summa", "total", "totalt", "hela riket", "riket", "alla kommuner", "samtliga kommuner", "sverige"];

    /// <summary>The list as text that is read again the same, with the number that its first row has in the file: a tab between cells.</summary>
    public string Text => string.Join('\n', Table.Rows.Prepend(Table.Headings).Select(row => string.Join('\t', row)));

    /// <summary>The list that was read before, out of its text; null when it is not that.</summary>
    /// <param name="text">The text.</param>
    /// <param name="firstRow">The number that its first row has in the file.</param>
    public static ListTable? ReadAgain(string text, int firstRow)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Split('\t').Select(cell => ListTable.Clean(cell)).ToList()).ToList();
        var fits = lines.Count is > 1 and <= ListTable.MostRows + 1 && lines[0].Count <= ListTable.MostColumns && lines.TrueForAll(line => line.Count == lines[0].Count);
        return fits && firstRow is > 0 and <= 2 * ListTable.MostRows ? new ListTable(lines[0], [.. lines.Skip(1)], firstRow) : null;
    }

    /// <summary>Understands a list.</summary>
    /// <param name="read">The list as it was read.</param>
    /// <param name="municipalityColumn">The column that somebody chose; null to find it.</param>
    /// <param name="amountColumn">The column that somebody chose; null to find it.</param>
    /// <param name="expected">Everyone who is to be in it.</param>
    /// <param name="known">Every municipality, to find them by name or code.</param>
    public static PublishedList Of(ListTable read, int? municipalityColumn, int? amountColumn, IReadOnlyCollection<MunicipalityCode> expected, IReadOnlyCollection<Municipality> known)
    {
        // Some municipalities' codes are also held by none any more: those that are to be in the list are looked for first.
        var (those, all) = (new MunicipalityNames([.. known.Where(m => expected.Contains(m.Code))]), new MunicipalityNames(known));
        Municipality? Find(string cell) => those.Find(Plain(cell)) ?? all.Find(Plain(cell));

        var where = Chosen(municipalityColumn, read) ?? Best(read, cell => those.Find(Plain(cell)) is not null);
        var table = where is { } column ? WithoutTitle(read, row => Find(row[column]) is not null) : read;
        var columns = where is { } at ? AmountsIn(table, at, row => Find(row[at]) is not null) : [];
        var years = columns.Where(c => Year().IsMatch(table.Headings[c])).ToList();
        var amounts = Chosen(amountColumn, read) ?? (years.Count > 1 ? null : columns is [.., var last] ? last : null);
        if (where is null) return new PublishedList(table, null, amounts, null, ["Ingen kolumn har kommunernas namn eller koder. Välj vilken kolumn som säger vilken kommun det är."]);
        if (amounts is null && years.Count > 1) return new PublishedList(table, where, null, null, [$"Listan har en kolumn för varje år: {Swedish.List([.. years.Select(c => $"”{Cut(table.Headings[c])}”")])}. Välj vilken av dem som har avgifterna."]);
        if (amounts is null || amounts == where) return new PublishedList(table, where, null, null, ["Ingen kolumn har belopp som går att läsa. Välj vilken kolumn som har avgifterna."]);

        var beside = Enumerable.Range(0, table.Headings.Count).Where(c => c != where && c != amounts && table.Rows.Count(row => those.Find(Plain(row[c])) is not null) * 2 > table.Rows.Count).ToList();
        var (found, faults) = Rows(table, where.Value, amounts.Value, beside, Find, expected);
        return new PublishedList(table, where, amounts, faults.Count == 0 ? found : null, faults);
    }

    private static (Dictionary<MunicipalityCode, Kronor> Found, List<string> Faults) Rows(
        ListTable table, int where, int amounts, IReadOnlyList<int> beside, Func<string, Municipality?> find, IReadOnlyCollection<MunicipalityCode> expected)
    {
        var (found, faults, rows) = (new Dictionary<MunicipalityCode, Kronor>(), new List<string>(), new Dictionary<MunicipalityCode, int>());
        Kronor? total = null;
        foreach (var (at, row) in table.Rows.Index())
        {
            var (number, name, typed) = (table.FirstRow + at, row[where], row[amounts]);
            if (row.All(c => c.Length == 0)) continue;
            var readable = SwedishAmount.TryParse(typed, out var amount);
            if (TotalWords.Contains(ListHeadings.Tidy(name)) || (name.Length == 0 && row.Any(c => TotalWords.Contains(ListHeadings.Tidy(c)))))
            {
                if (readable) total = amount;
            }
            else if (find(name) is not { } municipality) faults.Add(name.Length == 0 ? $"Rad {number}: det står inte vilken kommun det är." : $"Rad {number}: det finns ingen kommun som heter eller har koden ”{Cut(name)}”.");
            else if (beside.FirstOrDefault(c => find(row[c]) is { } other && other.Code != municipality.Code, -1) is >= 0 and var column) faults.Add($"Rad {number}: {municipality.Name} ({municipality.Code}) och ”{Cut(row[column])}” är olika kommuner.");
            else if (!expected.Contains(municipality.Code)) faults.Add($"Rad {number}: {municipality.Name} ({municipality.Code}) hör inte till dem som avgiften gäller.");
            else if (!rows.TryAdd(municipality.Code, number)) faults.Add($"Rad {number}: {municipality.Name} står redan på rad {rows[municipality.Code]}.");
            else if (!readable) faults.Add($"Rad {number}, {municipality.Name}: ”{Cut(typed)}” går inte att läsa som ett belopp. Skriv till exempel 9 500 eller 9 500,50.");
            else if (amount < Kronor.Zero || Rounding.DecimalsIn(amount.Amount) > 2) faults.Add($"Rad {number}, {municipality.Name}: ”{Cut(typed)}” är inget belopp i hela ören från noll och uppåt.");
            else found[municipality.Code] = amount;
        }

        var missing = expected.Where(code => !rows.ContainsKey(code)).Select(code => find(code.Digits)?.Name ?? code.Digits).Order(Swedish.Order).ToList();
        if (missing.Count > 0) faults.Add($"{Swedish.Municipalities(missing.Count)} saknas: {string.Join(", ", missing.Take(20))}{(missing.Count > 20 ? " med flera" : null)}.");
        if (faults.Count == 0 && total is { } stated && stated != found.Values.Sum()) faults.Add($"Listans summa är {stated.Text()}, men beloppen blir tillsammans {found.Values.Sum().Text()}.");
        return (found, faults);
    }

    private static int? Chosen(int? column, ListTable table) => column is { } at && at >= 0 && at < table.Headings.Count ? at : null;

    private static int? Best(ListTable table, Func<string, bool> fits)
    {
        var counts = Enumerable.Range(0, table.Headings.Count).Select(column => (Column: column, Count: table.Rows.Count(row => fits(row[column])))).Where(c => c.Count > 0).ToList();
        return counts.Count == 0 ? null : counts.MaxBy(c => c.Count).Column;
    }

    /// <summary>The first row that names a municipality begins the list; the line above it, if there is one, has the headings.</summary>
    private static ListTable WithoutTitle(ListTable table, Func<IReadOnlyList<string>, bool> names)
    {
        var first = table.Rows.TakeWhile(row => !names(row)).Count();
        if (first == 0 || first == table.Rows.Count) return table;

        var headings = table.Rows.Take(first).LastOrDefault(row => row.Count(c => c.Length > 0) >= 2);
        return new ListTable(headings is null ? table.Headings : [.. headings.Select((h, at) => h.Length == 0 ? table.Headings[at] : h)], [.. table.Rows.Skip(first)], table.FirstRow + first);
    }

    /// <summary>The columns whose headings speak of money, else those with amounts in most rows; never one of inhabitants.</summary>
    private static List<int> AmountsIn(ListTable table, int where, Func<IReadOnlyList<string>, bool> names)
    {
        var rows = table.Rows.Where(names).ToList();
        var money = Enumerable.Range(0, table.Headings.Count).Where(c => c != where && !Speaks(table.Headings[c], PeopleWords) && rows.Count(row => SwedishAmount.TryParse(row[c], out _)) * 2 > rows.Count).ToList();
        var named = money.Where(c => Speaks(table.Headings[c], AmountWords)).ToList();
        return named.Count > 0 ? named : money;
    }

    private static bool Speaks(string heading, string[] words) => words.Any(word => ListHeadings.Tidy(heading).Contains(word, StringComparison.Ordinal));

    /// <summary>A code that a spreadsheet took for a number has lost its first zero.</summary>
    private static string Plain(string cell) => cell.Length == 3 && int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? $"0{cell}" : cell;

    private static string Cut(string text) => text.Length <= 40 ? text : text[..40] + "…";

    [GeneratedRegex(@"\b20[0-9]{2}\b", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Year();
}
