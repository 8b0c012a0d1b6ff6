using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Rounds;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Rounds;

/// <summary>A call or a note as it is typed: the fields by their names, which are also their ids.</summary>
/// <param name="Id">The note's id, so that the same form sent twice is one note.</param>
/// <param name="Fields">What is typed.</param>
public sealed record TypedNote(ContactNoteId Id, IReadOnlyDictionary<string, string> Fields)
{
    private static readonly string[] OneLine = ["vag", "rekommendation", "dag", "med", "beslutar", "organ", "folj-upp", "skal"];

    /// <summary>What is typed in a field; empty when nothing is.</summary>
    public string this[string name] => Fields.GetValueOrDefault(name) ?? "";

    /// <summary>A new one, of today, about what is most likely meant.</summary>
    public static TypedNote New(DateOnly today, string? slug) =>
        new(new ContactNoteId(Guid.CreateVersion7()), new Dictionary<string, string> { ["vag"] = NotedFrom.Call.InAddress(), ["dag"] = today.Iso(), ["rekommendation"] = slug ?? "" });

    /// <summary>One that stands, to be mended.</summary>
    public static TypedNote Of(ContactNote note) => new(
        new ContactNoteId(Guid.CreateVersion7()),
        new Dictionary<string, string> { ["vag"] = note.From.InAddress(), ["dag"] = note.On.Iso(), ["med"] = note.With ?? "", ["ord"] = note.Words });

    /// <summary>What was posted.</summary>
    public static TypedNote Of(IFormCollection form)
    {
        var fields = OneLine.ToDictionary(n => n, n => string.Join(' ', TypedText.Printed(form[n].ToString()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        fields["ord"] = TypedText.Printed(form["ord"].ToString()).Trim();
        return new TypedNote(new ContactNoteId(form.IdGiven()), fields);
    }

    /// <summary>What was said; null where nothing was written. What is wrong is added.</summary>
    public NotedWords? Noted(FieldErrors errors)
    {
        var (day, from) = (Day("dag", "dagen för samtalet eller anteckningen", errors), Swedish.NotedFromNamed(this["vag"]));
        if (this["ord"].Length == 0 && this["med"].Length > 0) errors.Add("ord", "Skriv vad som sades också, eller ta bort vem du talade med.");
        if (this["ord"].Length == 0 || day is null) return null;
        if (from is null) errors.Add(NoteRefusals.NoWay);
        return from is null ? null : new NotedWords(from.Value, day.Value, this["med"] is { Length: > 0 } with ? with : null, this["ord"]);
    }

    /// <summary>What is to happen next. What is wrong is added.</summary>
    public NextStep Next(FieldErrors errors)
    {
        if (this["beslutar"].Length == 0 && this["organ"].Length > 0) errors.Add("beslutar", "Skriv vilken dag de beslutar också, eller ta bort organet.");
        return new NextStep(this["beslutar"].Length == 0 ? null : Day("beslutar", "dagen då de beslutar", errors), this["organ"] is { Length: > 0 } body ? body : null, this["folj-upp"].Length == 0 ? null : Day("folj-upp", "dagen att följa upp", errors));
    }

    /// <summary>The command; null, with what is wrong added, when it cannot be made.</summary>
    public NoteContact? Command(MunicipalityCode municipality, FieldErrors errors)
    {
        var (noted, next) = (Noted(errors), Next(errors));
        return errors.Any ? null : new NoteContact(Id, municipality, this["rekommendation"] is { Length: > 0 } slug ? slug : null, noted, next);
    }

    private DateOnly? Day(string field, string which, FieldErrors errors)
    {
        if (SwedishDay.TryParse(this[field], out var day)) return day;
        errors.Add(field, SwedishDay.UnreadableAs(which));
        return null;
    }
}
