using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Web.Features.Inbox;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Features.Reading;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Inbox;

/// <summary>Puts things into the inbox of a test, and reads them.</summary>
internal static class InInbox
{
    /// <summary>Takes a message in as the mailbox does.</summary>
    public static Task<ArrivedItemId> Arrives(this TestApp app, Letter letter) => app.Arrives("1.eml", letter.Bytes(), ArrivalWay.Mailbox);

    /// <summary>Takes something in.</summary>
    public static async Task<ArrivedItemId> Arrives(this TestApp app, string name, byte[] bytes, ArrivalWay way)
    {
        app.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Null((await app.Runner.Run(new TakeIn(name, bytes, way), Jobs.Mailbox, CancellationToken.None)).Refusal);
        return new ArrivedItemId(await app.Read<Guid>($"SELECT arrived_item.id FROM arrived_item JOIN document ON document.id = original_id WHERE sha256 = '{Letter.Hash(bytes)}' ORDER BY taken_in_at DESC LIMIT 1"));
    }

    /// <summary>Reads it as the job does.</summary>
    public static async Task<ArrivedItemId> AndIsRead(this Task<ArrivedItemId> arriving, TestApp app)
    {
        using var reading = new DocumentReading();
        var item = await arriving;
        Assert.True(await new ItemReader(app.Runner, reading, NullLogger<ItemReader>.Instance).Read(item, CancellationToken.None));
        return item;
    }

    /// <summary>Registers it as an answer of municipalities, one decision each, by somebody who has seen what stands.</summary>
    public static async Task<RegisterItem> Registering(this Acting acting, ArrivedItemId item, params IEnumerable<string> municipalities)
    {
        var recommendation = await acting.Id2016();
        var decisions = new List<LogDecision>();
        foreach (var m in municipalities)
            decisions.Add(await acting.Seeing(new LogDecision(new DecisionId(Guid.CreateVersion7()), new MunicipalityCode(m), recommendation, Typed.Adopts, Typed.Details, []) { From = item }));
        return new RegisterItem(item, decisions);
    }

    /// <summary>How many rows a question gives.</summary>
    public static Task<long> Count(this TestApp app, string what) => app.Read<long>($"SELECT count(*) FROM {what}");

    /// <summary>The last document of an item: its last file, or the message itself.</summary>
    public static async Task<DocumentId> LastDocumentOf(this TestApp app, ArrivedItemId item) => new(await app.Read<Guid>($"SELECT document_id FROM arrived_part WHERE item_id = '{item.Value}' ORDER BY number DESC LIMIT 1"));

    /// <summary>What is done with an item.</summary>
    public static Task<string> StateOf(this TestApp app, ArrivedItemId item) => app.Read<string>($"SELECT state FROM arrived_item WHERE id = '{item.Value}'");
}
