using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Messages;

/// <summary>Queues a receipt of a decision that is registered already. The same form sent twice queues one.</summary>
/// <param name="Id">Made when the form is opened.</param>
/// <param name="Decision">The decision.</param>
/// <param name="To">Who gets it.</param>
[Requires(Permission.LogDecisions)]
public sealed record SendReceipt(OutgoingMessageId Id, DecisionId Decision, EmailAddress To) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.OutgoingMessages.AnyAsync(m => m.Id == Id, cancellation)) return Result.Done;
        return await session.MatterOf(Decision, cancellation) is { } matter ? await session.QueueReceipt(matter, To, cancellation, Id) : ChangeRefusals.NotThere;
    }
}

/// <summary>Asks for the final decision after a proposal that is registered already. The same form sent twice asks once.</summary>
/// <param name="Id">Made when the form is opened.</param>
/// <param name="Decision">The proposal.</param>
/// <param name="Ask">Who is asked, and when to look again.</param>
[Requires(Permission.LogDecisions)]
public sealed record AskForFinalDecision(OutgoingMessageId Id, DecisionId Decision, AskForFinal Ask) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.OutgoingMessages.AnyAsync(m => m.Id == Id, cancellation)) return Result.Done;
        return await session.MatterOf(Decision, cancellation) is { } matter ? await session.QueueQuestion(matter, Ask, cancellation, Id) : ChangeRefusals.NotThere;
    }
}

/// <summary>Fetches the decision that a message is about.</summary>
internal static class MattersInDb
{
    /// <summary>The decision as it holds; null when there is none, or when it was taken back.</summary>
    public static async Task<MessageMatter?> MatterOf(this Session session, DecisionId id, CancellationToken cancellation)
    {
        var decision = await session.Db.Decisions.AsNoTracking().AsSingleQuery().Include(d => d.Versions).ThenInclude(v => v.Walled)
            .SingleOrDefaultAsync(d => d.Id == id && d.Retraction == null, cancellation);
        return decision is null ? null : new MessageMatter(id, decision.MunicipalityCode, decision.RecommendationId, decision.Current.Content, decision.Current.Details);
    }
}
