using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Decisions;
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

/// <summary>How a registered decision is like what arrived.</summary>
public enum TwinKind
{
    /// <summary>Registered from the same bytes.</summary>
    SameDocument = 1,
    /// <summary>The same body on the same day, or the same paragraph or case number of the same stage.</summary>
    SameDecision,
    /// <summary>Another decision about the same question.</summary>
    Earlier,
}

/// <summary>A registered decision that what arrived may be the same as.</summary>
public sealed record TwinDecision(Municipality Municipality, Recommendation Recommendation, RegisteredDecision Decision, TwinKind Kind);

/// <summary>Looks for what has been seen before.</summary>
internal static class TwinsInDb
{
    public static async Task<Twins> TwinsOf(this Session session, ArrivedItem item, Found? found, CancellationToken cancellation)
    {
        var own = item.Parts.Where(p => p.Kind is PartKind.Attachment).Select(p => p.DocumentId).OfType<DocumentId>().ToList();
        var hashes = await session.Db.Documents.Where(d => own.Contains(d.Id) && d.Type != MediaType.Png && d.Type != MediaType.Jpeg).Select(d => d.Sha256).ToListAsync(cancellation);
        var same = await session.Db.Documents.Where(d => hashes.Contains(d.Sha256)).Select(d => d.Id).ToListAsync(cancellation);
        var message = item.Arrival.MessageId;
        var items = await session.Db.ArrivedItems
            .Where(i => i.Id != item.Id && ((message != null && i.Arrival.MessageId == message) || i.Parts.Any(p => p.DocumentId != null && same.Contains(p.DocumentId.Value))))
            .OrderByDescending(i => i.TakenInAt).Take(10).Select(i => new TwinItem(i.Id, i.Arrival.Subject, i.Arrival.ArrivedOn, i.State, message != null && i.Arrival.MessageId == message)).ToListAsync(cancellation);

        var registered = item.Decisions.Select(d => d.DecisionId).ToHashSet();
        var decisions = new List<TwinDecision>();
        foreach (var (municipality, recommendation) in await Questions(session, same, found, cancellation))
            decisions.AddRange((await session.Db.RegisteredBy(municipality.Code, recommendation.Id, cancellation)).Where(d => d.Retraction is null && !registered.Contains(d.Id)).Reverse()
                .Select(d => new TwinDecision(municipality, recommendation, d, KindOf(d, same, found?.Suggestions))));
        return new Twins(items, [.. decisions.OrderBy(d => d.Kind)]);
    }

    /// <summary>The questions to look at: what the document seems to answer, and what the same bytes were registered on.</summary>
    private static async Task<IEnumerable<(Municipality, Recommendation)>> Questions(Session session, List<DocumentId> same, Found? found, CancellationToken cancellation)
    {
        var seen = await session.Db.Decisions.Where(d => d.Retraction == null && d.Documents.Any(l => same.Contains(l.DocumentId))).Select(d => new { d.MunicipalityCode, d.RecommendationId }).Distinct().ToListAsync(cancellation);
        IEnumerable<(Municipality, Recommendation)> read = found is { Recommendation: { } asked } ? found.Municipalities.Select(m => (m, asked)) : [];
        return seen.Select(s => (session.Facts.Municipality(s.MunicipalityCode)!, session.Facts.Recommendation(s.RecommendationId)!)).Concat(read).Distinct();
    }

    private static TwinKind KindOf(RegisteredDecision decision, List<DocumentId> same, Suggestions? found)
    {
        if (decision.Documents.Any(d => same.Contains(d.Id))) return TwinKind.SameDocument;
        var (content, details) = (decision.Current.Content, decision.Current.Details);
        var stage = found?.Stage?.Value switch { ReadStage.Proposal => Stage.Proposal, ReadStage.Final => Stage.Final, _ => (Stage?)null };
        if (stage is not null && stage != content.Stage) return TwinKind.Earlier;
        var sameDay = found?.MeetingDate is { } day && day.Value == content.DecidedOn && DecidingBody.KindOf(found.Body?.Value) == content.BodyKind;
        return sameDay || Alike(found?.Paragraph?.Value, details.Paragraph) || Alike(found?.CaseNumber?.Value, details.CaseNumber) ? TwinKind.SameDecision : TwinKind.Earlier;
    }

    private static bool Alike(string? read, string? registered) => read is not null && registered is not null && Tight(read) is { Length: > 0 } text && text == Tight(registered);

    private static string Tight(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
