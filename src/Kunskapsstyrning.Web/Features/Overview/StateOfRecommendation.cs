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

        var state = session.MaySeeStatus(asked) ? await Seen(session, asked, cancellation) : StateOf(session.Facts, asked, Answers.None, AsOf, session.Today, Since);
        return state with { PreviousCurve = asked.PredecessorId is { } id && session.Facts.Recommendation(id) is { } earlier && session.MaySeeStatus(earlier) ? await CurveOf(session, earlier, cancellation) : null };
    }

    /// <summary>The state where the actor may see every answer; null where there is none, or they are not for the actor to see.</summary>
    internal static async Task<RecommendationState?> WithAnswers(Session session, string slug, AsOf asOf, CancellationToken cancellation, DateOnly? since = null) =>
        session.Facts.Recommendation(slug) is { } asked && session.MaySeeStatus(asked) ? await new StateOfRecommendation(slug, asOf, since).Answer(session, cancellation) : null;

    private async Task<RecommendationState> Seen(Session session, Recommendation asked, CancellationToken cancellation)
    {
        var kept = await LiveStates.Today(session, asked, cancellation);
        var state = AsOf == kept.AsOf ? kept.State : StateOf(session.Facts, asked, kept.Answers, AsOf, session.Today);
        return Since is { } day ? Compared(session.Facts, state, kept.Answers, day) : state;
    }

    private async Task<EarlierCurve?> CurveOf(Session session, Recommendation earlier, CancellationToken cancellation)
    {
        if (earlier.ResponseDeadline is not { } deadline) return null;

        var (kept, today) = (await LiveStates.Today(session, earlier, cancellation), AsOf with { Day = session.Today });
        if (!kept.Answers.HasAny) return null;
        return new EarlierCurve(earlier.ShortTitle, deadline, today == kept.AsOf ? kept.State.Curve : kept.Answers.Curve(session.Facts, earlier, today));
    }

    /// <summary>The state from facts and answers: pure, the same for page, API, export and bench.</summary>
    internal static RecommendationState StateOf(ReferenceFacts facts, Recommendation asked, Answers answers, AsOf asOf, DateOnly today, DateOnly? since = null)
    {
        var state = StateOf(CountingGround.Of(facts, asked, asOf), asked, answers, asOf, today, facts.ExampleNotice(asked.Id)) with { Fees = [.. facts.FeesOf(asked.Id)], Report = facts.ReportOf(asked.Id), Boundaries = facts.Boundaries };
        return since is { } day ? Compared(facts, state, answers, day) : state;
    }

    /// <summary>The state from what is counted from: the same today and for one that was kept.</summary>
    internal static RecommendationState StateOf(CountingGround ground, Recommendation asked, Answers answers, AsOf asOf, DateOnly today, string? notice)
    {
        var (rows, adoption) = Counted(ground, asked, answers, asOf);
        return new RecommendationState(asked, asOf, today, adoption, rows, answers.Curve(ground.Ended, asked, asOf), null, answers.Sequence, notice)
        {
            InhabitantsCurve = asked.ThresholdOn(asOf)?.ShareOfInhabitants is null ? [] : answers.Curve(ground.Ended, asked, asOf, Weights(rows, r => r.Inhabitants ?? 0)),
            FeesCurve = asked.ThresholdOn(asOf)?.Secured is null ? [] : answers.Curve(ground.Ended, asked, asOf, Weights(rows, r => r.FirstYearFee?.Amount ?? 0)),
        };
    }

    private static RecommendationState Compared(ReferenceFacts facts, RecommendationState state, Answers answers, DateOnly day)
    {
        var then = Counted(CountingGround.Of(facts, state.Recommendation, state.AsOf with { Day = day }), state.Recommendation, answers, state.AsOf with { Day = day });
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
        var tally = ground.Tally(asked, asOf.Day);
        foreach (var row in ground.Rows)
        {
            rows.Add(RowOf(row, asked, answers, asOf));
            tally.Add(new AdoptionRow(row.Municipality.Code, rows[^1].Standing, row.Inhabitants ?? 0, row.Paid));
        }

        return (rows, new Adoption(tally));
    }

    /// <summary>One municipality's line.</summary>
    internal static MunicipalityRow RowOf(GroundRow row, Recommendation asked, Answers answers, AsOf asOf)
    {
        var (standing, deadline) = (asked.StandingOf(answers.Of(row.Municipality.Code), asOf), asked.DeadlineFor(row.Municipality.Code));
        return new MunicipalityRow(row.Municipality, row.County, standing, row.Inhabitants, row.FirstYearFee, deadline)
        {
            LaterRound = standing.IsLate(deadline) ? asked.LaterRoundOn(standing.Content!.ArrivedOn) : null,
        };
    }
}
