using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Shared;
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

    /// <summary>"Framhävda på kartan: ej svarat, Norrbottens län, 2 av 290 kommuner."</summary>
    public static string ChosenOnMap(this RecommendationView view, RecommendationState state, int shown) =>
        $"Framhävda på kartan: {Filter(view, state)}, {Number(shown)} av {Municipalities(state.Rows.Count)}.";

    /// <summary>"Sedan 4 juli 2019: antagit +32, antagit med förbehåll +4, avstår −19, på väg 0, ej svarat −17."; null where no earlier day is asked for.</summary>
    public static string? SinceSentence(this RecommendationState state) => state.Earlier is { } earlier
        ? $"Sedan {earlier.Day.Long()}: {string.Join(", ", Statuses.Select(s => $"{s.InText()} {Signed(state.Adoption[s].Municipalities - earlier.Adoption[s].Municipalities)}"))}."
        : null;

    /// <summary>"Urvalet: 20 av 26 kommuner hade antagit, även med förbehåll, med 500 000 av 612 000 invånare och 1 234 500 av 1 400 000 kr i avgift per år."; null where everybody is shown, or nobody.</summary>
    public static string? SelectionSentence(this RecommendationView view, RecommendationState state, IReadOnlyList<MunicipalityRow> rows)
    {
        if (!view.IsFiltered || rows.Count == 0 || state.IsBeforeTheQuestion) return null;

        var (all, tense) = (RecommendationView.Counted(state, rows), state.Tense());
        var have = tense.Have;
        var (adopted, reserved) = (all[Status.Adopted], all[Status.AdoptedWithReservation]);
        var fees = adopted.FirstYearFees is null ? (Kronor?)null : Statuses.Select(s => all[s].FirstYearFees!.Value).Sum();
        var (who, of) = all.HaveAdopted switch
        {
            0 => ($"{(rows.Count == 1 ? $"den enda kommunen {have} inte" : $"ingen av de {Number(rows.Count)} kommunerna {have}")} antagit. Där {(tense.IsPast ? "bodde" : "bor")}", false),
            var some when some == all.Municipalities => ($"{(some == 1 ? "den enda kommunen" : $"alla {Municipalities(some)}")} {have} antagit, även med förbehåll, med", false),
            var some => ($"{Number(some)} av {Municipalities(all.Municipalities)} {have} antagit, även med förbehåll, med", true),
        };
        var inhabitants = of ? $"{Number(adopted.Inhabitants + reserved.Inhabitants)} av " : "";
        var kronor = of && fees is not null ? $"{(adopted.FirstYearFees!.Value + reserved.FirstYearFees!.Value).Figures()} av " : "";
        return $"Urvalet: {who} {inhabitants}{Number(all.Inhabitants)}{Nbsp}invånare{(fees is { } sum ? $" och {(all.HaveAdopted == 0 ? $"avgiften {tense.Is} " : "")}{kronor}{sum.Text()}{(all.HaveAdopted == 0 ? "" : " i avgift")} per år" : "")}.";
    }

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

    /// <summary>"Källa: Kunskapsstyrning, SKR; invånare SCB. Exempeldata: svaren är påhittade." What is told of a day has the association's name of that day, and whoever takes it along the name of now: where they differ it is said.</summary>
    public static string SourceSentence(this RecommendationState state) =>
        $"Källa: Kunskapsstyrning, SKR{(state.AsOf.Day < CalledSkrFrom ? $", som till {CalledSkrFrom.Long()} hette SKL" : "")}; invånare SCB.{(state.ExampleSentence() is { } example ? $" {example}" : "")}";

    /// <summary>"Exempeldata: svaren och gränsen är påhittade.": the notice of the page in few words, wherever something is taken along; null where nothing is invented.</summary>
    public static string? ExampleSentence(this RecommendationState state) =>
        state.ExampleNotice is null ? null : $"Exempeldata: {(state.Threshold is { IsOnlyWords: false } ? "svaren och gränsen" : "svaren")} är påhittade.";
}
