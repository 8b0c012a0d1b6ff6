using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Logging;

/// <summary>What lies on the desk of the one who logs: what can be chosen, what was typed, what was just saved, and today's registrations.</summary>
/// <param name="Saved">The decision that was just saved, if any.</param>
/// <param name="Search">What to look for among registered decisions; empty for nothing.</param>
[Requires(Permission.LogDecisions)]
public sealed record LogDesk(DecisionId? Saved = null, string Search = "") : IQuery<LogDeskView>
{
    /// <inheritdoc/>
    public async Task<LogDeskView> Answer(Session session, CancellationToken cancellation)
    {
        var since = SwedishTime.At(session.Today, TimeOnly.MinValue);
        return new LogDeskView(
            session.Facts.Municipalities, session.Facts.Recommendations, session.Today,
            await session.Db.DraftOf(session.Actor, default, cancellation),
            Saved is { } id ? await session.JustSaved(id, cancellation) : null,
            await session.RegistrationsOn(db => db.Decisions.Where(d => d.Versions.Any(v => v.Number == 1 && v.RecordedAt >= since)), cancellation),
            Search.Length == 0 ? null : await session.Found(Search, cancellation),
            session.Facts.Recommendations.Where(r => session.Facts.ExampleNotice(r.Id) is not null).ToDictionary(r => r.Slug, r => session.Facts.ExampleNotice(r.Id)!));
    }
}

/// <summary>The desk.</summary>
/// <param name="Municipalities">Every municipality, by code.</param>
/// <param name="Recommendations">Every recommendation, the latest first.</param>
/// <param name="Today">Today in Sweden.</param>
/// <param name="Draft">What was being typed; null when nothing was.</param>
/// <param name="Saved">What was just saved; null when nothing was.</param>
/// <param name="TodaysRegistrations">What has been registered today, the latest first.</param>
/// <param name="Found">What was looked for; null when nothing was.</param>
/// <param name="Examples">What is invented, by the recommendation's name in addresses.</param>
public sealed record LogDeskView(
    IReadOnlyList<Municipality> Municipalities,
    IReadOnlyList<Recommendation> Recommendations,
    DateOnly Today,
    KeptDraft? Draft,
    JustSaved? Saved,
    IReadOnlyList<Registration> TodaysRegistrations,
    IReadOnlyList<Registration>? Found,
    IReadOnlyDictionary<string, string> Examples)
{
    /// <summary>What is invented about a recommendation; null when nothing is.</summary>
    public string? ExampleNotice(string slug) => Examples.GetValueOrDefault(slug);
}

/// <summary>A decision that was just saved, and how the municipality stands after it.</summary>
public sealed record JustSaved(Municipality Municipality, Recommendation Recommendation, RegisteredDecision Decision, Standing Standing, bool Own)
{
    /// <summary>What is queued to the municipality about it, and can still be recalled.</summary>
    public IReadOnlyList<OutgoingMessage> Queued { get; init; } = [];
}

/// <summary>Reads what was just saved.</summary>
internal static class SavedInDb
{
    /// <summary>The decision and how the municipality stands after it; null when there is none.</summary>
    public static async Task<JustSaved?> JustSaved(this Session session, DecisionId id, CancellationToken cancellation)
    {
        if (await session.Db.Decisions.SingleOrDefaultAsync(d => d.Id == id, cancellation) is not { } decision) return null;

        var asked = session.Facts.Recommendation(decision.RecommendationId)!;
        var all = await session.Db.RegisteredBy(decision.MunicipalityCode, decision.RecommendationId, cancellation);
        var saved = all.Single(d => d.Id == id);
        var standing = asked.StandingOf(all.Select(d => d.Counted), new AsOf(session.Today));
        return new JustSaved(session.Facts.Municipality(decision.MunicipalityCode)!, asked, saved, standing, saved.First.ById == session.Actor.Person && SwedishTime.DayOf(saved.First.At) == session.Today)
        {
            Queued = await session.Db.OutgoingMessages.Where(m => m.DecisionId == id && m.State == DeliveryState.Queued).OrderBy(m => m.Kind).ToListAsync(cancellation),
        };
    }
}
