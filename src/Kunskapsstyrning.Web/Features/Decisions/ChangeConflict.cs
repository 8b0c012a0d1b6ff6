using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Decisions;

/// <summary>Two persons changed the same decision: what stood before, what the other saved, and what this one typed.</summary>
/// <param name="Differences">Where the three differ: before, theirs, own.</param>
/// <param name="TheirName">Who was first.</param>
/// <param name="When">When that was.</param>
/// <param name="TheirReason">Why.</param>
public sealed record ChangeConflict(IReadOnlyList<Difference> Differences, string TheirName, string When, string? TheirReason)
{
    /// <summary>The conflict between what stands now and what is typed.</summary>
    /// <param name="story">The decision as it stands.</param>
    /// <param name="seen">The version that was corrected from.</param>
    /// <param name="own">What is typed; what stood before when it cannot be read.</param>
    internal static ChangeConflict Of(DecisionStoryView story, int seen, (DecisionContent Content, DecisionDetails Details)? own)
    {
        var theirs = story.Decision.Current;
        var before = story.Decision.Versions.FirstOrDefault(v => v.Number == seen) ?? story.Decision.First;
        return new ChangeConflict(
            DecisionDiff.Between((before.Content, before.Details), (theirs.Content, theirs.Details), own ?? (before.Content, before.Details)),
            story.Name(theirs.By), Swedish.DayAndTime(theirs.At, story.Today), theirs.Reason);
    }
}
