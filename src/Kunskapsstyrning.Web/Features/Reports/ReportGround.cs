using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Reports;
using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Persistence.Mappings;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Features.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Reports;

/// <summary>What a report is made from: a saved state, counted again, and what municipalities had said in their own words by then.</summary>
/// <param name="Snapshot">The saved state.</param>
/// <param name="State">It counted again.</param>
/// <param name="Words">Conditions and reasons of the decisions that statuses rest on; only what is to be quoted.</param>
/// <param name="Quotes">What is to be quoted.</param>
internal sealed record ReportGround(Snapshot Snapshot, RecommendationState State, IReadOnlyDictionary<DecisionId, DecisionDetails> Words, ReportQuotes Quotes)
{
    /// <summary>Reads it, as it was registered when the state was saved.</summary>
    public static async Task<ReportGround> Of(Db db, Snapshot snapshot, ReportQuotes quotes, CancellationToken cancellation)
    {
        var state = KeptGround.Read(snapshot.Ground).StateOf(snapshot, await db.AnswersTo(snapshot.RecommendationId, cancellation));
        List<DecisionId> quoted = [.. state.Rows.Where(r => Quoted(r.Standing.Status, quotes)).Select(r => r.Standing.RestsOn!.Value)];
        return new ReportGround(snapshot, state, quoted.Count == 0 ? new Dictionary<DecisionId, DecisionDetails>() : await Said(db, quoted, snapshot.RegisteredThrough, cancellation), quotes);
    }

    /// <summary>What was said in the decision that a municipality's status rests on; nothing where it is not quoted.</summary>
    public DecisionDetails WordsOf(MunicipalityRow row) => row.Standing.RestsOn is { } id ? Words.GetValueOrDefault(id, DecisionDetails.None) : DecisionDetails.None;

    /// <summary>The municipalities in a status, by name.</summary>
    public IReadOnlyList<MunicipalityRow> In(Status status) => [.. State.Rows.Where(r => r.Standing.Status == status).OrderBy(r => Ui.Swedish.Key(r.Municipality.Name))];

    /// <summary>True where fees are set.</summary>
    public bool HasFees => State.Adoption[Status.NoResponse].FirstYearFees is not null;

    private static bool Quoted(Status status, ReportQuotes quotes) => status switch
    {
        Status.AdoptedWithReservation => quotes.Conditions,
        Status.Declined => quotes.Reasons,
        _ => false,
    };

    private static async Task<IReadOnlyDictionary<DecisionId, DecisionDetails>> Said(Db db, List<DecisionId> quoted, long through, CancellationToken cancellation)
    {
        var said = await db.Decisions.Where(d => quoted.Contains(d.Id))
            .SelectMany(d => d.Versions, (d, v) => new { d.Id, v.Number, v.Walled, Sequence = EF.Property<long>(v, FactSequence.Column) })
            .Where(v => v.Sequence <= through).ToListAsync(cancellation);
        return said.GroupBy(v => v.Id).ToDictionary(d => d.Key, d => d.MaxBy(v => v.Number)!.Walled?.Details ?? DecisionDetails.None);
    }
}
