namespace Kunskapsstyrning.Domain.Municipalities;

public sealed partial class Municipality
{
    private readonly List<MunicipalityName> _laterNames = [];
    private string? _firstName;

    /// <summary>Every name that was registered since the first, also those that another has replaced.</summary>
    public IReadOnlyList<MunicipalityName> LaterNames => _laterNames;

    /// <summary>The names since the first that hold, in order: one that was registered later holds over those of its day and after it.</summary>
    public IReadOnlyList<MunicipalityName> NamesThatHold =>
        _laterNames.Count == 0 ? [] : [.. _laterNames.Where(n => !_laterNames.Any(o => o.Number > n.Number && o.From <= n.From)).OrderBy(n => n.From)];

    /// <summary>Every name but the one it goes by here.</summary>
    public IReadOnlyList<string> OtherNames { get; private set; } = [];

    /// <summary>True when it is called so on some day from the first and through the last; until further notice when no last is given.</summary>
    public bool IsCalled(string name, DateOnly from, DateOnly? through)
    {
        var names = NamesThatHold.Select(n => (n.From, n.Name)).Prepend((From: ValidFrom, Name: FirstName)).ToList();
        return names.Index().Any(n =>
            string.Equals(n.Item.Name, name, StringComparison.OrdinalIgnoreCase) && !(n.Item.From > through)
            && !(ValidThrough < from) && !(n.Item.From > ValidThrough) && (n.Index + 1 == names.Count || (names[n.Index + 1].From > from && names[n.Index + 1].From > n.Item.From)));
    }

    /// <summary>What it is called on the day.</summary>
    public string NameOn(DateOnly day) => NamesThatHold.LastOrDefault(n => n.From <= day)?.Name ?? FirstName;

    /// <summary>What it has been called before the day, in order: no name whose day has not come, and not the one of the day itself.</summary>
    public IReadOnlyList<string> EarlierNames(DateOnly day) => [.. FromTheFirst.Where(n => n.From <= day).Select(n => n.Name).Where(n => n != NameOn(day)).Distinct()];

    /// <summary>The same municipality as it is called on the day, for reading only.</summary>
    public Municipality NamedOn(DateOnly day)
    {
        var name = NameOn(day);
        if (_laterNames.Count == 0) return this;

        var named = (Municipality)MemberwiseClone();
        (named._firstName, named.Name, named.OtherNames) = (FirstName, name, [.. FromTheFirst.Select(n => n.Name).Where(n => n != name).Distinct()]);
        return named;
    }

    private IEnumerable<(DateOnly From, string Name)> FromTheFirst
    {
        get
        {
            var later = NamesThatHold.Select(n => (n.From, n.Name));
            return NamesThatHold is [var first, ..] && first.From <= ValidFrom ? later : later.Prepend((ValidFrom, FirstName));
        }
    }

    private string FirstName => _firstName ?? Name;

    /// <summary>Why it cannot be called something else from a day; null when it can.</summary>
    /// <param name="name">The name.</param>
    /// <param name="from">Its first day.</param>
    /// <param name="all">Every municipality that is or has been.</param>
    /// <param name="today">Today in Sweden.</param>
    public Refusal? RefusalOfName(string name, DateOnly from, IEnumerable<Municipality> all, DateOnly today)
    {
        if (RegisterRefusals.OfName(name) is { } refusal) return refusal;
        if (!IsValidOn(from)) return RegisterRefusals.NotThereOnTheDay(NameOn(from), "fran");
        if (NamesThatHold.Any(n => n.From > from && n.From <= today)) return RegisterRefusals.NamedLater;
        if (NameOn(from) == name && NamesThatHold.All(n => n.From <= from)) return RegisterRefusals.SameName(name);
        return all.Any(m => m.Code != Code && m.IsCalled(name, from, ValidThrough)) ? RegisterRefusals.NameIsTaken(name, "namn") : null;
    }

    /// <summary>The names that no longer hold when another begins on a day: a misspelt one of the same day, and those whose day has not come.</summary>
    public IReadOnlyList<string> NamesReplaced(DateOnly from) => [.. NamesThatHold.Where(n => n.From >= from).Select(n => n.Name)];

    /// <summary>
    /// It is called something else from a day. What it was called before stays true of the days before. A name from the same day was a
    /// mistake, and so are those that begin later: what is registered last holds, and they stay in the history.
    /// </summary>
    public Result Rename(string name, DateOnly from, string why, IEnumerable<Municipality> all, DateOnly today)
    {
        if (RefusalOfName(name, from, all, today) is { } refusal) return refusal;

        Record(new MunicipalityRenamed(Code, NameOn(from), name, from, why));
        _laterNames.Add(new MunicipalityName(Code, from, _laterNames.Count == 0 ? 1 : _laterNames.Max(n => n.Number) + 1, name));
        return Result.Done;
    }
}

/// <summary>What a municipality is called from a day. The name before it stays true of the days before.</summary>
public sealed class MunicipalityName
{
    private MunicipalityName() { }

    internal MunicipalityName(MunicipalityCode municipality, DateOnly from, int number, string name) => (MunicipalityCode, From, Number, Name) = (municipality, from, number, name);

    /// <summary>Whose name.</summary>
    public MunicipalityCode MunicipalityCode { get; private set; }

    /// <summary>The first day of the name.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Which of the municipality's names it is, in the order they were registered.</summary>
    public int Number { get; private set; }

    /// <summary>The name.</summary>
    public string Name { get; private set; } = "";
}
