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

        var texts = new List<(ArrivedPart Part, TextRead Read)>();
        foreach (var (part, document) in item.Documents)
        {
            var read = await reading.Read(document.Type, document.Content!.Bytes, cancellation);
            texts.Add((part, new TextRead(document.Id, read.PageCount, read.Text, read.Fault)));
        }

        var (main, suggestions) = ReadBest(item, texts);
        var result = await runner.Run(new KeepReading(id, [.. texts.Select(t => t.Read)], main, suggestions), Jobs.Mailbox, cancellation);
        if (result.Refusal is { } refusal) log.LogWarning("What was read could not be kept: {Why}", refusal.Code);
        return result.IsDone;
    }

    private static (DocumentId? Main, Suggestions Suggestions) ReadBest(ItemBytes item, List<(ArrivedPart Part, TextRead Read)> texts)
    {
        var arrival = item.Item.Arrival;
        var envelope = new Envelope(arrival.Sender, arrival.Subject, arrival.ArrivedOn);
        var ranked = texts.Where(t => t.Read.Text.Pages.Count > 0).Select(t => (t.Part, t.Read, Found: ReadFacts.Of(t.Read.Text, envelope, item.Known)))
            .OrderByDescending(t => t.Part.Kind is PartKind.Attachment).ThenBy(t => t.Part.Number).ToList();
        return ranked.Count == 0 ? (null, Suggestions.Empty) : (ranked[0].Read.Document, ranked[0].Found);
    }
}
