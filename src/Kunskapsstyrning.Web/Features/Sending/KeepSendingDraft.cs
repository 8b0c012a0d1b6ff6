using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Sending;

/// <summary>Keeps what somebody in a municipality has typed of a decision to send, with its file, for a week.</summary>
/// <param name="Form">What is typed.</param>
/// <param name="File">The file; null to keep the one before.</param>
[Requires(Permission.AnswerForMunicipality), LeavesNoHistory("What is about to be sent is no fact; it is told when it is sent.")]
public sealed record KeepSendingDraft(SendDecisionForm Form, ReceivedFile? File = null) : ICommand
{
    private const int Longest = 5_000;

    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (session.Actor is not { Municipality: { } own, Person: { } person }) return SendingRefusals.NoDraft;
        if (Form.Length > Longest) return DraftRefusals.TooLong;
        if (File?.Type is MediaType.Email) return SendingRefusals.NoMessages;
        if (await session.Db.SentDecisions.AnyAsync(s => s.ItemId == Form.Id, cancellation)) return SendingRefusals.SentAlready;

        var draft = await session.OwnDraft(cancellation);
        if (draft is not null && draft.IsKeptOn(session.Now) && Form.Replaces(SendDecisionForm.Of(draft.Fields))) return SendingRefusals.AnotherBegun;

        if (draft is null) session.Db.Add(draft = new SendingDraft(person, own, Form.Id, Form.ToJson(), session.Now));
        draft.Keep(Form.Id, Form.ToJson(), session.Now);
        if (File is not null) draft.Keep(File.Name, File.Bytes);
        return Result.Done;
    }
}

/// <summary>Throws away what was begun.</summary>
[Requires(Permission.AnswerForMunicipality), LeavesNoHistory("What was about to be sent is no fact.")]
public sealed record DiscardSendingDraft : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.OwnDraft(cancellation) is { } draft) session.Db.Remove(draft);
        return Result.Done;
    }
}

/// <summary>Removes what was begun and has waited for more than a week, a few at a time, and population figures that were never confirmed.</summary>
[Requires(Permission.ClearDrafts), LeavesNoHistory("What was never sent or confirmed is no fact, and is kept for a while only.")]
public sealed record RemoveExpiredDrafts : ICommand
{
    private const int AtATime = 10;

    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        var (before, confirmed) = (session.Now - SendingDraft.Waits, session.Now - PopulationDraft.Lasts);
        session.Db.RemoveRange(await session.Db.SendingDrafts.Where(d => d.KeptAt < before).OrderBy(d => d.KeptAt).Take(AtATime).ToListAsync(cancellation));
        session.Db.RemoveRange(await session.Db.PopulationDrafts.Where(d => d.KeptAt <= confirmed).OrderBy(d => d.KeptAt).Take(AtATime).ToListAsync(cancellation));
        return Result.Done;
    }
}

/// <summary>Reads drafts.</summary>
internal static class SendingDraftsInDb
{
    /// <summary>What the actor has begun, with its file; null when there is nothing. It may have waited too long.</summary>
    public static async Task<SendingDraft?> OwnDraft(this Session session, CancellationToken cancellation) =>
        session.Actor is { Municipality: { } own, Person: { } person }
            ? await session.Db.SendingDrafts.SingleOrDefaultAsync(d => d.PersonId == person && d.MunicipalityCode == own, cancellation)
            : null;
}
