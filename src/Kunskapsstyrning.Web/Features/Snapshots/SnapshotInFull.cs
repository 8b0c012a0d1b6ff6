using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Reference;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Snapshots;

/// <summary>The saved states of a recommendation, the latest first. Null where there is no such recommendation.</summary>
[Requires(Permission.ReadDrafts)]
internal sealed record SnapshotsOf(string Slug) : IQuery<SnapshotsOf.Shown?>
{
    public async Task<Shown?> Answer(Session session, CancellationToken cancellation)
    {
        if (session.Facts.Recommendation(Slug) is not { } asked) return null;

        var all = await session.Db.Snapshots.Where(s => s.RecommendationId == asked.Id).OrderByDescending(s => s.TakenAt)
            .Select(s => new SnapshotLine(s.Id, s.Name, s.Purpose, s.Day, s.Basis, s.TakenAt, session.Db.People.Where(p => p.Id == s.TakenBy).Select(p => p.Name).FirstOrDefault() ?? "")).ToListAsync(cancellation);
        return new Shown(asked, session.Today, all);
    }

    internal sealed record Shown(Recommendation Recommendation, DateOnly Today, IReadOnlyList<SnapshotLine> Lines);
}

/// <summary>A saved state in the list.</summary>
public sealed record SnapshotLine(SnapshotId Id, string Name, string Purpose, DateOnly Day, Basis Basis, DateTimeOffset TakenAt, string TakenBy);

/// <summary>A saved state as it was, counted again, with what has happened since, and what differs from another one. Null where there is none.</summary>
/// <param name="Slug">The recommendation.</param>
/// <param name="Id">The snapshot.</param>
/// <param name="Against">Another one to hold it against; null when none is asked for.</param>
[Requires(Permission.ReadDrafts)]
internal sealed record SnapshotInFull(string Slug, SnapshotId Id, SnapshotId? Against = null) : IQuery<SnapshotInFull.Shown?>
{
    public async Task<Shown?> Answer(Session session, CancellationToken cancellation)
    {
        if (session.Facts.Recommendation(Slug) is not { } asked) return null;
        if (await session.Db.Snapshots.SingleOrDefaultAsync(s => s.Id == Id && s.RecommendationId == asked.Id, cancellation) is not { } snapshot) return null;

        var answers = await session.Db.AnswersTo(asked.Id, cancellation);
        var state = KeptGround.Read(snapshot.Ground).StateOf(snapshot, answers) with { Boundaries = await BoundaryFacts.When(session.Db, snapshot.RegisteredThrough, cancellation) };
        var other = Against is { } against ? await session.Db.Snapshots.SingleOrDefaultAsync(s => s.Id == against && s.RecommendationId == asked.Id, cancellation) : null;
        var compared = other is null ? null : SnapshotDifference.Between(snapshot, state, other, KeptGround.Read(other.Ground).StateOf(other, answers));
        var since = await session.Db.RegisteredSince(asked.Id, snapshot.RegisteredThrough, cancellation);
        return new Shown(snapshot, state, KeptGround.Figures(state) == snapshot.Figures, HappenedSince.Told(since, asked, answers, snapshot, session), compared, session.Now, session.Site);
    }

    /// <summary>What is found.</summary>
    /// <param name="Snapshot">The saved state.</param>
    /// <param name="State">It counted again.</param>
    /// <param name="Agrees">True when that is what came of it when it was saved.</param>
    /// <param name="Since">What has been registered since, the latest first.</param>
    /// <param name="Difference">What differs from the other one; null when none is asked for.</param>
    /// <param name="Now">The moment.</param>
    /// <param name="Site">Where people reach the site; null when it is not set.</param>
    internal sealed record Shown(Snapshot Snapshot, RecommendationState State, bool Agrees, IReadOnlyList<HappenedSince> Since, SnapshotDifference? Difference, DateTimeOffset Now, Uri? Site);
}

/// <summary>What differs between two saved states of the same recommendation: first that of the earlier day, and of the same day the earlier saved.</summary>
public sealed record SnapshotDifference(Snapshot From, RecommendationState FromState, Snapshot To, RecommendationState ToState, IReadOnlyList<SnapshotChange> Changes)
{
    /// <summary>True when both are counted by the same day: else a difference may be of the counting alone.</summary>
    public bool CountsAlike => From.Basis == To.Basis;

    internal static SnapshotDifference Between(Snapshot one, RecommendationState oneState, Snapshot other, RecommendationState otherState)
    {
        var (from, fromState, to, toState) = (one.Day, one.TakenAt).CompareTo((other.Day, other.TakenAt)) <= 0 ? (one, oneState, other, otherState) : (other, otherState, one, oneState);
        var before = fromState.Rows.ToDictionary(r => r.Municipality.Code);
        return new SnapshotDifference(from, fromState, to, toState,
            [.. toState.Rows.Where(r => before.TryGetValue(r.Municipality.Code, out var then) && then.Standing.Status != r.Standing.Status)
                .Select(r => new SnapshotChange(r.Municipality.Name, before[r.Municipality.Code].Standing.Status, r.Standing.Status)).OrderBy(c => c.Municipality, Ui.Swedish.Order)]);
    }
}

/// <summary>A municipality whose status is another.</summary>
public sealed record SnapshotChange(string Municipality, Status From, Status To);
