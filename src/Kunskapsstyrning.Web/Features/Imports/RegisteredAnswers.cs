using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Decisions;

namespace Kunskapsstyrning.Web.Features.Imports;

/// <summary>What every municipality has registered for a recommendation, as the log form knows it, and how it stands.</summary>
internal sealed class RegisteredAnswers(IEnumerable<Response> responses, Recommendation asked, DateOnly today)
{
    private readonly Dictionary<MunicipalityCode, List<RegisteredDecision>> _decisions =
        responses.ToDictionary(r => r.MunicipalityCode, r => r.Decisions.Where(d => d.Retraction is null).Select(AsRegistered).OrderBy(d => d.First.At).ToList());

    private readonly Dictionary<MunicipalityCode, Standing> _standings = [];

    /// <summary>The decisions of a municipality that count, in the order they were registered.</summary>
    public List<RegisteredDecision> Of(MunicipalityCode municipality) => _decisions.GetValueOrDefault(municipality) ?? [];

    /// <summary>How a municipality stands today.</summary>
    public Standing StandingOf(MunicipalityCode municipality)
    {
        if (Of(municipality) is not { Count: > 0 } decisions) return Standing.None;
        if (!_standings.TryGetValue(municipality, out var standing)) _standings[municipality] = standing = asked.StandingOf(decisions.Select(d => d.Counted), new AsOf(today));
        return standing;
    }

    /// <summary>A registered decision that a text without a day is most likely about; null when there is none, or when one without a day is just the same.</summary>
    public RegisteredDecision? LikelySame(MunicipalityCode municipality, DecisionContent said)
    {
        if (said.DecidedOn is not null || Of(municipality) is not { Count: > 0 } decisions || decisions.Exists(d => Likeness.SameAct(d.Current.Content, said))) return null;
        return decisions.FindLast(d => Likeness.SameButForTheDay(d.Current.Content, said));
    }

    /// <summary>The order of registering stands in for the history's numbers.</summary>
    private static RegisteredDecision AsRegistered(Decision decision)
    {
        var versions = decision.Versions.OrderBy(v => v.Number)
            .Select(v => new RegisteredVersion(v.Number, v.Content, v.Details, v.Reason, v.RecordedBy, "", v.RecordedAt, v.RecordedAt.UtcTicks)).ToList();
        return new RegisteredDecision(decision.Id, versions, null, []);
    }
}
