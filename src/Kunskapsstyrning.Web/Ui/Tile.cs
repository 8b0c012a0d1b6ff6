using Kunskapsstyrning.Domain.Decisions;
using Microsoft.AspNetCore.Components;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>The tile of each status as finished markup, for loops where a component for each row would be too slow.</summary>
public static class Tile
{
    private static readonly Dictionary<Status, MarkupString> Marks = Enum.GetValues<Status>().ToDictionary(s => s, s =>
        new MarkupString($"""<svg class="hex" aria-hidden="true"><use href="#h{Id(s)}"/></svg>"""));

    private static readonly Dictionary<Status, MarkupString> Circles = Enum.GetValues<Status>().ToDictionary(s => s, s =>
        new MarkupString($"""<svg class="hex" viewBox="-10 -11.5 20 23" aria-hidden="true"><use href="#c{Id(s)}" x="-10" y="-10" width="20" height="20"/><text class="tx tx-{char.ToLowerInvariant(Id(s))}" y="3.5">{s.Letter()}</text></svg>"""));

    private static readonly Dictionary<Status, MarkupString> Tags = Enum.GetValues<Status>().ToDictionary(s => s, s =>
        new MarkupString($"""<span class="st">{Marks[s].Value}{s.Label()}</span>"""));

    /// <summary>The letter of the drawing in the page's sprite.</summary>
    public static char Id(Status status) => status is Status.NoResponse ? '0' : status.Letter();

    /// <summary>The tile alone, hidden from screen readers; a word must stand beside it.</summary>
    public static MarkupString Mark(Status status) => Marks[status];

    /// <summary>The same as a circle, on a page whose map draws circles.</summary>
    public static MarkupString Circle(Status status) => Circles[status];

    /// <summary>Tile and word.</summary>
    public static MarkupString Tag(Status status) => Tags[status];
}
