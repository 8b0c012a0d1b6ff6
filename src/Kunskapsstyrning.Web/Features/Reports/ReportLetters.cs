using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Reports;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Reports;

/// <summary>Finds what has been sent of reports, and whether its links lead anywhere.</summary>
internal static class ReportLettersInDb
{
    /// <summary>The messages of released dispatches that take a report out.</summary>
    public static IQueryable<OutgoingMessage> LettersOf(this Session session, Report report) =>
        from m in session.Db.OutgoingMessages
        join d in session.Db.Dispatches on m.DispatchId equals (DispatchId?)d.Id
        where d.ReportId == report.Id
        select m;

    /// <summary>True when a report may go out, by how far its letters have come: none has been written, or some were stopped on their way.</summary>
    public static bool MayGoOut(IReadOnlyList<DeliveryState> letters) => letters.Count == 0 || letters.Contains(DeliveryState.Recalled);

    /// <summary>Those of them that link to it, and do not carry it as a file.</summary>
    public static IQueryable<OutgoingMessage> LettersThatLeadTo(this Session session, Report report)
    {
        var link = report.Id.Value.ToString();
        return session.LettersOf(report).Where(m => session.Db.DispatchValues.Any(v => v.DispatchId == m.DispatchId && v.Name == "adress" && v.Text.Contains(link)));
    }

    /// <summary>True while one of those waits to leave, or is leaving.</summary>
    public static Task<bool> LetterWaitsThatLeadsTo(this Session session, Report report, CancellationToken cancellation) =>
        session.LettersThatLeadTo(report).AnyAsync(m => m.State == DeliveryState.Queued || m.State == DeliveryState.Submitting, cancellation);

    /// <summary>True when a dispatch links to a report that not everyone can read: it was taken back, or the answers are no longer public.</summary>
    public static async Task<bool> LeadsNowhere(this Session session, Dispatch dispatch, CancellationToken cancellation)
    {
        if (dispatch.ReportId is not { } report) return false;

        var link = report.Value.ToString();
        return await session.Db.DispatchValues.AnyAsync(v => v.DispatchId == dispatch.Id && v.Name == "adress" && v.Text.Contains(link), cancellation)
            && !await session.IsForEveryone(report, cancellation);
    }

    /// <summary>True when a report is published and the answers that it tells are public.</summary>
    public static Task<bool> IsForEveryone(this Session session, ReportId report, CancellationToken cancellation) => session.Db.Reports.AnyAsync(
        r => r.Id == report && r.PublishedAt != null && session.Db.Recommendations.Any(a => a.Id == r.RecommendationId && a.Publicity == Publicity.StatusPublic), cancellation);
}
