using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Messages;

/// <summary>What is registered now, for whoever has the reference of a receipt of it. Null when there is no such receipt. Which one comes from the actor.</summary>
[Requires(Permission.AnswerReceipt)]
public sealed record Receipt : IQuery<ReceiptView?>
{
    /// <inheritdoc/>
    public async Task<ReceiptView?> Answer(Session session, CancellationToken cancellation)
    {
        var reference = session.Actor.Receipt;
        if (await session.Db.OutgoingMessages.Include(m => m.Answers.OrderBy(a => a.Number)).SingleOrDefaultAsync(m => m.Reference == reference, cancellation) is not { } receipt) return null;

        var decision = await session.Db.Decisions.AsSingleQuery()
            .Include(d => d.Versions).ThenInclude(v => v.Walled).Include(d => d.Retraction).SingleAsync(d => d.Id == receipt.DecisionId, cancellation);
        return new ReceiptView(
            reference!, session.Facts.Municipality(receipt.MunicipalityCode!.Value)!, session.Facts.Recommendation(receipt.RecommendationId)!,
            decision.Current.Content, decision.Current.Details, receipt.QueuedAt,
            decision.Current.RecordedAt > receipt.QueuedAt ? decision.Current.RecordedAt : null, decision.Retraction?.RecordedAt, receipt.Answers, session.Today, session.Facts.ExampleNotice(receipt.RecommendationId));
    }
}

/// <summary>A receipt as it is shown to the one who has it.</summary>
/// <param name="Reference">Its reference.</param>
/// <param name="Municipality">Whose decision.</param>
/// <param name="Recommendation">What it answers.</param>
/// <param name="Content">What counts, as it holds now.</param>
/// <param name="Details">What the document says besides.</param>
/// <param name="WrittenAt">When the receipt was written.</param>
/// <param name="CorrectedAt">When it was corrected after that; null when it was not.</param>
/// <param name="RetractedAt">When it was taken back; null while it counts.</param>
/// <param name="Answers">What has been answered.</param>
/// <param name="Today">Today in Sweden.</param>
/// <param name="ExampleNotice">What is invented; null when nothing is.</param>
public sealed record ReceiptView(
    ReceiptReference Reference, Municipality Municipality, Recommendation Recommendation, DecisionContent Content, DecisionDetails Details,
    DateTimeOffset WrittenAt, DateTimeOffset? CorrectedAt, DateTimeOffset? RetractedAt, IReadOnlyList<ReceiptAnswer> Answers, DateOnly Today, string? ExampleNotice)
{
    /// <summary>What was answered last; null before.</summary>
    public ReceiptAnswer? Last => Answers.Count == 0 ? null : Answers[^1];

    /// <summary>True while an answer is taken.</summary>
    public bool TakesAnswers => RetractedAt is null && Answers.Count < ReceiptAnswer.Most;
}

/// <summary>Confirms a receipt, or objects to it. Which one comes from the actor.</summary>
/// <param name="Objection">What is wrong; null when nothing is.</param>
[Requires(Permission.AnswerReceipt)]
public sealed record AnswerReceipt(string? Objection) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        var reference = session.Actor.Receipt;
        return await session.Db.OutgoingMessages.Include(m => m.Answers.OrderBy(a => a.Number)).SingleOrDefaultAsync(m => m.Reference == reference, cancellation) is { } receipt
            ? receipt.Answer(Objection, session.Now)
            : MessageRefusals.NotThere;
    }
}
