using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Operations;

/// <summary>Puts right what was printed wrong in a recommendation that has been sent. It holds from the start, and the old text stays.</summary>
/// <param name="Slug">The recommendation.</param>
/// <param name="Correction">What was printed, what holds and why.</param>
[Requires(Permission.ManageRecommendations), Alone("What it is tried against may not change before it is saved.")]
public sealed record CorrectRecommendation(string Slug, Correction Correction) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation) =>
        await session.ToOperateOn(Slug, cancellation) is { } recommendation
            ? recommendation.Correct(Correction, await session.FrozenPeriods(recommendation.Id, cancellation), session.Today)
            : OperationRefusals.NotThere;
}

/// <summary>What a correction would change, and for whom; or why it is refused.</summary>
/// <param name="Slug">The recommendation.</param>
/// <param name="Correction">What was printed, what holds and why.</param>
[Requires(Permission.ManageRecommendations)]
public sealed record TryCorrection(string Slug, Correction Correction) : IQuery<OperationTrial>
{
    /// <inheritdoc/>
    public async Task<OperationTrial> Answer(Session session, CancellationToken cancellation)
    {
        if (await session.ToOperateOn(Slug, cancellation) is not { } recommendation) return new OperationTrial(OperationRefusals.NotThere, null);

        var result = recommendation.Correct(Correction, await session.FrozenPeriods(recommendation.Id, cancellation), session.Today);
        return result.Refusal is { } refusal ? new OperationTrial(refusal, null) : new OperationTrial(null, await OperationEffect.Of(session, recommendation, cancellation));
    }
}

/// <summary>What came of trying an operation.</summary>
/// <param name="Refusal">Why it cannot be done; null when it can.</param>
/// <param name="Effect">What it would change; null when it cannot be done.</param>
public sealed record OperationTrial(Refusal? Refusal, OperationEffect? Effect);

/// <summary>A recommendation that something is to be done with, and the day.</summary>
/// <param name="Slug">The recommendation.</param>
[Requires(Permission.ManageRecommendations)]
public sealed record RecommendationToOperate(string Slug) : IQuery<OperatedRecommendation?>
{
    /// <inheritdoc/>
    public async Task<OperatedRecommendation?> Answer(Session session, CancellationToken cancellation) =>
        await session.ToOperateOn(Slug, cancellation) is { } recommendation
            ? new OperatedRecommendation(recommendation, [.. session.Facts.Municipalities.Where(m => m.IsValidOn(session.Today) || m.IsValidOn(recommendation.BoardDecision.On))], session.Today) { ExampleNotice = session.Facts.ExampleNotice(recommendation.Id), Waiting = await session.WaitingLetters(recommendation.Id, cancellation) }
            : null;
}

/// <summary>A recommendation that something is to be done with.</summary>
/// <param name="Recommendation">As it stands now.</param>
/// <param name="Municipalities">Those that may be named, by code.</param>
/// <param name="Today">Today in Sweden.</param>
public sealed record OperatedRecommendation(Recommendation Recommendation, IReadOnlyList<Municipality> Municipalities, DateOnly Today)
{
    /// <summary>What of it is invented; null when nothing is.</summary>
    public string? ExampleNotice { get; init; }

    /// <summary>What was written about it as it stands, and has not left.</summary>
    public IReadOnlyList<WaitingLetter> Waiting { get; init; } = [];
}

/// <summary>The sentences with which an operation is refused whatever it is.</summary>
public static class OperationRefusals
{
    /// <summary>No such recommendation.</summary>
    public static readonly Refusal NotThere = new("operation-not-there", "Det finns ingen skickad rekommendation med den adressen. Ett utkast ändras, det rättas inte.");
}
