using System.Globalization;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Reports;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web;

/// <summary>What is sent out: messages, receipts, dispatches and reports back.</summary>
public static partial class Urls
{
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

    /// <summary>The reports back of a recommendation; with a saved state chosen where one is given.</summary>
    public static string ToReports(string slug, SnapshotId? from = null) => $"/rekommendationer/{slug}/aterkoppling" + Query(("lage", from?.Value.ToString()));

    /// <summary>A report back; with "pdf", "docx" or "xlsx" the file.</summary>
    public static string ToReport(string slug, ReportId id, string? file = null) => $"/rekommendationer/{slug}/aterkoppling/{id.Value}{(file is null ? null : $"/aterkoppling.{file}")}";

    /// <summary>Covers to a report; with a part after it, something of them or to be done with them.</summary>
    public static string ToCovers(string slug, ReportId id, string part = "") => $"/rekommendationer/{slug}/aterkoppling/{id.Value}/foljebrev{(part.Length == 0 ? "" : $"/{part}")}";

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
}
