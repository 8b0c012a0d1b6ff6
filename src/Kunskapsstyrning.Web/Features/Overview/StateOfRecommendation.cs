using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Reference;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Overview;

/// <summary>How a recommendation stands on a day. Null when there is none with that name, or the actor may not know of it.</summary>
/// <param name="Slug">The recommendation's name in addresses.</param>
/// <param name="AsOf">The day and the question.</param>
[Requires(Permission.ReadPublic)]
public sealed record StateOfRecommendation(string Slug, AsOf AsOf) : IQuery<RecommendationState?>
{
    /// <inheritdoc/>
    public async Task<RecommendationState?> Answer(Session session, CancellationToken cancellation)
    {
        if (session.Facts.Recommendation(Slug) is not { } asked || !session.MaySee(asked)) return null;

        var answers = session.MaySeeStatus(asked) ? await session.Db.AnswersTo(asked.Id, cancellation) : Answers.None;
        var earlier = asked.PredecessorId is { } id ? session.Facts.Recommendation(id) : null;
        var earlierAnswers = earlier is not null && session.MaySeeStatus(earlier) ? await session.Db.AnswersTo(earlier.Id, cancellation) : Answers.None;
        return StateOf(session.Facts, asked, answers, AsOf, session.Today) with
        {
            PreviousCurve = earlier?.ResponseDeadline is { } deadline && earlierAnswers.HasAny
                ? new EarlierCurve(earlier.ShortTitle, deadline, earlierAnswers.Curve(session.Facts, earlier, AsOf with { Day = session.Today }))
                : null,
        };
    }

    /// <summary>The state from facts and answers: pure, the same for page, API, export and bench.</summary>
    internal static RecommendationState StateOf(ReferenceFacts facts, Recommendation asked, Answers answers, AsOf asOf, DateOnly today)
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

        return new RecommendationState(
            asked, asOf, today, new Adoption(adoption, years), rows, answers.Curve(facts, asked, asOf), null, answers.Sequence, facts.ExampleNotice(asked.Id))
        {
            Fees = [.. facts.FeesOf(asked.Id)],
        };
    }
}
