using System.Globalization;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Persistence.ReferenceData;
using Kunskapsstyrning.Web.Example;
using Kunskapsstyrning.Web.Features.Logging;

namespace Kunskapsstyrning.Browser.Tests.Rounds;

/// <summary>The invented answers of the example data to the recommendation of 2018, whose course is the published one, as lists that an officer keeps.</summary>
internal static class Course2018
{
    private static readonly List<LogDecision> Answers =
        [.. Answers2018.Of(ReferenceFiles.Read()).Steps.Select(s => s.Command).OfType<LogDecision>().Where(c => c.Content.IsAnswer && c.Beside.Count == 0)];

    /// <summary>The municipalities whose answer came between two days, both included, in the order they came.</summary>
    public static IReadOnlyList<string> Between(string from, string through) => [.. Came(from, through).Select(c => c.Municipality.Digits)];

    /// <summary>A row for each municipality whose answer came between two days, both included: the last one that came.</summary>
    public static IReadOnlyList<string> Rows(string from, string through, params IReadOnlyCollection<string> without) => [.. Came(from, through).Where(c => !without.Contains(c.Municipality.Digits)).Select(Row)];

    private static IEnumerable<LogDecision> Came(string from, string through) => Answers.Where(c => Day(from) <= c.Content.ArrivedOn && c.Content.ArrivedOn <= Day(through))
        .GroupBy(c => c.Municipality).Select(g => g.MaxBy(c => c.Content.ArrivedOn)!).OrderBy(c => c.Content.ArrivedOn);

    private static string Row(LogDecision answer)
    {
        var (content, details) = (answer.Content, answer.Details);
        var outcome = content.Outcome switch { Outcome.Adopts => "Ja", Outcome.AdoptsWithReservation => "Ja med förbehåll", _ => "Nej" };
        return string.Join('\t', answer.Municipality.Digits, outcome, "Slutligt", content.Body, Text(content.DecidedOn!.Value), details.Paragraph, Text(content.ArrivedOn), details.Conditions, details.ReasonQuote);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
