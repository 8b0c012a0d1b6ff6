using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Messages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Kunskapsstyrning.Web.Features.Overview;

/// <summary>
/// Reads a view out of an address. A day that is none is refused, since nothing true can be shown for it. What else cannot be
/// understood is left out and told of: <see cref="RecommendationView.NotUnderstood"/>.
/// </summary>
internal static class ViewInAddress
{
    /// <summary>A day to compare with that is none.</summary>
    public static readonly Refusal NoDayToCompare = new("no-such-day-to-compare", "Vi förstår inte dagen att jämföra med. Skriv den som 2019-07-04.", "sedan");

    /// <summary>The day to compare with lies after the day that is shown.</summary>
    public static readonly Refusal Reversed = new("days-reversed", "Dagen att jämföra med ligger efter dagen som visas. Välj en tidigare dag.", "sedan");

    private const int LongestEcho = 40;

    /// <summary>The view that the address asks for, or why there is none.</summary>
    /// <param name="slug">The recommendation's name in addresses.</param>
    /// <param name="query">What stands after the question mark.</param>
    /// <param name="today">Today in Sweden.</param>
    /// <param name="view">What is asked for, when nothing is refused.</param>
    public static Refusal? Read(string slug, IQueryCollection query, DateOnly today, out RecommendationView view)
    {
        var refusal = AsOfInAddress.Read(query["per"], query["fraga"], today, out var asOf);
        view = Of(slug, query) with { Day = asOf.Day == today ? null : asOf.Day, Basis = asOf.Basis };
        if (refusal is not null) return refusal;
        if (string.IsNullOrWhiteSpace(query["sedan"]))
        {
            if (view.OnlyChanged) view = view with { OnlyChanged = false, NotUnderstood = [.. view.NotUnderstood, "bara de som har ändrats, utan dag att jämföra med"] };
            return null;
        }

        if (!AsOfInAddress.TryDay(query["sedan"].ToString(), out var since)) return NoDayToCompare;
        if (since > asOf.Day) return Reversed;

        view = view with { Since = since };
        return null;
    }

    /// <summary>A view that was kept as it stands in an address. Its days were right when it was kept; one that is none is left out.</summary>
    public static RecommendationView Kept(string slug, string query)
    {
        var kept = new QueryCollection(QueryHelpers.ParseQuery(query));
        return Read(slug, kept, DateOnly.MaxValue, out var view) is null ? view : Of(slug, kept);
    }

    /// <summary>What is asked for besides the day: filter, order, columns and map.</summary>
    public static RecommendationView Of(string slug, IQueryCollection query)
    {
        var unknown = new List<string>();
        var order = query["sortera"].ToString();
        var column = One(order.TrimStart('-'), ViewWords.Columns, "ordningen", unknown);
        var columns = Many(query["kolumner"], ViewWords.Columns, "kolumnen", unknown);
        var county = query["lan"].ToString().Trim();
        if (county.Length > 0 && !(county.Length == 2 && county.All(char.IsAsciiDigit))) Tell("länet", county, unknown);
        var search = TypedText.Printed(query["sok"].ToString()).Trim();
        return new RecommendationView
        {
            Slug = slug,
            Search = search.Length == 0 ? null : search,
            County = county.Length == 2 && county.All(char.IsAsciiDigit) ? county : null,
            Statuses = Many(query["status"], ViewWords.Statuses, "statusen", unknown),
            Size = One(query["storlek"], ViewWords.Sizes, "storleken", unknown),
            Body = query["organ"].ToString() is { Length: > 0 } body ? Body(body, unknown) : null,
            OnlyLate = Yes(query["sent"], "svaret på ”sent”", unknown),
            OnlyChanged = Yes(query["andrat"], "svaret på ”andrat”", unknown),
            Order = column,
            Descending = order.StartsWith('-') && ViewWords.Columns.ContainsKey(order.TrimStart('-')),
            ChosenColumns = columns.Count == 0 ? null : [TableColumn.Municipality, .. columns.Where(c => c is not TableColumn.Municipality)],
            Map = One(query["karta"], ViewWords.Maps, "kartan", unknown),
            Page = Page(query["sida"].ToString().Trim(), unknown),
            NotUnderstood = unknown,
        };
    }

    private static int Page(string typed, List<string> unknown)
    {
        if (typed.Length == 0) return 1;
        if (int.TryParse(typed, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var page) && page > 0) return page;

        Tell("sidan", typed, unknown);
        return 1;
    }

    private static T? One<T>(StringValues typed, IReadOnlyDictionary<string, T> words, string what, List<string> unknown)
    {
        var text = typed.ToString().Trim();
        if (text.Length == 0) return default;
        if (words.TryGetValue(text, out var known)) return known;

        Tell(what, text, unknown);
        return default;
    }

    private static Domain.Decisions.BodyKind? Body(string typed, List<string> unknown)
    {
        if (ViewWords.Bodies.TryGetValue(typed, out var known)) return known;

        Tell("beslutsorganet", typed, unknown);
        return null;
    }

    private static List<T> Many<T>(StringValues typed, IReadOnlyDictionary<string, T> words, string what, List<string> unknown)
    {
        var found = new List<T>();
        foreach (var text in typed.SelectMany(t => (t ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            if (!words.TryGetValue(text, out var known)) Tell(what, text, unknown);
            else if (!found.Contains(known)) found.Add(known);
        }

        return found;
    }

    private static bool Yes(StringValues typed, string what, List<string> unknown)
    {
        var text = typed.ToString().Trim();
        if (text is not ("" or "ja" or "nej")) Tell(what, text, unknown);
        return text is "ja";
    }

    private static void Tell(string what, string typed, List<string> unknown) => unknown.Add($"{what} ”{(typed.Length > LongestEcho ? typed[..LongestEcho] + "…" : typed)}”");
}
