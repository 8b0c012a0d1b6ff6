using System.Globalization;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Web.Features.Inbox;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web;

/// <summary>The inbox, decisions, lists of them and documents.</summary>
public static partial class Urls
{
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
    public const string Waiting = "/inkorg/vantar";
    public const string EndFollowUp = "/uppfoljning/{id:guid}/klar";
    public const string SettleRequest = "/beslut/{id:guid}/begaran/{nummer:int}/klar";

    /// <summary>Saying that what a municipality asked for has been dealt with.</summary>
    public static string ToSettleRequest(DecisionId id, int number) => $"/beslut/{id.Value}/begaran/{number}/klar";

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

    /// <summary>Logging by hand, with a municipality and a recommendation filled in where they are given.</summary>
    public static string ToLog(MunicipalityCode? municipality = null, string? slug = null) =>
        Log + Query(("kommun", municipality?.Digits), ("rekommendation", slug));
}
