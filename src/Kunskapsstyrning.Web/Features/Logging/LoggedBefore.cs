using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Logging;

/// <summary>Tells a form sent twice from a form sent again with something else in it.</summary>
internal static class LoggedBefore
{
    /// <summary>True when the decision was logged with the very same words, and with the file and the messages where there are any.</summary>
    public static async Task<bool> SameAsLogged(this Db db, LogDecision again, CancellationToken cancellation)
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
