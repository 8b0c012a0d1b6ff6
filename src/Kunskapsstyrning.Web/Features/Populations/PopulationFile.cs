using System.Text;
using System.Xml;
using Kunskapsstyrning.Domain.Municipalities.Populations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Features.Imports;

namespace Kunskapsstyrning.Web.Features.Populations;

/// <summary>Reads figures out of a file in any of SCB's layouts, told by its content and never by its name.</summary>
public static class PopulationFile
{
    /// <summary>The figures in a file, or why it is not taken in.</summary>
    public static Result TryRead(byte[] bytes, out PopulationReading? reading)
    {
        reading = null;
        if (bytes.Length == 0) return PopulationFileRefusals.Empty;
        if (bytes.Length > ReceivedFile.Largest) return PopulationFileRefusals.TooLarge;
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) return InField(ListRefusals.OldOrLocked);
        if (bytes.AsSpan().StartsWith("PK"u8)) return Workbook(bytes, out reading);
        return IsJson(bytes) ? StatisticsJson.TryRead(bytes, out reading) : Text(bytes, out reading);
    }

    private static bool IsJson(byte[] bytes)
    {
        var start = bytes.AsSpan(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0).TrimStart(" \t\r\n"u8);
        return start is [(byte)'{' or (byte)'[', ..];
    }

    private static Result Text(byte[] bytes, out PopulationReading? reading)
    {
        reading = null;
        if (FileContent.TypeOf(bytes) is not (null or Domain.Intake.MediaType.Text) || ListText.Decode(bytes) is not { } text) return InField(ListRefusals.NoList);

        var result = ListText.TryRead(text, out var lines);
        return result.IsDone ? PxWebTable.TryRead(lines, out reading) : InField(result.Refusal!);
    }

    private static Result Workbook(byte[] bytes, out PopulationReading? reading)
    {
        reading = null;
        try
        {
            var result = ListWorkbook.TryRead(bytes, out var lines);
            return result.IsDone ? PxWebTable.TryRead(lines, out reading) : InField(result.Refusal!);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or XmlException or IOException or NotSupportedException)
        {
            return InField(ListRefusals.Damaged);
        }
    }

    private static Refusal InField(Refusal refusal) => refusal with { Field = PopulationFileRefusals.Nothing.Field };
}
