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
            LifeStep.Sent => ("Skickad.", $"Kommunerna kan svara från brevets dag {recommendation.Letter!.SentOn.Long()}."),
            LifeStep.Open => ("Öppen för svar", recommendation.ResponseDeadline is { } deadline ? $"till och med {deadline.Long()}." : "utan sista svarsdag."),
            LifeStep.Answered => ("Svarstiden är slut.", "Skriv in om rekommendationen går vidare."),
            LifeStep.GoesAhead => ("Går vidare.", $"Den gäller från {recommendation.FundingYears.First}."),
            LifeStep.CalledOff => ("Går inte vidare.", "Ingen betalar någon avgift."),
            LifeStep.InForce => ("Gäller", $"{recommendation.PayingYearsOn(today).Text()}."),
            _ => ("Avslutad.", $"Sista året var {recommendation.PayingYearsOn(today).Last}."),
        };
    }
}
