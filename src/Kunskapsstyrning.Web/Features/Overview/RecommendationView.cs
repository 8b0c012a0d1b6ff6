using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Overview;

/// <summary>What the table is ordered by.</summary>
public enum RowOrder
{
    /// <summary>Municipality, in Swedish alphabetical order.</summary>
    Municipality,
    /// <summary>Status, adopted first.</summary>
    Status,
    /// <summary>County.</summary>
    County,
    /// <summary>The day of the decision; those without it last.</summary>
    Decided,
    /// <summary>The deciding body; those without it last.</summary>
    Body,
    /// <summary>Inhabitants.</summary>
    Inhabitants,
    /// <summary>The yearly fee; those without it last.</summary>
    Fee,
}

/// <summary>What of a recommendation's page is shown: day, question, filter and order. Everything stands in the address.</summary>
public sealed record RecommendationView
{
    private static readonly Dictionary<string, Status> StatusWords = new(StringComparer.Ordinal)
    {
        ["antagit"] = Domain.Decisions.Status.Adopted,
        ["forbehall"] = Domain.Decisions.Status.AdoptedWithReservation,
        ["avstar"] = Domain.Decisions.Status.Declined,
        ["pa-vag"] = Domain.Decisions.Status.InPreparation,
        ["ej-svarat"] = Domain.Decisions.Status.NoResponse,
    };

    private static readonly Dictionary<string, RowOrder> OrderWords = new(StringComparer.Ordinal)
    {
        ["kommun"] = RowOrder.Municipality,
        ["status"] = RowOrder.Status,
        ["lan"] = RowOrder.County,
        ["beslut"] = RowOrder.Decided,
        ["organ"] = RowOrder.Body,
        ["invanare"] = RowOrder.Inhabitants,
        ["avgift"] = RowOrder.Fee,
    };

    /// <summary>The recommendation's name in addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>The day asked for; null when none is, which means today.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Whether arrival or meeting decides.</summary>
    public Basis Basis { get; init; }

    /// <summary>Part of a municipality's name, or the beginning of its code; null for all.</summary>
    public string? Search { get; init; }

    /// <summary>A county's two digits; null for all.</summary>
    public string? County { get; init; }

    /// <summary>One status; null for all.</summary>
    public Status? Status { get; init; }

    /// <summary>What the table is ordered by.</summary>
    public RowOrder Order { get; init; }

    /// <summary>True when the order is turned round.</summary>
    public bool Descending { get; init; }

    /// <summary>True when not all municipalities are asked for.</summary>
    public bool IsFiltered => Search is not null || County is not null || Status is not null;

    /// <summary>The word for a status in an address.</summary>
    public static string Word(Status status) => StatusWords.First(w => w.Value == status).Key;

    /// <summary>The view that an address asks for. What cannot be read as a filter or an order is left out.</summary>
    public static RecommendationView Of(string slug, DateOnly? day, Basis basis, string? sok, string? lan, string? status, string? sortera)
    {
        var order = sortera?.TrimStart('-') ?? "";
        return new RecommendationView
        {
            Slug = slug,
            Day = day,
            Basis = basis,
            Search = string.IsNullOrWhiteSpace(sok) ? null : sok.Trim(),
            County = lan is { Length: 2 } && lan.All(char.IsAsciiDigit) ? lan : null,
            Status = status is not null && StatusWords.TryGetValue(status, out var known) ? known : null,
            Order = OrderWords.GetValueOrDefault(order),
            Descending = sortera?.StartsWith('-') == true && OrderWords.ContainsKey(order),
        };
    }

    /// <summary>The rows that are asked for, in order. Equal rows go by name, and rows without the value come last either way.</summary>
    public IReadOnlyList<MunicipalityRow> Apply(IEnumerable<MunicipalityRow> rows)
    {
        var byName = rows.Where(Shows).OrderBy(r => Swedish.Key(r.Municipality.Name));
        return [.. Order switch
        {
            RowOrder.Status => Sorted(byName, r => Position(r.Standing.Status)),
            RowOrder.County => SortedByText(byName, r => r.County.Name),
            RowOrder.Decided => Sorted(byName, r => r.Standing.Content?.DecidedOn),
            RowOrder.Body => SortedByText(byName, r => r.Standing.Content?.Body),
            RowOrder.Inhabitants => Sorted(byName, r => r.Inhabitants),
            RowOrder.Fee => Sorted(byName, r => r.FirstYearFee?.Amount),
            _ => Descending ? byName.Reverse() : byName,
        }];
    }

    /// <summary>The same page ordered by a column; a second time turns the order round.</summary>
    public RecommendationView SortedBy(RowOrder order) => this with { Order = order, Descending = order == Order && !Descending };

    /// <summary>The address of the view.</summary>
    public string Href => Urls.ToRecommendation(Slug) + Urls.Query(Values);

    /// <summary>The address of the view, at its table.</summary>
    public string TableHref => Href + "#tabell";

    /// <summary>The same page with every municipality.</summary>
    public RecommendationView Unfiltered => this with { Search = null, County = null, Status = null };

    /// <summary>What the filter form carries along unseen: day, question and order.</summary>
    public IEnumerable<(string Name, string Value)> KeptByFilter => Present([.. DayValues, ("sortera", OrderValue)]);

    /// <summary>What the form for another day carries along unseen: filter and order.</summary>
    public IEnumerable<(string Name, string Value)> KeptByDay => Present(FilterValues);

    private IEnumerable<(string Name, string? Value)> DayValues =>
        [("per", Day?.Iso()), ("fraga", Basis is Basis.Held ? Basis.Word() : null)];

    private IEnumerable<(string Name, string? Value)> FilterValues =>
        [("sok", Search), ("lan", County), ("status", Status is { } status ? Word(status) : null), ("sortera", OrderValue)];

    private IEnumerable<(string Name, string? Value)> Values => [.. DayValues, .. FilterValues];

    private static IEnumerable<(string Name, string Value)> Present(IEnumerable<(string Name, string? Value)> values) =>
        values.Where(v => v.Value is not null).Select(v => (v.Name, v.Value!));

    private string? OrderValue => Order is RowOrder.Municipality && !Descending
        ? null
        : (Descending ? "-" : "") + OrderWords.First(w => w.Value == Order).Key;

    private bool Shows(MunicipalityRow row) =>
        (County is null || row.Municipality.CountyCode == County)
        && (Status is null || row.Standing.Status == Status)
        && (Search is null || row.Municipality.Code.Digits.StartsWith(Search, StringComparison.Ordinal) || Swedish.Contains(row.Municipality.Name, Search));

    private IEnumerable<MunicipalityRow> Sorted<T>(IOrderedEnumerable<MunicipalityRow> rows, Func<MunicipalityRow, T> by)
    {
        var known = rows.Where(r => by(r) is not null);
        return (Descending ? known.OrderByDescending(by) : known.OrderBy(by)).Concat(rows.Where(r => by(r) is null));
    }

    private IEnumerable<MunicipalityRow> SortedByText(IOrderedEnumerable<MunicipalityRow> rows, Func<MunicipalityRow, string?> by) =>
        Sorted(rows, r => by(r) is { } text ? Swedish.Key(text) : null);

    private static int Position(Status status)
    {
        for (var i = 0; i < Swedish.Statuses.Count; i++)
        {
            if (Swedish.Statuses[i] == status) return i;
        }

        throw new ArgumentOutOfRangeException(nameof(status), status, "A status without its place.");
    }
}
