namespace Kunskapsstyrning.Domain.Municipalities;

/// <summary>The sentences with which a change of the register of municipalities is refused.</summary>
public static class RegisterRefusals
{
    /// <summary>A number that is no municipality's.</summary>
    public static readonly Refusal NoMunicipalityNumber = new("no-municipality-number", "En kommuns organisationsnummer börjar med 212000 och har rätt kontrollsiffra. Kontrollera siffrorna.", "orgnr");

    /// <summary>A number that another municipality has.</summary>
    public static readonly Refusal NumberIsTaken = new("organisation-number-taken", "En annan kommun har det organisationsnumret. Kontrollera siffrorna.", "orgnr");

    /// <summary>Somebody else stated another number first.</summary>
    public static readonly Refusal NumberChangedMeanwhile = new("organisation-number-changed-meanwhile", "Någon annan har ändrat organisationsnumret medan du skrev. Det som gäller nu står överst. Spara igen om ditt ska gälla.", "orgnr");

    /// <summary>There is a later name.</summary>
    public static readonly Refusal NamedLater = new("municipality-named-later", "Kommunen heter redan något annat från en senare dag som har kommit. Välj den dagen eller en dag efter den.", "fran");

    /// <summary>What was redrawn later, or from the same day.</summary>
    public static Refusal RedrawnLater(string name) => new("municipality-redrawn-later", $"{name} läggs samman eller delas redan den dagen eller senare. Välj en dag efter den.", "fran");

    /// <summary>The name that it has.</summary>
    public static Refusal SameName(string name) => new("municipality-same-name", $"Kommunen heter redan {name} den dagen.", "namn");

    /// <summary>A name that another has at the same time.</summary>
    public static Refusal NameIsTaken(string name, string field) => new("municipality-name-taken", $"En annan kommun heter {name} samtidigt. Välj ett annat namn.", field);

    /// <summary>No such municipality.</summary>
    public static readonly Refusal NotThere = new("municipality-not-there", "Kommunen finns inte i registret.");

    /// <summary>Several of several, the same as before, or the same one twice.</summary>
    public static readonly Refusal Unclear = new("redrawing-unclear", "Ange antingen flera kommuner som blir en, eller en som blir flera, och ingen två gånger.", "blir");

    /// <summary>A part that is there already and is not the one that is split.</summary>
    public static readonly Refusal PartIsAnother = new("redrawing-part-is-another", "En del ska vara en ny kommun eller den kommun som delas.", "blir");

    /// <summary>Something is registered after the day.</summary>
    public static Refusal HasDecisionsAfter(string name) => new("municipality-has-decisions-after", $"{name} har beslut registrerade den dagen eller senare. Flytta eller rätta dem först, eller välj en senare dag.", "fran");

    /// <summary>It begins later or has ended.</summary>
    public static Refusal NotThereOnTheDay(string name, string field) => new("municipality-not-there-on-the-day", $"{name} finns inte den dagen, eller har redan upphört. Kontrollera dagen.", field);

    /// <summary>No municipality has the code.</summary>
    public static Refusal Unknown(MunicipalityCode code) => new("municipality-unknown", $"Det finns ingen kommun med koden {code}.", "med");

    /// <summary>A code that was somebody else's.</summary>
    public static Refusal CodeWasUsed(MunicipalityCode code) => new("municipality-code-was-used", $"Koden {code} har tillhört en annan kommun. Välj en ny kod.", "blir");

    /// <summary>A new name for one that goes on.</summary>
    public static Refusal NameOfOneThatGoesOn(string name) => new("redrawing-name-of-one-that-goes-on", $"{name} finns redan och fortsätter. Lämna namnet tomt, och byt namn för sig om den ska heta något annat.", "blir");

    /// <summary>A new one without a name.</summary>
    public static Refusal NewNeedsName(MunicipalityCode code) => new("redrawing-new-needs-name", $"Ingen kommun har koden {code}. Skriv vad den nya kommunen ska heta.", "blir");

    /// <summary>A code whose first digits are no county's.</summary>
    public static Refusal NoCounty(MunicipalityCode code) => new("redrawing-no-county", $"Koden {code} börjar inte med något läns siffror.", "blir");

    internal static Refusal? OfName(string name) =>
        name.Length is 0 or > Municipality.LongestName || name != name.Trim() || !char.IsLetter(name[0]) || name.Any(c => !char.IsLetter(c) && c is not (' ' or '-'))
            ? new Refusal("municipality-no-name", $"Skriv kommunens namn utan ordet kommun, högst {Municipality.LongestName} tecken, bara bokstäver.", "namn")
            : null;
}
