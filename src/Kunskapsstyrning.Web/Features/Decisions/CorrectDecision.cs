using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Decisions;

/// <summary>Mends a mistake in a registered decision. Holds from the start; what stood before stays in the timeline.</summary>
/// <param name="Id">The decision.</param>
/// <param name="Seen">The number of the version that the person corrected from.</param>
/// <param name="Content">What counts.</param>
/// <param name="Details">What is walled.</param>
/// <param name="Reason">Why.</param>
[Requires(Permission.LogDecisions)]
public sealed record CorrectDecision(DecisionId Id, int Seen, DecisionContent Content, DecisionDetails Details, string Reason) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.ResponseWith(Id, cancellation) is not { } response) return ChangeRefusals.NotThere;
        var asked = session.Facts.Recommendation(response.RecommendationId)!;
        if (LogRefusals.OfMunicipality(session.Facts.Municipality(response.MunicipalityCode), asked, Content) is { } refusal) return refusal;

        var corrected = response.Correct(Id, Seen, Content, Details, Reason, asked.Asked, session.Today, new Recorded(session.Actor.Person!.Value, session.Now));
        if (!corrected.IsDone) return corrected;
        return await session.AfterCorrection([new MessageMatter(Id, response.MunicipalityCode, response.RecommendationId, Content, Details)], cancellation);
    }
}

/// <summary>Takes back a decision that should never have been registered.</summary>
/// <param name="Id">The decision.</param>
/// <param name="Seen">The number of the version that the person looked at.</param>
/// <param name="Reason">Why.</param>
[Requires(Permission.LogDecisions)]
public sealed record RetractDecision(DecisionId Id, int Seen, string Reason) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.ResponseWith(Id, cancellation) is not { } response) return ChangeRefusals.NotThere;

        await session.AfterRetraction([Id], "Beslutet togs tillbaka.", cancellation);
        return response.Retract(Id, Seen, Reason, new Recorded(session.Actor.Person!.Value, session.Now));
    }
}

/// <summary>Takes back what one registered oneself earlier the same day.</summary>
/// <param name="Id">The decision.</param>
/// <param name="Seen">The number of the version that the person looked at.</param>
[Requires(Permission.LogDecisions)]
public sealed record UndoLogging(DecisionId Id, int Seen) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.ResponseWith(Id, cancellation) is not { } response) return ChangeRefusals.NotThere;

        var logged = response.Decisions.Single(d => d.Id == Id).Versions.Single(v => v.Number == 1);
        if (logged.RecordedBy != session.Actor.Person || SwedishTime.DayOf(logged.RecordedAt) != session.Today) return ChangeRefusals.NotOwnOfToday;

        await session.AfterRetraction([Id], "Registreringen ångrades.", cancellation);
        return response.Retract(Id, Seen, "Ångrat av den som registrerade.", new Recorded(logged.RecordedBy, session.Now));
    }
}

/// <summary>The sentences with which a change of a decision is refused before the decision itself is tried.</summary>
public static class ChangeRefusals
{
    /// <summary>No such decision.</summary>
    public static readonly Refusal NotThere = new("decision-not-there", "Beslutet finns inte.");

    /// <summary>Undone on a page that was opened before somebody corrected it.</summary>
    public static readonly Refusal CorrectedSince = new("corrected-since", "Beslutet har rättats sedan sidan öppnades, så det är inte ångrat. Öppna beslutet och se i tidslinjen vad som rättades. Är det ändå fel: ta tillbaka det där, med ett skäl.");

    /// <summary>Somebody else's registration, or an older one.</summary>
    public static readonly Refusal NotOwnOfToday = new("not-own-of-today", "Bara den som registrerade kan ångra, och bara samma dag. Öppna beslutet och ta tillbaka det med ett skäl i stället.");
}

/// <summary>Fetches what a change of a decision works on.</summary>
internal static class ResponsesInDb
{
    /// <summary>The answer that a decision belongs to, with all of that decision and none of the others; null when there is none.</summary>
    public static Task<Response?> ResponseWith(this Db db, DecisionId id, CancellationToken cancellation) => db.Responses.AsSingleQuery()
        .Include(r => r.Decisions.Where(d => d.Id == id)).ThenInclude(d => d.Versions).ThenInclude(v => v.Walled)
        .Include(r => r.Decisions.Where(d => d.Id == id)).ThenInclude(d => d.Retraction)
        .SingleOrDefaultAsync(r => r.Decisions.Any(d => d.Id == id), cancellation);
}
