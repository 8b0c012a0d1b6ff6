using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Analysis;

/// <summary>Every recommendation whose answers the actor may see, as many days after its letter and on the day, the earliest first.</summary>
/// <param name="AsOf">The day and the question.</param>
/// <param name="Days">How many days after the letter.</param>
[Requires(Permission.ReadPublic)]
public sealed record SideBySide(AsOf AsOf, int Days) : IQuery<SideBySideView>
{
    /// <summary>The days after the letter when none are asked for: about the time there is to answer.</summary>
    public const int UsualDays = 100;

    /// <summary>The most days that can be asked for, ten years.</summary>
    public const int MostDays = 3650;

    /// <summary>The number of days makes no sense.</summary>
    public static readonly Refusal NoDays = new("no-such-number-of-days", $"Antalet dagar är ett heltal mellan 1 och {Ui.Swedish.Number(MostDays)}.", "dagar");

    /// <inheritdoc/>
    public async Task<SideBySideView> Answer(Session session, CancellationToken cancellation)
    {
        var compared = new List<ComparedRecommendation>();
        foreach (var asked in session.Facts.Recommendations.Where(r => session.MaySeeStatus(r) && r.AskedOn <= AsOf.Day).OrderBy(r => r.BoardDecision.On))
        {
            var answers = (await LiveStates.Today(session, asked, cancellation)).Answers;
            var then = asked.AskedOn.AddDays(Days);
            RecommendationState Of(DateOnly day) => StateOfRecommendation.StateOf(session.Facts, asked, answers, AsOf with { Day = day }, session.Today);
            compared.Add(new ComparedRecommendation(Of(AsOf.Day), then <= AsOf.Day ? Of(then) : null, asked.AskedOn));
        }

        return new SideBySideView(AsOf, session.Today, Days, compared);
    }
}

/// <summary>Recommendations side by side.</summary>
/// <param name="AsOf">The day and the question.</param>
/// <param name="Today">Today in Sweden.</param>
/// <param name="Days">How many days after the letter.</param>
/// <param name="Recommendations">The recommendations, the earliest first.</param>
public sealed record SideBySideView(AsOf AsOf, DateOnly Today, int Days, IReadOnlyList<ComparedRecommendation> Recommendations)
{
    /// <summary>The days that the small curves span: two years at the most, and one scale for all.</summary>
    public int Span => Recommendations.Select(r => AsOf.Day.DayNumber - r.AskedOn.DayNumber).Append(1).Max() is var longest && longest < 730 ? Math.Max(longest, 1) : 730;

    /// <summary>True when the days of all are counted from the same: all from the letter, or all from the board's decision.</summary>
    public bool CountsAlike => Recommendations.Select(r => r.Now.Recommendation.Letter is null).Distinct().Count() < 2;

    /// <summary>The most municipalities that any was put to.</summary>
    public int Top => Recommendations.Select(r => r.Now.Adoption.Municipalities).Append(1).Max();
}

/// <summary>A recommendation among others.</summary>
/// <param name="Now">How it stands on the day.</param>
/// <param name="Then">How it stood so many days after the letter; null where that has not come.</param>
/// <param name="AskedOn">The day of the letter, or else of the board's decision.</param>
public sealed record ComparedRecommendation(RecommendationState Now, RecommendationState? Then, DateOnly AskedOn)
{
    /// <summary>The yearly fees of those who have adopted in a state, in its first year; null where none are set.</summary>
    public static Kronor? Fees(RecommendationState state) =>
        state.Adoption[Status.Adopted].FirstYearFees is { } adopted && state.Adoption[Status.AdoptedWithReservation].FirstYearFees is { } reserved ? adopted + reserved : null;
}
