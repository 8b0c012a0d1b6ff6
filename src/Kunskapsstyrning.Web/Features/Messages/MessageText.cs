using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Messages;

/// <summary>How far a message has come, in words.</summary>
internal static class MessageText
{
    /// <summary>"Köad, lämnas tidigast kl. 14.32", "Lämnad till server kl. 14.33".</summary>
    public static string State(DeliveryState state, DateTimeOffset nextTryAt, DateTimeOffset? since, int attempts, DateOnly today)
    {
        if (state is DeliveryState.Queued) return $"Köad, {(attempts == 0 ? "lämnas tidigast" : "nytt försök")} {Swedish.DayAndTime(nextTryAt, today)}";
        return since is { } moment ? $"{state.Label()} {Swedish.DayAndTime(moment, today)}" : state.Label();
    }

    /// <summary>The same of a message.</summary>
    public static string State(OutgoingMessage message, DateOnly today) => State(message.State, message.NextTryAt, message.StateSince, message.Attempts, today);
}
