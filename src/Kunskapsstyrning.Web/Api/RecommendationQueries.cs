using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Api;

/// <summary>Every recommendation that the actor may know of, the latest first.</summary>
[Requires(Permission.ReadPublic)]
internal sealed record AllRecommendations : IQuery<IReadOnlyList<RecommendationLine>>
{
    public Task<IReadOnlyList<RecommendationLine>> Answer(Session session, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<RecommendationLine>>(
        [.. session.Facts.Recommendations.Where(session.MaySee).Select(r => new RecommendationLine(
            r.Slug, r.Title, r.BoardDecision.On, r.ResponseDeadline, [.. r.PayingYears.Years], session.PredecessorOf(r)))]);
}

/// <summary>A recommendation and how it stands on a day.</summary>
[Requires(Permission.ReadPublic)]
internal sealed record RecommendationOnADay(string Slug, AskedDay Day) : IQuery<ApiAnswer<RecommendationInFull>>
{
    public async Task<ApiAnswer<RecommendationInFull>> Answer(Session session, CancellationToken cancellation)
    {
        var day = Day.On(session.Today);
        if (day.Value is not { } asOf) return day.Problem!;
        if (await new StateOfRecommendation(Slug, asOf).Answer(session, cancellation) is not { } state) return ApiProblem.UnknownRecommendation(Slug);

        var r = state.Recommendation;
        return new RecommendationInFull(
            r.Slug, r.Title, r.BoardDecision.On, r.ResponseDeadline, [.. r.PayingYearsOn(asOf.Day).Years], session.PredecessorOf(r), r.StatedCost?.Yearly.ToNumber(),
            [.. r.Points.Select(p => p.Text)],
            [.. r.Periods.Select(p => new PeriodOfYears(p.Years.First, p.Years.Last))],
            [.. r.Periods.Select(p => TermsOf(p, state.TermsOf(p)))],
            [.. r.Rounds.Select(round => new RoundLine(round.Deadline, round.Words, round.Source))],
            [.. r.Corrections.Select(c => new CorrectionLine(c.On, c.Wrong, c.Right, c.Reason, c.Source))],
            [.. r.ExtensionsOn(asOf.Day).Select(e => new ExtensionLine(e.LastYear, e.State, e.Source))],
            session.MaySeeStatus(r) ? SummaryOf(state) : null);
    }

    private static Summary SummaryOf(RecommendationState state)
    {
        var adoption = state.Adoption;
        return new Summary(
            state.AsOf.Day, state.AsOf.Basis,
            adoption[Status.Adopted].Municipalities, adoption[Status.AdoptedWithReservation].Municipalities, adoption[Status.Declined].Municipalities,
            adoption[Status.InPreparation].Municipalities, adoption[Status.NoResponse].Municipalities,
            Rounding.WithoutTrailingZeros(Rounding.ToDecimals(adoption.PopulationShareAdopted, 4)),
            adoption.Secured.ByYear(), adoption.Possible.ByYear(), state.TermsOf(state.Recommendation.Periods[0]).Cap?.ToNumber());
    }

    private static TermsOfPeriod TermsOf(FundingPeriod period, FeeTerms terms) =>
        new(
            period.Years.First, period.Years.Last, terms.Kind, terms.Rate is { } rate ? Rounding.WithoutTrailingZeros(rate) : null,
            terms.Total?.ToNumber(), terms.Amount?.ToNumber(), terms.Cap?.ToNumber(),
            terms.Discount is { } discount ? new DiscountOfTerms(discount.Largest, discount.InhabitantsAbove, Rounding.WithoutTrailingZeros(discount.Part)) : null,
            terms.PopulationDate, terms.ToRounding(), terms.Assumption, terms.Source);
}

/// <summary>Every municipality's answer on a day, by code, or those that the filters ask for.</summary>
/// <param name="Slug">The recommendation.</param>
/// <param name="Day">The day and the question.</param>
/// <param name="Status">One status; null for all.</param>
/// <param name="County">A county's two digits; null for all.</param>
[Requires(Permission.ReadPublic)]
internal sealed record ResponsesOnADay(string Slug, AskedDay Day, Status? Status, string? County) : IQuery<ApiAnswer<IReadOnlyList<ResponseLine>>>
{
    public async Task<ApiAnswer<IReadOnlyList<ResponseLine>>> Answer(Session session, CancellationToken cancellation)
    {
        var day = Day.On(session.Today);
        if (day.Value is not { } asOf) return day.Problem!;
        if (County is not null && session.Facts.Counties.All(c => c.Code != County)) return ApiProblem.UnknownCounty(County);
        if (await new StateOfRecommendation(Slug, asOf).Answer(session, cancellation) is not { } state) return ApiProblem.UnknownRecommendation(Slug);
        if (!session.MaySeeStatus(state.Recommendation)) return ApiProblem.ResponsesNotPublic();

        return ApiAnswer.Of<IReadOnlyList<ResponseLine>>(
            [.. state.Rows.Where(row => (Status is null || row.Standing.Status == Status) && (County is null || row.County.Code == County)).Select(LineOf)]);
    }

    private static ResponseLine LineOf(MunicipalityRow row)
    {
        var (municipality, standing) = (row.Municipality, row.Standing);
        return new ResponseLine(
            municipality.Code.Digits, municipality.Name, municipality.CountyCode, standing.Status, standing.Content?.DecidedOn, standing.Content?.Body,
            standing.Content?.ArrivedOn, row.IsLate, standing.FirstPayingYear, standing.LastPayingYear);
    }
}

/// <summary>Everyone's fee in a year.</summary>
/// <param name="Slug">The recommendation.</param>
/// <param name="Year">The year; null for the first.</param>
[Requires(Permission.ReadPublic)]
internal sealed record FeesInYear(string Slug, int? Year) : IQuery<ApiAnswer<FeesOfYear>>
{
    public Task<ApiAnswer<FeesOfYear>> Answer(Session session, CancellationToken cancellation) => Task.FromResult(Find(session));

    private ApiAnswer<FeesOfYear> Find(Session session)
    {
        if (session.Facts.Recommendation(Slug) is not { } asked || !session.MaySee(asked)) return ApiProblem.UnknownRecommendation(Slug);
        var year = Year ?? asked.PayingYears.First;
        if (!asked.PayingYears.Contains(year)) return ApiProblem.YearOutside(year, [.. asked.PayingYears.Years]);

        var cost = asked.StatedCost?.Yearly.ToNumber();
        if (session.Facts.FeesIn(asked, year) is not { IsSet: true, List: var list } fees) return new FeesOfYear(year, FeeState.NotSet, null, null, null, null, cost, null, [], null);

        var publisher = asked.Publisher();
        return new FeesOfYear(
            year, list.Rows.All(fee => fee.Published is not null) ? FeeState.Published : FeeState.Computed, list.Terms.PopulationDate,
            list.RatePerInhabitant is { } rate ? Rounding.WithoutTrailingZeros(Rounding.ToDecimals(rate, list.RateDecimals!.Value)) : null,
            list.Terms.ToRounding(), list.Sum.ToNumber(), cost, list.Terms.Cap?.ToNumber(),
            [.. list.Rows.Select(fee => LineOf(list, fee, publisher))], fees.Version);
    }

    private static FeeLineOfYear LineOf(FeeList list, Fee fee, string publisher) => new(
        fee.Municipality.Digits, fee.Inhabitants, fee.Discounted,
        fee.Exact is { } exact ? Rounding.WithoutTrailingZeros(Rounding.ToDecimals(exact, 10)) : null,
        fee.Computed?.ToNumber(), fee.Published?.ToNumber(), fee.Amount?.ToNumber(), FeeExplanation.Of(list, fee, publisher).ToSentences());
}
