using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Reports;
using Kunskapsstyrning.Web.Features.Printing;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Reports;

/// <summary>How far the printing of a report's covers has come, with the first of them as it is written now; null where there is no such report.</summary>
/// <param name="Slug">The recommendation.</param>
/// <param name="Report">The report.</param>
[Requires(Permission.ManageRecommendations)]
internal sealed record CoversOfReport(string Slug, ReportId Report) : IQuery<CoverProgress?>
{
    public async Task<CoverProgress?> Answer(Session session, CancellationToken cancellation)
    {
        if (await new ReportToRead(Slug, Report).Answer(session, cancellation) is not { } read) return null;

        var last = await session.Db.CoverBatches.Where(b => b.ReportId == Report).OrderByDescending(b => b.StartedAt).FirstOrDefaultAsync(cancellation);
        var printed = last is null ? null : await session.Db.PrintedCovers.Where(c => c.BatchId == last.Id).GroupBy(_ => 1).Select(all => new { Count = all.Count(), Bytes = all.Sum(c => (long)c.Pdf.Length) }).SingleOrDefaultAsync(cancellation);
        var kept = last is { State: CoverBatchState.Printing or CoverBatchState.Done } ? last : null;
        var version = kept?.TemplateVersion ?? await session.Db.MessageTemplates.Where(t => t.Kind == MessageKind.Report).MaxAsync(t => t.Number, cancellation);
        var isLinked = kept is null ? read.IsForEveryone : await session.WasForEveryone(kept, cancellation);
        var words = await CoverWords.Of(session, read.Report, version, isLinked ? null : CoverWords.Enclosed, cancellation);
        var by = last is null ? null : await session.Db.People.Where(p => p.Id == last.StartedBy).Select(p => p.Name).SingleOrDefaultAsync(cancellation);
        return new CoverProgress(read, words.Municipalities.Count, words.Of(words.Municipalities[0], kept is null ? session.Today : SwedishTime.DayOf(kept.StartedAt)), last, printed?.Count ?? 0, printed?.Bytes ?? 0, by ?? "") { IsLinked = isLinked };
    }
}

/// <summary>How far the printing of covers has come.</summary>
/// <param name="Read">The report.</param>
/// <param name="Municipalities">How many covers there are to be.</param>
/// <param name="First">The first of them, to look at.</param>
/// <param name="Last">The last batch that was asked for; null when none was.</param>
/// <param name="Printed">How many of it are printed.</param>
/// <param name="Bytes">How large they are together.</param>
/// <param name="By">Who asked for it.</param>
public sealed record CoverProgress(ReadReport Read, int Municipalities, Cover First, CoverBatch? Last, int Printed, long Bytes, string By)
{
    /// <summary>True when they link to the report; else they say that it comes with them.</summary>
    public required bool IsLinked { get; init; }

    /// <summary>True while it is being printed.</summary>
    public bool IsPrinting => Last?.State is CoverBatchState.Printing;
}

/// <summary>What there is to print: the batch that has waited longest, and some of those in it that are left; null when there is nothing.</summary>
/// <param name="AtATime">How many at most.</param>
[Requires(Permission.PrintNotices)]
internal sealed record CoversToPrint(int AtATime) : IQuery<WorkOnCovers?>
{
    public async Task<WorkOnCovers?> Answer(Session session, CancellationToken cancellation)
    {
        if (await session.Db.CoverBatches.Where(b => b.State == CoverBatchState.Printing).OrderBy(b => b.StartedAt).FirstOrDefaultAsync(cancellation) is not { } batch) return null;

        var printed = await session.Db.PrintedCovers.Where(c => c.BatchId == batch.Id).Select(c => c.MunicipalityCode).ToHashSetAsync(cancellation);
        var report = await session.Db.Reports.SingleAsync(r => r.Id == batch.ReportId, cancellation);
        var words = await CoverWords.Of(session, report, batch.TemplateVersion, await session.WasForEveryone(batch, cancellation) ? null : CoverWords.Enclosed, cancellation);
        return new WorkOnCovers(batch.Id, [.. words.Municipalities.Where(m => !printed.Contains(m.Municipality.Code)).Take(AtATime).Select(m => words.Of(m, SwedishTime.DayOf(batch.StartedAt)))]);
    }
}

/// <summary>Some that are left to print of a batch; none when all are there.</summary>
internal sealed record WorkOnCovers(CoverBatchId Batch, IReadOnlyList<Cover> Some);

/// <summary>All covers of a batch in one file; null while they are not all there, and when they are no longer.</summary>
/// <param name="Id">The batch.</param>
[Requires(Permission.ManageRecommendations)]
internal sealed record ZipOfCovers(CoverBatchId Id) : IQuery<CoverZip?>
{
    public async Task<CoverZip?> Answer(Session session, CancellationToken cancellation)
    {
        if (await session.Db.CoverBatches.SingleOrDefaultAsync(b => b.Id == Id && b.State == CoverBatchState.Done, cancellation) is not { } batch) return null;
        var covers = await session.Db.PrintedCovers.Where(c => c.BatchId == Id).OrderBy(c => c.MunicipalityCode).ToListAsync(cancellation);
        if (covers.Count != batch.Municipalities || session.Facts.Recommendation(batch.RecommendationId) is not { } asked) return null;

        return new CoverZip(
            $"Följebrev till återkoppling, {asked.ShortTitle}.zip",
            PrintedFiles.Zip(batch.StartedAt, covers.Select(c => ($"{PrintedFiles.PlainName(c.MunicipalityCode, session.Facts.Municipality(c.MunicipalityCode)?.Name ?? "")}-aterkoppling.pdf", c.Pdf))));
    }
}

/// <summary>Covers in one file.</summary>
internal sealed record CoverZip(string Name, byte[] Bytes);

/// <summary>Reads what held when covers were asked for.</summary>
internal static class CoversInDb
{
    /// <summary>True when everyone could read the report when a batch was asked for: all covers of a batch say the same of where it is, whatever happens meanwhile.</summary>
    public static async Task<bool> WasForEveryone(this Session session, CoverBatch batch, CancellationToken cancellation)
    {
        var report = batch.ReportId.Value;
        return await session.Db.History.Where(h => h.Subject == report && h.At <= batch.StartedAt && (h.Kind == nameof(ReportPublished) || h.Kind == nameof(ReportRecalled)))
            .OrderByDescending(h => h.Sequence).Select(h => h.Kind).FirstOrDefaultAsync(cancellation) is nameof(ReportPublished);
    }
}
