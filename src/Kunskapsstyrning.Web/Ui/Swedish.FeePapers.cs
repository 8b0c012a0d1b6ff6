using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.FeePapers;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>The words of the annex with every municipality's cost.</summary>
public static partial class Swedish
{
    /// <summary>"Kostnad per kommun 2017, Nationell stödfunktion": the title, and the name of the file.</summary>
    internal static string Title(this CostList list) => $"Kostnad per kommun {list.Year}, {list.Recommendation.ShortTitle}";

    /// <summary>How the fees were reckoned, in sentences.</summary>
    internal static IReadOnlyList<string> Reckoning(this CostList list) => list.Terms.Kind is FeeKind.PublishedList
        ? [list.Terms.Sentence()]
        : [list.Terms.Sentence(), list.Terms.Details(), .. FeeExplanation.Describe(list.Fees.List).Where(s => !list.Terms.Details().Contains(s, StringComparison.Ordinal)), .. list.Terms.Assumption is { } assumed ? [assumed] : Array.Empty<string>()];

    /// <summary>"3 403 100 kr, 3 100 kr mer än den angivna kostnaden": the sum, and how it stands to what was said.</summary>
    internal static string SumSentence(this CostList list) => list.Recommendation.StatedCost is { } stated ? $"{list.Sum.Text()}, {stated.Beside(list.Sum)}" : list.Sum.Text();

    /// <summary>"högst 19 500 000 kr per år. Summan ryms under taket.": the cap, and whether the sum is within.</summary>
    internal static string? CapSentence(this CostList list) => (list.Terms.Cap, list.Fees.List.AboveCap) switch
    {
        ({ } cap, { } above) when above > Kronor.Zero => $"högst {cap.Text()} per år. Summan är {above.Text()} över taket",
        ({ } cap, _) => $"högst {cap.Text()} per år. Summan ryms under taket",
        _ => null,
    };

    /// <summary>"31 december 2015, SCB": whose inhabitants; null where fees do not depend on them.</summary>
    internal static string? PopulationSentence(this CostList list) => list.Terms.PopulationDate is { } day ? string.Join(", ", new[] { day.Long(), list.PopulationSource }.OfType<string>()) : null;

    /// <summary>How many of the amounts SKR has sent out, and what the others are.</summary>
    internal static string OriginSentence(this CostList list) => (list.Published, list.Lines.Count) switch
    {
        (0, _) when list.Fees.FrozenAt is { } at => $"{list.Asker} fastställde avgifterna {SwedishTime.DayOf(at).Long()}, räknade ur villkoren.",
        (0, _) => $"Avgifterna är beräknade ur villkoren, inte publicerade av {list.Asker}.",
        var (published, all) when published == all => $"{list.Asker} har publicerat alla avgifter. De beloppen gäller.",
        var (published, _) => $"{list.Asker} har publicerat {Count(published, "avgift", "avgifter")}. De beloppen gäller; de andra är beräknade ur villkoren.",
    };

    /// <summary>How the amounts that were sent out stand to those that the terms give.</summary>
    internal static string? DifferenceSentence(this CostList list) => (list.Published, list.Differing.Count) switch
    {
        (0, _) => null,
        (_, 0) => "De publicerade beloppen är lika med de beräknade.",
        var (_, differing) => $"{Count(differing, "publicerat belopp", "publicerade belopp")} skiljer sig från det beräknade:",
    };

    /// <summary>"112 av 290 avgiftsbesked är utskrivna.": how far the printing has come.</summary>
    internal static string Sentence(this NoticeProgress notices) => notices.Last switch
    {
        null => $"Inga är utskrivna. Det blir {Count(notices.Municipalities, "avgiftsbesked", "avgiftsbesked")}, ett för varje kommun.",
        { State: FeeNoticeBatchState.Printing } batch => $"{Number(notices.Printed)} av {Number(batch.Municipalities)} avgiftsbesked är utskrivna.",
        { State: FeeNoticeBatchState.Done } batch => $"Alla {Number(batch.Municipalities)} avgiftsbesked är utskrivna.",
        { State: FeeNoticeBatchState.Cancelled } => "Utskriften avbröts. Inget finns kvar av den.",
        { State: FeeNoticeBatchState.Overtaken } => "Avgifterna ändrades medan beskeden skrevs ut, så utskriften avbröts. Skriv ut dem på nytt.",
        { State: FeeNoticeBatchState.Failed } => "Utskriften gick inte att slutföra, och inget finns kvar av den. Försök igen om en stund.",
        _ => "De utskrivna beskeden är borttagna: de sparas i sju dagar. Skriv ut dem på nytt om de behövs.",
    };

    /// <summary>"Skriv ut alla 290", or again.</summary>
    internal static string AskWords(this NoticeProgress notices) =>
        notices.Last?.State is null or FeeNoticeBatchState.Cancelled or FeeNoticeBatchState.Failed ? $"Skriv ut alla {Number(notices.Municipalities)}" : $"Skriv ut alla {Number(notices.Municipalities)} på nytt";

    /// <summary>"+300 kr", "−300 kr".</summary>
    internal static string Signed(this Kronor difference) => difference > Kronor.Zero ? $"+{difference.Text()}" : difference.Text();
}
