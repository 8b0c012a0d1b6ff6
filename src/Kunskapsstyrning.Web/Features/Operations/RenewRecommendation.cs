using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Features.Recommendations;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Operations;

/// <summary>Begins the draft of a recommendation that renews another: its points, terms, addressees and answer address are carried along as a start, and nobody's answer is.</summary>
/// <param name="Slug">The recommendation that is renewed.</param>
/// <param name="Draft">What the new one is called, when the board meets, and its years.</param>
[Requires(Permission.ManageRecommendations)]
public sealed record RenewRecommendation(string Slug, NewDraft Draft) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.ToOperateOn(Slug, cancellation) is not { } earlier) return OperationRefusals.NotThere;
        if (RecommendationSlug.RefusalOf(Draft.Slug) is { } refusal) return refusal;
        if (await session.Db.Recommendations.AnyAsync(r => r.Slug == Draft.Slug, cancellation)) return RecommendationRefusals.NameIsTaken;

        var period = new FundingPeriodId(Guid.CreateVersion7(session.Now));
        var renewal = Recommendation.Begin(new RecommendationId(Guid.CreateVersion7(session.Now)), Draft, period);
        session.Db.Add(renewal);
        var revised = renewal.Revise(renewal.Content with
        {
            Predecessor = earlier.Id, Contact = earlier.Contact, AsksForReasons = earlier.AsksForReasons,
            Letter = earlier.Letter is { } letter ? letter with { SentOn = Draft.BoardMeetsOn, Source = "" } : null,
            Points = [.. earlier.Points.OrderBy(p => p.Number).Select(p => p.Text)],
        });
        return revised.IsDone ? renewal.State(period, session.TermsToRenew(earlier)) : revised;
    }
}

/// <summary>A recommendation that may be renewed, and how it stands. Null when there is none.</summary>
/// <param name="Slug">The recommendation.</param>
[Requires(Permission.ManageRecommendations)]
public sealed record RecommendationToRenew(string Slug) : IQuery<RenewalView?>
{
    /// <inheritdoc/>
    public async Task<RenewalView?> Answer(Session session, CancellationToken cancellation)
    {
        if (await session.ToOperateOn(Slug, cancellation) is not { } earlier) return null;

        var state = StateOfRecommendation.StateOf(session.Facts, earlier, await session.Db.AnswersTo(earlier.Id, cancellation), new AsOf(session.Today), session.Today);
        return new RenewalView(state, [.. (await session.AllInHand(cancellation)).Where(r => r.PredecessorId == earlier.Id)], session.TermsToRenew(earlier));
    }
}

/// <summary>A recommendation that may be renewed.</summary>
/// <param name="State">How it stands today.</param>
/// <param name="Renewals">Those that renew it already, drafts too.</param>
/// <param name="Terms">The fee terms that are carried along.</param>
public sealed record RenewalView(RecommendationState State, IReadOnlyList<Recommendation> Renewals, FeeTerms Terms)
{
    /// <summary>The one that would be renewed.</summary>
    public Recommendation Recommendation => State.Recommendation;

    /// <summary>As many years as before, from the year after its last.</summary>
    public YearSpan NextYears => new(Recommendation.PayingYears.Last + 1, Recommendation.PayingYears.Last + 1 + Recommendation.FundingYears.Last - Recommendation.FundingYears.First);
}

/// <summary>What is carried along from the recommendation that is renewed.</summary>
internal static class CarriedAlong
{
    /// <summary>The terms that give the last fees, without what was said of where they stood.</summary>
    public static FeeTerms TermsToRenew(this Session session, Recommendation earlier) =>
        (session.Facts.FeesIn(earlier, earlier.PayingYears.Last)?.List.Terms ?? earlier.Periods.MaxBy(p => p.Years.Last)!.Terms) with { Assumption = null, Source = "", PricedAtTakeUp = null };
}
