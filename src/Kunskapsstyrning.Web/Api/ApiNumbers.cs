using System.Globalization;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Api;

/// <summary>How facts are written in the API.</summary>
internal static class ApiNumbers
{
    /// <summary>Kronor as a number with no more decimals than it needs.</summary>
    public static decimal ToNumber(this Kronor kronor) => Rounding.WithoutTrailingZeros(kronor.Amount);

    /// <summary>Kronor by year, the year as text.</summary>
    public static IReadOnlyDictionary<string, decimal> ByYear(this IReadOnlyDictionary<int, Kronor> amounts) =>
        amounts.OrderBy(a => a.Key).ToDictionary(a => a.Key.ToString(CultureInfo.InvariantCulture), a => a.Value.ToNumber());

    /// <summary>How the terms round; null where no fee is set.</summary>
    public static RoundingOfTerms? ToRounding(this FeeTerms terms) =>
        terms.Kind is FeeKind.NotSet ? null : new RoundingOfTerms(Rounding.WithoutTrailingZeros(terms.Step), terms.Rounding);

    /// <summary>Who published the recommendation's fees, by the name of that time.</summary>
    public static string Publisher(this Recommendation recommendation) => Swedish.Association(recommendation.BoardDecision.On);

    /// <summary>The slug of the recommendation that it renews, where the actor may know of that one.</summary>
    public static string? PredecessorOf(this Session session, Recommendation recommendation) =>
        recommendation.PredecessorId is { } id && session.Facts.Recommendation(id) is { } earlier && session.MaySee(earlier) ? earlier.Slug : null;

    /// <summary>The municipality with the code as typed; null when there is none.</summary>
    public static Municipality? MunicipalityOf(this Session session, string code) =>
        MunicipalityCode.TryParse(code, out var known) ? session.Facts.Municipality(known) : null;
}
