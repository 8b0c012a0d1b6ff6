namespace Kunskapsstyrning.Domain.Intake.Reading;

/// <summary>The words by which a recommendation is recognised, taken from its titles.</summary>
internal sealed class Signs
{
    private const int ShortestTopic = 8;
    private static readonly string[] Everyday = ["finansiering", "socialtjänst", "nationell", "rekommendation", "gemensam", "verksamhet", "utveckling"];

    private readonly IReadOnlyDictionary<RecommendationId, IReadOnlyList<string>> _topics;

    private readonly Dictionary<RecommendationId, IReadOnlyList<string>> _earlier;

    public Signs(IReadOnlyList<Recommendation> recommendations)
    {
        _topics = recommendations.ToDictionary(r => r.Id, TopicsOf);
        _earlier = recommendations.ToDictionary(r => r.Id, r => Before(r, recommendations));
    }

    /// <summary>True when the text, in lower case, has a word that names one of the recommendations.</summary>
    public bool Names(string lower) => _topics.Values.Any(words => words.Any(word => lower.Contains(word, StringComparison.Ordinal)));

    /// <summary>The words that name a recommendation.</summary>
    public IReadOnlyList<string> TopicsFor(Recommendation recommendation) => _topics[recommendation.Id];

    /// <summary>The words that name those before it and not itself: what goes on is often called what it was called last time.</summary>
    public IReadOnlyList<string> EarlierTopicsFor(Recommendation recommendation) => _earlier[recommendation.Id];

    /// <summary>How many of the recommendations a word names.</summary>
    public int NamedBy(string topic) => _topics.Values.Count(words => words.Contains(topic));

    private IReadOnlyList<string> Before(Recommendation recommendation, IReadOnlyList<Recommendation> all) =>
        [.. all.Where(r => r.BoardDecision.On < recommendation.BoardDecision.On).SelectMany(r => _topics[r.Id]).Except(_topics[recommendation.Id])];

    private static IReadOnlyList<string> TopicsOf(Recommendation recommendation) =>
        [.. Words(recommendation.ShortTitle).Concat(Words(recommendation.Title)).Where(IsTopic).Distinct()];

    private static bool IsTopic(string word) => word.Length >= ShortestTopic && !Everyday.Any(everyday => word.StartsWith(everyday, StringComparison.Ordinal));

    private static string[] Words(string title) => title.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
