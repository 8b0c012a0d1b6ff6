using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Shared;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>What documents are called, in Swedish.</summary>
public static partial class Swedish
{
    /// <summary>"PDF", "Word".</summary>
    public static string Label(this MediaType type) => type switch
    {
        MediaType.Pdf => "PDF",
        MediaType.Docx => "Word",
        MediaType.Png or MediaType.Jpeg => "bild",
        MediaType.Text => "text",
        MediaType.Email => "e-post",
        MediaType.Workbook => "Excel",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No such kind."),
    };

    /// <summary>"120 kB", "1,4 MB".</summary>
    public static string Size(int bytes) => bytes < 1_000_000
        ? $"{SwedishText.Number(Math.Max(1, bytes / 1000))}{Nbsp}kB"
        : $"{SwedishText.Number(bytes / 1_000_000m, 1)}{Nbsp}MB";
}
