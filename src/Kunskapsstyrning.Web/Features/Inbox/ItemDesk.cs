using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Features.Sending;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Inbox;

/// <summary>Something that arrived, with its document and what was found in it, beside what one needs to register it. Null when there is none.</summary>
/// <param name="Item">The item.</param>
/// <param name="Part">The number of the part to show; null for the one that says most.</param>
/// <param name="Saved">The decision that was just saved, if any.</param>
[Requires(Permission.LogDecisions)]
public sealed record ItemDesk(ArrivedItemId Item, int? Part = null, DecisionId? Saved = null) : IQuery<ItemDeskView?>
{
    /// <inheritdoc/>
    public async Task<ItemDeskView?> Answer(Session session, CancellationToken cancellation)
    {
        var db = session.Db;
        if (await db.ArrivedItems.Include(i => i.Parts).Include(i => i.Decisions).ThenInclude(d => d.Loosening).SingleOrDefaultAsync(i => i.Id == Item, cancellation) is not { } item) return null;

        var documents = await (
            from p in db.ArrivedItems.Where(i => i.Id == Item).SelectMany(i => i.Parts)
            join d in db.Documents on p.DocumentId equals d.Id
            join r in db.DocumentsAsRead on d.Id equals r.DocumentId into readings
            from r in readings.DefaultIfEmpty()
            orderby p.Number
            select new ItemDocument(p.Number, d.Id, p.Kind, d.FileName, d.Type, r == null ? 0 : r.PageCount, r == null ? null : r.Fault) { Within = p.Within }).ToListAsync(cancellation);
        documents = documents.ConvertAll(d => d.Within is null ? d : d with { Message = item.Parts.First(p => p.Number == d.Within).Name });
        var reading = await db.ItemsAsRead.SingleOrDefaultAsync(r => r.ItemId == Item, cancellation);
        var found = reading is null ? null : Found.In(ReadingJson.Suggestions(reading.Suggestions), session.Facts);
        var main = documents.Find(d => d.Id == reading?.MainDocumentId) ?? documents.FirstOrDefault();
        var shown = Part is null ? main : documents.Find(d => d.Number == Part) ?? main;
        var text = shown is null ? null : await db.DocumentsAsRead.Where(r => r.DocumentId == shown.Id).Select(r => r.Text).SingleOrDefaultAsync(cancellation);

        return new ItemDeskView(
            item, documents, shown, text is null ? null : ReadingJson.Text(text), found, shown == main && found is not null ? Marks.Of(found.Suggestions) : Marks.None,
            await session.PlaceOf(item, reading?.IsTied ?? true, cancellation), await new OthersPresent(Item).Answer(session, cancellation),
            await db.DraftOf(session.Actor, Item, cancellation), Saved is { } id ? await session.JustSaved(id, cancellation) : null,
            await session.TwinsOf(item, found, cancellation), item.Decisions.Count == 0 ? [] : await session.RegistrationsOn(d => d.Decisions.Where(r => d.ArrivedItems.Any(i => i.Id == Item && i.Decisions.Any(l => l.DecisionId == r.Id && l.Loosening == null))), cancellation),
            session.Facts.Municipalities, session.Facts.Recommendations, Amounts(session, found), session.Today, session.Facts.HasExamples)
        {
            Stated = item.MunicipalityCode is null ? null : await new StatedOfItem(Item).Answer(session, cancellation),
        };
    }

    /// <summary>What the document says is paid beside what SKR has; null unless both are known.</summary>
    private static AmountsCompared? Amounts(Session session, Found? found)
    {
        if (found is not { Recommendation: { } asked, Municipalities: [var municipality, ..], Suggestions.AmountAYear: { } said }) return null;
        return session.Facts.FeesIn(asked, asked.FundingYears.First)?.List.Of(municipality.Code)?.Amount is { } ours ? new AmountsCompared(said.Value, said.Passage, ours) : null;
    }
}

/// <summary>What arrived, on the desk.</summary>
/// <param name="Item">The item.</param>
/// <param name="Documents">Its documents, in order.</param>
/// <param name="Shown">The one that is shown; null when there is none.</param>
/// <param name="Text">What it says; null while it is being read.</param>
/// <param name="Found">What was found; null while it is being read.</param>
/// <param name="Marks">The passages that are marked in what is shown.</param>
/// <param name="Place">Where it lies in the inbox.</param>
/// <param name="Others">Who else has it open now.</param>
/// <param name="Draft">What the person was typing about it; null when nothing was.</param>
/// <param name="Saved">What was just saved; null when nothing was.</param>
/// <param name="Twins">What has been seen before.</param>
/// <param name="Registered">What it was registered as, or put with.</param>
/// <param name="Municipalities">Every municipality, by code.</param>
/// <param name="Recommendations">Every recommendation, the latest first.</param>
/// <param name="Amounts">What the document says is paid beside what SKR has; null unless both are known.</param>
/// <param name="Today">Today in Sweden.</param>
/// <param name="HasExamples">True when example data are loaded.</param>
public sealed record ItemDeskView(
    ArrivedItem Item, IReadOnlyList<ItemDocument> Documents, ItemDocument? Shown, DocumentText? Text, Found? Found, Marks Marks, PlaceInQueue Place, IReadOnlyList<string> Others,
    KeptDraft? Draft, JustSaved? Saved, Twins Twins, IReadOnlyList<Registration> Registered,
    IReadOnlyList<Municipality> Municipalities, IReadOnlyList<Recommendation> Recommendations, AmountsCompared? Amounts, DateOnly Today, bool HasExamples)
{
    /// <summary>What the municipality stated when it sent it on its own page; null for what came another way.</summary>
    public SentLine? Stated { get; init; }

    /// <summary>Whose address it was sent from, where that is not the municipality that was found; null otherwise.</summary>
    public Municipality? OtherSender => Found?.Suggestions.OtherSender is { } code ? Municipalities.FirstOrDefault(m => m.Code == code) : null;

    /// <summary>Why the municipality is proposed, where no words in the document say it; null otherwise, and where the municipality has told it itself.</summary>
    public string? ProposedBecause => Stated is null && Found?.Suggestions.Municipalities is [{ Passage.Page: 0 } proposed, ..] ? proposed.Why : null;

    /// <summary>The decisions that it was put with.</summary>
    public IReadOnlyList<Registration> PutWith => [.. Registered.Where(r => Item.Decisions.Any(d => d.DecisionId == r.Id && d is { PutWith: true, Loosening: null }))];

    /// <summary>What it was registered as, also what has been taken back.</summary>
    public IReadOnlyList<Registration> RegisteredFrom => [.. Registered.Except(PutWith)];

    /// <summary>What it was registered as and still counts.</summary>
    public IReadOnlyList<Registration> Standing => [.. RegisteredFrom.Where(r => !r.IsRetracted)];
}

/// <summary>A document of something that arrived.</summary>
/// <param name="Number">The number of its part.</param>
/// <param name="Id">The stored document.</param>
/// <param name="Kind">What it is to the message.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it is by its content.</param>
/// <param name="PageCount">Its pages; 0 while it is being read.</param>
/// <param name="Fault">Why not all could be read; null when it could.</param>
public sealed record ItemDocument(int Number, DocumentId Id, PartKind Kind, string Name, MediaType Type, int PageCount, string? Fault)
{
    /// <summary>The number of the message within the message that it lies in; null for what lies in the message itself.</summary>
    public int? Within { get; init; }

    /// <summary>What that message is called; null for what lies in the message itself.</summary>
    public string? Message { get; init; }

    /// <summary>What it is called on the page: a file by its name, the message as the message, one within it by what it is called there.</summary>
    public string Title => Kind is PartKind.Body ? Message ?? "Meddelandet" : Name;
}

/// <summary>What a document says that a municipality pays, beside what SKR has.</summary>
public sealed record AmountsCompared(Kronor Said, Passage Passage, Kronor Ours)
{
    /// <summary>True when they agree.</summary>
    public bool Agree => Said == Ours;
}
