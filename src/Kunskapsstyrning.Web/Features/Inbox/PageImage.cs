using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Reading;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Kunskapsstyrning.Web.Features.Inbox;

/// <summary>A document to draw a page of; null when there is none.</summary>
/// <param name="Id">The document.</param>
[Requires(Permission.LogDecisions)]
public sealed record DocumentToDraw(DocumentId Id) : IQuery<Document?>
{
    /// <inheritdoc/>
    public Task<Document?> Answer(Session session, CancellationToken cancellation) =>
        session.Db.Documents.Include(d => d.Content).SingleOrDefaultAsync(d => d.Id == Id, cancellation);
}

/// <summary>Pictures of the pages of a document, drawn when they are asked for and kept for a while.</summary>
internal static class PageImage
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(20);

    public static void MapPageImages(this IEndpointRouteBuilder app) =>
        app.MapGet(Urls.PageImage, async (HttpContext context, Guid id, int sida, Runner runner, DocumentReading reading, PagesKept kept, CancellationToken cancellation) =>
        {
            if (await Of(new DocumentId(id), sida, context.Actor(), runner, reading, kept, cancellation) is not { } png) return Pages.NotThere("Sidan kan inte visas. Öppna originalet i stället.", Urls.Inbox, "Till inkorgen");
            context.Response.Headers.CacheControl = "private, max-age=3600";
            context.Response.Headers.ContentSecurityPolicy = ContentPolicy.OfFiles;
            context.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
            return Results.File(png, png is [0xFF, 0xD8, ..] ? "image/jpeg" : "image/png");
        }).For(typeof(DocumentToDraw));

    private static async Task<byte[]?> Of(DocumentId id, int page, Actor actor, Runner runner, DocumentReading reading, PagesKept kept, CancellationToken cancellation)
    {
        if (kept.Pages.TryGetValue((id, page), out byte[]? png)) return png;
        if (await runner.Ask(new DocumentToDraw(id), actor, cancellation) is not { Content.Bytes: var bytes } document) return null;
        if (await reading.PageImage(document.Type, bytes, page, cancellation) is not { } drawn) return null;

        kept.Pages.Set((id, page), drawn, new MemoryCacheEntryOptions { Size = drawn.Length, SlidingExpiration = Kept });
        return drawn;
    }
}

/// <summary>Pages drawn lately, up to a size.</summary>
internal sealed class PagesKept : IDisposable
{
    private const long Largest = 64 * 1024 * 1024;

    public MemoryCache Pages { get; } = new(new MemoryCacheOptions { SizeLimit = Largest });

    public void Dispose() => Pages.Dispose();
}
