using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Dispatches;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Features.Operations;
using Kunskapsstyrning.Web.Tests.Access;
using Kunskapsstyrning.Web.Tests.Features.Contacts;
using Kunskapsstyrning.Web.UseCases;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Dispatches;

/// <summary>A correction of the recommendation goes to those whose own letter was written before it, and stops what still says what was wrong.</summary>
public sealed class CorrectedMeanwhileTests : IAsyncLifetime
{
    private const string Slug = "2018-kunskapsstyrning";

    private static readonly DispatchMatter Question = new(DispatchKind.Question);
    private static readonly DispatchMatter Reminder = new(DispatchKind.Reminder);
    private static readonly MunicipalityCode Umeå = new("2480");

    private TestApp _app = null!;

    [Fact]
    public async Task Whoever_was_reached_late_by_a_letter_written_after_the_correction_was_not_told_wrong()
    {
        await _app.Change("skr", "", "DELETE FROM contact WHERE municipality_code = '2480'");
        var question = await Leaves(Question, "24", withoutThose: true);
        await Corrected();
        await _app.As(Role.Registrar).Keeps(ContactPlace.Of(Umeå, ContactKind.FunctionAddress), Reached.At("ks@umea.example"));
        var missed = (await _app.As(Role.Administrator).Ask(new DispatchInFull(Slug, question)))!.Missed!;
        Assert.Null((await _app.As(Role.Administrator).Run(new ReachMissed(question, missed.Fingerprint))).Refusal);
        await HasLeft(question);

        var plan = await _app.Plan(Slug, await _app.Prepares(Slug, new DispatchMatter(DispatchKind.Correction, 2)));

        Assert.Equal(14, plan.Recipients.Count);
        Assert.DoesNotContain(plan.Recipients, r => r.Place.Municipality == Umeå);
    }

    [Fact]
    public async Task A_correction_goes_to_whoever_was_reminded_with_what_was_wrong()
    {
        await Leaves(Question, "24");
        await Leaves(Reminder, "01");
        await Corrected();
        await Leaves(Reminder, "10");

        var plan = await _app.Plan(Slug, await _app.Prepares(Slug, new DispatchMatter(DispatchKind.Correction, 2)));

        Assert.Equal(["01", "24"], plan.Recipients.Select(r => r.Place.Municipality!.Value.County).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_correction_is_not_released_while_reminders_with_what_was_wrong_wait_to_leave()
    {
        await Leaves(Question, "24");
        await _app.Dispatches(Slug, Reminder, new DispatchRule { Audience = DispatchAudience.NotAnswered, County = "01" });
        await Corrected();
        var correction = await _app.Prepares(Slug, new DispatchMatter(DispatchKind.Correction, 2));

        Assert.Equal(DispatchRefusals.WrongTextWaits, (await _app.Release(Slug, correction)).Refusal);
    }

    [Fact]
    public async Task A_reminder_written_before_the_correction_is_left_out_when_it_would_leave_and_the_log_says_why()
    {
        var id = await _app.Dispatches(Slug, Reminder, new DispatchRule { Audience = DispatchAudience.NotAnswered, County = "09" });
        var message = Assert.Single(await _app.Addressed(Slug, id)).Message!.Value;
        await Corrected();

        await _app.Runner.Run(new StartSubmission(message), Jobs.Mail, CancellationToken.None);

        Assert.Equal(DeliveryState.LeftOut, Assert.Single(await _app.Addressed(Slug, id)).State);
        Assert.Equal("Rekommendationen har rättats sedan påminnelsen skrevs.", await _app.Read<string>("SELECT reason FROM history_event WHERE kind = 'MessageLeftOut'"));
    }

    [Fact]
    public async Task A_reminder_written_after_the_correction_leaves()
    {
        await Corrected();
        var id = await _app.Dispatches(Slug, Reminder, new DispatchRule { Audience = DispatchAudience.NotAnswered, County = "09" });
        _app.Clock.Now += TimeSpan.FromMinutes(6);

        await _app.Runner.Run(new StartSubmission(Assert.Single(await _app.Addressed(Slug, id)).Message!.Value), Jobs.Mail, CancellationToken.None);

        Assert.Equal(DeliveryState.Submitting, Assert.Single(await _app.Addressed(Slug, id)).State);
    }

    [Fact]
    public async Task A_reminder_that_bounced_is_not_sent_once_more_with_what_has_been_corrected_since()
    {
        var id = await Leaves(Reminder, "09");
        await _app.Change("skr", "", "UPDATE outgoing_message SET state = 'Bounced'");
        await Corrected();
        var message = Assert.Single(await _app.Addressed(Slug, id)).Message!.Value;

        var elsewhere = await _app.As(Role.Registrar).Run(new SendElsewhere(message, EmailAddress.Parse("registrator@gotland.example")));
        var again = await _app.As(Role.Registrar).Run(new SendMessageAgain(message));

        Assert.Equal((SubmissionRefusals.ReminderSinceCorrected, SubmissionRefusals.ReminderSinceCorrected), (elsewhere.Refusal, again.Refusal));
    }

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.Create();
        _app.Clock.Set(new DateOnly(2019, 3, 11));
        await _app.EveryoneIsReached();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>A dispatch to a county's function addresses that has left whole.</summary>
    private async Task<DispatchId> Leaves(DispatchMatter matter, string county, bool withoutThose = false)
    {
        var id = await _app.Prepares(Slug, matter, DispatchRule.UsualFor(matter.Kind) with { CopiesToHeads = false, County = county });
        Assert.Null((await _app.Release(Slug, id, withoutThose)).Refusal);
        await HasLeft(id);
        return id;
    }

    private Task HasLeft(DispatchId id) => _app.Change("skr", "", $"UPDATE outgoing_message SET state = 'Submitted', attempts = 1 WHERE dispatch_id = '{id.Value}'");

    /// <summary>An hour later the deadline is corrected, and another hour passes.</summary>
    private async Task Corrected()
    {
        _app.Clock.Now += TimeSpan.FromHours(1);
        var day = new CorrectedDeadline(1, new DateOnly(2019, 6, 15), new DateOnly(2019, 6, 20));
        Assert.Null((await _app.As(Role.Officer).Run(new CorrectRecommendation(
            Slug, new Correction(day, "15 juni 2019", "20 juni 2019", new DateOnly(2019, 3, 11), "Läst fel.", "brev 11 mars", WrongTextReached.Everyone, [])))).Refusal);
        _app.Clock.Now += TimeSpan.FromHours(1);
    }
}
