namespace Kunskapsstyrning.Domain.Messages;

/// <summary>What a message is for, and which template it is written from.</summary>
public enum MessageKind
{
    /// <summary>"Så här har vi registrerat ert beslut – stämmer det?"</summary>
    Receipt = 1,
    /// <summary>Asks a municipality whose proposal has arrived for its final decision.</summary>
    AskForFinalDecision,
    /// <summary>Förfrågan: the letter that puts a recommendation's question to everyone.</summary>
    Question,
    /// <summary>Rättelse: puts right what such a letter said wrong.</summary>
    Correction,
    /// <summary>Påminnelse: to those who have not answered.</summary>
    Reminder,
    /// <summary>Återkoppling: tells those who were asked what came of it.</summary>
    Report,
}

/// <summary>A message as it is written. Neither recipient nor words ever change.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Recipient">The one who gets it.</param>
/// <param name="Subject">Its subject, on one line.</param>
/// <param name="Body">Its words, plain text.</param>
/// <param name="TemplateVersion">The version of the template that it was written from.</param>
/// <param name="Reference">What opens the receipt; null for other messages.</param>
public sealed record Letter(MessageKind Kind, EmailAddress Recipient, string Subject, string Body, int TemplateVersion, ReceiptReference? Reference);
