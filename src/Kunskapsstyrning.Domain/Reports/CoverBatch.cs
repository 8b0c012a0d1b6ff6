using Kunskapsstyrning.Domain.Decisions;

namespace Kunskapsstyrning.Domain.Reports;

/// <summary>Identifies a batch of covers.</summary>
public readonly record struct CoverBatchId(Guid Value);

/// <summary>How far a batch of covers has come.</summary>
public enum CoverBatchState
{
    /// <summary>Some are printed, or none yet.</summary>
    Printing = 1,
    /// <summary>All are printed, and can be had.</summary>
    Done,
    /// <summary>Somebody stopped it.</summary>
    Cancelled,
    /// <summary>One could not be printed.</summary>
    Failed,
    /// <summary>They were kept for as long as they are kept.</summary>
    Expired,
}

/// <summary>A cover to a report for each municipality, with its own answer and fee, printed in one go. They can be had when all are there, and for a week.</summary>
public sealed class CoverBatch : Aggregate
{
    /// <summary>How long they are kept once they are printed. They can be printed again.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private CoverBatch() { }

    /// <summary>Begins to print.</summary>
    /// <param name="id">Identity.</param>
    /// <param name="report">The report that they go with.</param>
    /// <param name="templateVersion">The version of the template that all are written from.</param>
    /// <param name="municipalities">How many covers there are to be.</param>
    /// <param name="started">Who asked, and when.</param>
    public CoverBatch(CoverBatchId id, Report report, int templateVersion, int municipalities, Recorded started)
    {
        (Id, ReportId, RecommendationId, TemplateVersion, Municipalities) = (id, report.Id, report.RecommendationId, templateVersion, municipalities);
        (StartedBy, StartedAt, State, StateSince) = (started.By, started.At, CoverBatchState.Printing, started.At);
        Record(new CoversRequested(id, RecommendationId, report.Id, templateVersion, municipalities));
    }

    /// <summary>Identity.</summary>
    public CoverBatchId Id { get; private set; }

    /// <summary>The report that they go with.</summary>
    public ReportId ReportId { get; private set; }

    /// <summary>What it tells of.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>The version of the template that all are written from.</summary>
    public int TemplateVersion { get; private set; }

    /// <summary>How many covers there are to be.</summary>
    public int Municipalities { get; private set; }

    /// <summary>Who asked.</summary>
    public PersonId StartedBy { get; private set; }

    /// <summary>When it was asked for, in UTC. All are dated that day, also when they are printed later.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>How far it has come.</summary>
    public CoverBatchState State { get; private set; }

    /// <summary>Since when, in UTC.</summary>
    public DateTimeOffset StateSince { get; private set; }

    /// <summary>When those that are printed are removed, in UTC; null while they are not all there.</summary>
    public DateTimeOffset? KeptUntil => State is CoverBatchState.Done ? StateSince + Kept : null;

    /// <summary>Stops it.</summary>
    public Result Cancel(DateTimeOffset now) => End(CoverBatchState.Cancelled, now);

    /// <summary>All are printed, or one could not be.</summary>
    public Result Finish(int printed, DateTimeOffset now) => End(printed == Municipalities ? CoverBatchState.Done : CoverBatchState.Failed, now);

    /// <summary>They have been kept for long enough; false when they have not.</summary>
    public bool Expire(DateTimeOffset now)
    {
        if (KeptUntil is not { } until || now < until) return false;

        (State, StateSince) = (CoverBatchState.Expired, now);
        return true;
    }

    private Result End(CoverBatchState state, DateTimeOffset now)
    {
        if (State is not CoverBatchState.Printing) return CoverRefusals.NotPrinting;

        (State, StateSince) = (state, now);
        Record(new CoversEnded(Id, RecommendationId, state));
        return Result.Done;
    }
}

/// <summary>A cover of a batch, printed. Kept so that what is printed need not be printed again when the program is stopped.</summary>
public sealed class PrintedCover
{
    private PrintedCover() { }

    /// <summary>A cover.</summary>
    public PrintedCover(CoverBatchId batch, MunicipalityCode municipality, byte[] pdf) => (BatchId, MunicipalityCode, Pdf) = (batch, municipality, pdf);

    /// <summary>The batch.</summary>
    public CoverBatchId BatchId { get; private set; }

    /// <summary>To whom.</summary>
    public MunicipalityCode MunicipalityCode { get; private set; }

    /// <summary>The cover.</summary>
    public byte[] Pdf { get; private set; } = [];
}

/// <summary>The sentences with which a batch of covers is refused.</summary>
public static class CoverRefusals
{
    /// <summary>One is being printed.</summary>
    public static readonly Refusal AlreadyPrinting = new("covers-printing", "Följebreven skrivs redan ut.");

    /// <summary>It has ended.</summary>
    public static readonly Refusal NotPrinting = new("covers-not-printing", "Utskriften pågår inte längre.");

    /// <summary>The links would lead nowhere.</summary>
    public static readonly Refusal NoSiteAddress = new("covers-no-site-address", "Följebreven kan inte skrivas ut: webbplatsens adress är inte inställd, så länken i dem skulle inte leda någonstans. Be den som sköter driften att ange Site:Address.");
}

/// <summary>Somebody asked for a cover to a report for each municipality.</summary>
public sealed record CoversRequested(CoverBatchId Batch, RecommendationId RecommendationId, ReportId Report, int TemplateVersion, int Municipalities) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Batch.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? After => new { Report = Report.Value, TemplateVersion, Municipalities };
}

/// <summary>All were printed, or they were not going to be.</summary>
public sealed record CoversEnded(CoverBatchId Batch, RecommendationId RecommendationId, CoverBatchState State) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Batch.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? After => new { State };
}
