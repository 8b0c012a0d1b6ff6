using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kunskapsstyrning.Domain.Shared;

namespace Kunskapsstyrning.Web.Features.Imports;

/// <summary>A list as it was read: headings and rows of plain text. No cell is ever more than text.</summary>
/// <param name="Headings">The headings, as they stand; every row has as many cells.</param>
/// <param name="Rows">The rows that have anything in them.</param>
/// <param name="FirstRow">The number of the first row, counted as a spreadsheet does.</param>
public sealed record ListTable(IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows, int FirstRow)
{
    /// <summary>The most rows that are taken in.</summary>
    public const int MostRows = 5_000;

    /// <summary>The most columns that are taken in.</summary>
    public const int MostColumns = 60;

    /// <summary>The longest text of a cell that is taken in, more than a spreadsheet holds; a text as long as that is refused in its field.</summary>
    public const int LongestCell = 50_000;

    /// <summary>The most letters of all cells together: a workbook may name the same long text in every cell.</summary>
    private const long MostLetters = 15_000_000;

    private const int LinesBeforeHeadings = 10;

    /// <summary>True when the list has headings of its own; those of one that begins at once are made up.</summary>
    public bool HasHeadings => FirstRow > 1;

    /// <summary>Knows lists with the same headings, however they are written; null when it has none, for then all would be the same.</summary>
    public string? HeadingsKey => !HasHeadings ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', Headings.Select(ListHeadings.Tidy)))));

    /// <summary>Makes a list of lines: finds the headings, leaves out empty lines and columns.</summary>
    public static Result TryMake(IReadOnlyList<IReadOnlyList<string>> lines, out ListTable? table)
    {
        table = null;
        var width = lines.Count == 0 ? 0 : lines.Max(LastFilled);
        if (width == 0) return ListRefusals.Empty;
        if (width > MostColumns) return ListRefusals.TooWide;

        var (headingsAt, headings) = Headed(lines, width);
        var rows = lines.Skip(headingsAt + 1).Select(line => Filled(line, width)).ToList();
        while (rows.Count > 0 && rows[^1].All(c => c.Length == 0)) rows.RemoveAt(rows.Count - 1);
        if (rows.Count == 0) return ListRefusals.OnlyHeadings;
        if (rows.Count > MostRows) return ListRefusals.TooLong;
        if (rows.Sum(row => row.Sum(c => (long)c.Length)) > MostLetters) return ListRefusals.Swells;

        table = new ListTable(headings, rows, headingsAt + 2);
        return Result.Done;
    }

    /// <summary>A cell as it is kept: one line of what can be printed, and never longer than can be needed.</summary>
    internal static string Clean(ReadOnlySpan<char> text)
    {
        // A cell that we have ourselves made harmless is taken back as it was.
        if (text.Length > 1 && text[0] == '\'' && text[1] is '=' or '+' or '-' or '@') text = text[1..];
        var clean = new StringBuilder(Math.Min(text.Length, LongestCell));
        for (var i = 0; i < text.Length && clean.Length < LongestCell; i++)
        {
            var letter = text[i];
            if (char.IsHighSurrogate(letter) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) clean.Append(letter).Append(text[++i]);
            else if (char.IsWhiteSpace(letter)) clean.Append(letter is '\u00A0' ? letter : ' ');
            else if (!char.IsControl(letter) && !char.IsSurrogate(letter) && CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.Format) clean.Append(letter);
        }

        return clean.ToString().Trim();
    }

    /// <summary>The line with the headings: the first with at least two that are known, or only one in a list of that width; none when the list begins at once.</summary>
    private static (int At, IReadOnlyList<string> Headings) Headed(IReadOnlyList<IReadOnlyList<string>> lines, int width)
    {
        for (var at = 0; at < Math.Min(lines.Count, LinesBeforeHeadings); at++)
            if (lines[at].Count(ListHeadings.IsKnown) >= Math.Min(2, width)) return (at, Filled(lines[at], width));

        return (-1, [.. Enumerable.Range(0, width).Select(column => $"Kolumn {Letters(column)}")]);
    }

    private static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : $"{(char)('A' + column / 26 - 1)}{(char)('A' + column % 26)}";

    private static int LastFilled(IReadOnlyList<string> line)
    {
        var last = line.Count;
        while (last > 0 && line[last - 1].Length == 0) last--;
        return last;
    }

    private static List<string> Filled(IReadOnlyList<string> line, int width) => [.. Enumerable.Range(0, width).Select(column => column < line.Count ? line[column] : "")];
}

/// <summary>The sentences with which a list is refused as a whole.</summary>
public static class ListRefusals
{
    /// <summary>Neither text nor file.</summary>
    public static readonly Refusal Nothing = new("list-nothing", "Klistra in en lista eller välj en fil.", "text");

    /// <summary>Nothing in it.</summary>
    public static readonly Refusal Empty = new("list-empty", "Listan är tom. Kontrollera att rätt blad ligger först i arbetsboken.", "lista");

    /// <summary>No row under the headings.</summary>
    public static readonly Refusal OnlyHeadings = new("list-only-headings", "Listan har rubriker men inga rader.", "lista");

    /// <summary>More rows than are taken in.</summary>
    public static readonly Refusal TooLong = new("list-too-long", "Listan har fler än 5\u00A0000 rader. Dela upp den.", "lista");

    /// <summary>More columns than are taken in.</summary>
    public static readonly Refusal TooWide = new("list-too-wide", "Listan har fler än 60 kolumner. Ta bort dem som inte behövs.", "lista");

    /// <summary>More bytes than are taken in.</summary>
    public static readonly Refusal TooLarge = new("list-too-large", "Filen är för stor. Den får vara högst 15\u00A0MB.", "lista");

    /// <summary>Grows beyond reason when it is unpacked.</summary>
    public static readonly Refusal Swells = new("list-swells", "Arbetsboken blir orimligt stor när den packas upp. Spara bladet som en ny arbetsbok och välj den.", "lista");

    /// <summary>No workbook, or one that is damaged.</summary>
    public static readonly Refusal Damaged = new("list-damaged", "Det går inte att läsa arbetsboken. Öppna den i Excel, spara den som .xlsx och välj den på nytt.", "lista");

    /// <summary>The old format, or one with a password.</summary>
    public static readonly Refusal OldOrLocked = new("list-old-or-locked", "Filen är i det äldre formatet .xls eller skyddad med lösenord. Spara den som .xlsx utan lösenord.", "lista");

    /// <summary>Something else than a list.</summary>
    public static readonly Refusal NoList = new("list-no-list", "Filen är ingen lista. Välj en arbetsbok (.xlsx) eller en textfil med kolumner (.csv).", "lista");
}
