using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Exports;

/// <summary>A view of a recommendation on its way into a file: what every kind of file says, whatever it looks like.</summary>
/// <param name="State">How it stands: the same answer that the page shows.</param>
/// <param name="View">What of it was asked for.</param>
/// <param name="Taker">Who takes it.</param>
/// <param name="Now">When, in UTC.</param>
/// <param name="Address">Where the same view is on the web; null when the site's address is not known.</param>
public sealed record Export(RecommendationState State, RecommendationView View, string Taker, DateTimeOffset Now, Uri? Address)
{
    /// <summary>The saved state that it is of; null for what is registered by now.</summary>
    public KeptState? Kept { get; init; }

    /// <summary>The municipalities that the view asks for, in its order.</summary>
    public IReadOnlyList<MunicipalityRow> Rows { get; } = View.Apply(State);

    /// <summary>The columns of the list.</summary>
    internal IReadOnlyList<RowColumn> Columns { get; } = RowColumn.In(View, State);

    /// <summary>"Samlat system för kunskapsstyrning 2020–2023, läget 4 juli 2019".</summary>
    public string Title => $"{State.Recommendation.TitleWithYears()}, läget {State.AsOf.Day.Long()}";

    /// <summary>The name of the file, without its ending.</summary>
    public string FileName => Kept is { } kept ? $"{State.Recommendation.ShortTitle} {kept.Name}" : $"{State.Recommendation.ShortTitle} {State.AsOf.Day.Iso()}";

    /// <summary>The page that shows the same.</summary>
    public string Page => Kept is { } kept ? Urls.ToSnapshot(View.Slug, kept.Id) + View.Query : View.Href;

    /// <summary>The address of one of the files.</summary>
    public string FileAt(string ending, string? more = null) =>
        (Kept is { } kept ? $"{Urls.ToSnapshot(View.Slug, kept.Id)}/utdrag.{ending}" : Urls.ToExport(View.Slug, ending)) + View.Query + (more is null ? "" : $"{(View.Query.Length == 0 ? '?' : '&')}{more}");

    /// <summary>Which municipalities the list shows.</summary>
    public string Selection => View.Selection(State, Rows.Count);

    /// <summary>What they come to together; null where they are everybody.</summary>
    public string? SelectionSum => View.SelectionSentence(State, Rows);

    /// <summary>What stands under what has the list.</summary>
    public IReadOnlyList<string> Foot => [Day, $"{State.CountsEverybody()} {Selection}", .. Sum, State.SourceSentence()];

    /// <summary>What stands under a map: which municipalities stand out on it, where not all do.</summary>
    public IReadOnlyList<string> FootOfMap => View.IsFiltered ? [Day, $"{State.CountsEverybody()} {View.ChosenOnMap(State, Rows.Count)}", .. Sum, State.SourceSentence()] : FootWithoutList;

    /// <summary>What stands under that of which a selection shows nothing.</summary>
    public IReadOnlyList<string> FootWithoutList => [Day, State.CountsEverybody(), State.SourceSentence()];

    private string Day => State.DayAndQuestion() + (State.SinceSentence() is { } changes ? $" {changes}" : "") + (Kept is { } kept ? $" Sparat läge: {kept.Name}." : "");

    private string[] Sum => SelectionSum is { } sum ? [sum] : [];
}

/// <summary>A state that somebody saved: what its files say of that.</summary>
/// <param name="Id">The snapshot.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Purpose">What it is for.</param>
public sealed record KeptState(SnapshotId Id, string Name, string Purpose);
