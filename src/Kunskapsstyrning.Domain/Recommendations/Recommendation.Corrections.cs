namespace Kunskapsstyrning.Domain.Recommendations;

/// <content>What was printed wrong is put right, from the start.</content>
public sealed partial class Recommendation
{
    /// <summary>Tells of a correction that was made before the recommendation was put in here: what holds stands in it from the beginning.</summary>
    public Result TellOfCorrection(DateOnly on, string wrong, string right, string reason, string source)
    {
        if (string.IsNullOrWhiteSpace(reason)) return CorrectionRefusals.NeedsReason;

        _corrections.Add(new RecommendationCorrection(Id, _corrections.Count + 1, on, wrong, right, reason, source));
        Record(new RecommendationCorrected(Id, CorrectedPart.Words, reason, wrong, right));
        return Result.Done;
    }

    /// <summary>Puts right what was printed wrong; the old text stays in the correction, and a fact that the program uses changes with it.</summary>
    /// <param name="correction">What was printed, what holds and why.</param>
    /// <param name="frozen">The periods whose fees are frozen.</param>
    /// <param name="today">Today.</param>
    public Result Correct(Correction correction, IReadOnlySet<FundingPeriodId> frozen, DateOnly today)
    {
        if (RefusalOf(correction, today) is { } unclear) return unclear;
        if (RefusalOf(correction.Fact, frozen) is { } refusal) return refusal;

        var stood = Value(correction.Fact) ?? correction.Wrong;
        PutRight(correction.Fact);
        _corrections.Add(new RecommendationCorrection(Id, _corrections.Count + 1, correction));
        Record(new RecommendationCorrected(Id, correction.Fact.Part, correction.Reason, stood, Value(correction.Fact) ?? correction.Right));
        return Result.Done;
    }

    private Refusal? RefusalOf(Correction correction, DateOnly today)
    {
        if (IsDraft) return RecommendationRefusals.NotSentYet;
        if (string.IsNullOrWhiteSpace(correction.Right)) return CorrectionRefusals.WhatHoldsIsMissing;
        if (!HasStood(correction)) return CorrectionRefusals.NeverPrinted;
        if (correction.Wrong == correction.Right || AreSame(Value(correction.Fact), correction.Fact.Holding)) return CorrectionRefusals.NothingChanged;
        if (_corrections.Exists(c => (c.Part, c.Wrong, c.Right, c.Reason) == (correction.Fact.Part, correction.Wrong, correction.Right, correction.Reason))) return CorrectionRefusals.NothingChanged;
        if (correction.MadeKnownOn > today) return CorrectionRefusals.InTheFuture;
        if (correction.MadeKnownOn < BoardDecision.On) return CorrectionRefusals.BeforeTheDecision;
        if (string.IsNullOrWhiteSpace(correction.Reason)) return CorrectionRefusals.NeedsReason;
        if (string.IsNullOrWhiteSpace(correction.Source)) return CorrectionRefusals.NeedsSource;
        if (correction.Reached is WrongTextReached.NotKnown || (correction.Reached is WrongTextReached.Some && correction.Municipalities.Count == 0)) return CorrectionRefusals.NeedsRecipients;
        return null;
    }

    private Refusal? RefusalOf(CorrectedFact fact, IReadOnlySet<FundingPeriodId> frozen) => fact switch
    {
        CorrectedYears years when frozen.Contains(years.Period) => CorrectionRefusals.YearsAreFrozen,
        CorrectedYears years when Taken(years.Period).Any(years.Right.Contains) => CorrectionRefusals.YearsOverlap,
        CorrectedDeadline deadline when deadline.Right < AskedOn => CorrectionRefusals.DeadlineBeforeTheQuestion,
        CorrectedDeadline deadline when _rounds.Exists(r => r.Number < deadline.Round ? r.Deadline >= deadline.Right : r.Number > deadline.Round && r.Deadline <= deadline.Right) =>
            CorrectionRefusals.RoundsOutOfOrder,
        CorrectedCost { Right.Amount: <= 0 } => CorrectionRefusals.CostTooLow,
        CorrectedText { Part: CorrectedPart.Title, Right.Length: > NewDraft.LongestTitle } => RecommendationRefusals.NoTitle with { Field = "galler" },
        _ => null,
    };

    /// <summary>The years of the other periods and of decided extensions.</summary>
    private IEnumerable<int> Taken(FundingPeriodId period) =>
        _periods.Where(p => p.Id != period).SelectMany(p => p.Years.Years).Concat(Enumerable.Range(FundingYears.Last + 1, PayingYears.Last - FundingYears.Last));

    /// <summary>True when what is said to have been printed stands in the recommendation, or did before an earlier correction.</summary>
    private bool HasStood(Correction correction)
    {
        var (part, wrong) = (correction.Fact.Part, Tidy(correction.Wrong));
        if (wrong.Length == 0) return false;
        if (part is CorrectedPart.Words) return Texts.Any(text => Tidy(text).Contains(wrong, StringComparison.OrdinalIgnoreCase));
        return AreSame(Value(correction.Fact), correction.Fact.Printed) || _corrections.Exists(c => c.Part == part && Tidy(c.Wrong) == wrong);
    }

    private IEnumerable<string> Texts => new[] { Title, ShortTitle, BoardDecision.Notice, Letter?.Addressees, Letter?.AnswerTo, CaseNumber, Contact, Threshold?.Words }
        .Concat(_points.Select(p => p.Text)).Concat(_rounds.Select(r => r.Words)).Concat(_timetable.Select(t => t.What)).Concat(_corrections.Select(c => c.Wrong)).OfType<string>();

    /// <summary>What stands now in the part that a fact is about; null for mere words, and where nothing stands.</summary>
    private object? Value(CorrectedFact fact) => fact switch
    {
        CorrectedYears years => _periods.Find(p => p.Id == years.Period)?.Years,
        CorrectedDeadline deadline => _rounds.Find(r => r.Number == deadline.Round)?.Deadline,
        CorrectedCost => StatedCost?.Yearly,
        CorrectedText { Part: CorrectedPart.AnswerAddress } => Letter?.AnswerTo,
        CorrectedText { Part: CorrectedPart.Point } point => _points.Find(p => p.Number == point.Number)?.Text,
        CorrectedText { Part: CorrectedPart.CaseNumber } => CaseNumber,
        CorrectedText { Part: CorrectedPart.Title } => Title,
        _ => null,
    };

    private void PutRight(CorrectedFact fact)
    {
        switch (fact)
        {
            case CorrectedYears years: _periods.Find(p => p.Id == years.Period)!.Become(years.Right); break;
            case CorrectedDeadline deadline: PutRight(_rounds.Find(r => r.Number == deadline.Round)!, deadline.Right); break;
            case CorrectedCost cost: StatedCost = StatedCost! with { Yearly = cost.Right }; break;
            case CorrectedText { Part: CorrectedPart.AnswerAddress } text: Letter = Letter! with { AnswerTo = text.Right }; break;
            case CorrectedText { Part: CorrectedPart.Point } text: _points.Find(p => p.Number == text.Number)!.Become(text.Right); break;
            case CorrectedText { Part: CorrectedPart.CaseNumber } text: CaseNumber = text.Right; break;
            case CorrectedText { Part: CorrectedPart.Title } text: Title = text.Right; break;
        }
    }

    /// <summary>The day stands in the timetable too.</summary>
    private void PutRight(Round round, DateOnly deadline)
    {
        foreach (var entry in _timetable.Where(t => t.Day == round.Deadline && t.What == round.Words)) entry.Correct(deadline);
        round.Correct(deadline);
    }

    private static bool AreSame(object? left, object? right) => left is string one && right is string other ? Tidy(one) == Tidy(other) : Equals(left, right);

    /// <summary>Single spaces, as a printed text is read.</summary>
    private static string Tidy(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
