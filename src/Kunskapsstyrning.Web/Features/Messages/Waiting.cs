using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Messages;

/// <summary>
/// Who something is waited for from, the earliest day to look again first: those asked for a final decision, those whose body decides on a
/// day, and those that somebody planned to look at again. A final answer that was registered after it was planned ends the wait by itself,
/// but not the correction of an earlier one; so does taking back the proposal.
/// </summary>
[Requires(Permission.LogDecisions)]
public sealed record WaitsForMunicipality : IQuery<IReadOnlyList<Wait>>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<Wait>> Answer(Session session, CancellationToken cancellation)
    {
        var waits = await session.Db.FollowUps
            .Where(f => f.DoneAt == null && (f.DecisionId == null || session.Db.Decisions.Any(d => d.Id == f.DecisionId && d.Retraction == null)))
            .OrderBy(f => f.Day).ThenBy(f => f.MunicipalityCode).ToListAsync(cancellation);
        var about = waits.ConvertAll(w => w.RecommendationId);
        var answers = await (
            from d in session.Db.Decisions
            where about.Contains(d.RecommendationId) && d.Retraction == null
            select new { d.Id, d.MunicipalityCode, d.RecommendationId, Versions = d.Versions.Select(v => new { v.Number, v.Content, v.RecordedAt }).ToList() }).ToListAsync(cancellation);
        var final = answers.Where(d => d.Versions.MaxBy(v => v.Number)!.Content.IsAnswer)
            .Select(d => (d.Id, d.MunicipalityCode, d.RecommendationId, First: d.Versions.Where(v => v.Content.IsAnswer).MinBy(v => v.Number)!.RecordedAt))
            .ToLookup(d => (d.MunicipalityCode, d.RecommendationId));
        return [.. waits.Where(w => !final[(w.MunicipalityCode, w.RecommendationId)].Any(d => d.Id == w.DecisionId || d.First > w.PlannedAt))
            .Select(w => new Wait(
                w.Id, w.DecisionId, session.Facts.Municipality(w.MunicipalityCode)!, session.Facts.Recommendation(w.RecommendationId)!,
                w.DecisionId is { } proposal ? answers.Single(d => d.Id == proposal).Versions.MaxBy(v => v.Number)!.Content.ArrivedOn : null, SwedishTime.DayOf(w.PlannedAt), w.Day, w.DecidesOn, w.Body, w.Day <= session.Today, session.Facts.ExampleNotice(w.RecommendationId) is not null))];
    }
}

/// <summary>A municipality that something is waited for from.</summary>
/// <param name="FollowUp">The follow-up.</param>
/// <param name="Decision">The proposal; null when none is waited on.</param>
/// <param name="Municipality">Who is waited for.</param>
/// <param name="Recommendation">What it is about.</param>
/// <param name="Since">The day the proposal arrived; null without one.</param>
/// <param name="AskedOn">The day it was asked about or planned.</param>
/// <param name="FollowUpOn">The day to look again.</param>
/// <param name="DecidesOn">The day its body decides, as it has told; null when no such day is waited for.</param>
/// <param name="Body">Which body; null when that is not known.</param>
/// <param name="IsDue">True when that day has come.</param>
/// <param name="IsExample">True when the answers are invented.</param>
public sealed record Wait(
    FollowUpId FollowUp, DecisionId? Decision, Municipality Municipality, Recommendation Recommendation, DateOnly? Since, DateOnly AskedOn, DateOnly FollowUpOn, DateOnly? DecidesOn, string? Body, bool IsDue,
    bool IsExample);

/// <summary>
/// Objections to receipts, and corrections that municipalities ask for on their own pages, that nobody has dealt with, the oldest
/// first. A correction or retraction that came after one has dealt with it; a move has not.
/// </summary>
[Requires(Permission.LogDecisions)]
public sealed record Objections : IQuery<IReadOnlyList<OpenObjection>>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<OpenObjection>> Answer(Session session, CancellationToken cancellation)
    {
        var open = await (
            from m in session.Db.OutgoingMessages
            from a in m.Answers
            join d in session.Db.Decisions on m.DecisionId equals (DecisionId?)d.Id
            where a.Objection != null && a.SettledAt == null && !d.Versions.Any(v => v.RecordedAt > a.AnsweredAt)
            select new { m.Id, a.Number, DecisionId = d.Id, a.Objection, a.AnsweredAt }).ToListAsync(cancellation);
        var asked = await (
            from r in session.Db.DecisionRemarks
            join d in session.Db.Decisions on r.DecisionId equals d.Id
            where r.Objection != null && r.SettledAt == null && !d.Versions.Any(v => v.RecordedAt > r.SaidAt)
            select new { r.Number, r.DecisionId, r.Objection, r.SaidAt }).ToListAsync(cancellation);
        var stands = await session.Db.WhereTheyStand([.. open.Select(o => o.DecisionId).Concat(asked.Select(r => r.DecisionId)).Distinct()], cancellation);

        IEnumerable<OpenObjection> Where(OutgoingMessageId message, int number, DecisionId about, string words, DateTimeOffset at) =>
            stands.TryGetValue(about, out var here) && !(here.CorrectedAt > at)
                ? [new OpenObjection(message, number, here.Decision, session.Facts.Municipality(here.Municipality)!, session.Facts.Recommendation(here.Recommendation)!, words, at, session.Facts.ExampleNotice(here.Recommendation) is not null)]
                : [];
        return [.. open.SelectMany(o => Where(o.Id, o.Number, o.DecisionId, o.Objection!, o.AnsweredAt))
            .Concat(asked.SelectMany(r => Where(default, r.Number, r.DecisionId, r.Objection!, r.SaidAt)))
            .OrderBy(o => o.At)];
    }
}

/// <summary>What a municipality says is wrong in what is registered; without a message when it was said on its own page.</summary>
public sealed record OpenObjection(
    OutgoingMessageId Message, int Number, DecisionId Decision, Municipality Municipality, Recommendation Recommendation, string Words, DateTimeOffset At, bool IsExample);
