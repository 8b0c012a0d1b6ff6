using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using CsvHelper;

namespace Kunskapsstyrning.Web.Api;

/// <summary>Rows as CSV (RFC 4180, UTF-8). The header is the same names as in JSON, so that the two cannot drift apart.</summary>
internal static class Csv
{
    private static readonly CsvWriterOptions Rules = new()
    {
        NewLine = "\r\n",

        // A cell that a spreadsheet would take for a formula gets an apostrophe before it.
        Injection = CsvInjection.Escape,
    };

    /// <summary>The rows as a file with the name.</summary>
    public static IResult File<T>(IEnumerable<T> rows, string name) => Results.File(Bytes(rows), "text/csv; charset=utf-8", $"{name}.csv");

    /// <summary>The rows as UTF-8.</summary>
    public static byte[] Bytes<T>(IEnumerable<T> rows)
    {
        var columns = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance);
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, Rules, leaveOpen: true))
        {
            foreach (var column in columns) csv.WriteField(JsonNamingPolicy.CamelCase.ConvertName(column.Name));
            csv.EndRecord();
            foreach (var row in rows)
            {
                foreach (var column in columns) Write(csv, column.GetValue(row));
                csv.EndRecord();
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Values under their names as UTF-8.</summary>
    public static byte[] Bytes(IEnumerable<string> names, IEnumerable<IEnumerable<object?>> rows)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, Rules, leaveOpen: true))
        {
            foreach (var name in names) csv.WriteField(name);
            csv.EndRecord();
            foreach (var row in rows)
            {
                foreach (var value in row) Write(csv, value);
                csv.EndRecord();
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Rows of text as a file that a Swedish spreadsheet opens as it is: semicolons, and a mark that it is UTF-8.</summary>
    public static IResult Sheet(IEnumerable<IEnumerable<string>> lines, string name)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, Rules with { Separator = ';', WriteByteOrderMark = true }, leaveOpen: true))
        {
            foreach (var line in lines)
            {
                foreach (var cell in line) csv.WriteField(cell);
                csv.EndRecord();
            }
        }

        return Results.File(bytes.ToArray(), "text/csv; charset=utf-8", $"{name}.csv");
    }

    /// <summary>Rows of text and kronor for a Swedish spreadsheet: amounts are numbers with a decimal comma, also those below zero.</summary>
    public static IResult Sheet(IEnumerable<IEnumerable<object>> lines, string name) => Results.File(SheetBytes(lines), "text/csv; charset=utf-8", $"{name}.csv");

    /// <summary>The same as UTF-8.</summary>
    public static byte[] SheetBytes(IEnumerable<IEnumerable<object>> lines)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, Rules with { Separator = ';', WriteByteOrderMark = true }, leaveOpen: true))
        {
            foreach (var line in lines)
            {
                foreach (var cell in line)
                {
                    if (cell is decimal number) csv.WriteField(number, "0.##", Comma);
                    else csv.WriteField((string)cell);
                }

                csv.EndRecord();
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A number is written as one, so that a minus before it is a minus and no formula.</summary>
    private static void Write(CsvWriter csv, object? value)
    {
        if (value is decimal number) csv.WriteField(number, default, CultureInfo.InvariantCulture);
        else csv.WriteField(Cell(value));
    }

    private static NumberFormatInfo Comma { get; } = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "", NegativeSign = "-" };

    private static string Cell(object? value) => value switch
    {
        null => "",
        string text => text,
        bool yes => yes ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Enum choice => JsonNamingPolicy.CamelCase.ConvertName(choice.ToString()),
        IEnumerable many => string.Join(' ', many.Cast<object>().Select(Cell)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"{value.GetType().Name} has no form in CSV."),
    };
}
