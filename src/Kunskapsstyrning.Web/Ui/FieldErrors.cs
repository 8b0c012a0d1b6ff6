using Kunskapsstyrning.Domain.Shared;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>What is wrong on a form, in the order of its fields. The field's name is also its id on the page.</summary>
public sealed class FieldErrors
{
    private readonly List<(string? Field, string Sentence)> _all = [];

    /// <summary>Nothing is wrong.</summary>
    public static FieldErrors None => new();

    /// <summary>Every error, first to last; without a field where it is about the whole.</summary>
    public IReadOnlyList<(string? Field, string Sentence)> All => _all;

    /// <summary>True when something is wrong.</summary>
    public bool Any => _all.Count > 0;

    /// <summary>What is wrong in a field; null when nothing is.</summary>
    public string? this[string field] => _all.Find(e => e.Field == field).Sentence;

    /// <summary>Adds what is wrong in a field; null for the whole form.</summary>
    public void Add(string? field, string sentence) => _all.Add((field, sentence));

    /// <summary>Adds a rule's no.</summary>
    public void Add(Refusal refusal) => Add(refusal.Field, refusal.Sentence);
}
