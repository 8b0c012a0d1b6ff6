using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Overview;

public sealed partial record RecommendationView
{
    /// <summary>With more municipalities than these the table is shown a page at a time, and no map is drawn.</summary>
    public const int MostAtOnce = 500;

    /// <summary>The rows on a page of the table, where it is shown a page at a time.</summary>
    public const int OnAPage = 100;

    /// <summary>The rows that are asked for, in order. Equal rows go by name, and rows without the value come last either way.</summary>
    public IReadOnlyList<MunicipalityRow> Apply(RecommendationState state)
    {
        if (!IsFiltered && Order is TableColumn.Municipality && !Descending) return state.RowsByName;

        List<MunicipalityRow> byName = [.. state.RowsByName.Where(Shows)];
        return [.. Order switch
        {
            TableColumn.Status => Sorted(byName, r => Swedish.Place(r.Standing.Status)),
            TableColumn.Before => Sorted(byName, r => r.Before is { } before ? Swedish.Place(before.Status) : (int?)null),
            TableColumn.County => SortedByText(byName, r => r.County.Name),
            TableColumn.Decided => Sorted(byName, r => r.Standing.Content?.DecidedOn),
            TableColumn.Arrived => Sorted(byName, r => r.Standing.Content?.ArrivedOn),
            TableColumn.Body => SortedByText(byName, r => r.Standing.Content?.Body),
            TableColumn.Inhabitants or TableColumn.Size => Sorted(byName, r => r.Inhabitants),
            TableColumn.Fee => Sorted(byName, r => r.FirstYearFee?.Amount),
            TableColumn.FirstYear => Sorted(byName, r => r.Standing.FirstPayingYear),
            TableColumn.Code => Sorted(byName, r => r.Municipality.Code.Digits),
            _ => Descending ? Enumerable.Reverse(byName) : byName,
        }];
    }

    /// <summary>What the rows come to together, counted as everybody is: by status in municipalities, inhabitants and the first year's fees.</summary>
    public static Adoption Counted(RecommendationState state, IReadOnlyList<MunicipalityRow> rows)
    {
        var first = state.Recommendation.FundingYears.First;
        return new Adoption(
            [.. rows.Select(r => new AdoptionRow(r.Municipality.Code, r.Standing, r.Inhabitants ?? 0, r.FirstYearFee is { } fee ? new Dictionary<int, Kronor> { [first] = fee } : []))],
            rows.Any(r => r.FirstYearFee is not null) ? [first] : []);
    }

    /// <summary>How many pages the rows take; one where they are shown at once.</summary>
    public static int Pages(IReadOnlyCollection<MunicipalityRow> rows) => rows.Count <= MostAtOnce ? 1 : (rows.Count + OnAPage - 1) / OnAPage;

    /// <summary>The rows of the page that is asked for, of the last where there are not so many.</summary>
    public IReadOnlyList<MunicipalityRow> OnPage(IReadOnlyList<MunicipalityRow> rows) =>
        Pages(rows) is var pages && pages == 1 ? rows : [.. Enumerable.Range((Math.Min(Page, pages) - 1) * OnAPage, OnAPage).TakeWhile(at => at < rows.Count).Select(at => rows[at])];

    /// <summary>True for a row that the filter asks for.</summary>
    public bool Shows(MunicipalityRow row) =>
        (County is null || row.Municipality.CountyCode == County)
        && (Statuses.Count == 0 || Statuses.Contains(row.Standing.Status))
        && (Size is null || (row.Inhabitants is { } inhabitants && SizeClass.Of(inhabitants) == Size))
        && (Body is null || (row.Standing.Content is { IsAnswer: true } answer && answer.BodyKind == Body))
        && (!OnlyLate || row.IsLate)
        && (!OnlyChanged || row.HasChanged)
        && (Search is null || row.Municipality.Code.Digits.StartsWith(Search, StringComparison.Ordinal) || Swedish.Contains(row.Municipality.Name, Search));

    private IEnumerable<MunicipalityRow> Sorted<T>(List<MunicipalityRow> rows, Func<MunicipalityRow, T> by)
    {
        var known = rows.Where(r => by(r) is not null);
        return (Descending ? known.OrderByDescending(by) : known.OrderBy(by)).Concat(rows.Where(r => by(r) is null));
    }

    private IEnumerable<MunicipalityRow> SortedByText(List<MunicipalityRow> rows, Func<MunicipalityRow, string?> by) =>
        Sorted(rows, r => by(r) is { } text ? Swedish.Key(text) : null);
}
