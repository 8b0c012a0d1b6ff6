using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Rounds;
using Kunskapsstyrning.Web.Features.Contacts;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Rounds;

/// <summary>
/// Everything between SKR and a municipality in one order: messages, calls, notes, answers, documents, receipts, what is planned. Null
/// when there is no such municipality.
/// </summary>
/// <param name="Code">The municipality.</param>
/// <param name="Slug">Only what is about this recommendation, and what is about none; null for everything.</param>
[Requires(Permission.LogDecisions)]
public sealed record ContactWith(MunicipalityCode Code, string? Slug) : IQuery<ContactWithView?>
{
    /// <inheritdoc/>
    public async Task<ContactWithView?> Answer(Session session, CancellationToken cancellation)
    {
        var facts = session.Facts;
        if (facts.Municipality(Code) is not { } municipality) return null;

        var all = facts.Recommendations.Where(r => r.Asks(municipality)).ToList();
        var shown = all.Find(r => r.Slug == Slug);
        if (Slug is not null && shown is null) return null;

        var assigned = (await session.Db.LatestAssignments().Where(a => a.MunicipalityCode == Code && a.PersonId != null)
            .Select(a => new { a.RecommendationId, Name = session.Db.People.Where(p => p.Id == a.PersonId).Select(p => p.Name).FirstOrDefault() }).ToListAsync(cancellation)).ToDictionary(a => a.RecommendationId, a => a.Name);
        var plans = (await session.Db.FollowUps.Where(f => f.MunicipalityCode == Code && f.DoneAt == null).OrderBy(f => f.Day).ToListAsync(cancellation)).ToLookup(f => f.RecommendationId);
        var lines = new List<ContactedAbout>();
        foreach (var asked in all.Where(r => shown is null ? r.CanBeAnsweredOn(session.Today) : r == shown))
        {
            var situation = (await Situations.Of(session, asked, [Code], cancellation))[Code];
            var waitedFor = await Situations.PlansWaitedFor(session, asked, Code, cancellation);
            lines.Add(new ContactedAbout(asked, situation, assigned.GetValueOrDefault(asked.Id), [.. plans[asked.Id].Where(p => waitedFor.Contains(p.Id))]));
        }

        var entries = await ContactTimeline.Of(session, Code, cancellation);
        return new ContactWithView(
            municipality, shown, all, await ContactsView.Of(session, municipality, facts.CountyOf(municipality), cancellation), lines,
            [.. entries.Where(e => shown is null || e.About is null || e.About == shown.Id)], session.Today, facts.HasExamples);
    }
}

/// <summary>How it stands with a municipality in a recommendation, and what is planned.</summary>
/// <param name="Recommendation">The recommendation.</param>
/// <param name="Situation">How it stands.</param>
/// <param name="FollowedBy">Who at SKR follows it, by name; null when nobody does.</param>
/// <param name="Plans">What is planned and not ended, the earliest first; an answer that came after it was planned ends a plan.</param>
public sealed record ContactedAbout(Recommendation Recommendation, Situation Situation, string? FollowedBy, IReadOnlyList<FollowUp> Plans);

/// <summary>Everything between SKR and a municipality.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="Shown">The recommendation that it is about; null for all.</param>
/// <param name="Recommendations">Those that it has been asked about, the latest first.</param>
/// <param name="Contacts">How it is reached.</param>
/// <param name="Lines">How it stands.</param>
/// <param name="Entries">What has happened, the latest first.</param>
/// <param name="Today">Today in Sweden.</param>
/// <param name="HasExamples">True where answers are invented.</param>
public sealed record ContactWithView(
    Municipality Municipality, Recommendation? Shown, IReadOnlyList<Recommendation> Recommendations, ContactsView Contacts, IReadOnlyList<ContactedAbout> Lines,
    IReadOnlyList<ContactEntry> Entries, DateOnly Today, bool HasExamples)
{
    /// <summary>The recommendation that a note is most likely about: the one that is shown, else the latest that can be answered.</summary>
    public Recommendation? Likely => Shown ?? Recommendations.FirstOrDefault(r => r.CanBeAnsweredOn(Today));
}
