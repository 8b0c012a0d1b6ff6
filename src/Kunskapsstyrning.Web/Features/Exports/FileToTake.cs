namespace Kunskapsstyrning.Web.Features.Exports;

/// <summary>A file that can be taken along, as it is offered: the same names wherever it is.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Address">Where it is fetched.</param>
/// <param name="Holds">What it holds.</param>
internal sealed record FileToTake(string Name, string Address, string Holds)
{
    /// <summary>Every file of an export.</summary>
    public static IReadOnlyList<FileToTake> Of(Export export) =>
    [
        new("Excel", export.FileAt("xlsx"), "Listan med riktiga tal och datum, siffrorna, avgifterna år för år, och ett blad om uttaget."),
        new("PowerPoint", export.FileAt("pptx"), "Bilder att visa och ändra i: meningen med fem tal, diagram vars siffror går att redigera, kartan som sidan visar den, och listan."),
        new("PDF", export.FileAt("pdf"), "Meningen, siffrorna, bilderna och listan att skriva ut eller bifoga. Med rubriker, bildtexter och tabeller uppmärkta för skärmläsare."),
        new("Karta som bild (SVG)", export.FileAt("svg", "bild=karta"), "Kartan som sidan visar den, skarp i alla storlekar."),
        new("Karta som bild (PNG)", export.FileAt("png", "bild=karta"), "Samma bild för program som inte tar emot SVG."),
        new("Stapel som bild (SVG)", export.FileAt("svg", "bild=stapel"), "Svaren i en stapel, med gränsen om den är ett tal."),
        new("Stapel som bild (PNG)", export.FileAt("png", "bild=stapel"), "Samma bild för program som inte tar emot SVG."),
        new("Kurva som bild (SVG)", export.FileAt("svg", "bild=kurva"), "Hur många som hade antagit, dag för dag."),
        new("Kurva som bild (PNG)", export.FileAt("png", "bild=kurva"), "Samma bild för program som inte tar emot SVG."),
        new("CSV för Excel", export.FileAt("csv"), "Listan med semikolon och decimalkomma."),
        new("CSV för program", export.FileAt("csv", "profil=maskin"), "Listan med komma, decimalpunkt och samma namn som i API:et."),
    ];
}
