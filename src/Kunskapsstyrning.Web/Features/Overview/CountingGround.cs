using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Reference;

namespace Kunskapsstyrning.Web.Features.Overview;

/// <summary>What a state is counted from besides the answers: municipalities, inhabitants and fees, as they hold or as they were kept.</summary>
/// <param name="Rows">Every municipality of the recommendation on the day, by code.</param>
/// <param name="Years">The years that are paid for and have fees.</param>
/// <param name="Ended">The last day of a municipality that has one.</param>
internal sealed record CountingGround(IReadOnlyList<GroundRow> Rows, IReadOnlyList<int> Years, Func<MunicipalityCode, DateOnly?> Ended)
{
    /// <summary>As it holds.</summary>
    public static CountingGround Of(ReferenceFacts facts, Recommendation asked, AsOf asOf)
    {
        var day = asOf.Day;
        var first = asked.FundingYears.First;
        var fees = asked.PayingYearsOn(day).Years.ToDictionary(year => year, year => facts.FeesIn(asked, year)?.List);
        var years = fees.Where(f => f.Value is { Rows.Count: > 0 }).Select(f => f.Key).ToList();
        var borders = asked.BordersOn(day);
        var population = facts.PopulationOn(facts.TermsOf(asked.Periods[0]).PopulationDate ?? CountedOn(asked, asOf, borders));
        var rows = facts.MunicipalitiesOf(asked, day).Select(m => new GroundRow(
            m, facts.CountyOf(m), facts.Inhabitants(m, population, borders), fees[first]?.Of(m.Code)?.Amount, years.ToDictionary(year => year, year => fees[year]!.Of(m.Code)?.Amount ?? Kronor.Zero)));
        return new CountingGround([.. rows], years, code => facts.Municipality(code)?.ValidThrough);
    }

    /// <summary>The day of the inhabitants where the terms name none. A threshold in inhabitants is held against one population, whichever day is looked at: that of the board's decision.</summary>
    private static DateOnly CountedOn(Recommendation asked, AsOf asOf, DateOnly borders) => asked.ThresholdOn(asOf)?.ShareOfInhabitants is null ? borders : asked.BoardDecision.On;

    /// <summary>Nobody counted yet, in the years that are paid for on the day.</summary>
    public AdoptionTally Tally(Recommendation asked, DateOnly day) => new(Years, [.. Years.Where(year => asked.IsCalledOffIn(year, day))]);
}

/// <summary>One municipality's ground.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="County">Its county.</param>
/// <param name="Inhabitants">Its inhabitants; null where nobody has counted them.</param>
/// <param name="FirstYearFee">Its fee in the first year; null where none is set.</param>
/// <param name="Paid">What it would pay in each year.</param>
internal sealed record GroundRow(Municipality Municipality, County County, int? Inhabitants, Kronor? FirstYearFee, IReadOnlyDictionary<int, Kronor> Paid);
