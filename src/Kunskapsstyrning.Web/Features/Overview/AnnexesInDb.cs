using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Overview;

/// <summary>Reads the letter and annexes of a recommendation.</summary>
internal static class AnnexesInDb
{
    /// <summary>Links to what can be downloaded, by title; none when there is nothing.</summary>
    public static async Task<IReadOnlyList<AnnexLink>> AnnexLinks(this Session session, RecommendationId recommendation, CancellationToken cancellation)
    {
        var annexes = session.Facts.AnnexesOf(recommendation).ToDictionary(a => a.DocumentId);
        if (annexes.Count == 0) return [];

        var documents = await session.Db.Documents.Where(d => annexes.Keys.Contains(d.Id)).ToListAsync(cancellation);
        return [.. documents.Select(d => new AnnexLink(annexes[d.Id].Title, Urls.ToDocument(d.Id), $"{d.Type.Label()}, {Swedish.Size(d.Size)}")).OrderBy(l => l.Name, Swedish.Order)];
    }
}
