using Kunskapsstyrning.Domain.Decisions;

namespace Kunskapsstyrning.Domain.Rounds;

/// <summary>Identifies a note.</summary>
public readonly record struct ContactNoteId(Guid Value);

/// <summary>How somebody came by what is noted.</summary>
public enum NotedFrom
{
    /// <summary>Samtal.</summary>
    Call = 1,
    /// <summary>Egen anteckning.</summary>
    Note,
}

/// <summary>What is noted: which way, what day, with whom, and the words.</summary>
/// <param name="From">A call, or one's own note.</param>
/// <param name="On">The day it was said or noted.</param>
/// <param name="With">Who was spoken with, a name or a role; null where none is given.</param>
/// <param name="Words">What was said or is good to know.</param>
public sealed record NotedWords(NotedFrom From, DateOnly On, string? With, string Words);

/// <summary>
/// A call or a note about a municipality, for SKR's own. Added and never edited: a mistake is mended by a new one that says why and
/// stands in its place, while the earlier can still be read. What it says is never written to the history.
/// </summary>
public sealed class ContactNote : Aggregate
{
    private ContactNote() { }

    private ContactNote(ContactNoteId id, MunicipalityCode municipality, RecommendationId? recommendation, NotedWords noted, Recorded written)
    {
        (Id, MunicipalityCode, RecommendationId) = (id, municipality, recommendation);
        (From, On, With, Words) = (noted.From, noted.On, noted.With, noted.Words);
        (WrittenBy, WrittenAt) = (written.By, written.At);
    }

    /// <summary>Identity.</summary>
    public ContactNoteId Id { get; private set; }

    /// <summary>The municipality it is about.</summary>
    public MunicipalityCode MunicipalityCode { get; private set; }

    /// <summary>The recommendation it is about; null when it is about none in particular.</summary>
    public RecommendationId? RecommendationId { get; private set; }

    /// <summary>A call, or one's own note.</summary>
    public NotedFrom From { get; private set; }

    /// <summary>The day it was said or noted.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Who was spoken with; null where nobody is named.</summary>
    public string? With { get; private set; }

    /// <summary>What was said.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Who wrote it.</summary>
    public PersonId WrittenBy { get; private set; }

    /// <summary>When it was written, in UTC.</summary>
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>The note that it stands in place of; null for a first one.</summary>
    public ContactNoteId? CorrectsId { get; private set; }

    /// <summary>Why the earlier one was wrong; null for a first one.</summary>
    public string? CorrectedBecause { get; private set; }

    /// <summary>What is noted.</summary>
    public NotedWords Noted => new(From, On, With, Words);

    /// <summary>Notes a call or something good to know.</summary>
    public static Result Write(ContactNoteId id, MunicipalityCode municipality, RecommendationId? recommendation, NotedWords noted, DateOnly today, Recorded written, out ContactNote? note)
    {
        note = null;
        if (NoteRefusals.Of(noted, today) is { } refusal) return refusal;

        note = new ContactNote(id, municipality, recommendation, noted, written);
        note.Record(new ContactNoted(id, municipality, recommendation, noted.From, noted.On));
        return Result.Done;
    }

    /// <summary>Writes what holds in place of this one, which stays to be read. It is about the same.</summary>
    public Result Correct(ContactNoteId id, NotedWords noted, string reason, DateOnly today, Recorded written, out ContactNote? corrected)
    {
        corrected = null;
        if (NoteRefusals.Of(noted, today) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > NoteRefusals.LongestReason) return NoteRefusals.NeedsReason;
        if (noted == Noted) return NoteRefusals.NothingChanged;

        corrected = new ContactNote(id, MunicipalityCode, RecommendationId, noted, written) { CorrectsId = Id, CorrectedBecause = reason.Trim() };
        corrected.Record(new ContactNoteCorrected(id, Id, MunicipalityCode, RecommendationId, noted.From, noted.On));
        return Result.Done;
    }
}

/// <summary>The sentences with which a note is refused.</summary>
public static class NoteRefusals
{
    /// <summary>The longest note.</summary>
    public const int LongestWords = 4000;

    /// <summary>The longest name or role of who was spoken with.</summary>
    public const int LongestWith = 100;

    /// <summary>The longest reason.</summary>
    public const int LongestReason = 500;

    /// <summary>How far back something is noted.</summary>
    public static readonly DateOnly FirstDay = new(2015, 1, 1);

    /// <summary>No words, or far too many.</summary>
    public static readonly Refusal NoWords = new("note-no-words", "Skriv vad som sades, högst 4 000 tecken.", "ord");

    /// <summary>Neither a call nor a note.</summary>
    public static readonly Refusal NoWay = new("note-no-way", "Välj om det är ett samtal eller en egen anteckning.", "vag");

    /// <summary>Too long a name.</summary>
    public static readonly Refusal LongWith = new("note-long-with", "Skriv vem du talade med, högst 100 tecken på en rad.", "med");

    /// <summary>A day that has not come, or that nobody means.</summary>
    public static readonly Refusal WrongDay = new("note-wrong-day", "Dagen för samtalet kan inte ligga framåt i tiden eller före 2015. Kontrollera dagen.", "dag");

    /// <summary>No reason.</summary>
    public static readonly Refusal NeedsReason = new("note-needs-reason", "Skriv vad som var fel, högst 500 tecken.", "skal");

    /// <summary>The same again.</summary>
    public static readonly Refusal NothingChanged = new("note-nothing-changed", "Inget är ändrat. Ändra det som var fel och spara igen.");

    /// <summary>Somebody else corrected it first.</summary>
    public static readonly Refusal CorrectedMeanwhile = new("note-corrected-meanwhile", "Någon har redan rättat anteckningen. Det du skrev står kvar: jämför med det som gäller nu, och spara igen om det fortfarande är fel.");

    /// <summary>No such note.</summary>
    public static readonly Refusal NotThere = new("note-not-there", "Anteckningen finns inte.");

    internal static Refusal? Of(NotedWords noted, DateOnly today)
    {
        if (noted.On > today || noted.On < FirstDay) return WrongDay;
        if (noted.With is { } with && (with.Length is 0 or > LongestWith || !with.All(PrintedText.ShowsOnOneLine))) return LongWith;
        return noted.Words.Trim().Length is 0 or > LongestWords ? NoWords : null;
    }
}

/// <summary>A call or a note was written down. What it says stands nowhere else than in the note.</summary>
public sealed record ContactNoted(ContactNoteId Note, MunicipalityCode MunicipalityCode, RecommendationId? RecommendationId, NotedFrom From, DateOnly On) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Note.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => MunicipalityCode;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? After => new { From, On };
}

/// <summary>A note was mended by another that stands in its place.</summary>
public sealed record ContactNoteCorrected(ContactNoteId Note, ContactNoteId Corrects, MunicipalityCode MunicipalityCode, RecommendationId? RecommendationId, NotedFrom From, DateOnly On) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Note.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => MunicipalityCode;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? Before => new { Note = Corrects.Value };

    /// <inheritdoc/>
    public object? After => new { From, On };
}
