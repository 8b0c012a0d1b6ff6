using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Contacts;
using Kunskapsstyrning.Web.Features.Dispatches;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Messages;

/// <summary>What came back or was refused and nobody has sent elsewhere, each with an address that may work.</summary>
[Requires(Permission.LogDecisions)]
public sealed record Bounces : IQuery<BouncesView>
{
    /// <inheritdoc/>
    public async Task<BouncesView> Answer(Session session, CancellationToken cancellation)
    {
        var messages = await session.Db.OutgoingMessages.Where(m => m.State == DeliveryState.Bounced || m.State == DeliveryState.Rejected).Include(m => m.Returns.OrderBy(r => r.NotedAt)).ToListAsync(cancellation);
        var ids = messages.ConvertAll(m => (OutgoingMessageId?)m.Id);
        var recipients = await session.Db.DispatchRecipients
            .Where(r => ids.Contains(r.MessageId)).Select(r => new { Recipient = r, Replaced = session.Db.DispatchRecipients.Any(later => later.DispatchId == r.DispatchId && later.InsteadOf == r.Number) })
            .ToDictionaryAsync(r => r.Recipient.MessageId!.Value, cancellation);
        var contacts = (await session.Db.Contacts.ToListAsync(cancellation)).ToDictionary(c => c.Place);
        var writers = new Dictionary<DispatchId, IReadOnlyDictionary<ContactPlace, PersonId>>();
        foreach (var dispatch in messages.Select(m => m.DispatchId).OfType<DispatchId>().Distinct()) writers[dispatch] = await session.WrittenAloneSince(dispatch, cancellation);
        var lines = new List<BouncedLine>();
        foreach (var message in messages.Where(m => m.DispatchId is null || !recipients[m.Id].Replaced))
        {
            var place = message.DispatchId is null ? null : recipients[message.Id].Recipient.Place;
            var proposed = place is null ? null : Proposed(contacts, place, message);
            lines.Add(new BouncedLine(
                message, place, NameOf(session, message, place), session.Facts.Recommendation(message.RecommendationId)!, message.Returns.LastOrDefault(r => r.Kind is ReturnKind.Bounced)?.Words ?? message.LastReply, proposed)
            {
                IsSentByViewer = proposed is not null && proposed.Address.IsKnownByAnother(place!, contacts.Values, writers[message.DispatchId!.Value], session.Actor),
                Named = NamedIn(message) is { } named && named.Host != message.Recipient.Host ? named : null,
            });
        }

        return new BouncesView([.. lines.OrderBy(l => l.Name, Ui.Swedish.Order)], session.Today, lines.Exists(l => session.Facts.ExampleNotice(l.Recommendation.Id) is not null));
    }

    private static string NameOf(Session session, OutgoingMessage message, ContactPlace? place) =>
        session.Facts.Municipality(message.MunicipalityCode)?.Name ?? session.Facts.Counties.First(c => c.Code == place!.County).Name;

    /// <summary>What the contact says now where that is another address, else what the bounce names at the same domain, else the registrar's. What stands in a bounce may have been written by anybody.</summary>
    private static ProposedAddress? Proposed(Dictionary<ContactPlace, Contact> contacts, ContactPlace place, OutgoingMessage message)
    {
        if (contacts.GetValueOrDefault(place) is { } own && own.Email != message.Recipient) return new ProposedAddress(own.Email, "Kontakten har ändrats sedan utskicket.");
        if (NamedIn(message) is { } named && named.Host == message.Recipient.Host) return new ProposedAddress(named, "Adressen står i det som kom tillbaka.");
        return place.Municipality is { } code && contacts.GetValueOrDefault(ContactPlace.Of(code, ContactKind.Registrar)) is { } registrar && registrar.Email != message.Recipient
            ? new ProposedAddress(registrar.Email, "Registratorns adress i kontaktregistret.")
            : null;
    }

    /// <summary>Another address that stands in what came back; null when none does.</summary>
    private static EmailAddress? NamedIn(OutgoingMessage message) => message.Returns.Select(r => r.Instead).LastOrDefault(a => a is not null && !a.IsSameAs(message.Recipient));
}

/// <summary>What came back or was refused.</summary>
public sealed record BouncesView(IReadOnlyList<BouncedLine> Lines, DateOnly Today, bool HasExamples);

/// <summary>A message that did not arrive.</summary>
/// <param name="Message">The message.</param>
/// <param name="Place">Whose contact it went to; null for one about a decision.</param>
/// <param name="Name">Whose, by name.</param>
/// <param name="Recommendation">What it is about.</param>
/// <param name="Words">What the server said.</param>
/// <param name="Proposed">An address that may work; null when none is known.</param>
public sealed record BouncedLine(OutgoingMessage Message, ContactPlace? Place, string Name, Recommendation Recommendation, string? Words, ProposedAddress? Proposed)
{
    /// <summary>True when the one who looks may send to the address that is proposed; else another does, once it is kept.</summary>
    public bool IsSentByViewer { get; init; }

    /// <summary>An address at another domain that stands in what came back; null when none does. Anyone may have written it there.</summary>
    public EmailAddress? Named { get; init; }
}

/// <summary>An address that may work.</summary>
/// <param name="Address">The address.</param>
/// <param name="Why">Where it comes from.</param>
public sealed record ProposedAddress(EmailAddress Address, string Why);

/// <summary>Keeps another address as the contact's own from today, and sends the same words there. Where only the one who acts has written it nothing is sent until another has done the same.</summary>
/// <param name="Id">The message that did not arrive.</param>
/// <param name="To">The other address. The same once more is taken only where no server has refused it.</param>
[Requires(Permission.LogDecisions), Alone("Nothing that the letter links to may be hidden between being seen and its being queued.")]
public sealed record SendElsewhere(OutgoingMessageId Id, EmailAddress To) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.OutgoingMessages.SingleOrDefaultAsync(m => m.Id == Id, cancellation) is not { DispatchId: { } dispatch } message) return MessageRefusals.NotThere;
        if (message.State is not (DeliveryState.Bounced or DeliveryState.Rejected)) return SubmissionRefusals.NothingToSettle;
        if (await session.RefusalOfSendingAgain(message, cancellation) is { } refusal) return refusal;

        var recipients = await session.Db.DispatchRecipients.Where(r => r.DispatchId == dispatch).ToListAsync(cancellation);
        var recipient = recipients.Single(r => r.MessageId == Id);
        if (recipients.Exists(r => r.InsteadOf == recipient.Number)) return SubmissionRefusals.NothingToSettle;
        if (await IsDead(session, recipients, recipient.Place, cancellation)) return SubmissionRefusals.DeadAddress;
        if (To == message.Recipient) return message.SendAgain(session.ByActor());

        var isKnown = To.IsKnownByAnother(recipient.Place, await session.Db.Contacts.AsNoTracking().ToListAsync(cancellation), await session.WrittenAloneSince(dispatch, cancellation), session.Actor);
        if (await Keep(session, recipient.Place, cancellation) is { IsDone: false } refused) return refused;
        if (!isKnown) return Result.Done;

        var letter = new Letter(message.Kind, To, message.Subject, message.Body, message.TemplateVersion, Reference: null);
        var again = new OutgoingMessage(new OutgoingMessageId(Guid.CreateVersion7(session.Now)), letter, message.MunicipalityCode, message.RecommendationId, dispatch, session.ByActor());
        session.Db.Add(again);
        session.Db.Add(new DispatchRecipient(dispatch, recipients.Max(r => r.Number) + 1, recipient.Place, To, again.Id, recipient.Number));
        return Result.Done;
    }

    /// <summary>True when a letter of the same dispatch to the same place has come back from the address, or been refused there.</summary>
    private async Task<bool> IsDead(Session session, List<DispatchRecipient> recipients, ContactPlace place, CancellationToken cancellation)
    {
        var there = recipients.Where(r => r.Place == place && r.Address?.IsSameAs(To) is true).Select(r => r.MessageId!.Value).ToList();
        return await session.Db.OutgoingMessages.AnyAsync(m => there.Contains(m.Id) && (m.State == DeliveryState.Bounced || (m.State == DeliveryState.Rejected && !m.GaveUp)), cancellation);
    }

    private async Task<Result> Keep(Session session, ContactPlace place, CancellationToken cancellation)
    {
        var stands = await session.Db.Contacts.AsNoTracking().SingleOrDefaultAsync(c => c.Kind == place.Kind && c.MunicipalityCode == place.Municipality && c.CountyCode == place.County, cancellation);
        return await session.Keep(place, stands?.Seen ?? "", new ContactDetails(stands?.Name, To, stands?.Phone), cancellation);
    }
}
