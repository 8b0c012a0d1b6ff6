using System.Globalization;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web;

/// <summary>How recommendations stand: on a day, beside each other, saved and taken along.</summary>
public static partial class Urls
{
    public const string Recommendation = "/rekommendationer/{slug}";
    public const string Wall = "/rekommendationer/{slug}/vaggskarm";
    public const string ComparedDays = "/rekommendationer/{slug}/jamfor";
    public const string Forecast = "/rekommendationer/{slug}/prognos";
    public const string Rounds = "/rekommendationer/{slug}/omgangar";
    public const string SideBySide = "/rekommendationer/jamfor";
    public const string Division = "/rekommendationer/{slug}/fordelning";
    public const string Export = "/rekommendationer/{slug}/utdrag.";
    public const string Snapshots = "/rekommendationer/{slug}/lagen";
    public const string Snapshot = "/rekommendationer/{slug}/lagen/{id:guid}";
    public const string SnapshotExport = "/rekommendationer/{slug}/lagen/{id:guid}/utdrag.";
    public const string TakeAlong = "/rekommendationer/{slug}/ta-med";
    public const string SavedViews = "/vyer";
    public const string SaveView = "/vyer/ny";
    public const string ShareView = "/vyer/{id:guid}/dela";
    public const string RemoveView = "/vyer/{id:guid}/ta-bort";
    public const string SettleView = "/vyer/{id:guid}/ordna";

    /// <summary>A recommendation's page as it is today.</summary>
    public static string ToRecommendation(string slug) => $"/rekommendationer/{slug}";

    /// <summary>Two days of a recommendation beside each other; days that are not said are chosen by the page.</summary>
    public static string ToComparedDays(string slug, DateOnly? from = null, DateOnly? through = null, Basis basis = Basis.Arrived) =>
        $"/rekommendationer/{slug}/jamfor" + Query(("fran", from?.Iso()), ("till", through?.Iso()), ("fraga", basis is Basis.Held ? basis.Word() : null));

    /// <summary>The recommendation on a screen on a wall, which follows by itself.</summary>
    public static string ToWall(string slug) => $"/rekommendationer/{slug}/vaggskarm";

    /// <summary>Saving a view of a recommendation under a name.</summary>
    public static string ToSaveView(string slug, string query) => $"{SaveView}?rekommendation={slug}{(query.Length == 0 ? "" : "&" + query[1..])}";

    /// <summary>A saved view, to do something with.</summary>
    public static string ToSavedView(SavedViewId id) => $"{SavedViews}/{id.Value}";

    /// <summary>The saved states of a recommendation.</summary>
    public static string ToSnapshots(string slug) => $"/rekommendationer/{slug}/lagen";

    /// <summary>A saved state.</summary>
    public static string ToSnapshot(string slug, SnapshotId id) => $"/rekommendationer/{slug}/lagen/{id.Value}";

    /// <summary>The page that lists the files that a view can be taken along as.</summary>
    public static string ToTakeAlong(string slug) => $"/rekommendationer/{slug}/ta-med";

    /// <summary>A view of a recommendation as a file.</summary>
    public static string ToExport(string slug, string ending) => $"/rekommendationer/{slug}/utdrag.{ending}";

    /// <summary>How many will likely have adopted.</summary>
    public static string ToForecast(string slug) => $"/rekommendationer/{slug}/prognos";

    /// <summary>Who has joined and left since the round before.</summary>
    public static string ToRounds(string slug) => $"/rekommendationer/{slug}/omgangar";

    /// <summary>The answers to a recommendation divided by county, size and deciding body.</summary>
    public static string ToDivision(string slug) => $"/rekommendationer/{slug}/fordelning";

    /// <summary>The answers of all municipalities as a file for spreadsheets.</summary>
    public static string ToResponsesCsv(string slug, AsOf? asOf = null, string? status = null) =>
        $"{ApiRecommendations}/{slug}/responses" + Query(
            ("format", "csv"),
            ("status", status),
            ("asOf", asOf?.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("basis", asOf is null ? null : asOf.Basis is Basis.Held ? "held" : "arrived"));
}
