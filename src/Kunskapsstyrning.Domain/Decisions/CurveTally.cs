namespace Kunskapsstyrning.Domain.Decisions;

/// <summary>A curve that is kept up in the same way as the counts: the turns of one municipality are taken out and put in again.</summary>
public sealed class CurveTally
{
    private readonly AsOf _asOf;
    private readonly int _firstYear;
    private readonly SortedDictionary<DateOnly, decimal> _changes;

    /// <summary>No municipality yet.</summary>
    /// <param name="asOf">The last day, and which question decides the day of a decision.</param>
    /// <param name="firstYear">The first year that can be paid for.</param>
    public CurveTally(AsOf asOf, int firstYear) : this(asOf, firstYear, new SortedDictionary<DateOnly, decimal>()) { }

    private CurveTally(AsOf asOf, int firstYear, SortedDictionary<DateOnly, decimal> changes) => (_asOf, _firstYear, _changes) = (asOf, firstYear, changes);

    /// <summary>The days on which the weight of those who had adopted changed, in order.</summary>
    public IReadOnlyList<WeighedStep> Steps()
    {
        var (sum, steps) = (0m, new List<WeighedStep>(_changes.Count));
        foreach (var (day, change) in _changes)
        {
            if (change != 0) steps.Add(new WeighedStep(day, sum += change));
        }

        return steps;
    }

    /// <summary>The same curve, to go on from by itself.</summary>
    public CurveTally Copy() => new(_asOf, _firstYear, new SortedDictionary<DateOnly, decimal>(_changes));

    /// <summary>Puts a municipality in.</summary>
    /// <param name="decisions">All its decisions.</param>
    /// <param name="last">The last day that it is counted; null for every day.</param>
    /// <param name="weight">What it weighs.</param>
    public void Add(IReadOnlyCollection<CountedDecision> decisions, DateOnly? last, decimal weight) => Count(decisions, last, weight);

    /// <summary>Takes a municipality out, with the decisions and the weight that it was put in with.</summary>
    public void Remove(IReadOnlyCollection<CountedDecision> decisions, DateOnly? last, decimal weight) => Count(decisions, last, -weight);

    private void Count(IReadOnlyCollection<CountedDecision> decisions, DateOnly? last, decimal weight)
    {
        var before = false;
        foreach (var day in Days(decisions).Where(day => !(day > last)))
        {
            var now = Standing.Of(decisions, _asOf with { Day = day }, _firstYear).HasAdopted;
            if (now == before) continue;
            Change(day, now ? weight : -weight);
            before = now;
        }

        if (before && last < _asOf.Day) Change(last.Value.AddDays(1), -weight);
    }

    private void Change(DateOnly day, decimal weight)
    {
        var changed = _changes.GetValueOrDefault(day) + weight;
        if (changed == 0) _changes.Remove(day);
        else _changes[day] = changed;
    }

    private IEnumerable<DateOnly> Days(IReadOnlyCollection<CountedDecision> decisions) => decisions
        .Select(d => d.AsRegistered(_asOf.RegisteredThrough)?.DayBy(_asOf.Basis))
        .OfType<DateOnly>()
        .Where(day => day <= _asOf.Day)
        .Distinct()
        .Order();
}
