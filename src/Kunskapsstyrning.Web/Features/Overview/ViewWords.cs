using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;

namespace Kunskapsstyrning.Web.Features.Overview;

/// <summary>The words of a view in an address, and what they stand for.</summary>
internal static class ViewWords
{
    public static readonly IReadOnlyDictionary<string, Status> Statuses = new Dictionary<string, Status>(StringComparer.Ordinal)
    {
        ["antagit"] = Status.Adopted,
        ["forbehall"] = Status.AdoptedWithReservation,
        ["avstar"] = Status.Declined,
        ["pa-vag"] = Status.InPreparation,
        ["ej-svarat"] = Status.NoResponse,
    };

    public static readonly IReadOnlyDictionary<string, TableColumn> Columns = new Dictionary<string, TableColumn>(StringComparer.Ordinal)
    {
        ["kommun"] = TableColumn.Municipality,
        ["status"] = TableColumn.Status,
        ["lan"] = TableColumn.County,
        ["beslut"] = TableColumn.Decided,
        ["organ"] = TableColumn.Body,
        ["invanare"] = TableColumn.Inhabitants,
        ["avgift"] = TableColumn.Fee,
        ["kod"] = TableColumn.Code,
        ["inkom"] = TableColumn.Arrived,
        ["storlek"] = TableColumn.Size,
        ["fran-ar"] = TableColumn.FirstYear,
        ["fore"] = TableColumn.Before,
    };

    public static readonly IReadOnlyDictionary<string, BodyKind> Bodies = new Dictionary<string, BodyKind>(StringComparer.Ordinal)
    {
        ["fullmaktige"] = BodyKind.Council,
        ["kommunstyrelse"] = BodyKind.Executive,
        ["namnd"] = BodyKind.Board,
        ["utskott"] = BodyKind.Committee,
        ["delegat"] = BodyKind.Delegate,
        ["gemensam-namnd"] = BodyKind.JointBoard,
        ["annat"] = BodyKind.Other,
    };

    public static readonly IReadOnlyDictionary<string, MapKind> Maps = new Dictionary<string, MapKind>(StringComparer.Ordinal)
    {
        ["rutor"] = MapKind.Tiles,
        ["plats"] = MapKind.PlacesByInhabitants,
        ["plats-avgift"] = MapKind.PlacesByFee,
        ["granser"] = MapKind.Areas,
    };

    /// <summary>"10000-19999", and "200000-" for the largest.</summary>
    public static readonly IReadOnlyDictionary<string, SizeClass> Sizes = SizeClass.All.ToDictionary(size => FormattableString.Invariant($"{size.From}-{size.Through}"), StringComparer.Ordinal);

    /// <summary>The word for a value.</summary>
    public static string Of<T>(IReadOnlyDictionary<string, T> words, T value) => words.First(w => EqualityComparer<T>.Default.Equals(w.Value, value)).Key;
}
