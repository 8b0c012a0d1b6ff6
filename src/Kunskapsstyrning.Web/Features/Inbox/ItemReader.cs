using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Web.Features.Reading;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Inbox;

/// <summary>Reads something that arrived: its documents by separate programs, outside any transaction, and then what they say.</summary>
internal sealed class ItemReader(Runner runner, DocumentReading reading, ILogger<ItemReader> log)
{
    /// <summary>Reads and keeps what was read; false when it could not be kept.</summary>
    public async Task<bool> Read(ArrivedItemId id, CancellationToken cancellation)
    {
        if (await runner.Ask(new ItemToRead(id), Jobs.Mailbox, cancellation) is not { } item) return false;

        var arrived = await ReadOrDoubt(item, cancellation);
        IReadOnlyList<ReadArrived> all = arrived.All.Count > 0 ? arrived.All : [arrived];
        var texts = all.Select(r => (Document: item.DocumentOf(r.Part), r.Read)).Where(t => t.Document is not null).Select(t => new TextRead(t.Document!.Value, t.Read.PageCount, t.Read.Text, t.Read.Fault)).ToList();

        var result = await runner.Run(new KeepReading(id, texts, item.DocumentOf(arrived.Part) ?? item.DocumentOf(null), arrived.Suggestions) { Answers = item.Answers }, Jobs.Mailbox, cancellation);
        if (result.Refusal is { } refusal) log.LogWarning("What was read could not be kept: {Why}", refusal.Code);
        return result.IsDone;
    }

    /// <summary>What cannot be read is kept as such, so that a person sees it and it is not read again and again.</summary>
    private async Task<ReadArrived> ReadOrDoubt(ItemBytes item, CancellationToken cancellation)
    {
        try
        {
            return await ReadArrived.Of(reading, item.Original.Type, item.Original.Content!.Bytes, item.Known, cancellation);
        }
        catch (Exception odd) when (odd is not OperationCanceledException)
        {
            log.LogError(odd, "Something that arrived could not be read: {Item}", item.Item.Id.Value);
            return new ReadArrived(null, item.Original.Type, ReadText.Nothing("Handlingen kunde inte läsas. Öppna originalet.", pages: 1), null, Suggestions.Empty);
        }
    }
}
