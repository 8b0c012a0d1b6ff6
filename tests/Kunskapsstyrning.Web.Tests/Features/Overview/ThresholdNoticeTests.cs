using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.News;
using Kunskapsstyrning.Web.Features.Recommendations;
using Kunskapsstyrning.Web.Reference;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Kunskapsstyrning.Web.UseCases;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Overview;

/// <summary>A threshold of two municipalities, where nobody has answered.</summary>
public sealed class ThresholdNoticeTests : IAsyncLifetime
{
    private TestApp? _app;

    private TestApp App => _app ?? throw new InvalidOperationException("The test application is not started.");

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.Create();
        Assert.Null((await App.As("handlaggare").Run(new StateThreshold(await Registrar.Id2016(), new Threshold(2, "minst två", "Prov")))).Refusal);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
    }

    [Fact]
    public async Task It_is_told_once_by_the_answer_that_reaches_it_in_the_same_transaction()
    {
        await Log("0125");
        Assert.Equal((0, 0), (await Told("ThresholdReached"), await Told("ThresholdUnreached")));

        await Log("0127");
        await Log("0140");

        Assert.Equal((1, 0), (await Told("ThresholdReached"), await Told("ThresholdUnreached")));
        Assert.Equal("0127", await App.Read<string>(
            "SELECT d.municipality_code FROM history_event r JOIN history_event d ON d.xmin = r.xmin AND d.kind = 'DecisionLogged' AND d.actor = r.actor WHERE r.kind = 'ThresholdReached'"));
        Assert.Equal("2", await App.Read<string>("SELECT after->0->>'have' FROM history_event WHERE kind = 'ThresholdReached'"));
    }

    [Fact]
    public async Task It_is_taken_back_when_an_undo_or_a_correction_drops_below_and_told_again_when_it_is_reached_again()
    {
        await Log("0125");
        var second = await Log("0127");
        Assert.Null((await Registrar.Run(new UndoLogging(second, 1))).Refusal);
        Assert.Equal((1, 1), (await Told("ThresholdReached"), await Told("ThresholdUnreached")));

        var third = await Log("0140");
        Assert.Null((await Registrar.Run(new CorrectDecision(third, 1, Typed.Adopts with { Outcome = Outcome.Declines }, Typed.Details, "Läste fel"))).Refusal);
        Assert.Equal((2, 2), (await Told("ThresholdReached"), await Told("ThresholdUnreached")));
        Assert.Equal([false, true, false, true], (await App.As("handlaggare").Ask(new ManagedRecommendation(Typed.Slug2016)))!.ThresholdTold.Select(t => t.IsReached));
    }

    [Fact]
    public async Task A_no_a_proposal_and_a_threshold_in_words_tell_nothing()
    {
        await Log("0125");
        await Log("0127", Typed.Proposes);
        await Log("0140", Typed.Adopts with { Outcome = Outcome.Declines });
        Assert.Null((await App.As("handlaggare").Run(new StateThreshold(await Registrar.Id2016(), new Threshold(null, "tillräckligt många", "Prov")))).Refusal);

        await Log("0180");
        await Log("0380");

        Assert.Equal((0, 0), (await Told("ThresholdReached"), await Told("ThresholdUnreached")));
    }

    [Fact]
    public async Task Of_many_who_register_at_once_on_two_nodes_one_tells_it()
    {
        await using var source = NpgsqlDataSource.Create(App.ApplicationConnectionString);
        using var facts = new ReferenceFactsKeeper(new Changes());
        var other = Registrar with { Runner = TestApp.RunnerOn(source, facts, new Changes(), App.Clock) };
        string[] codes = ["0125", "0127", "0140", "0180", "0380", "0580"];
        var commands = await Task.WhenAll(codes.Select(code => Registrar.Log2016(code, Typed.Adopts)));

        var results = await Task.WhenAll(commands.Select((command, at) => (at % 2 == 0 ? Registrar : other).Run(command)));

        Assert.All(results, r => Assert.Null(r.Refusal));
        Assert.Equal((1, 0), (await Told("ThresholdReached"), await Told("ThresholdUnreached")));
    }

    [Fact]
    public async Task An_open_page_is_told_of_answers_apart_from_what_is_on_its_way_and_what_is_corrected_and_again_when_the_threshold_is_not_reached()
    {
        var first = await Log("0125");
        var seen = (await App.AsAnyone().Ask(new AnswersSince(Typed.Slug2016, 0)))!;
        Assert.Equal((1, false, ": kvar\n\n"), (seen.Since.Answers, seen.IsReached, seen.Told(seen)));

        var second = await Log("0127");
        var reached = (await App.AsAnyone().Ask(new AnswersSince(Typed.Slug2016, seen.Sequence)))!;
        Assert.Equal("data: {\"antal\":1,\"pavag\":0,\"rattelser\":0,\"nadd\":true}\n\n", reached.Told(seen));

        Assert.Null((await Registrar.Run(new CorrectDecision(first, 1, Typed.Adopts with { Outcome = Outcome.AdoptsWithReservation }, Typed.Details, "Läste fel"))).Refusal);
        await Log("0140", Typed.Proposes);
        var more = (await App.AsAnyone().Ask(new AnswersSince(Typed.Slug2016, seen.Sequence)))!;
        Assert.Equal("data: {\"antal\":1,\"pavag\":1,\"rattelser\":1,\"nadd\":true}\n\n", more.Told(reached));

        Assert.Null((await Registrar.Run(new RetractDecision(second, 1, "Hörde inte hit"))).Refusal);
        var lost = (await App.AsAnyone().Ask(new AnswersSince(Typed.Slug2016, seen.Sequence)))!;
        Assert.Equal("data: {\"antal\":0,\"pavag\":1,\"rattelser\":1,\"nadd\":false}\n\n", lost.Told(more));
    }

    private Acting Registrar => App.As(Role.Registrar);

    private async Task<DecisionId> Log(string municipality, DecisionContent? content = null)
    {
        var command = await Registrar.Log2016(municipality, content ?? Typed.Adopts);
        Assert.Null((await Registrar.Run(command)).Refusal);
        return command.Id;
    }

    private Task<long> Told(string kind) => App.Read<long>($"SELECT count(*) FROM history_event WHERE kind = '{kind}'");
}
