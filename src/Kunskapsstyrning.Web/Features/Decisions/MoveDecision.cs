using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Inbox;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Decisions;

/// <summary>
/// Moves a decision with its documents to the municipality or recommendation that it belongs to: taken back where it stood and
/// registered where it belongs, at once. The trace is kept where it stood.
/// </summary>
/// <param name="Id">The decision.</param>
/// <param name="Seen">The number of the version that the person looked at.</param>
/// <param name="Moved">The id of the decision where it belongs, made when the form is opened.</param>
/// <param name="Municipality">Whose it is.</param>
/// <param name="Recommendation">What it answers.</param>
/// <param name="Reason">Why it is moved.</param>
[Requires(Permission.LogDecisions)]
public sealed record MoveDecision(DecisionId Id, int Seen, DecisionId Moved, MunicipalityCode Municipality, RecommendationId Recommendation, string Reason) : ICommand
{
    /// <summary>Decisions that stand where it goes, and that the person has seen.</summary>
    public IReadOnlyList<DecisionId> Beside { get; init; } = [];

    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.Decisions.AnyAsync(d => d.Id == Moved, cancellation)) return Result.Done;
        if (await session.Db.ResponseWith(Id, cancellation) is not { } response) return ChangeRefusals.NotThere;
        if ((response.MunicipalityCode, response.RecommendationId) == (Municipality, Recommendation)) return MoveRefusals.StandsThere;
        if (session.Facts.Municipality(Municipality) is not { } to) return LogRefusals.UnknownMunicipality;
        if (session.Facts.Recommendation(Recommendation) is not { } asked) return LogRefusals.UnknownRecommendation;

        var reason = $"Flyttat till {(Municipality == response.MunicipalityCode ? asked.ShortTitle : to.Name)}. {Reason.Trim()}";
        if ((DecisionRefusals.OfReason(Reason) ?? DecisionRefusals.OfReason(reason)) is { } unreasoned) return unreasoned;

        var current = response.Decisions.Single(d => d.Id == Id).Current;
        var there = await session.Db.Decisions.Where(d => d.MunicipalityCode == Municipality && d.RecommendationId == Recommendation && d.Retraction == null).Select(d => d.Id).ToListAsync(cancellation);
        if (there.Except(Beside).Any()) return MoveRefusals.OthersStandThere;

        var documents = await session.Db.Decisions.Where(d => d.Id == Id).SelectMany(d => d.Documents).Where(d => d.Loosening == null).Select(d => new { d.DocumentId, d.CameWith }).ToListAsync(cancellation);
        if (response.Retract(Id, Seen, reason, new Recorded(session.Actor.Person!.Value, session.Now)) is { IsDone: false } refused) return refused;

        var moved = new MovedFrom(Id, Reason.Trim()) { CameWith = documents.Where(d => d.CameWith is not null).ToDictionary(d => d.DocumentId, d => d.CameWith!.Value) };
        var logged = await new LogDecision(Moved, Municipality, Recommendation, current.Content, current.Details, documents.ConvertAll(d => d.DocumentId)) { Moved = moved, Beside = Beside }.Execute(session, cancellation);
        if (!logged.IsDone) return logged;
        if (await session.MoveQueued(Id, new MessageMatter(Moved, Municipality, Recommendation, current.Content, current.Details), cancellation) is { IsDone: false } unsent) return unsent;

        foreach (var item in await session.Db.ItemsBehind([Id], cancellation)) item.Follow(Id, Moved, Municipality, Recommendation);
        return Result.Done;
    }
}

/// <summary>The sentences with which a move is refused.</summary>
public static class MoveRefusals
{
    /// <summary>Something stands where it goes that the person has not seen.</summary>
    public static readonly Refusal OthersStandThere = new("others-stand-there", "Det finns redan något registrerat där. Se efter nedan, och flytta om det ändå är rätt.", "finns-dar");

    /// <summary>Where it stands already.</summary>
    public static readonly Refusal StandsThere = new("stands-there", "Beslutet hör redan dit. Välj den kommun eller rekommendation som det ska flyttas till.", "kommun");
}
