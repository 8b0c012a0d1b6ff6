using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Features.ReferenceData;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Populations;

/// <summary>Reads in figures that wait: the set, its original and the history at once, or nothing. Confirmed twice they are read in once.</summary>
/// <param name="Id">The identity that the set gets.</param>
/// <param name="Period">The period, "2024".</param>
/// <param name="Seen">What the person has seen of it, so that nothing is read in that looked otherwise.</param>
/// <param name="Consents">True when the person has said that what looks odd is right.</param>
[Requires(Permission.ManageRecommendations)]
public sealed record ReadInPopulation(PopulationSetId Id, string Period, string Seen, bool Consents) : ICommand
{
    private const string Statistics = "SCB";

    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.PopulationDraft(Id, cancellation) is not { } draft)
            return await session.Db.PopulationSets.AnyAsync(s => s.Id == Id, cancellation) ? Result.Done : PopulationRefusals.NotThere;
        if (PopulationFile.TryRead(draft.Bytes, out var reading) is { IsDone: false } refused) return refused;

        var plan = await PopulationPlan.Of(session, draft, reading!, Period, cancellation);
        if (plan.Seen != Seen) return PopulationRefusals.ChangedMeanwhile;
        if (!plan.Trial.CanBeReadIn) return PopulationRefusals.Hindered;
        if (plan.Trial.NeedsConsent && !Consents) return PopulationRefusals.NotConsented;

        var original = await session.Db.Store(ReceivedFile.OfList(draft.Name, draft.Bytes), new Recorded(session.Actor.Person!.Value, session.Now), cancellation);
        var set = new PopulationSet(Id, plan.Trial.Day, Statistics, plan.Sha256, plan.Trial.Figures, draft.ReadFrom, original);
        session.Db.Add(set);
        session.Db.Remove(draft);
        session.Record(new PopulationAdded(set, plan.Held?.Id));
        return Result.Done;
    }
}
