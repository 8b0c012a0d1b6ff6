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
    public static async Task<Result> QueueReceipt(this Session session, MessageMatter matter, EmailAddress to, CancellationToken cancellation, OutgoingMessageId? id = null) =>
        session.QueueReceipt(await session.TemplateOf(MessageKind.Receipt, cancellation), matter, to, id);

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
        session.Queue(await session.TemplateOf(MessageKind.AskForFinalDecision, cancellation), matter, ask.To, MessageWords.Of(session, matter), reference: null, id);
        return Result.Done;
    }

    /// <summary>Recalls the questions that are queued for a final decision, when it has come.</summary>
    public static async Task RecallQuestions(this Session session, MunicipalityCode municipality, RecommendationId recommendation, string reason, CancellationToken cancellation)
    {
        var questions = await session.Db.OutgoingMessages
            .Where(m => m.MunicipalityCode == municipality && m.RecommendationId == recommendation && m.Kind == MessageKind.AskForFinalDecision && m.State == DeliveryState.Queued).ToListAsync(cancellation);
        foreach (var message in questions) message.Recall(new Recorded(session.Actor.Person!.Value, session.Now), reason);
    }

    /// <summary>Recalls what is queued about decisions and no longer true.</summary>
    public static async Task RecallQueued(this Session session, IReadOnlyCollection<DecisionId> decisions, string reason, CancellationToken cancellation)
    {
        foreach (var message in await session.Waiting(decisions, cancellation)) message.Recall(new Recorded(session.Actor.Person!.Value, session.Now), reason);
    }

    /// <summary>Recalls what is queued about decisions and writes it anew, after they were corrected. A final answer is not asked for its final decision.</summary>
    public static async Task<Result> RewriteQueued(this Session session, IReadOnlyCollection<MessageMatter> corrected, CancellationToken cancellation)
    {
        if (corrected.Count == 0) return Result.Done;

        var matters = corrected.ToDictionary(m => m.Decision);
        foreach (var ofKind in (await session.Waiting(matters.Keys, cancellation)).GroupBy(m => m.Kind))
        {
            var template = await session.TemplateOf(ofKind.Key, cancellation);
            foreach (var message in ofKind)
            {
                var matter = matters[message.DecisionId];
                message.Recall(new Recorded(session.Actor.Person!.Value, session.Now), "Beslutet rättades innan meddelandet hade lämnats.");
                if (message.Kind is MessageKind.Receipt && session.QueueReceipt(template, matter, message.Recipient) is { IsDone: false } refused) return refused;
                if (message.Kind is MessageKind.AskForFinalDecision && !matter.Content.IsAnswer) session.Queue(template, matter, message.Recipient, MessageWords.Of(session, matter), reference: null);
            }
        }

        return Result.Done;
    }

    private static Result QueueReceipt(this Session session, MessageTemplate template, MessageMatter matter, EmailAddress to, OutgoingMessageId? id = null)
    {
        if (session.Site is not { } site) return MessageRefusals.NoSiteAddress;

        var reference = ReceiptReference.Of(RandomNumberGenerator.GetBytes(ReceiptReference.Bytes));
        session.Queue(template, matter, to, MessageWords.Of(session, matter, (reference, new Uri(site, Urls.ToReceipt(reference)))), reference, id);
        return Result.Done;
    }

    private static Task<List<OutgoingMessage>> Waiting(this Session session, IReadOnlyCollection<DecisionId> decisions, CancellationToken cancellation) =>
        session.Db.OutgoingMessages.Where(m => decisions.Contains(m.DecisionId) && m.State == DeliveryState.Queued).ToListAsync(cancellation);

    private static Task<MessageTemplate> TemplateOf(this Session session, MessageKind kind, CancellationToken cancellation) =>
        session.Db.MessageTemplates.AsNoTracking().Where(t => t.Kind == kind).OrderByDescending(t => t.Number).FirstAsync(cancellation);

    private static void Queue(
        this Session session, MessageTemplate template, MessageMatter matter, EmailAddress to, IReadOnlyDictionary<string, string> words, ReceiptReference? reference, OutgoingMessageId? id = null)
    {
        var (subject, body) = template.Fill(words);
        session.Db.Add(new OutgoingMessage(
            id ?? new OutgoingMessageId(Guid.CreateVersion7(session.Now)), new Letter(template.Kind, to, subject, body, template.Number, reference),
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
