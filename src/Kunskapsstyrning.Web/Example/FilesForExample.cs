using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Persistence.ReferenceData;

namespace Kunskapsstyrning.Web.Example;

/// <summary>What the example answers need of the reference data.</summary>
internal static class FilesForExample
{
    /// <summary>The recommendation with the slug, and the day its letter was sent, or else the board's.</summary>
    public static (RecommendationId Id, DateOnly LetterOn) Asked(this ReferenceFiles files, string slug)
    {
        var file = files.Recommendations.Single(r => r.Slug == slug);
        return (new RecommendationId(file.Id), file.Letter?.SentOn ?? file.BoardDecision.On);
    }

    /// <summary>The municipality with the code.</summary>
    public static Municipality Municipality(this ReferenceFiles files, string code) => files.Municipalities.Single(m => m.Code.Digits == code);

    /// <summary>All municipalities but some, in an order that looks like chance.</summary>
    public static Queue<Municipality> Shuffled(this ReferenceFiles files, string question, params string[] but) =>
        new(files.Municipalities.Where(m => !but.Contains(m.Code.Digits)).OrderBy(m => Chance.Of(m.Code, question, int.MaxValue)).ThenBy(m => m.Code));

    /// <summary>The next few.</summary>
    public static List<Municipality> Take(this Queue<Municipality> waiting, int count) => [.. Enumerable.Range(0, count).Select(_ => waiting.Dequeue())];
}
