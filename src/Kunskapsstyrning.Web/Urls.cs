using System.Globalization;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Reports;
using Kunskapsstyrning.Domain.Rounds;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.Features.Contacts;
using Kunskapsstyrning.Web.Features.Inbox;

namespace Kunskapsstyrning.Web;

/// <summary>Every address, in Swedish where people read it. Constants are route patterns; functions make links.</summary>
public static class Urls
{
    public const string Start = "/";
    public const string Recommendation = "/rekommendationer/{slug}";
    public const string Wall = "/rekommendationer/{slug}/vaggskarm";
    public const string ComparedDays = "/rekommendationer/{slug}/jamfor";
    public const string Forecast = "/rekommendationer/{slug}/prognos";
    public const string Rounds = "/rekommendationer/{slug}/omgangar";
    public const string SideBySide = "/rekommendationer/jamfor";
    public const string Division = "/rekommendationer/{slug}/fordelning";
    public const string ManagedRecommendations = "/rekommendationer/hantera";
    public const string NewRecommendation = "/rekommendationer/ny";
    public const string Hub = "/rekommendationer/{slug}/hantera";
    public const string DraftContent = "/rekommendationer/{slug}/hantera/uppgifter";
    public const string DraftTerms = "/rekommendationer/{slug}/hantera/uppgifter/villkor/{ar:int:length(4)}";
    public const string DraftAnnexes = "/rekommendationer/{slug}/hantera/bilagor";
    public const string SendRecommendation = "/rekommendationer/{slug}/hantera/skicka";
    public const string GoAhead = "/rekommendationer/{slug}/hantera/ga-vidare";
    public const string ThrowAwayDraft = "/rekommendationer/{slug}/hantera/kasta";
    public const string Threshold = "/rekommendationer/{slug}/hantera/grans";
    public const string TimetableFile = "/rekommendationer/{slug}/tidplan.ics";
    public const string AllTimetables = "/tidplan.ics";
    public const string CorrectRecommendation = "/rekommendationer/{slug}/hantera/ratta";
    public const string ExtendRecommendation = "/rekommendationer/{slug}/hantera/forlang";
    public const string RecallExtension = "/rekommendationer/{slug}/hantera/forlang/{id:guid}/aterkalla";
    public const string RenewRecommendation = "/rekommendationer/{slug}/hantera/fornya";
    public const string LongerDeadline = "/rekommendationer/{slug}/hantera/svarstid";
    public const string LastTime = "/rekommendationer/{slug}/hantera/forra-svaren";
    public const string ManageFees = "/rekommendationer/{slug}/hantera/avgifter";
    public const string TryFees = "/rekommendationer/{slug}/hantera/avgifter/{years}/prova";
    public const string TryFeesLive = "/rekommendationer/{slug}/hantera/avgifter/{years}/_blazor/{**rest}";
    public const string ProposeFees = "/rekommendationer/{slug}/hantera/avgifter/{years}/forslag";
    public const string FeeProposal = "/rekommendationer/{slug}/hantera/avgifter/{years}/forslag/{id:guid}";
    public const string ApproveFees = "/rekommendationer/{slug}/hantera/avgifter/{years}/forslag/{id:guid}/godkann";
    public const string EndProposal = "/rekommendationer/{slug}/hantera/avgifter/{years}/forslag/{id:guid}/avsluta";
    public const string FeeVersion = "/rekommendationer/{slug}/hantera/avgifter/{years}/version/{nummer:int}";
    public const string FeesOfList = "/rekommendationer/{slug}/hantera/avgifter/{years}/lista";
    public const string Municipalities = "/kommuner";
    public const string Municipality = "/kommuner/{kod}";
    public const string DecisionKit = "/kommuner/{kod}/beslutsunderlag/{slug}";
    public const string DecisionKitWord = "/kommuner/{kod}/beslutsunderlag/{slug}.docx";
    public const string DecisionKitPdf = "/kommuner/{kod}/beslutsunderlag/{slug}.pdf";
    public const string FeeNotice = "/kommuner/{kod}/avgiftsbesked/{slug}/{ar:int:length(4)}";
    public const string FeeNotices = "/rekommendationer/{slug}/hantera/avgiftsbesked/{ar:int:length(4)}";
    public const string FeeNoticesState = "/rekommendationer/{slug}/hantera/avgiftsbesked/{ar:int:length(4)}/laget";
    public const string CancelFeeNotices = "/rekommendationer/{slug}/hantera/avgiftsbesked/{ar:int:length(4)}/avbryt";
    public const string FeeNoticesFile = "/rekommendationer/{slug}/hantera/avgiftsbesked/{ar:int:length(4)}/{id:guid}.zip";
    public const string CostPerMunicipality = "/rekommendationer/{slug}/kostnad-per-kommun/{ar:int:length(4)}";
    public const string CostPerMunicipalityPdf = "/rekommendationer/{slug}/kostnad-per-kommun/{ar:int:length(4)}.pdf";
    public const string CostPerMunicipalityExcel = "/rekommendationer/{slug}/kostnad-per-kommun/{ar:int:length(4)}.xlsx";
    public const string Export = "/rekommendationer/{slug}/utdrag.";
    public const string Snapshots = "/rekommendationer/{slug}/lagen";
    public const string Snapshot = "/rekommendationer/{slug}/lagen/{id:guid}";
    public const string SnapshotExport = "/rekommendationer/{slug}/lagen/{id:guid}/utdrag.";
    public const string Reports = "/rekommendationer/{slug}/aterkoppling";
    public const string Report = "/rekommendationer/{slug}/aterkoppling/{id:guid}";
    public const string ReportPdf = "/rekommendationer/{slug}/aterkoppling/{id:guid}/aterkoppling.pdf";
    public const string ReportWord = "/rekommendationer/{slug}/aterkoppling/{id:guid}/aterkoppling.docx";
    public const string ReportWorkbook = "/rekommendationer/{slug}/aterkoppling/{id:guid}/aterkoppling.xlsx";
    public const string PublishReport = "/rekommendationer/{slug}/aterkoppling/{id:guid}/visa";
    public const string Covers = "/rekommendationer/{slug}/aterkoppling/{id:guid}/foljebrev";
    public const string CoversState = "/rekommendationer/{slug}/aterkoppling/{id:guid}/foljebrev/laget";
    public const string CancelCovers = "/rekommendationer/{slug}/aterkoppling/{id:guid}/foljebrev/avbryt";
    public const string CoversFile = "/rekommendationer/{slug}/aterkoppling/{id:guid}/foljebrev/{utskrift:guid}.zip";
    public const string SendReport = "/rekommendationer/{slug}/aterkoppling/{id:guid}/utskick";
    public const string RecallReport = "/rekommendationer/{slug}/aterkoppling/{id:guid}/ta-tillbaka";
    public const string TakeAlong = "/rekommendationer/{slug}/ta-med";
    public const string FeeNoticePdf = "/kommuner/{kod}/avgiftsbesked/{slug}/{ar:int:length(4)}.pdf";
    public const string Accessibility = "/tillganglighet";
    public const string SignIn = "/logga-in";
    public const string SignOut = "/logga-ut";
    public const string SignedOut = "/utloggad";
    public const string Code = "/logga-in/kod";
    public const string AskForCode = "/logga-in/kod/ny";
    public const string WithPasskey = "/logga-in/nyckel";
    public const string PasskeyQuestion = "/logga-in/nyckel/fraga";
    public const string AtProvider = "/logga-in/hos/{id:guid}";
    public const string ProviderAnswer = "/logga-in/klar";
    public const string Account = "/konto";
    public const string EndOwnSession = "/konto/inloggad/logga-ut";
    public const string EndOtherSessions = "/konto/inloggad/logga-ut-andra";
    public const string NewPasskey = "/konto/nyckel";
    public const string NewPasskeyQuestion = "/konto/nyckel/fraga";
    public const string RenamePasskey = "/konto/nyckel/{id:guid}/namn";
    public const string RemovePasskey = "/konto/nyckel/{id:guid}/ta-bort";
    public const string Log = "/registrera";
    public const string Draft = "/registrera/utkast";
    public const string NoDraft = "/registrera/utkast/kasta";
    public const string Inbox = "/inkorg";
    public const string Item = "/inkorg/{id:guid}";
    public const string SetAside = "/inkorg/{id:guid}/at-sidan";
    public const string Reopen = "/inkorg/{id:guid}/ta-tillbaka";
    public const string PutWith = "/inkorg/{id:guid}/lagg-till";
    public const string NothingMore = "/inkorg/{id:guid}/klart";
    public const string Presence = "/inkorg/{id:guid}/har";
    public const string PageImage = "/handlingar/{id:guid}/sida/{sida:int}";
    public const string Lists = "/registrera/lista";
    public const string List = "/registrera/lista/{id:guid}";
    public const string ConfirmList = "/registrera/lista/{id:guid}/registrera";
    public const string DiscardList = "/registrera/lista/{id:guid}/kasta";
    public const string UndoList = "/registrera/lista/{id:guid}/angra";
    public const string ListFailures = "/registrera/lista/{id:guid}/ej-registrerade.csv";
    public const string ListReport = "/registrera/lista/{id:guid}/avstamning.csv";
    public const string Decision = "/beslut/{id:guid}";
    public const string Correct = "/beslut/{id:guid}/ratta";
    public const string Retract = "/beslut/{id:guid}/ta-tillbaka";
    public const string Move = "/beslut/{id:guid}/flytta";
    public const string Loosen = "/beslut/{id:guid}/handling/{document:guid}/lossa";
    public const string LoosenItem = "/inkorg/{id:guid}/lossa";
    public const string Undo = "/beslut/{id:guid}/angra";
    public const string Document = "/handlingar/{id:guid}";
    public const string Messages = "/utskick";
    public const string Message = "/utskick/{id:guid}";
    public const string Recall = "/utskick/{id:guid}/aterkalla";
    public const string SendAgain = "/utskick/{id:guid}/skicka-igen";
    public const string Settle = "/utskick/{id:guid}/kom-fram";
    public const string Bounces = "/utskick/studsar";
    public const string Dispatches = "/rekommendationer/{slug}/utskick";
    public const string Dispatch = "/rekommendationer/{slug}/utskick/{id:guid}";
    public const string FindReceipt = "/kvitto";
    public const string Receipt = "/kvitto/{referens}";
    public const string Templates = "/mallar";
    public const string Template = "/mallar/{mall}";
    public const string SendReceipt = "/beslut/{id:guid}/kvitto";
    public const string AskForFinal = "/beslut/{id:guid}/fraga";
    public const string SettleObjection = "/utskick/{id:guid}/invandning/{nummer:int}/klar";
    public const string Waiting = "/inkorg/vantar";
    public const string EndFollowUp = "/uppfoljning/{id:guid}/klar";
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
    public const string SettleRequest = "/beslut/{id:guid}/begaran/{nummer:int}/klar";
    public const string Administration = "/administration";
    public const string Publicity = "/administration/publicitet";
    public const string Sitemap = "/sitemap.xml";
    public const string Robots = "/robots.txt";
    public const string People = "/administration/personer";
    public const string Person = "/administration/personer/{id:guid}";
    public const string PersonRole = "/administration/personer/{id:guid}/roll";
    public const string PersonName = "/administration/personer/{id:guid}/namn";
    public const string PersonAddress = "/administration/personer/{id:guid}/epost";
    public const string EndRight = "/administration/personer/{id:guid}/avsluta";
    public const string RestoreRight = "/administration/personer/{id:guid}/oppna";
    public const string EndSessions = "/administration/personer/{id:guid}/logga-ut";
    public const string RemovePasskeyOf = "/administration/personer/{id:guid}/nyckel/{nyckel:guid}/ta-bort";
    public const string Invite = "/administration/personer/bjud-in";
    public const string InviteAgain = "/administration/personer/{id:guid}/bjud-in";
    public const string WithdrawInvitation = "/administration/personer/{id:guid}/aterkalla";
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
    public const string Reminders = "/rekommendationer/{slug}/hantera/paminnelser";
    public const string SnoozeReminder = "/rekommendationer/{slug}/hantera/paminnelser/skjut-upp";
    public const string Invoices = "/fakturaunderlag";
    public const string InvoiceSettings = "/fakturaunderlag/installningar";
    public const string InvoicesOfYear = "/fakturaunderlag/{slug}/{ar:int:length(4)}";
    public const string InvoiceRun = "/fakturaunderlag/{slug}/{ar:int:length(4)}/uttag/{nummer:int}";
    public const string InvoiceRunWorkbook = "/fakturaunderlag/{slug}/{ar:int:length(4)}/uttag/{nummer:int}/underlag.xlsx";
    public const string InvoiceRunSheet = "/fakturaunderlag/{slug}/{ar:int:length(4)}/uttag/{nummer:int}/underlag.csv";
    public const string InvoiceRunCsv = "/fakturaunderlag/{slug}/{ar:int:length(4)}/uttag/{nummer:int}/records.csv";
    public const string InvoiceRunZip = "/fakturaunderlag/{slug}/{ar:int:length(4)}/uttag/{nummer:int}/fakturor.zip";
    public const string BuyerReference = "/kommuner/{kod}/bestallarreferens";
    public const string OwnBuyerReference = "/min-kommun/bestallarreferens";
    public const string Providers = "/administration/leverantorer";
    public const string NewProvider = "/administration/leverantorer/ny";
    public const string Provider = "/administration/leverantorer/{id:guid}";
    public const string TurnProviderOn = "/administration/leverantorer/{id:guid}/pa";
    public const string TurnProviderOff = "/administration/leverantorer/{id:guid}/av";
    public const string RolesTable = "/administration/roller";
    public const string Boundaries = "/administration/kommungranser";
    public const string ReadInBoundaries = "/administration/kommungranser/spara";
    public const string Populations = "/folkmangd";
    public const string Population = "/folkmangd/{id:guid}";
    public const string ReadInPopulation = "/folkmangd/las-in";
    public const string FetchPopulation = "/folkmangd/las-in/scb";
    public const string PopulationAtHand = "/folkmangd/las-in/{id:guid}";
    public const string ConfirmPopulation = "/folkmangd/las-in/{id:guid}/spara";
    public const string DiscardPopulation = "/folkmangd/las-in/{id:guid}/kasta";
    public const string SavedViews = "/vyer";
    public const string SaveView = "/vyer/ny";
    public const string ShareView = "/vyer/{id:guid}/dela";
    public const string RemoveView = "/vyer/{id:guid}/ta-bort";
    public const string SettleView = "/vyer/{id:guid}/ordna";
    public const string News = "/handelser";
    public const string Live = "/halsa/live";
    public const string Ready = "/halsa/redo";
    public const string OpenApi = "/openapi/v1.json";

    public const string ApiRecommendations = "/api/v1/recommendations";
    public const string ApiRecommendation = "/api/v1/recommendations/{slug}";
    public const string ApiResponses = "/api/v1/recommendations/{slug}/responses";
    public const string ApiFees = "/api/v1/recommendations/{slug}/fees";
    public const string ApiMunicipalities = "/api/v1/municipalities";
    public const string ApiMunicipality = "/api/v1/municipalities/{code}";
    public const string ApiMunicipalityFees = "/api/v1/municipalities/{code}/fees";

    /// <summary>A recommendation's page as it is today.</summary>
    public static string ToRecommendation(string slug) => $"/rekommendationer/{slug}";

    /// <summary>Two days of a recommendation beside each other; days that are not said are chosen by the page.</summary>
    public static string ToComparedDays(string slug, DateOnly? from = null, DateOnly? through = null, Basis basis = Basis.Arrived) =>
        $"/rekommendationer/{slug}/jamfor" + Query(("fran", from?.Iso()), ("till", through?.Iso()), ("fraga", basis is Basis.Held ? basis.Word() : null));

    /// <summary>The recommendation on a screen on a wall, which follows by itself.</summary>
    public static string ToWall(string slug) => $"/rekommendationer/{slug}/vaggskarm";

    /// <summary>Saving a view of a recommendation under a name.</summary>
    public static string ToSaveView(string slug, string query) => $"{SaveView}?rekommendation={slug}{(query.Length == 0 ? "" : "&" + query[1..])}";

    /// <summary>A saved view, to do something with.</summary>
    public static string ToSavedView(SavedViewId id) => $"{SavedViews}/{id.Value}";

    /// <summary>The fee terms of a draft's period, by its first year.</summary>
    public static string ToDraftTerms(string slug, int first) => ToHub(slug, $"uppgifter/villkor/{first.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>The saved states of a recommendation.</summary>
    public static string ToSnapshots(string slug) => $"/rekommendationer/{slug}/lagen";

    /// <summary>A saved state.</summary>
    public static string ToSnapshot(string slug, SnapshotId id) => $"/rekommendationer/{slug}/lagen/{id.Value}";

    /// <summary>The reports back of a recommendation; with a saved state chosen where one is given.</summary>
    public static string ToReports(string slug, SnapshotId? from = null) => $"/rekommendationer/{slug}/aterkoppling" + Query(("lage", from?.Value.ToString()));

    /// <summary>A report back; with "pdf", "docx" or "xlsx" the file.</summary>
    public static string ToReport(string slug, ReportId id, string? file = null) => $"/rekommendationer/{slug}/aterkoppling/{id.Value}{(file is null ? null : $"/aterkoppling.{file}")}";

    /// <summary>Covers to a report; with a part after it, something of them or to be done with them.</summary>
    public static string ToCovers(string slug, ReportId id, string part = "") => $"/rekommendationer/{slug}/aterkoppling/{id.Value}/foljebrev{(part.Length == 0 ? "" : $"/{part}")}";

    /// <summary>The page that lists the files that a view can be taken along as.</summary>
    public static string ToTakeAlong(string slug) => $"/rekommendationer/{slug}/ta-med";

    /// <summary>A view of a recommendation as a file.</summary>
    public static string ToExport(string slug, string ending) => $"/rekommendationer/{slug}/utdrag.{ending}";

    /// <summary>A recommendation's timetable as a file for calendars.</summary>
    public static string ToTimetableFile(string slug) => $"/rekommendationer/{slug}/tidplan.ics";

    /// <summary>Where SKR works with a recommendation; with a part after it, one thing to do with it.</summary>
    public static string ToHub(string slug, string part = "") => part.Length == 0 ? $"/rekommendationer/{slug}/hantera" : $"/rekommendationer/{slug}/hantera/{part}";

    /// <summary>Correcting what was sent.</summary>
    public static string ToCorrectRecommendation(string slug) => $"/rekommendationer/{slug}/hantera/ratta";

    /// <summary>Extending a recommendation.</summary>
    public static string ToExtend(string slug) => $"/rekommendationer/{slug}/hantera/forlang";

    /// <summary>Recalling a proposed extension.</summary>
    public static string ToRecallExtension(string slug, ExtensionId id) => $"/rekommendationer/{slug}/hantera/forlang/{id.Value}/aterkalla";

    /// <summary>Renewing a recommendation.</summary>
    public static string ToRenew(string slug) => $"/rekommendationer/{slug}/hantera/fornya";

    /// <summary>A longer time to answer for one municipality.</summary>
    public static string ToLongerDeadline(string slug, MunicipalityCode? municipality = null) => $"/rekommendationer/{slug}/hantera/svarstid" + Query(("kommun", municipality?.Digits));

    /// <summary>What everyone answered to the recommendation that this one renews.</summary>
    public static string ToLastTime(string slug) => $"/rekommendationer/{slug}/hantera/forra-svaren";
    /// <summary>The fees of a recommendation, period by period, for those who work with them.</summary>
    public static string ToManageFees(string slug) => $"/rekommendationer/{slug}/hantera/avgifter";

    /// <summary>Something of a period's fees: "prova", "forslag", "lista".</summary>
    public static string ToFees(string slug, YearSpan years, string part) => $"{ToManageFees(slug)}/{years.InAddress()}/{part}";

    /// <summary>A proposal to freeze fees; with "godkann" or "avsluta" what is done with it.</summary>
    public static string ToFeeProposal(string slug, YearSpan years, AllocationProposalId id, string? act = null) =>
        ToFees(slug, years, $"forslag/{id.Value}{(act is null ? null : $"/{act}")}");

    /// <summary>A frozen version of a period's fees.</summary>
    public static string ToFeeVersion(string slug, YearSpan years, int number) => ToFees(slug, years, $"version/{number.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>How many will likely have adopted.</summary>
    public static string ToForecast(string slug) => $"/rekommendationer/{slug}/prognos";

    /// <summary>Who has joined and left since the round before.</summary>
    public static string ToRounds(string slug) => $"/rekommendationer/{slug}/omgangar";

    /// <summary>The answers to a recommendation divided by county, size and deciding body.</summary>
    public static string ToDivision(string slug) => $"/rekommendationer/{slug}/fordelning";

    /// <summary>A municipality's page, seen from a recommendation where one is given.</summary>
    public static string ToMunicipality(MunicipalityCode code, string? slug = null) =>
        slug is null ? $"/kommuner/{code}" : $"/kommuner/{code}?rekommendation={slug}";

    /// <summary>A municipality's draft for its board to decide on; with "docx" or "pdf" the file.</summary>
    public static string ToDecisionKit(MunicipalityCode code, string slug, string? file = null) =>
        $"/kommuner/{code}/beslutsunderlag/{slug}{(file is null ? null : $".{file}")}";

    /// <summary>What a municipality pays in a year, on a paper of its own; with "pdf" the file.</summary>
    public static string ToFeeNotice(MunicipalityCode code, string slug, int year, string? file = null) =>
        $"/kommuner/{code}/avgiftsbesked/{slug}/{year.ToString(CultureInfo.InvariantCulture)}{(file is null ? null : $".{file}")}";

    /// <summary>Printing the fee notices of every municipality for a year; with a part after it, something of it or to be done with it.</summary>
    public static string ToFeeNotices(string slug, int year, string part = "") =>
        $"/rekommendationer/{slug}/hantera/avgiftsbesked/{year.ToString(CultureInfo.InvariantCulture)}{(part.Length == 0 ? "" : "/" + part)}";

    /// <summary>What every municipality pays in a year; with "pdf" or "xlsx" the file.</summary>
    public static string ToCostPerMunicipality(string slug, int year, string? file = null) =>
        $"/rekommendationer/{slug}/kostnad-per-kommun/{year.ToString(CultureInfo.InvariantCulture)}{(file is null ? null : $".{file}")}";

    /// <summary>The own municipality's page, seen from a recommendation where one is given.</summary>
    public static string ToOwnMunicipality(string? slug = null) => OwnMunicipality + Query(("rekommendation", slug));

    /// <summary>Saying something about a decision that is registered for the own municipality.</summary>
    public static string ToOwnDecision(DecisionId id) => $"/min-kommun/beslut/{id.Value}";

    /// <summary>Sending a decision, on a recommendation where one is given.</summary>
    public static string ToSend(string? slug = null) => Send + Query(("rekommendation", slug));

    /// <summary>The receipt of what the own municipality has sent.</summary>
    public static string ToSent(ArrivedItemId id) => $"/min-kommun/skickat/{id.Value}";

    /// <summary>Saying that what a municipality asked for has been dealt with.</summary>
    public static string ToSettleRequest(DecisionId id, int number) => $"/beslut/{id.Value}/begaran/{number}/klar";

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

    /// <summary>When to remind of a recommendation, and whom.</summary>
    public static string ToReminders(string slug, string? done = null) => $"/rekommendationer/{slug}/hantera/paminnelser" + Query(("klart", done));

    /// <summary>A county's contact.</summary>
    public static string ToContactOfCounty(string county) => $"/kontakter/lan/{Uri.EscapeDataString(county)}";

    /// <summary>The register of contacts, as it is asked for.</summary>
    public static string ToContacts(ContactFilter filter) => Contacts + Query(Of(filter));

    /// <summary>The same as a file for spreadsheets.</summary>
    public static string ToContactsCsv(ContactFilter filter) => ContactsCsv + Query(Of(filter));

    /// <summary>What is invoiced for a recommendation and year, and what is left.</summary>
    public static string ToInvoicesOfYear(string slug, int year) => $"{Invoices}/{slug}/{year.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>An invoice run; with a name after it, a file of it.</summary>
    public static string ToInvoiceRun(string slug, int year, int number, string? file = null) =>
        $"{ToInvoicesOfYear(slug, year)}/uttag/{number.ToString(CultureInfo.InvariantCulture)}{(file is null ? null : $"/{file}")}";

    /// <summary>What a municipality wants to find on its invoices.</summary>
    public static string ToBuyerReference(MunicipalityCode code) => $"/kommuner/{code}/bestallarreferens";

    /// <summary>A decision with its timeline.</summary>
    public static string ToDecision(DecisionId id) => $"/beslut/{id.Value}";

    /// <summary>A list that is read in or waits for it; with a part after it, something of it or to be done with it.</summary>
    public static string ToList(ImportId id, string part = "") => part.Length == 0 ? $"{Lists}/{id.Value}" : $"{Lists}/{id.Value}/{part}";

    /// <summary>Mending a mistake in a decision.</summary>
    public static string ToCorrect(DecisionId id) => $"/beslut/{id.Value}/ratta";

    /// <summary>Taking a decision back.</summary>
    public static string ToRetract(DecisionId id) => $"/beslut/{id.Value}/ta-tillbaka";

    /// <summary>Taking a document away from a decision.</summary>
    public static string ToLoosen(DecisionId id, DocumentId document) => $"/beslut/{id.Value}/handling/{document.Value}/lossa";

    /// <summary>Moving a decision to where it belongs.</summary>
    public static string ToMove(DecisionId id) => $"/beslut/{id.Value}/flytta";

    /// <summary>Taking back what one registered oneself today.</summary>
    public static string ToUndo(DecisionId id) => $"/beslut/{id.Value}/angra";

    /// <summary>What is sent out, in one state where one is given.</summary>
    public static string ToMessages(DeliveryState? state, int page = 1) =>
        Messages + Query(("lage", state?.InAddress()), ("sida", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null));

    /// <summary>A message that is sent out.</summary>
    public static string ToMessage(OutgoingMessageId id) => $"{Messages}/{id.Value}";

    /// <summary>What has been sent to many about a recommendation, and where such a dispatch is begun.</summary>
    public static string ToDispatches(string slug) => $"/rekommendationer/{slug}/utskick";

    /// <summary>A dispatch to many, after something was done with it where that is said.</summary>
    public static string ToDispatch(string slug, DispatchId id, string? done = null) => $"/rekommendationer/{slug}/utskick/{id.Value}" + Query(("klart", done));

    /// <summary>Stopping a message before it leaves.</summary>
    public static string ToRecall(OutgoingMessageId id) => $"{Messages}/{id.Value}/aterkalla";

    /// <summary>Sending a message once more.</summary>
    public static string ToSendAgain(OutgoingMessageId id) => $"{Messages}/{id.Value}/skicka-igen";

    /// <summary>Saying that a message arrived.</summary>
    public static string ToSettle(OutgoingMessageId id) => $"{Messages}/{id.Value}/kom-fram";

    /// <summary>A receipt, for whoever has its reference.</summary>
    public static string ToReceipt(ReceiptReference reference) => $"/kvitto/{reference.Text}";

    /// <summary>A template by its name in addresses.</summary>
    public static string ToTemplate(string name) => $"{Templates}/{name}";

    /// <summary>A template's page, after a version was saved.</summary>
    public static string ToTemplateSaved(string name, int version) => ToTemplate(name) + Query(("sparad", version.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Sending a receipt of a decision.</summary>
    public static string ToSendReceipt(DecisionId id) => $"/beslut/{id.Value}/kvitto";

    /// <summary>Asking for the final decision after a proposal.</summary>
    public static string ToAskForFinal(DecisionId id) => $"/beslut/{id.Value}/fraga";

    /// <summary>Saying that an objection has been dealt with.</summary>
    public static string ToSettleObjection(OutgoingMessageId id, int number) => $"{Messages}/{id.Value}/invandning/{number}/klar";

    /// <summary>Ending a follow-up.</summary>
    public static string ToEndFollowUp(FollowUpId id) => $"/uppfoljning/{id.Value}/klar";

    /// <summary>A folder of the inbox.</summary>
    public static string ToInbox(Folder folder, int page = 1, string search = "") =>
        Inbox + Query(("mapp", folder.InAddress()), ("sok", search), ("sida", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Something in the inbox, with one of its documents.</summary>
    public static string ToItem(ArrivedItemId id, int? part = null) => $"{Inbox}/{id.Value}" + Query(("del", part?.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The next in the inbox, with a word that what one sent is saved.</summary>
    public static string ToItemAfter(ArrivedItemId next, DecisionId saved) => $"{Inbox}/{next.Value}?sparat={saved.Value}";

    /// <summary>The next item, or the inbox when there is none, after something was done with one.</summary>
    public static string ToItemDone(ArrivedItemId? next, string done, ArrivedItemId item) => (next is { } id ? $"{Inbox}/{id.Value}" : Inbox) + Query(("gjort", done), ("fran", item.Value.ToString()));

    /// <summary>Setting aside what is no answer.</summary>
    public static string ToSetAside(ArrivedItemId id) => $"{Inbox}/{id.Value}/at-sidan";

    /// <summary>Putting it back in the inbox.</summary>
    public static string ToReopen(ArrivedItemId id) => $"{Inbox}/{id.Value}/ta-tillbaka";

    /// <summary>Putting it with a decision that is registered.</summary>
    public static string ToPutWith(ArrivedItemId id) => $"{Inbox}/{id.Value}/lagg-till";

    /// <summary>Saying that nothing more is to be registered from something that arrived.</summary>
    public static string ToNothingMore(ArrivedItemId id) => $"{Inbox}/{id.Value}/klart";

    /// <summary>Taking it away from a decision that it was put with.</summary>
    public static string ToLoosen(ArrivedItemId id) => $"{Inbox}/{id.Value}/lossa";

    /// <summary>Where the page says that it is open.</summary>
    public static string ToPresence(ArrivedItemId id) => $"{Inbox}/{id.Value}/har";

    /// <summary>A page of a document as a picture.</summary>
    public static string ToPageImage(DocumentId id, int page) => $"/handlingar/{id.Value}/sida/{page}";

    /// <summary>A document to download.</summary>
    public static string ToDocument(DocumentId id) => $"/handlingar/{id.Value}";

    /// <summary>The log form, with a word that what one sent is saved.</summary>
    public static string ToSaved(DecisionId id) => $"{Log}?sparat={id.Value}";

    /// <summary>Signing in, and back to where one was.</summary>
    public static string ToSignIn(string? returnUrl = null) =>
        returnUrl is null or Start || returnUrl.StartsWith(SignIn, StringComparison.Ordinal) ? SignIn : $"{SignIn}?returnUrl={Uri.EscapeDataString(returnUrl)}";

    /// <summary>Signing in at a provider, and back to where one was.</summary>
    public static string ToProvider(IdentityProviderId id, string? returnUrl) => $"{SignIn}/hos/{id.Value}" + Query(("returnUrl", returnUrl));

    /// <summary>Calling a passkey something else.</summary>
    public static string ToRenamePasskey(PasskeyId id) => $"{NewPasskey}/{id.Value}/namn";

    /// <summary>Taking a passkey away.</summary>
    public static string ToRemovePasskey(PasskeyId id) => $"{NewPasskey}/{id.Value}/ta-bort";

    /// <summary>Something to be done with a colleague.</summary>
    public static string ToColleague(PersonId id, string part) => $"{Colleagues}/{id.Value}/{part}";

    /// <summary>The colleagues, after something was done.</summary>
    public static string ToColleaguesDone(string done) => Colleagues + Query(("gjort", done));

    /// <summary>Those who may act, as the page shows them first, or in the way that the word of the address says.</summary>
    public static string ToPeople(string? shown = null) => People + Query(("visa", shown));

    /// <summary>A person; with a part after it, something to be done with them.</summary>
    public static string ToPerson(PersonId id, string part = "") => part.Length == 0 ? $"{People}/{id.Value}" : $"{People}/{id.Value}/{part}";

    /// <summary>A person, after something was done.</summary>
    public static string ToPersonDone(PersonId id, string done) => ToPerson(id) + Query(("gjort", done));

    /// <summary>How an identity provider is set up; with "pa" or "av" after it, turning it on or off.</summary>
    public static string ToProviderPage(IdentityProviderId id, string part = "") => part.Length == 0 ? $"{Providers}/{id.Value}" : $"{Providers}/{id.Value}/{part}";

    /// <summary>A provider, after something was done.</summary>
    public static string ToProviderDone(IdentityProviderId id, string done) => ToProviderPage(id) + Query(("gjort", done));

    /// <summary>The providers, after something was done.</summary>
    public static string ToProvidersDone(string done) => Providers + Query(("gjort", done));

    /// <summary>Logging by hand, with a municipality and a recommendation filled in where they are given.</summary>
    public static string ToLog(MunicipalityCode? municipality = null, string? slug = null) =>
        Log + Query(("kommun", municipality?.Digits), ("rekommendation", slug));

    /// <summary>What is new in a recommendation after the event that a page rests on, and whether the page says that the threshold is reached.</summary>
    public static string ToNews(string slug, long after, bool isReached = false) =>
        News + Query(("rekommendation", slug), ("efter", after.ToString(CultureInfo.InvariantCulture)), ("nadd", isReached ? "ja" : null));

    /// <summary>The answers of all municipalities as a file for spreadsheets.</summary>
    public static string ToResponsesCsv(string slug, AsOf? asOf = null, string? status = null) =>
        $"{ApiRecommendations}/{slug}/responses" + Query(
            ("format", "csv"),
            ("status", status),
            ("asOf", asOf?.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("basis", asOf is null ? null : asOf.Basis is Basis.Held ? "held" : "arrived"));

    private static (string, string?)[] Of(ContactFilter filter) =>
    [
        ("lage", filter.State switch { ContactState.Missing => "saknas", ContactState.All => "alla", ContactState.Silent => "tyst", _ => null }), ("lan", filter.County), ("vem", filter.Kind?.InAddress()), ("sok", filter.Search),
    ];

    /// <summary>A query string of the values that are there; empty when none is.</summary>
    public static string Query(params IEnumerable<(string Name, string? Value)> values)
    {
        var pairs = values.Where(v => !string.IsNullOrEmpty(v.Value)).Select(v => $"{v.Name}={Uri.EscapeDataString(v.Value!)}").ToList();
        return pairs.Count == 0 ? "" : "?" + string.Join('&', pairs);
    }
}
