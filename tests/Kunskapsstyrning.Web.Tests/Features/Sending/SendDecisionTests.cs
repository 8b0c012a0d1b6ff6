using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Inbox;
using Kunskapsstyrning.Web.Features.Sending;
using Kunskapsstyrning.Web.Tests.Features.Inbox;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Kunskapsstyrning.Web.UseCases;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Sending;

/// <summary>What a municipality sends lands in SKR's inbox, once, with its source, and counts for nothing before a person has registered it.</summary>
public sealed class SendDecisionTests(TestApp app) : IClassFixture<TestApp>
{
    private Acting Ekero => app.As("kommun-0125");

    private Acting Registrar => app.As(Role.Registrar);

    [Fact]
    public async Task A_sent_decision_is_an_item_of_the_inbox_with_its_source_and_no_registered_decision()
    {
        var item = await Ekero.Sends();

        var desk = (await Registrar.Ask(new ItemDesk(item)))!;
        Assert.Equal((ArrivalWay.OwnPage, "Ekerö kommun via webben"), (desk.Item.Arrival.Way, desk.Item.Arrival.Sender));
        Assert.Equal((Outcome.Adopts, Stage.Final, "Kommunstyrelsen", (DateOnly?)new DateOnly(2025, 3, 4), "§ 45", "KS 2025/17"), Stated(desk.Stated!));
        Assert.Equal("ToRegister", await app.StateOf(item));
        Assert.Equal(0, await app.Count("decision WHERE municipality_code = '0125'"));
        Assert.Equal("DecisionSent DocumentStored ItemArrived", await app.Read<string>(
            $"SELECT string_agg(kind, ' ' ORDER BY kind) FROM history_event WHERE xmin::text = (SELECT xmin::text FROM sent_decision WHERE item_id = '{item.Value}') AND municipality_code = '0125'"));
        Assert.Equal("Registrator i Ekerö", await app.Read<string>($"SELECT name FROM person JOIN history_event ON actor = person.id WHERE kind = 'DecisionSent' AND subject = '{item.Value}'"));
    }

    [Fact]
    public async Task The_same_form_sent_many_times_at_once_is_one_item_with_one_document()
    {
        var item = await Ekero.Begins(ToSend.Form());

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Ekero.Run(new SendDecision(item))));
        var again = await Ekero.Run(new SendDecision(item));

        Assert.All(results.Append(again), r => Assert.Null(r.Refusal));
        Assert.Equal(1, await app.Count($"arrived_item WHERE id = '{item.Value}'"));
        Assert.Equal(1, await app.Count($"history_event WHERE kind = 'DecisionSent' AND subject = '{item.Value}'"));
        Assert.Equal(1, await app.Count($"document WHERE id IN (SELECT document_id FROM arrived_part WHERE item_id = '{item.Value}')"));
    }

    [Fact]
    public async Task What_was_sent_cannot_be_begun_again_and_the_draft_is_done_with()
    {
        var form = ToSend.Form();
        await Ekero.Sends(form);

        Assert.Equal(SendingRefusals.SentAlready, (await Ekero.Run(new KeepSendingDraft(form))).Refusal);
        Assert.Null((await Ekero.Ask(new SendingDesk()))!.Draft);
    }

    [Fact]
    public async Task Whatever_the_document_says_the_item_is_tied_to_the_one_who_sent_it()
    {
        var item = await Task.FromResult(await Ekero.Sends(file: Files.Text("Ett utdrag utan avsändare."))).AndIsRead(app);

        var desk = (await Registrar.Ask(new ItemDesk(item)))!;
        var list = await Registrar.Ask(new InboxList(Folder.ToRegister));

        Assert.Equal("Ekerö", Assert.Single(desk.Found!.Municipalities).Name);
        Assert.Equal(ToSend.Slug, desk.Found.Recommendation!.Slug);
        Assert.Contains(list.Rows, r => r.Id == item);
    }

    [Fact]
    public async Task Whose_a_sent_document_is_is_certain_though_the_reader_only_guesses()
    {
        var item = await Task.FromResult(await Ekero.Sends(file: Files.Text("Ekerö"))).AndIsRead(app);

        Assert.True(Assert.Single((await Registrar.Ask(new InboxList(Folder.ToRegister))).Rows, r => r.Id == item).Found!.IsCertain);
    }

    [Fact]
    public async Task What_is_stated_is_suggested_where_nothing_is_read_and_the_outcome_never_is()
    {
        var item = await Task.FromResult(await Ekero.Sends(file: Files.Text("Socialnämnden\n§ 44\nBeslut\nNämnden antar rekommendationen."))).AndIsRead(app);

        var form = SuggestedForm.Of((await Registrar.Ask(new ItemDesk(item)))!);

        Assert.Equal(("Ekerö", ToSend.Slug), (form.Municipality, form.Recommendation));
        Assert.Equal(("§ 44", "KS 2025/17", "2025-03-04"), (form.Decision["paragraf"], form.Decision["dnr"], form.Decision["sammantradesdag"]));
        Assert.Null(form.Decision.ChosenOutcome);
    }

    [Theory]
    [InlineData("utfall", "")]
    [InlineData("niva", "hej")]
    [InlineData("organ", " ")]
    [InlineData("sammantradesdag", "")]
    [InlineData("sammantradesdag", "2099-01-01")]
    [InlineData("sammantradesdag", "2019-01-01")]
    [InlineData("rekommendation", "2016-nationell-stodfunktion")]
    public async Task What_is_missing_wrong_or_over_is_not_sent(string field, string value)
    {
        var item = await Ekero.Begins(ToSend.Form((field, value)));

        var result = await Ekero.Run(new SendDecision(item));

        Assert.Equal(SendingRefusals.NotComplete, result.Refusal);
        Assert.Equal(0, await app.Count($"arrived_item WHERE id = '{item.Value}'"));
        await Ekero.Run(new DiscardSendingDraft());
    }

    [Fact]
    public async Task A_decision_without_paragraph_and_case_number_is_sent_as_it_is()
    {
        var item = await Ekero.Begins(ToSend.Form(("paragraf", ""), ("dnr", "")));

        Assert.Null((await Ekero.Run(new SendDecision(item))).Refusal);
        Assert.Equal((Outcome.Adopts, Stage.Final, "Kommunstyrelsen", (DateOnly?)new DateOnly(2025, 3, 4), null, null), Stated((await Registrar.Ask(new ItemDesk(item)))!.Stated!));
    }

    [Fact]
    public async Task Without_a_document_nothing_is_sent()
    {
        var form = ToSend.Form();
        await Ekero.Run(new KeepSendingDraft(form));

        Assert.Equal(SendingRefusals.NeedsDocument, (await Ekero.Run(new SendDecision(form.Id))).Refusal);
    }

    [Fact]
    public async Task What_was_begun_waits_for_a_week_is_its_owner_s_alone_and_is_then_removed()
    {
        await using var alone = await TestApp.Create();
        var (ekero, form) = (alone.As("kommun-0125"), ToSend.Form(("organ", "Socialnämnden")));
        await ekero.Begins(form);
        alone.Clock.Now += TimeSpan.FromDays(6);
        Assert.Equal("Socialnämnden", (await ekero.Ask(new SendingDesk()))!.Draft!.Form["organ"]);
        Assert.Null((await alone.As("kommun-0180").Ask(new SendingDesk()))!.Draft);
        await alone.Runner.Run(new RemoveExpiredDrafts(), Jobs.Drafts, CancellationToken.None);
        Assert.NotNull((await ekero.Ask(new SendingDesk()))!.Draft);

        alone.Clock.Now += TimeSpan.FromDays(2);

        Assert.Null((await ekero.Ask(new SendingDesk()))!.Draft);
        Assert.Equal(SendingRefusals.NoDraft, (await ekero.Run(new SendDecision(form.Id))).Refusal);
        await alone.Runner.Run(new RemoveExpiredDrafts(), Jobs.Drafts, CancellationToken.None);
        Assert.Equal(0, await alone.Count("sending_draft"));
    }

    [Fact]
    public async Task Nobody_at_SKR_can_send_for_a_municipality()
    {
        foreach (var role in (Role[])[Role.Registrar, Role.Officer, Role.Administrator])
            await Assert.ThrowsAsync<NotAllowedException>(() => app.As(role).Run(new SendDecision(new ArrivedItemId(Guid.NewGuid()))));
    }

    private static (Outcome, Stage, string, DateOnly?, string?, string?) Stated(SentLine line)
    {
        var stated = line.Sent.Stated;
        return (stated.Outcome, stated.Stage, stated.Body, stated.DecidedOn, stated.Paragraph, stated.CaseNumber);
    }
}
