using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Overview;

/// <summary>
/// What is counted of lines besides adoption: each county by status, and late answers by the window in which they came. Kept up in the same way:
/// a line is taken out as it was put in, and a count from the beginning is made by it too.
/// </summary>
internal sealed class RowTally
{
    private static readonly int Statuses = Enum.GetValues<Status>().Length;

    private readonly County[] _counties;
    private readonly Dictionary<string, int> _places;
    private readonly int[] _counts;
    private readonly Dictionary<Late, int> _late;

    /// <summary>No line yet.</summary>
    /// <param name="counties">The counties, each once.</param>
    public RowTally(IEnumerable<County> counties)
    {
        _counties = [.. counties.OrderBy(c => Swedish.Key(c.Name))];
        _places = _counties.Index().ToDictionary(c => c.Item.Code, c => c.Index);
        (_counts, _late) = (new int[_counties.Length * Statuses], []);
    }

    private RowTally(RowTally other) => (_counties, _places, _counts, _late) = (other._counties, other._places, [.. other._counts], new Dictionary<Late, int>(other._late));

    /// <summary>Each county that has any line, by name, with its lines by status.</summary>
    public IReadOnlyList<GroupCount<County>> Counties =>
        [.. _counties.Select((county, place) => new GroupCount<County>(county, InCounty(place))).Where(c => c.Counts.Count > 0)];

    /// <summary>The windows for late joiners in which a late answer came, each once; among them null where one came after every window.</summary>
    public IReadOnlyList<Round?> Windows => [.. _late.Keys.Select(late => late.Window).OrderBy(window => window?.Deadline ?? DateOnly.MaxValue)];

    /// <summary>Counted from the beginning.</summary>
    public static RowTally Of(IReadOnlyCollection<MunicipalityRow> rows)
    {
        var tally = new RowTally(rows.Select(r => r.County).DistinctBy(c => c.Code));
        foreach (var row in rows) tally.Add(row);
        return tally;
    }

    /// <summary>The same counts, to go on from by themselves.</summary>
    public RowTally Copy() => new(this);

    /// <summary>Puts a line in.</summary>
    public void Add(MunicipalityRow row) => Count(row, 1);

    /// <summary>Takes a line out, as it was put in.</summary>
    public void Remove(MunicipalityRow row) => Count(row, -1);

    private void Count(MunicipalityRow row, int sign)
    {
        _counts[_places[row.County.Code] * Statuses + (int)row.Standing.Status] += sign;
        if (!row.IsLate) return;

        var late = new Late(row.LaterRound);
        if (_late.GetValueOrDefault(late) + sign is > 0 and var now) _late[late] = now;
        else _late.Remove(late);
    }

    private Dictionary<Status, int> InCounty(int place) =>
        Swedish.Statuses.Select(status => (status, Count: _counts[place * Statuses + (int)status])).Where(c => c.Count > 0).ToDictionary(c => c.status, c => c.Count);

    /// <summary>A late answer's window, also where it came after every one.</summary>
    private readonly record struct Late(Round? Window);
}
