using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Inbox;

/// <summary>How much lies in every folder of the inbox.</summary>
[Requires(Permission.LogDecisions)]
public sealed record FolderCounts : IQuery<IReadOnlyDictionary<Folder, int>>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<Folder, int>> Answer(Session session, CancellationToken cancellation)
    {
        var counts = await (
            from i in session.Db.ArrivedItems
            join r in session.Db.ItemsAsRead on i.Id equals r.ItemId into read
            from r in read.DefaultIfEmpty()
            group i by new { i.State, Untied = r != null && !r.IsTied } into g
            select new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        return Enum.GetValues<Folder>().ToDictionary(folder => folder, folder => counts.Where(c => FolderOf(c.Key.State, c.Key.Untied) == folder).Sum(c => c.Count));
    }

    private static Folder FolderOf(ItemState state, bool untied) => state switch
    {
        ItemState.Done => Folder.Done,
        ItemState.SetAside => Folder.SetAside,
        _ => untied ? Folder.Untied : Folder.ToRegister,
    };
}
