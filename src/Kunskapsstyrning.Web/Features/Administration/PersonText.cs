namespace Kunskapsstyrning.Web.Features.Administration;

/// <summary>The words after something was done with a person.</summary>
internal static class PersonText
{
    /// <summary>What was done, from its word in the address; null for nothing.</summary>
    public static string? Done(string? word) => word switch
    {
        "roll" => "Rollen är ändrad. Den gäller från nästa klick.",
        "namn" => "Namnet är ändrat.",
        "epost" => "Adressen är ändrad. Koder går dit från och med nu, och det som var öppet är utloggat.",
        "oforandrad" => "Inget är ändrat: det stod så redan.",
        "avslutad" => "Behörigheten är avslutad, och personen är utloggad överallt.",
        "oppnad" => "Behörigheten är öppnad igen. Personen loggar in på nytt.",
        "utloggad" => "Personen är utloggad överallt.",
        "nyckel" => "Nyckeln är borttagen, och det som öppnades med en nyckel är utloggat.",
        "inbjuden" => "Inbjudan är på väg.",
        "aterkallad" => "Inbjudan är tillbakatagen.",
        _ => null,
    };
}
