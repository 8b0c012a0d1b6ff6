using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Rounds;
using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Persistence.Mappings;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Rounds;

/// <summary>Reads what is known of municipalities in a recommendation when it is asked what there is to do.</summary>
internal static class Situations
{
    private static readonly CompiledQuery<Func<Db, RecommendationId, MunicipalityCode[], IAsyncEnumerable<Registered>>> Decisions = new(() => EF.CompileAsyncQuery((Db db, RecommendationId recommendation, MunicipalityCode[] codes) =>
        db.Decisions.Where(d => d.RecommendationId == recommendation && codes.Contains(d.MunicipalityCode) && d.Retraction == null)
            .SelectMany(d => d.Versions, (d, v) => new Registered(d.MunicipalityCode, d.Id, v.Number, v.Content, EF.Property<long>(v, FactSequence.Column), v.RecordedAt))));

    /// <summary>What is planned and what has not arrived, in one question: a municipality has few of either.</summary>
    private static readonly CompiledQuery<Func<Db, RecommendationId, MunicipalityCode[], IAsyncEnumerable<Waiting>>> PlansAndDeliveries = new(() => EF.CompileAsyncQuery((Db db, RecommendationId recommendation, MunicipalityCode[] codes) =>
        db.Municipalities.Where(m => codes.Contains(m.Code)).Select(m => new Waiting(
            m.Code,
            db.FollowUps.Where(f => f.RecommendationId == recommendation && f.MunicipalityCode == m.Code && f.DoneAt == null)
                .Select(f => new Plan(f.Id, f.DecisionId, f.Day, f.DecidesOn, f.PlannedAt)).ToList(),
            db.OutgoingMessages.Where(s => s.RecommendationId == recommendation && s.MunicipalityCode == m.Code
                    && (s.State == DeliveryState.Rejected || s.State == DeliveryState.Bounced || s.State == DeliveryState.Submitted || s.State == DeliveryState.AutoAnswered)
                    && db.OutgoingMessages.Any(n => n.MunicipalityCode == m.Code && n.RecommendationId == recommendation && (n.State == DeliveryState.Rejected || n.State == DeliveryState.Bounced)))
                .Select(s => new Delivery(
                    db.DispatchRecipients.Where(r => r.MessageId == s.Id).Select(r => (ContactKind?)r.ContactKind).FirstOrDefault(), s.Recipient, s.QueuedAt, s.State, s.StateSince ?? s.QueuedAt)).ToList()))));

    /// <summary>How it stands with each of the municipalities today.</summary>
    public static async Task<IReadOnlyDictionary<MunicipalityCode, Situation>> Of(Session session, Recommendation asked, MunicipalityCode[] codes, CancellationToken cancellation)
    {
        var decisions = (await Read(Decisions.For(session.Db)(session.Db, asked.Id, codes), cancellation)).ToLookup(d => d.Municipality);
        var waiting = (await Read(PlansAndDeliveries.For(session.Db)(session.Db, asked.Id, codes), cancellation)).ToDictionary(w => w.Municipality);
        return codes.ToDictionary(code => code, code => Of(asked, code, [.. decisions[code]], waiting[code].Plans, Delivery.FailedAt(waiting[code].Deliveries, session.Now), session.Today));
    }

    /// <summary>What is planned about a municipality and still waited for.</summary>
    public static async Task<IReadOnlySet<FollowUpId>> PlansWaitedFor(Session session, Recommendation asked, MunicipalityCode code, CancellationToken cancellation)
    {
        var versions = await Read(Decisions.For(session.Db)(session.Db, asked.Id, [code]), cancellation);
        var waiting = await Read(PlansAndDeliveries.For(session.Db)(session.Db, asked.Id, [code]), cancellation);
        return Open([.. waiting.SelectMany(w => w.Plans)], versions).Select(p => p.Id).ToHashSet();
    }

    /// <summary>No answer has come since they were planned, and the proposal they are about stands.</summary>
    private static List<Plan> Open(List<Plan> plans, List<Registered> versions) =>
        plans.FindAll(p => !versions.Exists(v => v.EndsWaitOf(p, versions)) && (p.Decision is null || versions.Exists(v => v.Id == p.Decision)));

    private static Situation Of(Recommendation asked, MunicipalityCode code, List<Registered> versions, List<Plan> plans, DateTimeOffset? failed, DateOnly today)
    {
        var decisions = versions.GroupBy(v => v.Id).Select(d => new CountedDecision(d.Key, [.. d.Select(v => new CountedVersion(v.Number, v.Content, v.Sequence))], null)).ToList();
        var open = Open(plans, versions);
        var proposal = versions.GroupBy(v => v.Id).Select(d => d.MaxBy(v => v.Number)!).Where(v => !v.Content.IsAnswer).MaxBy(v => v.Content.ArrivedOn);
        return new Situation(
            asked.StandingOf(decisions, new AsOf(today)).Status, asked.WaitedForUntil(code, today),
            open.Where(p => p.DecidesOn is not null).MaxBy(p => p.PlannedAt)?.DecidesOn, open.Where(p => p.DecidesOn is null).Min(p => (DateOnly?)p.Day),
            failed is { } at ? SwedishTime.DayOf(at) : null, proposal?.Content.ArrivedOn) { Proposal = proposal?.Id, IsAsked = asked.IsWaitedFor(code, today) };
    }

    private static async Task<List<T>> Read<T>(IAsyncEnumerable<T> found, CancellationToken cancellation)
    {
        var rows = new List<T>();
        await foreach (var row in found.WithCancellation(cancellation)) rows.Add(row);
        return rows;
    }

    private sealed record Registered(MunicipalityCode Municipality, DecisionId Id, int Number, DecisionContent Content, long Sequence, DateTimeOffset RecordedAt)
    {
        /// <summary>True when this is where its decision first was an answer, and that was after the plan was made; or when the waited-for proposal itself has become one.</summary>
        public bool EndsWaitOf(Plan plan, List<Registered> all) =>
            Content.IsAnswer && (Id == plan.Decision || (RecordedAt > plan.PlannedAt && !all.Exists(v => v.Id == Id && v.Number < Number && v.Content.IsAnswer)));
    }

    private sealed record Plan(FollowUpId Id, DecisionId? Decision, DateOnly Day, DateOnly? DecidesOn, DateTimeOffset PlannedAt);

    private sealed record Waiting(MunicipalityCode Municipality, List<Plan> Plans, List<Delivery> Deliveries);
}
