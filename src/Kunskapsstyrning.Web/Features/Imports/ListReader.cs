using System.Xml;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Documents;

namespace Kunskapsstyrning.Web.Features.Imports;

/// <summary>Reads a list out of what somebody pasted or chose, told by its content and never by its name.</summary>
public static class ListReader
{
    /// <summary>The list in a file, or why it is not taken in.</summary>
    public static Result TryRead(byte[] bytes, out ListTable? table)
    {
        table = null;
        if (bytes.Length == 0) return ListRefusals.Empty;
        if (bytes.Length > ReceivedFile.Largest) return ListRefusals.TooLarge;
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) return ListRefusals.OldOrLocked;
        if (bytes.AsSpan().StartsWith("PK"u8)) return Workbook(bytes, out table);
        if (FileContent.TypeOf(bytes) is not (null or Domain.Intake.MediaType.Text)) return ListRefusals.NoList;
        return ListText.Decode(bytes) is { } text ? TryRead(text, out table) : ListRefusals.NoList;
    }

    /// <summary>The list in a text, or why it is not taken in.</summary>
    public static Result TryRead(string text, out ListTable? table)
    {
        table = null;
        if (text.Length > ReceivedFile.Largest) return ListRefusals.TooLarge;
        var result = ListText.TryRead(text, out var lines);
        return result.IsDone ? ListTable.TryMake(lines, out table) : result;
    }

    private static Result Workbook(byte[] bytes, out ListTable? table)
    {
        table = null;
        try
        {
            var result = ListWorkbook.TryRead(bytes, out var lines);
            return result.IsDone ? ListTable.TryMake(lines, out table) : result;
        }
        catch (Exception damaged) when (damaged is InvalidDataException or XmlException or IOException or NotSupportedException)
        {
            return ListRefusals.Damaged;
        }
    }
}
