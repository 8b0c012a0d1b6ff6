using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Reports;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Reports;

/// <summary>Asks for a cover to a report for each municipality. Asked for twice at once they are printed once.</summary>
/// <param name="Id">The batch's identity.</param>
/// <param name="Report">The report.</param>
[Requires(Permission.ManageRecommendations)]
public sealed record AskForCovers(CoverBatchId Id, ReportId Report) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (session.Site is null) return CoverRefusals.NoSiteAddress;
        if (await session.Db.Reports.SingleOrDefaultAsync(r => r.Id == Report, cancellation) is not { } report) return ReportRefusals.NoReport;
        if (await session.Db.CoverBatches.AnyAsync(b => b.ReportId == Report && b.State == CoverBatchState.Printing, cancellation)) return CoverRefusals.AlreadyPrinting;

        var snapshot = await session.Db.Snapshots.SingleAsync(s => s.Id == report.SnapshotId, cancellation);
        var template = await session.Db.MessageTemplates.Where(t => t.Kind == MessageKind.Report).MaxAsync(t => t.Number, cancellation);
        session.Db.Add(new CoverBatch(Id, report, template, Snapshots.KeptGround.Read(snapshot.Ground).Rows.Count, new Recorded(session.Actor.Person!.Value, session.Now)));
        return Result.Done;
    }
}

/// <summary>Stops the printing. What was printed goes.</summary>
/// <param name="Id">The batch.</param>
[Requires(Permission.ManageRecommendations)]
public sealed record CancelCovers(CoverBatchId Id) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation) =>
        await session.Db.CoverBatches.SingleOrDefaultAsync(b => b.Id == Id, cancellation) is { } batch ? batch.Cancel(session.Now) : CoverRefusals.NotPrinting;
}

/// <summary>Keeps what was printed, unless it is not wanted any more.</summary>
[Requires(Permission.PrintNotices), LeavesNoHistory("That a cover was printed says no more than that somebody asked for all of them, which has its line.")]
internal sealed record KeepCovers(CoverBatchId Id, IReadOnlyList<PrintedCover> Covers) : ICommand
{
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (!await session.Db.CoverBatches.AnyAsync(b => b.Id == Id && b.State == CoverBatchState.Printing, cancellation)) return CoverRefusals.NotPrinting;

        var kept = await session.Db.PrintedCovers.Where(c => c.BatchId == Id).Select(c => c.MunicipalityCode).ToListAsync(cancellation);
        session.Db.AddRange(Covers.ExceptBy(kept, c => c.MunicipalityCode));
        return Result.Done;
    }
}

/// <summary>Ends a batch: all are there, or one could not be printed.</summary>
[Requires(Permission.PrintNotices)]
internal sealed record EndCovers(CoverBatchId Id) : ICommand
{
    public async Task<Result> Execute(Session session, CancellationToken cancellation) =>
        await session.Db.CoverBatches.SingleOrDefaultAsync(b => b.Id == Id, cancellation) is { } batch
            ? batch.Finish(await session.Db.PrintedCovers.CountAsync(c => c.BatchId == Id, cancellation), session.Now)
            : CoverRefusals.NotPrinting;
}

/// <summary>Removes what has been kept for a week, and what belongs to a batch that came to nothing.</summary>
[Requires(Permission.PrintNotices), LeavesNoHistory("What was printed can be printed again, and is kept for a week only.")]
internal sealed record RemoveOldCovers : ICommand
{
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        var done = await session.Db.CoverBatches.Where(b => b.State == CoverBatchState.Done).ToListAsync(cancellation);
        var expired = done.Where(b => b.Expire(session.Now)).Select(b => b.Id).ToList();
        var old = await session.Db.PrintedCovers
            .Where(c => expired.Contains(c.BatchId) || session.Db.CoverBatches.Any(b => b.Id == c.BatchId && b.State != CoverBatchState.Printing && b.State != CoverBatchState.Done))
            .Select(c => new { c.BatchId, c.MunicipalityCode }).ToListAsync(cancellation);
        session.Db.RemoveRange(old.Select(c => new PrintedCover(c.BatchId, c.MunicipalityCode, [])));
        return Result.Done;
    }
}
