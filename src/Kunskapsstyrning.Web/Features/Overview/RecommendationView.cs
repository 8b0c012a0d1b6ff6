using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Overview;

/// <summary>What of a recommendation is shown: day, question, filter, order, columns and map. Everything stands in the address.</summary>
public sealed partial record RecommendationView
{
    /// <summary>The columns of the table where none are chosen.</summary>
    public static IReadOnlyList<TableColumn> UsualColumns { get; } =
        [TableColumn.Municipality, TableColumn.Status, TableColumn.County, TableColumn.Decided, TableColumn.Body, TableColumn.Inhabitants, TableColumn.Fee];

    /// <summary>The recommendation's name in addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>The day asked for; null when none is, which means today.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Whether arrival or meeting decides.</summary>
    public Basis Basis { get; init; }

    /// <summary>The earlier day that changes are counted from; null when none are asked for.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Part of a municipality's name, or the beginning of its code; null for all.</summary>
    public string? Search { get; init; }

    /// <summary>A county's two digits; null for all.</summary>
    public string? County { get; init; }

    /// <summary>The statuses asked for; none for all.</summary>
    public IReadOnlyList<Status> Statuses { get; init; } = [];

    /// <summary>The class of size; null for all.</summary>
    public SizeClass? Size { get; init; }

    /// <summary>The kind of body that decided; null for all.</summary>
    public BodyKind? Body { get; init; }

    /// <summary>True when only those whose answer came after their last day are asked for.</summary>
    public bool OnlyLate { get; init; }

    /// <summary>True when only those that have changed status since the earlier day are asked for.</summary>
    public bool OnlyChanged { get; init; }

    /// <summary>What the table is ordered by.</summary>
    public TableColumn Order { get; init; }

    /// <summary>True when the order is turned round.</summary>
    public bool Descending { get; init; }

    /// <summary>The columns that are chosen, in the order they are shown; null where none are.</summary>
    public IReadOnlyList<TableColumn>? ChosenColumns { get; init; }

    /// <summary>The page of the table, from 1, where it is shown a page at a time.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The map.</summary>
    public MapKind Map { get; init; }

    /// <summary>What the address asks for that cannot be understood, and is left out: "län ”1a”".</summary>
    public IReadOnlyList<string> NotUnderstood { get; init; } = [];

    /// <summary>The same day and question, and nothing else that is chosen.</summary>
    public RecommendationView OnlyDay => new() { Slug = Slug, Day = Day, Basis = Basis };

    /// <summary>True when not all municipalities are asked for.</summary>
    public bool IsFiltered => Search is not null || County is not null || Statuses.Count > 0 || Size is not null || Body is not null || OnlyLate || OnlyChanged;

    /// <summary>The map that can be drawn of a state: circles where there are no boundaries, and by inhabitants where no fee is set.</summary>
    public MapKind MapOf(RecommendationState state) => Map switch
    {
        MapKind.Areas when state.Boundaries is null => MapKind.PlacesByInhabitants,
        MapKind.PlacesByFee when state.Rows.All(r => r.FirstYearFee is null) => MapKind.PlacesByInhabitants,
        var asked => asked,
    };

    /// <summary>The columns that are shown, those chosen or the usual ones; with a day to compare with also the status on it.</summary>
    public IReadOnlyList<TableColumn> Columns =>
        ChosenColumns ?? (Since is null ? UsualColumns : [.. UsualColumns.Take(2), TableColumn.Before, .. UsualColumns.Skip(2)]);

    /// <summary>The columns that are shown of a state: not what is not public, and no fee where none is set.</summary>
    public IReadOnlyList<TableColumn> ColumnsFor(RecommendationState state, bool showsAnswers) => [.. Columns.Where(c => IsThere(c, state, showsAnswers))];

    /// <summary>The column in which it is said that an answer was late: beside the body that decided, or else beside the status.</summary>
    public static TableColumn LateIn(IReadOnlyList<TableColumn> columns) => columns.Contains(TableColumn.Body) ? TableColumn.Body : TableColumn.Status;

    /// <summary>The columns that can be chosen besides the municipality.</summary>
    public IEnumerable<TableColumn> ColumnsToChoose(RecommendationState state, bool showsAnswers) =>
        Enum.GetValues<TableColumn>().Where(c => c is not TableColumn.Municipality && IsThere(c, state, showsAnswers));

    /// <summary>The word for a status in an address.</summary>
    public static string Word(Status status) => ViewWords.Of(ViewWords.Statuses, status);

    /// <summary>The day and question asked for.</summary>
    public AsOf AsOf(DateOnly today) => new(Day ?? today, Basis);

    /// <summary>The same a month earlier; null where the question was not put then.</summary>
    public RecommendationView? MonthBefore(RecommendationState state) =>
        AMonthFrom(state.AsOf.Day, -1) is var day && day >= state.Recommendation.AskedOn ? OnDay(day, state.Today) : null;

    /// <summary>The same a month later, today at the latest; null where today is shown.</summary>
    public RecommendationView? MonthAfter(RecommendationState state) =>
        state.IsToday ? null : OnDay(AMonthFrom(state.AsOf.Day, 1) is var day && day < state.Today ? day : state.Today, state.Today);

    /// <summary>The same day of another month; the last day of a month gives the last day of the other.</summary>
    private static DateOnly AMonthFrom(DateOnly day, int months) => day.AddDays(1).Day == 1 ? day.AddDays(1).AddMonths(months).AddDays(-1) : day.AddMonths(months);

    /// <summary>The same page ordered by a column; a second time turns the order round.</summary>
    public RecommendationView SortedBy(TableColumn order) => this with { Order = order, Descending = order == Order && !Descending, Page = 1 };

    /// <summary>The address of the view.</summary>
    public string Href => Urls.ToRecommendation(Slug) + Query;

    /// <summary>The address of the view, at its table.</summary>
    public string TableHref => Href + "#tabell";

    /// <summary>What stands after a municipality's address to see it in the same recommendation on the same day.</summary>
    public string QueryOfMunicipality => Urls.Query([("rekommendation", Slug), .. (this with { Since = null }).DayValues]);

    /// <summary>All that is chosen, as the end of an address: "?per=2019-09-15&amp;lan=01"; empty when nothing is.</summary>
    public string Query => Urls.Query([.. DayValues, .. FilterValues, .. LookValues, ("sida", Page == 1 ? null : $"{Page}")]);

    /// <summary>The same page with every municipality.</summary>
    public RecommendationView Unfiltered => this with { Search = null, County = null, Statuses = [], Size = null, Body = null, OnlyLate = false, OnlyChanged = false, Page = 1 };

    /// <summary>The same as far as it says nothing of answers, for those who may not see them.</summary>
    public RecommendationView WithoutAnswers => this with { Statuses = [], Body = null, OnlyLate = false, OnlyChanged = false, Since = null, Map = MapKind.Tiles };

    /// <summary>What the filter form carries along unseen: day, question, order, columns and map.</summary>
    public IEnumerable<(string Name, string Value)> KeptByFilter => Present([.. DayValues, .. LookValues]);

    /// <summary>What the form for another day carries along unseen: filter, order, columns and map.</summary>
    public IEnumerable<(string Name, string Value)> KeptByDay => Present([.. FilterValues, .. LookValues]);

    /// <summary>What the form for columns carries along unseen: day, question, filter, order and map.</summary>
    public IEnumerable<(string Name, string Value)> KeptByColumns => Present([.. DayValues, .. FilterValues, .. (this with { ChosenColumns = null }).LookValues]);

    private IEnumerable<(string Name, string? Value)> DayValues =>
        [("per", Day?.Iso()), ("fraga", Basis is Basis.Held ? Basis.Word() : null), ("sedan", Since?.Iso())];

    private IEnumerable<(string Name, string? Value)> FilterValues =>
    [
        ("sok", Search), ("lan", County), .. Statuses.Select(status => ("status", (string?)Word(status))),
        ("storlek", Size is null ? null : ViewWords.Of(ViewWords.Sizes, Size)), ("organ", Body is { } body ? ViewWords.Of(ViewWords.Bodies, body) : null),
        ("sent", OnlyLate ? "ja" : null), ("andrat", OnlyChanged ? "ja" : null),
    ];

    private IEnumerable<(string Name, string? Value)> LookValues =>
    [
        ("sortera", OrderValue), .. (ChosenColumns ?? []).Where(c => c is not TableColumn.Municipality).Select(column => ("kolumner", (string?)ViewWords.Of(ViewWords.Columns, column))),
        ("karta", Map is MapKind.Tiles ? null : ViewWords.Of(ViewWords.Maps, Map)),
    ];

    private RecommendationView OnDay(DateOnly day, DateOnly today) => this with { Day = day == today ? null : day, Since = Since > day ? null : Since };

    private string? OrderValue => Order is TableColumn.Municipality && !Descending ? null : (Descending ? "-" : "") + ViewWords.Of(ViewWords.Columns, Order);

    private static bool IsThere(TableColumn column, RecommendationState state, bool showsAnswers) => column switch
    {
        TableColumn.Fee => state.Rows.Any(r => r.FirstYearFee is not null),
        TableColumn.Before => showsAnswers && state.Earlier is not null,
        TableColumn.Municipality or TableColumn.County or TableColumn.Code or TableColumn.Inhabitants or TableColumn.Size => true,
        _ => showsAnswers,
    };

    private static IEnumerable<(string Name, string Value)> Present(IEnumerable<(string Name, string? Value)> values) =>
        values.Where(v => v.Value is not null).Select(v => (v.Name, v.Value!));
}
