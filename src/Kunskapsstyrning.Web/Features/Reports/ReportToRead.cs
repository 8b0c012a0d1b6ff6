using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Reports;
using Kunskapsstyrning.Web.Features.Dispatches;
using Kunskapsstyrning.Web.Features.Papers;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Reports;

/// <summary>A report to read. Null where there is none, or it is not for the actor: SKR sees all, everyone else what is published while answers are public.</summary>
/// <param name="Slug">The recommendation.</param>
/// <param name="Id">The report.</param>
[Requires(Permission.ReadPublic)]
public sealed record ReportToRead(string Slug, ReportId Id) : IQuery<ReadReport?>
{
    /// <inheritdoc/>
    public async Task<ReadReport?> Answer(Session session, CancellationToken cancellation)
    {
        if (session.Facts.Recommendation(Slug) is not { } asked || !session.MaySeeStatus(asked)) return null;
        if (await session.Db.Reports.SingleOrDefaultAsync(r => r.Id == Id && r.RecommendationId == asked.Id, cancellation) is not { } report) return null;
        return report.IsPublished || session.Actor.Scope is "skr" ? new ReadReport(asked, report, PaperText.Read(report.Content), session.Today, session.Facts.ExampleNotice(asked.Id)) : null;
    }
}

/// <summary>A report as it was made.</summary>
/// <param name="Recommendation">What it tells of.</param>
/// <param name="Report">The report.</param>
/// <param name="Paper">All that it says.</param>
/// <param name="Today">Today in Sweden.</param>
/// <param name="ExampleNotice">What of it is invented; null when nothing is.</param>
public sealed record ReadReport(Recommendation Recommendation, Report Report, Paper Paper, DateOnly Today, string? ExampleNotice)
{
    /// <summary>True when it is published and the answers that it tells are public.</summary>
    public bool IsForEveryone => Report.IsPublished && Recommendation.Publicity is Publicity.StatusPublic;
}

/// <summary>What SKR alone sees of a report: what it was made from, whether it comes out the same again, and what has become of it. Null where there is none.</summary>
/// <param name="Slug">The recommendation.</param>
/// <param name="Id">The report.</param>
[Requires(Permission.ReadDrafts)]
public sealed record ReportInHand(string Slug, ReportId Id) : IQuery<ReportInHand.Shown?>
{
    /// <inheritdoc/>
    public async Task<Shown?> Answer(Session session, CancellationToken cancellation)
    {
        if (await new ReportToRead(Slug, Id).Answer(session, cancellation) is not { Report: var report } read) return null;

        var snapshot = await session.Db.Snapshots.SingleAsync(s => s.Id == report.SnapshotId, cancellation);
        var again = ReportPaper.Of(await ReportGround.Of(session.Db, snapshot, report.Quotes, cancellation));
        Task<string?> Name(PersonId? id) => session.Db.People.Where(p => p.Id == id).Select(p => (string?)p.Name).SingleOrDefaultAsync(cancellation);
        var dispatches = await new DispatchesOf(Slug).Answer(session, cancellation);
        var questions = dispatches?.Addressed.Where(a => a is { Kind: DispatchKind.Question, LeavesOrHasLeft: true }).ToList() ?? [];
        int? asked = questions.Count == 0 ? null : questions.Where(a => a.HasLeft).Select(a => a.Municipality).OfType<MunicipalityCode>().Distinct().Count();
        return new Shown(snapshot, Differing(read.Paper, again, report.Content == PaperText.Write(again)), await Name(report.MadeBy) ?? "", await Name(report.PublishedBy), asked)
        {
            Sent = dispatches?.Taking(report.Id), InRound = session.Facts.MunicipalitiesOf(read.Recommendation, session.Today).Count(),
            TellsGoAhead = (await GoAheadTold.Of(session, read.Recommendation, cancellation)).IsIn(snapshot.Day, snapshot.TakenAt),
        };
    }

    /// <summary>The parts that come out otherwise when the report is made again, by their headings; none when it comes out the same.</summary>
    internal static IReadOnlyList<string> Differing(Paper made, Paper again, bool isSame)
    {
        if (isSame) return [];

        var before = Parts(made).ToDictionary(p => p.Heading, p => p.Text);
        var after = Parts(again).ToDictionary(p => p.Heading, p => p.Text);
        return [.. before.Keys.Union(after.Keys).Where(heading => before.GetValueOrDefault(heading) != after.GetValueOrDefault(heading)).DefaultIfEmpty(made.Title)];
    }

    private static IEnumerable<(string Heading, string Text)> Parts(Paper paper)
    {
        var (heading, pieces) = (paper.Title, new List<Piece>());
        foreach (var piece in paper.Pieces)
        {
            if (piece is Piece.Heading { Level: 1 } next)
            {
                yield return (heading, PaperText.Write(paper with { Pieces = pieces }));
                (heading, pieces) = (next.Text, []);
            }

            pieces.Add(piece);
        }

        yield return (heading, PaperText.Write(paper with { Pieces = pieces }));
    }

    /// <summary>What is found.</summary>
    /// <param name="Snapshot">The saved state that it was made from.</param>
    /// <param name="Differing">The parts that come out otherwise when it is made again; none when it is the same to the letter.</param>
    /// <param name="By">Who made it.</param>
    /// <param name="PublishedBy">Who published it; null while nobody has.</param>
    /// <param name="Asked">How many municipalities the question has left for; null where it was never sent from here.</param>
    public sealed record Shown(Snapshot Snapshot, IReadOnlyList<string> Differing, string By, string? PublishedBy, int? Asked)
    {
        /// <summary>How many municipalities are asked in all, from here or not.</summary>
        public int InRound { get; init; }

        /// <summary>True when it stands in it whether the recommendation goes ahead.</summary>
        public bool TellsGoAhead { get; init; }

        /// <summary>The dispatch that tells of it; null when none is prepared.</summary>
        public DispatchLine? Sent { get; init; }

        /// <summary>True while none is prepared, or what was released was stopped on its way.</summary>
        public bool MayPrepare => Sent is null || (Sent.Dispatch.State is DispatchState.Released && ReportLettersInDb.MayGoOut([.. Sent.Count.States.Keys]));
    }
}

/// <summary>The reports of a recommendation, the latest first, and the saved states that one can be made from. Null where there is none.</summary>
/// <param name="Slug">The recommendation.</param>
[Requires(Permission.ReadDrafts)]
public sealed record ReportsOf(string Slug) : IQuery<ReportList?>
{
    /// <inheritdoc/>
    public async Task<ReportList?> Answer(Session session, CancellationToken cancellation)
    {
        if (session.Facts.Recommendation(Slug) is not { IsDraft: false } asked) return null;

        var lines = await (
            from r in session.Db.Reports
            join s in session.Db.Snapshots on r.SnapshotId equals s.Id
            join p in session.Db.People on r.MadeBy equals p.Id
            where r.RecommendationId == asked.Id
            orderby r.Number descending
            select new ReportLine(r.Id, r.Number, s.Name, s.Day, s.TakenAt, r.MadeAt, p.Name, r.QuotesConditions, r.QuotesReasons, r.PublishedAt)).ToListAsync(cancellation);
        var goAhead = await GoAheadTold.Of(session, asked, cancellation);
        var askedOn = asked.AskedOn;
        var states = await session.Db.Snapshots.Where(s => s.RecommendationId == asked.Id && s.Day >= askedOn).OrderByDescending(s => s.TakenAt)
            .Select(s => new SavedState(s.Id, s.Name, s.Day)).ToListAsync(cancellation);
        return new ReportList(asked, session.Today, [.. lines.Select(l => l with { TellsGoAhead = goAhead.IsIn(l.Day, l.TakenAt) })], states);
    }
}

/// <summary>The reports of a recommendation.</summary>
/// <param name="Recommendation">The recommendation.</param>
/// <param name="Today">Today in Sweden.</param>
/// <param name="Lines">The reports, the latest first.</param>
/// <param name="States">The saved states, the latest first.</param>
public sealed record ReportList(Recommendation Recommendation, DateOnly Today, IReadOnlyList<ReportLine> Lines, IReadOnlyList<SavedState> States);

/// <summary>A report in the list.</summary>
public sealed record ReportLine(ReportId Id, int Number, string From, DateOnly Day, DateTimeOffset TakenAt, DateTimeOffset MadeAt, string By, bool QuotesConditions, bool QuotesReasons, DateTimeOffset? PublishedAt)
{
    /// <summary>True when it stands in it whether the recommendation goes ahead.</summary>
    public bool TellsGoAhead { get; init; }
}

/// <summary>A saved state that a report can be made from.</summary>
public sealed record SavedState(SnapshotId Id, string Name, DateOnly Day);
