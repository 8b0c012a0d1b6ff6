using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Inbox;

/// <summary>The folders of the inbox.</summary>
public enum Folder
{
    /// <summary>Att registrera: municipality and recommendation were found, or it is still being read.</summary>
    ToRegister,
    /// <summary>Ej kopplat: a person must say which municipality or recommendation.</summary>
    Untied,
    /// <summary>Klart.</summary>
    Done,
    /// <summary>Rör inte oss.</summary>
    SetAside,
}

/// <summary>What has arrived, a folder at a time, the newest first.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Page">From 1.</param>
/// <param name="Search">A part of the subject or the sender; empty for all.</param>
[Requires(Permission.LogDecisions)]
public sealed record InboxList(Folder Folder, int Page = 1, string Search = "") : IQuery<InboxView>
{
    /// <summary>Rows on a page.</summary>
    public const int RowsPerPage = 50;

    /// <inheritdoc/>
    public async Task<InboxView> Answer(Session session, CancellationToken cancellation)
    {
        var db = session.Db;
        var counts = await new FolderCounts().Answer(session, cancellation);
        var waits = await new WaitsForMunicipality().Answer(session, cancellation);

        var folder = db.In(Folder);
        if (Search.Length > 0) folder = folder.Where(i => EF.Functions.ILike(i.Arrival.Subject, Like(Search), "\\") || (i.Arrival.Sender != null && EF.Functions.ILike(i.Arrival.Sender, Like(Search), "\\")));
        var total = Search.Length > 0 ? await folder.CountAsync(cancellation) : counts[Folder];
        var items = await folder.OrderByDescending(i => i.TakenInAt).ThenByDescending(i => i.Id).Skip((Page - 1) * RowsPerPage).Take(RowsPerPage).Include(i => i.Parts).ToListAsync(cancellation);
        var ids = items.ConvertAll(i => i.Id);
        var found = (await db.ItemsAsRead.Where(r => ids.Contains(r.ItemId)).ToListAsync(cancellation)).ToDictionary(r => r.ItemId, r => Found.In(ReadingJson.Suggestions(r.Suggestions), session.Facts));
        var faults = (await db.FaultsIn(ids, cancellation)).ToLookup(f => f.Item, f => f.Fault);
        var twins = await db.CameBefore(ids, cancellation);
        var alike = Folder is Folder.ToRegister ? await db.RegisteredAlike(found, cancellation) : new HashSet<ArrivedItemId>();
        var opened = (await (from p in db.ItemPresences where ids.Contains(p.ItemId) join person in db.People on p.PersonId equals person.Id select new { p.ItemId, p.PersonId, person.Name, p.SeenAt }).ToListAsync(cancellation)).ToLookup(p => p.ItemId);

        return new InboxView(
            Folder, Page, Search, total, counts, session.Today, session.Facts.HasExamples, waits.Count, Folder is Folder.ToRegister && Page == 1 ? await new Objections().Answer(session, cancellation) : [],
            [.. items.Select(i => new InboxRow(
                i.Id, i.Arrival, i.TakenInAt, [.. i.Parts], i.State is not ItemState.ToRegister, i.SetAsideBecause,
                found.GetValueOrDefault(i.Id), i.Arrival.Fault ?? faults[i.Id].FirstOrDefault(), twins.Contains(i.Id), alike.Contains(i.Id), opened[i.Id].Any(),
                opened[i.Id].Where(p => p.PersonId != session.Actor.Person && p.SeenAt > session.Now - Presence.Lasts).Select(p => p.Name).FirstOrDefault()))]);
    }

    private static string Like(string text) => $"%{text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
}

/// <summary>A folder of the inbox.</summary>
/// <param name="Folder">Which.</param>
/// <param name="Page">Which page of it, from 1.</param>
/// <param name="Search">What is looked for; empty for nothing.</param>
/// <param name="Total">How many there are, on all pages.</param>
/// <param name="Counts">How many there are in every folder.</param>
/// <param name="Today">Today in Sweden.</param>
/// <param name="HasExamples">True when example data are loaded.</param>
/// <param name="WaitCount">How many are asked for a final decision that has not come.</param>
/// <param name="Objections">What municipalities say is wrong in what is registered, first in the inbox.</param>
/// <param name="Rows">The page, the newest first.</param>
public sealed record InboxView(Folder Folder, int Page, string Search, int Total, IReadOnlyDictionary<Folder, int> Counts, DateOnly Today, bool HasExamples,
    int WaitCount, IReadOnlyList<OpenObjection> Objections, IReadOnlyList<InboxRow> Rows);

/// <summary>Something in the inbox.</summary>
/// <param name="Id">The item.</param>
/// <param name="Arrival">How it came.</param>
/// <param name="TakenInAt">When it was taken in, in UTC.</param>
/// <param name="Parts">What lies in it.</param>
/// <param name="IsDealtWith">True when it is done or set aside.</param>
/// <param name="SetAsideBecause">Why it was set aside; null unless it is.</param>
/// <param name="Found">What was found in it; null while it is being read.</param>
/// <param name="Fault">Why not all of it could be read; null when it could.</param>
/// <param name="HasTwin">True when the same message or the same document has come too.</param>
/// <param name="MayBeRegistered">True when a registered decision may be the same.</param>
/// <param name="IsOpened">True when somebody has opened it.</param>
/// <param name="OpenWith">Who else has it open now; null when nobody has.</param>
public sealed record InboxRow(
    ArrivedItemId Id, Arrival Arrival, DateTimeOffset TakenInAt, IReadOnlyList<ArrivedPart> Parts, bool IsDealtWith, string? SetAsideBecause, Found? Found, string? Fault, bool HasTwin, bool MayBeRegistered, bool IsOpened, string? OpenWith);

/// <summary>What was found in an item, with the names of things.</summary>
/// <param name="Municipalities">Whose answer it is; several for a joint body.</param>
/// <param name="Recommendation">What it answers; null when not found.</param>
/// <param name="Suggestions">All that was found.</param>
public sealed record Found(IReadOnlyList<Municipality> Municipalities, Recommendation? Recommendation, Suggestions Suggestions)
{
    /// <summary>Gives what was found its names.</summary>
    public static Found In(Suggestions suggestions, Reference.ReferenceFacts facts) => new(
        [.. suggestions.Municipalities.Select(m => facts.Municipality(m.Value)).OfType<Municipality>()],
        suggestions.Recommendation is { Value: var id } ? facts.Recommendation(id) : null,
        suggestions);

    /// <summary>What was read of the act, to be held beside what is registered. The outcome is never read, and says nothing here.</summary>
    internal (DecisionContent Content, DecisionDetails Details) Act => (
        new DecisionContent
        {
            Outcome = default, Stage = Suggestions.Stage?.Value is ReadStage.Proposal ? Stage.Proposal : Stage.Final, Body = Suggestions.Body?.Value, DecidedOn = Suggestions.MeetingDate?.Value, ArrivedOn = default,
        },
        new DecisionDetails { Paragraph = Suggestions.Paragraph?.Value, CaseNumber = Suggestions.CaseNumber?.Value });

    /// <summary>True when the municipality may be relied on.</summary>
    public bool IsCertain => Suggestions.Municipalities.All(m => m.Confidence is Confidence.Certain);
}

/// <summary>Reads the inbox.</summary>
internal static class InboxInDb
{
    /// <summary>What lies in a folder.</summary>
    public static IQueryable<ArrivedItem> In(this Db db, Folder folder) => folder switch
    {
        Folder.Done => db.ArrivedItems.Where(i => i.State == ItemState.Done),
        Folder.SetAside => db.ArrivedItems.Where(i => i.State == ItemState.SetAside),
        Folder.Untied => db.ArrivedItems.Where(i => i.State == ItemState.ToRegister && db.ItemsAsRead.Any(r => r.ItemId == i.Id && !r.IsTied)),
        _ => db.ArrivedItems.Where(i => i.State == ItemState.ToRegister && !db.ItemsAsRead.Any(r => r.ItemId == i.Id && !r.IsTied)),
    };

    /// <summary>Why documents of the items could not be read.</summary>
    public static async Task<IReadOnlyList<(ArrivedItemId Item, string Fault)>> FaultsIn(this Db db, List<ArrivedItemId> items, CancellationToken cancellation) =>
        [.. (await (from i in db.ArrivedItems where items.Contains(i.Id) from p in i.Parts join r in db.DocumentsAsRead on p.DocumentId equals r.DocumentId where r.Fault != null select new { i.Id, r.Fault }).ToListAsync(cancellation)).Select(f => (f.Id, f.Fault!))];

    /// <summary>Those that have come before: as the same message, or with the same file as the one that says most.</summary>
    public static async Task<IReadOnlySet<ArrivedItemId>> CameBefore(this Db db, List<ArrivedItemId> items, CancellationToken cancellation)
    {
        var papers = from r in db.ItemsAsRead
                     from i in db.ArrivedItems
                     where i.Id == r.ItemId && i.Parts.Any(p => p.Kind == PartKind.Attachment && p.DocumentId == r.MainDocumentId)
                     join d in db.Documents on r.MainDocumentId equals d.Id
                     select new { r.ItemId, d.Sha256 };
        var byBytes = from own in papers where items.Contains(own.ItemId) && papers.Any(other => other.ItemId != own.ItemId && other.Sha256 == own.Sha256) select own.ItemId;
        var byMessage = db.ArrivedItems.Where(i => items.Contains(i.Id) && i.Arrival.MessageId != null && db.ArrivedItems.Any(other => other.Id != i.Id && other.Arrival.MessageId == i.Arrival.MessageId)).Select(i => i.Id);
        return (await byBytes.Union(byMessage).ToListAsync(cancellation)).ToHashSet();
    }

    /// <summary>Those of the found that a standing decision may be the same as, by what was read in them.</summary>
    public static async Task<IReadOnlySet<ArrivedItemId>> RegisteredAlike(this Db db, IReadOnlyDictionary<ArrivedItemId, Found> found, CancellationToken cancellation)
    {
        var municipalities = found.Values.SelectMany(f => f.Municipalities).Select(m => m.Code).Distinct().ToList();
        var standing = (await (
            from d in db.Decisions
            where municipalities.Contains(d.MunicipalityCode) && d.Retraction == null
            from v in d.Versions
            where v.Number == d.Versions.Max(other => other.Number)
            select new { d.MunicipalityCode, d.RecommendationId, v.Content, v.Walled }).AsNoTracking().ToListAsync(cancellation)).ToLookup(d => (d.MunicipalityCode, d.RecommendationId));
        return found.Where(f => f.Value.Recommendation is { } asked && f.Value.Act is var (content, details)
            && f.Value.Municipalities.Any(m => standing[(m.Code, asked.Id)].Any(d => Likeness.MayBeSameAct(content, details, d.Content, d.Walled?.Details ?? DecisionDetails.None)))).Select(f => f.Key).ToHashSet();
    }
}
