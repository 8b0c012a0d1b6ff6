namespace Kunskapsstyrning.Domain.Intake;

/// <summary>The sentences with which dealing with something that arrived is refused.</summary>
public static class IntakeRefusals
{
    /// <summary>Registered already.</summary>
    public static readonly Refusal IsDone = new("item-is-done", "Meddelandet är redan registrerat. Öppna det under Klart om något är fel.");

    /// <summary>Set aside.</summary>
    public static readonly Refusal IsSetAside = new("item-is-set-aside", "Meddelandet är lagt åt sidan. Ta tillbaka det till inkorgen först.");

    /// <summary>No reason.</summary>
    public static readonly Refusal NeedsReason = new("item-needs-reason", "Skriv varför det läggs åt sidan.", "skal-at-sidan");

    /// <summary>Too long a reason.</summary>
    public static readonly Refusal ReasonTooLong = new("item-reason-too-long", "Skälet är för långt. Skriv det viktigaste, högst 500 tecken.", "skal-at-sidan");

    /// <summary>No decision to put it with.</summary>
    public static readonly Refusal NoSuchDecision = new("item-no-such-decision", "Beslutet finns inte. Läs in sidan på nytt och välj det igen.");

    /// <summary>Another municipality's decision, or about another recommendation.</summary>
    public static readonly Refusal NotOffered = new("item-decision-not-offered", "Beslutet hör till en annan kommun eller rekommendation än meddelandet. Välj ett av besluten som visas, eller ange rätt kommun i formuläret.");

    /// <summary>Not put with that decision, or loosened already.</summary>
    public static readonly Refusal NotPutWith = new("item-not-put-with", "Handlingen är inte lagd till det beslutet, eller är redan borttagen från det.");

    /// <summary>Nothing chosen to put with a decision.</summary>
    public static readonly Refusal NeedsDocument = new("item-needs-document", "Välj minst en handling som ska läggas till beslutet.", "del");

    /// <summary>Nothing of it is registered, so something is to be done with it.</summary>
    public static readonly Refusal NothingRegistered = new("item-nothing-registered", "Inget från meddelandet är registrerat. Registrera det, eller lägg det åt sidan.");

    /// <summary>Not there.</summary>
    public static readonly Refusal NotThere = new("item-not-there", "Meddelandet finns inte i inkorgen.");
}
