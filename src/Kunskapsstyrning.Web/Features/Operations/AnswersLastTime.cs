using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Features.Recommendations;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Operations;

/// <summary>What everyone answered to the recommendation that this one renews, beside what they have answered now. Null when there is none, or when it renews none.</summary>
/// <param name="Slug">The recommendation that renews.</param>
[Requires(Permission.ManageRecommendations)]
public sealed record AnswersLastTime(string Slug) : IQuery<AnswersLastTimeView?>
{
    /// <inheritdoc/>
    public async Task<AnswersLastTimeView?> Answer(Session session, CancellationToken cancellation)
    {
        if (await session.InHand(Slug, cancellation) is not { } recommendation || session.RenewedBy(recommendation) is not { } earlier) return null;

        var (then, now) = (await session.Db.AnswersTo(earlier.Id, cancellation), await session.Db.AnswersTo(recommendation.Id, cancellation));
        var details = await Details(session, earlier.Id, cancellation);
        var today = new AsOf(session.Today);
        return new AnswersLastTimeView(recommendation, earlier,
        [
            .. session.Facts.MunicipalitiesOn(session.Today).Select(m => new AnswersOfMunicipality(
                m, LastAnswer.Of(earlier, then.Of(m.Code), details.GetValueOrDefault, today)!, recommendation.StandingOf(now.Of(m.Code), today).Status)).OrderBy(a => Ui.Swedish.Key(a.Municipality.Name)),
        ]) { ExampleNotice = session.Facts.ExampleNotice(earlier.Id) };
    }

    private static Task<Dictionary<DecisionId, DecisionDetails?>> Details(Session session, RecommendationId recommendation, CancellationToken cancellation) =>
        session.Db.Decisions.Where(d => d.RecommendationId == recommendation)
            .Select(d => new { d.Id, Walled = d.Versions.OrderByDescending(v => v.Number).Select(v => v.Walled).First() })
            .ToDictionaryAsync(d => d.Id, d => d.Walled?.Details, cancellation);
}

/// <summary>What everyone answered last time and now.</summary>
/// <param name="Recommendation">The one that renews.</param>
/// <param name="Earlier">The one that is renewed.</param>
/// <param name="Rows">Every municipality, by name.</param>
public sealed record AnswersLastTimeView(Recommendation Recommendation, Recommendation Earlier, IReadOnlyList<AnswersOfMunicipality> Rows)
{
    /// <summary>What of it is invented; null when nothing is.</summary>
    public string? ExampleNotice { get; init; }
}

/// <summary>A municipality's last answer and how it stands now.</summary>
/// <param name="Municipality">Whose.</param>
/// <param name="Last">What it answered last time.</param>
/// <param name="Now">How it stands in the one that renews.</param>
public sealed record AnswersOfMunicipality(Municipality Municipality, LastAnswer Last, Status Now);
