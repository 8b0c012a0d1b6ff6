namespace Kunskapsstyrning.Domain.Messages;

/// <summary>One version of the words that messages of a kind are written from. A change is a new version; messages say which they were written from.</summary>
public sealed class MessageTemplate : Aggregate
{
    private const int LongestSubject = 200;
    private const int LongestBody = 10_000;

    private MessageTemplate() { }

    private MessageTemplate(MessageKind kind, int number, string subject, string body, PersonId by, DateTimeOffset at) =>
        (Kind, Number, Subject, Body, WrittenBy, WrittenAt) = (kind, number, subject, body, by, at);

    /// <summary>What messages it is for.</summary>
    public MessageKind Kind { get; private set; }

    /// <summary>1 for the version that came with the program, and so on. The highest is in use.</summary>
    public int Number { get; private set; }

    /// <summary>The subject, with variables in braces.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>The words, with variables in braces.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Who wrote it.</summary>
    public PersonId WrittenBy { get; private set; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>The next version of a template; the first when there is none before.</summary>
    public static Result Write(MessageKind kind, MessageTemplate? before, string subject, string body, PersonId by, DateTimeOffset at, out MessageTemplate? template)
    {
        template = null;
        (subject, body) = (subject.Trim(), body.Replace("\r\n", "\n", StringComparison.Ordinal).Trim());
        if (RefusalOf(kind, subject, body) is { } refusal) return refusal;
        if (before is not null && (before.Subject, before.Body) == (subject, body)) return TemplateRefusals.NothingChanged;

        template = new MessageTemplate(kind, (before?.Number ?? 0) + 1, subject, body, by, at);
        template.Record(new TemplateChanged(kind, template.Number, before?.Subject, before?.Body, subject, body));
        return Result.Done;
    }

    /// <summary>Why the words cannot be used; null when they can.</summary>
    public static Refusal? RefusalOf(MessageKind kind, string subject, string body)
    {
        if (string.IsNullOrWhiteSpace(subject)) return TemplateRefusals.NoSubject;
        if (!subject.All(PrintedText.ShowsOnOneLine)) return TemplateRefusals.SubjectOnSeveralLines;
        if (subject.Length > LongestSubject) return TemplateRefusals.SubjectTooLong;
        if (string.IsNullOrWhiteSpace(body)) return TemplateRefusals.NoBody;
        if (body.Length > LongestBody) return TemplateRefusals.BodyTooLong;
        if (Unknown(kind, subject) is { Count: > 0 } inSubject) return TemplateRefusals.Unknown(inSubject, "amne");
        if (Unknown(kind, body) is { Count: > 0 } inBody) return TemplateRefusals.Unknown(inBody, "text");
        return TemplateVariables.Demanded(kind).FirstOrDefault(name => !body.Contains($"{{{name}}}", StringComparison.Ordinal)) is { } missing
            ? TemplateRefusals.Missing(missing)
            : null;
    }

    /// <summary>The timeline that all versions of a template share.</summary>
    internal static Guid TimelineOf(MessageKind kind) => new($"0198a002-0000-7000-8000-{(int)kind:x12}");

    /// <summary>The words with every variable replaced by its value. A value is never read for variables itself. Where a value is empty its sentence in the body is left out.</summary>
    public (string Subject, string Body) Fill(IReadOnlyDictionary<string, string> values) => Fill(Subject, Body, values);

    /// <summary>The same of words that are not saved. The words must have passed <see cref="RefusalOf"/>.</summary>
    public static (string Subject, string Body) Fill(string subject, string body, IReadOnlyDictionary<string, string> values) => (OnOneLine(TemplateWords.Fill(subject, values)), TemplateWords.FillSentences(body, values));

    /// <summary>The variables that words use, each once.</summary>
    public static IReadOnlyList<string> VariablesIn(string subject, string body) => [.. TemplateWords.VariablesIn(subject).Concat(TemplateWords.VariablesIn(body)).Distinct()];

    private static IReadOnlyList<string> Unknown(MessageKind kind, string text) => [.. TemplateWords.VariablesIn(text).Where(v => !TemplateVariables.Of(kind).Any(known => known.Name == v)).Distinct()];

    private static string OnOneLine(string text) => string.Join(' ', string.Concat(text.Where(PrintedText.Shows)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>A template got a new version.</summary>
public sealed record TemplateChanged(MessageKind Kind, int Number, string? SubjectBefore, string? BodyBefore, string SubjectAfter, string BodyAfter) : IEvent
{
    /// <summary>The template, by its kind: all its versions have one timeline.</summary>
    public Guid Subject => MessageTemplate.TimelineOf(Kind);

    /// <inheritdoc/>
    public object? Before => SubjectBefore is null ? null : new { Subject = SubjectBefore, Body = BodyBefore };

    /// <inheritdoc/>
    public object? After => new { Number, Subject = SubjectAfter, Body = BodyAfter };
}

/// <summary>A template was tried: its words with invented values were sent to the one who wrote them, or where that person said. The address stays outside the history.</summary>
public sealed record TemplateTried(MessageKind Kind, string Words) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => MessageTemplate.TimelineOf(Kind);

    /// <inheritdoc/>
    public object? After => new { Subject = Words };
}

/// <summary>The sentences with which a template is refused.</summary>
public static class TemplateRefusals
{
    /// <summary>No subject.</summary>
    public static readonly Refusal NoSubject = new("template-no-subject", "Skriv en ämnesrad.", "amne");

    /// <summary>A subject with line breaks in it.</summary>
    public static readonly Refusal SubjectOnSeveralLines = new("template-subject-lines", "Ämnet ska stå på en rad.", "amne");

    /// <summary>A subject that is cut by mail programs.</summary>
    public static readonly Refusal SubjectTooLong = new("template-subject-too-long", "Ämnet är för långt. Skriv högst 200 tecken.", "amne");

    /// <summary>No words.</summary>
    public static readonly Refusal NoBody = new("template-no-body", "Skriv meddelandets text.", "text");

    /// <summary>More words than a message has.</summary>
    public static readonly Refusal BodyTooLong = new("template-body-too-long", "Texten är för lång. Skriv högst 10 000 tecken.", "text");

    /// <summary>The same words as before.</summary>
    public static readonly Refusal NothingChanged = new("template-unchanged", "Inget är ändrat. Ändra något eller gå tillbaka.");

    /// <summary>Somebody else saved a version first.</summary>
    public static readonly Refusal ChangedMeanwhile = new("template-changed-meanwhile", "Någon annan har sparat en ny version medan du skrev. Läs den under Versioner, för in det du vill ha med och spara igen.");

    /// <summary>No such template.</summary>
    public static readonly Refusal NotThere = new("template-not-there", "Mallen finns inte.");

    /// <summary>Variables that there are none of.</summary>
    public static Refusal Unknown(IReadOnlyList<string> variables, string field) =>
        new("template-unknown-variable", $"{(variables.Count == 1 ? "Ordet" : "Orden")} {string.Join(", ", variables.Select(v => $"{{{Shown(v)}}}"))} finns inte i listan. Välj bland orden där, eller ta bort klamrarna.", field);

    /// <summary>A variable without which the message fails its purpose.</summary>
    public static Refusal Missing(string variable) => new("template-missing-variable", $"Texten måste innehålla {{{variable}}}, annars saknas något som mottagaren behöver.", "text");

    private static string Shown(string variable) => new([.. variable.Where(c => !char.IsControl(c) && c is not ('{' or '}')).Take(40)]);
}
