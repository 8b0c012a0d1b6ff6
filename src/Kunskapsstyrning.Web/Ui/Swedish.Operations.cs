using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Operations;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>What is said when a recommendation is corrected, extended or renewed.</summary>
public static partial class Swedish
{
    /// <summary>The parts that can be put right: the name in the form, what it is called, and what stands; null for words anywhere.</summary>
    public static IReadOnlyList<(string Key, string Label, string? Stands)> CorrectableParts(this Recommendation recommendation)
    {
        IEnumerable<(string Key, string Label, string? Stands)> parts =
        [
            .. recommendation.Periods.Select((p, at) => ($"ar-{at + 1}", recommendation.Periods.Count == 1 ? "Finansieringsåren" : $"Finansieringsåren, period {at + 1}", (string?)p.Years.Text())),
            .. recommendation.Rounds.Select(r => ($"svarsdag-{r.Number}", r.Number == 1 ? "Sista svarsdag" : $"Sista dag: {Lower(r.Words)}", (string?)r.Deadline.Long())),
            ("kostnad", "Kostnaden per år", recommendation.StatedCost?.Yearly.Text()),
            ("svar", "Vart svaren skickas", recommendation.Letter?.AnswerTo),
            ("dnr", $"{Association(recommendation.BoardDecision.On)}:s diarienummer", recommendation.CaseNumber),
            ("rubrik", "Rubriken", recommendation.Title),
            .. recommendation.Points.Select(p => ($"punkt-{p.Number}", $"Punkt {p.Number}", (string?)p.Text)),
        ];
        return [.. parts.Where(p => p.Stands is not null), ("ord", "Ord i texten, inget som räknas med", null)];
    }

    /// <summary>The part of a recommendation that a text in the form is about.</summary>
    public static CorrectedPart CorrectedPartInAddress(this string kind) => kind switch
    {
        "svar" => CorrectedPart.AnswerAddress,
        "punkt" => CorrectedPart.Point,
        "dnr" => CorrectedPart.CaseNumber,
        "rubrik" => CorrectedPart.Title,
        _ => CorrectedPart.Words,
    };

    /// <summary>"Finansieringsår": what was put right, before what stood and what holds.</summary>
    public static string? Label(this CorrectedPart part) => part switch
    {
        CorrectedPart.Years => "Finansieringsår",
        CorrectedPart.Deadline => "Sista svarsdag",
        CorrectedPart.StatedCost => "Kostnad per år",
        CorrectedPart.AnswerAddress => "Svar skickas till",
        CorrectedPart.Point => "Punkt i beslutet",
        CorrectedPart.CaseNumber => "Diarienummer",
        CorrectedPart.Title => "Rubrik",
        _ => null,
    };

    /// <summary>What was printed, as it is to be read years later.</summary>
    public static string WrongText(this CorrectedFact fact, Recommendation recommendation) => fact switch
    {
        CorrectedYears years => years.Wrong.Funding(),
        CorrectedDeadline deadline => deadline.Wrong.Answered(recommendation, deadline.Round),
        CorrectedCost cost => $"{cost.Wrong.Text()} per år",
        _ => ((CorrectedText)fact).Wrong,
    };

    /// <summary>What holds, as it is to be read years later.</summary>
    public static string RightText(this CorrectedFact fact, Recommendation recommendation) => fact switch
    {
        CorrectedYears years => years.Right.Funding(),
        CorrectedDeadline deadline => deadline.Right.Answered(recommendation, deadline.Round),
        CorrectedCost cost => $"{cost.Right.Text()} per år",
        _ => ((CorrectedText)fact).Right,
    };

    /// <summary>"Alla som fick frågan", "Ekerö och Stockholm"; null where nobody knows.</summary>
    public static string? ReachedText(this WrongTextReached reached, IEnumerable<MunicipalityCode> some, IReadOnlyCollection<Municipality> all) => reached switch
    {
        WrongTextReached.Everyone => "Alla som fick frågan",
        WrongTextReached.Some => Names([.. some.Distinct().Select(code => all.FirstOrDefault(m => m.Code == code)).OfType<Municipality>()]),
        _ => null,
    };

    /// <summary>Who got what was printed wrong.</summary>
    public static string? ReachedText(this Correction correction, IReadOnlyCollection<Municipality> all) => correction.Reached.ReachedText(correction.Municipalities, all);

    /// <summary>Who got what was printed wrong.</summary>
    public static string? ReachedText(this RecommendationCorrection correction, IReadOnlyCollection<Municipality> all) => correction.Reached.ReachedText(correction.Recipients.Select(r => r.MunicipalityCode), all);

    /// <summary>"247 kommuner betalar 2020–2023 i stället för 2020–2024."</summary>
    public static string Sentence(this PaidYearsMoved moved)
    {
        var who = Municipalities(moved.Municipalities.Count);
        return (moved.Was, moved.Becomes) switch
        {
            ({ } was, null) => $"{who} betalar ingenting i stället för {was.Text()}.",
            (null, { } becomes) => $"{who} betalar {becomes.Text()}; i dag ingenting.",
            _ => $"{who} betalar {moved.Becomes!.Text()} i stället för {moved.Was!.Text()}.",
        };
    }

    /// <summary>"Fortsätter utan nytt beslut": what an extension asks of those who have adopted.</summary>
    public static string Label(this ExtensionMode mode) => mode is ExtensionMode.RollsForward ? "De fortsätter utan nytt beslut" : "De måste svara på nytt";

    /// <summary>The mode in a form.</summary>
    public static string InAddress(this ExtensionMode mode) => mode is ExtensionMode.RollsForward ? "fortsatter" : "pa-nytt";

    /// <summary>The mode that was chosen; null for none.</summary>
    public static ExtensionMode? ExtensionModeInAddress(this string typed) => typed switch { "fortsatter" => ExtensionMode.RollsForward, "pa-nytt" => ExtensionMode.AsksAnew, _ => null };

    /// <summary>"39 653 kr över": how an amount stands to the highest cost.</summary>
    public static string AgainstCap(Kronor amount, Kronor? cap)
    {
        if (cap is not { } most) return "Inget tak";
        if (amount == most) return "Precis taket";
        return amount > most ? $"{(amount - most).Text()} över" : $"{(most - amount).Text()} under";
    }

    /// <summary>"Ale, Boden och Ekerö", in Swedish order.</summary>
    public static string Names(IEnumerable<Municipality> municipalities) => List([.. municipalities.Select(m => m.Name).Order(Order)]);

    private static string Funding(this YearSpan years) => $"Finansieringen gäller {years.Text()}";

    private static string Answered(this DateOnly day, Recommendation recommendation, int round) =>
        $"{recommendation.Rounds.FirstOrDefault(r => r.Number == round)?.Words ?? "Sista svarsdag"} {day.Long()}";
}
