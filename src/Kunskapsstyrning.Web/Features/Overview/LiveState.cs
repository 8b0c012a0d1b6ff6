using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Reports;
using Kunskapsstyrning.Web.Reference;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Overview;

/// <summary>
/// How a recommendation stands today, with its counts kept up: what has been registered since moves it on, and then only the municipalities
/// whose answers changed are counted anew. One never changes; moved on it is another.
/// </summary>
internal sealed class LiveState
{
    private readonly Ground _ground;
    private readonly MunicipalityRow[] _rows;
    private readonly Tallies _tallies;
    private readonly Lazy<RecommendationState> _state;

    private LiveState(Ground ground, Answers answers, MunicipalityRow[] rows, Tallies tallies)
    {
        (_ground, Answers, _rows, _tallies) = (ground, answers, rows, tallies);
        _state = new Lazy<RecommendationState>(Told);
    }

    /// <summary>The day that it is for, and the question: what had arrived.</summary>
    public AsOf AsOf => _ground.AsOf;

    /// <summary>Every answer.</summary>
    public Answers Answers { get; }

    /// <summary>The state.</summary>
    public RecommendationState State => _state.Value;

    /// <summary>True when all that the threshold states is reached; never where it states nothing that can be counted.</summary>
    public bool HasReachedThreshold => Meters is { Count: > 0 } meters && meters.All(m => m.IsReached);

    /// <summary>How far it has come towards each thing that the threshold states.</summary>
    public IReadOnlyList<ThresholdMeter> Meters => _ground.Asked.Threshold is { } threshold ? ThresholdMeter.Of(threshold, new Adoption(_tallies.Adoption), [], [], []) : [];

    /// <summary>The state counted from the beginning.</summary>
    public static LiveState Of(ReferenceFacts facts, Recommendation asked, Answers answers)
    {
        var ground = new Ground(facts, asked);
        var (rows, tallies) = (ground.Rows.Select(row => ground.RowOf(row, answers)).ToArray(), ground.Nobody());
        foreach (var (row, line) in ground.Rows.Zip(rows)) tallies.Put(row, line);
        foreach (var code in answers.Municipalities) ground.Put(tallies, code, answers.Of(code));
        return new LiveState(ground, answers, rows, tallies);
    }

    /// <summary>The state with what some municipalities have decided in place of what they had; the same when there are none.</summary>
    public LiveState MovedOn(IReadOnlyCollection<DecisionRow> changed)
    {
        if (changed.Count == 0) return this;

        var now = new Answers(changed);
        var (answers, rows, tallies) = (Answers.With(now), _rows.ToArray(), _tallies.Copy());
        foreach (var code in now.Municipalities)
        {
            _ground.Take(tallies, code, Answers.Of(code));
            _ground.Put(tallies, code, answers.Of(code));
            if (_ground.PlaceOf(code) is not { } place) continue;

            tallies.Take(_ground.Rows[place], rows[place]);
            rows[place] = _ground.RowOf(_ground.Rows[place], answers);
            tallies.Put(_ground.Rows[place], rows[place]);
        }

        return new LiveState(_ground, answers, rows, tallies);
    }

    private RecommendationState Told() =>
        new(_ground.Asked, _ground.AsOf, _ground.AsOf.Day, new Adoption(_tallies.Adoption), _rows, [.. _tallies.Curve.Steps().Select(s => new CurveStep(s.Day, (int)s.Sum))], null, Answers.Sequence, _ground.Notice)
        {
            Fees = _ground.Fees,
            Report = _ground.Report,
            Boundaries = _ground.Boundaries,
            NameOrder = _ground.NameOrder,
            Tally = _tallies.Rows,
            InhabitantsCurve = _tallies.Inhabitants?.Steps() ?? [],
            FeesCurve = _tallies.Fees?.Steps() ?? [],
        };

    /// <summary>All that is kept up.</summary>
    private sealed record Tallies(AdoptionTally Adoption, RowTally Rows, CurveTally Curve, CurveTally? Inhabitants, CurveTally? Fees)
    {
        public Tallies Copy() => new(Adoption.Copy(), Rows.Copy(), Curve.Copy(), Inhabitants?.Copy(), Fees?.Copy());

        public void Put(GroundRow ground, MunicipalityRow row)
        {
            Adoption.Add(LineOf(ground, row));
            Rows.Add(row);
        }

        public void Take(GroundRow ground, MunicipalityRow row)
        {
            Adoption.Remove(LineOf(ground, row));
            Rows.Remove(row);
        }

        private static AdoptionRow LineOf(GroundRow ground, MunicipalityRow row) => new(ground.Municipality.Code, row.Standing, ground.Inhabitants ?? 0, ground.Paid);
    }

    /// <summary>What does not change when answers do.</summary>
    private sealed class Ground
    {
        private readonly CountingGround _ground;
        private readonly DateOnly _borders;
        private readonly Dictionary<MunicipalityCode, int> _places;

        public Ground(ReferenceFacts facts, Recommendation asked)
        {
            (Asked, AsOf, Notice) = (asked, new AsOf(facts.Today), facts.ExampleNotice(asked.Id));
            Fees = [.. facts.FeesOf(asked.Id)];
            Report = facts.ReportOf(asked.Id);
            Boundaries = facts.Boundaries;
            (_ground, _borders) = (CountingGround.Of(facts, asked, AsOf), asked.BordersOn(AsOf.Day));
            _places = Rows.Select((row, place) => (row.Municipality.Code, place)).ToDictionary(r => r.Code, r => r.place);
            NameOrder = [.. Enumerable.Range(0, Rows.Count).OrderBy(place => Swedish.Key(Rows[place].Municipality.Name))];
        }

        public Recommendation Asked { get; }

        public AsOf AsOf { get; }

        public string? Notice { get; }

        public IReadOnlyList<PeriodFees> Fees { get; }

        public ReportId? Report { get; }

        public BoundaryFacts? Boundaries { get; }

        public IReadOnlyList<int> NameOrder { get; }

        public IReadOnlyList<GroundRow> Rows => _ground.Rows;

        public int? PlaceOf(MunicipalityCode code) => _places.TryGetValue(code, out var place) ? place : null;

        public MunicipalityRow RowOf(GroundRow row, Answers answers) => StateOfRecommendation.RowOf(row, Asked, answers, AsOf);

        public Tallies Nobody()
        {
            CurveTally Curve() => new(AsOf, Asked.FundingYears.First);
            return new Tallies(_ground.Tally(Asked, AsOf.Day), new RowTally(Rows.Select(r => r.County).DistinctBy(c => c.Code)), Curve(), Asked.Threshold?.ShareOfInhabitants is null ? null : Curve(), Asked.Threshold?.Secured is null ? null : Curve());
        }

        public void Put(Tallies tallies, MunicipalityCode code, IReadOnlyCollection<CountedDecision> decisions) => Each(tallies, code, (curve, last, weight) => curve.Add(decisions, last, weight));

        public void Take(Tallies tallies, MunicipalityCode code, IReadOnlyCollection<CountedDecision> decisions) => Each(tallies, code, (curve, last, weight) => curve.Remove(decisions, last, weight));

        private void Each(Tallies tallies, MunicipalityCode code, Action<CurveTally, DateOnly?, decimal> move)
        {
            var last = Answers.LastCounted(_ground.Ended(code), _borders);
            var row = PlaceOf(code) is { } place ? Rows[place] : null;
            move(tallies.Curve, last, 1);
            if (tallies.Inhabitants is { } inhabitants) move(inhabitants, last, row?.Inhabitants ?? 0);
            if (tallies.Fees is { } fees) move(fees, last, row?.FirstYearFee?.Amount ?? 0);
        }
    }
}
