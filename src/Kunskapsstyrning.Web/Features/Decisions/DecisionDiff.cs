using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Decisions;

/// <summary>A fact that is not the same in several versions.</summary>
/// <param name="What">The fact.</param>
/// <param name="Texts">How it is in each version, in their order; null where nothing is told.</param>
public sealed record Difference(string What, IReadOnlyList<string?> Texts);

/// <summary>Holds versions of a decision beside each other.</summary>
internal static class DecisionDiff
{
    /// <summary>The facts in which the versions differ, in the order of the form.</summary>
    public static IReadOnlyList<Difference> Between(params IReadOnlyList<(DecisionContent Content, DecisionDetails Details)> versions)
    {
        var facts = versions.Select(v => Swedish.Facts(v.Content, v.Details).ToDictionary(f => f.What, f => f.Text)).ToList();
        var order = versions.SelectMany(v => Swedish.Facts(v.Content, v.Details)).Select(f => f.What).Distinct();
        return [.. order
            .Select(what => new Difference(what, [.. facts.Select(f => f.GetValueOrDefault(what))]))
            .Where(difference => difference.Texts.Distinct().Count() > 1)];
    }
}
