using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Dispatches;

/// <summary>What has gone out before and tells who is meant by a dispatch.</summary>
/// <param name="IsAsked">True when a question has gone from here.</param>
/// <param name="Followed">Those who were asked; for a correction those who were asked or reminded with what was wrong.</param>
/// <param name="HaveIt">Where another dispatch has taken the same report.</param>
internal sealed record SentBefore(bool IsAsked, IReadOnlyList<Addressed> Followed, IReadOnlySet<ContactPlace> HaveIt);

/// <summary>Reads what has gone out before.</summary>
internal static class SentBeforeInDb
{
    /// <summary>What there is to know for a dispatch; nothing is read for one that depends on nothing before it.</summary>
    /// <param name="known">Everyone who was addressed before; null where nobody has read it yet.</param>
    public static async Task<SentBefore> SentBefore(this Session session, Dispatch dispatch, RecommendationCorrection? correction, IReadOnlyList<Addressed>? known, CancellationToken cancellation)
    {
        var depends = dispatch.Kind is DispatchKind.Correction or DispatchKind.Report || dispatch.Rule.Audience is DispatchAudience.NotReached;
        var all = !depends ? [] : known ?? await session.Addressed(dispatch.RecommendationId, cancellation);
        var questions = all.Where(a => a.Kind is DispatchKind.Question).ToList();
        var followed = correction is null ? questions : await session.ToldWrong(all.Where(a => a.Kind is DispatchKind.Question or DispatchKind.Reminder), correction, cancellation);
        var haveIt = dispatch.Kind is DispatchKind.Report ? all.Where(a => a.Dispatch != dispatch.Id && a.Matter == dispatch.Matter && a.HasItsMessage).Select(a => a.Place) : [];
        return new SentBefore(questions.Exists(q => q.LeavesOrHasLeft), followed, haveIt.ToHashSet());
    }
}
