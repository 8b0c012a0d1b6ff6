using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence.Server;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Logging;

/// <summary>Registers what a municipality sent. The same registration sent twice changes nothing.</summary>
/// <param name="Id">Made when the form is opened, so that a form sent twice is known.</param>
/// <param name="Municipality">Whose decision.</param>
/// <param name="Recommendation">What it answers.</param>
/// <param name="Content">What counts.</param>
/// <param name="Details">What is walled.</param>
/// <param name="Documents">Documents that are stored already.</param>
[Requires(Permission.LogDecisions)]
public sealed record LogDecision(
    DecisionId Id, MunicipalityCode Municipality, RecommendationId Recommendation, DecisionContent Content, DecisionDetails Details, IReadOnlyList<DocumentId> Documents) : ICommand
{
    /// <summary>A file that came with it, to be stored at the same time; null when there is none.</summary>
    public ReceivedFile? File { get; init; }

    /// <summary>Who gets a receipt of what is registered; null when nobody does.</summary>
    public EmailAddress? Receipt { get; init; }

    /// <summary>Who is asked for the final decision after a proposal; null when nobody is.</summary>
    public AskForFinal? AskForFinal { get; init; }

    /// <summary>What arrived and it is read from; null when it is logged by hand.</summary>
    public ArrivedItemId? From { get; init; }

    /// <summary>Where it stood before; null when it is registered for the first time.</summary>
    public MovedFrom? Moved { get; init; }

    /// <summary>Decisions that may be the same, and that the person has seen and registers this beside.</summary>
    public IReadOnlyList<DecisionId> Beside { get; init; } = [];

    /// <summary>True when it was typed in the log form, whose draft is then done with.</summary>
    public bool EndsDraft { get; init; }

    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (session.Facts.Recommendation(Recommendation) is not { } asked) return LogRefusals.UnknownRecommendation;
        if (LogRefusals.OfMunicipality(session.Facts.Municipality(Municipality), asked, Content) is { } unknown) return unknown;

        var hash = await session.Db.HashOf(this, cancellation);
        if (hash is not null) await session.Db.OneAtATime(hash, cancellation);

        // Two questions in one: with "or" between them the database would look through every answer.
        var responses = await session.Db.Responses.Where(r => r.MunicipalityCode == Municipality && r.RecommendationId == Recommendation)
            .Union(session.Db.Responses.Where(r => r.Decisions.Any(d => d.Id == Id)))
            .Include(r => r.Decisions).ToListAsync(cancellation);
        if (responses.Exists(r => r.Decisions.Any(d => d.Id == Id))) return await session.Db.LoggedAgain(this, cancellation);

        var response = responses.Find(r => r.MunicipalityCode == Municipality && r.RecommendationId == Recommendation);
        if (response is null) session.Db.Add(response = new Response(Municipality, Recommendation));
        if (EndsDraft) await session.Db.EndDraftOf(Id, session.Actor, cancellation);
        var recorded = new Recorded(session.Actor.Person!.Value, session.Now);
        var logged = response.Log(Id, Content, Details, await WithFile(session, recorded, cancellation), asked.Asked, session.Today, recorded, Moved);
        if (logged.IsDone && (hash is not null || From is not null || response.Decisions.Count > 1) && await session.Db.HasUnseenTwins(this, hash, cancellation)) return LogRefusals.MayBeRegistered;
        if (logged.IsDone && Content.IsAnswer && response.Decisions.Count > 1) await session.RecallQuestions(Municipality, Recommendation, Swedish.RecalledFinalHasCome, cancellation);
        return logged.IsDone ? await QueueMessages(session, cancellation) : logged;
    }

    private async Task<Result> QueueMessages(Session session, CancellationToken cancellation)
    {
        var matter = new MessageMatter(Id, Municipality, Recommendation, Content, Details);
        if (Receipt is { } to && await session.QueueReceipt(matter, to, cancellation) is { IsDone: false } refused) return refused;
        return AskForFinal is { } ask ? await session.QueueQuestion(matter, ask, cancellation) : Result.Done;
    }

    private async Task<IReadOnlyList<DocumentId>> WithFile(Session session, Recorded recorded, CancellationToken cancellation) =>
        File is null ? Documents : [.. Documents.Append(await session.Db.Store(File, recorded, cancellation)).Distinct()];
}

/// <summary>The sentences with which a registration is refused before the decision itself is tried.</summary>
public static class LogRefusals
{
    /// <summary>No such municipality.</summary>
    public static readonly Refusal UnknownMunicipality = new("unknown-municipality", "Det finns ingen kommun med det namnet eller den koden. Välj en kommun ur listan.", "kommun");

    /// <summary>The municipality was not there on the day.</summary>
    public static readonly Refusal MunicipalityNotThen = new("municipality-not-then", "Kommunen fanns inte den dagen. Kontrollera dagen och välj den kommun som fanns då.", "kommun");

    /// <summary>The municipality began when the recommendation had ended.</summary>
    public static readonly Refusal MunicipalityNeverAsked = new("municipality-never-asked", "Kommunen finns först efter rekommendationens sista år och fick aldrig frågan. Välj den kommun som fanns då.", "kommun");

    /// <summary>No such recommendation.</summary>
    public static readonly Refusal UnknownRecommendation = new("unknown-recommendation", "Det finns ingen sådan rekommendation. Välj en i listan.", "rekommendation");

    /// <summary>Something stands that may be the same, and nobody has chosen what to do about it.</summary>
    public static readonly Refusal MayBeRegistered = new("may-be-registered", "Det här kan redan vara registrerat. Jämför och välj vad som ska göras.", TwinChoice.Field);

    /// <summary>The form was saved before with something else in it.</summary>
    public static readonly Refusal LoggedOtherwise = new("logged-otherwise", "Det här formuläret är redan sparat med andra uppgifter. Öppna beslutet och rätta det, eller läs in sidan på nytt för att registrera ett till.");

    /// <summary>The form was saved before, and what it gave was taken back since.</summary>
    public static readonly Refusal TakenBack = new("logged-and-taken-back", "Det här formuläret är redan sparat, och beslutet är taget tillbaka. Läs in sidan på nytt för att registrera igen.");

    /// <summary>Why the municipality cannot have decided; null when it can.</summary>
    public static Refusal? OfMunicipality(Municipality? municipality, Recommendation asked, DecisionContent content)
    {
        if (municipality is null) return UnknownMunicipality;
        if (!asked.Asks(municipality)) return MunicipalityNeverAsked;
        return municipality.IsValidOn(content.DecidedOn ?? content.ArrivedOn) ? null : MunicipalityNotThen;
    }
}
