using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Features.Analysis;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>The sentences about recommendations side by side. Nothing is put in one sentence that cannot be compared.</summary>
public static partial class Swedish
{
    /// <summary>"100 dagar efter det att frågan ställdes".</summary>
    public static string After(int days) => $"{Count(days, "dag", "dagar")} efter det att frågan ställdes";

    /// <summary>"Brevet 6 mars 2019", or the board's decision where no letter is known.</summary>
    public static string AskedBy(this ComparedRecommendation compared) => $"{(compared.Now.Recommendation.Letter is null ? "Styrelsens beslut" : "Brevet")} {compared.AskedOn.Long()}";

    /// <summary>"100 dagar efter brevet": the same where some are counted from the letter and some from the board's decision.</summary>
    private static string After(int days, string what) => $"{Count(days, "dag", "dagar")} efter {what}";

    /// <summary>"100 dagar efter det att frågan ställdes hade 191 kommuner antagit Samlat system för kunskapsstyrning 2020–2023 och 150 …"; where they are not counted from the same, each kind in a sentence of its own.</summary>
    public static string Sentence(this SideBySideView view)
    {
        if (view.Recommendations.Count == 0) return $"Ingen rekommendation vars svar kan visas hade nått kommunerna {view.AsOf.Day.Long()}.";

        var reached = view.Recommendations.Where(r => r.Then is not null).ToList();
        var waiting = view.Recommendations.Where(r => r.Then is null).Select(r => r.Now.Recommendation.TitleWithYears()).ToList();
        var (byLetter, byBoard) = (reached.Where(r => r.Now.Recommendation.Letter is not null).ToList(), reached.Where(r => r.Now.Recommendation.Letter is null).ToList());
        var both = byLetter.Count > 0 && byBoard.Count > 0;
        var first = view.CountsAlike
            ? AdoptedBy(reached, After(view.Days))
            : $"{AdoptedBy(byLetter, After(view.Days, "brevet"))} {AdoptedBy(byBoard, After(view.Days, "styrelsens beslut"))}".Trim();
        if (both) first += $" Det går inte att jämföra rakt av: när brevet om {List([.. byBoard.Select(r => r.Now.Recommendation.TitleWithYears())])} kom är inte känt.";
        var rest = waiting.Count == 0 ? "" : $"Så långt {Tense.On(view.AsOf.Day, view.Today).Have} {List(waiting)} inte kommit.";
        return $"{first} {rest}".Trim();
    }

    /// <summary>"Dagarna räknas från brevet, men för Kunskapsbaserad socialtjänst 2025–2028 från styrelsens beslut, för brevets dag är inte känd."; null where all are counted from the same.</summary>
    public static string? CountedFromSentence(this SideBySideView view)
    {
        var without = view.Recommendations.Where(r => r.Now.Recommendation.Letter is null).Select(r => r.Now.Recommendation.TitleWithYears()).ToList();
        return view.CountsAlike
            ? null
            : $"Dagarna räknas från brevet, men för {List(without)} från styrelsens beslut, för brevets dag är inte känd. Därför går talen inte att jämföra rakt av.";
    }

    /// <summary>"Alla på samma skala, räknat från den dag frågan ställdes.": over the curves.</summary>
    public static string ScaleSentence(this SideBySideView view) =>
        $"Alla på samma skala, räknat från {(view.CountsAlike ? "den dag frågan ställdes" : "brevet, och från styrelsens beslut där brevets dag inte är känd")}.";

    /// <summary>"100 dagar efter brevet: 191 av 290. 4 juli 2019: 228 av 290 kommuner har antagit."</summary>
    public static string CurveSentence(this ComparedRecommendation compared, SideBySideView view)
    {
        var (adopted, tense) = (compared.Now.Adoption.HaveAdopted, compared.Now.Tense());
        if (adopted == 0) return $"{view.AsOf.Day.Long()}: ingen kommun {tense.Have} antagit.";

        var now = $"{view.AsOf.Day.Long()}: {Number(adopted)} av {Municipalities(compared.Now.Adoption.Municipalities)} {tense.Have} antagit.";
        return compared.Then is { } then ? $"{Capital(After(view.Days, compared.Now.Recommendation.WhatAsked()))}: {Number(then.Adoption.HaveAdopted)} av {Number(then.Adoption.Municipalities)}. {now}" : now;
    }

    private static string AdoptedBy(List<ComparedRecommendation> some, string after) => some.Count == 0
        ? ""
        : $"{Capital(after)} hade {List([.. some.Select(r => $"{Adopters(r.Then!.Adoption)} antagit {r.Now.Recommendation.TitleWithYears()}")])}.";

    private static string Adopters(Adoption adoption) => adoption.HaveAdopted == 0 ? "ingen kommun"
        : adoption.HaveAdopted == adoption.Municipalities ? $"alla {Municipalities(adoption.Municipalities)}" : Municipalities(adoption.HaveAdopted);
}
