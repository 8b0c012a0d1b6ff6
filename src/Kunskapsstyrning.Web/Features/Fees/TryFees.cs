using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Features.Recommendations;
using Kunskapsstyrning.Web.Reference;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Fees;

/// <summary>What terms are tried against. Read once; every change of a field is then reckoned without the database. Null where there is none, and for everyone outside SKR.</summary>
/// <param name="Slug">The recommendation.</param>
/// <param name="Years">The period.</param>
[Requires(Permission.ReadWalled)]
public sealed record TryFees(string Slug, YearSpan Years) : IQuery<TrialGround?>
{
    /// <inheritdoc/>
    public async Task<TrialGround?> Answer(Session session, CancellationToken cancellation)
    {
        if (await session.InHand(Slug, cancellation) is not { } recommendation || recommendation.Periods.FirstOrDefault(p => p.Years == Years) is not { } period) return null;

        var version = await session.Db.HighestVersion(period.Id, cancellation);
        var answers = await session.Db.AnswersTo(recommendation.Id, cancellation);
        var today = new AsOf(session.Today);
        var first = new DateOnly(period.Years.First, 1, 1);
        return new TrialGround(
            recommendation, period, version?.Number, version?.Stored(),
            session.Facts.Populations.GroupBy(p => p.Date).ToDictionary(p => p.Key, p => (IReadOnlyCollection<Population>)[.. p.Last().All]),
            [.. session.Facts.MunicipalitiesOn(first).Select(m => new Population(m.Code, 0))],
            session.Facts.Municipalities.Select(m => m.Code).Where(m => recommendation.StandingOf(answers.Of(m), today).Status is Status.Adopted or Status.AdoptedWithReservation).ToHashSet(),
            session.MunicipalityNames());
    }
}

/// <summary>What terms are tried against.</summary>
/// <param name="Recommendation">The recommendation.</param>
/// <param name="Period">The period.</param>
/// <param name="Version">The number of the version that holds; null where there is none.</param>
/// <param name="Holds">Its fees; null where there is none.</param>
/// <param name="Populations">Every population, by its day.</param>
/// <param name="Everyone">Everyone there is in the first year, where inhabitants do not count.</param>
/// <param name="Adopters">Those who have adopted today.</param>
/// <param name="Names">What the municipalities are called.</param>
public sealed record TrialGround(
    Recommendation Recommendation, FundingPeriod Period, int? Version, FeeList? Holds, IReadOnlyDictionary<DateOnly, IReadOnlyCollection<Population>> Populations,
    IReadOnlyCollection<Population> Everyone, IReadOnlySet<MunicipalityCode> Adopters, IReadOnlyDictionary<MunicipalityCode, string> Names)
{
    /// <summary>The terms that hold.</summary>
    public FeeTerms Terms => Holds?.Terms ?? Period.Terms;

    /// <summary>Tries two sets of terms as they are typed. A set that nobody has typed is the one that holds.</summary>
    public FeeTrial Try(TypedTerms left, TypedTerms right)
    {
        var (a, b) = (Side(left), Side(right));
        return new FeeTrial(a, b, a.List is { } before && b.List is { } after ? FeeComparison.Of(before, after) : null, Names);
    }

    /// <summary>The fees that terms give, with published amounts where some are to hold.</summary>
    public FeeList Fees(FeeTerms terms, IReadOnlyDictionary<MunicipalityCode, Kronor>? published) =>
        FeeCalculation.Calculate(terms, terms.PopulationDate is { } day ? Populations[day] : Everyone, published);

    /// <summary>The published amounts that hold; null where there are none.</summary>
    public IReadOnlyDictionary<MunicipalityCode, Kronor>? Published() =>
        Holds?.Rows.Any(r => r.Published is not null) is true ? Holds.Rows.Where(r => r.Published is not null).ToDictionary(r => r.Municipality, r => r.Published!.Value) : null;

    /// <summary>Everyone who is to pay by the terms that hold.</summary>
    public IReadOnlyCollection<Population> Country() => Terms.PopulationDate is { } day && Populations.TryGetValue(day, out var counted) ? counted : Everyone;

    /// <summary>The terms of a published list: those that hold, or that only the list does where there are none.</summary>
    public FeeTerms TermsOfList(string source) => Terms.Kind is FeeKind.NotSet or FeeKind.PublishedList
        ? new FeeTerms { Kind = FeeKind.PublishedList, Cap = Terms.Cap, Source = source.Length > 0 ? source : Terms.Kind is FeeKind.NotSet ? "" : Terms.Source }
        : Terms;

    /// <summary>The fees that hold when the list does.</summary>
    public ShownFees FeesOfList(FeeTerms terms, IReadOnlyDictionary<MunicipalityCode, Kronor> amounts) => new(Fees(terms, amounts), Holds, Names);

    private TrialSide Side(TypedTerms typed)
    {
        if (typed.IsEmpty) typed = TypedTerms.Of(Terms, typed.Prefix);
        var errors = new FieldErrors();
        if (typed.Read([.. Populations.Keys], errors) is not { } terms) return new TrialSide(typed, errors, null, null);

        // What holds is shown as it was frozen, published amounts and all; other terms are reckoned.
        var country = terms.PopulationDate is { } day ? Populations[day] : Everyone;
        return new TrialSide(typed, errors, Holds is { } holds && terms == holds.Terms ? holds : FeeCalculation.Calculate(terms, country), terms.Kind is FeeKind.FallingWithTakeUp ? AtActual(terms, country) : null);
    }

    private TakeUpToday AtActual(FeeTerms terms, IReadOnlyCollection<Population> country)
    {
        var actual = FeeCalculation.Calculate(terms with { PricedAtTakeUp = null }, country, takingPart: Adopters);
        var all = country.Sum(p => (decimal)p.Inhabitants);
        return new TakeUpToday(actual.Rows.Count, all == 0 ? 0 : actual.Rows.Sum(r => (decimal)r.Inhabitants) / all, actual.Rows.Count == 0 ? terms.Rate!.Value : actual.RatePerInhabitant!.Value);
    }
}

/// <summary>Two sets of terms and what they give.</summary>
/// <param name="Left">What is compared with.</param>
/// <param name="Right">What is tried.</param>
/// <param name="Comparison">Everyone's fee before and after; null while one of them cannot be used.</param>
/// <param name="Names">What the municipalities are called.</param>
public sealed record FeeTrial(TrialSide Left, TrialSide Right, FeeComparison? Comparison, IReadOnlyDictionary<MunicipalityCode, string> Names);

/// <summary>A set of terms and what it gives.</summary>
/// <param name="Typed">The terms as they are typed.</param>
/// <param name="Errors">What is wrong with them.</param>
/// <param name="List">The fees; null while the terms cannot be used.</param>
/// <param name="Actual">Where the price falls with take-up: what it is with those who have adopted; else null.</param>
public sealed record TrialSide(TypedTerms Typed, FieldErrors Errors, FeeList? List, TakeUpToday? Actual);

/// <summary>The price with those who have adopted.</summary>
/// <param name="Municipalities">How many they are.</param>
/// <param name="Part">The part of the country's inhabitants who live there.</param>
/// <param name="Rate">Kronor per inhabitant.</param>
public sealed record TakeUpToday(int Municipalities, decimal Part, decimal Rate);
