using System.Text;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Features.Inbox;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Kunskapsstyrning.Web.UseCases;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Inbox;

/// <summary>What arrived becomes decisions: all or none, once, and whoever comes second is told.</summary>
public sealed class RegisterItemTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly EmailAddress Sender = EmailAddress.Parse("registrator@kommun.example");

    private Acting Registrar => app.As(Role.Registrar);

    [Fact]
    public async Task What_arrived_becomes_a_decision_with_its_documents_and_receipt_in_one_transaction()
    {
        var item = await app.Arrives(new Letter { Files = [new LetterFile("Utdrag.pdf", Files.NewPdf())] });
        var command = await Registering(item, "1401");
        var document = new DocumentId(await app.Read<Guid>($"SELECT document_id FROM arrived_part WHERE item_id = '{item.Value}' AND number = 2"));
        var decision = command.Decisions[0] with { Documents = [document], Receipt = Sender };

        var result = await Registrar.Run(command with { Decisions = [decision] });

        Assert.True(result.IsDone);
        Assert.Equal("Done", await app.StateOf(item));
        Assert.Equal(document.Value, await app.Read<Guid>($"SELECT document_id FROM decision_document WHERE decision_id = '{decision.Id.Value}'"));
        Assert.Equal(1, await app.Read<long>(
            $"""
            SELECT count(DISTINCT transaction) FROM (
                SELECT xmin::text AS transaction FROM decision WHERE id = '{decision.Id.Value}' UNION ALL SELECT xmin::text FROM outgoing_message WHERE decision_id = '{decision.Id.Value}'
                UNION ALL SELECT xmin::text FROM item_decision WHERE decision_id = '{decision.Id.Value}' UNION ALL SELECT xmin::text FROM arrived_item WHERE id = '{item.Value}') AS all_rows
            """));
        Assert.Equal("DecisionLogged ItemRegistered MessageQueued", await app.Read<string>(
            $"SELECT string_agg(kind, ' ' ORDER BY kind) FROM history_event WHERE xmin::text = (SELECT xmin::text FROM decision WHERE id = '{decision.Id.Value}')"));
    }

    [Fact]
    public async Task A_joint_body_s_message_becomes_a_decision_and_a_receipt_for_each_municipality()
    {
        var item = await app.Arrives(new Letter());
        var command = WithReceipts(await Registering(item, "1402", "1407", "1415"));

        var result = await Registrar.Run(command);

        Assert.True(result.IsDone);
        Assert.Equal(3, await app.Count($"item_decision WHERE item_id = '{item.Value}'"));
        foreach (var decision in command.Decisions) Assert.Equal(1, await app.Count($"outgoing_message WHERE decision_id = '{decision.Id.Value}'"));
    }

    [Fact]
    public async Task If_one_of_several_is_refused_none_is_saved_and_the_draft_stays()
    {
        var item = await app.Arrives(new Letter());
        await Registrar.Run(new KeepDraft(new LogDecisionForm([new("post", item.Value.ToString()), new("kommun", "Lerum")])));
        var events = await app.Count("history_event");

        var result = await Registrar.Run(WithReceipts(await Registering(item, "1441", "9999")));

        Assert.Equal(LogRefusals.UnknownMunicipality, result.Refusal);
        Assert.Equal("ToRegister", await app.StateOf(item));
        Assert.Equal(0, await app.Count("response WHERE municipality_code = '1441'"));
        Assert.Equal(0, await app.Count("outgoing_message WHERE municipality_code = '1441'"));
        Assert.Equal(1, await app.Count($"decision_draft WHERE item_id = '{item.Value}'"));
        Assert.Equal(events, await app.Count("history_event"));
    }

    [Fact]
    public async Task Once_registered_the_draft_is_done_with_and_drafts_of_other_items_stay()
    {
        var (item, other) = (await app.Arrives(new Letter()), await app.Arrives(new Letter()));
        foreach (var typed in (ArrivedItemId[])[item, other]) await Registrar.Run(new KeepDraft(new LogDecisionForm([new("post", typed.Value.ToString()), new("kommun", "Alingsås")])));

        await Registrar.Run(await Registering(item, "1489"));

        Assert.Equal(0, await app.Count($"decision_draft WHERE item_id = '{item.Value}'"));
        Assert.Equal(1, await app.Count($"decision_draft WHERE item_id = '{other.Value}'"));
    }

    [Fact]
    public async Task The_same_form_sent_many_times_at_once_is_one_registration_with_one_receipt_each()
    {
        var item = await app.Arrives(new Letter());
        var command = WithReceipts(await Registering(item, "1419", "1421"));

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Registrar.Run(command)));

        Assert.All(results, r => Assert.Null(r.Refusal));
        Assert.Equal(2, await app.Count($"item_decision WHERE item_id = '{item.Value}'"));
        Assert.Equal(2, await app.Count("outgoing_message WHERE municipality_code IN ('1419', '1421')"));
        Assert.Equal(2, await app.Count($"history_event WHERE kind = 'ItemRegistered' AND subject = '{item.Value}'"));
    }

    [Fact]
    public async Task Of_people_who_register_the_same_at_once_one_does_and_the_others_are_told()
    {
        var item = await app.Arrives(new Letter());
        var commands = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Registering(item, "1427")));

        var results = await Task.WhenAll(commands.Select(c => Registrar.Run(c)));

        Assert.Single(results, r => r.IsDone);
        Assert.Equal(3, results.Count(r => r.Refusal == IntakeRefusals.IsDone));
        Assert.Equal(1, await app.Count("decision WHERE municipality_code = '1427'"));
        Assert.Equal(1, await app.Count($"item_decision WHERE item_id = '{item.Value}'"));
    }

    [Fact]
    public async Task One_who_registers_while_another_sets_it_aside_does_not_undo_it_unseen()
    {
        var item = await app.Arrives(new Letter());
        var command = await Registering(item, "1430");

        var results = await Task.WhenAll(Registrar.Run(command), Registrar.Run(new SetItemAside(item, "Inget beslut")));

        Assert.Single(results, r => r.IsDone);
        Assert.Equal(results[0].IsDone ? "Done" : "SetAside", await app.StateOf(item));
        Assert.Equal(results[0].IsDone ? 1 : 0, await app.Count("decision WHERE municipality_code = '1430'"));
    }

    [Fact]
    public async Task What_is_undone_is_in_the_inbox_again_and_can_be_registered_anew()
    {
        var item = await app.Arrives(new Letter());
        var command = await Registering(item, "1435");
        await Registrar.Run(command);

        Assert.True((await Registrar.Run(new UndoLogging(command.Decisions[0].Id, Seen: 1))).IsDone);
        Assert.Equal("ToRegister", await app.StateOf(item));

        Assert.True((await Registrar.Run(await Registering(item, "1438"))).IsDone);
        Assert.Equal("Done", await app.StateOf(item));
    }

    [Fact]
    public async Task The_old_form_sent_again_after_it_was_undone_is_refused_and_not_called_saved()
    {
        var item = await app.Arrives(new Letter());
        var command = await Registering(item, "1439");
        await Registrar.Run(command);
        await Registrar.Run(new UndoLogging(command.Decisions[0].Id, Seen: 1));

        var again = await Registrar.Run(command);

        Assert.Equal(LogRefusals.TakenBack, again.Refusal);
        Assert.Equal("ToRegister", await app.StateOf(item));
    }

    [Fact]
    public async Task It_is_to_be_registered_again_when_any_of_its_decisions_is_taken_back_and_done_when_a_person_says_so()
    {
        var item = await app.Arrives(new Letter());
        var command = await Registering(item, "1440", "1442");
        await Registrar.Run(command);

        await Registrar.Run(new RetractDecision(command.Decisions[0].Id, 1, "Fel kommun."));
        Assert.Equal("ToRegister", await app.StateOf(item));
        var desk = (await Registrar.Ask(new ItemDesk(item)))!;
        Assert.Equal((2, command.Decisions[1].Id), (desk.RegisteredFrom.Count, Assert.Single(desk.Standing).Id));

        Assert.True((await Registrar.Run(new NothingMoreToRegister(item))).IsDone);
        Assert.Equal("Done", await app.StateOf(item));
        Assert.Empty((await Registrar.Ask(new ItemDesk(item)))!.PutWith);
        Assert.Equal(0, await app.Count($"decision_document WHERE decision_id = '{command.Decisions[1].Id.Value}'"));
        Assert.Equal(1, await app.Count($"history_event WHERE kind = 'ItemFinished' AND subject = '{item.Value}'"));
    }

    [Fact]
    public async Task What_nothing_stands_of_is_not_done_by_saying_so()
    {
        var item = await app.Arrives(new Letter());
        var command = await Registering(item, "0428");
        await Registrar.Run(command);
        await Registrar.Run(new RetractDecision(command.Decisions[0].Id, 1, "Fel kommun."));

        Assert.Equal(IntakeRefusals.NothingRegistered, (await Registrar.Run(new NothingMoreToRegister(item))).Refusal);
        Assert.Equal("ToRegister", await app.StateOf(item));
    }

    [Fact]
    public async Task Only_the_documents_that_are_chosen_are_put_with_a_decision_and_none_by_itself()
    {
        var command = await Registering(await app.Arrives(new Letter()), "0480");
        await Registrar.Run(command);
        var later = await app.Arrives(new Letter { Files = [new LetterFile("a.pdf", Files.NewPdf())] });
        var putting = await PutWith(later, command.Decisions[0]);

        Assert.Equal(IntakeRefusals.NeedsDocument, (await Registrar.Run(putting with { Documents = [] })).Refusal);
        Assert.True((await Registrar.Run(putting)).IsDone);

        Assert.Equal(putting.Documents[0].Value, await app.Read<Guid>($"SELECT document_id FROM decision_document WHERE decision_id = '{command.Decisions[0].Id.Value}'"));
    }

    [Fact]
    public async Task What_was_put_with_a_decision_before_it_was_noted_what_brought_it_is_loosened_too()
    {
        var command = await Registering(await app.Arrives(new Letter()), "0481");
        await Registrar.Run(command);
        var decision = command.Decisions[0].Id;
        var (one, other) = (await app.Arrives("forsta.txt", "Den första."u8.ToArray(), ArrivalWay.Dropped), await app.Arrives("andra.txt", "Den andra."u8.ToArray(), ArrivalWay.Dropped));
        foreach (var item in (ArrivedItemId[])[one, other]) await Registrar.Run(await PutWith(item, command.Decisions[0]));
        await Unnoted(decision);

        Assert.True((await Registrar.Run(new LoosenItem(one, decision, "Lades till av misstag."))).IsDone);
        Assert.Equal("andra.txt", Assert.Single((await Registrar.Ask(new DecisionStory(decision)))!.Decision.Documents).FileName);
        Assert.Equal(("ToRegister", "Done"), (await app.StateOf(one), await app.StateOf(other)));

        Assert.True((await Registrar.Run(new LoosenDocument(decision, await app.LastDocumentOf(other), "Fel beslut."))).IsDone);
        Assert.Empty((await Registrar.Ask(new DecisionStory(decision)))!.Decision.Documents);
        Assert.Equal("ToRegister", await app.StateOf(other));
    }

    [Fact]
    public async Task An_item_is_to_be_registered_again_when_the_last_of_what_it_brought_is_taken_away()
    {
        var command = await Registering(await app.Arrives(new Letter()), "0482");
        await Registrar.Run(command);
        var decision = command.Decisions[0].Id;
        var later = await app.Arrives(new Letter { Files = [new LetterFile("a.pdf", Files.NewPdf()), new LetterFile("b.txt", "Bilaga."u8.ToArray())] });
        var first = new DocumentId(await app.Read<Guid>($"SELECT document_id FROM arrived_part WHERE item_id = '{later.Value}' AND number = 2"));
        var putting = await PutWith(later, command.Decisions[0]);
        await Registrar.Run(putting with { Documents = [first, .. putting.Documents] });

        Assert.True((await Registrar.Run(new LoosenDocument(decision, first, "Fel bilaga."))).IsDone);
        Assert.Equal("Done", await app.StateOf(later));

        Assert.True((await Registrar.Run(new LoosenDocument(decision, putting.Documents[0], new string('a', 1000)))).IsDone);
        Assert.Equal("ToRegister", await app.StateOf(later));
    }

    [Fact]
    public async Task What_was_put_with_a_decision_is_loosened_with_its_document_and_the_decision_stands()
    {
        var command = await Registering(await app.Arrives(new Letter()), "1481");
        await Registrar.Run(command);
        var decision = command.Decisions[0].Id;
        var later = await app.Arrives("fel.txt", "Hör till någon annan."u8.ToArray(), ArrivalWay.Dropped).AndIsRead(app);
        await Registrar.Run(await PutWith(later, command.Decisions[0]));

        Assert.Equal(DecisionRefusals.NeedsReason, (await Registrar.Run(new LoosenItem(later, decision, " "))).Refusal);
        Assert.True((await Registrar.Run(new LoosenItem(later, decision, "Lades till av misstag."))).IsDone);

        Assert.Equal("ToRegister", await app.StateOf(later));
        var story = (await Registrar.Ask(new DecisionStory(decision)))!.Decision;
        Assert.Null(story.Retraction);
        Assert.Empty(story.Documents);
        Assert.Equal(("fel.txt", "Lades till av misstag."), (Assert.Single(story.Loosened).FileName, story.Loosened[0].Reason));
        Assert.Equal("DocumentLoosened ItemLoosened", await app.Read<string>($"SELECT string_agg(kind, ' ' ORDER BY kind) FROM history_event WHERE use_case = 'LoosenItem' AND subject IN ('{decision.Value}', '{later.Value}')"));

        Assert.True((await Registrar.Run(await PutWith(later, command.Decisions[0]))).IsDone);
        Assert.Equal("Done", await app.StateOf(later));
        Assert.Single((await Registrar.Ask(new DecisionStory(decision)))!.Decision.Documents);
    }

    [Fact]
    public async Task A_document_loosened_at_the_decision_puts_what_brought_it_back_and_closes_it_to_the_municipality()
    {
        var command = await Registering(await app.Arrives(new Letter()), "0125");
        await Registrar.Run(command);
        var decision = command.Decisions[0].Id;
        var later = await app.Arrives("annans.txt", "En annan kommuns ärende."u8.ToArray(), ArrivalWay.Dropped).AndIsRead(app);
        await Registrar.Run(await PutWith(later, command.Decisions[0]));
        var document = (await Registrar.Ask(new DecisionStory(decision)))!.Decision.Documents.Single(d => d.FileName == "annans.txt").Id;
        Assert.NotNull(await app.As("kommun-0125").Ask(new DocumentToDownload(document)));

        Assert.True((await Registrar.Run(new LoosenDocument(decision, document, "Hör till en annan kommun."))).IsDone);

        Assert.Equal("ToRegister", await app.StateOf(later));
        Assert.Null(await app.As("kommun-0125").Ask(new DocumentToDownload(document)));
        Assert.Equal(DecisionRefusals.NoSuchDocument, (await Registrar.Run(new LoosenDocument(decision, document, "Igen."))).Refusal);
    }

    [Fact]
    public async Task What_is_put_with_a_decision_adds_its_document_and_registers_nothing_more()
    {
        var first = await app.Arrives(new Letter());
        var command = await Registering(first, "1443");
        await Registrar.Run(command);
        var later = await app.Arrives("justerat.txt", "Nu justerat utdrag, § 67."u8.ToArray(), ArrivalWay.Dropped).AndIsRead(app);
        var putting = await PutWith(later, command.Decisions[0]);

        var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Registrar.Run(putting)));

        Assert.All(results, r => Assert.Null(r.Refusal));
        Assert.Equal("Done", await app.StateOf(later));
        Assert.Equal(1, await app.Count("decision WHERE municipality_code = '1443'"));
        Assert.Equal("justerat.txt", await app.Read<string>($"SELECT file_name FROM decision_document JOIN document ON document.id = document_id WHERE decision_id = '{command.Decisions[0].Id.Value}'"));
        Assert.Equal(1, await app.Count($"history_event WHERE kind = 'DocumentAttached' AND subject = '{command.Decisions[0].Id.Value}'"));
        Assert.Equal("true", await app.Read<string>($"SELECT after ->> 'putWith' FROM history_event WHERE kind = 'ItemRegistered' AND subject = '{later.Value}'"));
    }

    [Fact]
    public async Task Nothing_is_put_with_a_decision_that_its_page_does_not_offer()
    {
        var first = await app.Arrives(new Letter());
        var command = await Registering(first, "1461");
        await Registrar.Run(command);
        var later = await app.Arrives("okant.txt", "Utan kommun."u8.ToArray(), ArrivalWay.Dropped).AndIsRead(app);

        var unoffered = await Registrar.Run(new PutWithDecision(later, command.Decisions[0].Id));
        var other = await Registrar.Run(new PutWithDecision(later, command.Decisions[0].Id) { About = [(new MunicipalityCode("1462"), command.Decisions[0].Recommendation)] });

        Assert.Equal((IntakeRefusals.NotOffered, IntakeRefusals.NotOffered), (unoffered.Refusal, other.Refusal));
        Assert.Equal("ToRegister", await app.StateOf(later));
    }

    [Fact]
    public async Task Of_two_items_with_the_same_bytes_the_second_is_not_registered_until_its_twin_has_been_seen()
    {
        var file = new LetterFile("Utdrag.txt", "Ett utdrag som två öppnar samtidigt."u8.ToArray());
        var (one, other) = (await app.Arrives(new Letter { Files = [file] }), await app.Arrives(new Letter { Files = [file], Text = "Sänder igen." }));
        foreach (var item in (ArrivedItemId[])[one, other]) await Task.FromResult(item).AndIsRead(app);
        var (first, second) = (await WithFile(one, "1463"), await WithFile(other, "1463"));
        second = second with { Decisions = [second.Decisions[0] with { Content = Typed.Adopts with { Outcome = Outcome.Declines, DecidedOn = new DateOnly(2016, 9, 22) } }] };

        var results = await Task.WhenAll(Registrar.Run(first), Registrar.Run(second));
        Assert.Single(results, r => r.IsDone);
        Assert.Single(results, r => r.Refusal == LogRefusals.MayBeRegistered);
        Assert.Equal(1, await app.Count("decision WHERE municipality_code = '1463'"));

        var (saved, refused) = results[0].IsDone ? (first, second) : (second, first);
        Assert.True((await Registrar.Run(refused with { Decisions = [refused.Decisions[0] with { Beside = [saved.Decisions[0].Id] }] })).IsDone);
        Assert.Equal(2, await app.Count("decision WHERE municipality_code = '1463'"));
    }

    [Fact]
    public async Task The_same_bytes_on_another_municipality_are_not_registered_unseen_either()
    {
        var file = new LetterFile("Utdrag.txt", "Ett enda utdrag som kommer två gånger."u8.ToArray());
        var (one, other) = (await app.Arrives(new Letter { Files = [file] }).AndIsRead(app), await app.Arrives(new Letter { Files = [file], Text = "Igen." }).AndIsRead(app));

        Assert.True((await Registrar.Run(await WithFile(one, "1465"))).IsDone);

        Assert.Equal(LogRefusals.MayBeRegistered, (await Registrar.Run(await WithFile(other, "1466"))).Refusal);
    }

    [Fact]
    public async Task An_equal_covering_letter_makes_no_twins()
    {
        Letter With(string municipality) => new() { Files = [new LetterFile("Missiv.txt", "Hej, bifogat finns vårt svar."u8.ToArray()), new LetterFile("Utdrag.txt", Encoding.UTF8.GetBytes($"{municipality} kommun\nKommunstyrelsen\nSammanträdesprotokoll\n2016-09-20\n§ 67 Nationell stödfunktion\nBeslut: Kommunstyrelsen beslutar att anta rekommendationen."))] };
        var (one, other) = (await app.Arrives(With("Vara")).AndIsRead(app), await app.Arrives(With("Skövde")).AndIsRead(app));
        await Registrar.Run(await WithFiles(one, "1470"));

        var result = await Registrar.Run(await WithFiles(other, "1496"));

        Assert.Null(result.Refusal);
        var row = Assert.Single((await Registrar.Ask(new InboxList(Folder.Done))).Rows, r => r.Id == other);
        Assert.False(row.HasTwin);
    }

    [Fact]
    public async Task Nothing_is_put_with_a_decision_that_was_taken_back_or_never_was()
    {
        var first = await app.Arrives(new Letter());
        var command = await Registering(first, "1444");
        await Registrar.Run(command);
        await Registrar.Run(new RetractDecision(command.Decisions[0].Id, 1, "Fel kommun."));
        var later = await app.Arrives(new Letter());

        Assert.Equal(DecisionRefusals.AlreadyRetracted, (await Registrar.Run(await PutWith(later, command.Decisions[0]))).Refusal);
        Assert.Equal(IntakeRefusals.NoSuchDecision, (await Registrar.Run(new PutWithDecision(later, new DecisionId(Guid.NewGuid())))).Refusal);
        Assert.Equal("ToRegister", await app.StateOf(later));
    }

    [Fact]
    public async Task What_is_set_aside_keeps_its_reason_and_comes_back_when_asked()
    {
        var item = await app.Arrives(new Letter());

        Assert.True((await Registrar.Run(new SetItemAside(item, "Autosvar"))).IsDone);
        Assert.Equal("Autosvar", await app.Read<string>($"SELECT set_aside_because FROM arrived_item WHERE id = '{item.Value}'"));
        Assert.Equal(IntakeRefusals.IsSetAside, (await Registrar.Run(await Registering(item, "1445"))).Refusal);
        Assert.Equal(0, await app.Count("decision WHERE municipality_code = '1445'"));

        Assert.True((await Registrar.Run(new ReopenItem(item))).IsDone);
        Assert.Equal("ItemArrived ItemShelved ItemReopened", await app.Read<string>($"SELECT string_agg(kind, ' ' ORDER BY sequence) FROM history_event WHERE subject = '{item.Value}'"));
    }

    [Fact]
    public async Task What_is_registered_is_not_set_aside_and_its_draft_stays()
    {
        var item = await app.Arrives(new Letter());
        await Registrar.Run(await Registering(item, "1446"));
        await Registrar.Run(new KeepDraft(new LogDecisionForm([new("post", item.Value.ToString()), new("kommun", "Karlsborg")])));

        Assert.Equal(IntakeRefusals.IsDone, (await Registrar.Run(new SetItemAside(item, "Dubblett"))).Refusal);
        Assert.Equal("Done", await app.StateOf(item));
        Assert.Equal(1, await app.Count($"decision_draft WHERE item_id = '{item.Value}'"));
    }

    [Fact]
    public async Task What_is_not_there_is_refused()
    {
        var unknown = new ArrivedItemId(Guid.NewGuid());

        Assert.Equal(IntakeRefusals.NotThere, (await Registrar.Run(await Registering(unknown, "1447"))).Refusal);
        Assert.Equal(IntakeRefusals.NotThere, (await Registrar.Run(new SetItemAside(unknown, "Dubblett"))).Refusal);
        Assert.Equal(IntakeRefusals.NotThere, (await Registrar.Run(new ReopenItem(unknown))).Refusal);
        Assert.Equal(IntakeRefusals.NotThere, (await Registrar.Run(new PutWithDecision(unknown, new DecisionId(Guid.NewGuid())))).Refusal);
    }

    [Theory]
    [InlineData("lasare")]
    [InlineData("revisor")]
    [InlineData("ekonom")]
    [InlineData("kommun-0125")]
    public async Task The_wrong_role_may_do_nothing_with_what_arrived(string login)
    {
        var item = await app.Arrives(new Letter());
        ICommand[] commands = [await Registering(item, "1452"), new SetItemAside(item, "Dubblett"), new ReopenItem(item), new PutWithDecision(item, new DecisionId(Guid.NewGuid())), new BePresent(item)];

        foreach (var command in commands) await Assert.ThrowsAsync<NotAllowedException>(() => app.As(login).Run(command));
        await Assert.ThrowsAsync<NotAllowedException>(() => app.As(login).Ask(new InboxList(Folder.ToRegister)));
        await Assert.ThrowsAsync<NotAllowedException>(() => app.As(login).Ask(new ItemDesk(item)));
    }

    private Task<RegisterItem> Registering(ArrivedItemId item, params IEnumerable<string> municipalities) => Registrar.Registering(item, municipalities);

    /// <summary>As it stands for what was put there before it was noted what brought it.</summary>
    private async Task Unnoted(DecisionId decision)
    {
        await using var source = NpgsqlDataSource.Create(app.OwnerConnectionString);
        await using var command = source.CreateCommand(
            $"ALTER TABLE decision_document DISABLE TRIGGER USER; ALTER TABLE decision_document DISABLE ROW LEVEL SECURITY; UPDATE decision_document SET came_with = NULL WHERE decision_id = '{decision.Value}'; ALTER TABLE decision_document ENABLE ROW LEVEL SECURITY; ALTER TABLE decision_document ENABLE TRIGGER USER");
        await command.ExecuteNonQueryAsync();
        Assert.Equal(0, await app.Count($"decision_document WHERE decision_id = '{decision.Value}' AND came_with IS NOT NULL"));
    }

    private async Task<PutWithDecision> PutWith(ArrivedItemId item, LogDecision decision) => new(item, decision.Id) { About = [(decision.Municipality, decision.Recommendation)], Documents = [await app.LastDocumentOf(item)] };

    /// <summary>Registering an item from its first attachment.</summary>
    private async Task<RegisterItem> WithFile(ArrivedItemId item, string municipality)
    {
        var document = new DocumentId(await app.Read<Guid>($"SELECT document_id FROM arrived_part WHERE item_id = '{item.Value}' AND kind = 'Attachment' ORDER BY number LIMIT 1"));
        var command = await Registering(item, municipality);
        return command with { Decisions = [command.Decisions[0] with { Documents = [document], Beside = [] }] };
    }

    /// <summary>Registering an item from its two attachments.</summary>
    private async Task<RegisterItem> WithFiles(ArrivedItemId item, string municipality)
    {
        var last = new DocumentId(await app.Read<Guid>($"SELECT document_id FROM arrived_part WHERE item_id = '{item.Value}' AND kind = 'Attachment' ORDER BY number DESC LIMIT 1"));
        var command = await WithFile(item, municipality);
        return command with { Decisions = [command.Decisions[0] with { Documents = [.. command.Decisions[0].Documents, last] }] };
    }

    private static RegisterItem WithReceipts(RegisterItem command) => command with { Decisions = [.. command.Decisions.Select(d => d with { Receipt = Sender })] };
}
