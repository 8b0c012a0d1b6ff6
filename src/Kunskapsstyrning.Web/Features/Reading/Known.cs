using System.Runtime.CompilerServices;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence.ReferenceData;
using Kunskapsstyrning.Web.Reference;

namespace Kunskapsstyrning.Web.Features.Reading;

/// <summary>What the reader of documents is told beforehand.</summary>
internal static class Known
{
    private static readonly ConditionalWeakTable<ReferenceFacts, KnownFacts> Made = [];

    /// <summary>As it stands in the database; the same for every document until something of it changes.</summary>
    public static KnownFacts From(ReferenceFacts facts) => Made.GetValue(facts, Make);

    private static KnownFacts Make(ReferenceFacts facts) =>
        new(facts.Municipalities, facts.Recommendations, (recommendation, municipality) => Amounts(facts.FeesOf(recommendation).Select(fees => fees.List), municipality));

    /// <summary>As it stands in the program's own files, without a database.</summary>
    public static KnownFacts From(ReferenceFiles files)
    {
        var ids = files.Recommendations.ToDictionary(f => f.Slug, f => new RecommendationId(f.Id));
        var recommendations = files.Recommendations.Select(f => f.ToRecommendation(f.Predecessor is { } predecessor ? ids[predecessor.Value] : null)).ToList();
        var fees = recommendations.Zip(files.Recommendations).SelectMany(pair => Fees(pair.First, pair.Second, files.PopulationSets)).ToLookup(f => f.Recommendation, f => f.List);
        return new KnownFacts(files.Municipalities, recommendations, (recommendation, municipality) => Amounts(fees[recommendation], municipality));
    }

    private static IEnumerable<(RecommendationId Recommendation, FeeList List)> Fees(Recommendation recommendation, RecommendationFile file, IReadOnlyList<PopulationSet> populations) =>
        from pair in recommendation.Periods.Zip(file.Periods)
        where pair.Second.Allocation is not null
        let population = populations.Single(s => s.Date == pair.First.Terms.PopulationDate)
        select (recommendation.Id, FeeCalculation.Calculate(pair.First.Terms, [.. population.Figures.Select(f => new Population(f.MunicipalityCode, f.Inhabitants))], pair.Second.PublishedFees()));

    private static IReadOnlyList<Kronor> Amounts(IEnumerable<FeeList> lists, MunicipalityCode municipality) =>
        [.. lists.Select(list => list.Of(municipality)).SelectMany(fee => new[] { fee?.Published, fee?.Computed }).OfType<Kronor>().Distinct()];
}
