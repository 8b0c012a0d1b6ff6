using System.Globalization;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.News;

/// <summary>What has happened to the answers since an event. Null when the recommendation may not be seen.</summary>
[Requires(Permission.ReadPublic)]
internal sealed record AnswersSince(string Slug, long Sequence) : IQuery<AnswersSince.News?>
{
    public async Task<News?> Answer(Session session, CancellationToken cancellation)
    {
        if (session.Facts.Recommendation(Slug) is not { } asked || !session.MaySeeStatus(asked)) return null;

        var state = await LiveStates.Today(session, asked, cancellation);
        return new News(state.Answers.Since(Sequence), state.Answers.Sequence, state.HasReachedThreshold);
    }

    /// <summary>What there is.</summary>
    /// <param name="Since">What has been registered.</param>
    /// <param name="Sequence">The latest event of all.</param>
    /// <param name="IsReached">Whether the threshold is reached.</param>
    internal sealed record News(RegisteredSince Since, long Sequence, bool IsReached)
    {
        /// <summary>What has not been told before.</summary>
        public string Told(News? before) => before == this ? ": kvar\n\n" : $"data: {{\"antal\":{Since.Answers},\"pavag\":{Since.OnTheirWay},\"rattelser\":{Since.Corrections},\"nadd\":{(IsReached ? "true" : "false")}}}\n\n";
    }
}

/// <summary>Tells an open page that there are new answers, by server-sent events. The page offers them; nothing changes by itself.</summary>
internal static class NewsEndpoint
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(25);

    /// <summary>How long one stream lives. The browser opens the next by itself, and is then asked anew who it is.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    public static void MapNews(this IEndpointRouteBuilder app) =>
        app.MapGet(Urls.News, async (HttpContext context, string? rekommendation, string? efter, string? nadd, Runner runner, SignedInPeople people, Changes changes, IHostApplicationLifetime process) =>
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
            var told = new AnswersSince.News(new RegisteredSince(0, 0, 0), after, IsReached: nadd is "ja");
            try
            {
                while (true)
                {
                    if (await runner.Ask(question, await context.ActorByNow(people, gone), gone) is not { } news) break;
                    await context.Response.WriteAsync(news.Told(told), gone);
                    await context.Response.Body.FlushAsync(gone);
                    told = news;
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
