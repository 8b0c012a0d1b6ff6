using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Documents;

/// <summary>
/// A document to download. SKR sees all, a municipality those of its own decisions that have not been taken back and what it
/// has sent itself, everyone the letters and annexes of a recommendation that they may see. Null for anything else, there or not.
/// </summary>
[Requires(Permission.ReadPublic)]
public sealed record DocumentToDownload(DocumentId Id) : IQuery<Document?>
{
    /// <inheritdoc/>
    public Task<Document?> Answer(Session session, CancellationToken cancellation)
    {
        var open = session.Actor.Scope is "skr" || session.Facts.Recommendations.Where(session.MaySee).SelectMany(r => session.Facts.AnnexesOf(r.Id)).Any(a => a.DocumentId == Id);
        var own = session.Actor.Municipality;
        var documents = session.Db.Documents.Include(d => d.Content).Where(d => d.Id == Id);

        // What has arrived and is not registered belongs to those who register.
        if (session.Actor.Scope is "skr" && !session.Actor.Permissions.Contains(Permission.LogDecisions))
            documents = documents.Where(d => session.Db.Decisions.Any(decision => decision.Documents.Any(link => link.DocumentId == d.Id && link.Loosening == null))
                || (!session.Db.ArrivedItems.Any(i => i.OriginalId == d.Id) && !session.Db.ArrivedItems.Any(i => i.Parts.Any(p => p.DocumentId == d.Id))));
        if (!open)
            documents = documents.Where(d => (own != null && d.MunicipalityCode == own) || session.Db.Decisions.Any(decision => decision.Retraction == null && decision.Documents.Any(link => link.DocumentId == d.Id && link.Loosening == null)));
        return documents.SingleOrDefaultAsync(cancellation);
    }
}

/// <summary>Sends documents as files to keep, never as pages to run.</summary>
internal static class DocumentEndpoints
{
    public static void MapDocuments(this IEndpointRouteBuilder app) =>
        app.MapGet(Urls.Document, async (HttpContext context, Guid id, Runner runner, CancellationToken cancellation) =>
        {
            var actor = context.Actor();
            if (await runner.Ask(new DocumentToDownload(new DocumentId(id)), actor, cancellation) is not { Content.Bytes: var bytes } document) return NotHere(context, actor);

            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = ContentPolicy.OfFiles;
            headers.CacheControl = "private, no-store";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            return Results.File(bytes, FileContent.MediaTypeOf(document.Type, bytes), document.FileName);
        }).For(typeof(DocumentToDownload));

    private static IResult NotHere(HttpContext context, Actor actor)
    {
        if (!actor.IsSignedIn) return Pages.Refuse(context, actor);

        RefusedAccess.Log(context, actor, nameof(DocumentToDownload));
        return actor.Municipality is null
            ? Pages.NotThere("Det finns ingen handling med den adressen.")
            : Pages.NotAllowed("Ni kan bara öppna er egen kommuns handlingar.");
    }
}
