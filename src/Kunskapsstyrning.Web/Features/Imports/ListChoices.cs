using System.Globalization;
using System.Text.Json;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Imports;

/// <summary>What is chosen for a list: what it answers, what its columns and words mean, and what holds where it says nothing.</summary>
public sealed class ListChoices
{
    /// <summary>The choices that hold for one list only and are not remembered for others with the same headings.</summary>
    private static readonly string[] OfThisList = ["rekommendation", "inkommet"];

    private readonly Dictionary<string, string> _chosen;

    private ListChoices(Dictionary<string, string> chosen) => _chosen = chosen;

    /// <summary>The recommendation's name in addresses; empty until one is chosen.</summary>
    public string Recommendation => _chosen.GetValueOrDefault("rekommendation") ?? "";

    /// <summary>The stage where the list tells none.</summary>
    public string Stage => _chosen.GetValueOrDefault("niva") ?? "slutligt";

    /// <summary>The day of arrival where the list tells none, as typed.</summary>
    public string Arrived => _chosen.GetValueOrDefault("inkommet") ?? "";

    /// <summary>What words were said to mean.</summary>
    public IReadOnlyDictionary<string, string> Words => _chosen;

    /// <summary>The choices as they are kept.</summary>
    public string Json => JsonSerializer.Serialize(_chosen);

    /// <summary>The choices that are remembered for lists with the same headings.</summary>
    public string JsonToRemember => JsonSerializer.Serialize(_chosen.Where(c => !OfThisList.Contains(c.Key)).ToDictionary());

    /// <summary>What is likely for a list nobody has chosen for: by what was remembered, else by its headings.</summary>
    public static ListChoices For(ListTable table, string recommendation, string? remembered, DateOnly today)
    {
        var chosen = remembered is null ? [] : Of(remembered)._chosen;
        foreach (var (field, column) in ListHeadings.Recognise(table.Headings).Select((f, i) => (f, i))) chosen.TryAdd(Column(column), field);
        chosen.TryAdd("niva", "slutligt");
        chosen["inkommet"] = today.Iso();
        chosen["rekommendation"] = recommendation;
        return new ListChoices(chosen);
    }

    /// <summary>Choices that were kept.</summary>
    public static ListChoices Of(string json) => new(JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? []);

    /// <summary>These with what a form says in place of what stands; fields that are not on the form are left out.</summary>
    public ListChoices With(IEnumerable<KeyValuePair<string, string>> form, ListTable table)
    {
        var chosen = new Dictionary<string, string>(_chosen);
        var fields = ListHeadings.Fields.Select(f => f.Field).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, value) in form.Where(f => f.Value.Length <= 40))
        {
            if (name is "rekommendation" or "inkommet" || (name is "niva" && ListWords.Choices("niva").Any(c => c.Meaning == value))) chosen[name] = value.Trim();
            else if (Enumerable.Range(0, table.Headings.Count).Any(i => Column(i) == name) && (value.Length == 0 || fields.Contains(value))) chosen[name] = value;
            else if (name.Length < 200 && name.Split('|') is [var field, _] && ListWords.Fields.Contains(field))
            {
                if (value.Length == 0) chosen.Remove(name);
                else if (ListWords.Choices(field).Any(c => c.Meaning == value)) chosen[name] = value;
            }
        }

        return new ListChoices(chosen);
    }

    /// <summary>The field that a column stands for; empty when it is not read.</summary>
    public string FieldOf(int column) => _chosen.GetValueOrDefault(Column(column)) ?? "";

    /// <summary>The name of a column's choice on the form.</summary>
    public static string Column(int column) => string.Create(CultureInfo.InvariantCulture, $"kolumn-{column}");
}
