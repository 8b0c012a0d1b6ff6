using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Rounds;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Rounds;

/// <summary>What is to happen next with a municipality.</summary>
/// <param name="DecidesOn">The day its body decides, as it has told; null when it has told none.</param>
/// <param name="Body">Which body; null when that is not known.</param>
/// <param name="FollowUpOn">The day to look again; null when none is planned.</param>
public sealed record NextStep(DateOnly? DecidesOn, string? Body, DateOnly? FollowUpOn)
{
    /// <summary>True when nothing is planned.</summary>
    public bool IsNone => DecidesOn is null && FollowUpOn is null;
}

/// <summary>Writes down a call or a note about a municipality, and what is to happen next: both or neither.</summary>
/// <param name="Id">The note's id, given by the form, so that the same form sent twice is one note.</param>
/// <param name="Municipality">The municipality.</param>
/// <param name="Slug">The recommendation it is about; null when it is about none in particular.</param>
/// <param name="Noted">What was said; null when only the next step is noted.</param>
/// <param name="Next">What is to happen next.</param>
[Requires(Permission.LogDecisions)]
public sealed record NoteContact(ContactNoteId Id, MunicipalityCode Municipality, string? Slug, NotedWords? Noted, NextStep Next) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (session.Facts.Municipality(Municipality) is not { } municipality) return ContactingRefusals.NotThere;
        var about = Slug is null ? null : session.Facts.Recommendation(Slug);
        if (Slug is not null && about?.Asks(municipality) is not true) return ContactingRefusals.NoSuchRecommendation;
        if (about is null && !Next.IsNone) return ContactingRefusals.NeedsRecommendation;
        if (Noted is null && Next.IsNone) return NoteRefusals.NoWords;
        if (await session.Db.ContactNotes.AnyAsync(n => n.Id == Id && n.MunicipalityCode == Municipality, cancellation)) return Result.Done;

        var by = new Recorded(session.Actor.Person!.Value, session.Now);
        if (Noted is not null && ContactNote.Write(Id, Municipality, about?.Id, Noted, session.Today, by, out var note) is var written)
        {
            if (!written.IsDone) return written;
            session.Db.Add(note!);
        }

        return Next.IsNone ? Result.Done : await Plan(session, about!.Id, by, cancellation);
    }

    /// <summary>What was planned before about the same is over: there is one next step, as long as nobody plans two at once.</summary>
    private async Task<Result> Plan(Session session, RecommendationId about, Recorded by, CancellationToken cancellation)
    {
        var earlier = await session.Db.FollowUps.Where(f => f.MunicipalityCode == Municipality && f.RecommendationId == about && f.DoneAt == null).ToListAsync(cancellation);
        if (Next.DecidesOn is { } meeting)
        {
            var awaited = FollowUp.AwaitDecision(NewId(session), Municipality, about, meeting, Next.Body, session.Today, by, out var decides);
            if (!awaited.IsDone) return awaited;
            session.Db.Add(decides!);
        }

        if (Next.FollowUpOn is { } day)
        {
            var planned = FollowUp.Plan(NewId(session), Municipality, about, day, "", session.Today, by, out var again);
            if (!planned.IsDone) return planned;
            session.Db.Add(again!);
        }

        foreach (var step in earlier) step.End(by);
        return Result.Done;
    }

    private static FollowUpId NewId(Session session) => new(Guid.CreateVersion7(session.Now));
}

/// <summary>Mends a note. The earlier can still be read.</summary>
/// <param name="Id">The id of what stands in its place, given by the form.</param>
/// <param name="Municipality">The municipality.</param>
/// <param name="Corrects">The note that was wrong.</param>
/// <param name="Noted">What holds.</param>
/// <param name="Reason">What was wrong.</param>
[Requires(Permission.LogDecisions)]
public sealed record CorrectNote(ContactNoteId Id, MunicipalityCode Municipality, ContactNoteId Corrects, NotedWords Noted, string Reason) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.ContactNotes.SingleOrDefaultAsync(n => n.Id == Corrects && n.MunicipalityCode == Municipality, cancellation) is not { } standing) return NoteRefusals.NotThere;
        if (await session.Db.ContactNotes.SingleOrDefaultAsync(n => n.CorrectsId == Corrects, cancellation) is { } other) return other.Id == Id ? Result.Done : NoteRefusals.CorrectedMeanwhile;

        var result = standing.Correct(Id, Noted, Reason, session.Today, new Recorded(session.Actor.Person!.Value, session.Now), out var corrected);
        if (corrected is not null) session.Db.Add(corrected);
        return result;
    }
}

/// <summary>A note as it stands, to be mended: where another has been put in its place, that one. Null when there is none.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="Id">The note, or one before it.</param>
[Requires(Permission.LogDecisions)]
public sealed record NoteToCorrect(MunicipalityCode Municipality, ContactNoteId Id) : IQuery<NoteInHand?>
{
    /// <inheritdoc/>
    public async Task<NoteInHand?> Answer(Session session, CancellationToken cancellation)
    {
        var all = await session.Db.ContactNotes.Where(n => n.MunicipalityCode == Municipality).ToListAsync(cancellation);
        var stands = all.Find(n => n.Id == Id);
        while (stands is not null && all.Find(n => n.CorrectsId == stands.Id) is { } later) stands = later;
        return stands is null ? null : new NoteInHand(session.Facts.Municipality(Municipality)!, stands, stands.Id != Id, session.Today);
    }
}

/// <summary>A note that is to be mended.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="Note">The note.</param>
/// <param name="IsAnother">True when it was put in the place of the one that was asked for.</param>
/// <param name="Today">Today in Sweden.</param>
public sealed record NoteInHand(Municipality Municipality, ContactNote Note, bool IsAnother, DateOnly Today);

/// <summary>The sentences with which something between SKR and a municipality is refused.</summary>
public static class ContactingRefusals
{
    /// <summary>No such municipality.</summary>
    public static readonly Refusal NotThere = new("contacting-not-there", "Det finns ingen kommun med den koden.");

    /// <summary>No such recommendation.</summary>
    public static readonly Refusal NoSuchRecommendation = new("contacting-no-such-recommendation", "Kommunen har inte fått den rekommendationen. Välj en annan.", "rekommendation");

    /// <summary>A day without what it is about.</summary>
    public static readonly Refusal NeedsRecommendation = new("contacting-needs-recommendation", "Välj vilken rekommendation det gäller när du skriver upp en dag.", "rekommendation");
}
