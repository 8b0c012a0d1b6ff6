using System.Security.Cryptography;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Ui;
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

    /// <summary>The words of a receipt of what is not registered yet; its reference is made when it is.</summary>
    public static async Task<string> ReceiptAsItWouldBe(this Session session, MessageMatter matter, CancellationToken cancellation)
    {
        var reference = ReceiptReference.Parse("0000-0000");
        var address = new Uri(session.Site ?? new Uri("https://webbplatsen.example"), Urls.ToReceipt(reference));
        return (await session.TemplateOf(MessageKind.Receipt, cancellation)).Fill(MessageWords.Of(session, matter, (reference, address))).Body;
    }

    /// <summary>Queues a question for the final decision, and plans to look whether it has come; an earlier plan for the same proposal ends.</summary>
    public static async Task<Result> QueueQuestion(this Session session, MessageMatter matter, AskForFinal ask, CancellationToken cancellation, OutgoingMessageId? id = null)
    {
        if (matter.Content.IsAnswer) return AskRefusals.IsFinal;

        var by = session.ByActor();
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
        foreach (var message in questions) message.Recall(session.ByActor(), reason);
    }

    /// <summary>Recalls what is queued about decisions and no longer true.</summary>
    public static async Task RecallQueued(this Session session, IReadOnlyCollection<DecisionId> decisions, string reason, CancellationToken cancellation)
    {
        foreach (var message in await session.Waiting(decisions, cancellation)) message.Recall(session.ByActor(), reason);
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
                if (session.Rewrite(message, matters[message.DecisionId!.Value], template) is { IsDone: false } refused) return refused;
        }

        return Result.Done;
    }

    /// <summary>
    /// Recalls a queued message that has stopped being true while it was being handed over, when nobody could recall it, and writes it anew
    /// where there is something to write. Done also where it holds.
    /// </summary>
    public static async Task<Result> RewriteIfUntrue(this Session session, OutgoingMessage message, CancellationToken cancellation)
    {
        if (await session.MatterOf(message.DecisionId!.Value, cancellation) is not { } matter) return await session.RewriteWhereItStands(message, cancellation);

        var since = (await session.Db.Decisions.Where(d => d.MunicipalityCode == message.MunicipalityCode && d.RecommendationId == message.RecommendationId && d.Retraction == null)
            .SelectMany(d => d.Versions).Where(v => v.RecordedAt > message.QueuedAt).Select(v => new { v.DecisionId, v.Content }).ToListAsync(cancellation));
        if (message.Kind is MessageKind.AskForFinalDecision && since.Exists(v => v.Content.IsAnswer)) return message.Recall(session.ByActor(), Swedish.RecalledFinalHasCome);
        return since.Exists(v => v.DecisionId == message.DecisionId) ? session.Rewrite(message, matter, await session.TemplateOf(message.Kind, cancellation)) : Result.Done;
    }

    /// <summary>Recalls a message about a decision that no longer stands, and writes it anew where the decision was moved to.</summary>
    private static async Task<Result> RewriteWhereItStands(this Session session, OutgoingMessage message, CancellationToken cancellation)
    {
        var stands = await session.Db.WhereTheyStand([message.DecisionId!.Value], cancellation);
        if (!stands.TryGetValue(message.DecisionId!.Value, out var at) || await session.MatterOf(at.Decision, cancellation) is not { } matter) return message.Recall(session.ByActor(), Swedish.RecalledTakenBack);
        if (message.Kind is MessageKind.AskForFinalDecision && await session.IsAnswered(matter, cancellation)) return message.Recall(session.ByActor(), Swedish.RecalledMoved);
        return session.Rewrite(message, matter, await session.TemplateOf(message.Kind, cancellation), Swedish.RecalledMoved);
    }

    /// <summary>True when another decision stands there that is a final answer.</summary>
    private static async Task<bool> IsAnswered(this Session session, MessageMatter matter, CancellationToken cancellation) => (await session.Db.Decisions
        .Where(d => d.MunicipalityCode == matter.Municipality && d.RecommendationId == matter.Recommendation && d.Id != matter.Decision && d.Retraction == null)
        .SelectMany(d => d.Versions.Where(v => v.Number == d.Versions.Max(other => other.Number))).Select(v => v.Content).ToListAsync(cancellation)).Exists(c => c.IsAnswer);

    /// <summary>Recalls a message and writes it anew. A final answer is not asked for its final decision.</summary>
    private static Result Rewrite(this Session session, OutgoingMessage message, MessageMatter matter, MessageTemplate template, string because = Swedish.RecalledCorrected)
    {
        message.Recall(session.ByActor(), because);
        if (message.Kind is MessageKind.Receipt) return session.QueueReceipt(template, matter, message.Recipient);
        if (!matter.Content.IsAnswer) session.Queue(template, matter, message.Recipient, MessageWords.Of(session, matter), reference: null);
        return Result.Done;
    }

    /// <summary>Now, by the one who acts.</summary>
    public static Recorded ByActor(this Session session) => new(session.Actor.Person!.Value, session.Now);

    /// <summary>
    /// Recalls what is queued about a decision that is moved, writes it anew about where it belongs, and looks again there on the day
    /// that was planned. Where a final answer stands already, nobody is asked for one and nothing is waited for.
    /// </summary>
    public static async Task<Result> MoveQueued(this Session session, DecisionId from, MessageMatter to, CancellationToken cancellation)
    {
        var (by, isAnswered) = (session.ByActor(), await session.IsAnswered(to, cancellation));
        foreach (var message in await session.Waiting([from], cancellation))
        {
            if (isAnswered && message.Kind is MessageKind.AskForFinalDecision) message.Recall(by, Swedish.RecalledMoved);
            else if (session.Rewrite(message, to, await session.TemplateOf(message.Kind, cancellation), Swedish.RecalledMoved) is { IsDone: false } refused) return refused;
        }

        foreach (var plan in await session.Db.FollowUps.Where(f => f.DecisionId == from && f.DoneAt == null).ToListAsync(cancellation))
        {
            plan.End(by);
            if (isAnswered) continue;

            var day = plan.Day > session.Today ? plan.Day : session.Today.AddDays(1);
            if (FollowUp.Plan(new FollowUpId(Guid.CreateVersion7(session.Now)), to.Decision, to.Municipality, to.Recommendation, day, plan.Why, session.Today, by, out var anew).IsDone) session.Db.Add(anew!);
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
        session.Db.OutgoingMessages.Where(m => m.DecisionId != null && decisions.Contains(m.DecisionId.Value) && m.State == DeliveryState.Queued).ToListAsync(cancellation);

    /// <summary>The version of a template that is in use.</summary>
    public static Task<MessageTemplate> TemplateOf(this Session session, MessageKind kind, CancellationToken cancellation) =>
        session.Db.MessageTemplates.AsNoTracking().Where(t => t.Kind == kind).OrderByDescending(t => t.Number).FirstAsync(cancellation);

    private static void Queue(
        this Session session, MessageTemplate template, MessageMatter matter, EmailAddress to, IReadOnlyDictionary<string, string> words, ReceiptReference? reference, OutgoingMessageId? id = null)
    {
        var (subject, body) = template.Fill(words);
        session.Db.Add(new OutgoingMessage(
            id ?? new OutgoingMessageId(Guid.CreateVersion7(session.Now)), new Letter(template.Kind, to, subject, body, template.Number, reference),
            matter.Municipality, matter.Recommendation, matter.Decision, session.ByActor()));
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
