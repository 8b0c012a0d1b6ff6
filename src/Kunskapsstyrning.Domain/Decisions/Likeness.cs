namespace Kunskapsstyrning.Domain.Decisions;

/// <summary>Tells whether two registrations may be of the same act, however they are written. A person decides whether they are.</summary>
public static class Likeness
{
    /// <summary>The same words: spaces, signs and capitals mean nothing. What is not told is like nothing.</summary>
    public static bool SameWords(string? one, string? other) => one is not null && other is not null && Tight(one) is { Length: > 0 } text && text == Tight(other);

    /// <summary>The same paragraph, "§ 67", "KS § 67" and "§ 67/2016" alike.</summary>
    public static bool SameParagraph(string? one, string? other) => SameWords(Number(one), Number(other));

    /// <summary>The same body: the same kind where the name tells it, else the same name.</summary>
    public static bool SameBody(string? one, string? other) =>
        DecidingBody.KindOf(one) is var kind && kind == DecidingBody.KindOf(other) && (kind is not BodyKind.Other || SameWords(one, other));

    /// <summary>
    /// May be the same act of the same municipality about the same question: body, day and paragraph agree as far as both tell them.
    /// Where a day is not told, the stage and the paragraph or case number must agree as well.
    /// </summary>
    public static bool MayBeSameAct(DecisionContent content, DecisionDetails details, DecisionContent other, DecisionDetails otherDetails)
    {
        if (Told(details.Paragraph, otherDetails.Paragraph) && !SameParagraph(details.Paragraph, otherDetails.Paragraph)) return false;
        if (!MayBeSameBody(content, other)) return false;
        var sameParagraph = SameParagraph(details.Paragraph, otherDetails.Paragraph);
        if (content.DecidedOn is { } day && other.DecidedOn is { } otherDay) return day == otherDay && (sameParagraph || SameBody(content.Body, other.Body));

        return content.Stage == other.Stage && (sameParagraph || (SameWords(details.CaseNumber, otherDetails.CaseNumber) && SameBody(content.Body, other.Body)));
    }

    /// <summary>
    /// The same act as a list tells of it: the same body on the same day; where the day or one of the bodies is not told, the same
    /// stage as well. Another paragraph or case number in the list is something to correct, not another act.
    /// </summary>
    public static bool SameAct(DecisionContent content, DecisionContent other)
    {
        if (content.DecidedOn != other.DecidedOn || !MayBeSameBody(content, other)) return false;
        return content.Stage == other.Stage || (content.DecidedOn is not null && Told(content.Body, other.Body));
    }

    /// <summary>The same answer at the same stage, and only the registered one has a day.</summary>
    public static bool SameButForTheDay(DecisionContent registered, DecisionContent said) =>
        said.DecidedOn is null && registered.DecidedOn is not null && (registered.Outcome, registered.Stage) == (said.Outcome, said.Stage) && MayBeSameBody(registered, said);

    private static bool MayBeSameBody(DecisionContent content, DecisionContent other) => !Told(content.Body, other.Body) || SameBody(content.Body, other.Body);

    private static bool Told(string? one, string? other) => !string.IsNullOrWhiteSpace(one) && !string.IsNullOrWhiteSpace(other);

    /// <summary>The first number in a paragraph; all of it where there is none.</summary>
    private static string? Number(string? paragraph) =>
        paragraph is not null && string.Concat(paragraph.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit)) is { Length: > 0 } number ? number : paragraph;

    private static string Tight(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
