using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Persistence.Mappings;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Snapshots;

/// <summary>What somebody did after a state was saved.</summary>
public enum SinceKind
{
    /// <summary>An answer that came after the day of the state.</summary>
    NewAnswer,
    /// <summary>An answer that belongs to the day of the state, registered after it was saved.</summary>
    LateArrival,
    /// <summary>What was registered was corrected.</summary>
    Correction,
    /// <summary>What was registered was taken back.</summary>
    Retraction,
}

/// <summary>Something that has been registered since a state was saved.</summary>
/// <param name="Sequence">Its number in the history.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Decision">The decision it is about.</param>
/// <param name="Municipality">Whose.</param>
/// <param name="Kind">What was done.</param>
/// <param name="From">The municipality's status before, as it is read today.</param>
/// <param name="To">Its status after.</param>
/// <param name="ChangesTheDay">True when the day of the state would be told otherwise now.</param>
/// <param name="Reason">Why, in the words of who did it; null where none is asked for.</param>
public sealed record HappenedSince(long Sequence, DateTimeOffset At, DecisionId Decision, string Municipality, SinceKind Kind, Status From, Status To, bool ChangesTheDay, string? Reason)
{
    internal static IReadOnlyList<HappenedSince> Told(IEnumerable<RegisteredFact> facts, Recommendation asked, Answers answers, Snapshot snapshot, Session session)
    {
        Status On(RegisteredFact fact, DateOnly day, long through) => asked.StandingOf(answers.Of(fact.Municipality), new AsOf(day, snapshot.Basis, through)).Status;
        return [.. facts.OrderByDescending(f => f.Sequence).Select(f => new HappenedSince(
            f.Sequence, f.At, f.Decision, session.Facts.Municipality(f.Municipality)?.Name ?? f.Municipality.Digits, KindOf(f, snapshot),
            On(f, session.Today, f.Sequence - 1), On(f, session.Today, f.Sequence), On(f, snapshot.Day, f.Sequence - 1) != On(f, snapshot.Day, f.Sequence), f.Reason))];
    }

    private static SinceKind KindOf(RegisteredFact fact, Snapshot snapshot) => fact switch
    {
        { Content: null } => SinceKind.Retraction,
        { Number: > 1 } => SinceKind.Correction,
        { Content: { } content } => content.DayBy(snapshot.Basis) <= snapshot.Day ? SinceKind.LateArrival : SinceKind.NewAnswer,
    };
}

/// <summary>A version of a decision, or that it was taken back, as it was registered.</summary>
internal sealed record RegisteredFact(long Sequence, DateTimeOffset At, DecisionId Decision, MunicipalityCode Municipality, int Number, DecisionContent? Content, string? Reason);

/// <summary>Reads what has been registered.</summary>
internal static class RegisteredFacts
{
    /// <summary>Everything about a recommendation after a number in the history.</summary>
    public static async Task<IReadOnlyList<RegisteredFact>> RegisteredSince(this Db db, RecommendationId recommendation, long through, CancellationToken cancellation)
    {
        var versions = await db.Decisions.Where(d => d.RecommendationId == recommendation)
            .SelectMany(d => d.Versions, (d, v) => new { d.MunicipalityCode, Version = v, Sequence = EF.Property<long>(v, FactSequence.Column), Why = v.Walled == null ? null : v.Walled.Why })
            .Where(v => v.Sequence > through).ToListAsync(cancellation);
        var retractions = await db.Decisions.Where(d => d.RecommendationId == recommendation && d.Retraction != null && EF.Property<long>(d.Retraction, FactSequence.Column) > through)
            .Select(d => new { d.Id, d.MunicipalityCode, d.Retraction!.RecordedAt, Sequence = EF.Property<long>(d.Retraction, FactSequence.Column), Why = d.Retraction.Walled == null ? null : d.Retraction.Walled.Reason }).ToListAsync(cancellation);
        return
        [
            .. versions.Select(v => new RegisteredFact(v.Sequence, v.Version.RecordedAt, v.Version.DecisionId, v.MunicipalityCode, v.Version.Number, v.Version.Content, v.Why)),
            .. retractions.Select(r => new RegisteredFact(r.Sequence, r.RecordedAt, r.Id, r.MunicipalityCode, 0, null, r.Why)),
        ];
    }
}
