using System.Globalization;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Persistence.Mappings;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.News;

/// <summary>How many answers have been registered since an event, and not taken back. Null when the recommendation may not be seen.</summary>
[Requires(Permission.ReadPublic)]
internal sealed record AnswersSince(string Slug, long Sequence) : IQuery<int?>
{
    public async Task<int?> Answer(Session session, CancellationToken cancellation)
    {
        if (session.Facts.Recommendation(Slug) is not { } asked || !session.MaySeeStatus(asked)) return null;

        return await session.Db.Decisions.CountAsync(
            d => d.RecommendationId == asked.Id
                && d.Retraction == null
                && d.Versions.Any(v => v.Number == 1 && EF.Property<long>(v, FactSequence.Column) > Sequence),
            cancellation);
    }
}

/// <summary>Tells an open page that there are new answers, by server-sent events. The page offers them; nothing changes by itself.</summary>
internal static class NewsEndpoint
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(25);

    /// <summary>How long one stream lives. The browser opens the next by itself, and is then asked anew who it is.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    public static void MapNews(this IEndpointRouteBuilder app) =>
        app.MapGet(Urls.News, async (HttpContext context, string? rekommendation, string? efter, Runner runner, SignedInPeople people, Changes changes, IHostApplicationLifetime process) =>
        {
            if (!long.TryParse(efter ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var after)) return Results.StatusCode(StatusCodes.Status400BadRequest);

            var question = new AnswersSince(rekommendation ?? "", after);
            using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, process.ApplicationStopping);
            end.CancelAfter(Life);
            var gone = end.Token;
            if (await runner.Ask(question, context.Actor(), gone) is null) return Results.NotFound();

            context.Response.ContentType = "text/event-stream";
            context.Response.Headers.CacheControl = "no-store";
            using var turns = changes.Subscribe();
            var told = 0;
            try
            {
                while (true)
                {
                    if (await runner.Ask(question, await context.ActorByNow(people, gone), gone) is not { } count) break;
                    await context.Response.WriteAsync(count == told ? ": kvar\n\n" : $"data: {{\"antal\":{count}}}\n\n", gone);
                    await context.Response.Body.FlushAsync(gone);
                    told = count;
                    await turns.Next(Heartbeat, gone);
                }
            }
            catch (OperationCanceledException) when (gone.IsCancellationRequested)
            {
                // The reader left, its time was up, or the process stops: in each case the stream simply ends.
            }

            return Results.Empty;
        }).For(typeof(AnswersSince)).WithMetadata(new AskedByThePage());
}
