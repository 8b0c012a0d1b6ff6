using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Reports;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Dispatches;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Reports;

/// <summary>
/// Prepares the dispatch of a report to exactly those who were asked, each with its own answer as it stood in the report. Another person releases it.
/// Where everyone may read the report the words link to it; else it goes with each message as a file.
/// </summary>
/// <param name="Id">The dispatch's identity.</param>
/// <param name="Slug">The recommendation.</param>
/// <param name="Report">The report.</param>
[Requires(Permission.ManageRecommendations)]
public sealed record SendReport(DispatchId Id, string Slug, ReportId Report) : ICommand
{
    /// <summary>What stands where the link would be.</summary>
    private const string GoesAlong = "Den följer med som PDF.";

    /// <summary>The report as PDF; needed where not everyone may read it.</summary>
    public ReceivedFile? Pdf { get; init; }

    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.Reports.SingleOrDefaultAsync(r => r.Id == Report, cancellation) is not { } report) return ReportRefusals.NoReport;
        if (await session.Db.Dispatches.AnyAsync(d => d.Id == Id, cancellation)) return Result.Done;
        var sent = await session.LettersOf(report).Select(m => m.State).Distinct().ToListAsync(cancellation);
        if (!ReportLettersInDb.MayGoOut(sent)) return ReportRefusals.AlreadySent;
        var isLinked = await session.IsForEveryone(Report, cancellation);
        if (!isLinked && Pdf is null) return ReportRefusals.NeedsPdf;

        var version = await session.Db.MessageTemplates.Where(t => t.Kind == MessageKind.Report).MaxAsync(t => t.Number, cancellation);
        var words = await CoverWords.Of(session, report, version, isLinked ? null : GoesAlong, cancellation);
        var result = await new PrepareDispatch(Id, Slug, new DispatchMatter(DispatchKind.Report, SnapshotId: report.SnapshotId, ReportId: Report))
        {
            Values = [.. words.Municipalities.SelectMany(row => words.OwnOf(row).Select(own => new GivenValue(row.Municipality.Code, own.Key, own.Value)))],
        }.Execute(session, cancellation);
        if (result.IsDone && !isLinked) session.Db.Add(new DispatchAttachment(Id, await session.Db.Store(Pdf!, session.ByActor(), cancellation), Pdf!.Name));
        return result;
    }
}
