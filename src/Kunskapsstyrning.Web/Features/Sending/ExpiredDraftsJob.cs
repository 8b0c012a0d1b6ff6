using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Sending;

/// <summary>Removes what municipalities have begun to send and left for more than a week, now and then. Done on several nodes at once it does no harm.</summary>
internal sealed class ExpiredDraftsJob(Runner runner, TimeProvider clock, ILogger<ExpiredDraftsJob> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // First after a while: what has waited for a week can wait until the site has started.
            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested) return;
            try
            {
                await runner.Run(new RemoveExpiredDrafts(), Jobs.Drafts, stoppingToken);
            }
            catch (Exception lost) when (lost is not OperationCanceledException)
            {
                log.LogWarning(lost, "Old drafts could not be removed; trying again.");
            }
        }
    }
}
