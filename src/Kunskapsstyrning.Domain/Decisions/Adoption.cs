namespace Kunskapsstyrning.Domain.Decisions;

/// <summary>One municipality in a state: its standing, its inhabitants and its fee in each year.</summary>
/// <param name="Municipality">Whose.</param>
/// <param name="Standing">Its standing on the day.</param>
/// <param name="Inhabitants">Inhabitants at the day of the fee terms, or the latest known.</param>
/// <param name="Fees">Kronor in each year that is covered; empty where no fee is set.</param>
public sealed record AdoptionRow(MunicipalityCode Municipality, Standing Standing, int Inhabitants, IReadOnlyDictionary<int, Kronor> Fees);

/// <summary>Municipalities, inhabitants and fees in one status.</summary>
/// <param name="Municipalities">How many.</param>
/// <param name="Inhabitants">How many live there.</param>
/// <param name="FirstYearFees">Their fees in the first year, kronor; null where no fee is set.</param>
public sealed record StatusCount(int Municipalities, int Inhabitants, Kronor? FirstYearFees);

/// <summary>How adoption stands: five counts that exclude each other and add to all municipalities, inhabitants and money.</summary>
public sealed record Adoption
{
    private readonly Dictionary<Status, StatusCount> _counts;

    /// <summary>The state of all municipalities together.</summary>
    /// <param name="rows">Every municipality that exists on the day.</param>
    /// <param name="years">The years that the period and decided extensions cover; empty where no fee is set.</param>
    /// <param name="calledOff">Those of the years in which nobody pays, since it does not go ahead; null for none.</param>
    public Adoption(IReadOnlyCollection<AdoptionRow> rows, IReadOnlyCollection<int> years, IReadOnlyCollection<int>? calledOff = null) : this(Tally(rows, years, calledOff)) { }

    /// <summary>The state as it has been counted so far.</summary>
    public Adoption(AdoptionTally tally)
    {
        _counts = Enum.GetValues<Status>().ToDictionary(s => s, tally.Of);
        (Municipalities, Inhabitants) = (_counts.Values.Sum(c => c.Municipalities), _counts.Values.Sum(c => c.Inhabitants));
        (Secured, Possible) = (tally.Secured(), tally.Possible());
    }

    /// <summary>All municipalities, 290 today.</summary>
    public int Municipalities { get; }

    /// <summary>All inhabitants.</summary>
    public int Inhabitants { get; }

    /// <summary>The fees of those who pay, in kronor, year by year.</summary>
    public IReadOnlyDictionary<int, Kronor> Secured { get; }

    /// <summary>The fees if everyone paid, in kronor, year by year.</summary>
    public IReadOnlyDictionary<int, Kronor> Possible { get; }

    /// <summary>The count in one status.</summary>
    public StatusCount this[Status status] => _counts[status];

    /// <summary>Adopted, also with reservation: what a headline says "har antagit" about.</summary>
    public int HaveAdopted => this[Status.Adopted].Municipalities + this[Status.AdoptedWithReservation].Municipalities;

    /// <summary>The part of all inhabitants who live where it is adopted, 0 to 1.</summary>
    public decimal PopulationShareAdopted =>
        Inhabitants == 0 ? 0m : (decimal)(this[Status.Adopted].Inhabitants + this[Status.AdoptedWithReservation].Inhabitants) / Inhabitants;

    private static AdoptionTally Tally(IReadOnlyCollection<AdoptionRow> rows, IReadOnlyCollection<int> years, IReadOnlyCollection<int>? calledOff)
    {
        var tally = new AdoptionTally(years, calledOff);
        foreach (var row in rows) tally.Add(row);
        return tally;
    }
}

/// <summary>A step of the adoption curve: from this day, so many have adopted.</summary>
public sealed record CurveStep(DateOnly Day, int Adopted);

/// <summary>A step of a curve where municipalities count for their weight: from this day, those who have adopted weigh so much together.</summary>
public sealed record WeighedStep(DateOnly Day, decimal Sum);

/// <summary>How many had adopted, day by day.</summary>
public static class AdoptionCurve
{
    /// <summary>The days on which the number changed, in order, through the day asked for.</summary>
    /// <param name="decisions">All decisions, municipality by municipality.</param>
    /// <param name="asOf">The last day, and which question decides the day of a decision.</param>
    /// <param name="firstYear">The first year that can be paid for.</param>
    public static IReadOnlyList<CurveStep> Of(IEnumerable<IReadOnlyCollection<CountedDecision>> decisions, AsOf asOf, int firstYear) =>
        Of(decisions.Select(d => (d, (DateOnly?)null)), asOf, firstYear);

    /// <summary>The same where some municipalities are counted no longer than through a last day.</summary>
    /// <param name="decisions">All decisions, municipality by municipality, with the last day that it is counted; null for every day.</param>
    /// <param name="asOf">The last day, and which question decides the day of a decision.</param>
    /// <param name="firstYear">The first year that can be paid for.</param>
    public static IReadOnlyList<CurveStep> Of(IEnumerable<(IReadOnlyCollection<CountedDecision> Decisions, DateOnly? Last)> decisions, AsOf asOf, int firstYear) =>
        [.. Weighed(decisions.Select(d => (d.Decisions, d.Last, 1m)), asOf, firstYear).Select(s => new CurveStep(s.Day, (int)s.Sum))];

    /// <summary>The days on which the weight of those who had adopted changed, in order, through the day asked for.</summary>
    /// <param name="decisions">All decisions, municipality by municipality, with the last day that it is counted, null for every day, and what it weighs.</param>
    /// <param name="asOf">The last day, and which question decides the day of a decision.</param>
    /// <param name="firstYear">The first year that can be paid for.</param>
    public static IReadOnlyList<WeighedStep> Weighed(IEnumerable<(IReadOnlyCollection<CountedDecision> Decisions, DateOnly? Last, decimal Weight)> decisions, AsOf asOf, int firstYear)
    {
        var tally = new CurveTally(asOf, firstYear);
        foreach (var (municipality, last, weight) in decisions) tally.Add(municipality, last, weight);
        return tally.Steps();
    }
}
