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
        var documents = await session.Db.Decisions.Where(d => d.Id == Id).SelectMany(d => d.Documents).Select(d => d.DocumentId).ToListAsync(cancellation);
        if (response.Retract(Id, Seen, reason, new Recorded(session.Actor.Person!.Value, session.Now)) is { IsDone: false } refused) return refused;

        await session.RecallQueued([Id], reason, cancellation);
        var logged = await new LogDecision(Moved, Municipality, Recommendation, current.Content, current.Details, documents).Execute(session, cancellation);
        if (!logged.IsDone) return logged;

        foreach (var item in await session.Db.ItemsBehind([Id], cancellation))
            if (item.BecomeDecision(Moved, Municipality, Recommendation, putWith: false) is { IsDone: false } no) return no;
        return Result.Done;
    }
}

/// <summary>The sentences with which a move is refused.</summary>
public static class MoveRefusals
{
    /// <summary>Where it stands already.</summary>
    public static readonly Refusal StandsThere = new("stands-there", "Beslutet hör redan dit. Välj den kommun eller rekommendation som det ska flyttas till.", "kommun");
}
