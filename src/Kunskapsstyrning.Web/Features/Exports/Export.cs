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
    /// <summary>The municipalities that the view asks for, in its order.</summary>
    public IReadOnlyList<MunicipalityRow> Rows { get; } = View.Apply(State.Rows);

    /// <summary>The columns of the list.</summary>
    internal IReadOnlyList<RowColumn> Columns { get; } = RowColumn.In(View, State);

    /// <summary>"Samlat system för kunskapsstyrning 2020–2023, läget 4 juli 2019".</summary>
    public string Title => $"{State.Recommendation.TitleWithYears()}, läget {State.AsOf.Day.Long()}";

    /// <summary>The name of the file, without its ending.</summary>
    public string FileName => $"{State.Recommendation.ShortTitle} {State.AsOf.Day.Iso()}";

    /// <summary>The page that shows the same.</summary>
    public string Page => View.Href;

    /// <summary>The address of one of the files.</summary>
    public string FileAt(string ending, string? more = null) =>
        Urls.ToExport(View.Slug, ending) + View.Query + (more is null ? "" : $"{(View.Query.Length == 0 ? '?' : '&')}{more}");

    /// <summary>Which municipalities the list shows.</summary>
    public string Selection => View.Selection(State, Rows.Count);

    /// <summary>What stands under every picture and on every slide.</summary>
    public IReadOnlyList<string> Foot => [State.DayAndQuestion(), $"{State.CountsEverybody()} {Selection}", State.SourceSentence()];
}
