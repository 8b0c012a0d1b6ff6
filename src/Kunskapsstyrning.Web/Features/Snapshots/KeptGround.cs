using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Reference;

namespace Kunskapsstyrning.Web.Features.Snapshots;

/// <summary>What a snapshot keeps to be counted from again: everything but the answers, which are facts and never change.</summary>
internal sealed record KeptGround(
    FrozenRecommendation Recommendation, DateOnly Today, string? ExampleNotice, IReadOnlyList<int> Years, IReadOnlyDictionary<string, DateOnly> Ended, KeptCurve? Earlier, IReadOnlyList<KeptRow> Rows)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>What a state is counted from just now.</summary>
    public static KeptGround Of(ReferenceFacts facts, RecommendationState state)
    {
        var ground = CountingGround.Of(facts, state.Recommendation, state.AsOf);
        return new KeptGround(
            state.Recommendation.Frozen(state.AsOf), state.Today, state.ExampleNotice, ground.Years,
            facts.Municipalities.Where(m => m.ValidThrough is not null).ToDictionary(m => m.Code.Digits, m => m.ValidThrough!.Value),
            state.PreviousCurve is { } earlier ? new KeptCurve(earlier.ShortTitle, earlier.Deadline, earlier.Steps) : null,
            [.. ground.Rows.Select(KeptRow.Of)]);
    }

    /// <summary>As it was written.</summary>
    public static KeptGround Read(string text) => JsonSerializer.Deserialize<KeptGround>(text, Json)!;

    /// <summary>What came of a state, as it is written.</summary>
    public static string Figures(RecommendationState state) => JsonSerializer.Serialize(
        new
        {
            Counts = Ui.Swedish.Statuses.Select(s => new { Status = s.ToString(), state.Adoption[s].Municipalities, state.Adoption[s].Inhabitants, Fees = Plain(state.Adoption[s].FirstYearFees) }),
            Secured = state.Adoption.Secured.OrderBy(y => y.Key).ToDictionary(y => y.Key, y => Plain(y.Value)),
            Possible = state.Adoption.Possible.OrderBy(y => y.Key).ToDictionary(y => y.Key, y => Plain(y.Value)),
        }, Json);

    /// <summary>As it is written.</summary>
    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>The state as it was registered.</summary>
    public RecommendationState StateOf(Snapshot snapshot, Answers answers)
    {
        var ground = new CountingGround([.. Rows.Select(r => r.ToGround())], Years, code => Ended.TryGetValue(code.Digits, out var last) ? last : null);
        return Overview.StateOfRecommendation.StateOf(ground, Domain.Recommendations.Recommendation.As(Recommendation), answers, snapshot.AsOf, Today, ExampleNotice) with
        {
            PreviousCurve = Earlier is { } earlier ? new EarlierCurve(earlier.Title, earlier.Deadline, earlier.Steps) : null,
            Sequence = snapshot.RegisteredThrough,
        };
    }

    private static decimal? Plain(Kronor? kronor) => kronor is { } k ? Rounding.WithoutTrailingZeros(k.Amount) : null;
}

/// <summary>The curve of the round before, as it was.</summary>
internal sealed record KeptCurve(string Title, DateOnly Deadline, IReadOnlyList<CurveStep> Steps);

/// <summary>A municipality with its inhabitants and fees, as they were.</summary>
internal sealed record KeptRow(
    string Code, string Name, DateOnly From, int Column, int Row, decimal Latitude, decimal Longitude, string County, int? Inhabitants, decimal? Fee, IReadOnlyDictionary<int, decimal> Paid)
{
    public static KeptRow Of(GroundRow row) => new(
        row.Municipality.Code.Digits, row.Municipality.Name, row.Municipality.ValidFrom, row.Municipality.Tile.Column, row.Municipality.Tile.Row, row.Municipality.Latitude, row.Municipality.Longitude,
        row.County.Name, row.Inhabitants, row.FirstYearFee?.Amount, row.Paid.ToDictionary(p => p.Key, p => p.Value.Amount));

    public GroundRow ToGround() => new(
        new Municipality(new MunicipalityCode(Code), Name, From, new TilePlace(Column, Row), Latitude, Longitude), new County(Code[..2], County), Inhabitants,
        Fee is { } fee ? new Kronor(fee) : null, Paid.ToDictionary(p => p.Key, p => new Kronor(p.Value)));
}
