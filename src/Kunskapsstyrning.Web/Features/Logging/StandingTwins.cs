using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Logging;

/// <summary>How a registered decision is like what is to be registered.</summary>
public enum TwinKind
{
    /// <summary>Registered from the same bytes, or the same message.</summary>
    SameDocument = 1,
    /// <summary>The same act, as far as both tell.</summary>
    SameDecision,
    /// <summary>Another decision about the same question.</summary>
    Earlier,
}

/// <summary>A registered decision that something may be the same as.</summary>
public sealed record TwinDecision(Municipality Municipality, Recommendation Recommendation, RegisteredDecision Decision, TwinKind Kind);

/// <summary>The registered decisions that those to be registered may be the same as, to be shown beside them.</summary>
/// <param name="Decisions">What is to be registered.</param>
[Requires(Permission.LogDecisions)]
public sealed record TwinsOf(IReadOnlyList<LogDecision> Decisions) : IQuery<IReadOnlyList<TwinDecision>>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<TwinDecision>> Answer(Session session, CancellationToken cancellation)
    {
        var kinds = new Dictionary<DecisionId, TwinKind>();
        foreach (var decision in Decisions)
            foreach (var (id, kind) in await session.Db.StandingTwinsOf(decision, await session.Db.HashOf(decision, cancellation), cancellation)) kinds.TryAdd(id, kind);

        var ids = kinds.Keys.ToList();
        var questions = await session.Db.Decisions.Where(d => ids.Contains(d.Id)).Select(d => new { d.MunicipalityCode, d.RecommendationId }).Distinct().ToListAsync(cancellation);
        var twins = new List<TwinDecision>();
        foreach (var q in questions)
            twins.AddRange((await session.Db.RegisteredBy(q.MunicipalityCode, q.RecommendationId, cancellation)).Where(d => kinds.ContainsKey(d.Id))
                .Select(d => new TwinDecision(session.Facts.Municipality(q.MunicipalityCode)!, session.Facts.Recommendation(q.RecommendationId)!, d, kinds[d.Id])));
        return [.. twins.OrderBy(t => t.Kind)];
    }
}

/// <summary>Looks for what stands registered and may be the same. The one place that does, for the inbox and for what is logged by hand.</summary>
internal static class StandingTwins
{
    /// <summary>True when something stands that may be the same, and the person has not seen it.</summary>
    public static async Task<bool> HasUnseenTwins(this Db db, LogDecision decision, string? hash, CancellationToken cancellation) =>
        (await db.StandingTwinsOf(decision, hash, cancellation)).Keys.Except(decision.Beside).Any();

    /// <summary>The SHA-256 of the file that says most; null where there is none.</summary>
    public static async Task<string?> HashOf(this Db db, LogDecision decision, CancellationToken cancellation) =>
        decision.From is { } item ? await db.HashOf(item, cancellation) : decision.File?.Sha256;

    /// <summary>
    /// The SHA-256 of the file in an item that says most, the first one while nobody has read it; null where the message itself does:
    /// two municipalities may write the same few words.
    /// </summary>
    public static Task<string?> HashOf(this Db db, ArrivedItemId item, CancellationToken cancellation) => (
        from part in db.ArrivedItems.Where(i => i.Id == item).SelectMany(i => i.Parts)
        where part.Kind == PartKind.Attachment && !db.ItemsAsRead.Any(r => r.ItemId == item && r.MainDocumentId != part.DocumentId)
        join d in db.Documents on part.DocumentId equals d.Id
        orderby part.Number
        select d.Sha256).FirstOrDefaultAsync(cancellation);

    public static async Task<IReadOnlyDictionary<DecisionId, TwinKind>> StandingTwinsOf(this Db db, LogDecision decision, string? hash, CancellationToken cancellation)
    {
        var twins = new Dictionary<DecisionId, TwinKind>();
        foreach (var id in await db.CameBefore(decision, hash, cancellation)) twins.TryAdd(id, TwinKind.SameDocument);
        foreach (var id in await db.SameActs(decision, cancellation)) twins.TryAdd(id, TwinKind.SameDecision);
        return twins;
    }

    /// <summary>Registered from the same bytes or the same message; not what another municipality got out of the same item.</summary>
    private static async Task<IReadOnlyList<DecisionId>> CameBefore(this Db db, LogDecision decision, string? hash, CancellationToken cancellation)
    {
        if (hash is null && decision.From is null) return [];

        var byBytes = from d in db.Documents where d.Sha256 == hash from link in db.Set<DecisionDocument>() where link.DocumentId == d.Id && link.Loosening == null select link.DecisionId;
        var byMessage = from own in db.ArrivedItems where own.Id == decision.From && own.Arrival.MessageId != null from i in db.ArrivedItems where i.Id != own.Id && i.Arrival.MessageId == own.Arrival.MessageId from link in i.Decisions where link.Loosening == null select link.DecisionId;
        var ids = await byBytes.Union(byMessage).ToListAsync(cancellation);
        if (ids.Count == 0) return [];

        var here = db.ArrivedItems.Where(i => i.Id == decision.From).SelectMany(i => i.Decisions).Where(l => l.Loosening == null).Select(l => l.DecisionId);
        return await db.Decisions.Where(d => ids.Contains(d.Id) && d.Id != decision.Id && d.Retraction == null
            && ((d.MunicipalityCode == decision.Municipality && d.RecommendationId == decision.Recommendation) || !here.Contains(d.Id))).Select(d => d.Id).ToListAsync(cancellation);
    }

    private static async Task<IEnumerable<DecisionId>> SameActs(this Db db, LogDecision decision, CancellationToken cancellation)
    {
        var day = decision.Content.DecidedOn;
        var standing = await (
            from d in db.Decisions
            where d.MunicipalityCode == decision.Municipality && d.RecommendationId == decision.Recommendation && d.Id != decision.Id && d.Retraction == null
            from v in d.Versions
            where v.Number == d.Versions.Max(other => other.Number) && (day == null || v.Content.DecidedOn == null || v.Content.DecidedOn == day)
            select new { d.Id, v.Content, v.Walled }).AsNoTracking().ToListAsync(cancellation);
        return standing.Where(d => Likeness.MayBeSameAct(decision.Content, decision.Details, d.Content, d.Walled?.Details ?? DecisionDetails.None)).Select(d => d.Id);
    }
}
