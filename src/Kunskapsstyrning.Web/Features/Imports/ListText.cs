using CsvHelper;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Reading;

namespace Kunskapsstyrning.Web.Features.Imports;

/// <summary>Reads lists in plain text: pasted from a spreadsheet, or CSV with semicolons, commas or tabs, in whatever encoding Excel writes.</summary>
internal static class ListText
{
    /// <summary>The text of a file; null when it is no text.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        var text = Charsets.Decode(bytes, charset: null);
        return text.Any(c => char.IsControl(c) && !char.IsWhiteSpace(c)) || text.TrimStart().StartsWith('<') ? null : text;
    }

    /// <summary>The lines and cells of a text.</summary>
    public static Result TryRead(string text, out IReadOnlyList<IReadOnlyList<string>> lines)
    {
        var read = new List<IReadOnlyList<string>>();
        lines = read;
        var rules = new CsvReaderOptions { HasHeader = false, Separator = SeparatorOf(text), SkipEmptyLines = false };
        using var csv = CsvReader.Create(new StringReader(text), rules, leaveOpen: false);
        try
        {
            while (csv.Read())
            {
                // Room for a title and blank lines before the headings.
                if (read.Count > ListTable.MostRows + 20) return ListRefusals.TooLong;
                if (csv.FieldCount > 16_384) return ListRefusals.TooWide;
                read.Add([.. Enumerable.Range(0, csv.FieldCount).Select(i => ListTable.Clean(csv.GetString(i)))]);
            }
        }
        catch (CsvFormatException)
        {
            return ListRefusals.NoList;
        }

        return Result.Done;
    }

    /// <summary>A tab wherever there is one, as a spreadsheet copies; else whichever of semicolon and comma there is more of in the first lines.</summary>
    private static char SeparatorOf(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, 4_096));
        if (start.Contains('\t')) return '\t';
        return start.Count(';') >= start.Count(',') ? ';' : ',';
    }
}
