using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Sending;

/// <summary>What one needs to send a decision: the questions that can be answered, and what one had begun. Null for those who belong to no municipality. Which one comes from the actor.</summary>
[Requires(Permission.AnswerForMunicipality)]
public sealed record SendingDesk : IQuery<SendingDeskView?>
{
    /// <inheritdoc/>
    public async Task<SendingDeskView?> Answer(Session session, CancellationToken cancellation)
    {
        if (session.Actor is not { Municipality: { } own, Person: not null }) return null;

        return new SendingDeskView(
            session.Facts.Municipality(own)!, [.. session.OpenToAnswer()], session.Today, await session.Begun(own, cancellation), session.Facts.HasExamples);
    }
}

/// <summary>What one needs to send a decision.</summary>
/// <param name="Municipality">Whose decision.</param>
/// <param name="Open">The recommendations that can be answered, the one that matters most first.</param>
/// <param name="Today">Today in Sweden.</param>
/// <param name="Draft">What was begun; null when nothing was.</param>
/// <param name="HasExamples">True when example data are loaded.</param>
public sealed record SendingDeskView(Municipality Municipality, IReadOnlyList<Recommendation> Open, DateOnly Today, BegunAnswer? Draft, bool HasExamples)
{
    /// <summary>The recommendation with the name in addresses; null when it cannot be answered.</summary>
    public Recommendation? Asked(string slug) => Open.FirstOrDefault(r => r.Slug == slug);
}

/// <summary>An answer that somebody has begun.</summary>
/// <param name="Form">What is typed.</param>
/// <param name="FileName">The name of the file; null when none has been chosen.</param>
/// <param name="KeptAt">When it was last kept, in UTC.</param>
public sealed record BegunAnswer(SendDecisionForm Form, string? FileName, DateTimeOffset KeptAt);

/// <summary>What somebody has begun to send.</summary>
internal static class BegunInDb
{
    /// <summary>The drafts of the one who acts that have not waited too long: one at most.</summary>
    public static IQueryable<SendingDraft> OwnDrafts(this Session session, MunicipalityCode own)
    {
        var (person, since) = (session.Actor.Person, session.Now - SendingDraft.Waits);
        return session.Db.SendingDrafts.Where(d => d.PersonId == person && d.MunicipalityCode == own && d.KeptAt > since);
    }

    /// <summary>What the one who acts has begun; null when nothing is.</summary>
    public static async Task<BegunAnswer?> Begun(this Session session, MunicipalityCode own, CancellationToken cancellation) =>
        await session.OwnDrafts(own).Select(d => new { d.Fields, d.FileName, d.KeptAt }).SingleOrDefaultAsync(cancellation) is { } draft
            ? new BegunAnswer(SendDecisionForm.Of(draft.Fields), draft.FileName, draft.KeptAt)
            : null;
}

/// <summary>Which questions a municipality can answer.</summary>
internal static class OpenQuestions
{
    /// <summary>Those that are asked and not over, the one that matters most first. Late answers are answers.</summary>
    public static IEnumerable<Recommendation> OpenToAnswer(this Session session) =>
        session.Actor.Municipality is not { } own ? [] : session.Facts.RecommendationsFor(own, session.Today)
            .Where(r => session.MaySee(r) && r.CanBeAnsweredOn(session.Today) && r.GoesAheadOn(session.Today) is not false && r.Asks(session.Facts.Municipality(own)!));
}
