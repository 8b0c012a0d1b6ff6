using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Decisions;

/// <summary>The sentence of a decision's page: the marked part, the rest, and what is said under it.</summary>
/// <param name="Marked">"Har antagit".</param>
/// <param name="After">", från och med 2020."</param>
/// <param name="Lead">What it rests on, and what it took the place of.</param>
public sealed record DecisionHeadline(string Marked, string After, string Lead)
{
    /// <summary>The sentence for the story, true in every state.</summary>
    internal static DecisionHeadline Of(DecisionStoryView story)
    {
        if (story.MoveFrom(story.Decision.Id) is { } move)
            return new("Är flyttat", ".", $"Det hör till {move.Place(move.To)} och räknas inte här, från början. {Sentence(move.Reason)}");
        if (story.Decision.Retraction is { } retraction)
            return new("Är taget tillbaka", ".", $"Registreringen räknas inte, och har aldrig räknats.{(retraction.Reason is { } why ? $" {Sentence(why)}" : "")}");
        if (story.Stands) return Standing(story);
        if (story.ReplacedBy(story.Decision) is not null)
            return new("Är ersatt", ".", $"{story.Content.ActOf()}, som var {story.Content.Outcome.Infinitive()}, har ersatts av {Lower(story.Answers[^1].Current.Content)}.");

        return story.Standing.Status is Status.InPreparation
            ? new("Är på väg", ".", $"{Sentence(story.Content.Heading())} Senare har {Lower(story.Standing.Content!)} kommit in.")
            : new("Är ett förslag", ".", $"{Sentence(story.Content.Heading())} Det är {Lower(story.Standing.Content!)} som gäller.");
    }

    private static DecisionHeadline Standing(DecisionStoryView story)
    {
        var standing = story.Standing;
        var (marked, after) = standing.Status switch
        {
            Status.Adopted => ("Har antagit", From(standing.FirstPayingYear)),
            Status.AdoptedWithReservation => ("Har antagit med förbehåll", From(standing.FirstPayingYear)),
            Status.Declined when story.Content.Outcome is Outcome.Leaves => ("Har utträtt", From(story.Content.LeavesFrom ?? story.Content.DecidedOn!.Value.Year + 1)),
            Status.Declined => ("Har avstått", "."),
            _ => ("Är på väg", "."),
        };
        return new(marked, after, Rests(story));
    }

    private static string Rests(DecisionStoryView story)
    {
        if (story.Standing.Status is Status.InPreparation) return $"{Sentence(story.Content.Heading())} {Counting.Because(story.Content.Outcome, story.Content.Stage)}";
        if (story.Replaces(story.Decision)?.Current.Content is { } earlier) return $"{story.Content.ActOf()} ersätter {Lower(earlier)}, som var {earlier.Outcome.Infinitive()}.";
        return story.Standing.Beside is { } beside
            ? $"{story.Content.ActOf()}. Ett senare förslag, {beside.Outcome.Infinitive()}, ändrar inget förrän det blir beslut."
            : $"{story.Content.ActOf()} {story.Content.Outcome.Infinitive()}.";
    }

    private static string From(int? year) => year is null ? "." : $", från och med {year}.";

    private static string Lower(DecisionContent content) => Swedish.Lower(content.ActOf());

    private static string Sentence(string text) => text[^1] is '.' or '!' or '?' ? text : $"{text}.";
}
