using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Dispatches;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Rounds;

/// <summary>How far a round has come, step by step, so that the one who manages it sees what comes next and what it waits for. Null when there is no such recommendation that is sent.</summary>
/// <param name="Slug">The recommendation.</param>
[Requires(Permission.ReadDrafts)]
public sealed record RoundSoFar(string Slug) : IQuery<RoundProgress?>
{
    /// <inheritdoc/>
    public async Task<RoundProgress?> Answer(Session session, CancellationToken cancellation)
    {
        if (session.Facts.Recommendation(Slug) is not { IsDraft: false } asked || await new DispatchesOf(Slug).Answer(session, cancellation) is not { } dispatches) return null;

        var state = StateOfRecommendation.StateOf(session.Facts, asked, (await LiveStates.Today(session, asked, cancellation)).Answers, new AsOf(session.Today), session.Today);
        var reached = await session.Db.Contacts.Where(c => c.Kind == ContactKind.FunctionAddress && c.MunicipalityCode != null).Select(c => c.MunicipalityCode!.Value).ToListAsync(cancellation);
        var report = await session.Db.Reports.Where(r => r.RecommendationId == asked.Id).OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancellation);
        return new RoundProgress(dispatches.Recommendation, session.Today, state, [.. dispatches.Lines.Where(l => l.Dispatch.State is not DispatchState.Withdrawn)])
        {
            Reminders = await RemindersOf.Of(session, asked, dispatches, cancellation),
            WithoutAddress = state.Rows.Select(r => r.Municipality.Code).Except(reached).Count(), Report = report?.Number,
            QuestionWaits = dispatches.QuestionWaits, Fees = await FeesSoFar(session, asked, cancellation),
            SentReport = report is null ? null : dispatches.Taking(report.Id),
        };
    }

    private static async Task<FeesStep> FeesSoFar(Session session, Recommendation asked, CancellationToken cancellation)
    {
        var set = session.Facts.FeesIn(asked, asked.PayingYearsOn(session.Today).First)?.List.Rows.Where(r => r.Amount is not null).ToList() ?? [];
        if (set.Count > 0) return set.TrueForAll(r => r.IsOnlyComputed) ? FeesStep.OnlyComputed : FeesStep.Frozen;
        if (await session.Db.AllocationProposals.AnyAsync(p => p.RecommendationId == asked.Id && p.State == ProposalState.Waiting, cancellation)) return FeesStep.Proposed;
        return asked.Periods.Any(p => p.Terms.Kind is not FeeKind.NotSet) ? FeesStep.NotFrozen : FeesStep.NoTerms;
    }
}

/// <summary>How far a recommendation's fees have come before it is asked.</summary>
public enum FeesStep
{
    /// <summary>No terms are stated.</summary>
    NoTerms,
    /// <summary>There are terms, and no fees.</summary>
    NotFrozen,
    /// <summary>Somebody has proposed them, and another is to approve.</summary>
    Proposed,
    /// <summary>They are reckoned, and not stated by anybody.</summary>
    OnlyComputed,
    /// <summary>They are frozen.</summary>
    Frozen,
}

/// <summary>How far the steps of a round have come.</summary>
/// <param name="Recommendation">The recommendation.</param>
/// <param name="Today">Today in Sweden.</param>
/// <param name="State">How the answers stand.</param>
/// <param name="Dispatches">What is prepared or released, the latest first.</param>
public sealed record RoundProgress(Recommendation Recommendation, DateOnly Today, RecommendationState State, IReadOnlyList<DispatchLine> Dispatches)
{
    /// <summary>How far the fees have come.</summary>
    public FeesStep Fees { get; init; } = FeesStep.Frozen;

    /// <summary>True until a question is released: the letters say what is known of the fees then.</summary>
    public bool FeesComeFirst => Recommendation.CanBeAnsweredOn(Today) && !Dispatches.Any(l => l.Dispatch is { Kind: DispatchKind.Question, State: DispatchState.Released });

    /// <summary>How many municipalities lack an address for letters.</summary>
    public int WithoutAddress { get; init; }

    /// <summary>True where the question has not been prepared, could still be answered, and lacks addresses to go to.</summary>
    public bool LacksAddresses => Latest(DispatchKind.Question) is null && WithoutAddress > 0 && Recommendation.IsWaitedFor(Today);

    /// <summary>The number of the latest report back; null when none is made.</summary>
    public int? Report { get; init; }

    /// <summary>When to remind, and whom.</summary>
    public RemindersView? Reminders { get; init; }

    /// <summary>The dispatch of that report; null when none is prepared.</summary>
    public DispatchLine? SentReport { get; init; }

    /// <summary>True when a question has been released and nothing of it has left.</summary>
    public bool QuestionWaits { get; init; }

    /// <summary>The latest reminder to more than a single municipality; null when there is none.</summary>
    public DispatchLine? LatestReminder => Dispatches.FirstOrDefault(l => l.Dispatch is { Kind: DispatchKind.Reminder, Rule.Municipality: null });

    /// <summary>The latest of a kind; null when there is none.</summary>
    public DispatchLine? Latest(DispatchKind kind) => Dispatches.FirstOrDefault(l => l.Dispatch.Kind == kind);
}
