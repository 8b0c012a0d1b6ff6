using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Reference;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Overview;

/// <summary>How a recommendation stands on a day. Null when there is none with that name, or the actor may not know of it.</summary>
/// <param name="Slug">The recommendation's name in addresses.</param>
/// <param name="AsOf">The day and the question.</param>
/// <param name="Since">An earlier day that changes are counted from; null where none is asked for.</param>
[Requires(Permission.ReadPublic)]
public sealed record StateOfRecommendation(string Slug, AsOf AsOf, DateOnly? Since = null) : IQuery<RecommendationState?>
{
    /// <inheritdoc/>
    public async Task<RecommendationState?> Answer(Session session, CancellationToken cancellation)
    {
        if (session.Facts.Recommendation(Slug) is not { } asked || !session.MaySee(asked)) return null;

        var answers = session.MaySeeStatus(asked) ? await session.Db.AnswersTo(asked.Id, cancellation) : Answers.None;
        var earlier = asked.PredecessorId is { } id ? session.Facts.Recommendation(id) : null;
        var earlierAnswers = earlier is not null && session.MaySeeStatus(earlier) ? await session.Db.AnswersTo(earlier.Id, cancellation) : Answers.None;
        return StateOf(session.Facts, asked, answers, AsOf, session.Today, Since) with
        {
            PreviousCurve = earlier?.ResponseDeadline is { } deadline && earlierAnswers.HasAny
                ? new EarlierCurve(earlier.ShortTitle, deadline, earlierAnswers.Curve(session.Facts, earlier, AsOf with { Day = session.Today }))
                : null,
        };
    }

    /// <summary>The state from facts and answers: pure, the same for page, API, export and bench.</summary>
    internal static RecommendationState StateOf(ReferenceFacts facts, Recommendation asked, Answers answers, AsOf asOf, DateOnly today, DateOnly? since = null)
    {
        var (rows, adoption) = Counted(facts, asked, answers, asOf);
        var state = new RecommendationState(asked, asOf, today, adoption, rows, answers.Curve(facts, asked, asOf), null, answers.Sequence, facts.ExampleNotice(asked.Id))
        {
            Fees = [.. facts.FeesOf(asked.Id)],
            InhabitantsCurve = asked.Threshold?.ShareOfInhabitants is null ? [] : answers.Curve(facts, asked, asOf, Weights(rows, r => r.Inhabitants ?? 0)),
            FeesCurve = asked.Threshold?.Secured is null ? [] : answers.Curve(facts, asked, asOf, Weights(rows, r => r.FirstYearFee?.Amount ?? 0)),
        };
        return since is { } day ? Compared(state, day, Counted(facts, asked, answers, asOf with { Day = day })) : state;
    }

    private static RecommendationState Compared(RecommendationState state, DateOnly day, (List<MunicipalityRow> Rows, Adoption Adoption) then)
    {
        var before = then.Rows.ToDictionary(r => r.Municipality.Code, r => r.Standing);
        return state with
        {
            Earlier = new EarlierDay(day, then.Adoption),
            Rows = [.. state.Rows.Select(r => r with { Before = before.GetValueOrDefault(r.Municipality.Code) })],
        };
    }

    private static Dictionary<MunicipalityCode, decimal> Weights(List<MunicipalityRow> rows, Func<MunicipalityRow, decimal> weight) => rows.ToDictionary(r => r.Municipality.Code, weight);

    private static (List<MunicipalityRow> Rows, Adoption Adoption) Counted(ReferenceFacts facts, Recommendation asked, Answers answers, AsOf asOf)
    {
        var first = asked.FundingYears.First;
        var fees = asked.PayingYearsOn(asOf.Day).Years.ToDictionary(year => year, year => facts.FeesIn(asked, year)?.List);
        var years = fees.Where(f => f.Value is { Rows.Count: > 0 }).Select(f => f.Key).ToList();
        var borders = asked.BordersOn(asOf.Day);
        var population = facts.PopulationOn(facts.TermsOf(asked.Periods[0]).PopulationDate ?? borders);
        var rows = new List<MunicipalityRow>(290);
        var adoption = new List<AdoptionRow>(290);
        foreach (var municipality in facts.MunicipalitiesOf(asked, asOf.Day))
        {
            var standing = asked.StandingOf(answers.Of(municipality.Code), asOf);
            var inhabitants = facts.Inhabitants(municipality, population, borders);
            var paid = years.ToDictionary(year => year, year => fees[year]!.Of(municipality.Code)?.Amount ?? Kronor.Zero);
            rows.Add(new MunicipalityRow(
                municipality, facts.CountyOf(municipality), standing, inhabitants,
                fees[first]?.Of(municipality.Code)?.Amount, asked.DeadlineFor(municipality.Code)));
            adoption.Add(new AdoptionRow(municipality.Code, standing, inhabitants ?? 0, paid));
        }

        return (rows, new Adoption(adoption, years, [.. years.Where(year => asked.IsCalledOffIn(year, asOf.Day))]));
    }
}
