using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Municipalities;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.DecisionKits;

/// <summary>What a municipality pays for a recommendation in a year, told on a paper of its own. No invoice.</summary>
/// <param name="Municipality">Who pays.</param>
/// <param name="Own">What its page shows of the recommendation.</param>
/// <param name="Part">The fee of the year.</param>
/// <param name="Year">The year.</param>
/// <param name="Today">The day it is told.</param>
public sealed record FeeNotice(Municipality Municipality, OwnAnswer Own, OwnFee Part, int Year, DateOnly Today)
{
    /// <summary>The notice of a year; null where no fee is set for it.</summary>
    public static FeeNotice? Of(MunicipalityView view, int year) =>
        view.Own is { } own && view.Municipality.IsValidIn(year) && own.Fees.FirstOrDefault(f => f.IsSet && f.Years.Contains(year)) is { } part
            ? new FeeNotice(view.Municipality, own, part, year, view.Today)
            : null;

    /// <summary>What it is for.</summary>
    public Recommendation Recommendation => Own.Recommendation;

    /// <summary>The amount that holds.</summary>
    public Kronor Amount => Part.Fee!.Amount!.Value;

    /// <summary>How the fee is reckoned, as on the municipality's page.</summary>
    public FeeExplanation Explanation => FeeExplanation.Of(Part.List!, Part.Fee!, Own.Asker());
}
