using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Decisions;

/// <summary>A decision with everything that has happened in the answer it belongs to. Null when there is none, or when it is another municipality's.</summary>
[Requires(Permission.ReadWalled)]
public sealed record DecisionStory(DecisionId Id) : IQuery<DecisionStoryView?>
{
    /// <inheritdoc/>
    public async Task<DecisionStoryView?> Answer(Session session, CancellationToken cancellation)
    {
        var found = await session.Db.Decisions.Where(d => d.Id == Id).Select(d => new { d.MunicipalityCode, d.RecommendationId }).SingleOrDefaultAsync(cancellation);
        if (found is null || (session.Actor.Municipality is { } own && own != found.MunicipalityCode)) return null;
        if (session.Facts.Recommendation(found.RecommendationId) is not { } asked || !session.MaySee(asked)) return null;

        var all = await session.Db.RegisteredBy(found.MunicipalityCode, asked.Id, cancellation);
        if (session.Actor.Municipality is not null) all = [.. all.Select(d => d.Retraction is null ? d : d.WithoutDetails())];
        var standing = asked.StandingOf(all.Select(d => d.Counted), new AsOf(session.Today));
        return new DecisionStoryView(
            session.Facts.Municipality(found.MunicipalityCode)!, asked, all.Single(d => d.Id == Id), all, standing, session.Today,
            session.Facts.FeesIn(asked, asked.FundingYears.First)?.List.Of(found.MunicipalityCode),
            session.Actor.May(typeof(CorrectDecision)), ShowsNames: session.Actor.Municipality is null, session.Facts.ExampleNotice(asked.Id))
        {
            Moves = session.Actor.Municipality is null ? await session.MovesOf(all, cancellation) : [],
        };
    }
}

/// <summary>The story of an answer, seen from one of its decisions.</summary>
/// <param name="Municipality">Whose.</param>
/// <param name="Recommendation">What is answered.</param>
/// <param name="Decision">The decision it is seen from.</param>
/// <param name="All">Every decision, in the order they were registered.</param>
/// <param name="Standing">How the municipality stands today.</param>
/// <param name="Today">Today in Sweden.</param>
/// <param name="Fee">Its fee in the first year; null where none is set.</param>
/// <param name="MayChange">True when the one who looks may correct and take back.</param>
/// <param name="ShowsNames">True when names of SKR's staff are shown: to SKR's own.</param>
/// <param name="ExampleNotice">What is invented; null when nothing is.</param>
public sealed record DecisionStoryView(
    Municipality Municipality, Recommendation Recommendation, RegisteredDecision Decision, IReadOnlyList<RegisteredDecision> All, Standing Standing, DateOnly Today,
    Fee? Fee, bool MayChange, bool ShowsNames, string? ExampleNotice)
{
    /// <summary>What was moved away from the answer or into it; none for municipalities.</summary>
    public IReadOnlyList<DecisionMove> Moves { get; init; } = [];

    /// <summary>Where a decision was moved; null when it was not.</summary>
    public DecisionMove? MoveFrom(DecisionId decision) => Moves.FirstOrDefault(m => m.From.Decision == decision);

    /// <summary>What counts in the decision, as it holds.</summary>
    public DecisionContent Content => Decision.Current.Content;

    /// <summary>What is walled in the decision, as it holds.</summary>
    public DecisionDetails Details => Decision.Current.Details;

    /// <summary>True when the municipality's status rests on it.</summary>
    public bool Stands => Standing.RestsOn == Decision.Id;

    /// <summary>The last day to answer; null when none is known.</summary>
    public DateOnly? Deadline => Recommendation.DeadlineFor(Municipality.Code);

    /// <summary>Final answers that count, in the order in which one takes the place of the other.</summary>
    public IReadOnlyList<RegisteredDecision> Answers =>
        [.. All.Where(d => d.Retraction is null && d.Current.Content.IsAnswer)
            .OrderBy(d => d.Current.Content.DecidedOn).ThenBy(d => d.Current.Content.ArrivedOn).ThenBy(d => d.First.Sequence)];

    /// <summary>The final answer that took the decision's place; null while it stands, or for what is no answer.</summary>
    public RegisteredDecision? ReplacedBy(RegisteredDecision decision) =>
        Answers.ToList() is var answers && answers.FindIndex(d => d.Id == decision.Id) is >= 0 and var at && at + 1 < answers.Count ? answers[at + 1] : null;

    /// <summary>The final answer whose place the decision took; null when it was the first.</summary>
    public RegisteredDecision? Replaces(RegisteredDecision decision) =>
        Answers.ToList() is var answers && answers.FindIndex(d => d.Id == decision.Id) is > 0 and var at ? answers[at - 1] : null;

    /// <summary>Who registered something, as the one who looks may know it.</summary>
    public string Name(string by) => ShowsNames ? by : Ui.Swedish.Association(Today);
}
