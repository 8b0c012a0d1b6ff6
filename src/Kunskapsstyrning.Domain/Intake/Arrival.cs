namespace Kunskapsstyrning.Domain.Intake;

/// <summary>Which way something came in.</summary>
public enum ArrivalWay
{
    /// <summary>Fetched from the registrar's mailbox.</summary>
    Mailbox = 1,
    /// <summary>Put on the page by a person.</summary>
    Dropped,
    /// <summary>Taken in from a folder by command.</summary>
    Folder,
    /// <summary>Sent by a municipality on its own page.</summary>
    OwnPage,
}

/// <summary>What is known of something when it arrives.</summary>
/// <param name="Way">Which way it came.</param>
/// <param name="MessageId">The message's own id; null for files.</param>
/// <param name="Sender">The address it comes from, the innermost of a forwarded chain; null when not known.</param>
/// <param name="Subject">The subject, or the file's name.</param>
/// <param name="ArrivedOn">The day it came to SKR, in Sweden.</param>
/// <param name="Fault">Why not all of it could be taken apart, one Swedish sentence; null when it could.</param>
public sealed record Arrival(ArrivalWay Way, string? MessageId, string? Sender, string Subject, DateOnly ArrivedOn, string? Fault);
