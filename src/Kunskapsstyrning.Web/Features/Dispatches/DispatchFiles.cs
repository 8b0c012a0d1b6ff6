using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Dispatches;

/// <summary>A file that goes with every message of a dispatch.</summary>
/// <param name="Document">The document.</param>
/// <param name="FileName">The name it goes by.</param>
/// <param name="Size">In bytes.</param>
/// <param name="IsGiven">True when it was put with the dispatch as it was prepared; false for letter and annexes, which go with it as they are when it is released.</param>
public sealed record DispatchFile(DocumentId Document, string FileName, int Size, bool IsGiven);

/// <summary>Reads which files go with a dispatch.</summary>
internal static class DispatchFilesInDb
{
    private const int LargestTogether = 10 * 1024 * 1024;

    /// <summary>What it was prepared with, and letter and annexes where they go as files.</summary>
    public static async Task<IReadOnlyList<DispatchFile>> FilesWith(this Session session, Dispatch dispatch, CancellationToken cancellation)
    {
        var given = await session.Db.DispatchAttachments.Where(a => a.DispatchId == dispatch.Id).Select(a => a.DocumentId).ToListAsync(cancellation);
        var annexes = dispatch.Annexes is AnnexWay.Linked ? [] : await session.Db.Annexes.Where(a => a.RecommendationId == dispatch.RecommendationId).Select(a => a.DocumentId).ToListAsync(cancellation);
        var all = given.Union(annexes).ToList();
        var documents = await session.Db.Documents.Where(d => all.Contains(d.Id)).Select(d => new { d.Id, d.FileName, d.Size }).ToListAsync(cancellation);
        return documents.ConvertAll(d => new DispatchFile(d.Id, d.FileName, d.Size, given.Contains(d.Id)));
    }

    /// <summary>True when mail servers would not take all of them in one message.</summary>
    public static async Task<bool> AreTooLarge(this Session session, Dispatch dispatch, CancellationToken cancellation) => AreTooLarge(await session.FilesWith(dispatch, cancellation));

    /// <summary>The same of files that have been read.</summary>
    public static bool AreTooLarge(IReadOnlyList<DispatchFile> files) => files.Sum(f => (long)f.Size) > LargestTogether;
}
