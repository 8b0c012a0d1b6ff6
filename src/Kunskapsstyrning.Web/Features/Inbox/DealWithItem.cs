using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Persistence.Server;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Inbox;

/// <summary>Registers what arrived: one decision, or one for each municipality that a joint body decided for. All or none.</summary>
/// <param name="Item">What arrived.</param>
/// <param name="Decisions">The decisions, each with its documents.</param>
[Requires(Permission.LogDecisions)]
public sealed record RegisterItem(ArrivedItemId Item, IReadOnlyList<LogDecision> Decisions) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        await session.Db.OneAtATime(Item.Value.ToString(), cancellation);
        if (await session.Db.ItemToChange(Item, cancellation) is not { } item) return IntakeRefusals.NotThere;

        foreach (var decision in Decisions)
        {
            // Somebody else was quicker with another decision: what this person typed stays in the form.
            if (item.State is ItemState.Done && !Decisions.Any(own => item.Became(own.Id))) return IntakeRefusals.IsDone;
            if (await (decision with { From = Item }).Execute(session, cancellation) is { IsDone: false } refused) return refused;
            if (item.BecomeDecision(decision.Id, decision.Municipality, decision.Recommendation, putWith: false) is { IsDone: false } no) return no;
        }

        await session.Db.EndDraft(session.Actor, Item, cancellation);
        return Result.Done;
    }
}

/// <summary>Puts what arrived with a decision that is registered already: the same decision sent again, or one more document of it.</summary>
/// <param name="Item">What arrived.</param>
/// <param name="Decision">The decision.</param>
[Requires(Permission.LogDecisions)]
public sealed record PutWithDecision(ArrivedItemId Item, DecisionId Decision) : ICommand
{
    /// <summary>Whose answers it is about, and about what, as a person has typed it; none when what was read in it says so.</summary>
    public IReadOnlyList<(MunicipalityCode Municipality, RecommendationId Recommendation)> About { get; init; } = [];

    /// <summary>Those of its documents that go with the decision, as a person has chosen them.</summary>
    public IReadOnlyList<DocumentId> Documents { get; init; } = [];

    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.ItemToChange(Item, cancellation) is not { } item) return IntakeRefusals.NotThere;
        if (item.State is ItemState.Done && !item.Became(Decision)) return IntakeRefusals.IsDone;

        if (await session.Db.ResponseToAttach(Decision, cancellation) is not { } response) return IntakeRefusals.NoSuchDecision;
        if (response.Decisions.Any(d => d.Retraction is not null)) return DecisionRefusals.AlreadyRetracted;

        if (!About.Contains((response.MunicipalityCode, response.RecommendationId)) && !await session.Offers(item, Decision, cancellation)) return IntakeRefusals.NotOffered;

        if (Documents.Count == 0) return IntakeRefusals.NeedsDocument;

        foreach (var document in Documents)
            if (response.Attach(Decision, document, Item) is { IsDone: false } refused) return refused;
        if (item.BecomeDecision(Decision, response.MunicipalityCode, response.RecommendationId, putWith: true) is { IsDone: false } no) return no;

        await session.Db.EndDraft(session.Actor, Item, cancellation);
        return Result.Done;
    }
}

/// <summary>Says that nothing more is to be registered from what arrived: what stands is all. No document goes anywhere.</summary>
/// <param name="Item">What arrived.</param>
[Requires(Permission.LogDecisions)]
public sealed record NothingMoreToRegister(ArrivedItemId Item) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.ItemToChange(Item, cancellation) is not { } item) return IntakeRefusals.NotThere;

        var became = item.Decisions.Where(d => d.Loosening is null).Select(d => d.DecisionId).ToList();
        if (!await session.Db.Decisions.AnyAsync(d => became.Contains(d.Id) && d.Retraction == null, cancellation)) return IntakeRefusals.NothingRegistered;

        await session.Db.EndDraft(session.Actor, Item, cancellation);
        return item.Finish();
    }
}

/// <summary>What a decision was registered from; null when it was typed by hand.</summary>
/// <param name="Decision">The decision.</param>
[Requires(Permission.LogDecisions)]
public sealed record ItemBehind(DecisionId Decision) : IQuery<ArrivedItemId?>
{
    /// <inheritdoc/>
    public Task<ArrivedItemId?> Answer(Session session, CancellationToken cancellation) =>
        session.Db.ArrivedItems.Where(i => i.Decisions.Any(d => d.DecisionId == Decision && !d.PutWith)).OrderBy(i => i.TakenInAt).Select(i => (ArrivedItemId?)i.Id).FirstOrDefaultAsync(cancellation);
}

/// <summary>Sets aside what is no answer.</summary>
/// <param name="Item">What arrived.</param>
/// <param name="Reason">Why.</param>
[Requires(Permission.LogDecisions)]
public sealed record SetItemAside(ArrivedItemId Item, string Reason) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.ItemToChange(Item, cancellation) is not { } item) return IntakeRefusals.NotThere;

        await session.Db.EndDraft(session.Actor, Item, cancellation);
        return item.SetAside(Reason);
    }
}

/// <summary>Puts something that was set aside back in the inbox.</summary>
/// <param name="Item">What arrived.</param>
[Requires(Permission.LogDecisions)]
public sealed record ReopenItem(ArrivedItemId Item) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.ItemToChange(Item, cancellation) is not { } item) return IntakeRefusals.NotThere;

        // What is registered comes back when its decision is taken back, not before.
        return item.State is ItemState.Done ? IntakeRefusals.IsDone : item.Reopen("Återtaget till inkorgen");
    }
}

/// <summary>The item behind a change.</summary>
internal static class ItemsInDb
{
    public static Task<ArrivedItem?> ItemToChange(this Db db, ArrivedItemId id, CancellationToken cancellation) =>
        db.ArrivedItems.Include(i => i.Decisions).ThenInclude(d => d.Loosening).SingleOrDefaultAsync(i => i.Id == id, cancellation);

    /// <summary>What decisions were registered from, or what was put with them.</summary>
    public static Task<List<ArrivedItem>> ItemsBehind(this Db db, IReadOnlyCollection<DecisionId> decisions, CancellationToken cancellation) =>
        db.ArrivedItems.Where(i => i.Decisions.Any(d => decisions.Contains(d.DecisionId) && d.Loosening == null)).Include(i => i.Decisions).ThenInclude(d => d.Loosening).ToListAsync(cancellation);

    /// <summary>Reopens what the decisions were registered from: some of it is not registered any longer, and a person says what becomes of that.</summary>
    public static async Task ReopenItemsOf(this Db db, IReadOnlyCollection<DecisionId> retracted, CancellationToken cancellation)
    {
        foreach (var item in await db.ItemsBehind(retracted, cancellation))
            if (item.State is ItemState.Done) item.Reopen("Det som registrerades är taget tillbaka");
    }
}
