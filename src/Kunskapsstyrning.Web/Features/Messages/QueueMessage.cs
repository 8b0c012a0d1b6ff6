using System.Security.Cryptography;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Messages;

/// <summary>A decision that a message is about, as it is registered.</summary>
public sealed record MessageMatter(DecisionId Decision, MunicipalityCode Municipality, RecommendationId Recommendation, DecisionContent Content, DecisionDetails Details);

/// <summary>A question for the final decision.</summary>
/// <param name="To">Who is asked.</param>
/// <param name="FollowUpOn">The day to look whether it has come.</param>
public sealed record AskForFinal(EmailAddress To, DateOnly FollowUpOn);

/// <summary>Queues messages as part of what a use case does, in its transaction: if the decision is saved, so is its message, and neither without the other.</summary>
internal static class QueueMessage
{
    /// <summary>Queues a receipt of what is registered.</summary>
    public static async Task<Result> QueueReceipt(this Session session, MessageMatter matter, EmailAddress to, CancellationToken cancellation, OutgoingMessageId? id = null)
    {
        if (session.Site is not { } site) return MessageRefusals.NoSiteAddress;

        var reference = ReceiptReference.Of(RandomNumberGenerator.GetBytes(ReceiptReference.Bytes));
        var words = MessageWords.Of(session, matter, (reference, new Uri(site, Urls.ToReceipt(reference))));
        await session.Queue(MessageKind.Receipt, matter, to, words, reference, cancellation, id);
        return Result.Done;
    }

    /// <summary>Queues a question for the final decision, and plans to look whether it has come; an earlier plan for the same proposal ends.</summary>
    public static async Task<Result> QueueQuestion(this Session session, MessageMatter matter, AskForFinal ask, CancellationToken cancellation, OutgoingMessageId? id = null)
    {
        if (matter.Content.IsAnswer) return AskRefusals.IsFinal;

        var by = new Recorded(session.Actor.Person!.Value, session.Now);
        var planned = FollowUp.Plan(
            new FollowUpId(Guid.CreateVersion7(session.Now)), matter.Decision, matter.Municipality, matter.Recommendation, ask.FollowUpOn, AskRefusals.Why, session.Today, by, out var followUp);
        if (!planned.IsDone) return planned;

        foreach (var earlier in await session.Db.FollowUps.Where(f => f.DecisionId == matter.Decision && f.DoneAt == null).ToListAsync(cancellation)) earlier.End(by);
        session.Db.Add(followUp!);
        await session.Queue(MessageKind.AskForFinalDecision, matter, ask.To, MessageWords.Of(session, matter), reference: null, cancellation, id);
        return Result.Done;
    }

    /// <summary>Recalls what is queued about a decision and no longer true.</summary>
    public static async Task RecallQueued(this Session session, DecisionId decision, string reason, CancellationToken cancellation)
    {
        foreach (var message in await session.Waiting(decision, cancellation)) message.Recall(new Recorded(session.Actor.Person!.Value, session.Now), reason);
    }

    /// <summary>Recalls what is queued about a decision and writes it anew, after the decision was corrected. A final answer is not asked for its final decision.</summary>
    public static async Task<Result> RewriteQueued(this Session session, MessageMatter matter, CancellationToken cancellation)
    {
        foreach (var message in await session.Waiting(matter.Decision, cancellation))
        {
            message.Recall(new Recorded(session.Actor.Person!.Value, session.Now), "Beslutet rättades innan meddelandet hade lämnats.");
            if (message.Kind is MessageKind.Receipt && await session.QueueReceipt(matter, message.Recipient, cancellation) is { IsDone: false } refused) return refused;
            if (message.Kind is MessageKind.AskForFinalDecision && !matter.Content.IsAnswer)
                await session.Queue(message.Kind, matter, message.Recipient, MessageWords.Of(session, matter), reference: null, cancellation);
        }

        return Result.Done;
    }

    private static Task<List<OutgoingMessage>> Waiting(this Session session, DecisionId decision, CancellationToken cancellation) =>
        session.Db.OutgoingMessages.Where(m => m.DecisionId == decision && m.State == DeliveryState.Queued).ToListAsync(cancellation);

    private static async Task Queue(
        this Session session, MessageKind kind, MessageMatter matter, EmailAddress to, IReadOnlyDictionary<string, string> words, ReceiptReference? reference, CancellationToken cancellation,
        OutgoingMessageId? id = null)
    {
        var template = await session.Db.MessageTemplates.AsNoTracking().Where(t => t.Kind == kind).OrderByDescending(t => t.Number).FirstAsync(cancellation);
        var (subject, body) = template.Fill(words);
        session.Db.Add(new OutgoingMessage(
            id ?? new OutgoingMessageId(Guid.CreateVersion7(session.Now)), new Letter(kind, to, subject, body, template.Number, reference),
            matter.Municipality, matter.Recommendation, matter.Decision, new Recorded(session.Actor.Person!.Value, session.Now)));
    }
}

/// <summary>The sentences with which a question is refused.</summary>
public static class AskRefusals
{
    /// <summary>Why the follow-up is there.</summary>
    public const string Why = "Slutligt beslut saknas";

    /// <summary>Nothing more to ask for.</summary>
    public static readonly Refusal IsFinal = new("is-final", "Beslutet är redan ett slutligt svar, så det finns inget mer att fråga efter.");
}
