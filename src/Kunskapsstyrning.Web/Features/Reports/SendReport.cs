using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Reports;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Dispatches;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Reports;

/// <summary>Prepares the dispatch of a report to exactly those who were asked, each with its own answer as it stood in the report. Another person releases it.</summary>
/// <param name="Id">The dispatch's identity.</param>
/// <param name="Slug">The recommendation.</param>
/// <param name="Report">The report.</param>
[Requires(Permission.ManageRecommendations)]
public sealed record SendReport(DispatchId Id, string Slug, ReportId Report) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.Reports.SingleOrDefaultAsync(r => r.Id == Report, cancellation) is not { } report) return ReportRefusals.NoReport;

        var version = await session.Db.MessageTemplates.Where(t => t.Kind == MessageKind.Report).MaxAsync(t => t.Number, cancellation);
        var words = await CoverWords.Of(session, report, version, cancellation);
        return await new PrepareDispatch(Id, Slug, new DispatchMatter(DispatchKind.Report, SnapshotId: report.SnapshotId))
        {
            Values = [.. words.Municipalities.SelectMany(row => words.OwnOf(row).Select(own => new GivenValue(row.Municipality.Code, own.Key, own.Value)))],
        }.Execute(session, cancellation);
    }
}
