using Kunskapsstyrning.Domain.Municipalities.Populations;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>Populations, in Swedish.</summary>
public static partial class Swedish
{
    /// <summary>"+1,2 %", "−3,4 %": a change, with its sign; never 0 for what is some; a dash where there is nothing to compare with.</summary>
    public static string ShareOfChange(this PopulationDifference difference) => difference.Share switch
    {
        null => "–",
        0 => $"0{Nbsp}%",
        var share when Math.Abs(share.Value) < 0.0005m => $"under{Nbsp}0,1{Nbsp}%",
        var share => $"{Sign(share.Value)}{Number(Math.Abs(share.Value * 100), 1)}{Nbsp}%",
    };

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
