using Kunskapsstyrning.Domain.Decisions;

namespace Kunskapsstyrning.Web.Features.Exports;

/// <summary>The colours of the five statuses in print, and the marks that tell them apart in grey: one place for pictures, maps and slides.</summary>
internal static class StatusPaint
{
    /// <summary>What it is filled with, under its mark; of one on its way the lower half.</summary>
    public static string Fill(Status status) => status switch
    {
        Status.Adopted => "#004a40",
        Status.AdoptedWithReservation => "#3e9c8b",
        Status.Declined => "#b2400f",
        Status.InPreparation => "#b5ddd4",
        _ => "#fff",
    };

    /// <summary>The line round it on white.</summary>
    public static string Edge(Status status) => status switch
    {
        Status.AdoptedWithReservation => "#2b6e61",
        Status.InPreparation => "#0b6a5c",
        Status.NoResponse => "#71807c",
        _ => Fill(status),
    };

    /// <summary>The line round it where others lie close: white between those that are filled.</summary>
    public static string Seam(Status status) => status is Status.InPreparation or Status.NoResponse ? Edge(status) : "#fff";

    /// <summary>What is written on it.</summary>
    public static string Ink(Status status) => status switch
    {
        Status.Adopted or Status.Declined => "#fff",
        Status.NoResponse => "#4b5b57",
        _ => "#10201d",
    };

    /// <summary>The fill of a surface of any shape; those with marks are named by a letter of their own.</summary>
    public static string Surface(Status status, char of) => status switch
    {
        Status.AdoptedWithReservation => $"url(#{of}F)",
        Status.Declined => $"url(#{of}N)",
        Status.InPreparation => $"url(#{of}P)",
        _ => Fill(status),
    };

    /// <summary>The white cuts of a round or six-sided mark of radius ten: none, level or aslant.</summary>
    public static string Cuts(Status status) => status switch
    {
        Status.AdoptedWithReservation => """<path stroke="#fff" stroke-width="1.5" d="M-9-5.3H9M-9 5.3H9"/>""",
        Status.Declined => """<path stroke="#fff" stroke-width="1.5" d="M-9 1.2 1.2-9M-1.2 9 9-1.2"/>""",
        _ => "",
    };

    /// <summary>A colour as slides have it: "004A40".</summary>
    public static string OnSlide(string colour) => colour.Length == 4 ? string.Concat(colour.Skip(1).Select(c => $"{c}{c}")).ToUpperInvariant() : colour[1..].ToUpperInvariant();
}
