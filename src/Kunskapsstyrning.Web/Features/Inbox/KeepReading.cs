using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Inbox.Mail;
using Kunskapsstyrning.Web.Features.Reading;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Inbox;

/// <summary>What nobody has read yet, the oldest first.</summary>
[Requires(Permission.LogDecisions)]
public sealed record ItemsToRead(int Most) : IQuery<IReadOnlyList<ArrivedItemId>>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<ArrivedItemId>> Answer(Session session, CancellationToken cancellation) =>
        await session.Db.ArrivedItems.Where(i => !session.Db.ItemsAsRead.Any(r => r.ItemId == i.Id)).OrderBy(i => i.TakenInAt).Select(i => i.Id).Take(Most).ToListAsync(cancellation);
}

/// <summary>An item with its original, to be read.</summary>
/// <param name="Item">The item.</param>
[Requires(Permission.LogDecisions)]
public sealed record ItemToRead(ArrivedItemId Item) : IQuery<ItemBytes?>
{
    /// <inheritdoc/>
    public async Task<ItemBytes?> Answer(Session session, CancellationToken cancellation)
    {
        if (await session.Db.ArrivedItems.Include(i => i.Parts).SingleOrDefaultAsync(i => i.Id == Item, cancellation) is not { } item) return null;

        var original = await session.Db.Documents.Include(d => d.Content).SingleAsync(d => d.Id == item.OriginalId, cancellation);
        return new ItemBytes(item, original, Known.From(session.Facts));
    }
}

/// <summary>An item with its original and what is known to its reader.</summary>
public sealed record ItemBytes(ArrivedItem Item, Document Original, KnownFacts Known)
{
    /// <summary>The stored document of a part; of the only one for what is no message; null when none was stored.</summary>
    public DocumentId? DocumentOf(int? part) => Item.Parts.FirstOrDefault(p => p.Number == (part ?? 1))?.DocumentId;

    /// <summary>The ids of the messages that it says it answers; none for what is no message.</summary>
    public IReadOnlyList<Guid> Answers => Original.Type is MediaType.Email ? OwnMessages.AnsweredBy(Original.Content!.Bytes) : [];
}

/// <summary>Keeps what was read in an item and its documents, in place of what was read before.</summary>
/// <param name="Item">The item.</param>
/// <param name="Texts">The texts of its documents.</param>
/// <param name="Main">The document that says most; null when none could be read.</param>
/// <param name="Suggestions">The facts found.</param>
[Requires(Permission.LogDecisions), LeavesNoHistory("What software read is no fact: it can be thrown away and read again from the same bytes.")]
public sealed record KeepReading(ArrivedItemId Item, IReadOnlyList<TextRead> Texts, DocumentId? Main, Suggestions Suggestions) : ICommand
{
    /// <summary>The ids of the messages that it says it answers, the nearest first; none for what is no message.</summary>
    public IReadOnlyList<Guid> Answers { get; init; } = [];

    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        var ids = Texts.Select(t => t.Document).ToList();
        var known = await session.Db.DocumentsAsRead.Where(r => ids.Contains(r.DocumentId)).Select(r => r.DocumentId).ToListAsync(cancellation);
        session.Db.AddRange(Texts.DistinctBy(t => t.Document).ExceptBy(known, t => t.Document).Select(t => new DocumentAsRead(t.Document, t.PageCount, ReadingJson.Of(t.Text), t.Fault, session.Now)));

        var all = await session.WithCorrespondence(Item, Answers, await session.WithStated(Item, Suggestions, cancellation), cancellation);
        var (tied, found) = (all is { Municipalities.Count: > 0, Recommendation: not null }, ReadingJson.Of(all));
        if (await session.Db.ItemsAsRead.SingleOrDefaultAsync(r => r.ItemId == Item, cancellation) is { } before) before.Again(Main, tied, found, session.Now);
        else session.Db.Add(new ItemAsRead(Item, Main, tied, found, session.Now));
        return Result.Done;
    }
}

/// <summary>Whose a sent document is and what it answers is known from the one who sent it, whatever can be read in it.</summary>
internal static class StatedSource
{
    private static readonly Passage Nowhere = new(0, "", []);

    public static async Task<Suggestions> WithStated(this Session session, ArrivedItemId item, Suggestions read, CancellationToken cancellation)
    {
        if (await session.Db.SentDecisions.SingleOrDefaultAsync(s => s.ItemId == item, cancellation) is not { } sent) return read;

        const string Why = "Kommunen har skickat det på sin egen sida.";
        return read with
        {
            Municipalities = [read.Municipalities.FirstOrDefault(m => m.Value == sent.MunicipalityCode) is { } same ? same with { Confidence = Confidence.Certain } : new(sent.MunicipalityCode, Nowhere, Why, Confidence.Certain)],
            Recommendation = read.Recommendation?.Value == sent.RecommendationId ? read.Recommendation : new(sent.RecommendationId, Nowhere, Why, Confidence.Certain),
        };
    }
}

/// <summary>The text of a document as it was read.</summary>
/// <param name="Document">The document.</param>
/// <param name="PageCount">How many pages it has, also those that were not read.</param>
/// <param name="Text">What was read.</param>
/// <param name="Fault">Why not all was read; null when all was.</param>
public sealed record TextRead(DocumentId Document, int PageCount, DocumentText Text, string? Fault);
