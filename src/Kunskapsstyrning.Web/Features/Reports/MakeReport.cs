using System.Globalization;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Reports;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Papers;
using Kunskapsstyrning.Web.Features.Snapshots;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Reports;

/// <summary>Makes the report back to those who were asked, from a saved state; where none is given, today's is saved in the same breath.</summary>
/// <param name="Id">The report's identity.</param>
/// <param name="Slug">The recommendation.</param>
/// <param name="From">The saved state; null for today's.</param>
/// <param name="Quotes">What municipalities have said in their own words that is taken up.</param>
[Requires(Permission.ManageRecommendations)]
[Alone("Nothing may be registered between what is counted and the number that says what counts.")]
public sealed record MakeReport(ReportId Id, string Slug, SnapshotId? From, ReportQuotes Quotes) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.Reports.AnyAsync(r => r.Id == Id, cancellation)) return Result.Done;
        if (session.Facts.Recommendation(Slug) is not { IsDraft: false } asked) return ReportRefusals.NotThere;
        if (session.Today < asked.AskedOn) return ReportRefusals.BeforeTheQuestion;

        if (From is null && await SaveToday(session, asked.Id, cancellation) is { Refusal: { } refusal }) return refusal;
        var snapshot = From is null
            ? session.Db.Snapshots.Local.Single()
            : await session.Db.Snapshots.SingleOrDefaultAsync(s => s.Id == From && s.RecommendationId == asked.Id, cancellation);
        if (snapshot is null) return ReportRefusals.NoSnapshot;
        if (snapshot.Day < asked.AskedOn) return ReportRefusals.BeforeTheQuestion;

        var ground = await ReportGround.Of(session.Db, snapshot, Quotes, cancellation);
        var number = await session.Db.Reports.CountAsync(r => r.RecommendationId == asked.Id, cancellation) + 1;
        session.Db.Add(new Report(Id, snapshot, number, Quotes, PaperText.Write(ReportPaper.Of(ground)), new Recorded(session.Actor.Person!.Value, session.Now)));
        return Result.Done;
    }

    /// <summary>Saves today's state under the day, with a number where that name is taken.</summary>
    private async Task<Result> SaveToday(Session session, Domain.Recommendations.RecommendationId asked, CancellationToken cancellation)
    {
        var day = $"Återkoppling {session.Today.Iso()}";
        var taken = await session.Db.Snapshots.Where(s => s.RecommendationId == asked && s.Name.StartsWith(day)).Select(s => s.Name).ToListAsync(cancellation);
        var name = Enumerable.Range(1, taken.Count + 1).Select(n => n == 1 ? day : string.Create(CultureInfo.InvariantCulture, $"{day} ({n})")).First(n => !taken.Contains(n));
        return await new TakeSnapshot(new SnapshotId(Guid.CreateVersion7()), Slug, new AsOf(session.Today), name, "Återkoppling till dem som tillfrågades").Execute(session, cancellation);
    }
}

/// <summary>Lets everyone read a report who may see the answers.</summary>
/// <param name="Id">The report.</param>
[Requires(Permission.ManageRecommendations)]
public sealed record PublishReport(ReportId Id) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.Reports.SingleOrDefaultAsync(r => r.Id == Id, cancellation) is not { } report) return ReportRefusals.NoReport;
        if (session.Facts.Recommendation(report.RecommendationId) is not { } asked) return ReportRefusals.NoReport;
        return report.Publish(asked.Publicity, new Recorded(session.Actor.Person!.Value, session.Now));
    }
}

/// <summary>Takes a published report back to SKR alone.</summary>
/// <param name="Id">The report.</param>
/// <param name="Reason">Why.</param>
[Requires(Permission.ManageRecommendations), Alone("No letter that leads to it may be queued between being looked for and its being taken back.")]
public sealed record RecallReport(ReportId Id, string Reason) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.Reports.SingleOrDefaultAsync(r => r.Id == Id, cancellation) is not { } report) return ReportRefusals.NoReport;
        if (await session.LetterWaitsThatLeadsTo(report, cancellation)) return ReportRefusals.LettersWait;
        return report.Recall(Reason);
    }
}
