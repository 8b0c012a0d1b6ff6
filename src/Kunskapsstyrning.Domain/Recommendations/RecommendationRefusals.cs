namespace Kunskapsstyrning.Domain.Recommendations;

/// <summary>The sentences with which a change of a recommendation is refused.</summary>
public static class RecommendationRefusals
{
    /// <summary>An extension that extends nothing.</summary>
    public static readonly Refusal ExtensionMustMoveTheLastYear = new("extension-moves-nothing", "Förlängningen måste ge ett senare sista år än det som redan gäller.");

    /// <summary>A decided extension without the day of the decision.</summary>
    public static readonly Refusal DecidedExtensionNeedsItsDay = new("extension-needs-its-day", "En beslutad förlängning behöver dagen för styrelsens beslut.");

    /// <summary>A correction without its reason.</summary>
    public static readonly Refusal CorrectionNeedsReason = new("correction-needs-reason", "Skriv varför det ändras. Skälet syns i historiken.");

    /// <summary>A longer deadline that is not longer.</summary>
    public static readonly Refusal DeadlineMustBeLater = new("deadline-must-be-later", "Den nya sista svarsdagen måste ligga efter den som gäller för alla.");
}
