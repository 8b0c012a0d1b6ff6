using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Imports;

/// <summary>A row of a list as if it had been typed into the log form.</summary>
internal sealed class TypedRow
{
    private static readonly string[] Days = ["inkommet", "sammantradesdag"];

    private readonly Dictionary<string, string> _fields = [];

    private readonly List<string> _wrong = [];

    /// <summary>The fields of the log form, those that are told.</summary>
    public IReadOnlyDictionary<string, string> Fields => _fields;

    /// <summary>The municipality, by name, code or both.</summary>
    public string Municipality { get; private set; } = "";

    /// <summary>True when the list says that nobody has answered.</summary>
    public bool SaysNoAnswer { get; private set; }

    /// <summary>What cannot be understood.</summary>
    public IReadOnlyList<string> Wrong => _wrong;

    /// <summary>What the list says in a field; empty when nothing.</summary>
    public string this[string field] => _fields.GetValueOrDefault(field) ?? "";

    /// <summary>Reads a row by what its columns and words mean.</summary>
    public static TypedRow Of(RowReading reading, IReadOnlyList<string> cells)
    {
        var row = new TypedRow();
        for (var column = 0; column < cells.Count; column++)
            if (cells[column].Length > 0 && reading.FieldOf(column) is { Length: > 0 } field) row._fields.TryAdd(field, Days.Contains(field) ? ExcelDay.Written(cells[column]) : cells[column]);

        row.TakeMunicipality();
        row.TakeOutcome(reading);
        row.TakeStage(reading);
        return row;
    }

    /// <summary>The day to take for arrival where the list tells none: never before the meeting.</summary>
    public DateOnly ArrivedIfUntold(DateOnly chosen) => SwedishDay.TryParse(this["sammantradesdag"], out var decided) && decided > chosen ? decided : chosen;

    /// <summary>What the list tells, over what is registered.</summary>
    public IReadOnlyDictionary<string, string> Over(DecisionContent content, DecisionDetails details)
    {
        var registered = DecisionFields.Of(content, details);
        var fields = DecisionFields.Names.ToDictionary(name => name, name => registered[name]);
        foreach (var (name, value) in _fields) fields[name] = value;
        if (this["utfall"] is not "forbehall" && this["villkor"].Length == 0) fields["villkor"] = "";
        return fields;
    }

    private void TakeMunicipality()
    {
        _fields.Remove(ListHeadings.Municipality, out var name);
        _fields.Remove(ListHeadings.Code, out var code);
        if (code is { Length: < 4 and > 0 } && code.All(char.IsAsciiDigit)) code = code.PadLeft(4, '0');
        Municipality = $"{code} {name}".Trim();
    }

    private void TakeOutcome(RowReading reading)
    {
        if (this["utfall"] is not { Length: > 0 } word)
        {
            _wrong.Add("Ställningstagandet saknas.");
            return;
        }

        if (reading.MeaningOf("utfall", word) is not { } meaning)
        {
            _wrong.Add($"”{word.Shortened()}” är inget känt ställningstagande. Ange vad det betyder.");
            return;
        }

        SaysNoAnswer = meaning == ListWords.NoAnswer;
        var (outcome, stage) = ListWords.Parts(meaning);
        _fields["utfall"] = outcome;
        if (stage is not null) _fields["niva"] = stage;
    }

    private void TakeStage(RowReading reading)
    {
        var word = this["niva"];
        if (word.Length == 0) _fields["niva"] = reading.Stage;
        else if (reading.MeaningOf("niva", word) is { } meaning) _fields["niva"] = meaning;
        else _wrong.Add($"”{word.Shortened()}” är ingen känd nivå. Ange vad det betyder.");
    }
}

/// <summary>How the rows of a list are read: what its columns mean, and what its words have been found to mean so far.</summary>
internal sealed class RowReading(ListTable table, ListChoices choices)
{
    private readonly string[] _fields = [.. Enumerable.Range(0, table.Headings.Count).Select(choices.FieldOf)];
    private readonly Dictionary<(string Field, string Word), string?> _meanings = [];

    /// <summary>The stage where the list tells none.</summary>
    public string Stage => choices.Stage;

    /// <summary>A row as if it had been typed.</summary>
    public TypedRow Row(IReadOnlyList<string> cells) => TypedRow.Of(this, cells);

    /// <summary>The field that a column stands for; empty when it is not read.</summary>
    public string FieldOf(int column) => _fields[column];

    /// <summary>What a word means; null when it is not known.</summary>
    public string? MeaningOf(string field, string word)
    {
        if (!_meanings.TryGetValue((field, word), out var meaning)) _meanings[(field, word)] = meaning = ListWords.MeaningOf(field, word, choices.Words);
        return meaning;
    }
}
