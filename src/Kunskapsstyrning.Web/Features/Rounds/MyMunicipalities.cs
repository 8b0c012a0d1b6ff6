using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Rounds;
using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Rounds;

/// <summary>What there is to do today about the municipalities that one follows, or about those of a county, in the recommendations that can be answered.</summary>
/// <param name="County">The county, by SCB's two digits; null for one's own.</param>
[Requires(Permission.LogDecisions)]
public sealed record MyMunicipalities(string? County) : IQuery<MyMunicipalitiesView>
{
    private static readonly CompiledQuery<Func<Db, PersonId?, IAsyncEnumerable<Followed>>> Own = new(() => EF.CompileAsyncQuery((Db db, PersonId? me) =>
        db.Assignments.Where(a => a.PersonId == me && !db.Assignments.Any(b => b.RecommendationId == a.RecommendationId && b.MunicipalityCode == a.MunicipalityCode && b.Number > a.Number))
            .Select(a => new Followed(a.RecommendationId, a.MunicipalityCode))));

    /// <inheritdoc/>
    public async Task<MyMunicipalitiesView> Answer(Session session, CancellationToken cancellation)
    {
        var facts = session.Facts;
        var county = facts.Counties.FirstOrDefault(c => c.Code == County);
        var own = await OwnOf(session, cancellation);
        var rows = new List<ToDoRow>();
        foreach (var asked in session.ToFollow())
        {
            var followed = facts.MunicipalitiesOn(session.Today).Where(m => asked.Asks(m) && (county is null ? own.Contains((asked.Id, m.Code)) : m.CountyCode == county.Code)).ToList();
            if (followed.Count == 0) continue;

            var situations = await Situations.Of(session, asked, [.. followed.Select(m => m.Code)], cancellation);
            rows.AddRange(followed.Select(m => new ToDoRow(m, asked, situations[m.Code], ToDo.About(situations[m.Code], session.Today))));
        }

        return new MyMunicipalitiesView(
            county, [.. rows.Where(r => r.ToDo is not null).OrderBy(r => r.ToDo!.Kind).ThenBy(r => r.ToDo!.Day).ThenBy(r => Swedish.Key(r.Municipality.Name))],
            [.. rows.Where(r => r.ToDo is null).OrderByDescending(r => r.Recommendation.BoardDecision.On).ThenBy(r => Swedish.Key(r.Municipality.Name))],
            own.Count > 0, [.. facts.Counties.OrderBy(c => c.Name, Swedish.Order)], session.Today, facts.HasExamples)
        {
            Unfollowed = county is null ? await UnfollowedToDo.Of(session, cancellation) : [],
        };
    }

    private static async Task<HashSet<(RecommendationId, MunicipalityCode)>> OwnOf(Session session, CancellationToken cancellation)
    {
        var own = new HashSet<(RecommendationId, MunicipalityCode)>();
        await foreach (var followed in Own.For(session.Db)(session.Db, session.Actor.Person).WithCancellation(cancellation)) own.Add((followed.Recommendation, followed.Municipality));
        return own;
    }

    private sealed record Followed(RecommendationId Recommendation, MunicipalityCode Municipality);
}

/// <summary>A municipality that somebody follows, and what there is to do about it.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="Recommendation">The recommendation.</param>
/// <param name="Situation">How it stands.</param>
/// <param name="ToDo">What there is to do today; null when there is nothing.</param>
public sealed record ToDoRow(Municipality Municipality, Recommendation Recommendation, Situation Situation, ToDo? ToDo);

/// <summary>What there is to do today.</summary>
/// <param name="County">The county whose municipalities are shown; null for one's own.</param>
/// <param name="ToDo">Those that there is something to do about, the most pressing first.</param>
/// <param name="Rest">The others.</param>
/// <param name="FollowsAny">True when the one who asks follows any municipality at all.</param>
/// <param name="Counties">The counties, by name.</param>
/// <param name="Today">Today in Sweden.</param>
/// <param name="HasExamples">True where answers are invented.</param>
public sealed record MyMunicipalitiesView(
    County? County, IReadOnlyList<ToDoRow> ToDo, IReadOnlyList<ToDoRow> Rest, bool FollowsAny, IReadOnlyList<County> Counties, DateOnly Today, bool HasExamples)
{
    /// <summary>Those that nobody follows and somebody planned to look at, where the day has come: everybody's. None where a county is shown, which has them all.</summary>
    public IReadOnlyList<ToDoRow> Unfollowed { get; init; } = [];

    /// <summary>True for the one who follows nobody, and has chosen no county.</summary>
    public bool ShowsNobody => County is null && !FollowsAny;

    /// <summary>The recommendation that everything is about; null where there are several, or nothing.</summary>
    public Recommendation? Only => ToDo.Concat(Rest).Select(r => r.Recommendation).Distinct().Take(2).ToList() is [var only] ? only : null;

    /// <summary>Those among the rest that an answer or a planned day is waited for from, the nearest in time first.</summary>
    public IReadOnlyList<ToDoRow> Waiting => [.. Rest.Where(IsWaiting).OrderBy(r => r.Situation.NextDay(Today) ?? DateOnly.MaxValue)];

    /// <summary>The others: those that have answered.</summary>
    public IReadOnlyList<ToDoRow> Answered => [.. Rest.Where(r => !IsWaiting(r))];

    private bool IsWaiting(ToDoRow row) => row.Situation.IsWaitedFor || row.Situation.NextDay(Today) is not null;
}
