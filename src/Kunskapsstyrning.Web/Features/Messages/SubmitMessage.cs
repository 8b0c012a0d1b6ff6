using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Dispatches;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Messages;

/// <summary>
/// Marks that a message is being handed over, before it is. Of several nodes at once one gets it: the others are refused. One that has
/// stopped being true is recalled instead, and written anew; a reminder to one who has answered is left out.
/// </summary>
[Requires(Permission.SubmitMessages), Alone("An answer that is registered before the message is marked stops a reminder; none may slip in between.")]
internal sealed record StartSubmission(OutgoingMessageId Id) : ICommand
{
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.OutgoingMessages.SingleOrDefaultAsync(m => m.Id == Id, cancellation) is not { } message) return MessageRefusals.NotThere;
        if (!message.CanBeRecalled) return SubmissionRefusals.NotDue;
        if (message.DispatchId is not null) await session.LeaveOutIfAnswered(message, cancellation);
        else if (await session.RewriteIfUntrue(message, cancellation) is { IsDone: false } refused) return refused;
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
/// <param name="But">Those that have been tried already.</param>
[Requires(Permission.SubmitMessages)]
internal sealed record MessagesDue(IReadOnlyCollection<OutgoingMessageId> But) : IQuery<DueMessages>
{
    private const int AtATime = 20;

    public async Task<DueMessages> Answer(Session session, CancellationToken cancellation)
    {
        var lostBefore = session.Now - DoubtLostSubmissions.After;
        var due = await session.Db.OutgoingMessages.Where(m => m.State == DeliveryState.Queued && m.NextTryAt <= session.Now && !But.Contains(m.Id))
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
    public async Task<MailToSubmit?> Answer(Session session, CancellationToken cancellation)
    {
        var mail = await session.Db.OutgoingMessages.Where(m => m.Id == Id && m.State == DeliveryState.Submitting).Select(m => new MailToSubmit(m.Id, m.Recipient, m.Subject, m.Body, m.Attempts)).SingleOrDefaultAsync(cancellation);
        if (mail is null) return null;

        var files = await (
            from m in session.Db.OutgoingMessages
            join a in session.Db.DispatchAttachments on m.DispatchId equals (DispatchId?)a.DispatchId
            join d in session.Db.Documents on a.DocumentId equals d.Id
            where m.Id == Id
            orderby a.FileName
            select new { a.FileName, d.Type, d.Content!.Bytes }).ToListAsync(cancellation);
        return mail with { Files = files.ConvertAll(f => new MailFile(f.FileName, FileContent.MediaTypeOf(f.Type, f.Bytes), f.Bytes)) };
    }
}

/// <summary>What is handed over in an attempt.</summary>
internal sealed record MailToSubmit(OutgoingMessageId Id, EmailAddress Recipient, string Subject, string Body, int Attempt)
{
    /// <summary>The files that go with it.</summary>
    public IReadOnlyList<MailFile> Files { get; init; } = [];
}

/// <summary>A file that goes with a message.</summary>
internal sealed record MailFile(string Name, string MediaType, byte[] Bytes);
