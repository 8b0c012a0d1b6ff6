using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Operations;

/// <summary>What an operation changes, and for whom: how the recommendation stands today, and how it would.</summary>
/// <param name="Before">How it stands.</param>
/// <param name="After">How it would stand.</param>
public sealed record OperationEffect(RecommendationState Before, RecommendationState After)
{
    /// <summary>Those whose years to pay for would change, grouped by the years they have and would have.</summary>
    public IReadOnlyList<PaidYearsMoved> Paying { get; } =
    [
        .. Both(Before, After).Select(r => (r.Was.Municipality, Was: PaidIn(Before, r.Was), Becomes: PaidIn(After, r.Becomes)))
            .Where(m => m.Was != m.Becomes).GroupBy(m => (m.Was, m.Becomes))
            .Select(g => new PaidYearsMoved(g.Key.Was, g.Key.Becomes, [.. g.Select(m => m.Municipality)])).OrderByDescending(m => m.Municipalities.Count),
    ];

    /// <summary>What is secured and possible, year by year, in every year that one of the two covers.</summary>
    public IReadOnlyList<YearOfMoney> Years { get; } =
    [
        .. Before.Adoption.Possible.Keys.Union(After.Adoption.Possible.Keys).Order().Select(year => new YearOfMoney(
            year, Before.Adoption.Secured.GetValueOrDefault(year), After.Adoption.Secured.GetValueOrDefault(year),
            Before.Adoption.Possible.GetValueOrDefault(year), After.Adoption.Possible.GetValueOrDefault(year))),
    ];

    /// <summary>The municipalities whose answer would count as late and does not today.</summary>
    public IReadOnlyList<Municipality> BecomeLate { get; } = [.. Both(Before, After).Where(r => !r.Was.IsLate && r.Becomes.IsLate).Select(r => r.Was.Municipality)];

    /// <summary>The municipalities whose answer would not count as late any more.</summary>
    public IReadOnlyList<Municipality> NoLongerLate { get; } = [.. Both(Before, After).Where(r => r.Was.IsLate && !r.Becomes.IsLate).Select(r => r.Was.Municipality)];

    /// <summary>True when no municipality and no amount would change.</summary>
    public bool IsNone => Paying.Count == 0 && BecomeLate.Count == 0 && NoLongerLate.Count == 0 && Years.All(y => !y.Changes);

    /// <summary>The years that a municipality pays for; null when it pays for none.</summary>
    internal static YearSpan? PaidIn(RecommendationState state, MunicipalityRow row)
    {
        var paid = state.Recommendation.PayingYearsOn(state.AsOf.Day).Years.Where(row.Standing.PaysIn).ToList();
        return paid.Count == 0 ? null : new YearSpan(paid[0], paid[^1]);
    }

    private static IEnumerable<(MunicipalityRow Was, MunicipalityRow Becomes)> Both(RecommendationState before, RecommendationState after) =>
        before.Rows.Join(after.Rows, r => r.Municipality.Code, r => r.Municipality.Code, (was, becomes) => (was, becomes));

    /// <summary>The effect of making the recommendation as it is given of the one that holds.</summary>
    internal static async Task<OperationEffect> Of(Session session, Recommendation changed, CancellationToken cancellation)
    {
        var (asOf, answers) = (new AsOf(session.Today), await session.Db.AnswersTo(changed.Id, cancellation));
        return new OperationEffect(
            StateOfRecommendation.StateOf(session.Facts, session.Facts.Recommendation(changed.Id)!, answers, asOf, session.Today),
            StateOfRecommendation.StateOf(session.Facts, changed, answers, asOf, session.Today));
    }
}

/// <summary>Municipalities whose years to pay for change alike.</summary>
/// <param name="Was">The years today; null for none.</param>
/// <param name="Becomes">The years then; null for none.</param>
/// <param name="Municipalities">Which they are, by code.</param>
public sealed record PaidYearsMoved(YearSpan? Was, YearSpan? Becomes, IReadOnlyList<Municipality> Municipalities);

/// <summary>The money of a year, today and then.</summary>
/// <param name="Year">The year.</param>
/// <param name="Secured">The fees of those who pay, today.</param>
/// <param name="SecuredThen">The fees of those who would pay.</param>
/// <param name="Possible">The fees of everyone, today.</param>
/// <param name="PossibleThen">The fees of everyone then.</param>
public sealed record YearOfMoney(int Year, Kronor Secured, Kronor SecuredThen, Kronor Possible, Kronor PossibleThen)
{
    /// <summary>True when any of it changes.</summary>
    public bool Changes => Secured != SecuredThen || Possible != PossibleThen;
}
