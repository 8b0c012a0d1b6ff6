namespace Kunskapsstyrning.Domain.Municipalities;

/// <summary>A municipality that comes out of a redrawing.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name, for one that is new; null for one that goes on.</param>
public sealed record NamedMunicipality(MunicipalityCode Code, string? Name);

/// <summary>
/// Municipalities become others from a day: several become one (a merger), one becomes several (a split), or one gets another
/// code, as when it changes county. A part may keep the code of what was split; a merger may be into one that is there already.
/// </summary>
/// <param name="Of">Those that are redrawn.</param>
/// <param name="Into">Those that are there afterwards.</param>
/// <param name="From">The first day it holds.</param>
public sealed record Redrawing(IReadOnlyList<MunicipalityCode> Of, IReadOnlyList<NamedMunicipality> Into, DateOnly From)
{
    /// <summary>The last day of what was before.</summary>
    public DateOnly Last => From.AddDays(-1);

    /// <summary>True when one becomes several.</summary>
    public bool IsSplit => Into.Count > 1;

    /// <summary>Those that are no more afterwards.</summary>
    public IReadOnlyList<MunicipalityCode> Ending => [.. Of.Except(Into.Select(i => i.Code))];

    /// <summary>Those that are not there before.</summary>
    public IReadOnlyList<NamedMunicipality> Beginning => [.. Into.Where(i => i.Name is not null)];

    /// <summary>Why it cannot be so; null when it can.</summary>
    /// <param name="all">Every municipality that is or has been.</param>
    /// <param name="counties">Every county.</param>
    public Refusal? RefusalAgainst(IReadOnlyCollection<Municipality> all, IEnumerable<string> counties)
    {
        if (Of.Count == 0 || Into.Count == 0 || Of.Distinct().Count() < Of.Count || Into.DistinctBy(i => i.Code).Count() < Into.Count) return RegisterRefusals.Unclear;
        if ((Of.Count > 1 && Into.Count > 1) || Of.ToHashSet().SetEquals(Into.Select(i => i.Code))) return RegisterRefusals.Unclear;

        var known = all.ToDictionary(m => m.Code);
        foreach (var code in Of)
        {
            if (!known.TryGetValue(code, out var before)) return RegisterRefusals.Unknown(code);
            if (before.ValidFrom >= From || before.ValidThrough is not null) return RegisterRefusals.NotThereOnTheDay(before.Name, "fran");
        }

        var touched = Of.Concat(Into.Select(i => i.Code)).ToHashSet();
        if (all.FirstOrDefault(m => touched.Contains(m.Code) && IsRedrawnLater(m, all)) is { } later) return RegisterRefusals.RedrawnLater(later.Name);
        return Into.Index().Select(after => RefusalOf(after.Item, after.Index, known, counties) ?? RefusalOfName(after.Item, after.Index, all)).FirstOrDefault(refusal => refusal is not null);
    }

    private static string CodeField(int index) => index == 0 ? "blir" : "blir2";

    private static string NameField(int index) => index == 0 ? "namnet" : "namnet2";

    /// <summary>True when others go up in it or break out of it on the day or later.</summary>
    private bool IsRedrawnLater(Municipality municipality, IEnumerable<Municipality> all) =>
        all.Any(m => (m.SplitFrom == municipality.Code && m.ValidFrom >= From) || (m.Successor == municipality.Code && m.ValidThrough >= Last));

    private Refusal? RefusalOfName(NamedMunicipality after, int index, IEnumerable<Municipality> all)
    {
        if (after.Name is not { } name) return null;
        var ending = Ending;
        return Into.Take(index).Any(i => string.Equals(i.Name, name, StringComparison.OrdinalIgnoreCase)) || all.Any(m => !ending.Contains(m.Code) && m.IsCalled(name, From, through: null))
            ? RegisterRefusals.NameIsTaken(name, NameField(index))
            : null;
    }

    /// <summary>Makes it so: ends, begins and reshapes those it touches. What begins is new; the others are changed.</summary>
    /// <param name="all">Every municipality that is or has been.</param>
    /// <param name="why">What it rests on.</param>
    public IReadOnlyList<Municipality> Apply(IReadOnlyCollection<Municipality> all, string why)
    {
        var known = all.ToDictionary(m => m.Code);
        var (ending, into) = (Ending, Into.Select(i => i.Code).ToList());
        var taken = all.Where(m => m.IsValidOn(From) && !ending.Contains(m.Code)).Select(m => m.Tile).ToHashSet();
        var formed = new List<Municipality>();
        foreach (var begins in Beginning)
        {
            var where = known[Of[0]];
            var tile = TilePlace.NearestFree(where.Tile, taken);
            taken.Add(tile);
            formed.Add(Municipality.Form(begins, From, where, tile, brokeOut: IsSplit, Of, why));
        }

        foreach (var code in ending) known[code].End(Last, into, why);
        foreach (var goesOn in into.Where(known.ContainsKey)) known[goesOn].Reshape(From, [.. ending.Where(_ => !IsSplit)], [.. Beginning.Where(_ => IsSplit).Select(b => b.Code)], why);
        return formed;
    }

    private Refusal? RefusalOf(NamedMunicipality after, int index, Dictionary<MunicipalityCode, Municipality> known, IEnumerable<string> counties)
    {
        var field = CodeField(index);
        if (known.TryGetValue(after.Code, out var there))
        {
            if (after.Name is not null) return (there.ValidThrough is null ? RegisterRefusals.NameOfOneThatGoesOn(there.Name) : RegisterRefusals.CodeWasUsed(after.Code)) with { Field = field };
            if (there.ValidFrom >= From || there.ValidThrough is not null) return RegisterRefusals.NotThereOnTheDay(there.Name, field);
            return IsSplit && !Of.Contains(after.Code) ? RegisterRefusals.PartIsAnother with { Field = field } : null;
        }

        if (after.Name is null) return RegisterRefusals.NewNeedsName(after.Code) with { Field = NameField(index) };
        if (!counties.Contains(after.Code.County)) return RegisterRefusals.NoCounty(after.Code) with { Field = field };
        return RegisterRefusals.OfName(after.Name) is { } refusal ? refusal with { Field = NameField(index) } : null;
    }
}
