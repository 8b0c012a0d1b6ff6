using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Messages;

/// <summary>
/// Hands over what is queued, at its pace. Every node runs one. A message is marked before it is handed over; if the process
/// ends in between, it is never handed over again by itself but shown as uncertain.
/// </summary>
internal sealed class MailSender(Runner runner, Postbox postbox, MailOptions options, ILogger<MailSender> log) : BackgroundService
{
    /// <summary>Hands over everything that is due now. One that cannot be marked now waits for the next time, and does not stand in the way of the others.</summary>
    public async Task SubmitDue(CancellationToken cancellation)
    {
        var waiting = new List<OutgoingMessageId>();
        while (true)
        {
            var due = await runner.Ask(new MessagesDue(waiting), Jobs.Mail, cancellation);
            if (due.AnyLost) await runner.Run(new DoubtLostSubmissions(), Jobs.Mail, cancellation);
            if (due.Messages.Count == 0) return;

            foreach (var id in due.Messages)
            {
                if (await TrySubmit(id, cancellation)) await Task.Delay(options.Pace, cancellation);
                else waiting.Add(id);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.CanSend) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SubmitDue(stoppingToken);
            }
            catch (Exception failed) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it was, the site goes on.
                log.LogWarning(failed, "Messages could not be handed over; trying again.");
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(options.BetweenLooks, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> TrySubmit(OutgoingMessageId id, CancellationToken cancellation)
    {
        try
        {
            return await Submit(id, cancellation);
        }
        catch (Exception failed) when (!cancellation.IsCancellationRequested)
        {
            log.LogWarning(failed, "The message {Message} could not be handed over; the others go on.", id.Value);
            return false;
        }
    }

    /// <summary>One attempt; false when another node has it, or when it was no longer true. What came of it is noted also while the process is stopping.</summary>
    private async Task<bool> Submit(OutgoingMessageId id, CancellationToken cancellation)
    {
        if (!(await runner.Run(new StartSubmission(id), Jobs.Mail, cancellation)).IsDone) return false;

        if (await runner.Ask(new MessageToSubmit(id), Jobs.Mail, CancellationToken.None) is not { } mail) return false;

        var reply = await postbox.Submit(mail, CancellationToken.None);
        await runner.Run(new EndSubmission(id, mail.Attempt, reply), Jobs.Mail, CancellationToken.None);
        return true;
    }
}
