using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Rounds;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Rounds;

/// <summary>What there is to do today about the municipalities that one follows, or about those of a county, in the recommendations that can be answered.</summary>
/// <param name="County">The county, by SCB's two digits; null for one's own.</param>
[Requires(Permission.LogDecisions)]
public sealed record MyMunicipalities(string? County) : IQuery<MyMunicipalitiesView>
{
    /// <inheritdoc/>
    public async Task<MyMunicipalitiesView> Answer(Session session, CancellationToken cancellation)
    {
        var facts = session.Facts;
        var county = facts.Counties.FirstOrDefault(c => c.Code == County);
        var lookedAt = await LookedAt.Today(session, cancellation);
        var rows = new List<(ToDoRow Row, bool IsEverybodys)>();
        foreach (var asked in facts.Recommendations.Where(r => r.CanBeAnsweredOn(session.Today) && r.GoesAheadOn(session.Today) is not false))
        {
            var isFollowed = lookedAt[asked.Id].ToDictionary(l => l.Municipality, l => l.IsFollowed);
            var shown = facts.MunicipalitiesOn(session.Today).Where(m => asked.Asks(m) && (county is null ? isFollowed.ContainsKey(m.Code) : m.CountyCode == county.Code)).ToList();
            if (shown.Count == 0) continue;

            var situations = await Situations.Of(session, asked, [.. shown.Select(m => m.Code)], cancellation);
            rows.AddRange(shown.Select(m => (new ToDoRow(m, asked, situations[m.Code], ToDo.About(situations[m.Code], session.Today)), county is null && !isFollowed[m.Code])));
        }

        var own = rows.Where(r => !r.IsEverybodys).Select(r => r.Row).ToList();
        return new MyMunicipalitiesView(
            county, MostPressingFirst(own.Where(r => r.ToDo is not null)),
            [.. own.Where(r => r.ToDo is null).OrderByDescending(r => r.Recommendation.BoardDecision.On).ThenBy(r => Swedish.Key(r.Municipality.Name))],
            lookedAt.Any(asked => asked.Any(l => l.IsFollowed)), [.. facts.Counties.OrderBy(c => c.Name, Swedish.Order)], session.Today, facts.HasExamples)
        {
            Unfollowed = MostPressingFirst(rows.Where(r => r is { IsEverybodys: true, Row.ToDo.Kind: ToDoKind.ForecastPassed or ToDoKind.FollowUpDue }).Select(r => r.Row)),
        };
    }

    private static IReadOnlyList<ToDoRow> MostPressingFirst(IEnumerable<ToDoRow> rows) => [.. rows.OrderBy(r => r.ToDo!.Kind).ThenBy(r => r.ToDo!.Day).ThenBy(r => Swedish.Key(r.Municipality.Name))];
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
