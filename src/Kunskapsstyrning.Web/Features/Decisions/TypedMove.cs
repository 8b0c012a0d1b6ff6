using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Decisions;

/// <summary>What is typed about a move.</summary>
/// <param name="Seen">The version that is looked at.</param>
/// <param name="Moved">The id of the decision where it belongs.</param>
/// <param name="Municipality">The municipality as typed.</param>
/// <param name="Recommendation">The recommendation as chosen.</param>
/// <param name="Reason">Why, as typed.</param>
/// <param name="Beside">What stands there and has been shown.</param>
public sealed record TypedMove(int Seen, DecisionId Moved, string Municipality, string Recommendation, string Reason, IReadOnlyList<DecisionId> Beside)
{
    /// <summary>The field for what has been shown.</summary>
    public const string BesideField = "sedda";

    /// <summary>The button that moves nothing, but shows what stands there.</summary>
    public const string ShowField = "visa";

    /// <summary>A posted form.</summary>
    internal static TypedMove Of(IFormCollection form) => new(
        DecisionEndpoints.Seen(form), new DecisionId(form.IdGiven()), form["kommun"].ToString(), form["rekommendation"].ToString(),
        DecisionEndpoints.Reason(form), [.. form[BesideField].ToString().Split(',').Select(s => Guid.TryParse(s, out var id) ? new DecisionId(id) : default).Where(id => id != default)]);

    /// <summary>The municipality and the recommendation that are meant; null what cannot be told.</summary>
    internal (Municipality?, Recommendation?) Place(PlacesToMoveView places) => (MunicipalityTyped.Find(Municipality, places.Municipalities), places.Recommendations.FirstOrDefault(r => r.Slug == Recommendation));
}
