using Kunskapsstyrning.Domain.Municipalities.Populations;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>Populations, in Swedish.</summary>
public static partial class Swedish
{
    /// <summary>"+1,2 %", "−3,4 %": a change, with its sign; a dash where there is nothing to compare with.</summary>
    public static string ShareOfChange(this PopulationDifference difference) =>
        difference.Share is { } share ? $"{Sign(share)}{Number(Math.Abs(share * 100), 1)}{Nbsp}%" : "–";

    /// <summary>"+123", "−4": a change, with its sign; a dash where there is nothing to compare with.</summary>
    public static string NumberOfChange(this PopulationDifference difference) =>
        difference.Change is { } change ? $"{Sign(change)}{Number(Math.Abs(change))}" : "–";

    /// <summary>"Hindrar": what a finding does.</summary>
    public static string Label(this FindingWeight weight) => weight switch
    {
        FindingWeight.Hard => "Hindrar",
        FindingWeight.Soft => "Fråga",
        _ => "Upplysning",
    };

    /// <summary>A checksum in short, enough to tell two apart.</summary>
    public static string ShortChecksum(string checksum) => checksum.Length <= 12 ? checksum : checksum[..12];

    private static string Sign(decimal number) => number > 0 ? "+" : number < 0 ? "−" : "";
}
