using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Inbox;

/// <summary>What has been seen before of something that arrived. A person decides what it means.</summary>
/// <param name="Items">Other things that arrived with the same document or under the same message id.</param>
/// <param name="Decisions">Registered decisions that it may be the same as, or a later word on.</param>
public sealed record Twins(IReadOnlyList<TwinItem> Items, IReadOnlyList<TwinDecision> Decisions)
{
    /// <summary>True when something of it seems to be registered already.</summary>
    public bool IsRegistered => Items.Any(i => i.State is ItemState.Done) || Decisions.Any(d => d.Kind is not TwinKind.Earlier);

    /// <summary>True when nothing has been seen before.</summary>
    public bool IsEmpty => Items.Count == 0 && Decisions.Count == 0;
}

/// <summary>Something else that arrived and is the same in some way.</summary>
/// <param name="Id">The other item.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="ArrivedOn">The day it came.</param>
/// <param name="State">What is done with it.</param>
/// <param name="SameMessage">True when it has the same message id; else it has the same document.</param>
public sealed record TwinItem(ArrivedItemId Id, string Subject, DateOnly ArrivedOn, ItemState State, bool SameMessage);

/// <summary>Looks for what has been seen before.</summary>
internal static class TwinsInDb
{
    public static async Task<Twins> TwinsOf(this Session session, ArrivedItem item, Found? found, CancellationToken cancellation)
    {
        var db = session.Db;
        var hash = await db.HashOf(item.Id, cancellation);
        var same = hash is null ? [] : await db.Documents.Where(d => d.Sha256 == hash).Select(d => d.Id).ToListAsync(cancellation);
        var message = item.Arrival.MessageId;
        var items = await db.ArrivedItems
            .Where(i => i.Id != item.Id && ((message != null && i.Arrival.MessageId == message) || db.ItemsAsRead.Any(r => r.ItemId == i.Id && r.MainDocumentId != null && same.Contains(r.MainDocumentId.Value))))
            .OrderByDescending(i => i.TakenInAt).Take(10).Select(i => new TwinItem(i.Id, i.Arrival.Subject, i.Arrival.ArrivedOn, i.State, message != null && i.Arrival.MessageId == message)).ToListAsync(cancellation);

        var registered = item.Decisions.Where(d => d.Loosening is null).Select(d => d.DecisionId).ToHashSet();
        var seen = await Seen(session, items, same, cancellation);
        var decisions = new List<TwinDecision>();
        foreach (var (municipality, recommendation) in Questions(session, seen.Values, found))
            decisions.AddRange((await db.RegisteredBy(municipality.Code, recommendation.Id, cancellation)).Where(d => d.Retraction is null && !registered.Contains(d.Id)).Reverse()
                .Select(d => new TwinDecision(municipality, recommendation, d, seen.ContainsKey(d.Id) ? TwinKind.SameDocument : KindOf(d, found?.Suggestions))));
        return new Twins(items, [.. decisions.OrderBy(d => d.Kind)]);
    }

    /// <summary>True when the page of the item offers to put it with the decision.</summary>
    public static async Task<bool> Offers(this Session session, ArrivedItem item, DecisionId decision, CancellationToken cancellation)
    {
        if (item.Became(decision)) return true;

        var reading = await session.Db.ItemsAsRead.AsNoTracking().SingleOrDefaultAsync(r => r.ItemId == item.Id, cancellation);
        var found = reading is null ? null : Found.In(ReadingJson.Suggestions(reading.Suggestions), session.Facts);
        return (await session.TwinsOf(item, found, cancellation)).Decisions.Any(d => d.Decision.Id == decision);
    }

    /// <summary>The decisions that were registered from the same bytes or the same message, with the question of each.</summary>
    private static async Task<IReadOnlyDictionary<DecisionId, (MunicipalityCode, RecommendationId)>> Seen(Session session, List<TwinItem> items, List<DocumentId> same, CancellationToken cancellation)
    {
        var messages = items.Where(i => i.SameMessage).Select(i => i.Id).ToList();
        return await session.Db.Decisions
            .Where(d => d.Retraction == null && (d.Documents.Any(l => same.Contains(l.DocumentId) && l.Loosening == null) || session.Db.ArrivedItems.Any(i => messages.Contains(i.Id) && i.Decisions.Any(l => l.DecisionId == d.Id && l.Loosening == null))))
            .Select(d => new { d.Id, d.MunicipalityCode, d.RecommendationId }).ToDictionaryAsync(d => d.Id, d => (d.MunicipalityCode, d.RecommendationId), cancellation);
    }

    /// <summary>The questions to look at: what the document seems to answer, and what the same was registered on.</summary>
    private static IEnumerable<(Municipality, Recommendation)> Questions(Session session, IEnumerable<(MunicipalityCode Municipality, RecommendationId Recommendation)> seen, Found? found)
    {
        IEnumerable<(Municipality, Recommendation)> read = found is { Recommendation: { } asked } ? found.Municipalities.Select(m => (m, asked)) : [];
        return seen.Select(s => (session.Facts.Municipality(s.Municipality)!, session.Facts.Recommendation(s.Recommendation)!)).Concat(read).Distinct();
    }

    private static TwinKind KindOf(RegisteredDecision decision, Suggestions? found)
    {
        var (content, details) = (decision.Current.Content, decision.Current.Details);
        var stage = found?.Stage?.Value switch { ReadStage.Proposal => Stage.Proposal, ReadStage.Final => Stage.Final, _ => (Stage?)null };
        if (stage is not null && stage != content.Stage) return TwinKind.Earlier;
        var sameDay = found?.MeetingDate is { } day && day.Value == content.DecidedOn && Likeness.SameBody(found.Body?.Value, content.Body);
        return sameDay || Likeness.SameParagraph(found?.Paragraph?.Value, details.Paragraph) || Likeness.SameWords(found?.CaseNumber?.Value, details.CaseNumber) ? TwinKind.SameDecision : TwinKind.Earlier;
    }
}
