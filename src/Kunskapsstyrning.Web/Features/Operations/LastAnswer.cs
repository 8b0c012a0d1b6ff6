using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Operations;

/// <summary>What a municipality answered last to the recommendation that another renews, and the years it paid for.</summary>
/// <param name="Recommendation">The one that was answered.</param>
/// <param name="Standing">How the municipality stands in it.</param>
/// <param name="Details">Conditions and reasons; null for those who may not see them.</param>
/// <param name="Paid">The years that it pays for; null for none.</param>
public sealed record LastAnswer(Recommendation Recommendation, Standing Standing, DecisionDetails? Details, YearSpan? Paid)
{
    /// <summary>The answer as it stood on a day; null on a day when that question had not been put either.</summary>
    internal static LastAnswer? Of(Recommendation recommendation, IEnumerable<CountedDecision> decisions, Func<DecisionId, DecisionDetails?> details, AsOf asOf)
    {
        var standing = recommendation.StandingOf(decisions, asOf);
        if (asOf.Day < recommendation.AskedOn && standing.Status is Status.NoResponse) return null;

        var paid = recommendation.PayingYearsOn(asOf.Day).Years.Where(standing.PaysIn).ToList();
        return new LastAnswer(recommendation, standing, standing.RestsOn is { } id ? details(id) : null, paid.Count == 0 ? null : new YearSpan(paid[0], paid[^1]));
    }
}

/// <summary>Reads last answers.</summary>
internal static class LastAnswersInDb
{
    /// <summary>The recommendation that another renews, as those who work with it may see it; null when it renews none.</summary>
    public static Recommendation? RenewedBy(this Session session, Recommendation recommendation) =>
        recommendation.PredecessorId is { } id && session.Facts.Recommendation(id) is { } earlier && session.MaySee(earlier) ? earlier : null;

    /// <summary>What a municipality answered to the recommendation that another renews; null when it renews none.</summary>
    public static async Task<LastAnswer?> LastAnswerOf(this Session session, MunicipalityCode municipality, Recommendation recommendation, CancellationToken cancellation)
    {
        if (session.RenewedBy(recommendation) is not { } earlier) return null;

        var decisions = (await session.Db.RegisteredBy(municipality, earlier.Id, cancellation)).Where(d => d.Retraction is null).ToDictionary(d => d.Id);
        return LastAnswer.Of(earlier, decisions.Values.Select(d => d.Counted), id => decisions.GetValueOrDefault(id)?.Current.Details, new AsOf(session.Today));
    }
}
