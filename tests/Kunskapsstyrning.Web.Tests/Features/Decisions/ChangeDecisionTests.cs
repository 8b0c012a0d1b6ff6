using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Decisions;

public sealed class ChangeDecisionTests(TestApp app) : IClassFixture<TestApp>
{
    private Acting Registrar => app.As(Role.Registrar);

    [Fact]
    public async Task A_proposal_is_on_its_way_the_decision_adopts_a_later_no_declines_and_what_was_wrong_is_mended_from_the_start()
    {
        var before = (await Registrar.State(new DateOnly(2018, 12, 31))).Adoption.HaveAdopted;

        await Registrar.Run(await Registrar.Log2016("0128", Typed.Proposes));
        Assert.Equal(Status.InPreparation, await Registrar.StatusOf("0128", new DateOnly(2018, 12, 31)));
        Assert.Equal(before, (await Registrar.State(new DateOnly(2018, 12, 31))).Adoption.HaveAdopted);

        var yes = await Registrar.Log2016("0128", Typed.Adopts);
        await Registrar.Run(yes);
        Assert.Equal(Status.InPreparation, await Registrar.StatusOf("0128", new DateOnly(2016, 9, 26)));
        Assert.Equal(Status.Adopted, await Registrar.StatusOf("0128", new DateOnly(2016, 9, 27)));
        Assert.Equal(Status.InPreparation, await Registrar.StatusOf("0128", new DateOnly(2016, 9, 19), Basis.Held));
        Assert.Equal(Status.Adopted, await Registrar.StatusOf("0128", new DateOnly(2016, 9, 20), Basis.Held));
        Assert.Equal(before + 1, (await Registrar.State(new DateOnly(2018, 12, 31))).Adoption.HaveAdopted);

        var no = await Registrar.Log2016("0128", Typed.Adopts with { Outcome = Outcome.Declines, DecidedOn = new DateOnly(2016, 11, 1), ArrivedOn = new DateOnly(2016, 11, 8) });
        await Registrar.Run(no);
        Assert.Equal(Status.Adopted, await Registrar.StatusOf("0128", new DateOnly(2016, 11, 7)));
        Assert.Equal(Status.Declined, await Registrar.StatusOf("0128", new DateOnly(2016, 11, 8)));

        await Registrar.Run(new CorrectDecision(no.Id, 1, no.Content with { ArrivedOn = new DateOnly(2016, 11, 10) }, no.Details, "Fel dag lästes."));
        Assert.Equal(Status.Adopted, await Registrar.StatusOf("0128", new DateOnly(2016, 11, 8)));
        Assert.Equal(Status.Declined, await Registrar.StatusOf("0128", new DateOnly(2016, 11, 10)));

        await Registrar.Run(new RetractDecision(no.Id, 2, "Hörde till en annan kommun."));
        Assert.Equal(Status.Adopted, await Registrar.StatusOf("0128", new DateOnly(2018, 12, 31)));

        var story = (await Registrar.Ask(new DecisionStory(no.Id)))!;
        Assert.Equal(3, story.All.Count);
        Assert.Equal(2, story.Decision.Versions.Count);
        Assert.Equal("Hörde till en annan kommun.", story.Decision.Retraction!.Reason);
    }

    [Fact]
    public async Task Of_two_who_correct_at_once_one_is_saved_and_the_other_is_told()
    {
        var logged = await Registrar.Log2016("0136", Typed.Adopts);
        await Registrar.Run(logged);

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Registrar.Run(
            new CorrectDecision(logged.Id, 1, logged.Content, logged.Details with { Paragraph = $"§ {i}" }, "Fel paragraf lästes."))));

        Assert.Single(results, r => r.IsDone);
        Assert.Equal(5, results.Count(r => r.Refusal == DecisionRefusals.ChangedMeanwhile));
        Assert.Equal(2, await app.Read<long>($"SELECT count(*) FROM decision_version WHERE decision_id = '{logged.Id.Value}'"));
    }

    [Fact]
    public async Task A_change_needs_a_reason_and_a_difference()
    {
        var logged = await Registrar.Log2016("0138", Typed.Adopts);
        await Registrar.Run(logged);

        Assert.Equal(DecisionRefusals.NeedsReason, (await Registrar.Run(new RetractDecision(logged.Id, 1, " "))).Refusal);
        Assert.Equal(DecisionRefusals.NothingChanged, (await Registrar.Run(new CorrectDecision(logged.Id, 1, logged.Content, logged.Details, "Utan skillnad."))).Refusal);
        Assert.Equal(1, await app.Read<long>($"SELECT count(*) FROM history_event WHERE subject = '{logged.Id.Value}'"));
    }

    [Fact]
    public async Task Only_one_s_own_registration_can_be_undone_and_only_the_same_day()
    {
        var morning = app.Clock.Now;
        var own = await Registrar.Log2016("0139", Typed.Adopts);
        var older = await Registrar.Log2016("0140", Typed.Adopts);
        await Registrar.Run(own);
        await Registrar.Run(older);

        Assert.Equal(ChangeRefusals.NotOwnOfToday, (await app.As("handlaggare").Run(new UndoLogging(own.Id, 1))).Refusal);
        Assert.True((await Registrar.Run(new UndoLogging(own.Id, 1))).IsDone);
        app.Clock.Now = morning.AddDays(1);
        Assert.Equal(ChangeRefusals.NotOwnOfToday, (await Registrar.Run(new UndoLogging(older.Id, 1))).Refusal);
        app.Clock.Now = morning;

        Assert.Equal(Status.NoResponse, await Registrar.StatusOf("0139", new DateOnly(2018, 12, 31)));
        Assert.Equal("Ångrat av den som registrerade.", await app.Read<string>($"SELECT reason FROM walled_reason WHERE decision_id = '{own.Id.Value}'"));
    }

    [Fact]
    public async Task A_municipality_reads_its_own_story_and_no_other_s()
    {
        var own = await Registrar.Log2016("0125", Typed.Adopts);
        var other = await Registrar.Log2016("0180", Typed.Adopts);
        await Registrar.Run(own);
        await Registrar.Run(other);
        var ekero = app.As("kommun-0125");

        Assert.Equal("§ 67", (await ekero.Ask(new DecisionStory(own.Id)))!.Details.Paragraph);
        Assert.Null(await ekero.Ask(new DecisionStory(other.Id)));
    }

    [Fact]
    public async Task What_was_registered_on_the_wrong_municipality_shows_it_no_other_s_case_once_taken_back()
    {
        var wrong = await Registrar.Log2016("0125", Typed.Adopts);
        await Registrar.Run(wrong);
        await Registrar.Run(new RetractDecision(wrong.Id, 1, "Registrerat på fel kommun."));

        var story = (await app.As("kommun-0125").Ask(new DecisionStory(wrong.Id)))!;

        Assert.NotNull(story.Decision.Retraction);
        Assert.Equal(DecisionDetails.None, story.Details);
        Assert.Equal("SN16/103", (await Registrar.Ask(new DecisionStory(wrong.Id)))!.Details.CaseNumber);
    }
}
