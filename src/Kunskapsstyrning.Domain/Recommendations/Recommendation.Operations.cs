namespace Kunskapsstyrning.Domain.Recommendations;

/// <content>What is done to a recommendation that has been sent: it is extended, corrected, and one municipality gets longer to answer.</content>
public sealed partial class Recommendation
{
    /// <summary>Adds an extension, proposed or decided.</summary>
    public Result Extend(ExtensionId id, int lastYear, ExtensionState state, ExtensionMode mode, DateOnly? boardDecidedOn, string source)
    {
        if (lastYear <= PayingYears.Last) return RecommendationRefusals.ExtensionMustMoveTheLastYear;
        if (state is ExtensionState.Decided && boardDecidedOn is null) return RecommendationRefusals.DecidedExtensionNeedsItsDay;

        _extensions.Add(new Extension(id, Id, lastYear, state, mode, boardDecidedOn, source));
        Record(new RecommendationExtended(Id, lastYear, state));
        return Result.Done;
    }

    /// <summary>Puts right what was wrong from the start; the old text stays visible.</summary>
    public Result Correct(DateOnly on, string wrong, string right, string reason, string source)
    {
        if (string.IsNullOrWhiteSpace(reason)) return RecommendationRefusals.CorrectionNeedsReason;

        _corrections.Add(new RecommendationCorrection(Id, _corrections.Count + 1, on, wrong, right, reason, source));
        Record(new RecommendationCorrected(Id, reason, wrong, right));
        return Result.Done;
    }

    /// <summary>Gives one municipality a longer time to answer.</summary>
    public Result Allow(MunicipalityCode municipality, DateOnly through, string reason)
    {
        if (through <= ResponseDeadline) return RecommendationRefusals.DeadlineMustBeLater;
        if (string.IsNullOrWhiteSpace(reason)) return RecommendationRefusals.CorrectionNeedsReason;

        _deadlines.Add(new DeadlineExtension(Id, municipality, through, reason));
        Record(new DeadlineExtended(Id, municipality, through, reason));
        return Result.Done;
    }
}
