using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Persistence.Mappings;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Fees;

/// <summary>Reads what fees come out of, as it stands in the database now: drafts and sent recommendations alike, what the recommendation says and what was counted.</summary>
internal static class FeesInDb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The version that holds, with its rows; null when there is none.</summary>
    public static Task<Allocation?> HighestVersion(this Db db, FundingPeriodId period, CancellationToken cancellation) =>
        db.Allocations.AsNoTracking().Include(a => a.Rows).Where(a => a.PeriodId == period).OrderByDescending(a => a.Number).FirstOrDefaultAsync(cancellation);

    /// <summary>What the terms give now: the latest population of their day, or everyone there is where inhabitants do not count.</summary>
    public static async Task<ProposedFees?> Fees(this Session session, Recommendation recommendation, FundingPeriod period, FeeTerms terms, IReadOnlyDictionary<MunicipalityCode, Kronor>? published, CancellationToken cancellation)
    {
        var (set, country) = await session.Country(period, terms, cancellation);
        return country.Count == 0 ? null : new ProposedFees(FeeCalculation.Calculate(terms, country, published), set, FingerprintOf(recommendation, period));
    }

    /// <summary>Who called itself what when it published: SKL or SKR.</summary>
    public static string Publisher(Recommendation recommendation) => Swedish.Association(recommendation.BoardDecision.On);

    private static async Task<(PopulationSetId? Set, IReadOnlyList<Population> Country)> Country(this Session session, FundingPeriod period, FeeTerms terms, CancellationToken cancellation)
    {
        if (terms.PopulationDate is not { } day)
        {
            var first = new DateOnly(period.Years.First, 1, 1);
            var there = await session.Db.Municipalities.Where(m => m.ValidFrom <= first && (m.ValidThrough == null || m.ValidThrough >= first)).Select(m => m.Code).ToListAsync(cancellation);
            return (null, there.ConvertAll(code => new Population(code, 0)));
        }

        var set = await session.Db.PopulationSets.AsNoTracking().Include(s => s.Figures).Where(s => s.Date == day).OrderByDescending(s => EF.Property<long>(s, FactSequence.Column)).FirstOrDefaultAsync(cancellation);
        return (set?.Id, set is null ? [] : [.. set.Figures.Select(f => new Population(f.MunicipalityCode, f.Inhabitants))]);
    }

    /// <summary>What of the recommendation somebody who freezes fees relies on.</summary>
    private static string FingerprintOf(Recommendation recommendation, FundingPeriod period) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            recommendation.Slug, recommendation.Title, recommendation.BoardDecision, recommendation.StatedCost, period.Years, period.Terms,
            Corrections = recommendation.Corrections.Select(c => new { c.Number, c.Right }), Extensions = recommendation.Extensions.Select(e => new { e.LastYear, e.State }),
        },
        Json)));
}
