using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Operations;

/// <summary>Extends a recommendation: the same terms and adopters, a later last year.</summary>
/// <param name="Slug">The recommendation.</param>
/// <param name="Extension">What is proposed or decided.</param>
[Requires(Permission.ManageRecommendations), Alone("What it is tried against may not change before it is saved.")]
public sealed record ExtendRecommendation(string Slug, NewExtension Extension) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation) =>
        await session.ToOperateOn(Slug, cancellation) is { } recommendation ? Extension.Extend(recommendation, session.Today) : OperationRefusals.NotThere;
}

/// <summary>What an extension would mean, and for whom; or why it is refused. A proposal is tried as if it were decided today.</summary>
/// <param name="Slug">The recommendation.</param>
/// <param name="Extension">What is proposed or decided.</param>
[Requires(Permission.ManageRecommendations)]
public sealed record TryExtension(string Slug, NewExtension Extension) : IQuery<ExtensionTrial>
{
    /// <inheritdoc/>
    public async Task<ExtensionTrial> Answer(Session session, CancellationToken cancellation)
    {
        if (await session.ToOperateOn(Slug, cancellation) is not { } recommendation) return new ExtensionTrial(OperationRefusals.NotThere, null);
        if (Extension.Extend(recommendation, session.Today).Refusal is { } refusal) return new ExtensionTrial(refusal, null);
        if (Extension.BoardDecidedOn is null && (Extension with { Id = new ExtensionId(Guid.CreateVersion7()), BoardDecidedOn = session.Today }).Extend(recommendation, session.Today).Refusal is { } no) return new ExtensionTrial(no, null);

        return new ExtensionTrial(null, new ExtensionEffect(await OperationEffect.Of(session, recommendation, cancellation), session.Facts.FeesIn(recommendation, Extension.LastYear)?.List.Terms.Cap));
    }
}

/// <summary>Recalls a proposed extension; the proposal stays to be seen.</summary>
/// <param name="Slug">The recommendation.</param>
/// <param name="Extension">The proposal.</param>
/// <param name="Reason">Why.</param>
[Requires(Permission.ManageRecommendations), Alone("What it is tried against may not change before it is saved.")]
public sealed record RecallExtension(string Slug, ExtensionId Extension, string Reason) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation) =>
        await session.ToOperateOn(Slug, cancellation) is { } recommendation ? recommendation.RecallExtension(Extension, Reason, session.Today) : OperationRefusals.NotThere;
}

/// <summary>An extension as it is proposed or decided.</summary>
/// <param name="Id">Its id.</param>
/// <param name="LastYear">The new last year.</param>
/// <param name="Mode">What it asks of those who adopted.</param>
/// <param name="BoardDecidedOn">The day the board decided; null while it is only proposed.</param>
/// <param name="Source">Where it is said.</param>
public sealed record NewExtension(ExtensionId Id, int LastYear, ExtensionMode Mode, DateOnly? BoardDecidedOn, string Source)
{
    internal Result Extend(Recommendation recommendation, DateOnly today) => BoardDecidedOn is { } on
        ? recommendation.DecideExtension(Id, LastYear, Mode, on, Source, today)
        : recommendation.ProposeExtension(Id, LastYear, Mode, Source, today);
}

/// <summary>What came of trying an extension.</summary>
/// <param name="Refusal">Why it cannot be done; null when it can.</param>
/// <param name="Effect">What it would mean; null when it cannot be done.</param>
public sealed record ExtensionTrial(Refusal? Refusal, ExtensionEffect? Effect);

/// <summary>What an extension means for whom.</summary>
/// <param name="Whole">What changes.</param>
/// <param name="Cap">The highest cost of a year; null where there is none.</param>
public sealed record ExtensionEffect(OperationEffect Whole, Kronor? Cap)
{
    /// <summary>The new years.</summary>
    public IReadOnlyList<int> Years { get; } = [.. Of(Whole.After).Except(Of(Whole.Before))];

    /// <summary>Those who are part of it without a new decision.</summary>
    public IReadOnlyList<Municipality> Continue => Where(row => PaysThen(row));

    /// <summary>Those who have adopted and must answer again to be part of it.</summary>
    public IReadOnlyList<Municipality> AnswerAgain => Where(row => !PaysThen(row) && row.Standing.HasAdopted);

    /// <summary>Those who have left and are not carried on.</summary>
    public IReadOnlyList<Municipality> HaveLeft => Where(row => !PaysThen(row) && row.Standing.Content?.Outcome is Outcome.Leaves);

    /// <summary>Those who have declined; they stay outside.</summary>
    public IReadOnlyList<Municipality> HaveDeclined => Where(row => !PaysThen(row) && row.Standing.Content?.Outcome is Outcome.Declines);

    /// <summary>Those who have not given a final answer; they stay as they are.</summary>
    public IReadOnlyList<Municipality> HaveNotAnswered => Where(row => row.Standing.Status is Status.NoResponse or Status.InPreparation);

    private bool PaysThen(MunicipalityRow row) => Years.Any(row.Standing.PaysIn);

    private List<Municipality> Where(Func<MunicipalityRow, bool> fits) => [.. Whole.After.Rows.Where(fits).Select(r => r.Municipality)];

    private static IEnumerable<int> Of(RecommendationState state) => state.Recommendation.PayingYearsOn(state.AsOf.Day).Years;
}
