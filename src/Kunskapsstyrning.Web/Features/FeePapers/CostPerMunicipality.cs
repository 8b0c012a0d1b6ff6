using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Reference;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.FeePapers;

/// <summary>
/// What every municipality pays for a recommendation in a year, as an annex to the letter. Null where there is no such recommendation
/// that the actor may know of, and where no fee is set.
/// </summary>
[Requires(Permission.ReadPublic)]
internal sealed record CostPerMunicipality(string Slug, int Year) : IQuery<CostList?>
{
    public Task<CostList?> Answer(Session session, CancellationToken cancellation) => Task.FromResult(Of(session));

    private CostList? Of(Session session)
    {
        var facts = session.Facts;
        if (facts.Recommendation(Slug) is not { } asked || !session.MaySee(asked) || session.Today < asked.BoardDecision.On) return null;
        if (facts.FeesIn(asked, Year) is not { IsSet: true } fees) return null;

        var counted = facts.Populations.FirstOrDefault(p => p.Id == fees.PopulationSetId);
        var lines = from fee in fees.List.Rows
                    let municipality = facts.Municipality(fee.Municipality)!
                    select new CostLine(municipality, facts.CountyOf(municipality), fee);
        return new CostList(asked, Year, fees, counted?.Source, [.. lines.OrderBy(l => l.Municipality.Name, Swedish.Order)], session.Now);
    }
}

/// <summary>A year's fees, municipality by municipality, with what they rest on.</summary>
/// <param name="Recommendation">What they are for.</param>
/// <param name="Year">The year.</param>
/// <param name="Fees">The allocation version that holds.</param>
/// <param name="PopulationSource">Who counted the inhabitants; null where fees do not depend on them.</param>
/// <param name="Lines">A line for each municipality, by name.</param>
/// <param name="Now">The moment it was asked for.</param>
public sealed record CostList(Recommendation Recommendation, int Year, PeriodFees Fees, string? PopulationSource, IReadOnlyList<CostLine> Lines, DateTimeOffset Now)
{
    /// <summary>The terms that give the fees.</summary>
    public FeeTerms Terms => Fees.List.Terms;

    /// <summary>All fees together.</summary>
    public Kronor Sum => Fees.List.Sum;

    /// <summary>The association by the name it had when its board asked.</summary>
    public string Asker => Swedish.Association(Recommendation.BoardDecision.On);

    /// <summary>How many amounts were sent out.</summary>
    public int Published => Lines.Count(l => l.Fee.Published is not null);

    /// <summary>Those whose amount as it was sent out is another than the terms give.</summary>
    public IReadOnlyList<CostLine> Differing => [.. Lines.Where(l => l.Fee.PublishedDifference is { } by && by != Kronor.Zero)];

    /// <summary>The day in Sweden.</summary>
    public DateOnly Today => SwedishTime.DayOf(Now);
}

/// <summary>What one municipality pays.</summary>
public sealed record CostLine(Municipality Municipality, County County, Fee Fee);
