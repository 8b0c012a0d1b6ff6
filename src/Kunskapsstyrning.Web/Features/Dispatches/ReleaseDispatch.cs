using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Features.Reports;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Dispatches;

/// <summary>Another person releases a dispatch: exactly what was seen is fixed and queued, or a refusal says that something has changed.</summary>
/// <param name="Id">The dispatch.</param>
/// <param name="Seen">The fingerprint of what was seen.</param>
/// <param name="WithoutThose">True when it is to go although some lack an address.</param>
[Requires(Permission.ManageRecommendations), Alone("Nothing that the messages say may change between being seen to be the same and being queued.")]
public sealed record ReleaseDispatch(DispatchId Id, string Seen, bool WithoutThose) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.Dispatches.SingleOrDefaultAsync(d => d.Id == Id, cancellation) is not { } dispatch) return DispatchRefusals.NotThere;
        if (session.Site is null) return DispatchRefusals.NoSiteAddress;
        if (await session.PlanOf(dispatch, cancellation) is not { } plan) return DispatchRefusals.NotSent;

        if (plan is { Recipients.Count: 0, Refusal: { } nobody }) return nobody;

        var result = dispatch.Release(plan.Reached.Count, plan.Missing.Count, WithoutThose, await session.ShapersOf(dispatch, plan, cancellation), session.ByActor());
        if (!result.IsDone) return result;
        if (plan.Refusal is { } refusal) return refusal;
        if (plan.Fingerprint != Seen) return DispatchRefusals.NotAsSeen;
        if (await session.LeadsNowhere(dispatch, cancellation)) return DispatchRefusals.ReportNotPublished;
        if (DispatchFilesInDb.AreTooLarge(plan.Files)) return DispatchRefusals.TooLarge;

        session.Db.AddRange(plan.Files.Where(f => !f.IsGiven).Select(f => new DispatchAttachment(Id, f.Document, f.FileName)));
        session.Queue(dispatch, plan.Recipients.Select(r => (r, r.Number, (int?)null)));
        return Result.Done;
    }
}

/// <summary>Stops what has not left of a dispatch. Whoever lacked an address then gets it no longer either.</summary>
/// <param name="Id">The dispatch.</param>
[Requires(Permission.ManageRecommendations)]
public sealed record StopDispatch(DispatchId Id) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.Dispatches.SingleOrDefaultAsync(d => d.Id == Id, cancellation) is not { } dispatch) return DispatchRefusals.NotThere;

        var held = await session.Db.OutgoingMessages.Where(m => m.DispatchId == Id && m.State == DeliveryState.Queued).ToListAsync(cancellation);
        foreach (var message in held) message.Recall(session.ByActor(), Swedish.RecalledStopped);
        return dispatch.Stop(held.Count);
    }
}
