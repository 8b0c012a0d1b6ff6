using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Documents;

/// <summary>Stores files as part of what a use case does, in its transaction.</summary>
internal static class StoreDocument
{
    /// <summary>
    /// The document of a file: the one stored before when bytes and name are the same, else a new one. A name is kept with what came
    /// under it, so that no municipality reads what another called its file; and what one has sent on its own page is apart from all else.
    /// </summary>
    public static async Task<DocumentId> Store(this Db db, ReceivedFile file, Recorded recorded, CancellationToken cancellation, MunicipalityCode? municipality = null)
    {
        var known = await db.Documents.Where(d => d.Sha256 == file.Sha256 && d.FileName == file.Name && d.MunicipalityCode == municipality).OrderBy(d => d.AddedAt).Select(d => (DocumentId?)d.Id).FirstOrDefaultAsync(cancellation);
        if (known is { } stored) return stored;

        var document = new Document(new DocumentId(Guid.CreateVersion7(recorded.At)), file.Name, file.Type, file.Bytes, file.Sha256, recorded.By, recorded.At, municipality);
        db.Add(document);
        return document.Id;
    }
}
