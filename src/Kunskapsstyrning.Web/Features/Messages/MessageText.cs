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

    /// <summary>What it means for the message, in a sentence.</summary>
    public static string Meaning(OutgoingMessage message) => message switch
    {
        { State: DeliveryState.Queued, MayHaveArrived: true } => "Det lämnas en gång till. Återkallar du det är det osäkert som förut, för det kan ha kommit fram första gången.",
        { State: DeliveryState.Rejected, GaveUp: true } => "E-postservern har inte kunnat ta emot det, trots många försök. Adressen kan vara rätt. Skicka igen när servern fungerar.",
        _ => message.State.Meaning(),
    };
}
