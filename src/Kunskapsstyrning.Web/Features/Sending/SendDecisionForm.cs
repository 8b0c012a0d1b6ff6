using System.Text.Json;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Sending;

/// <summary>What is typed of a decision that a municipality is about to send, as typed.</summary>
public sealed class SendDecisionForm
{
    private const int LongestLine = 300;

    private static readonly string[] Names = ["id", "rekommendation", "utfall", "niva", "organ", "sammantradesdag", "paragraf", "dnr"];

    private readonly Dictionary<string, string> _fields;

    /// <summary>A form with these fields; names that are not on it are left out.</summary>
    public SendDecisionForm(IEnumerable<KeyValuePair<string, string>> fields)
    {
        _fields = fields.Where(f => Names.Contains(f.Key) && f.Value.Length > 0).ToDictionary(f => f.Key, f => TypedText.Printed(f.Value));
        Id = new ArrivedItemId(Guid.TryParse(this["id"], out var id) && id != Guid.Empty ? id : Guid.CreateVersion7());
        _fields["id"] = Id.Value.ToString();
    }

    /// <summary>A form with nothing in it but the recommendation.</summary>
    public static SendDecisionForm Empty(string? recommendation) => new([new("rekommendation", recommendation ?? "")]);

    /// <summary>The fields of a posted form.</summary>
    public static SendDecisionForm Of(IFormCollection form) => new(form.Select(f => KeyValuePair.Create(f.Key, f.Value.ToString())));

    /// <summary>The fields that a draft keeps.</summary>
    public static SendDecisionForm Of(string json) => new(JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? []);

    /// <summary>The item that it becomes when it is sent, made when the form is opened.</summary>
    public ArrivedItemId Id { get; }

    /// <summary>How long it is, all fields together.</summary>
    public int Length => _fields.Values.Sum(v => v.Length);

    /// <summary>What is typed in a field; empty when nothing is.</summary>
    public string this[string name] => _fields.GetValueOrDefault(name) ?? "";

    /// <summary>The outcome chosen; null when none is.</summary>
    public Outcome? ChosenOutcome => DecisionFields.Outcomes.TryGetValue(this["utfall"], out var outcome) ? outcome : null;

    /// <summary>The stage chosen; null when none is.</summary>
    public Stage? ChosenStage => DecisionFields.Stages.TryGetValue(this["niva"], out var stage) ? stage : null;

    /// <summary>True when it is another answer, to another recommendation.</summary>
    public bool Replaces(SendDecisionForm begun) => Id != begun.Id && this["rekommendation"] != begun["rekommendation"];

    /// <summary>The fields as a draft keeps them.</summary>
    public string ToJson() => JsonSerializer.Serialize(_fields);

    /// <summary>What is stated; null, with what is wrong added, when it cannot be read or breaks a rule.</summary>
    public StatedDecision? Read(Recommendation? asked, Municipality municipality, DateOnly today, FieldErrors errors)
    {
        if (asked is null) errors.Add(SendingRefusals.NotOpen);
        if (ChosenOutcome is null) errors.Add("utfall", "Välj vad ni har beslutat eller föreslår.");
        if (ChosenStage is null) errors.Add("niva", "Välj om det är det slutliga beslutet eller ett förslag.");
        if (Line("organ") is null) errors.Add("organ", "Skriv vilket organ som har beslutat, till exempel kommunstyrelsen.");
        DateOnly? decided = SwedishDay.TryParse(this["sammantradesdag"], out var day) ? day : null;
        if (decided is null && Line("sammantradesdag") is not null) errors.Add("sammantradesdag", SwedishDay.Unreadable);
        else if (decided is null && ChosenStage is Stage.Final) errors.Add("sammantradesdag", "Skriv vilken dag organet sammanträdde.");
        if (municipality.ValidThrough is { } last && (decided ?? today) > last) errors.Add(SendingRefusals.MunicipalityEnded(last));
        foreach (var name in Names.Where(n => this[n].Length > LongestLine)) errors.Add(name, $"Texten är för lång. Skriv högst {LongestLine} tecken.");
        if (errors.Any) return null;

        var stated = new StatedDecision(ChosenOutcome!.Value, ChosenStage!.Value, Line("organ")!, decided, Line("paragraf"), Line("dnr"));
        if (stated.RefusalOn(today, asked!.Asked) is not { } refusal) return stated;
        errors.Add(refusal);
        return null;
    }

    /// <summary>A text on one line; null when there is none.</summary>
    private string? Line(string name)
    {
        var words = string.Join(' ', TypedText.Printed(this[name]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? null : words;
    }
}
