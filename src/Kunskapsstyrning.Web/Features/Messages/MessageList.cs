using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Messages;

/// <summary>What is sent out, the latest first.</summary>
/// <param name="State">Only what has come so far; null for all.</param>
/// <param name="Page">From 1.</param>
[Requires(Permission.LogDecisions)]
public sealed record MessageList(DeliveryState? State = null, int Page = 1) : IQuery<MessageListView>
{
    /// <summary>Rows on a page.</summary>
    public const int RowsPerPage = 50;

    /// <inheritdoc/>
    public async Task<MessageListView> Answer(Session session, CancellationToken cancellation)
    {
        var all = session.Db.OutgoingMessages;
        var counts = await all.GroupBy(m => m.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var rows = await (State is { } state ? all.Where(m => m.State == state) : all)
            .OrderByDescending(m => m.QueuedAt).ThenByDescending(m => m.Id).Skip((Page - 1) * RowsPerPage).Take(RowsPerPage)
            .Select(m => new { m.Id, m.Kind, m.Recipient, m.MunicipalityCode, m.RecommendationId, m.QueuedAt, m.State, m.NextTryAt, m.StateSince, m.LastReply, m.Attempts })
            .ToListAsync(cancellation);
        return new MessageListView(
            State, Page, counts, [.. rows.Select(m => new MessageRow(
                m.Id, m.Kind, m.Recipient, session.Facts.Municipality(m.MunicipalityCode), m.QueuedAt, m.State, m.NextTryAt, m.StateSince, m.LastReply, m.Attempts))],
            session.Today, rows.Exists(m => session.Facts.ExampleNotice(m.RecommendationId) is not null), session.Actor.May(typeof(WriteTemplate)));
    }
}

/// <summary>A page of what is sent out.</summary>
/// <param name="State">Only what has come so far; null for all.</param>
/// <param name="Page">From 1.</param>
/// <param name="Counts">How many there are in each state.</param>
/// <param name="Rows">The messages.</param>
/// <param name="Today">Today in Sweden.</param>
/// <param name="HasExamples">True when some are about invented answers.</param>
/// <param name="MayWriteTemplates">True when the one who looks may change the templates.</param>
public sealed record MessageListView(
    DeliveryState? State, int Page, IReadOnlyDictionary<DeliveryState, int> Counts, IReadOnlyList<MessageRow> Rows, DateOnly Today, bool HasExamples, bool MayWriteTemplates)
{
    /// <summary>How many there are.</summary>
    public int All => Counts.Values.Sum();

    /// <summary>How many are shown on all pages together.</summary>
    public int Total => State is { } state ? Counts.GetValueOrDefault(state) : All;

    /// <summary>How many came back or were refused.</summary>
    public int Undelivered => Counts.GetValueOrDefault(DeliveryState.Rejected) + Counts.GetValueOrDefault(DeliveryState.Bounced);

    /// <summary>How many wait for a person.</summary>
    public int ForAPerson => Counts.GetValueOrDefault(DeliveryState.Uncertain) + Undelivered;
}

/// <summary>A message in a list.</summary>
public sealed record MessageRow(
    OutgoingMessageId Id, MessageKind Kind, EmailAddress Recipient, Municipality? Municipality, DateTimeOffset QueuedAt, DeliveryState State, DateTimeOffset NextTryAt,
    DateTimeOffset? StateSince, string? LastReply, int Attempts);

/// <summary>One message with its words; null when there is none.</summary>
[Requires(Permission.LogDecisions)]
public sealed record MessageInFull(OutgoingMessageId Id) : IQuery<MessageView?>
{
    /// <inheritdoc/>
    public async Task<MessageView?> Answer(Session session, CancellationToken cancellation)
    {
        if (await session.Db.OutgoingMessages.AsSplitQuery().Include(m => m.Answers.OrderBy(a => a.Number)).Include(m => m.Returns.OrderBy(r => r.NotedAt)).SingleOrDefaultAsync(m => m.Id == Id, cancellation) is not { } message) return null;

        var people = new[] { message.QueuedBy, message.SettledBy }.OfType<PersonId>().ToList();
        var names = await session.Db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        return new MessageView(
            message, session.Facts.Municipality(message.MunicipalityCode), session.Facts.Recommendation(message.RecommendationId)!, names[message.QueuedBy],
            message.SettledBy is { } by ? names[by] : null, session.Today, session.Facts.ExampleNotice(message.RecommendationId));
    }
}

/// <summary>One message with what is around it.</summary>
public sealed record MessageView(
    OutgoingMessage Message, Municipality? Municipality, Recommendation Recommendation, string QueuedBy, string? SettledBy, DateOnly Today, string? ExampleNotice);

/// <summary>What has been sent out about a decision, also before it was moved, and what was answered. Municipalities see none of it here.</summary>
[Requires(Permission.ReadWalled)]
public sealed record MessagesAbout(DecisionId Decision) : IQuery<IReadOnlyList<OutgoingMessage>>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<OutgoingMessage>> Answer(Session session, CancellationToken cancellation)
    {
        if (session.Actor.Municipality is not null) return [];

        var all = await session.Db.WithThoseBefore(Decision, cancellation);
        return await session.Db.OutgoingMessages.Where(m => m.DecisionId != null && all.Contains(m.DecisionId.Value)).Include(m => m.Answers.OrderBy(a => a.Number)).OrderByDescending(m => m.QueuedAt).ToListAsync(cancellation);
    }
}
