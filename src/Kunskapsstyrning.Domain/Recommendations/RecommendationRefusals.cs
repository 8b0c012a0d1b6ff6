namespace Kunskapsstyrning.Domain.Recommendations;

/// <summary>The sentences with which a change of a recommendation is refused.</summary>
public static class RecommendationRefusals
{
    /// <summary>A year that belongs to two periods.</summary>
    public static readonly Refusal YearsOverlap = new("years-overlap", "Ett år kan bara höra till en finansieringsperiod. Ändra åren så att perioderna inte går in i varandra.", "period-1-forsta");

    /// <summary>A name that cannot stand in an address.</summary>
    public static readonly Refusal NoSuchName = new("slug-not-plain", "Skriv adressen med små bokstäver a–z, siffror och bindestreck, högst 60 tecken.", "adress");

    /// <summary>A name that an address of the site needs.</summary>
    public static readonly Refusal NameIsReserved = new("slug-reserved", "Adressen används till något annat på webbplatsen. Välj en annan.", "adress");

    /// <summary>A name that another recommendation has.</summary>
    public static readonly Refusal NameIsTaken = new("slug-taken", "En annan rekommendation har redan den adressen. Välj en annan.", "adress");

    /// <summary>The board meets later.</summary>
    public static readonly Refusal BoardHasNotMet = new("board-has-not-met", "Styrelsens möte ligger framåt i tiden: det som skickas måste vara beslutat.", "styrelsemote");

    /// <summary>None of the board's points.</summary>
    public static readonly Refusal NoPoints = new("no-points", "Skriv in minst en av styrelsens att-satser.", "att-satser");

    /// <summary>No years.</summary>
    public static readonly Refusal NoPeriod = new("no-period", "Skriv vilka år som ska finansieras.", "period-1-forsta");

    /// <summary>No letter.</summary>
    public static readonly Refusal NoLetterDay = new("no-letter-day", "Skriv brevets dag.", "brev-dag");

    /// <summary>Nobody to answer to.</summary>
    public static readonly Refusal NoAnswerAddress = new("no-answer-address", "Skriv vart svaren ska skickas.", "brev-svar");

    /// <summary>A letter about what is not decided.</summary>
    public static readonly Refusal LetterBeforeTheBoard = new("letter-before-the-board", "Brevet kan inte vara daterat före styrelsens möte.", "brev-dag");

    /// <summary>A deadline before the question.</summary>
    public static readonly Refusal DeadlineBeforeTheLetter = new("deadline-before-the-letter", "Sista svarsdag kan inte ligga före brevets dag.", "omgang-1-dag");

    /// <summary>It is no draft any more.</summary>
    public static readonly Refusal AlreadySent = new("already-sent", "Rekommendationen är skickad och går inte att ändra som utkast. Rätta den i stället.");

    /// <summary>It is only a draft.</summary>
    public static readonly Refusal NotSentYet = new("not-sent-yet", "Rekommendationen är ett utkast. Skicka den först.");

    /// <summary>A decision that is not made.</summary>
    public static readonly Refusal DecidedInTheFuture = new("decided-in-the-future", "Beslutets dag kan inte ligga framåt i tiden.", "dag");

    /// <summary>A decision before there was something to decide.</summary>
    public static readonly Refusal DecidedBeforeTheBoard = new("decided-before-the-board", "Beslutet kan inte vara fattat före styrelsens rekommendation.", "dag");

    /// <summary>A decision without its reason.</summary>
    public static readonly Refusal DecisionNeedsReason = new("go-ahead-needs-reason", "Skriv vad beslutet bygger på.", "skal");

    /// <summary>No title, or one too long.</summary>
    public static readonly Refusal NoTitle = new("no-title", "Skriv rubriken, högst 300 tecken.", "rubrik");

    /// <summary>No title for headings, or one too long.</summary>
    public static readonly Refusal NoShortTitle = new("no-short-title", "Skriv en kort rubrik, högst 80 tecken.", "kort-rubrik");

    /// <summary>A later window that is not later.</summary>
    public static readonly Refusal RoundsOutOfOrder = new("rounds-out-of-order", "Varje senare svarsomgång måste ha en senare dag än den före.", "omgang-2-dag");

    /// <summary>A draft that goes without a word.</summary>
    public static readonly Refusal ThrowingAwayNeedsReason = new("throwing-away-needs-reason", "Skriv varför utkastet kastas.", "skal");

    /// <summary>A threshold that says nothing.</summary>
    public static readonly Refusal NoThreshold = new("no-threshold", "Skriv gränsen i ord eller i tal.", "grans-ord");

    /// <summary>A threshold that nobody can look up.</summary>
    public static readonly Refusal ThresholdNeedsSource = new("threshold-needs-source", "Skriv var gränsen står.", "grans-kalla");

    /// <summary>The day it was decided has not come.</summary>
    public static readonly Refusal ThresholdInTheFuture = new("threshold-in-the-future", "Dagen då gränsen beslutades ligger i framtiden.", "grans-dag");

    /// <summary>It was decided before the question was put.</summary>
    public static readonly Refusal ThresholdBeforeTheBoard = new("threshold-before-the-board", "Gränsen kan inte ha beslutats före styrelsens beslut om rekommendationen.", "grans-dag");

    /// <summary>A threshold that nobody can reach, or that is reached by nobody joining.</summary>
    public static readonly Refusal NoSuchThreshold = new("no-such-threshold", "Gränsen måste vara större än noll, och en andel högst 100 procent.", "grans-antal");

    /// <summary>More municipalities than there are.</summary>
    public static readonly Refusal ThresholdAboveAll = new("threshold-above-all", "Gränsen är fler kommuner än det finns i landet.", "grans-antal");

    /// <summary>A cost of nothing.</summary>
    public static readonly Refusal NoSuchCost = new("no-such-cost", "Kostnaden måste vara större än noll.", "kostnad");
}
