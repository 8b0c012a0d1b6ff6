namespace Kunskapsstyrning.Domain.Decisions;

/// <summary>A municipality as it is counted in a break-down.</summary>
/// <param name="Municipality">Whose.</param>
/// <param name="Standing">Its standing on the day.</param>
/// <param name="Inhabitants">How many live there; null where nobody has counted them.</param>
public sealed record CountedMunicipality(MunicipalityCode Municipality, Standing Standing, int? Inhabitants);

/// <summary>The municipalities of one group, counted by status.</summary>
/// <param name="Group">The group.</param>
/// <param name="Counts">How many in each status that anyone has.</param>
public sealed record GroupCount<TGroup>(TGroup Group, IReadOnlyDictionary<Status, int> Counts)
{
    /// <summary>How many in one status.</summary>
    public int this[Status status] => Counts.GetValueOrDefault(status);

    /// <summary>All in the group; never none.</summary>
    public int Municipalities => Counts.Values.Sum();

    /// <summary>Adopted, also with reservation.</summary>
    public int HaveAdopted => this[Status.Adopted] + this[Status.AdoptedWithReservation];

    /// <summary>The part of the group that has adopted, 0 to 1.</summary>
    public decimal ShareAdopted => (decimal)HaveAdopted / Municipalities;

    /// <summary>True when everyone in the group has adopted.</summary>
    public bool IsComplete => HaveAdopted == Municipalities;
}

/// <summary>How the answers are divided on groups of municipalities. Groups that nobody is in are left out.</summary>
/// <param name="Groups">The groups, in the order they are shown.</param>
/// <param name="Outside">How many are in no group: nobody has counted their inhabitants, or they have not decided.</param>
public sealed record BreakDown<TGroup>(IReadOnlyList<GroupCount<TGroup>> Groups, int Outside)
{
    /// <summary>All that are in a group.</summary>
    public int Municipalities => Groups.Sum(g => g.Municipalities);

    /// <summary>All that are in a group and have adopted.</summary>
    public int HaveAdopted => Groups.Sum(g => g.HaveAdopted);

    /// <summary>The groups where everyone has adopted.</summary>
    public IReadOnlyList<GroupCount<TGroup>> Complete => [.. Groups.Where(g => g.IsComplete)];

    /// <summary>The groups where the largest part has adopted; several when they stand alike.</summary>
    public IReadOnlyList<GroupCount<TGroup>> Most => Groups.Count == 0 ? [] : [.. Groups.Where(g => g.ShareAdopted == Groups.Max(o => o.ShareAdopted))];

    /// <summary>The groups where the smallest part has adopted; several when they stand alike.</summary>
    public IReadOnlyList<GroupCount<TGroup>> Least => Groups.Count == 0 ? [] : [.. Groups.Where(g => g.ShareAdopted == Groups.Min(o => o.ShareAdopted))];
}

/// <summary>Divides the answers.</summary>
public static class BreakDowns
{
    /// <summary>By how many live there, the smallest first.</summary>
    public static BreakDown<SizeClass> BySize(IEnumerable<CountedMunicipality> municipalities) => By(municipalities, m => m.Inhabitants is { } inhabitants ? SizeClass.Of(inhabitants) : null, size => size.From);

    /// <summary>By the body that has decided, of those where one has.</summary>
    public static BreakDown<BodyGroup> ByBody(IEnumerable<CountedMunicipality> municipalities)
    {
        var decided = By(municipalities, m => BodyGroups.Of(m.Standing) is { } body ? new DecidedBy(body) : null, by => by.Body);
        return new BreakDown<BodyGroup>([.. decided.Groups.Select(g => new GroupCount<BodyGroup>(g.Group.Body, g.Counts))], decided.Outside);
    }

    private static BreakDown<TGroup> By<TGroup, TOrder>(IEnumerable<CountedMunicipality> municipalities, Func<CountedMunicipality, TGroup?> group, Func<TGroup, TOrder> order) where TGroup : class
    {
        var all = municipalities.Select(m => (m.Standing.Status, Group: group(m))).ToList();
        var groups = all.Where(m => m.Group is not null).GroupBy(m => m.Group!, m => m.Status)
            .Select(g => new GroupCount<TGroup>(g.Key, g.CountBy(s => s).ToDictionary()));
        return new BreakDown<TGroup>([.. groups.OrderBy(g => order(g.Group))], all.Count(m => m.Group is null));
    }

    private sealed record DecidedBy(BodyGroup Body);
}
