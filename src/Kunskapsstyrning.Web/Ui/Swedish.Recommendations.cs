using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>The words for a recommendation's life, for those at SKR who work with it.</summary>
public static partial class Swedish
{
    /// <summary>Where it is, in one or two words.</summary>
    public static string Label(this LifeStep step) => step switch
    {
        LifeStep.Draft => "Utkast",
        LifeStep.Sent => "Skickad",
        LifeStep.Open => "Öppen för svar",
        LifeStep.Answered => "Svarstiden är slut",
        LifeStep.GoesAhead => "Går vidare",
        LifeStep.CalledOff => "Går inte vidare",
        LifeStep.InForce => "Gäller",
        _ => "Avslutad",
    };

    /// <summary>The fact of the hub: where it is, and what is needed before the next step.</summary>
    public static (string Marked, string After) LifeFact(this Recommendation recommendation, DateOnly today)
    {
        var step = recommendation.StepOn(today);
        var missing = recommendation.MissingBeforeSending(today).Count();
        return step switch
        {
            LifeStep.Draft => ("Utkast.", missing switch { 0 => "Inget saknas: den kan skickas.", 1 => "En uppgift saknas innan den kan skickas.", _ => $"{CapitalLetter(SwedishText.Count(missing))} uppgifter saknas innan den kan skickas." }),
            LifeStep.Sent => ("Skickad.", $"Brevet är daterat {recommendation.Letter!.SentOn.Long()}. Kommunerna kan svara redan nu."),
            LifeStep.Open => ("Öppen för svar", recommendation.ResponseDeadline is { } deadline ? $"till och med {deadline.Long()}." : "utan sista svarsdag."),
            LifeStep.Answered => ("Svarstiden är slut.", "Skriv in om rekommendationen går vidare."),
            LifeStep.GoesAhead => ("Går vidare.", $"Den gäller från {recommendation.FundingYears.First}."),
            LifeStep.CalledOff => ("Går inte vidare.", $"Det beslutades {recommendation.GoAheadDecisions.MaxBy(d => d.Number)!.On.Long()}."),
            LifeStep.InForce => ("Gäller", $"{recommendation.PayingYearsOn(today).Text()}."),
            _ => ("Avslutad.", $"Sista året var {recommendation.PayingYearsOn(today).Last}."),
        };
    }

    /// <summary>What it means that it goes ahead, or does not: who sees it, what becomes of answers, and who pays.</summary>
    internal static string AfterDeciding(this Recommendation recommendation, bool goesAhead, DateOnly on) =>
        $"Beslutet och skälet syns för alla som får se rekommendationen, och står i återkopplingar från den dagen. Rekommendationen är inte längre öppen för svar{(recommendation.ResponseDeadline >= on ? $", fast sista svarsdag är {recommendation.ResponseDeadline.Value.Long()}" : "")}. Svar som ändå kommer räknas. {StillTheirTime(recommendation, goesAhead, on)}{(goesAhead ? "De som har antagit betalar från det första året." : "Ingen betalar från beslutets år.")}";

    private static string StillTheirTime(Recommendation recommendation, bool goesAhead, DateOnly on)
    {
        var longer = goesAhead ? recommendation.Deadlines.Where(d => d.Through >= on).Select(d => d.MunicipalityCode).Distinct().Count() : 0;
        return longer == 0 ? "" : $"{Municipalities(longer)} har fått längre tid, och den gäller fortfarande. ";
    }

    /// <summary>Every step of its life: what it is called, and when it was or what it needs.</summary>
    public static IReadOnlyList<(string What, string When, bool IsNow)> LifeLine(this Recommendation recommendation, DateOnly today)
    {
        var (r, now) = (recommendation, recommendation.StepOn(today));
        var decided = r.GoAheadDecisions.MaxBy(d => d.Number);
        return
        [
            ("Utkast", "Bara SKR ser det. Allt går att ändra.", now is LifeStep.Draft),
            ("Skickad", !r.IsDraft ? $"{(r.Letter is { } letter ? $"Brevet är daterat {letter.SentOn.Long()}." : "Brevets dag är inte känd.")} Det som är fel rättas." : "Kräver att styrelsen har beslutat, minst en att-sats, avgiftsår, brevets dag och vart svaren ska skickas. Sista svarsdag behövs inte.", now is LifeStep.Sent),
            ("Öppen för svar", r switch
            {
                { Letter: null } => "Från brevets dag.",
                { ResponseDeadline: { } deadline } => $"Från {r.Letter!.SentOn.Long()} till och med {deadline.Long()}. Sena svar tas emot.",
                _ => $"Från {r.Letter!.SentOn.Long()}, utan sista svarsdag.",
            }, now is LifeStep.Open or LifeStep.Answered),
            ("Beslutad", decided is null ? "En person skriver in om den går vidare, med dag och skäl." : $"{(decided.GoesAhead ? "Går vidare" : "Går inte vidare")}, {decided.On.Long()}: {decided.Reason}", now is LifeStep.GoesAhead or LifeStep.CalledOff),
            ("Gäller", $"{r.PayingYearsOn(today).Text()}.", now is LifeStep.InForce),
            ("Avslutad", $"Efter {r.PayingYearsOn(today).Last}.", now is LifeStep.Ended),
        ];
    }

    /// <summary>"Tillräckligt många är 200 kommuner.", "Gränsen är bara sagd i ord: ”tillräckligt många”."</summary>
    public static string Told(this Threshold threshold) =>
        threshold.IsOnlyWords ? $"Gränsen är bara sagd i ord: {threshold.InFewWords()}." : $"Tillräckligt många är {threshold.InFewWords()}.";

    /// <summary>When enough have joined, in a few words: "200 kommuner", "60 % av invånarna", "”tillräckligt många”".</summary>
    public static string InFewWords(this Threshold threshold)
    {
        if (threshold.IsOnlyWords) return $"”{threshold.Words}”";
        string?[] parts =
        [
            threshold.Municipalities is { } number ? Municipalities(number) : null,
            threshold.ShareOfMunicipalities is { } share ? $"{SwedishText.Percent(share)} av kommunerna" : null,
            threshold.ShareOfInhabitants is { } people ? $"{SwedishText.Percent(people)} av invånarna" : null,
            threshold.Secured is { } secured ? $"{SwedishText.Kronor(secured)} per år" : null,
        ];
        return List([.. parts.OfType<string>()]);
    }
}
