using Kunskapsstyrning.Domain.Decisions;

namespace Kunskapsstyrning.Web.Features.Imports;

/// <summary>Whether two texts are about the same act of the same municipality.</summary>
internal static class SameDecision
{
    /// <summary>The same body on the same day; where the day or one of the bodies is not told, the same stage as well.</summary>
    public static bool Is(DecisionContent registered, DecisionContent said)
    {
        if (registered.DecidedOn != said.DecidedOn) return false;
        if (said.DecidedOn is not null && registered.BodyKind == said.BodyKind && said.Body is not null && registered.Body is not null) return true;
        return registered.Stage == said.Stage && MayBeSameBody(registered, said);
    }

    /// <summary>The same but for the day, which only the registered one has.</summary>
    public static bool Likely(DecisionContent registered, DecisionContent said) =>
        said.DecidedOn is null && registered.DecidedOn is not null && (registered.Outcome, registered.Stage) == (said.Outcome, said.Stage) && MayBeSameBody(registered, said);

    /// <summary>The body's name as it is registered where both name a body of the same kind.</summary>
    public static DecisionContent WithBodyAsRegistered(DecisionContent said, DecisionContent registered) =>
        registered.Body is not null && said.BodyKind == registered.BodyKind ? said with { Body = registered.Body } : said;

    private static bool MayBeSameBody(DecisionContent registered, DecisionContent said) => registered.BodyKind == said.BodyKind || registered.Body is null || said.Body is null;
}
