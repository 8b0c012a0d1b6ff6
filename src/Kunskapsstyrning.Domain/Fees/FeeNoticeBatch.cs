using Kunskapsstyrning.Domain.Decisions;

namespace Kunskapsstyrning.Domain.Fees;

/// <summary>Identifies a batch of fee notices.</summary>
public readonly record struct FeeNoticeBatchId(Guid Value);

/// <summary>How far a batch of fee notices has come.</summary>
public enum FeeNoticeBatchState
{
    /// <summary>Some are printed, or none yet.</summary>
    Printing = 1,
    /// <summary>All are printed, and can be had.</summary>
    Done,
    /// <summary>Somebody stopped it.</summary>
    Cancelled,
    /// <summary>The fees got a new version meanwhile, so that the first would say other than the last.</summary>
    Overtaken,
    /// <summary>One could not be printed.</summary>
    Failed,
    /// <summary>They were kept for as long as they are kept.</summary>
    Expired,
}

/// <summary>The fee notices of every municipality for a year, printed in one go. They can be had when all are there, and for a week.</summary>
public sealed class FeeNoticeBatch : Aggregate
{
    /// <summary>How long they are kept once they are printed. They can be printed again.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private FeeNoticeBatch() { }

    /// <summary>Begins to print.</summary>
    /// <param name="id">Identity.</param>
    /// <param name="recommendation">What the fees are for.</param>
    /// <param name="year">The year.</param>
    /// <param name="version">The allocation version that holds.</param>
    /// <param name="municipalities">How many notices there are to be.</param>
    /// <param name="started">Who asked, and when.</param>
    public FeeNoticeBatch(FeeNoticeBatchId id, RecommendationId recommendation, int year, int version, int municipalities, Recorded started)
    {
        (Id, RecommendationId, Year, Version, Municipalities) = (id, recommendation, year, version, municipalities);
        (StartedBy, StartedAt, State, StateSince) = (started.By, started.At, FeeNoticeBatchState.Printing, started.At);
        Record(new FeeNoticesAsked(id, recommendation, year, version, municipalities));
    }

    /// <summary>Identity.</summary>
    public FeeNoticeBatchId Id { get; private set; }

    /// <summary>What the fees are for.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>The year.</summary>
    public int Year { get; private set; }

    /// <summary>The allocation version that all of them tell of.</summary>
    public int Version { get; private set; }

    /// <summary>How many notices there are to be.</summary>
    public int Municipalities { get; private set; }

    /// <summary>Who asked.</summary>
    public PersonId StartedBy { get; private set; }

    /// <summary>When it was asked for, in UTC. All are dated that day, also when they are printed later.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>How far it has come.</summary>
    public FeeNoticeBatchState State { get; private set; }

    /// <summary>Since when, in UTC.</summary>
    public DateTimeOffset StateSince { get; private set; }

    /// <summary>When those that are printed are removed, in UTC; null while they are not all there.</summary>
    public DateTimeOffset? KeptUntil => State is FeeNoticeBatchState.Done ? StateSince + Kept : null;

    /// <summary>Stops it.</summary>
    public Result Cancel(DateTimeOffset now) => End(FeeNoticeBatchState.Cancelled, now);

    /// <summary>All are printed.</summary>
    /// <param name="printed">How many there are.</param>
    /// <param name="now">The moment.</param>
    public Result Finish(int printed, DateTimeOffset now) => End(printed == Municipalities ? FeeNoticeBatchState.Done : FeeNoticeBatchState.Overtaken, now);

    /// <summary>The fees got a new version meanwhile.</summary>
    public Result Overtake(DateTimeOffset now) => End(FeeNoticeBatchState.Overtaken, now);

    /// <summary>One could not be printed.</summary>
    public Result Fail(DateTimeOffset now) => End(FeeNoticeBatchState.Failed, now);

    /// <summary>They have been kept for long enough; false when they have not.</summary>
    public bool Expire(DateTimeOffset now)
    {
        if (KeptUntil is not { } until || now < until) return false;

        (State, StateSince) = (FeeNoticeBatchState.Expired, now);
        return true;
    }

    private Result End(FeeNoticeBatchState state, DateTimeOffset now)
    {
        if (State is not FeeNoticeBatchState.Printing) return FeeNoticeRefusals.NotPrinting;

        (State, StateSince) = (state, now);
        Record(new FeeNoticesEnded(Id, RecommendationId, state));
        return Result.Done;
    }
}

/// <summary>A fee notice of a batch, printed. Kept so that what is printed need not be printed again when the program is stopped.</summary>
public sealed class PrintedNotice
{
    private PrintedNotice() { }

    /// <summary>A notice.</summary>
    public PrintedNotice(FeeNoticeBatchId batch, MunicipalityCode municipality, byte[] pdf) => (BatchId, MunicipalityCode, Pdf) = (batch, municipality, pdf);

    /// <summary>The batch.</summary>
    public FeeNoticeBatchId BatchId { get; private set; }

    /// <summary>Whose fee it tells of.</summary>
    public MunicipalityCode MunicipalityCode { get; private set; }

    /// <summary>The notice.</summary>
    public byte[] Pdf { get; private set; } = [];
}

/// <summary>The sentences with which a batch of fee notices is refused.</summary>
public static class FeeNoticeRefusals
{
    /// <summary>No fee.</summary>
    public static readonly Refusal NoFee = new("fee-notices-no-fee", "Ingen avgift är fastställd för året, så det finns inga avgiftsbesked att skriva ut.");

    /// <summary>One is being printed.</summary>
    public static readonly Refusal AlreadyPrinting = new("fee-notices-printing", "Avgiftsbeskeden skrivs redan ut.");

    /// <summary>It has ended.</summary>
    public static readonly Refusal NotPrinting = new("fee-notices-not-printing", "Utskriften pågår inte längre.");
}

/// <summary>Somebody asked for the fee notices of every municipality for a year.</summary>
public sealed record FeeNoticesAsked(FeeNoticeBatchId Batch, RecommendationId RecommendationId, int Year, int Version, int Municipalities) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Batch.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? After => new { Year, Version, Municipalities };
}

/// <summary>All were printed, or they were not going to be.</summary>
public sealed record FeeNoticesEnded(FeeNoticeBatchId Batch, RecommendationId RecommendationId, FeeNoticeBatchState State) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Batch.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? After => new { State };
}
