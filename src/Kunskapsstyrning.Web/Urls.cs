using System.Globalization;

namespace Kunskapsstyrning.Web;

/// <summary>Every address, in Swedish where people read it. Constants are route patterns; functions make links. Each part of the business has a file of its own.</summary>
public static partial class Urls
{
    public const string Start = "/";
    public const string Accessibility = "/tillganglighet";
    public const string Sitemap = "/sitemap.xml";
    public const string Robots = "/robots.txt";
    public const string News = "/handelser";
    public const string Live = "/halsa/live";
    public const string Ready = "/halsa/redo";

    /// <summary>What is new in a recommendation after the event that a page rests on, and whether the page says that the threshold is reached.</summary>
    public static string ToNews(string slug, long after, bool isReached = false) =>
        News + Query(("rekommendation", slug), ("efter", after.ToString(CultureInfo.InvariantCulture)), ("nadd", isReached ? "ja" : null));

    /// <summary>A query string of the values that are there; empty when none is.</summary>
    public static string Query(params IEnumerable<(string Name, string? Value)> values)
    {
        var pairs = values.Where(v => !string.IsNullOrEmpty(v.Value)).Select(v => $"{v.Name}={Uri.EscapeDataString(v.Value!)}").ToList();
        return pairs.Count == 0 ? "" : "?" + string.Join('&', pairs);
    }
}
