using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Dispatches;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Messages;

/// <summary>Stops a message before it leaves.</summary>
[Requires(Permission.LogDecisions)]
public sealed record RecallMessage(OutgoingMessageId Id) : ICommand
{
    /// <inheritdoc/>
    public Task<Result> Execute(Session session, CancellationToken cancellation) => session.With(Id, (message, by) => message.Recall(by), cancellation);
}

/// <summary>Sends once more what was refused or came back, or what nobody knows the fate of, if the decision that it is about still is as it was when it was written.</summary>
[Requires(Permission.LogDecisions), Alone("Nothing that the letter links to may be hidden between being seen and its being queued.")]
public sealed record SendMessageAgain(OutgoingMessageId Id) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        var holds = await session.Db.OutgoingMessages.AnyAsync(
            m => m.Id == Id && (m.DispatchId != null || session.Db.Decisions.Any(d => d.Id == m.DecisionId && d.Retraction == null && !d.Versions.Any(v => v.RecordedAt > m.QueuedAt))), cancellation);
        if (await session.Db.OutgoingMessages.SingleOrDefaultAsync(m => m.Id == Id, cancellation) is { } written && await session.RefusalOfSendingAgain(written, cancellation) is { } refusal) return refusal;

        return await session.With(Id, (message, by) => holds ? message.SendAgain(by) : SubmissionRefusals.NoLongerTrue, cancellation);
    }
}

/// <summary>Says of an uncertain message that it arrived.</summary>
[Requires(Permission.LogDecisions)]
public sealed record SettleMessage(OutgoingMessageId Id) : ICommand
{
    /// <inheritdoc/>
    public Task<Result> Execute(Session session, CancellationToken cancellation) => session.With(Id, (message, by) => message.Settle(by), cancellation);
}

/// <summary>Says that an objection to a receipt has been dealt with.</summary>
[Requires(Permission.LogDecisions)]
public sealed record SettleObjection(OutgoingMessageId Id, int Number) : ICommand
{
    /// <inheritdoc/>
    public Task<Result> Execute(Session session, CancellationToken cancellation) => session.With(Id, (message, by) => message.SettleObjection(Number, by), cancellation);
}

/// <summary>Says that nothing is waited for any longer.</summary>
[Requires(Permission.LogDecisions)]
public sealed record EndFollowUp(FollowUpId Id) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation) =>
        await session.Db.FollowUps.SingleOrDefaultAsync(f => f.Id == Id, cancellation) is { } followUp
            ? followUp.End(new Recorded(session.Actor.Person!.Value, session.Now))
            : FollowUpRefusals.NotThere;
}

/// <summary>Fetches the message that a person does something with.</summary>
internal static class MessagesInDb
{
    public static async Task<Result> With(this Session session, OutgoingMessageId id, Func<OutgoingMessage, Recorded, Result> change, CancellationToken cancellation) =>
        await session.Db.OutgoingMessages.Include(m => m.Answers.OrderBy(a => a.Number)).SingleOrDefaultAsync(m => m.Id == id, cancellation) is { } message
            ? change(message, new Recorded(session.Actor.Person!.Value, session.Now))
            : MessageRefusals.NotThere;
}
