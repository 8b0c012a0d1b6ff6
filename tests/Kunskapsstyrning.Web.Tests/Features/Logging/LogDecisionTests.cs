using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.UseCases;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Logging;

public sealed class LogDecisionTests(TestApp app) : IClassFixture<TestApp>
{
    private Acting Registrar => app.As(Role.Registrar);

    [Fact]
    public async Task A_logged_decision_leaves_its_line_in_the_history_with_actor_and_case()
    {
        var command = await Registrar.Log2016("1440", Typed.Adopts);

        var result = await Registrar.Run(command);

        Assert.True(result.IsDone);
        Assert.Equal(
            $"LogDecision DecisionLogged {Registrar.Actor.Person!.Value.Value} 1440",
            await app.Read<string>($"SELECT use_case || ' ' || kind || ' ' || actor || ' ' || municipality_code FROM history_event WHERE subject = '{command.Id.Value}'"));
    }

    [Fact]
    public async Task The_same_registration_sent_twice_is_one()
    {
        var command = await Registrar.Log2016("1441", Typed.Adopts);

        var first = await Registrar.Run(command);
        var second = await Registrar.Run(command);

        Assert.True(first.IsDone && second.IsDone);
        Assert.Equal(1, await app.Read<long>("SELECT count(*) FROM decision WHERE municipality_code = '1441'"));
        Assert.Equal(1, await app.Read<long>($"SELECT count(*) FROM history_event WHERE subject = '{command.Id.Value}'"));
    }

    [Fact]
    public async Task The_same_registration_sent_twice_at_once_is_one()
    {
        var command = await Registrar.Log2016("1442", Typed.Adopts);

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Registrar.Run(command)));

        Assert.All(results, r => Assert.True(r.IsDone));
        Assert.Equal(1, await app.Read<long>($"SELECT count(*) FROM history_event WHERE subject = '{command.Id.Value}'"));
    }

    [Fact]
    public async Task A_form_saved_before_and_sent_with_something_else_is_refused_and_not_silently_dropped()
    {
        var command = await Registrar.Log2016("1443", Typed.Adopts);
        await Registrar.Run(command);

        var otherWords = await Registrar.Run(command with { Details = Typed.Details with { Paragraph = "§ 68" } });
        var otherMunicipality = await Registrar.Run(command with { Municipality = new MunicipalityCode("1444") });

        Assert.Equal(LogRefusals.LoggedOtherwise, otherWords.Refusal);
        Assert.Equal(LogRefusals.LoggedOtherwise, otherMunicipality.Refusal);
    }

    [Fact]
    public async Task Of_those_who_log_the_same_decision_at_once_one_is_saved_and_the_others_must_choose()
    {
        var commands = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Registrar.Log2016("1445", Typed.Adopts)));

        var results = await Task.WhenAll(commands.Select(Registrar.Run));

        Assert.Single(results, r => r.IsDone);
        Assert.Equal(3, results.Count(r => r.Refusal == LogRefusals.MayBeRegistered));
        Assert.Equal(1, await app.Read<long>("SELECT count(*) FROM decision WHERE municipality_code = '1445'"));
    }

    [Fact]
    public async Task Those_who_log_the_first_answers_of_a_municipality_at_once_are_all_kept_when_they_differ()
    {
        var commands = await Task.WhenAll(Enumerable.Range(0, 4).Select(day => Registrar.Log2016("1470", Typed.Adopts with { DecidedOn = new DateOnly(2016, 9, 20 + day) })));

        var results = await Task.WhenAll(commands.Select(Registrar.Run));

        Assert.All(results, r => Assert.True(r.IsDone));
        Assert.Equal(4, await app.Read<long>("SELECT count(*) FROM decision WHERE municipality_code = '1470'"));
    }

    [Fact]
    public async Task Who_has_seen_what_stands_may_register_beside_it_but_not_beside_what_came_since()
    {
        var (first, second, third) = (await Registrar.Log2016("1471", Typed.Adopts), await Registrar.Log2016("1471", Typed.Adopts), await Registrar.Log2016("1471", Typed.Adopts with { Outcome = Outcome.Declines }));
        await Registrar.Run(first);

        var beside = await Registrar.Run(second with { Beside = [first.Id] });
        var unseen = await Registrar.Run(third with { Beside = [first.Id] });
        var seen = await Registrar.Run(third with { Beside = [first.Id, second.Id] });

        Assert.True(beside.IsDone);
        Assert.Equal(LogRefusals.MayBeRegistered, unseen.Refusal);
        Assert.True(seen.IsDone);
    }

    [Fact]
    public async Task What_was_taken_back_is_no_twin()
    {
        var first = await Registrar.Log2016("1472", Typed.Adopts);
        await Registrar.Run(first);
        await Registrar.Run(new UndoLogging(first.Id, 1));

        Assert.True((await Registrar.Run(await Registrar.Log2016("1472", Typed.Adopts))).IsDone);
    }

    [Fact]
    public async Task A_file_is_put_with_the_decision_that_stands_and_with_no_other_municipality_s()
    {
        var logged = await Registrar.Log2016("1473", Typed.Adopts);
        await Registrar.Run(logged);
        var file = Files.Text("Samma utdrag, nu justerat.");

        var other = await Registrar.Run(new AttachFile(logged.Id, new MunicipalityCode("1480"), logged.Recommendation, file));
        var none = await Registrar.Run(new AttachFile(logged.Id, logged.Municipality, logged.Recommendation, null));
        var put = await Registrar.Run(new AttachFile(logged.Id, logged.Municipality, logged.Recommendation, file));

        Assert.Equal((AttachRefusals.AnotherQuestion, AttachRefusals.NeedsFile, true), (other.Refusal, none.Refusal, put.IsDone));
        Assert.Equal(1, await app.Read<long>($"SELECT count(*) FROM decision_document WHERE decision_id = '{logged.Id.Value}'"));
    }

    [Fact]
    public async Task An_unknown_municipality_or_recommendation_is_refused()
    {
        var command = await Registrar.Log2016("1446", Typed.Adopts);

        Assert.Equal(LogRefusals.UnknownMunicipality, (await Registrar.Run(command with { Municipality = new MunicipalityCode("9999") })).Refusal);
        Assert.Equal(LogRefusals.UnknownRecommendation, (await Registrar.Run(command with { Recommendation = new RecommendationId(Guid.NewGuid()) })).Refusal);
    }

    [Fact]
    public async Task A_municipality_cannot_have_decided_before_it_existed()
    {
        var first = await app.Read<DateOnly>("SELECT max(valid_from) FROM municipality");
        var young = new Municipality(new MunicipalityCode("0125"), "Ekerö", first.AddDays(1), new TilePlace(0, 0), 0, 0);

        var refusal = LogRefusals.OfMunicipality(young, (await Registrar.State(first)).Recommendation, Typed.Adopts with { DecidedOn = first });

        Assert.Equal(LogRefusals.MunicipalityNotThen, refusal);
    }

    [Fact]
    public async Task A_refused_decision_leaves_no_trace()
    {
        var events = await app.Read<long>("SELECT count(*) FROM history_event");
        var command = await Registrar.Log2016("1447", Typed.Adopts with { DecidedOn = null });

        var result = await Registrar.Run(command with { File = Files.Pdf });

        Assert.Equal(DecisionRefusals.FinalNeedsItsDay, result.Refusal);
        Assert.Equal(0, await app.Read<long>("SELECT count(*) FROM response WHERE municipality_code = '1447'"));
        Assert.Equal(0, await app.Read<long>($"SELECT count(*) FROM document WHERE sha256 = '{Files.Pdf.Sha256}'"));
        Assert.Equal(events, await app.Read<long>("SELECT count(*) FROM history_event"));
    }

    [Fact]
    public async Task One_without_the_permission_may_not()
    {
        var command = await Registrar.Log2016("1452", Typed.Adopts);

        await Assert.ThrowsAsync<NotAllowedException>(() => app.As(Role.Reader).Run(command));
    }

    [Fact]
    public async Task The_same_file_is_stored_once_and_belongs_to_both_decisions()
    {
        var file = Files.Text("Protokollsutdrag för två kommuner.");
        var one = (await Registrar.Log2016("1460", Typed.Adopts)) with { File = file };
        var other = (await Registrar.Log2016("1461", Typed.Adopts)) with { File = file };

        await Registrar.Run(one);
        Assert.Equal(LogRefusals.MayBeRegistered, (await Registrar.Run(other)).Refusal);
        await Registrar.Run(other with { Beside = [one.Id] });

        Assert.Equal(1, await app.Read<long>($"SELECT count(*) FROM document WHERE sha256 = '{file.Sha256}'"));
        Assert.Equal(2, await app.Read<long>($"SELECT count(*) FROM decision_document JOIN document ON document.id = document_id WHERE sha256 = '{file.Sha256}'"));
    }

    [Fact]
    public async Task A_form_sent_again_with_a_file_that_was_not_there_is_refused_and_not_silently_dropped()
    {
        var command = await Registrar.Log2016("1462", Typed.Adopts);
        await Registrar.Run(command);

        var again = await Registrar.Run(command with { File = Files.Text("Utdraget som glömdes.") });

        Assert.Equal(LogRefusals.LoggedOtherwise, again.Refusal);
    }

    [Fact]
    public async Task Saving_one_form_ends_its_own_draft_only_also_when_it_is_sent_twice()
    {
        var saved = (await Registrar.Log2016("1463", Typed.Adopts)) with { EndsDraft = true };
        await Registrar.Run(new KeepDraft(new LogDecisionForm([new("id", Guid.CreateVersion7().ToString()), new("kommun", "Mölndal")])));

        var first = await Registrar.Run(saved);
        var second = await Registrar.Run(saved);

        Assert.True(first.IsDone);
        Assert.True(second.IsDone);
        Assert.Equal(1, await app.Read<long>("SELECT count(*) FROM decision_draft WHERE fields ->> 'kommun' = 'Mölndal'"));
    }
}
