using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Reports;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Dispatches;

/// <summary>Lets a released dispatch go to those who lacked an address and have one now: exactly what was seen, by another than the one who prepared it.</summary>
/// <param name="Id">The dispatch.</param>
/// <param name="Seen">The fingerprint of what was seen.</param>
[Requires(Permission.ManageRecommendations), Alone("Nothing that the messages say may change between being seen to be the same and being queued.")]
public sealed record ReachMissed(DispatchId Id, string Seen) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.Dispatches.SingleOrDefaultAsync(d => d.Id == Id, cancellation) is not { } dispatch) return DispatchRefusals.NotThere;
        if (session.Site is null) return DispatchRefusals.NoSiteAddress;

        if (await session.IsStopped(Id, cancellation)) return DispatchRefusals.Stopped;

        var plan = await session.MissedOf(dispatch, await session.Addressed(dispatch.RecommendationId, cancellation), cancellation) ?? new DispatchPlan([], [], null);
        var result = dispatch.ReachMissed(plan.Reached.Count, await session.ShapersOf(dispatch, plan, cancellation), session.Actor.Person!.Value);
        if (!result.IsDone) return result;
        if (plan.Refusal is { } refusal) return refusal;
        if (plan.Fingerprint != Seen) return DispatchRefusals.NotAsSeen;
        if (await session.LeadsNowhere(dispatch, cancellation)) return DispatchRefusals.ReportTakenBack;

        var all = await session.Db.DispatchRecipients.AsNoTracking().Where(r => r.DispatchId == Id).ToListAsync(cancellation);
        var missed = all.Where(r => r.MessageId is null).ToDictionary(r => r.Place, r => r.Number);
        var last = all.Max(r => r.Number);
        session.Queue(dispatch, plan.Reached.Select((r, at) => (r, last + 1 + at, (int?)missed[r.Place])));
        return Result.Done;
    }
}

/// <summary>Reckons who was missed.</summary>
internal static class MissedInDb
{
    /// <summary>Those who lacked an address when the dispatch was released, are still meant and have not got the same by another, with what each would be told now; null when there are none, or it was stopped.</summary>
    /// <param name="addressed">Everyone who was addressed about the recommendation.</param>
    public static async Task<DispatchPlan?> MissedOf(this Session session, Dispatch dispatch, IReadOnlyList<Addressed> addressed, CancellationToken cancellation)
    {
        var missed = addressed.Where(a => a.Dispatch == dispatch.Id && a.Message is null).Select(a => a.Place).ToHashSet();
        missed.ExceptWith(addressed.Where(a => a.Dispatch != dispatch.Id && a.Matter == dispatch.Matter && a.HasItsMessage && MakesUpFor(a, dispatch)).Select(a => a.Place));
        if (missed.Count == 0 || await session.IsStopped(dispatch.Id, cancellation) || await session.PlanOf(dispatch, cancellation, addressed) is not { } plan) return null;

        return new DispatchPlan([.. plan.Recipients.Where(r => missed.Contains(r.Place))], plan.Files, plan.Refusal);
    }

    /// <summary>True when somebody stopped it on its way.</summary>
    public static Task<bool> IsStopped(this Session session, DispatchId dispatch, CancellationToken cancellation) =>
        session.Db.History.AnyAsync(h => h.Subject == dispatch.Value && h.Kind == nameof(DispatchStopped), cancellation);

    /// <summary>A question is put once; a reminder makes up for those before it, and not for those to come.</summary>
    private static bool MakesUpFor(Addressed another, Dispatch dispatch) => dispatch.Kind is not DispatchKind.Reminder || another.QueuedAt > dispatch.SettledAt;
}
