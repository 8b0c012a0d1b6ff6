using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Messages;

/// <summary>
/// Marks that a message is being handed over, before it is. Of several nodes at once one gets it: the others are refused. One that has
/// stopped being true is recalled instead, and written anew.
/// </summary>
[Requires(Permission.SubmitMessages)]
internal sealed record StartSubmission(OutgoingMessageId Id) : ICommand
{
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.OutgoingMessages.SingleOrDefaultAsync(m => m.Id == Id, cancellation) is not { } message) return MessageRefusals.NotThere;
        if (!message.CanBeRecalled) return SubmissionRefusals.NotDue;
        if (await session.RewriteIfUntrue(message, cancellation) is { IsDone: false } refused) return refused;
        return message.CanBeRecalled ? message.StartSubmission(session.Now) : Result.Done;
    }
}

/// <summary>Notes what the server made of an attempt.</summary>
[Requires(Permission.SubmitMessages)]
internal sealed record EndSubmission(OutgoingMessageId Id, int Attempt, MailReply Reply) : ICommand
{
    public async Task<Result> Execute(Session session, CancellationToken cancellation) =>
        await session.Db.OutgoingMessages.SingleOrDefaultAsync(m => m.Id == Id, cancellation) is { } message ? message.EndSubmission(Attempt, Reply, session.Now) : MessageRefusals.NotThere;
}

/// <summary>Says of messages that were being handed over when a process ended that nobody knows what became of them.</summary>
[Requires(Permission.SubmitMessages)]
internal sealed record DoubtLostSubmissions : ICommand
{
    /// <summary>Far longer than an attempt may take, so that no attempt that goes on is doubted.</summary>
    public static readonly TimeSpan After = TimeSpan.FromMinutes(10);

    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        var before = session.Now - After;
        foreach (var lost in await session.Db.OutgoingMessages.Where(m => m.State == DeliveryState.Submitting && m.StateSince < before).ToListAsync(cancellation))
            lost.EndSubmission(lost.Attempts, new MailReply(MailVerdict.Unknown, "Programmet stannade medan meddelandet lämnades. Ingen vet om servern tog emot det."), session.Now);
        return Result.Done;
    }
}

/// <summary>The messages that it is time to hand over, those that have waited longest first.</summary>
[Requires(Permission.SubmitMessages)]
internal sealed record MessagesDue : IQuery<DueMessages>
{
    private const int AtATime = 20;

    public async Task<DueMessages> Answer(Session session, CancellationToken cancellation)
    {
        var lostBefore = session.Now - DoubtLostSubmissions.After;
        var due = await session.Db.OutgoingMessages.Where(m => m.State == DeliveryState.Queued && m.NextTryAt <= session.Now)
            .OrderBy(m => m.NextTryAt).Take(AtATime).Select(m => m.Id).ToListAsync(cancellation);
        return new DueMessages(due, await session.Db.OutgoingMessages.AnyAsync(m => m.State == DeliveryState.Submitting && m.StateSince < lostBefore, cancellation));
    }
}

/// <summary>What there is to do.</summary>
/// <param name="Messages">Messages to hand over.</param>
/// <param name="AnyLost">True when some were being handed over when a process ended.</param>
internal sealed record DueMessages(IReadOnlyList<OutgoingMessageId> Messages, bool AnyLost);

/// <summary>The words of a message that is being handed over; null when it is not, since it was recalled.</summary>
[Requires(Permission.SubmitMessages)]
internal sealed record MessageToSubmit(OutgoingMessageId Id) : IQuery<MailToSubmit?>
{
    public Task<MailToSubmit?> Answer(Session session, CancellationToken cancellation) =>
        session.Db.OutgoingMessages.Where(m => m.Id == Id && m.State == DeliveryState.Submitting).Select(m => new MailToSubmit(m.Id, m.Recipient, m.Subject, m.Body, m.Attempts)).SingleOrDefaultAsync(cancellation);
}

/// <summary>What is handed over in an attempt.</summary>
internal sealed record MailToSubmit(OutgoingMessageId Id, EmailAddress Recipient, string Subject, string Body, int Attempt);
