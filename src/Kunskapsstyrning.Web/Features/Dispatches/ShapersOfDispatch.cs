using System.Text.Json;
using System.Text.Json.Serialization;
using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Persistence.History;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Dispatches;

/// <summary>Finds in the history who has shaped what leaves in a dispatch: its words, and where they go.</summary>
internal static class ShapersInDb
{
    private static readonly string[] OfWords = [nameof(DispatchPrepared), nameof(DispatchRevised), nameof(DispatchRestarted)];
    private static readonly string[] OfAddresses = [nameof(ContactAdded), nameof(ContactChanged), nameof(ContactRemoved), nameof(ContactVerified)];
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Whoever wrote it, since it was last started over, and whoever since it was first prepared has written an address that it goes to, unless another has confirmed that one.</summary>
    public static async Task<DispatchShapers> ShapersOf(this Session session, Dispatch dispatch, DispatchPlan plan, CancellationToken cancellation)
    {
        var written = await session.Db.History.Where(h => h.Subject == dispatch.Id.Value && OfWords.Contains(h.Kind)).OrderBy(h => h.Sequence).Select(h => new { h.Sequence, h.Actor, h.Kind }).ToListAsync(cancellation);
        var words = written.Skip(written.FindLastIndex(h => h.Kind == nameof(DispatchRestarted)));
        var alone = await session.WrittenAloneSince(written[0].Sequence, cancellation);
        return new DispatchShapers(words.Select(h => h.Actor).ToHashSet(), plan.Reached.Where(r => alone.ContainsKey(r.Place)).Select(r => alone[r.Place]).ToHashSet());
    }

    /// <summary>Where addresses have been written since a dispatch was prepared that nobody else has confirmed, and by whom.</summary>
    public static async Task<IReadOnlyDictionary<ContactPlace, PersonId>> WrittenAloneSince(this Session session, DispatchId dispatch, CancellationToken cancellation) =>
        await session.WrittenAloneSince(await session.Db.History.Where(h => h.Subject == dispatch.Value && h.Kind == nameof(DispatchPrepared)).Select(h => h.Sequence).FirstAsync(cancellation), cancellation);

    /// <summary>True when an address stands among the contacts of whoever it is for, and the one who sends has not written it there alone.</summary>
    /// <param name="address">The address.</param>
    /// <param name="place">Whom it is for.</param>
    /// <param name="contacts">What is known of contacts.</param>
    /// <param name="writtenAlone">Where addresses were written that nobody else has confirmed, and by whom.</param>
    /// <param name="sender">The one who sends.</param>
    public static bool IsKnownByAnother(this EmailAddress address, ContactPlace place, IEnumerable<Contact> contacts, IReadOnlyDictionary<ContactPlace, PersonId> writtenAlone, Actor sender) =>
        contacts.Any(c => c.Place.Municipality == place.Municipality && c.Place.County == place.County && c.Email.IsSameAs(address) && !(writtenAlone.TryGetValue(c.Place, out var by) && by == sender.Person));

    private static async Task<IReadOnlyDictionary<ContactPlace, PersonId>> WrittenAloneSince(this Session session, long begun, CancellationToken cancellation)
    {
        var alone = new Dictionary<ContactPlace, PersonId>();
        foreach (var happened in await session.Db.History.Where(h => h.Sequence > begun && OfAddresses.Contains(h.Kind)).OrderBy(h => h.Sequence).ToListAsync(cancellation)) Take(alone, happened);
        return alone;
    }

    private static void Take(Dictionary<ContactPlace, PersonId> alone, HistoryEvent happened)
    {
        var said = JsonSerializer.Deserialize<Said>(happened.After ?? happened.Before!, Json)!;
        var place = happened.MunicipalityCode is { } municipality ? ContactPlace.Of(municipality, said.Kind) : ContactPlace.OfCounty(said.County!);
        if (happened.Kind is nameof(ContactChanged) && !said.Changed.Contains("email")) return;

        if (happened.Kind is not nameof(ContactVerified)) alone[place] = happened.Actor;
        else if (alone.TryGetValue(place, out var by) && by != happened.Actor) alone.Remove(place);
    }

    /// <summary>What the history says of a contact.</summary>
    private sealed record Said(ContactKind Kind, string? County)
    {
        public IReadOnlyList<string> Changed { get; init; } = [];
    }
}
