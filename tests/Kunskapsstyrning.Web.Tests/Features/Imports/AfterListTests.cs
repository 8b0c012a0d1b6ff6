using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Imports;
using Kunskapsstyrning.Web.Features.Inbox;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Tests.Features.Inbox;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Imports;

/// <summary>What is registered, corrected or taken back by list has the same consequences as by hand.</summary>
public sealed class AfterListTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly EmailAddress Someone = EmailAddress.Parse("registrator@kommun.example");

    private Acting Registrar => app.As(Role.Registrar);

    [Fact]
    public async Task A_correction_by_list_reaches_the_receipts_before_they_leave()
    {
        string[] codes = ["1401", "1402"];
        foreach (var code in codes) await Registrar.Run((await Registrar.Log2016(code, Typed.Adopts)) with { Receipt = Someone });
        var id = await Registrar.Put(PutLists.Headings + string.Concat(codes.Select(c => $"{c};Nej;;Socialnämnden;2016-09-20;;;\n")));

        Assert.True((await Registrar.Confirm(id, 2, 3)).IsDone);

        foreach (var code in codes)
        {
            Assert.Equal("Recalled Queued", await States($"municipality_code = '{code}'"));
            Assert.Contains("Ställningstagande: Avstår", await app.Read<string>($"SELECT body FROM outgoing_message WHERE municipality_code = '{code}' AND state = 'Queued'"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Undoing_a_list_recalls_what_is_queued_about_what_it_added_and_reopens_what_was_put_with_it()
    {
        var id = await Registrar.Put(PutLists.Headings + "1407;Ja;;Socialnämnden;2016-09-20;;;2016-09-27\n1415;Ja;;Socialnämnden;2016-09-20;;;2016-09-27\n");
        await Registrar.Confirm(id);
        var (first, second) = (await Registrar.Became(id)).Rows.Select(r => r.Decision!.Value).ToArray() is [var a, var b] ? (a, b) : default;
        var item = await app.Arrives("utdrag.txt", "Utdrag, § 67."u8.ToArray(), ArrivalWay.Dropped).AndIsRead(app);
        await Registrar.Run(new PutWithDecision(item, first) { About = [(new MunicipalityCode("1407"), await Registrar.Id2016())], Documents = [await app.LastDocumentOf(item)] });
        foreach (var decision in (DecisionId[])[first, second]) await Registrar.Run(new SendReceipt(new OutgoingMessageId(Guid.CreateVersion7()), decision, Someone));

        Assert.True((await Registrar.Run(new UndoImport(id, "Fel lista."))).IsDone);

        Assert.Equal("Recalled Recalled", await States($"decision_id IN ('{first.Value}', '{second.Value}')"));
        Assert.Equal("ToRegister", await app.StateOf(item));
    }

    [Fact]
    public async Task Undoing_a_list_writes_the_receipt_of_what_it_corrected_anew()
    {
        await Registrar.Run(await Registrar.Log2016("1419", Typed.Adopts));
        var id = await Registrar.Put(PutLists.Headings + "1419;Nej;;Socialnämnden;2016-09-20;;;\n");
        await Registrar.Confirm(id, 2);
        var decision = Assert.Single((await Registrar.Became(id)).Rows).Decision!.Value;
        await Registrar.Run(new SendReceipt(new OutgoingMessageId(Guid.CreateVersion7()), decision, Someone));

        Assert.True((await Registrar.Run(new UndoImport(id, "Fel lista."))).IsDone);

        Assert.Equal("Recalled Queued", await States($"decision_id = '{decision.Value}'"));
        Assert.Contains("Ställningstagande: Antar", await app.Read<string>($"SELECT body FROM outgoing_message WHERE decision_id = '{decision.Value}' AND state = 'Queued'"), StringComparison.Ordinal);
    }

    private Task<string> States(string where) => app.Read<string>($"SELECT string_agg(state, ' ' ORDER BY state DESC) FROM outgoing_message WHERE {where}");
}
