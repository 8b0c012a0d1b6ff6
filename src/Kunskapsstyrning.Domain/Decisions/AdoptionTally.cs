namespace Kunskapsstyrning.Domain.Decisions;

/// <summary>
/// Counts that are kept up: when one municipality's answer changes its line is taken out and put in again, and no other line is counted anew.
/// Every count is made in this way, so that one which is kept up cannot differ from one made from the beginning.
/// </summary>
public sealed class AdoptionTally
{
    private static readonly int Statuses = Enum.GetValues<Status>().Length;

    private readonly int[] _years;
    private readonly bool[] _calledOff;
    private readonly int? _first;
    private readonly int[] _municipalities = new int[Statuses];
    private readonly int[] _inhabitants = new int[Statuses];
    private readonly Kronor[] _fees = new Kronor[Statuses];
    private readonly Kronor[] _secured;
    private readonly Kronor[] _possible;

    /// <summary>Nobody counted yet.</summary>
    /// <param name="years">The years that the period and decided extensions cover; empty where no fee is set.</param>
    /// <param name="calledOff">Those of the years in which nobody pays, since it does not go ahead; null for none.</param>
    public AdoptionTally(IReadOnlyCollection<int> years, IReadOnlyCollection<int>? calledOff = null)
    {
        _years = [.. years];
        _calledOff = [.. years.Select(year => calledOff?.Contains(year) is true)];
        _first = _years.Length == 0 ? null : _years.Min();
        (_secured, _possible) = (new Kronor[_years.Length], new Kronor[_years.Length]);
    }

    private AdoptionTally(AdoptionTally other)
    {
        (_years, _calledOff, _first) = (other._years, other._calledOff, other._first);
        (_municipalities, _inhabitants, _fees) = (other._municipalities.ToArray(), other._inhabitants.ToArray(), other._fees.ToArray());
        (_secured, _possible) = (other._secured.ToArray(), other._possible.ToArray());
    }

    /// <summary>The same counts, to go on from by themselves.</summary>
    public AdoptionTally Copy() => new(this);

    /// <summary>Counts a municipality in.</summary>
    public void Add(AdoptionRow row) => Count(row, 1);

    /// <summary>Takes a municipality out, as it was counted in.</summary>
    public void Remove(AdoptionRow row) => Count(row, -1);

    internal StatusCount Of(Status status) => new(_municipalities[(int)status], _inhabitants[(int)status], _first is null ? null : _fees[(int)status]);

    internal IReadOnlyDictionary<int, Kronor> Secured() => ByYear(_secured);

    internal IReadOnlyDictionary<int, Kronor> Possible() => ByYear(_possible);

    private void Count(AdoptionRow row, int sign)
    {
        var status = (int)row.Standing.Status;
        _municipalities[status] += sign;
        _inhabitants[status] += sign * row.Inhabitants;
        if (_first is { } first) _fees[status] = Moved(_fees[status], row.Fees.GetValueOrDefault(first), sign);
        for (var i = 0; i < _years.Length; i++)
        {
            var fee = row.Fees.GetValueOrDefault(_years[i]);
            _possible[i] = Moved(_possible[i], fee, sign);
            if (!_calledOff[i] && row.Standing.PaysIn(_years[i])) _secured[i] = Moved(_secured[i], fee, sign);
        }
    }

    private Dictionary<int, Kronor> ByYear(Kronor[] sums) => _years.Zip(sums).ToDictionary(y => y.First, y => y.Second);

    private static Kronor Moved(Kronor sum, Kronor amount, int sign) => sign > 0 ? sum + amount : sum - amount;
}
