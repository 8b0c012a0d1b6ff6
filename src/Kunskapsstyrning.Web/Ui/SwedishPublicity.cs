using Kunskapsstyrning.Domain.Recommendations;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>What everyone may see, in words and in addresses.</summary>
internal static class SwedishPublicity
{
    /// <summary>The choice in a few words.</summary>
    public static string Label(this Publicity publicity) => publicity switch
    {
        Publicity.Internal => "Ingenting",
        Publicity.FeesPublic => "Villkor och avgifter",
        _ => "Villkor, avgifter och vad varje kommun har svarat",
    };

    /// <summary>What everyone sees then.</summary>
    public static string Preview(this Publicity publicity) => publicity switch
    {
        Publicity.Internal => "Bara SKR ser rekommendationen. Den finns inte på webbplatsen, i sökningar, i öppna data eller på kommunernas sidor, inte heller för kommuner som har loggat in. De kan då inte svara.",
        Publicity.FeesPublic => "Alla ser vad rekommendationen gäller, sista svarsdag och varje kommuns avgift. Ingen ser vad någon kommun har svarat; en kommun ser sitt eget svar när den har loggat in.",
        _ => "Alla ser dessutom varje kommuns svar: vad den beslutade, vilket organ, när, och från vilket år den betalar. Handlingar och uppgifter i ärendet visas inte.",
    };

    /// <summary>The choice in forms.</summary>
    public static string InAddress(this Publicity publicity) => publicity switch
    {
        Publicity.Internal => "ingenting",
        Publicity.FeesPublic => "avgifter",
        _ => "svar",
    };

    /// <summary>The choice that a form means; null for anything else.</summary>
    public static Publicity? PublicityInAddress(this string typed) => Enum.GetValues<Publicity>().Cast<Publicity?>().FirstOrDefault(p => p!.Value.InAddress() == typed);
}
