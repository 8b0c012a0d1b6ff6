using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Rounds;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Rounds;

public sealed class ReminderPlanTests
{
    private static readonly MunicipalityCode Ekerö = new("0125");
    private static readonly MunicipalityCode Stockholm = new("0180");
    private static readonly RecommendationId Asked = new(Guid.CreateVersion7());
    private static readonly PlannedReminder Planned = new(new DateOnly(2019, 6, 15), -3, new DateOnly(2019, 6, 12), new DateOnly(2019, 6, 12), [Ekerö]);
    private static readonly Recorded By = new(new PersonId(Guid.CreateVersion7()), new DateTimeOffset(2019, 5, 2, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Reminders_fall_on_working_days_outside_July()
    {
        var plan = Plan([-14, -3, 7, 30], (Ekerö, "2019-06-15"));

        Assert.Equal(["2019-06-03", "2019-06-12", "2019-06-24", "2019-08-01"], plan.Select(p => Iso(p.On))); // 1 June is a Saturday, 22 June midsummer, 15 July in July
        Assert.Equal([true, false, true, true], plan.Select(p => p.IsMoved));
    }

    [Theory]
    [InlineData("2024-07-31", -14, "2024-06-28")] // 17 July; 29 and 30 June are a weekend
    [InlineData("2024-07-31", 0, "2024-06-28")]
    [InlineData("2019-06-22", -1, "2019-06-20")] // midsummer's eve, and midsummer
    [InlineData("2024-08-02", -14, "2024-08-01")] // 19 July: the first of August is still before the last day
    [InlineData("2024-07-31", 7, "2024-08-07")]
    public void A_reminder_that_was_to_come_before_the_last_day_never_comes_after_it(string deadline, int step, string on) =>
        Assert.Equal(on, Iso(Assert.Single(Plan([step], (Ekerö, deadline))).On));

    [Fact]
    public void A_municipality_with_a_longer_time_is_reminded_from_its_own_last_day()
    {
        var plan = Plan([-3], (Ekerö, "2016-09-30"), (Stockholm, "2016-10-31"));

        Assert.Equal([("2016-09-27", "0125"), ("2016-10-28", "0180")], plan.Select(p => (Iso(p.On), Assert.Single(p.Municipalities).Digits)));
    }

    [Fact]
    public void Nobody_is_reminded_twice_on_a_day()
    {
        var planned = Assert.Single(Plan([5, 10, 20], (Ekerö, "2016-06-29"))); // 4, 9 and 19 July

        Assert.Equal(("2016-08-01", 20), (Iso(planned.On), planned.Step));
    }

    [Fact]
    public void A_reminder_that_was_put_off_waits_for_its_day_and_the_latest_word_holds()
    {
        Assert.True(ReminderSnooze.PutOff(Asked, Planned, new DateOnly(2019, 6, 17), "Styrelsen möts.", 0, new DateOnly(2019, 6, 12), By, out var first).IsDone);
        Assert.True(ReminderSnooze.PutOff(Asked, Planned, new DateOnly(2019, 6, 21), "Och en gång till.", 1, new DateOnly(2019, 6, 13), By, out var second).IsDone);

        var planned = Assert.Single(ReminderPlan.Of([-3], new Dictionary<MunicipalityCode, DateOnly> { [Ekerö] = new(2019, 6, 15) }, [first!, second!]));

        Assert.Equal(("2019-06-12", "2019-06-24", true), (Iso(planned.PlannedOn), Iso(planned.On), planned.IsPutOff)); // midsummer's eve is no day to remind on
    }

    [Fact]
    public void Only_the_reminder_that_was_put_off_waits()
    {
        Assert.True(ReminderSnooze.PutOff(Asked, Planned, new DateOnly(2019, 6, 17), "Styrelsen möts.", 0, new DateOnly(2019, 6, 12), By, out var snooze).IsDone);

        var plan = ReminderPlan.Of([-14, -3], new Dictionary<MunicipalityCode, DateOnly> { [Ekerö] = new(2019, 6, 15), [Stockholm] = new(2019, 6, 26) }, [snooze!]);

        var sameDay = plan.Where(p => p.PlannedOn == Planned.PlannedOn);
        Assert.Equal([("2019-06-12", "0180"), ("2019-06-17", "0125")], sameDay.Select(p => (Iso(p.On), Assert.Single(p.Municipalities).Digits)));
    }

    [Fact]
    public void A_reminder_is_not_put_off_to_yesterday_nor_without_a_reason()
    {
        Assert.Equal(ReminderRefusals.MustBeLater, ReminderSnooze.PutOff(Asked, Planned, new DateOnly(2019, 6, 12), "Skäl", 0, new DateOnly(2019, 6, 12), By, out _).Refusal);
        Assert.Equal(ReminderRefusals.NeedsReason, ReminderSnooze.PutOff(Asked, Planned, new DateOnly(2019, 6, 17), " ", 0, new DateOnly(2019, 6, 12), By, out _).Refusal);
    }

    [Fact]
    public void A_rule_is_kept_in_order_and_the_same_again_changes_nothing()
    {
        Assert.True(ReminderLadder.State(Asked, [7, -14, 7], null, By, out var ladder).IsDone);
        Assert.Equal([-14, 7], ladder!.Steps);

        Assert.True(ReminderLadder.State(Asked, [-14, 7], ladder, By, out var again).IsDone);
        Assert.Null(again);
        Assert.Equal(ReminderRefusals.StepTooFar, ReminderLadder.State(Asked, [-181], ladder, By, out _).Refusal);
        Assert.Equal(ReminderRefusals.TooManySteps, ReminderLadder.State(Asked, [.. Enumerable.Range(1, 9)], ladder, By, out _).Refusal);
    }

    private static IReadOnlyList<PlannedReminder> Plan(int[] steps, params (MunicipalityCode Code, string Deadline)[] deadlines) =>
        ReminderPlan.Of(steps, deadlines.ToDictionary(d => d.Code, d => DateOnly.Parse(d.Deadline, System.Globalization.CultureInfo.InvariantCulture)), []);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
