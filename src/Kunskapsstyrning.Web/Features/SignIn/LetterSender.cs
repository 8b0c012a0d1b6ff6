using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.SignIn;

/// <summary>Hands over mail that lets people sign in, at once. Every node runs one, and looks for what another left.</summary>
internal sealed class LetterSender(Runner runner, Postbox postbox, MailOptions options, ILogger<LetterSender> log) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _told = new(0, 1);

    /// <summary>There is something to hand over.</summary>
    public void Tell()
    {
        try
        {
            _told.Release();
        }
        catch (SemaphoreFullException)
        {
            // It has been told and will look.
        }
    }

    /// <summary>Hands over everything that is due now.</summary>
    public async Task HandOverDue(CancellationToken cancellation)
    {
        foreach (var id in await runner.Ask(new LettersDue(), Jobs.SignIn, cancellation))
        {
            if (!(await runner.Run(new TakeLetter(id), Jobs.SignIn, cancellation)).IsDone) continue;
            if (await runner.Ask(new LetterToHandOver(id), Jobs.SignIn, cancellation) is not { } letter) continue;

            var reply = await postbox.Submit(letter, cancellation);
            if (reply.Verdict is MailVerdict.NotNow) log.LogWarning("A letter to sign in could not be handed over, attempt {Attempt}.", letter.Attempt);
            else await runner.Run(new DropLetter(id), Jobs.SignIn, CancellationToken.None);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.CanSend) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await HandOverDue(stoppingToken);
                await _told.WaitAsync(BetweenLooks, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failed)
            {
                log.LogWarning(failed, "Letters to sign in could not be handed over; trying again.");
                await Task.Delay(BetweenLooks, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    public override void Dispose()
    {
        _told.Dispose();
        base.Dispose();
    }
}
