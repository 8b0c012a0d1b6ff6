using System.Net;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Inbox;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Features.OwnMunicipality;
using Kunskapsstyrning.Web.Tests.Features.Inbox;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Kunskapsstyrning.Web.UseCases;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Decisions;

/// <summary>A decision that is moved is told of at both ends, and what goes with it goes along.</summary>
public sealed class MoveDecisionTests(LoggingSite site) : IClassFixture<LoggingSite>
{
    private static readonly EmailAddress Someone = EmailAddress.Parse("registrator@kommun.example");

    private TestApp App => site.App;

    private Acting Registrar => App.As(Role.Registrar);

    [Fact]
    public async Task Both_ends_tell_where_when_who_and_why()
    {
        var logged = await Registrar.Log2016("1401", Typed.Adopts);
        await Registrar.Run(logged);
        var moved = await Move(logged.Id, "1402");
        using var browser = await site.As("registrator");

        using var source = await browser.Page(Urls.ToDecision(logged.Id));
        using var target = await browser.Page(Urls.ToDecision(moved));

        foreach (var (page, place, other) in new[] { (source, "Flyttat till Partille kommun", moved), (target, "Flyttat hit från Härryda kommun", logged.Id) })
        {
            var note = page.QuerySelectorAll(".note").Single(n => n.TextContent.Contains(place, StringComparison.Ordinal));
            Assert.Contains("Fel kommun.", note.TextContent, StringComparison.Ordinal);
            Assert.Contains(Registrar.Actor.Name, note.TextContent, StringComparison.Ordinal);
            Assert.Equal(Urls.ToDecision(other), note.QuerySelector("a")!.GetAttribute("href"));
            Assert.Contains(page.QuerySelectorAll(".time li"), li => li.TextContent.Contains(place, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_was_put_with_it_is_put_with_it_where_it_goes_and_can_be_loosened_there()
    {
        var logged = await Registrar.Log2016("1438", Typed.Adopts);
        await Registrar.Run(logged);
        var item = await App.Arrives("till.txt", "Ett till."u8.ToArray(), ArrivalWay.Dropped);
        await Registrar.Run(new PutWithDecision(item, logged.Id) { About = [(logged.Municipality, logged.Recommendation)], Documents = [await App.LastDocumentOf(item)] });

        var moved = await Move(logged.Id, "1439");

        Assert.Contains((await Registrar.Ask(new ItemDesk(item)))!.PutWith, r => r.Id == moved);
        Assert.True((await Registrar.Run(new LoosenItem(item, moved, "Fel beslut."))).IsDone);
        Assert.Empty((await Registrar.Ask(new DecisionStory(moved)))!.Decision.Documents);
        Assert.Equal("ToRegister", await App.StateOf(item));
    }

    [Theory]
    [InlineData(true, "SetAside", "0560", "0561", "0562")]
    [InlineData(false, "ToRegister", "0512", "0513", "0563")]
    public async Task What_is_left_to_do_with_what_it_was_registered_from_is_left_after_a_move(bool isSetAside, string state, string one, string other, string goal)
    {
        var item = await App.Arrives(new Inbox.Letter());
        var command = await Registrar.Registering(item, one, other);
        await Registrar.Run(command);
        await Registrar.Run(new RetractDecision(command.Decisions[0].Id, 1, "Fel."));
        if (isSetAside) await Registrar.Run(new SetItemAside(item, "Dubblett"));

        await Move(command.Decisions[1].Id, goal);

        Assert.Equal(state, await App.StateOf(item));
    }

    [Fact]
    public async Task The_receipt_that_had_not_left_is_written_anew_about_where_it_belongs()
    {
        var logged = (await Registrar.Log2016("1407", Typed.Adopts)) with { Receipt = Someone };
        await Registrar.Run(logged);

        var moved = await Move(logged.Id, "1415");

        Assert.Equal("Recalled", await App.Read<string>($"SELECT state FROM outgoing_message WHERE decision_id = '{logged.Id.Value}'"));
        Assert.Equal("Queued registrator@kommun.example 1415", await App.Read<string>($"SELECT state || ' ' || recipient || ' ' || municipality_code FROM outgoing_message WHERE decision_id = '{moved.Value}'"));
    }

    [Fact]
    public async Task Nobody_is_asked_for_a_final_decision_that_stands_where_it_goes()
    {
        var proposal = (await Registrar.Log2016("0604", Typed.Proposes)) with { AskForFinal = new AskForFinal(Someone, new DateOnly(2025, 12, 15)) };
        var final = await Registrar.Log2016("0617", Typed.Adopts);
        await Registrar.Run(proposal);
        await Registrar.Run(final);
        var moved = new DecisionId(Guid.CreateVersion7());

        Assert.Null((await Registrar.Run(new MoveDecision(proposal.Id, 1, moved, final.Municipality, final.Recommendation, "Fel kommun.") { Beside = [final.Id] })).Refusal);

        Assert.Equal("Recalled", await App.Read<string>($"SELECT string_agg(state, ' ') FROM outgoing_message WHERE decision_id IN ('{proposal.Id.Value}', '{moved.Value}')"));
        Assert.Equal(0, await App.Read<long>($"SELECT count(*) FROM follow_up WHERE decision_id IN ('{proposal.Id.Value}', '{moved.Value}') AND done_at IS NULL"));
    }

    [Fact]
    public async Task An_objection_nobody_has_answered_is_still_there_after_a_move_and_gone_after_a_retraction()
    {
        var logged = (await Registrar.Log2016("1419", Typed.Adopts)) with { Receipt = Someone };
        await Registrar.Run(logged);
        var reference = ReceiptReference.Parse(await App.Read<string>($"SELECT reference FROM outgoing_message WHERE decision_id = '{logged.Id.Value}'"));
        Assert.Null((await App.Runner.Run(new AnswerReceipt("Det är inte vår kommun."), Actor.Holding(reference), CancellationToken.None)).Refusal);
        App.Clock.Now += TimeSpan.FromMinutes(1);

        var moved = await Move(logged.Id, "1421");
        Assert.Equal(moved, (await Registrar.Ask(new Objections())).Single(o => o.Words == "Det är inte vår kommun.").Decision);
        Assert.Contains((await Registrar.Ask(new MessagesAbout(moved))).SelectMany(m => m.Answers), a => a.Objection == "Det är inte vår kommun.");

        await Registrar.Run(new RetractDecision(moved, 1, "Fel."));
        Assert.DoesNotContain(await Registrar.Ask(new Objections()), o => o.Words == "Det är inte vår kommun.");
    }

    [Fact]
    public async Task What_a_municipality_asks_to_have_corrected_goes_along_and_the_other_municipality_does_not_read_it()
    {
        var logged = await Registrar.Log2016("0125", Typed.Adopts);
        await Registrar.Run(logged);
        Assert.Null((await App.As("kommun-0125").Run(new SayAboutDecision(logged.Id, "Beslutet är inte vårt."))).Refusal);
        App.Clock.Now += TimeSpan.FromMinutes(1);

        var moved = await Move(logged.Id, "0180");

        var open = (await Registrar.Ask(new Objections())).Single(o => o.Words == "Beslutet är inte vårt.");
        Assert.Equal((moved, "0180"), (open.Decision, open.Municipality.Code.Digits));
        using var browser = await site.As("registrator");
        using var page = await browser.Page(Urls.ToDecision(moved));
        Assert.Contains("Kommunen ber om rättelse.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await App.As("kommun-0180").Ask(new RemarksAbout(moved)));
        Assert.Empty((await App.As("kommun-0180").Ask(new WhatAppliesToUs(Typed.Slug2016)))!.Decisions.Single(d => d.Decision.Id == moved).Remarks);

        using var settled = await browser.Post(Urls.ToDecision(moved), Urls.ToSettleRequest(logged.Id, 1), ("beslut", moved.Value.ToString()));
        Assert.Equal(Urls.ToDecision(moved), settled.Headers.Location!.OriginalString);
        Assert.DoesNotContain(await Registrar.Ask(new Objections()), o => o.Words == "Beslutet är inte vårt.");
    }

    [Fact]
    public async Task What_it_asked_for_is_still_asked_for_on_its_own_page_when_the_decision_is_moved_to_another_question()
    {
        var logged = await Registrar.Log2016("0180", Typed.Adopts with { DecidedOn = new DateOnly(2019, 5, 20), ArrivedOn = new DateOnly(2019, 5, 27) });
        await Registrar.Run(logged);
        var stockholm = App.As("kommun-0180");
        await stockholm.Run(new SayAboutDecision(logged.Id, null));
        await stockholm.Run(new SayAboutDecision(logged.Id, "Det gäller den senare frågan."));
        App.Clock.Now += TimeSpan.FromMinutes(1);
        var other = new RecommendationId(await App.Read<Guid>("SELECT id FROM recommendation WHERE slug = '2018-kunskapsstyrning'"));
        var moved = new DecisionId(Guid.CreateVersion7());

        Assert.Null((await Registrar.Run(new MoveDecision(logged.Id, 1, moved, new MunicipalityCode("0180"), other, "Fel fråga."))).Refusal);

        var our = (await stockholm.Ask(new WhatAppliesToUs("2018-kunskapsstyrning")))!.Decisions.Single(d => d.Decision.Id == moved);
        Assert.Equal("Det gäller den senare frågan.", Assert.Single(our.Remarks).Objection);
        Assert.NotNull(our.Last);
    }

    [Fact]
    public async Task An_objection_that_a_correction_dealt_with_before_the_move_is_not_told_of_after_it()
    {
        var logged = (await Registrar.Log2016("0662", Typed.Adopts)) with { Receipt = Someone };
        await Registrar.Run(logged);
        var reference = ReceiptReference.Parse(await App.Read<string>($"SELECT reference FROM outgoing_message WHERE decision_id = '{logged.Id.Value}'"));
        await App.Runner.Run(new AnswerReceipt("Fel paragraf."), Actor.Holding(reference), CancellationToken.None);
        App.Clock.Now += TimeSpan.FromMinutes(1);
        using var browser = await site.As("registrator");
        using (var before = await browser.Page(Urls.ToDecision(logged.Id))) Assert.Contains("säger att något inte stämmer", before.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await Registrar.Run(new CorrectDecision(logged.Id, 1, logged.Content, logged.Details with { Paragraph = "§ 70" }, "Fel paragraf."));
        var moved = new DecisionId(Guid.CreateVersion7());
        Assert.Null((await Registrar.Run(new MoveDecision(logged.Id, 2, moved, new MunicipalityCode("0665"), logged.Recommendation, "Fel kommun."))).Refusal);

        using var page = await browser.Page(Urls.ToDecision(moved));

        Assert.DoesNotContain("säger att något inte stämmer", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_where_it_goes_is_shown_before_anything_is_moved()
    {
        var (wrong, there) = (await Registrar.Log2016("1427", Typed.Adopts), await Registrar.Log2016("1430", Typed.Adopts with { Outcome = Outcome.Declines }));
        await Registrar.Run(wrong);
        await Registrar.Run(there);
        var address = Urls.ToMove(wrong.Id);
        using var browser = await site.As("registrator");
        (string, string)[] form = [("version", "1"), ("id", Guid.CreateVersion7().ToString()), ("kommun", "1430"), ("rekommendation", Typed.Slug2016), ("skal-till-andring", "Fel kommun.")];

        using var shown = await browser.Post(address, address, form.Append(("visa", "1")));
        using var seen = await SignedInBrowser.Read(shown);
        Assert.Equal((HttpStatusCode.OK, "Fel kommun."), (shown.StatusCode, seen.GetElementById("skal-till-andring")!.TextContent));
        Assert.Equal("post", seen.QuerySelector("form[action] button[name=visa]")!.Closest("form")!.GetAttribute("method"));
        Assert.Contains(seen.QuerySelectorAll("#finns-dar a"), a => a.GetAttribute("href") == Urls.ToDecision(there.Id));

        using var unseen = await browser.Post(address, address, form);
        using var told = await SignedInBrowser.Read(unseen);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unseen.StatusCode);
        Assert.NotNull(told.QuerySelector("#finns-dar"));
        Assert.Equal(0, await App.Read<long>($"SELECT count(*) FROM retraction WHERE decision_id = '{wrong.Id.Value}'"));

        using var moved = await browser.Post(address, address, form.Append(("sedda", told.QuerySelector("input[name=sedda]")!.GetAttribute("value")!)));
        Assert.Equal(HttpStatusCode.SeeOther, moved.StatusCode);
    }

    [Fact]
    public async Task An_undo_of_what_was_corrected_meanwhile_says_what_it_is()
    {
        var logged = await Registrar.Log2016("1435", Typed.Adopts);
        await Registrar.Run(logged);
        await Registrar.Run(new CorrectDecision(logged.Id, 1, logged.Content, logged.Details with { Paragraph = "§ 70" }, "Fel paragraf."));
        using var browser = await site.As("registrator");

        using var answer = await browser.Post("/registrera", $"/beslut/{logged.Id.Value}/angra", ("version", "1"));
        using var told = await SignedInBrowser.Read(answer);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("har rättats sedan sidan öppnades", told.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("nedan", told.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<DecisionId> Move(DecisionId decision, string municipality)
    {
        var moved = new DecisionId(Guid.CreateVersion7());
        Assert.Null((await Registrar.Run(new MoveDecision(decision, 1, moved, new MunicipalityCode(municipality), await Registrar.Id2016(), "Fel kommun."))).Refusal);
        return moved;
    }
}
