using Kunskapsstyrning.Domain.Messages;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>What messages are called, in Swedish.</summary>
public static partial class Swedish
{
    /// <summary>Why a message was recalled: nothing is asked for any longer.</summary>
    public const string RecalledFinalHasCome = "Det slutliga beslutet har kommit.";

    /// <summary>The same: the decision that it is about stands no longer.</summary>
    public const string RecalledTakenBack = "Beslutet togs tillbaka innan meddelandet hade lämnats.";

    /// <summary>The same: the decision was corrected.</summary>
    public const string RecalledCorrected = "Beslutet rättades innan meddelandet hade lämnats.";

    /// <summary>The same: the decision was moved.</summary>
    public const string RecalledMoved = "Beslutet flyttades innan meddelandet hade lämnats.";

    /// <summary>The same: its dispatch was stopped.</summary>
    public const string RecalledStopped = "Utskicket stoppades.";

    /// <summary>Why a municipality is proposed: what came answers our letter.</summary>
    public const string AnswersOurLetter = "Mejlet svarar på vårt brev till kommunen.";

    /// <summary>The same: it comes from one of its contacts.</summary>
    public const string ComesFromItsContact = "Avsändarens adress står bland kommunens kontakter.";

    /// <summary>"SKL:s styrelse beslutade 14 december 2018 om ”…”:" and the points of the decision, one a line.</summary>
    internal static string QuestionInLetter(this Domain.Recommendations.Recommendation asked) => string.Join('\n',
        [$"{Association(asked.BoardDecision.On)}:s styrelse beslutade {asked.BoardDecision.On.Long()} om ”{asked.Title}”{(asked.Points.Count == 0 ? "." : ":")}", .. asked.Points.OrderBy(p => p.Number).Select(p => $"– {p.Text}")]);

    /// <summary>"senast 15 juni 2026"; where no day is ahead "så snart beslutet är fattat (sista svarsdag var 15 juni 2019)".</summary>
    /// <param name="ahead">The last day that is ahead; null when none is.</param>
    /// <param name="last">The last day there was; null when none is known.</param>
    internal static string AnswerBy(DateOnly? ahead, DateOnly? last) =>
        ahead is { } day ? $"senast {day.Long()}" : $"så snart beslutet är fattat{(last is { } passed ? $" (sista svarsdag var {passed.Long()})" : null)}";

    /// <summary>"Kvitto".</summary>
    public static string Label(this MessageKind kind) => kind switch
    {
        MessageKind.Receipt => "Kvitto",
        MessageKind.AskForFinalDecision => "Fråga efter slutligt beslut",
        MessageKind.Question => "Förfrågan",
        MessageKind.Correction => "Rättelse",
        MessageKind.Reminder => "Påminnelse",
        _ => "Återkoppling",
    };

    /// <summary>"kvitto": a template's name in addresses.</summary>
    public static string InAddress(this MessageKind kind) => kind switch
    {
        MessageKind.Receipt => "kvitto",
        MessageKind.AskForFinalDecision => "fraga",
        MessageKind.Question => "forfragan",
        MessageKind.Correction => "rattelse",
        MessageKind.Reminder => "paminnelse",
        _ => "aterkoppling",
    };

    /// <summary>"Lämnad till server". Nothing is called sent.</summary>
    public static string Label(this DeliveryState state) => state switch
    {
        DeliveryState.Queued => "Köad",
        DeliveryState.Submitting => "Lämnas nu",
        DeliveryState.Submitted => "Lämnad till server",
        DeliveryState.Rejected => "Avvisad",
        DeliveryState.Recalled => "Återkallad",
        DeliveryState.Bounced => "Studs",
        DeliveryState.AutoAnswered => "Autosvar",
        DeliveryState.LeftOut => "Utelämnad",
        _ => "Osäkert",
    };

    /// <summary>"kod": the state in addresses.</summary>
    public static string InAddress(this DeliveryState state) => state switch
    {
        DeliveryState.Queued => "koad",
        DeliveryState.Submitting => "lamnas",
        DeliveryState.Submitted => "lamnad",
        DeliveryState.Rejected => "avvisad",
        DeliveryState.Recalled => "aterkallad",
        DeliveryState.Bounced => "studs",
        DeliveryState.AutoAnswered => "autosvar",
        DeliveryState.LeftOut => "utelamnad",
        _ => "osakert",
    };

    /// <summary>What the state means, in a sentence.</summary>
    public static string Meaning(this DeliveryState state) => state switch
    {
        DeliveryState.Queued => "Det har inte lämnat oss och kan återkallas.",
        DeliveryState.Submitting => "Det lämnas till e-postservern just nu.",
        DeliveryState.Submitted => "E-postservern har tagit emot det. Om det har kommit fram till mottagarens brevlåda vet vi inte.",
        DeliveryState.Rejected => "E-postservern tar inte emot det. Kontrollera adressen.",
        DeliveryState.Recalled => "Det har aldrig lämnat oss.",
        DeliveryState.Bounced => "Det togs emot av en server och kom sedan tillbaka. Adressen fungerar troligen inte.",
        DeliveryState.AutoAnswered => "Det kom fram, och en dator svarade. Ingen människa behöver ha läst det.",
        DeliveryState.LeftOut => "Det har aldrig lämnat oss: kommunen hade svarat, eller något hade ändrats, när det skulle lämnas.",
        _ => "Förbindelsen bröts medan det lämnades. Fråga mottagaren, eller skicka igen och räkna med att det kan komma två gånger.",
    };

    /// <summary>"Studs": what a machine at the other end sent back.</summary>
    public static string Label(this ReturnKind kind) => kind switch
    {
        ReturnKind.Bounced => "Studs",
        ReturnKind.AutoAnswered => "Autosvar",
        ReturnKind.Delayed => "Fördröjt",
        _ => "Kom fram",
    };
}
