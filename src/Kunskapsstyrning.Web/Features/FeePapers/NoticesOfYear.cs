using System.Globalization;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Printing;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.FeePapers;

/// <summary>How far the printing of a year's fee notices has come; null where there is no fee to tell of.</summary>
[Requires(Permission.FreezeFees)]
internal sealed record NoticesOfYear(string Slug, int Year) : IQuery<NoticeProgress?>
{
    public async Task<NoticeProgress?> Answer(Session session, CancellationToken cancellation)
    {
        if (session.ToNotify(Slug, Year) is not { } asked) return null;

        var last = await session.Db.FeeNoticeBatches.Where(b => b.RecommendationId == asked.Recommendation.Id && b.Year == Year).OrderByDescending(b => b.StartedAt).FirstOrDefaultAsync(cancellation);
        if (last is null) return new NoticeProgress(asked.Recommendation, Year, asked.Version, asked.Municipalities.Count, null, 0, 0, "", session.Today);

        var printed = await session.Db.PrintedNotices.Where(n => n.BatchId == last.Id).GroupBy(_ => 1).Select(all => new { Count = all.Count(), Bytes = all.Sum(n => (long)n.Pdf.Length) }).SingleOrDefaultAsync(cancellation);
        var by = await session.Db.People.Where(p => p.Id == last.StartedBy).Select(p => p.Name).SingleOrDefaultAsync(cancellation);
        return new NoticeProgress(asked.Recommendation, Year, asked.Version, asked.Municipalities.Count, last, printed?.Count ?? 0, printed?.Bytes ?? 0, by ?? "", session.Today);
    }
}

/// <summary>How far the printing has come.</summary>
/// <param name="Recommendation">What the fees are for.</param>
/// <param name="Year">The year.</param>
/// <param name="Version">The allocation version that holds now.</param>
/// <param name="Municipalities">How many are told now.</param>
/// <param name="Last">The last batch that was asked for; null when none was.</param>
/// <param name="Printed">How many of it are printed.</param>
/// <param name="Bytes">How large they are together.</param>
/// <param name="By">Who asked for it.</param>
/// <param name="Today">The day in Sweden.</param>
public sealed record NoticeProgress(Recommendation Recommendation, int Year, int Version, int Municipalities, FeeNoticeBatch? Last, int Printed, long Bytes, string By, DateOnly Today)
{
    /// <summary>True while it is being printed.</summary>
    public bool IsPrinting => Last?.State is FeeNoticeBatchState.Printing;

    /// <summary>True when all can be had but tell of fees that do not hold any more.</summary>
    public bool IsOutdated => Last is { State: FeeNoticeBatchState.Done } && Last.Version != Version;
}

/// <summary>What there is to print: the batch that has waited longest, and who in it is left; null when there is nothing.</summary>
[Requires(Permission.PrintNotices)]
internal sealed record NoticesToPrint : IQuery<WorkOnNotices?>
{
    public async Task<WorkOnNotices?> Answer(Session session, CancellationToken cancellation)
    {
        if (await session.Db.FeeNoticeBatches.Where(b => b.State == FeeNoticeBatchState.Printing).OrderBy(b => b.StartedAt).FirstOrDefaultAsync(cancellation) is not { } batch) return null;

        var printed = await session.Db.PrintedNotices.Where(n => n.BatchId == batch.Id).Select(n => n.MunicipalityCode).ToHashSetAsync(cancellation);
        var slug = session.Facts.Recommendation(batch.RecommendationId)?.Slug ?? "";
        var holds = session.ToNotify(slug, batch.Year) is { } asked && asked.Version == batch.Version && !await session.HasLaterVersion(batch, cancellation) ? asked.Municipalities : [];
        return new WorkOnNotices(batch.Id, slug, batch.Year, SwedishTime.DayOf(batch.StartedAt), [.. holds.Select(m => m.Code).Where(c => !printed.Contains(c))]);
    }
}

/// <summary>What is left to print of a batch; nothing when all are there, or the fees do not hold any more.</summary>
internal sealed record WorkOnNotices(FeeNoticeBatchId Batch, string Slug, int Year, DateOnly Day, IReadOnlyList<MunicipalityCode> Left);

/// <summary>All fee notices of a batch in one file; null while they are not all there, and when they are no longer.</summary>
[Requires(Permission.FreezeFees)]
internal sealed record ZipOfNotices(FeeNoticeBatchId Id) : IQuery<NoticeZip?>
{
    public async Task<NoticeZip?> Answer(Session session, CancellationToken cancellation)
    {
        if (await session.Db.FeeNoticeBatches.SingleOrDefaultAsync(b => b.Id == Id && b.State == FeeNoticeBatchState.Done, cancellation) is not { } batch) return null;
        var notices = await session.Db.PrintedNotices.Where(n => n.BatchId == Id).OrderBy(n => n.MunicipalityCode).ToListAsync(cancellation);
        if (notices.Count != batch.Municipalities || session.Facts.Recommendation(batch.RecommendationId) is not { } asked) return null;

        return new NoticeZip(
            $"Avgiftsbesked {batch.Year}, {asked.ShortTitle}.zip",
            PrintedFiles.Zip(batch.StartedAt, notices.Select(n => (NameOf(n.MunicipalityCode, session.Facts.Municipality(n.MunicipalityCode)?.Name ?? "", batch.Year), n.Pdf))));
    }

    /// <summary>"0125-ekero-avgiftsbesked-2017.pdf".</summary>
    internal static string NameOf(MunicipalityCode code, string name, int year) => $"{PrintedFiles.PlainName(code, name)}-avgiftsbesked-{year.ToString(CultureInfo.InvariantCulture)}.pdf";
}

/// <summary>Fee notices in one file.</summary>
internal sealed record NoticeZip(string Name, byte[] Bytes);
