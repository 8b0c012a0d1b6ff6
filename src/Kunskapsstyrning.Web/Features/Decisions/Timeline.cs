using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Decisions;

/// <summary>Something that happened in an answer: a decision has a tile, anything else a ring.</summary>
/// <param name="Day">The day it stands at.</param>
/// <param name="Order">Its place among those of the same day.</param>
/// <param name="Tile">The status that the decision counts as; null for an event.</param>
/// <param name="Heading">What happened.</param>
/// <param name="Was">What became of it since, "ersatt 22 oktober 2019"; null when nothing did.</param>
/// <param name="Lines">What there is to say about it.</param>
/// <param name="Quote">The municipality's own words; null when there are none.</param>
/// <param name="Differences">What a correction changed: before and after.</param>
/// <param name="By">Who registered it and when; null when nobody did.</param>
/// <param name="Decision">The decision it is about; null when it is about none.</param>
public sealed record TimelineItem(
    DateOnly Day, long Order, Status? Tile, string Heading, string? Was, IReadOnlyList<string> Lines, string? Quote, IReadOnlyList<Difference> Differences, string? By, RegisteredDecision? Decision);

/// <summary>Tells what has happened in an answer, the latest first. Nothing is left out.</summary>
internal static class Timeline
{
    public static IReadOnlyList<TimelineItem> Of(DecisionStoryView story) =>
        [.. story.All.SelectMany(d => OfDecision(story, d)).Concat(story.Moves.Select(m => Moved(story, m))).Concat(Asked(story)).OrderByDescending(i => i.Day).ThenByDescending(i => i.Order)];

    private static IEnumerable<TimelineItem> OfDecision(DecisionStoryView story, RegisteredDecision decision)
    {
        yield return Logged(story, decision);
        foreach (var (before, after) in decision.Versions.Zip(decision.Versions.Skip(1)))
            yield return new TimelineItem(
                SwedishTime.DayOf(after.At), after.Sequence, null, $"Rättelse av {Swedish.Lower(before.Content.ActOf())}", null, [], null,
                [.. DecisionDiff.Between((before.Content, before.Details), (after.Content, after.Details)), new Difference("Skäl till rättelsen", [null, after.Reason])],
                $"Rättat av {story.Name(after.By)} {Swedish.Clock(after.At)}. Gäller från början.", null);
        foreach (var gone in decision.Loosened.Where(_ => story.ShowsNames))
            yield return new TimelineItem(
                SwedishTime.DayOf(gone.At), gone.Sequence, null, $"Handling borttagen från {Swedish.Lower(decision.Current.Content.ActOf())}", null, [gone.FileName, $"Skäl: {gone.Reason}"], null, [],
                $"Borttagen av {story.Name(gone.By)} {Swedish.Clock(gone.At)}.", null);
        if (decision.Retraction is { } retraction && story.MoveFrom(decision.Id) is null)
            yield return new TimelineItem(
                SwedishTime.DayOf(retraction.At), retraction.Sequence, null, $"Taget tillbaka: {Swedish.Lower(decision.Current.Content.ActOf())}", null, retraction.Reason is { } why ? [$"Skäl: {why}"] : [], null, [],
                $"Taget tillbaka av {story.Name(retraction.By)} {Swedish.Clock(retraction.At)}. Räknas inte, från början.", null);
    }

    private static TimelineItem Logged(DecisionStoryView story, RegisteredDecision decision)
    {
        var (content, details) = (decision.Current.Content, decision.Current.Details);
        var was = decision.Retraction is not null ? "taget tillbaka" : story.ReplacedBy(decision) is { } next ? $"ersatt {next.Current.Content.DecidedOn!.Value.Long()}" : null;
        IEnumerable<string?> lines =
        [
            Act(content, details),
            story.Deadline is { } deadline && content.IsAnswer && content.ArrivedOn > deadline ? $"Kom in efter sista svarsdag, {deadline.Long()}." : null,
            content.LeavesFrom is { } leaves ? $"Utträder från och med {leaves}." : null,
            content.FirstPayingYear is { } year ? $"Första avgiftsår {year}." : null,
            details.Conditions is { } conditions ? $"Villkor: {conditions}" : null,
            details.Reason is { } reason ? $"Skäl: {Swedish.Lower(reason.Label())}." : null,
        ];
        var at = SwedishTime.DayOf(decision.First.At) == content.ArrivedOn ? Swedish.Clock(decision.First.At) : $"{SwedishTime.DayOf(decision.First.At).Long()} {Swedish.Clock(decision.First.At)}";
        return new TimelineItem(
            content.ArrivedOn, decision.First.Sequence, Counting.StatusOf(content), content.Heading(), was, [.. lines.OfType<string>()], details.ReasonQuote, [],
            $"Registrerat av {story.Name(decision.First.By)} {at}.", decision);
    }

    private static TimelineItem Moved(DecisionStoryView story, DecisionMove move)
    {
        var away = story.All.Any(d => d.Id == move.From.Decision);
        return new TimelineItem(
            SwedishTime.DayOf(move.At), move.Sequence, null, away ? $"Flyttat till {move.Place(move.To)}" : $"Flyttat hit från {move.Place(move.From)}", null, [$"Skäl: {move.Reason}"], null, [],
            $"Flyttat av {story.Name(move.By)} {Swedish.Clock(move.At)}. {(away ? "Räknas inte här, från början." : "Räknas här, från början.")}", null);
    }

    /// <summary>"§ 112, sammanträde 22 oktober 2019, dnr KS 2019/231."</summary>
    private static string? Act(DecisionContent content, DecisionDetails details)
    {
        IEnumerable<string?> parts =
        [
            details.Paragraph is { } paragraph ? Swedish.Sign(paragraph) : null,
            content.DecidedOn is { } day ? $"sammanträde {day.Long()}" : null,
            details.CaseNumber is { } number ? $"dnr {number}" : null,
        ];
        var told = string.Join(", ", parts.OfType<string>());
        return told.Length == 0 ? null : char.ToUpperInvariant(told[0]) + told[1..] + ".";
    }

    private static IEnumerable<TimelineItem> Asked(DecisionStoryView story)
    {
        if (story.Recommendation.Letter is not { } letter) yield break;

        var deadline = story.Deadline is { } day ? $" Svar senast {day.Long()}." : "";
        yield return new TimelineItem(letter.SentOn, long.MinValue, Status.NoResponse, "Frågan skickas", null, [$"Till {letter.Addressees}.{deadline}"], null, [], null, null);
    }
}
