using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Operations;
using Kunskapsstyrning.Web.Features.Recommendations;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Recommendations;

public sealed class RoundStepTests
{
    [Fact]
    public async Task A_corrected_last_day_moves_its_step_and_counts_up_the_sequence_under_the_same_name()
    {
        await using var app = await TestApp.Create();
        var officer = app.As(Role.Officer);
        var before = await File(officer);

        Assert.Null((await officer.Run(new CorrectRecommendation("2024-kunskapsbaserad-socialtjanst", new Correction(
            new CorrectedDeadline(1, new DateOnly(2024, 6, 30), new DateOnly(2024, 9, 30)), "30 juni 2024", "30 september 2024", new DateOnly(2024, 5, 2), "Fel dag i brevet.", "Rättelsebrev", WrongTextReached.Everyone, [])))).Refusal);

        var after = await File(officer);
        Assert.Equal(Names(before), Names(after));
        Assert.Contains("SEQUENCE:0", before, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1", after, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20240930", after, StringComparison.Ordinal);
        Assert.DoesNotContain("DTSTART;VALUE=DATE:20240630", after, StringComparison.Ordinal);
    }

    [Fact]
    public void The_board_s_day_the_letter_s_and_the_last_day_are_steps_though_nobody_wrote_them_in_the_timetable()
    {
        var recommendation = Recommendation.Begin(
            new RecommendationId(Guid.NewGuid()), new NewDraft("Prov", "Prov", "prov", new DateOnly(2026, 9, 11), new YearSpan(2027, 2029)), new FundingPeriodId(Guid.NewGuid()));
        Assert.Null(recommendation.Revise(recommendation.Content with
        {
            Letter = new CoverLetter(new DateOnly(2026, 10, 1), "kommunstyrelserna", "registrator@skr.example", "brev"),
            Rounds = [new DraftedRound(new DateOnly(2026, 12, 4), "Sista svarsdag", "brev"), new DraftedRound(new DateOnly(2027, 3, 1), "Sen anslutning", "brev")],
        }).Refusal);

        var steps = RoundStep.Of(recommendation);

        Assert.Equal(["Styrelsen beslutar", "Följebrevet skickas", "Sista svarsdag", "Sen anslutning"], steps.Select(s => s.What));
    }

    [Fact]
    public async Task A_day_that_the_timetable_tells_of_is_there_once()
    {
        await using var app = await TestApp.Create();

        foreach (var slug in (string[])["2016-nationell-stodfunktion", "2018-kunskapsstyrning", "2024-kunskapsbaserad-socialtjanst"])
        {
            var recommendation = (await app.As(Role.Officer).Ask(new TimetableToKeep(slug)))!;
            var steps = RoundStep.Of(recommendation);

            Assert.Single(steps, s => s.Day == recommendation.BoardDecision.On);
            Assert.Equal(steps.Count, steps.DistinctBy(s => s.Key).Count());
        }
    }

    private static async Task<string> File(Acting officer) =>
        TimetableCalendar.Of([(await officer.Ask(new TimetableToKeep("2024-kunskapsbaserad-socialtjanst")))!], "Tidsplan", new Uri("https://kunskapsstyrning.example/"));

    private static IEnumerable<string> Names(string file) => file.Replace("\r\n ", "", StringComparison.Ordinal).Split("UID:").Skip(1).Select(e => e.Split("\r\n")[0]);
}
