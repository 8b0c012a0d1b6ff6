using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Dispatches;

/// <summary>Queues what a dispatch says to each.</summary>
internal static class QueuedDispatch
{
    /// <summary>A recipient for each, under its number and in place of the one it replaces, and a message where there is an address.</summary>
    public static void Queue(this Session session, Dispatch dispatch, IEnumerable<(PlannedRecipient Planned, int Number, int? InsteadOf)> all)
    {
        var by = session.ByActor();
        var (messages, recipients) = (new List<OutgoingMessage>(), new List<DispatchRecipient>());
        foreach (var (planned, number, insteadOf) in all)
        {
            OutgoingMessageId? id = null;
            if (planned.Address is { } address)
            {
                var letter = new Letter(dispatch.Kind.Message(), address, planned.Subject, planned.Body, dispatch.TemplateVersion, Reference: null);
                messages.Add(new OutgoingMessage(new OutgoingMessageId(Guid.CreateVersion7(session.Now)), letter, planned.Place.Municipality, dispatch.RecommendationId, dispatch.Id, by));
                id = messages[^1].Id;
            }

            recipients.Add(new DispatchRecipient(dispatch.Id, number, planned.Place, planned.Address, id, insteadOf));
        }

        session.AddMany(messages);
        session.AddMany(recipients);
    }
}
