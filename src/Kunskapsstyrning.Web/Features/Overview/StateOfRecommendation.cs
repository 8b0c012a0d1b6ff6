using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
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
        var state = StateOf(CountingGround.Of(facts, asked, asOf.Day), asked, answers, asOf, today, facts.ExampleNotice(asked.Id)) with { Fees = [.. facts.FeesOf(asked.Id)], Report = facts.ReportOf(asked.Id) };
        return since is { } day ? Compared(state, day, Counted(CountingGround.Of(facts, asked, day), asked, answers, asOf with { Day = day })) : state;
    }

    /// <summary>The state from what is counted from: the same today and for one that was kept.</summary>
    internal static RecommendationState StateOf(CountingGround ground, Recommendation asked, Answers answers, AsOf asOf, DateOnly today, string? notice)
    {
        var (rows, adoption) = Counted(ground, asked, answers, asOf);
        return new RecommendationState(asked, asOf, today, adoption, rows, answers.Curve(ground.Ended, asked, asOf), null, answers.Sequence, notice)
        {
            InhabitantsCurve = asked.Threshold?.ShareOfInhabitants is null ? [] : answers.Curve(ground.Ended, asked, asOf, Weights(rows, r => r.Inhabitants ?? 0)),
            FeesCurve = asked.Threshold?.Secured is null ? [] : answers.Curve(ground.Ended, asked, asOf, Weights(rows, r => r.FirstYearFee?.Amount ?? 0)),
        };
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

    private static (List<MunicipalityRow> Rows, Adoption Adoption) Counted(CountingGround ground, Recommendation asked, Answers answers, AsOf asOf)
    {
        var rows = new List<MunicipalityRow>(ground.Rows.Count);
        var adoption = new List<AdoptionRow>(ground.Rows.Count);
        foreach (var (municipality, county, inhabitants, fee, paid) in ground.Rows)
        {
            var standing = asked.StandingOf(answers.Of(municipality.Code), asOf);
            rows.Add(new MunicipalityRow(municipality, county, standing, inhabitants, fee, asked.DeadlineFor(municipality.Code)));
            adoption.Add(new AdoptionRow(municipality.Code, standing, inhabitants ?? 0, paid));
        }

        return (rows, new Adoption(adoption, ground.Years, [.. ground.Years.Where(year => asked.IsCalledOffIn(year, asOf.Day))]));
    }
}
