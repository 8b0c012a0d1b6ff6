using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.FeePapers;

/// <summary>Asks for the fee notices of every municipality for a year. Asked for twice at once they are printed once.</summary>
[Requires(Permission.FreezeFees)]
public sealed record AskForFeeNotices(FeeNoticeBatchId Id, string Slug, int Year) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (session.ToNotify(Slug, Year) is not { } asked) return FeeNoticeRefusals.NoFee;
        if (await session.Db.FeeNoticeBatches.AnyAsync(b => b.RecommendationId == asked.Recommendation.Id && b.Year == Year && b.State == FeeNoticeBatchState.Printing, cancellation))
            return FeeNoticeRefusals.AlreadyPrinting;

        session.Db.Add(new FeeNoticeBatch(Id, asked.Recommendation.Id, Year, asked.Version, asked.Municipalities.Count, new Recorded(session.Actor.Person!.Value, session.Now)));
        return Result.Done;
    }
}

/// <summary>Stops the printing. What was printed goes.</summary>
[Requires(Permission.FreezeFees)]
public sealed record CancelFeeNotices(FeeNoticeBatchId Id) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation) =>
        await session.Db.FeeNoticeBatches.SingleOrDefaultAsync(b => b.Id == Id, cancellation) is { } batch ? batch.Cancel(session.Now) : FeeNoticeRefusals.NotPrinting;
}

/// <summary>Keeps what was printed, unless it is not wanted any more: then the batch ends.</summary>
[Requires(Permission.PrintNotices), LeavesNoHistory("That a notice was printed says no more than that somebody asked for all of them, which has its line.")]
internal sealed record KeepNotices(FeeNoticeBatchId Id, IReadOnlyList<PrintedNotice> Notices) : ICommand
{
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (!await session.Db.FeeNoticeBatches.AnyAsync(b => b.Id == Id && b.State == FeeNoticeBatchState.Printing, cancellation)) return FeeNoticeRefusals.NotPrinting;

        var kept = await session.Db.PrintedNotices.Where(n => n.BatchId == Id).Select(n => n.MunicipalityCode).ToListAsync(cancellation);
        session.Db.AddRange(Notices.ExceptBy(kept, n => n.MunicipalityCode));
        return Result.Done;
    }
}

/// <summary>Ends a batch: all are there, the fees got another version, or one could not be printed.</summary>
[Requires(Permission.PrintNotices)]
internal sealed record EndFeeNotices(FeeNoticeBatchId Id, bool CanBePrinted = true) : ICommand
{
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.FeeNoticeBatches.SingleOrDefaultAsync(b => b.Id == Id, cancellation) is not { } batch) return FeeNoticeRefusals.NotPrinting;
        if (!CanBePrinted) return batch.Fail(session.Now);

        var asked = session.Facts.Recommendation(batch.RecommendationId);
        if (asked is null || session.ToNotify(asked.Slug, batch.Year)?.Version != batch.Version || await session.HasLaterVersion(batch, cancellation)) return batch.Overtake(session.Now);
        return batch.Finish(await session.Db.PrintedNotices.CountAsync(n => n.BatchId == Id, cancellation), session.Now);
    }
}

/// <summary>Removes what has been kept for a week, and what belongs to a batch that came to nothing.</summary>
[Requires(Permission.PrintNotices), LeavesNoHistory("What was printed can be printed again, and is kept for a week only.")]
internal sealed record RemoveOldNotices : ICommand
{
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        var done = await session.Db.FeeNoticeBatches.Where(b => b.State == FeeNoticeBatchState.Done).ToListAsync(cancellation);
        var expired = done.Where(b => b.Expire(session.Now)).Select(b => b.Id).ToList();
        var old = await session.Db.PrintedNotices
            .Where(n => expired.Contains(n.BatchId) || session.Db.FeeNoticeBatches.Any(b => b.Id == n.BatchId && b.State != FeeNoticeBatchState.Printing && b.State != FeeNoticeBatchState.Done))
            .Select(n => new { n.BatchId, n.MunicipalityCode }).ToListAsync(cancellation);
        session.Db.RemoveRange(old.Select(n => new PrintedNotice(n.BatchId, n.MunicipalityCode, [])));
        return Result.Done;
    }
}

/// <summary>Who is told of a fee.</summary>
internal static class NoticesToSend
{
    /// <summary>The municipalities that are told what they pay in a year, by code; null where there is no fee, or no such recommendation.</summary>
    public static Notified? ToNotify(this Session session, string slug, int year)
    {
        if (session.Facts.Recommendation(slug) is not { } asked || !session.MaySee(asked) || session.Today < asked.BoardDecision.On || asked.IsCalledOffIn(year, session.Today)) return null;
        if (session.Facts.FeesIn(asked, year) is not { IsSet: true } fees) return null;

        var told = fees.List.Rows.Where(r => r.Amount is not null).Select(r => session.Facts.Municipality(r.Municipality)).OfType<Municipality>().Where(m => m.IsValidIn(year));
        return new Notified(asked, fees.Period.Id, fees.Version, [.. told]);
    }

    /// <summary>True when the fees have got another version than the batch's, also where this node has not heard of it.</summary>
    public static Task<bool> HasLaterVersion(this Session session, FeeNoticeBatch batch, CancellationToken cancellation)
    {
        var asked = session.Facts.Recommendation(batch.RecommendationId)!;
        var period = session.Facts.FeesIn(asked, batch.Year)!.Period.Id;
        return session.Db.Allocations.AnyAsync(a => a.PeriodId == period && a.Number > batch.Version, cancellation);
    }
}

/// <summary>Those who are told what they pay.</summary>
/// <param name="Recommendation">What for.</param>
/// <param name="Period">The period of the year.</param>
/// <param name="Version">The allocation version that holds.</param>
/// <param name="Municipalities">The municipalities, by code.</param>
internal sealed record Notified(Recommendation Recommendation, FundingPeriodId Period, int Version, IReadOnlyList<Municipality> Municipalities);
