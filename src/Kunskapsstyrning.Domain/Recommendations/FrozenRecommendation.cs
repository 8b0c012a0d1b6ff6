using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Fees;

namespace Kunskapsstyrning.Domain.Recommendations;

/// <summary>What of a recommendation its state and its sentences rest on, to be kept as it was.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Title">The title in full.</param>
/// <param name="ShortTitle">The title for headings.</param>
/// <param name="BoardDecision">The board's decision.</param>
/// <param name="Letter">The letter; null when none is known.</param>
/// <param name="StatedCost">Kronor a year; null when not known.</param>
/// <param name="IsAtMost">True when they are a highest amount.</param>
/// <param name="Threshold">When enough have joined; null when nothing is said.</param>
/// <param name="Years">The years of each funding period.</param>
/// <param name="Deadlines">The last day of each round, in order.</param>
/// <param name="Extensions">The extensions that are decided.</param>
/// <param name="Longer">Longer times to answer.</param>
/// <param name="GoAheads">Whether it goes ahead, in order.</param>
public sealed record FrozenRecommendation(
    Guid Id, string Slug, string Title, string ShortTitle, BoardDecision BoardDecision, CoverLetter? Letter, decimal? StatedCost, bool IsAtMost, FrozenThreshold? Threshold,
    IReadOnlyList<FrozenYears> Years, IReadOnlyList<DateOnly> Deadlines, IReadOnlyList<FrozenExtension> Extensions, IReadOnlyList<FrozenDeadline> Longer, IReadOnlyList<FrozenGoAhead> GoAheads)
{
    /// <summary>The board's points, in order; null in what was kept before they were.</summary>
    public IReadOnlyList<string>? Points { get; init; }

    /// <summary>What each round is called, in order; null in what was kept before they were.</summary>
    public IReadOnlyList<string>? RoundWords { get; init; }

    /// <summary>SKR's case number; null when not known.</summary>
    public string? CaseNumber { get; init; }
}

/// <summary>When enough have joined, as it was.</summary>
public sealed record FrozenThreshold(int? Municipalities, string Words, string Source, decimal? ShareOfMunicipalities, decimal? ShareOfInhabitants, decimal? Secured);

/// <summary>Years in a row, as they were.</summary>
public sealed record FrozenYears(int First, int Last);

/// <summary>A decided extension, as it was.</summary>
public sealed record FrozenExtension(int LastYear, bool AsksAnew, DateOnly BoardDecidedOn);

/// <summary>A longer time to answer, as it was.</summary>
public sealed record FrozenDeadline(string Municipality, DateOnly Through);

/// <summary>A decision whether it goes ahead, as it was.</summary>
public sealed record FrozenGoAhead(DateOnly On, bool GoesAhead, string Reason);

public sealed partial class Recommendation
{
    /// <summary>What its state rests on, to be kept: with the threshold as it was known, or as it held, on the day.</summary>
    public FrozenRecommendation Frozen(AsOf asOf) => new(
        Id.Value, Slug, Title, ShortTitle, BoardDecision, Letter, StatedCost?.Yearly.Amount, StatedCost?.AtMost ?? false,
        ThresholdOn(asOf) is { } t ? new FrozenThreshold(t.Municipalities, t.Words, t.Source, t.ShareOfMunicipalities, t.ShareOfInhabitants, t.Secured?.Amount) : null,
        [.. _periods.OrderBy(p => p.Years.First).Select(p => new FrozenYears(p.Years.First, p.Years.Last))],
        [.. _rounds.OrderBy(r => r.Number).Select(r => r.Deadline)],
        [.. _extensions.Where(e => e.State is ExtensionState.Decided).OrderBy(e => e.LastYear).Select(e => new FrozenExtension(e.LastYear, e.Mode is ExtensionMode.AsksAnew, e.BoardDecidedOn!.Value))],
        [.. _deadlines.OrderBy(d => d.MunicipalityCode).ThenBy(d => d.Through).Select(d => new FrozenDeadline(d.MunicipalityCode.Digits, d.Through))],
        [.. _goAheadDecisions.OrderBy(d => d.Number).Select(d => new FrozenGoAhead(d.On, d.GoesAhead, d.Reason))])
    {
        Points = [.. _points.OrderBy(p => p.Number).Select(p => p.Text)],
        RoundWords = [.. _rounds.OrderBy(r => r.Number).Select(r => r.Words)],
        CaseNumber = CaseNumber,
    };

    /// <summary>A recommendation as it was kept: to count and to speak of, never to be saved.</summary>
    public static Recommendation As(FrozenRecommendation frozen)
    {
        var kept = new Recommendation(new RecommendationId(frozen.Id), frozen.Slug, frozen.Title, frozen.ShortTitle, frozen.BoardDecision)
        {
            Letter = frozen.Letter,
            CaseNumber = frozen.CaseNumber,
            StatedCost = frozen.StatedCost is { } cost ? new StatedCost(new Kronor(cost), frozen.IsAtMost, "") : null,
            Threshold = frozen.Threshold is { } t
                ? new Threshold(t.Municipalities, t.Words, t.Source) { ShareOfMunicipalities = t.ShareOfMunicipalities, ShareOfInhabitants = t.ShareOfInhabitants, Secured = t.Secured is { } kronor ? new Kronor(kronor) : null }
                : null,
        };
        var terms = new FeeTerms { Kind = FeeKind.NotSet, Source = "" };
        kept._points.AddRange((frozen.Points ?? []).Select((text, at) => new BoardPoint(kept.Id, at + 1, text)));
        kept._periods.AddRange(frozen.Years.Select(y => new FundingPeriod(default, kept.Id, new YearSpan(y.First, y.Last), terms)));
        kept._rounds.AddRange(frozen.Deadlines.Select((day, at) => new Round(kept.Id, at + 1, day, frozen.RoundWords?.ElementAtOrDefault(at) ?? "", "")));
        kept._extensions.AddRange(frozen.Extensions.Select(e => new Extension(default, kept.Id, e.LastYear, ExtensionState.Decided, e.AsksAnew ? ExtensionMode.AsksAnew : ExtensionMode.RollsForward, e.BoardDecidedOn, "")));
        kept._deadlines.AddRange(frozen.Longer.Select(d => new DeadlineExtension(kept.Id, new MunicipalityCode(d.Municipality), d.Through, "")));
        kept._goAheadDecisions.AddRange(frozen.GoAheads.Select((d, at) => new GoAheadDecision(kept.Id, at + 1, d.On, d.GoesAhead, d.Reason, default)));
        return kept;
    }
}
