namespace Kunskapsstyrning.Domain.Dispatches;

/// <summary>The sentences with which something about a dispatch is refused.</summary>
public static class DispatchRefusals
{
    /// <summary>No such dispatch, or none that can be sent from here.</summary>
    public static readonly Refusal NotThere = new("dispatch-not-there", "Utskicket finns inte.");

    /// <summary>The recommendation is a draft, or not there.</summary>
    public static readonly Refusal NotSent = new("dispatch-of-draft", "Rekommendationen är ett utkast. Skicka den först; det som går ut till kommunerna ska vara fastställt.");

    /// <summary>Released or thrown away.</summary>
    public static readonly Refusal Settled = new("dispatch-settled", "Utskicket är redan släppt eller kastat. Läs in sidan på nytt.");

    /// <summary>Somebody else changed it.</summary>
    public static readonly Refusal ChangedMeanwhile = new("dispatch-changed-meanwhile", "Någon annan har ändrat utskicket sedan du öppnade sidan. Läs igenom det på nytt.");

    /// <summary>The one who prepared it.</summary>
    public static readonly Refusal SamePerson = new("dispatch-same-person", "Du har själv förberett eller ändrat utskicket. En annan person måste släppa det.");

    /// <summary>Not one of those who have written it.</summary>
    public static readonly Refusal NotAWriter = new("dispatch-not-a-writer", "Du har inte skrivit i utskicket, så du kan släppa det som det är. Bara den som har skrivit i det börjar om med orden.");

    /// <summary>Nobody has to start over what only one has written.</summary>
    public static readonly Refusal WrittenByOne = new("dispatch-written-by-one", "Bara en person har skrivit utskicket. En annan kan släppa det som det är.");

    /// <summary>The one who has written where it goes.</summary>
    public static readonly Refusal OwnAddress = new("dispatch-own-address", "Du har själv skrivit in en adress som utskicket går till, sedan det förbereddes. Någon annan måste släppa det, eller spara adressen på nytt bland kontakterna.");

    /// <summary>Nobody to send it to.</summary>
    public static readonly Refusal NoRecipients = new("dispatch-no-recipients", "Ingen får det här utskicket. Ändra urvalet eller skriv in adresser.");

    /// <summary>Some have no address.</summary>
    public static readonly Refusal SomeLackAddress = new("dispatch-some-lack-address", "Några saknar adress. Skriv in adresserna, eller kryssa för att det ska gå ut utan dem.", "utan");

    /// <summary>Not released, or thrown away.</summary>
    public static readonly Refusal NotReleased = new("dispatch-not-released", "Utskicket är inte släppt.");

    /// <summary>Stopped on its way.</summary>
    public static readonly Refusal Stopped = new("dispatch-stopped", "Utskicket är stoppat. Förbered ett nytt till dem som inte har nåtts.");

    /// <summary>Nobody that lacked an address has one.</summary>
    public static readonly Refusal NoMissed = new("dispatch-no-missed", "Ingen som saknade adress har fått en. Skriv in adressen först.");

    /// <summary>The link to the report leads nowhere.</summary>
    public static readonly Refusal ReportNotPublished = new("dispatch-report-not-published", "Alla kan inte längre läsa återkopplingen, så länken i brevet leder ingenstans. Kasta utskicket och förbered det på nytt; då följer återkopplingen med som PDF.");

    /// <summary>Another dispatch has taken the report to all of them.</summary>
    public static readonly Refusal ReportAlreadySent = new("dispatch-report-already-sent", "Ett annat utskick har redan gått ut med återkopplingen till alla som skulle få den. Kasta det här.");

    /// <summary>The same, of a dispatch that has been released.</summary>
    public static readonly Refusal ReportTakenBack = new("dispatch-report-taken-back", "Alla kan inte längre läsa återkopplingen, så länken i brevet leder ingenstans. Visa den för alla igen först.");

    /// <summary>What was seen is not what would leave.</summary>
    public static readonly Refusal NotAsSeen = new("dispatch-not-as-seen", "Något har ändrats sedan du läste utskicket: en adress, ett svar, en avgift eller ett datum. Gå igenom det igen och släpp det sedan.");

    /// <summary>An audience that the kind does not have.</summary>
    public static readonly Refusal WrongAudience = new("dispatch-wrong-audience", "Välj vilka som ska få utskicket.", "urval");

    /// <summary>Its years are over, so an answer would change nothing.</summary>
    public static readonly Refusal NoLongerAnswered = new("dispatch-no-longer-answered", "Rekommendationens år är slut och den tar inte längre emot svar, så ingen kan bli ombedd att besluta.");

    /// <summary>Nobody outside SKR sees the page that the letters link to.</summary>
    public static readonly Refusal Hidden = new("dispatch-hidden", "Rekommendationen syns bara för SKR, så länken i brevet leder ingenstans för kommunen. En administratör gör den synlig under Vad alla får se.");

    /// <summary>No such correction.</summary>
    public static readonly Refusal NoCorrection = new("dispatch-no-correction", "Rättelsen finns inte. Skriv in rättelsen av rekommendationen först.");

    /// <summary>What is to be corrected has not left for everyone yet.</summary>
    public static readonly Refusal WrongTextWaits = new("dispatch-wrong-text-waits", "Brev med det felaktiga väntar på att lämna oss. Stoppa dem på utskickets sida, eller vänta tills de har lämnats: då får alla som fick felet rättelsen, och ingen annan.");

    /// <summary>No saved state.</summary>
    public static readonly Refusal NoSnapshot = new("dispatch-no-snapshot", "En återkoppling skickas från ett sparat läge. Spara läget först.");

    /// <summary>The same values twice, or for somebody who is not there.</summary>
    public static readonly Refusal WrongValues = new("dispatch-wrong-values", "Något värde hör inte till mallen eller till någon kommun.");

    /// <summary>A variable without a value.</summary>
    public static Refusal NoValue(string variable, string recipient) =>
        new("dispatch-no-value", $"Det finns inget att sätta i stället för {{{variable}}} i brevet till {recipient}. Ta bort det ur texten.", "text");

    /// <summary>The links would lead nowhere.</summary>
    public static readonly Refusal NoSiteAddress = new("dispatch-no-site-address", "Utskicket kan inte släppas: webbplatsens adress är inte inställd, så länkarna i det skulle inte leda någonstans. Be den som sköter driften att ange Site:Address.");

    /// <summary>Files that mail servers do not take.</summary>
    public static readonly Refusal TooLarge = new("dispatch-too-large", "Bilagorna är tillsammans större än 10 MB, och då avvisar många servrar brevet. Skicka dem som länkar.", "bilagor");
}
