using System.Globalization;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Logging;

/// <summary>What is typed in the log form, as typed.</summary>
public sealed class LogDecisionForm
{
    private static readonly string[] Own = ["id", "kommun", "rekommendation", "post", "aven", "kvitto", "folj-upp", "del"];

    private readonly Dictionary<string, string> _fields;

    /// <summary>A form with these fields; names that are not on it are left out.</summary>
    public LogDecisionForm(IEnumerable<KeyValuePair<string, string>> fields)
    {
        _fields = fields.Where(f => (Own.Contains(f.Key) || DecisionFields.Names.Contains(f.Key)) && f.Value.Length > 0)
            .ToDictionary(f => f.Key, f => f.Value);
        Decision = new DecisionFields(_fields);
        Id = new DecisionId(Guid.TryParse(_fields.GetValueOrDefault("id"), out var id) && id != Guid.Empty ? id : Guid.CreateVersion7());
        _fields["id"] = Id.Value.ToString();
    }

    /// <summary>A form with nothing in it but what is given, today as the day it came in, and the wish for a receipt.</summary>
    public static LogDecisionForm Empty(string? municipality, string? recommendation, DateOnly today) =>
        new([new("kommun", municipality ?? ""), new("rekommendation", recommendation ?? ""), new("inkommet", today.Iso()), new("kvitto", "ja")]);

    /// <summary>The fields of a posted form.</summary>
    public static LogDecisionForm Of(IFormCollection form) => new(form.Select(f => KeyValuePair.Create(f.Key, f.Value.ToString())));

    /// <summary>Every field that has something in it.</summary>
    public IReadOnlyDictionary<string, string> Fields => _fields;

    /// <summary>The first line of each field: enough to know what is meant, and little to send.</summary>
    public Dictionary<string, string> Lines => _fields.ToDictionary(f => f.Key, f => f.Value.Length > 200 ? f.Value[..200] : f.Value);

    /// <summary>The decision's id, made when the form is opened.</summary>
    public DecisionId Id { get; }

    /// <summary>The item of the inbox it is typed from; empty when it is logged by hand.</summary>
    public ArrivedItemId Item => Guid.TryParse(_fields.GetValueOrDefault("post"), out var item) ? new ArrivedItemId(item) : default;

    /// <summary>The other municipalities that a joint body decided for, as typed; empty when there is one.</summary>
    public string Others => _fields.GetValueOrDefault("aven") ?? "";

    /// <summary>True when the sender is to get a receipt.</summary>
    public bool WantsReceipt => _fields.GetValueOrDefault("kvitto") is "ja";

    /// <summary>Who gets a receipt of what is logged by hand; null when nobody does, or when what is wrong is added. Without a sender there is nobody to send it to.</summary>
    public EmailAddress? ReceiptTo(FieldErrors errors)
    {
        var sender = Decision["avsandare"].Trim();
        if (!WantsReceipt || sender.Length == 0) return null;
        if (EmailAddress.TryParse(sender, out var address)) return address;

        errors.Add("avsandare", "Skriv avsändarens e-postadress, eller välj bort kvittot.");
        return null;
    }

    /// <summary>The numbers of the parts of the item that go with the decision.</summary>
    public IReadOnlySet<int> Parts => (_fields.GetValueOrDefault("del") ?? "").Split(',').Select(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).Where(n => n > 0).ToHashSet();

    /// <summary>The day to look whether the final decision has come, as typed.</summary>
    public string FollowUp => _fields.GetValueOrDefault("folj-upp") ?? "";

    /// <summary>The municipality as typed.</summary>
    public string Municipality => _fields.GetValueOrDefault("kommun") ?? "";

    /// <summary>The recommendation's name in addresses.</summary>
    public string Recommendation => _fields.GetValueOrDefault("rekommendation") ?? "";

    /// <summary>What is typed about the decision.</summary>
    public DecisionFields Decision { get; }

    /// <summary>True when there is something worth keeping: more than what the form itself suggests.</summary>
    public bool HasAnything => _fields.Keys.Any(name => name is not ("id" or "rekommendation" or "inkommet" or "post" or "kvitto" or "folj-upp" or "del"));

    /// <summary>The command; null, with what is wrong added, when it cannot be made.</summary>
    public LogDecision? ToCommand(IReadOnlyCollection<Municipality> municipalities, Recommendation? recommendation, DateOnly today, FieldErrors errors)
    {
        var municipality = MunicipalityTyped.Find(Municipality, municipalities);
        if (municipality is null && string.IsNullOrWhiteSpace(Municipality)) errors.Add("kommun", "Ange vilken kommun det gäller.");
        else if (municipality is null) errors.Add(LogRefusals.UnknownMunicipality);
        if (recommendation is null) errors.Add(LogRefusals.UnknownRecommendation);

        var read = Decision.Read(errors, arrivedIfBlank: today);
        if (read is null || municipality is null || recommendation is null) return null;
        return new LogDecision(Id, municipality.Code, recommendation.Id, read.Value.Content, read.Value.Details, []) { EndsDraft = true };
    }
}
