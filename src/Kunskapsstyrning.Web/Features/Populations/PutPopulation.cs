using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Populations;

/// <summary>Puts figures there to be looked through. They take the place of the person's figures before, if those were never confirmed.</summary>
/// <param name="Id">The identity that the set gets when it is confirmed.</param>
/// <param name="Name">The name of the file.</param>
/// <param name="ReadFrom">Where it came from, in words: the name of the file, or the address.</param>
/// <param name="Bytes">What came.</param>
[Requires(Permission.ManageRecommendations), LeavesNoHistory("Figures that wait to be confirmed are no fact.")]
public sealed record PutPopulation(PopulationSetId Id, string Name, string ReadFrom, byte[] Bytes) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (PopulationFile.TryRead(Bytes, out _) is { IsDone: false } refused) return refused;

        var person = session.Actor.Person!.Value;
        var draft = new PopulationDraft(person, Id, Name, ReadFrom, Bytes, session.Now);
        if (await session.Db.PopulationDrafts.SingleOrDefaultAsync(d => d.PersonId == person, cancellation) is { } before) before.Replace(draft);
        else session.Db.Add(draft);
        return Result.Done;
    }
}

/// <summary>Throws away the figures that wait to be confirmed.</summary>
/// <param name="Id">Which.</param>
[Requires(Permission.ManageRecommendations), LeavesNoHistory("Figures that wait to be confirmed are no fact.")]
public sealed record DiscardPopulation(PopulationSetId Id) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.PopulationDraft(Id, cancellation) is { } draft) session.Db.Remove(draft);
        return Result.Done;
    }
}

/// <summary>The figures that wait, tried for a period. Null when nothing waits.</summary>
/// <param name="Id">The identity that the set gets when it is confirmed.</param>
/// <param name="Period">The period, "2024"; null for the latest.</param>
[Requires(Permission.ManageRecommendations)]
public sealed record PopulationAtHand(PopulationSetId Id, string? Period) : IQuery<PopulationAtHandView?>
{
    /// <inheritdoc/>
    public async Task<PopulationAtHandView?> Answer(Session session, CancellationToken cancellation)
    {
        if (await session.PopulationDraft(Id, cancellation) is not { } draft || !PopulationFile.TryRead(draft.Bytes, out var reading).IsDone) return null;
        return new PopulationAtHandView(Id, draft.Name, draft.ReadFrom, await PopulationPlan.Of(session, draft, reading!, Period, cancellation));
    }
}

/// <summary>The figures that wait.</summary>
/// <param name="Id">The identity that the set gets when it is confirmed.</param>
/// <param name="Name">The name of the file.</param>
/// <param name="ReadFrom">Where it came from, in words.</param>
/// <param name="Plan">What would become of them.</param>
public sealed record PopulationAtHandView(PopulationSetId Id, string Name, string ReadFrom, PopulationPlan Plan);

/// <summary>What one begins with when figures are to be read in.</summary>
[Requires(Permission.ManageRecommendations)]
public sealed record PopulationsToReadIn : IQuery<PopulationsToReadInView>
{
    /// <inheritdoc/>
    public async Task<PopulationsToReadInView> Answer(Session session, CancellationToken cancellation)
    {
        var person = session.Actor.Person!.Value;
        var waiting = await session.Db.PopulationDrafts.SingleOrDefaultAsync(d => d.PersonId == person, cancellation);
        var latest = session.Facts.Populations[^1].Date;
        var next = Math.Min(latest.Year + 1, session.Today.AddMonths(-1).Year - 1);
        return new PopulationsToReadInView(waiting?.HasExpired(session.Now) is false ? waiting.SetId : null, waiting?.Name, latest, next);
    }
}

/// <summary>What one begins with when figures are to be read in.</summary>
/// <param name="Waiting">Figures of one's own that wait; null when there are none.</param>
/// <param name="WaitingName">What they are called.</param>
/// <param name="Latest">The latest day that is read in.</param>
/// <param name="Next">The year to fetch next.</param>
public sealed record PopulationsToReadInView(PopulationSetId? Waiting, string? WaitingName, DateOnly Latest, int Next);
