using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.SavedViews;

/// <summary>A saved view as it is shown in the list.</summary>
/// <param name="Id">The view.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Shows">The recommendation, and what of it.</param>
/// <param name="Owner">Who saved it.</param>
/// <param name="IsOwn">True when it is one's own.</param>
/// <param name="IsShared">True when everyone at SKR sees it.</param>
/// <param name="HasLeft">True when the one who saved it has left.</param>
/// <param name="SavedOn">The day it was saved.</param>
public sealed record SavedViewLine(SavedViewId Id, string Name, string Href, string Shows, string Owner, bool IsOwn, bool IsShared, bool HasLeft, DateOnly SavedOn);

/// <summary>One's own views and those that are shared, by name.</summary>
[Requires(Permission.SaveViews)]
internal sealed record MySavedViews : IQuery<IReadOnlyList<SavedViewLine>>
{
    public Task<IReadOnlyList<SavedViewLine>> Answer(Session session, CancellationToken cancellation) =>
        session.SavedViewLines(v => v.Owner == session.Actor.Person || v.IsShared, cancellation);
}

/// <summary>What those who have left saved for themselves: an administrator can take it over or away.</summary>
[Requires(Permission.Administer)]
internal sealed record ViewsLeftBehind : IQuery<IReadOnlyList<SavedViewLine>>
{
    public async Task<IReadOnlyList<SavedViewLine>> Answer(Session session, CancellationToken cancellation) =>
        [.. (await session.SavedViewLines(v => !v.IsShared, cancellation)).Where(v => v.HasLeft)];
}

/// <summary>What a view of a recommendation shows, in words, before it is saved; null when there is no such recommendation.</summary>
[Requires(Permission.SaveViews)]
internal sealed record ViewToSave(RecommendationView View) : IQuery<ViewToSave.Shown?>
{
    public Task<Shown?> Answer(Session session, CancellationToken cancellation) =>
        Task.FromResult(session.Facts.Recommendation(View.Slug) is { } asked && session.MaySee(asked) ? new Shown(asked, View.Shows(asked, session.Facts.Counties)) : null);

    internal sealed record Shown(Recommendation Recommendation, string Words);
}

/// <summary>Saves a view under a name.</summary>
/// <param name="Slug">The recommendation's name in addresses.</param>
/// <param name="Query">What stands after its address, as a view writes it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="IsShared">Whether everyone at SKR is to see it.</param>
[Requires(Permission.SaveViews), LeavesNoHistory("A view is an address with a name for one's own use: no fact rests on it.")]
public sealed record SaveView(string Slug, string Query, string Name, bool IsShared) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (session.Facts.Recommendation(Slug) is not { } asked || !session.MaySee(asked)) return SavedViewRefusals.NotThere;

        var me = session.Actor.Person!.Value;
        var own = await session.Db.SavedViews.Where(v => v.Owner == me).ToListAsync(cancellation);
        var result = SavedView.Save(me, asked.Id, Name, Query, IsShared, own, session.Now, out var saved);
        if (saved is not null) session.Db.Add(saved);
        return result;
    }
}

/// <summary>Shares one's own view with everyone at SKR, or keeps it for oneself.</summary>
[Requires(Permission.SaveViews), LeavesNoHistory("A view is an address with a name for one's own use: no fact rests on it.")]
public sealed record ShareView(SavedViewId View, bool IsShared) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Own(View, cancellation) is not { } view) return SavedViewRefusals.NotThere;

        view.Share(IsShared);
        return Result.Done;
    }
}

/// <summary>Takes one's own view away.</summary>
[Requires(Permission.SaveViews), LeavesNoHistory("A view is an address with a name for one's own use: no fact rests on it.")]
public sealed record RemoveView(SavedViewId View) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Own(View, cancellation) is not { } view) return SavedViewRefusals.NotThere;

        session.Db.Remove(view);
        return Result.Done;
    }
}

/// <summary>Takes over what one who has left saved, or takes it away.</summary>
/// <param name="View">The view.</param>
/// <param name="Keep">True to take it over, false to take it away.</param>
[Requires(Permission.Administer), LeavesNoHistory("A view is an address with a name: no fact rests on it.")]
public sealed record SettleViewLeftBehind(SavedViewId View, bool Keep) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.SavedViews.SingleOrDefaultAsync(v => v.Id == View, cancellation) is not { } view) return SavedViewRefusals.NotThere;

        var me = session.Actor.Person!.Value;
        var hasLeft = await session.Db.People.AnyAsync(p => p.Id == view.Owner && p.EndedAt != null, cancellation);
        if (Keep) return view.TakeOver(me, hasLeft, await session.Db.SavedViews.Where(v => v.Owner == me).ToListAsync(cancellation));
        if (!hasLeft) return SavedViewRefusals.OwnerIsStillHere;

        session.Db.Remove(view);
        return Result.Done;
    }
}

/// <summary>Reads saved views.</summary>
internal static class SavedViewsInDb
{
    public static async Task<SavedView?> Own(this Session session, SavedViewId view, CancellationToken cancellation)
    {
        var me = session.Actor.Person!.Value;
        return await session.Db.SavedViews.SingleOrDefaultAsync(v => v.Id == view && v.Owner == me, cancellation);
    }

    public static async Task<IReadOnlyList<SavedViewLine>> SavedViewLines(this Session session, System.Linq.Expressions.Expression<Func<SavedView, bool>> which, CancellationToken cancellation)
    {
        var found = await session.Db.SavedViews.Where(which).Join(session.Db.People, v => v.Owner, p => p.Id, (v, p) => new { View = v, p.Name, p.EndedAt }).ToListAsync(cancellation);
        return [.. found.Select(f => Line(session, f.View, f.Name, f.EndedAt is not null)).OfType<SavedViewLine>().OrderBy(l => l.Name, Swedish.Order)];
    }

    private static SavedViewLine? Line(Session session, SavedView view, string owner, bool hasLeft)
    {
        if (session.Facts.Recommendation(view.RecommendationId) is not { } asked || !session.MaySee(asked)) return null;

        var shown = ViewInAddress.Kept(asked.Slug, view.Query);
        return new SavedViewLine(
            view.Id, view.Name, asked.AddressOf(view.Query), shown.Shows(asked, session.Facts.Counties), owner, view.Owner == session.Actor.Person, view.IsShared, hasLeft, SwedishTime.DayOf(view.SavedAt));
    }

    private static string AddressOf(this Recommendation asked, string query) => Urls.ToRecommendation(asked.Slug) + query;
}
