using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Rounds;
using Kunskapsstyrning.Web.Features.Dispatches;
using Kunskapsstyrning.Web.Features.Operations;
using Kunskapsstyrning.Web.Features.Recommendations;
using Kunskapsstyrning.Web.Features.Rounds;
using Kunskapsstyrning.Web.Tests.Features.Dispatches;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Rounds;

/// <summary>Which reminder is due when, and to how many.</summary>
public sealed class ReminderTests
{
    private const string Slug = "2018-kunskapsstyrning";

    private static readonly DateOnly LastDay = new(2019, 6, 15);

    [Fact]
    public async Task The_reminder_of_the_rule_is_due_on_its_day_and_counts_those_without_an_answer()
    {
        await using var app = await TestApp.Create();
        var officer = app.As(Role.Officer);
        app.Clock.Set(new DateOnly(2019, 5, 2));
        Assert.Null((await officer.Run(new StateReminders(Slug, [7, -14]))).Refusal);

        Assert.Null((await officer.Ask(new RemindersOf(Slug)))!.Now);
        app.Clock.Set(new DateOnly(2019, 6, 3)); // 1 June is a Saturday

        var now = (await officer.Ask(new RemindersOf(Slug)))!.Now!;
        Assert.Equal((-14, new DateOnly(2019, 6, 3), 290, 0), (now.Planned.Step, now.Planned.On, now.Silent, now.OnlyProposal));
    }

    [Fact]
    public async Task Without_a_rule_nothing_is_due_and_a_suggestion_is_shown()
    {
        await using var app = await TestApp.Create();
        app.Clock.Set(new DateOnly(2019, 6, 3));

        var view = (await app.As(Role.Officer).Ask(new RemindersOf(Slug)))!;

        Assert.Null(view.Ladder);
        Assert.Null(view.Now);
        Assert.NotEmpty(view.Reminders);
    }

    [Fact]
    public async Task A_longer_time_moves_one_municipality_s_reminder_and_who_has_told_its_day_is_counted()
    {
        await using var app = await TestApp.Create();
        var officer = app.As(Role.Officer);
        app.Clock.Set(new DateOnly(2019, 5, 2));
        Assert.Null((await officer.Run(new StateReminders(Slug, [-3]))).Refusal);
        Assert.Null((await officer.Run(new AllowLonger(Slug, new MunicipalityCode("0114"), new DateOnly(2019, 6, 24), "KF sammanträder 24 juni."))).Refusal);
        await officer.Notes(Noting.About("0115", null, new NextStep(new DateOnly(2019, 6, 18), "KF", null)) with { Slug = Slug });
        app.Clock.Set(new DateOnly(2019, 6, 12));

        var view = (await officer.Ask(new RemindersOf(Slug)))!;

        Assert.Equal((289, 1), (view.Now!.Silent, view.Now.HaveToldDay));
        Assert.Equal("0114", Assert.Single(view.ToCome.Single(r => r.Planned.Deadline == new DateOnly(2019, 6, 24)).Planned.Municipalities).Digits);
    }

    [Fact]
    public async Task A_reminder_that_is_put_off_is_due_on_the_other_day_and_the_history_says_why()
    {
        await using var app = await TestApp.Create();
        var officer = app.As(Role.Officer);
        app.Clock.Set(new DateOnly(2019, 6, 12));
        Assert.Null((await officer.Run(new StateReminders(Slug, [-3]))).Refusal);
        Assert.NotNull((await officer.Ask(new RemindersOf(Slug)))!.Now);

        Assert.Null((await officer.Run(new SnoozeReminder(Slug, LastDay, new DateOnly(2019, 6, 12), new DateOnly(2019, 6, 17), "Brevet gick ut sent."))).Refusal);

        Assert.Null((await officer.Ask(new RemindersOf(Slug)))!.Now);
        app.Clock.Set(new DateOnly(2019, 6, 17));
        Assert.True((await officer.Ask(new RemindersOf(Slug)))!.Now!.Planned.IsPutOff);
        Assert.Equal("Brevet gick ut sent.", await app.Read<string>("SELECT reason FROM history_event WHERE kind = 'ReminderSnoozed'"));
        Assert.Equal(ReminderRefusals.NotThere, (await officer.Run(new SnoozeReminder(Slug, LastDay, new DateOnly(2019, 6, 13), new DateOnly(2019, 6, 18), "Ingen sådan."))).Refusal);
    }

    [Fact]
    public async Task A_reminder_that_is_put_off_leaves_another_that_falls_on_the_same_day()
    {
        await using var app = await TestApp.Create();
        var officer = app.As(Role.Officer);
        app.Clock.Set(new DateOnly(2019, 6, 12));
        Assert.Null((await officer.Run(new StateReminders(Slug, [-14, -3]))).Refusal);
        Assert.Null((await officer.Run(new AllowLonger(Slug, new MunicipalityCode("0114"), new DateOnly(2019, 6, 26), "KF sammanträder 25 juni."))).Refusal);

        Assert.Null((await officer.Run(new SnoozeReminder(Slug, LastDay, new DateOnly(2019, 6, 12), new DateOnly(2019, 6, 17), "Brevet gick ut sent."))).Refusal);

        var sameDay = (await officer.Ask(new RemindersOf(Slug)))!.Reminders.Where(r => r.Planned.PlannedOn == new DateOnly(2019, 6, 12)).Select(r => (Day(r), r.Planned.Deadline.Day));
        Assert.Equal([("2019-06-12", 26), ("2019-06-17", 15)], sameDay);
    }

    [Fact]
    public async Task What_has_been_is_what_was_released_and_a_planned_day_that_passed_is_nothing()
    {
        await using var app = await TestApp.Create();
        await app.EveryoneIsReached();
        var officer = app.As(Role.Officer);
        app.Clock.Set(new DateOnly(2019, 6, 13));
        Assert.Null((await officer.Run(new StateReminders(Slug, [-14, -3]))).Refusal);
        Assert.Empty((await officer.Ask(new RemindersOf(Slug)))!.Sent);

        var reminder = await app.Dispatches(Slug, new DispatchMatter(DispatchKind.Reminder));
        await app.Prepares(Slug, new DispatchMatter(DispatchKind.Reminder));

        Assert.Equal(reminder, Assert.Single((await officer.Ask(new RemindersOf(Slug)))!.Sent).Dispatch.Id);
    }

    [Fact]
    public async Task A_reminder_to_one_county_or_one_that_was_stopped_leaves_the_planned_one_to_do()
    {
        await using var app = await TestApp.Create();
        await app.EveryoneIsReached();
        var officer = app.As(Role.Officer);
        app.Clock.Set(new DateOnly(2019, 6, 13));
        Assert.Null((await officer.Run(new StateReminders(Slug, [-3]))).Refusal);

        await app.Dispatches(Slug, new DispatchMatter(DispatchKind.Reminder), DispatchRule.UsualFor(DispatchKind.Reminder) with { County = "10" });
        Assert.NotNull((await officer.Ask(new RemindersOf(Slug)))!.Now);
        var stopped = await app.Dispatches(Slug, new DispatchMatter(DispatchKind.Reminder));
        Assert.Null((await officer.Ask(new RemindersOf(Slug)))!.Now);
        Assert.Null((await officer.Run(new StopDispatch(stopped))).Refusal);

        Assert.NotNull((await officer.Ask(new RemindersOf(Slug)))!.Now);
    }

    [Fact]
    public async Task A_reminder_to_one_municipality_leaves_the_planned_one_to_do()
    {
        await using var app = await TestApp.Create();
        await app.EveryoneIsReached();
        var officer = app.As(Role.Officer);
        app.Clock.Set(new DateOnly(2019, 6, 13));
        Assert.Null((await officer.Run(new StateReminders(Slug, [-3]))).Refusal);

        await app.Dispatches(Slug, new DispatchMatter(DispatchKind.Reminder), DispatchRule.UsualFor(DispatchKind.Reminder) with { Municipality = new MunicipalityCode("0125") });

        Assert.Equal(290, (await officer.Ask(new RemindersOf(Slug)))!.Now!.Silent);
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 0)]
    public async Task Once_it_is_decided_whether_it_goes_ahead_only_a_window_that_is_open_has_reminders_to_come(bool goesAhead, int left)
    {
        await using var app = await TestApp.Create();
        var officer = app.As(Role.Officer);
        app.Clock.Set(new DateOnly(2019, 6, 20));
        Assert.Null((await officer.Run(new StateReminders(Slug, [-3, 7]))).Refusal);
        Assert.Equal(3, (await officer.Ask(new RemindersOf(Slug)))!.ToCome.Count);

        Assert.Null((await officer.Run(new DecideGoAhead(Slug, goesAhead, new DateOnly(2019, 6, 20), "Styrelsens beslut."))).Refusal);

        Assert.Equal(left, (await officer.Ask(new RemindersOf(Slug)))!.ToCome.Count);
    }

    [Fact]
    public async Task After_its_last_year_nobody_is_reminded()
    {
        await using var app = await TestApp.Create();
        app.Clock.Set(new DateOnly(2026, 11, 23));

        var view = (await app.As(Role.Officer).Ask(new RemindersOf(Slug)))!;

        Assert.False(view.IsWaiting);
        Assert.Empty(view.ToCome);
    }

    [Fact]
    public async Task A_later_window_has_reminders_of_its_own()
    {
        await using var app = await TestApp.Create();
        app.Clock.Set(new DateOnly(2019, 12, 2));

        var view = (await app.As(Role.Officer).Ask(new RemindersOf(Slug)))!;

        Assert.Equal(view.Recommendation.Rounds.Select(r => r.Deadline).Order(), view.Reminders.Select(r => r.Planned.Deadline).Distinct().Order());
    }

    [Fact]
    public async Task Once_it_is_decided_that_it_goes_ahead_only_those_whose_own_time_or_later_window_remains_are_reminded()
    {
        await using var app = await TestApp.Create();
        var officer = app.As(Role.Officer);
        app.Clock.Set(new DateOnly(2019, 5, 2));
        Assert.Null((await officer.Run(new StateReminders(Slug, [-3, 30]))).Refusal);
        Assert.Null((await officer.Run(new AllowLonger(Slug, new MunicipalityCode("0114"), new DateOnly(2019, 10, 15), "KF sammanträder i oktober."))).Refusal);
        app.Clock.Set(new DateOnly(2019, 6, 20));
        Assert.Null((await officer.Run(new DecideGoAhead(Slug, GoesAhead: true, new DateOnly(2019, 6, 20), "Nio av tio är med."))).Refusal);

        var view = (await officer.Ask(new RemindersOf(Slug)))!;

        Assert.Null(view.Now);
        Assert.Equal(["2019-10-14", "2019-11-14", "2019-12-12", "2020-01-14"], view.ToCome.Select(Day));
        Assert.Equal([1, 1, 290, 290], view.ToCome.Select(r => r.Planned.Municipalities.Count));
    }

    [Fact]
    public async Task Once_it_is_decided_that_it_does_not_go_ahead_nobody_is_reminded()
    {
        await using var app = await TestApp.Create();
        var officer = app.As(Role.Officer);
        app.Clock.Set(new DateOnly(2019, 5, 2));
        Assert.Null((await officer.Run(new StateReminders(Slug, [-3, 30]))).Refusal);
        Assert.Null((await officer.Run(new AllowLonger(Slug, new MunicipalityCode("0114"), new DateOnly(2019, 10, 15), "KF sammanträder i oktober."))).Refusal);
        app.Clock.Set(new DateOnly(2019, 6, 20));
        Assert.Null((await officer.Run(new DecideGoAhead(Slug, GoesAhead: false, new DateOnly(2019, 6, 20), "För få är med."))).Refusal);

        var view = (await officer.Ask(new RemindersOf(Slug)))!;

        Assert.Empty(view.ToCome);
        Assert.Null(view.Now);
    }

    private static string Day(DueReminder reminder) => reminder.Planned.On.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
