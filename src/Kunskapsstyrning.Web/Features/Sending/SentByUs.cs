using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Sending;

/// <summary>What a municipality has sent on its own page, and what SKR has done with it.</summary>
/// <param name="Sent">What was stated, when and under what reference.</param>
/// <param name="Municipality">Whose.</param>
/// <param name="Recommendation">What it answers.</param>
/// <param name="State">What SKR has done with it.</param>
/// <param name="Document">The document.</param>
/// <param name="FileName">Its name.</param>
/// <param name="By">Who sent it; null for somebody who no longer belongs to the municipality.</param>
/// <param name="IsPutWith">True when the document was put with a decision that was registered already, and none was registered from it.</param>
/// <param name="IsExample">True when it is invented.</param>
public sealed record SentLine(SentDecision Sent, Municipality Municipality, Recommendation Recommendation, ItemState State, DocumentId Document, string FileName, string? By, bool IsPutWith, bool IsExample)
{
    /// <summary>The day it was sent, in Sweden.</summary>
    public DateOnly SentOn => SwedishTime.DayOf(Sent.SentAt);
}

/// <summary>One thing that the own municipality has sent; null when there is none, or when it is another's.</summary>
/// <param name="Item">The item that it became.</param>
[Requires(Permission.AnswerForMunicipality)]
public sealed record SentByUs(ArrivedItemId Item) : IQuery<SentLine?>
{
    /// <inheritdoc/>
    public async Task<SentLine?> Answer(Session session, CancellationToken cancellation) =>
        session.Actor.Municipality is { } own ? (await session.SentLines(s => s.ItemId == Item && s.MunicipalityCode == own, cancellation)).SingleOrDefault() : null;
}

/// <summary>What the municipality states of something in the inbox; null for what came another way.</summary>
/// <param name="Item">The item.</param>
[Requires(Permission.LogDecisions)]
public sealed record StatedOfItem(ArrivedItemId Item) : IQuery<SentLine?>
{
    /// <inheritdoc/>
    public async Task<SentLine?> Answer(Session session, CancellationToken cancellation) => (await session.SentLines(s => s.ItemId == Item, cancellation)).SingleOrDefault();
}

/// <summary>Reads what has been sent.</summary>
internal static class SentInDb
{
    /// <summary>What has been sent, the latest first.</summary>
    public static async Task<IReadOnlyList<SentLine>> SentLines(this Session session, System.Linq.Expressions.Expression<Func<SentDecision, bool>> which, CancellationToken cancellation)
    {
        var rows = await (
            from s in session.Db.SentDecisions.Where(which)
            join i in session.Db.ArrivedItems on s.ItemId equals i.Id
            join d in session.Db.Documents on i.OriginalId equals d.Id
            join p in session.Db.People on s.SentBy equals p.Id into senders
            from p in senders.DefaultIfEmpty()
            orderby s.SentAt descending
            select new { Sent = s, i.State, d.Id, d.FileName, Name = (string?)p.Name, PutWith = i.Decisions.Any(l => l.PutWith) && !i.Decisions.Any(l => !l.PutWith && session.Db.Decisions.Any(r => r.Id == l.DecisionId && r.Retraction == null)) }).ToListAsync(cancellation);
        return [.. rows.Select(r => new SentLine(
            r.Sent, session.Facts.Municipality(r.Sent.MunicipalityCode)!, session.Facts.Recommendation(r.Sent.RecommendationId)!, r.State, r.Id, r.FileName, r.Name, r.PutWith,
            session.Facts.ExampleNotice(r.Sent.RecommendationId) is not null))];
    }
}
