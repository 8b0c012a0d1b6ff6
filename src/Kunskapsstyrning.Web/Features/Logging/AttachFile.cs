using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Logging;

/// <summary>Puts a file with a decision that is registered already, instead of registering it once more by hand.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Municipality">Whose it is, as typed.</param>
/// <param name="Recommendation">What it answers, as typed.</param>
/// <param name="File">The file; null when none was chosen.</param>
[Requires(Permission.LogDecisions)]
public sealed record AttachFile(DecisionId Decision, MunicipalityCode Municipality, RecommendationId Recommendation, ReceivedFile? File) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (File is null) return AttachRefusals.NeedsFile;
        if (await session.Db.ResponseToAttach(Decision, cancellation) is not { } response) return AttachRefusals.NotThere;
        if ((response.MunicipalityCode, response.RecommendationId) != (Municipality, Recommendation)) return AttachRefusals.AnotherQuestion;

        await session.Db.EndDraft(session.Actor, default, cancellation);
        return response.Attach(Decision, await session.Db.Store(File, new Recorded(session.Actor.Person!.Value, session.Now), cancellation));
    }
}

/// <summary>The sentences with which putting a file with a decision is refused.</summary>
public static class AttachRefusals
{
    /// <summary>No file.</summary>
    public static readonly Refusal NeedsFile = new("attach-needs-file", "Välj filen som ska läggas till beslutet. En fil som var vald förut följer inte med.", "handling");

    /// <summary>No such decision.</summary>
    public static readonly Refusal NotThere = new("attach-not-there", "Beslutet finns inte. Läs in sidan på nytt.", TwinChoice.Field);

    /// <summary>Another municipality's decision, or about another recommendation.</summary>
    public static readonly Refusal AnotherQuestion = new("attach-another-question", "Beslutet hör till en annan kommun eller rekommendation än den du har angett.", TwinChoice.Field);
}

/// <summary>Fetches what a document is put with.</summary>
internal static class AttachInDb
{
    /// <summary>The answer that a decision belongs to, with that decision's documents and retraction; null when there is none.</summary>
    public static Task<Response?> ResponseToAttach(this Db db, DecisionId id, CancellationToken cancellation) => db.Responses
        .Include(r => r.Decisions.Where(d => d.Id == id)).ThenInclude(d => d.Documents).ThenInclude(d => d.Loosening)
        .Include(r => r.Decisions.Where(d => d.Id == id)).ThenInclude(d => d.Retraction)
        .SingleOrDefaultAsync(r => r.Decisions.Any(d => d.Id == id), cancellation);
}
