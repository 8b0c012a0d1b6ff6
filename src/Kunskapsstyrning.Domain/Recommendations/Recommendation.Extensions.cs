namespace Kunskapsstyrning.Domain.Recommendations;

/// <content>The same terms and adopters for longer, and longer to answer for one municipality.</content>
public sealed partial class Recommendation
{
    private const int LongestReason = 1_000;

    /// <summary>More years at once are a slip of the keys: none has been given more than four.</summary>
    private const int MostYearsMore = 10;

    /// <summary>The extensions as they stood on a day: decided by then, or proposed and neither decided nor recalled.</summary>
    public IEnumerable<Extension> ExtensionsOn(DateOnly day)
    {
        var (decided, last) = (DecidedBy(day).ToList(), PayingYearsOn(day).Last);
        return _extensions.Where(e => decided.Contains(e)
            || (e.State is ExtensionState.Proposed && e.LastYear > last && !(e.Recall?.On <= day) && !decided.Exists(d => d.Decides == e.Id))).OrderBy(e => e.LastYear);
    }

    /// <summary>Adds an extension as the sources tell of it, proposed or decided.</summary>
    public Result Extend(ExtensionId id, int lastYear, ExtensionState state, ExtensionMode mode, DateOnly? boardDecidedOn, string source)
    {
        if (IsDraft) return RecommendationRefusals.NotSentYet;
        if (lastYear <= PayingYears.Last) return ExtensionRefusals.MustMoveTheLastYear;
        if (lastYear > PayingYears.Last + MostYearsMore) return ExtensionRefusals.TooManyYears;
        if (state is ExtensionState.Decided && boardDecidedOn is null) return ExtensionRefusals.NeedsItsDay;

        var decides = state is ExtensionState.Decided ? _extensions.Find(e => e.IsProposed && e.LastYear == lastYear)?.Id : null;
        var extension = new Extension(id, Id, lastYear, state, mode, boardDecidedOn, source, decides);
        Record(new RecommendationExtended(Id, PayingYears.Last, extension));
        _extensions.Add(extension);
        return Result.Done;
    }

    /// <summary>An extension is proposed to the board. It gives no years until it is decided. The same once more gives no other.</summary>
    public Result ProposeExtension(ExtensionId id, int lastYear, ExtensionMode mode, string source, DateOnly today)
    {
        if (_extensions.Find(e => e.Id == id) is { } made) return made.Says(lastYear, ExtensionState.Proposed, mode, null, source) ? Result.Done : ExtensionRefusals.FormIsUsed;
        if (today.Year > PayingYears.Last) return ExtensionRefusals.HasEnded;
        if (_extensions.Exists(e => e.IsProposed && e.LastYear == lastYear && e.Mode == mode)) return ExtensionRefusals.IsProposedAlready;
        if (string.IsNullOrWhiteSpace(source)) return ExtensionRefusals.NeedsSource;
        return Extend(id, lastYear, ExtensionState.Proposed, mode, null, source);
    }

    /// <summary>The board decided an extension, proposed before or not. The same once more gives no other.</summary>
    public Result DecideExtension(ExtensionId id, int lastYear, ExtensionMode mode, DateOnly on, string source, DateOnly today)
    {
        if (_extensions.Find(e => e.Id == id) is { } made) return made.Says(lastYear, ExtensionState.Decided, mode, on, source) ? Result.Done : ExtensionRefusals.FormIsUsed;
        if (on > today) return ExtensionRefusals.InTheFuture;
        if (on < BoardDecision.On || _extensions.Exists(e => e.BoardDecidedOn > on)) return ExtensionRefusals.BeforeTheRecommendation;
        if (on.Year > PayingYearsOn(on).Last) return ExtensionRefusals.HasEnded;
        if (string.IsNullOrWhiteSpace(source)) return ExtensionRefusals.NeedsSource;
        return Extend(id, lastYear, ExtensionState.Decided, mode, on, source);
    }

    /// <summary>A proposed extension is recalled; the proposal stays to be seen.</summary>
    public Result RecallExtension(ExtensionId id, string reason, DateOnly today)
    {
        if (_extensions.Find(e => e.Id == id) is not { IsProposed: true } proposal || _extensions.Exists(e => e.Decides == id)) return ExtensionRefusals.NothingToRecall;
        if (string.IsNullOrWhiteSpace(reason)) return ExtensionRefusals.RecallNeedsReason;
        if (reason.Length > LongestReason) return ExtensionRefusals.RecallReasonTooLong;

        proposal.Withdraw(today, reason);
        Record(new ExtensionRecalled(Id, proposal.LastYear, reason));
        return Result.Done;
    }

    /// <summary>Gives one municipality a longer time to answer.</summary>
    public Result Allow(MunicipalityCode municipality, DateOnly through, string reason)
    {
        if (IsDraft) return RecommendationRefusals.NotSentYet;
        if (through < AskedOn || through <= DeadlineFor(municipality)) return DeadlineRefusals.MustBeLater;
        if (through.Year > PayingYears.Last) return DeadlineRefusals.AfterTheLastYear;
        if (string.IsNullOrWhiteSpace(reason)) return DeadlineRefusals.NeedsReason;

        Record(new DeadlineExtended(Id, municipality, DeadlineFor(municipality), through, reason));
        _deadlines.Add(new DeadlineExtension(Id, municipality, through, reason));
        return Result.Done;
    }
}
