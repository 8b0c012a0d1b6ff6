using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Logging;

/// <summary>Tells a form sent twice from a form sent again with something else in it.</summary>
internal static class LoggedBefore
{
    /// <summary>What comes of a form that was saved before: nothing more when it says the same; a refusal when it says something else, or what it said was taken back.</summary>
    public static async Task<Result> LoggedAgain(this Db db, LogDecision again, CancellationToken cancellation)
    {
        if (await db.Decisions.AnyAsync(d => d.Id == again.Id && d.Retraction != null, cancellation)) return LogRefusals.TakenBack;
        return await db.SameAsLogged(again, cancellation) ? Result.Done : LogRefusals.LoggedOtherwise;
    }

    /// <summary>True when the decision was logged with the very same words, and with the file and the messages where there are any.</summary>
    private static async Task<bool> SameAsLogged(this Db db, LogDecision again, CancellationToken cancellation)
    {
        var logged = await db.Decisions.AsNoTracking().Include(d => d.Versions.Where(v => v.Number == 1)).ThenInclude(v => v.Walled).Include(d => d.Documents).SingleAsync(d => d.Id == again.Id, cancellation);
        var first = logged.Versions[0];
        if (again.File is { } file)
        {
            var attached = logged.Documents.Select(d => d.DocumentId).ToList();
            if (!await db.Documents.AnyAsync(d => attached.Contains(d.Id) && d.Sha256 == file.Sha256, cancellation)) return false;
        }

        if (again.Receipt is { } receipt && !await db.HasMessage(again, MessageKind.Receipt, receipt, cancellation)) return false;
        if (again.AskForFinal is { } ask && !await db.HasMessage(again, MessageKind.AskForFinalDecision, ask.To, cancellation)) return false;
        return (logged.MunicipalityCode, logged.RecommendationId) == (again.Municipality, again.Recommendation) && first.Content == again.Content && first.Details == again.Details;
    }

    private static Task<bool> HasMessage(this Db db, LogDecision about, MessageKind kind, EmailAddress to, CancellationToken cancellation) =>
        db.OutgoingMessages.AnyAsync(m => m.DecisionId == about.Id && m.Kind == kind && m.Recipient == to, cancellation);
}
