using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Features.Snapshots;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>What a file that is taken along says of itself: the same words in every kind of file.</summary>
public static partial class Swedish
{
    /// <summary>Who takes something that everybody may take.</summary>
    public const string Public = "Allmänheten";

    /// <summary>"Läget 4 juli 2019: det som hade kommit in till SKL.", and that it has ended where it has.</summary>
    public static string DayAndQuestion(this RecommendationState state) =>
        $"Läget {state.AsOf.Day.Long()}: {(state.AsOf.Basis is Basis.Held ? "det som kommunerna hade beslutat" : $"det som hade kommit in till {Association(state.AsOf.Day)}")}.{(state.EndedSentence() is { } ended ? $" {ended}" : "")}";

    /// <summary>"Talen gäller alla 290 kommuner."</summary>
    public static string CountsEverybody(this RecommendationState state) => $"Talen gäller alla {Municipalities(state.Rows.Count)}.";

    /// <summary>"Listan visar 26 av 290 kommuner: ej svarat, Norrbottens län."</summary>
    public static string Selection(this RecommendationView view, RecommendationState state, int shown) => view.IsFiltered
        ? $"Listan visar {Number(shown)} av {Municipalities(state.Rows.Count)}: {Filter(view, state)}."
        : $"Listan visar alla {Municipalities(state.Rows.Count)}.";

    /// <summary>"Efter invånare, störst först."</summary>
    public static string OrderInWords(this RecommendationView view)
    {
        var by = view.Order is TableColumn.Municipality ? "kommunens namn" : Lower(view.Order.Label().Replace(", kr", "", StringComparison.Ordinal));
        return $"Efter {by}{(view.Descending ? ", omvänt" : "")}.";
    }

    /// <summary>"Registrerat i efterhand": what was done after a state was saved.</summary>
    public static string Label(this SinceKind kind) => kind switch
    {
        SinceKind.LateArrival => "Registrerat i efterhand",
        SinceKind.Correction => "Rättelse",
        SinceKind.Retraction => "Tillbakataget",
        _ => "Nytt svar",
    };

    /// <summary>"Källa: Kunskapsstyrning, SKR; invånare SCB. Exempeldata: svaren är påhittade."</summary>
    public static string SourceSentence(this RecommendationState state) =>
        $"Källa: Kunskapsstyrning, SKR; invånare SCB.{(state.ExampleSentence() is { } example ? $" {example}" : "")}";

    /// <summary>"Exempeldata: svaren och gränsen är påhittade.": the notice of the page in few words, wherever something is taken along; null where nothing is invented.</summary>
    public static string? ExampleSentence(this RecommendationState state) =>
        state.ExampleNotice is null ? null : $"Exempeldata: {(state.Threshold is { IsOnlyWords: false } ? "svaren och gränsen" : "svaren")} är påhittade.";
}
