using Kunskapsstyrning.Web.Features.Overview;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>What a map shows, in words: the same on the page and in what is taken along.</summary>
public static partial class Swedish
{
    /// <summary>"En ruta är en kommun.", "Varje kommun inom sina gränser. Gränser: SCB, 2025-01-01."</summary>
    public static string MapSentence(this RecommendationView view, RecommendationState state)
    {
        if (view.MapOf(state) is MapKind.Tiles) return "En ruta är en kommun.";
        if (view.MapOf(state) is not MapKind.Areas) return $"En cirkel är en kommun, ytan är dess {CircleShows(view.MapOf(state))}.";

        var without = state.Rows.Count(row => state.Boundaries![row.Municipality.Code] is null);
        return $"Varje kommun inom sina gränser. Gränser: {state.Boundaries!.Source}, {state.Boundaries.Day.Iso()}.{(without == 0 ? null : $" {Municipalities(without)} utan gräns är en cirkel.")}";
    }

    /// <summary>"invånare", "kr per år": what is counted in the area of a circle.</summary>
    public static string CircleUnit(MapKind map) => map is MapKind.PlacesByFee ? $"kr{Nbsp}per år" : "invånare";

    /// <summary>"invånare", "avgift": what the area of a circle shows.</summary>
    public static string CircleShows(MapKind map) => map is MapKind.PlacesByFee ? "avgift" : "invånare";
}
