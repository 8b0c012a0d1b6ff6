using Kunskapsstyrning.Domain.Reports;
using Kunskapsstyrning.Web.Features.Printing;
using Kunskapsstyrning.Web.UseCases;
using Npgsql;

namespace Kunskapsstyrning.Web.Features.Reports;

/// <summary>Prints the covers that are asked for.</summary>
internal sealed class CoverPrinter(NpgsqlDataSource source, Runner runner, PrintedPages pages, PrintAsked<CoverPrinter> asked, TimeProvider clock, ILogger<CoverPrinter> log)
    : BatchPrinter<CoverPrinter>(source, Job, asked, clock, log)
{
    private const int Job = 20167;
    private const int AtATime = 20;

    /// <inheritdoc/>
    internal override async Task RunOnce(CancellationToken cancellation)
    {
        var tries = 0;
        while (await runner.Ask(new CoversToPrint(AtATime), Jobs.Printing, cancellation) is { } work)
        {
            ClearSoon();
            if (work.Some.Count == 0 || tries == MostTries)
            {
                await runner.Run(new EndCovers(work.Batch), Jobs.Printing, cancellation);
                tries = 0;
                continue;
            }

            var printed = await Print(work.Some, cover => cover.Municipality.Code, Print, cancellation);
            await runner.Run(new KeepCovers(work.Batch, [.. printed.Select(p => new PrintedCover(work.Batch, p.Whose, p.Pdf))]), Jobs.Printing, cancellation);
            tries = printed.Count == 0 ? tries + 1 : 0;
        }
    }

    /// <inheritdoc/>
    protected override async Task<bool> HasWork(CancellationToken cancellation) => await runner.Ask(new CoversToPrint(1), Jobs.Printing, cancellation) is not null;

    /// <inheritdoc/>
    protected override Task RemoveOld(CancellationToken cancellation) => runner.Run(new RemoveOldCovers(), Jobs.Printing, cancellation);

    private async Task<Printout?> Print(Cover cover, CancellationToken cancellation) =>
        await pages.Print<CoverSheet>($"{cover.Subject}", new() { [nameof(CoverSheet.Cover)] = cover }, cancellation);
}
