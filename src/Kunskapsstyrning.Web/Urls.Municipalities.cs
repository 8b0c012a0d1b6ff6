using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Rounds;
using Kunskapsstyrning.Web.Features.Contacts;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web;

/// <summary>Municipalities: their pages, what they do themselves, contacts, and the registers of them.</summary>
public static partial class Urls
{
    public const string Municipalities = "/kommuner";
    public const string Municipality = "/kommuner/{kod}";
    public const string DecisionKit = "/kommuner/{kod}/beslutsunderlag/{slug}";
    public const string DecisionKitWord = "/kommuner/{kod}/beslutsunderlag/{slug}.docx";
    public const string DecisionKitPdf = "/kommuner/{kod}/beslutsunderlag/{slug}.pdf";
    public const string OwnMunicipality = "/min-kommun";
    public const string OwnDecision = "/min-kommun/beslut/{id:guid}";
    public const string Send = "/min-kommun/skicka";
    public const string CheckAnswers = "/min-kommun/skicka/kontrollera";
    public const string NoSending = "/min-kommun/skicka/kasta";
    public const string Sent = "/min-kommun/skickat/{id:guid}";
    public const string Colleagues = "/min-kommun/kollegor";
    public const string InviteColleague = "/min-kommun/kollegor/bjud-in";
    public const string InviteColleagueAgain = "/min-kommun/kollegor/{id:guid}/bjud-in";
    public const string WithdrawColleague = "/min-kommun/kollegor/{id:guid}/aterkalla";
    public const string EndColleague = "/min-kommun/kollegor/{id:guid}/avsluta";
    public const string Register = "/administration/kommuner";
    public const string Registered = "/administration/kommuner/{kod}";
    public const string Contacts = "/kontakter";
    public const string ReadInContacts = "/kontakter/las-in";
    public const string ContactsCsv = "/kontakter.csv";
    public const string ContactOfCounty = "/kontakter/lan/{lan}";
    public const string ContactsOfMunicipality = "/kommuner/{kod}/kontakter";
    public const string OwnContacts = "/min-kommun/kontakter";
    public const string ContactWith = "/kommuner/{kod}/kontakt";
    public const string CorrectNote = "/kommuner/{kod}/kontakt/{id:guid}/ratta";
    public const string MyMunicipalities = "/mina-kommuner";
    public const string AssignMunicipalities = "/mina-kommuner/fordela";
    public const string Boundaries = "/administration/kommungranser";
    public const string ReadInBoundaries = "/administration/kommungranser/spara";
    public const string Populations = "/folkmangd";
    public const string Population = "/folkmangd/{id:guid}";
    public const string ReadInPopulation = "/folkmangd/las-in";
    public const string FetchPopulation = "/folkmangd/las-in/scb";
    public const string PopulationAtHand = "/folkmangd/las-in/{id:guid}";
    public const string ConfirmPopulation = "/folkmangd/las-in/{id:guid}/spara";
    public const string DiscardPopulation = "/folkmangd/las-in/{id:guid}/kasta";

    /// <summary>A municipality's page, seen from a recommendation where one is given.</summary>
    public static string ToMunicipality(MunicipalityCode code, string? slug = null) =>
        slug is null ? $"/kommuner/{code}" : $"/kommuner/{code}?rekommendation={slug}";

    /// <summary>A municipality's draft for its board to decide on; with "docx" or "pdf" the file.</summary>
    public static string ToDecisionKit(MunicipalityCode code, string slug, string? file = null) =>
        $"/kommuner/{code}/beslutsunderlag/{slug}{(file is null ? null : $".{file}")}";

    /// <summary>The own municipality's page, seen from a recommendation where one is given.</summary>
    public static string ToOwnMunicipality(string? slug = null) => OwnMunicipality + Query(("rekommendation", slug));

    /// <summary>Saying something about a decision that is registered for the own municipality.</summary>
    public static string ToOwnDecision(DecisionId id) => $"/min-kommun/beslut/{id.Value}";

    /// <summary>Sending a decision, on a recommendation where one is given.</summary>
    public static string ToSend(string? slug = null) => Send + Query(("rekommendation", slug));

    /// <summary>The receipt of what the own municipality has sent.</summary>
    public static string ToSent(ArrivedItemId id) => $"/min-kommun/skickat/{id.Value}";

    /// <summary>The register of municipalities, as it is on a day where one is given.</summary>
    public static string ToRegister(DateOnly? day = null) => Register + Query(("per", day?.Iso()));

    /// <summary>A municipality in the register.</summary>
    public static string ToRegistered(MunicipalityCode code) => $"{Register}/{code}";

    /// <summary>A population set, after it was read in where that is said.</summary>
    public static string ToPopulation(PopulationSetId id, bool readIn = false) => $"{Populations}/{id.Value}{(readIn ? "?klart=ja" : null)}";

    /// <summary>Figures that wait to be read in, of a period where one is given; with a part after it, something to be done with them.</summary>
    public static string ToPopulationAtHand(PopulationSetId id, string? period = null, string part = "") =>
        $"{ReadInPopulation}/{id.Value}{(part.Length == 0 ? null : $"/{part}")}" + Query(("ar", period));

    /// <summary>A municipality's contacts.</summary>
    public static string ToContacts(MunicipalityCode code) => $"/kommuner/{code}/kontakter";

    /// <summary>Everything between SKR and a municipality, about a recommendation where one is given.</summary>
    public static string ToContactWith(MunicipalityCode code, string? slug = null, string? done = null) => $"/kommuner/{code}/kontakt" + Query(("rekommendation", slug), ("klart", done));

    /// <summary>Mending a note.</summary>
    public static string ToCorrectNote(MunicipalityCode code, ContactNoteId id) => $"/kommuner/{code}/kontakt/{id.Value}/ratta";

    /// <summary>What there is to do today, about one's own municipalities or a county's.</summary>
    public static string ToMyMunicipalities(string? county = null) => MyMunicipalities + Query(("lan", county));

    /// <summary>A county's contact.</summary>
    public static string ToContactOfCounty(string county) => $"/kontakter/lan/{Uri.EscapeDataString(county)}";

    /// <summary>The register of contacts, as it is asked for.</summary>
    public static string ToContacts(ContactFilter filter) => Contacts + Query(Of(filter));

    /// <summary>The same as a file for spreadsheets.</summary>
    public static string ToContactsCsv(ContactFilter filter) => ContactsCsv + Query(Of(filter));

    /// <summary>Something to be done with a colleague.</summary>
    public static string ToColleague(PersonId id, string part) => $"{Colleagues}/{id.Value}/{part}";

    /// <summary>The colleagues, after something was done.</summary>
    public static string ToColleaguesDone(string done) => Colleagues + Query(("gjort", done));

    private static (string, string?)[] Of(ContactFilter filter) =>
    [
        ("lage", filter.State switch { ContactState.Missing => "saknas", ContactState.All => "alla", ContactState.Silent => "tyst", _ => null }), ("lan", filter.County), ("vem", filter.Kind?.InAddress()), ("sok", filter.Search),
    ];
}
