using Kunskapsstyrning.Domain.Shared;

namespace Kunskapsstyrning.Web.Features.Populations;

/// <summary>The sentences that say why nothing came from SCB, and what to do.</summary>
public static class ScbRefusals
{
    private const string Field = "ar";
    private const string OrFile = "Det går också att hämta filen hos SCB och välja den här under.";

    /// <summary>No year typed.</summary>
    public static readonly Refusal NoYear = new("scb-no-year", "Skriv ett år med fyra siffror.", Field);

    /// <summary>Nothing beyond this machine is asked here.</summary>
    public static readonly Refusal OnlyHere = new("scb-only-here", "Här hämtas inget utanför den egna datorn, eftersom programmet körs för utveckling. Välj en fil i stället.", Field);

    /// <summary>The address is neither safe nor on this machine.</summary>
    public static readonly Refusal NotSafe = new("scb-not-safe", "Adressen till SCB måste börja med https://. Be den som sköter installationen rätta Scb:Address.", Field);

    /// <summary>Too many questions.</summary>
    public static readonly Refusal TooOften = new("scb-too-often", $"SCB tar emot högst 30 frågor på 10 sekunder, och det har kommit fler. Vänta en minut och hämta igen. {OrFile}", Field);

    /// <summary>The database is being loaded.</summary>
    public static readonly Refusal Reloading = new("scb-reloading", $"SCB:s databas läses om just nu. Vänta några minuter och hämta igen. {OrFile}", Field);

    /// <summary>Too many figures asked for, or too often.</summary>
    public static readonly Refusal TooMuch = new("scb-too-much", $"SCB lämnar inte ut så många siffror på en gång. {OrFile}", Field);

    /// <summary>No answer in time.</summary>
    public static readonly Refusal TooSlow = new("scb-too-slow", $"SCB svarade inte i tid. Hämta igen om en stund. {OrFile}", Field);

    /// <summary>No contact.</summary>
    public static readonly Refusal Unreachable = new("scb-unreachable", $"Det gick inte att nå SCB. Hämta igen om en stund. {OrFile}", Field);

    /// <summary>Larger than it can be.</summary>
    public static readonly Refusal TooLarge = new("scb-too-large", $"Svaret från SCB är större än det kan vara. Inget är hämtat. {OrFile}", Field);

    /// <summary>Something else than figures.</summary>
    public static readonly Refusal NotJson = new("scb-not-json", $"SCB svarade med något annat än siffror. Inget är hämtat. {OrFile}", Field);

    /// <summary>Sent on to somewhere else.</summary>
    public static readonly Refusal Moved = new("scb-moved", "SCB har flyttat sin databas. Be den som sköter installationen rätta Scb:Address.", Field);

    /// <summary>Without regions: what one gets when SCB has not understood what was chosen.</summary>
    public static readonly Refusal WithoutRegions = new("scb-without-regions", $"SCB svarade utan kommuner, alltså inte på det som frågades. Inget är hämtat. {OrFile}", Field);

    /// <summary>No table for the year.</summary>
    public static Refusal NoTable(int year) => new("scb-no-table", $"Det finns ingen tabell för {year}. Folkmängden finns från 1968.", Field);

    /// <summary>No figures yet.</summary>
    public static Refusal NotThereYet(string table, int year, string? last) => new("scb-not-there-yet", $"SCB har inga siffror för {year} i tabellen {table}.{(last is null ? "" : $" De senaste är för {last}.")}", Field);

    /// <summary>The table does not say what it has.</summary>
    public static Refusal NotDescribed(string table) => new("scb-not-described", $"SCB säger inte vad tabellen {table} innehåller. Inget är hämtat. {OrFile}", Field);

    /// <summary>The table has no inhabitants in it.</summary>
    public static Refusal NoPopulation(string table) => new("scb-no-population", $"Tabellen {table} hos SCB har inte längre någon folkmängd. Be den som sköter installationen rätta Scb:Tables.", Field);

    /// <summary>What came cannot be read as figures.</summary>
    public static Refusal NotFigures(string why) => new("scb-not-figures", $"Svaret från SCB går inte att läsa. {why}", Field);

    /// <summary>What a status means.</summary>
    internal static Refusal Of(int status, string table, string detail) => status switch
    {
        400 => new("scb-not-understood", $"SCB förstod inte frågan{(detail.Length == 0 ? "" : $" (”{detail}”)")}. Tabellen {table} kan ha ändrats. {OrFile}", Field),
        403 => TooMuch,
        404 => new("scb-not-there", $"Tabellen {table} finns inte hos SCB. Be den som sköter installationen rätta Scb:Tables. {OrFile}", Field),
        429 => TooOften,
        503 => Reloading,
        >= 300 and < 400 => Moved,
        _ => new("scb-failed", $"SCB svarade med felet {status}. Hämta igen om en stund. {OrFile}", Field),
    };
}
