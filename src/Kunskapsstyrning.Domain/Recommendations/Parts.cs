using Kunskapsstyrning.Domain.Fees;

namespace Kunskapsstyrning.Domain.Recommendations;

/// <summary>Identifies a funding period.</summary>
public readonly record struct FundingPeriodId(Guid Value);

/// <summary>One of the board's points, an att-sats, quoted.</summary>
public sealed class BoardPoint
{
    private BoardPoint() { }

    internal BoardPoint(RecommendationId recommendation, int number, string text) => (RecommendationId, Number, Text) = (recommendation, number, text);

    /// <summary>The recommendation.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>Its place, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The text, quoted.</summary>
    public string Text { get; private set; } = "";

    internal void Become(string text) => Text = text;
}

/// <summary>A time to answer: number 1 is the deadline, later ones are windows for late joiners.</summary>
public sealed class Round
{
    private Round() { }

    internal Round(RecommendationId recommendation, int number, DateOnly deadline, string words, string source) =>
        (RecommendationId, Number, Deadline, Words, Source) = (recommendation, number, deadline, words, source);

    internal void Correct(DateOnly deadline) => Deadline = deadline;

    /// <summary>The recommendation.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>Its place, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The last day, inclusive.</summary>
    public DateOnly Deadline { get; private set; }

    /// <summary>What the round is, in Swedish.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Where it is said.</summary>
    public string Source { get; private set; } = "";

    internal void Become(DraftedRound round) => (Deadline, Words, Source) = (round.Deadline, round.Words, round.Source);
}

/// <summary>Years with one set of fee terms.</summary>
public sealed class FundingPeriod
{
    private FundingPeriod() { }

    internal FundingPeriod(FundingPeriodId id, RecommendationId recommendation, YearSpan years, FeeTerms terms) =>
        (Id, RecommendationId, Years, Terms) = (id, recommendation, years, terms);

    /// <summary>Identity.</summary>
    public FundingPeriodId Id { get; private set; }

    /// <summary>The recommendation.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>The years, both ends included.</summary>
    public YearSpan Years { get; private set; } = null!;

    /// <summary>The terms that give the fees.</summary>
    public FeeTerms Terms { get; private set; } = null!;

    internal void Become(YearSpan years) => Years = years;

    internal void Become(FeeTerms terms) => Terms = terms;
}

/// <summary>A day in the process.</summary>
public sealed class TimetableEntry
{
    private TimetableEntry() { }

    internal TimetableEntry(RecommendationId recommendation, int number, DateOnly day, string what, string source) =>
        (RecommendationId, Number, Day, What, Source) = (recommendation, number, day, what, source);

    internal void Correct(DateOnly day) => Day = day;

    /// <summary>The recommendation.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>Its place, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The day.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>What happens, in Swedish.</summary>
    public string What { get; private set; } = "";

    /// <summary>Where it is said.</summary>
    public string Source { get; private set; } = "";

    internal void Become(DraftedDay day) => (Day, What, Source) = (day.Day, day.What, day.Source);
}

/// <summary>SKR decided who may see a recommendation without signing in.</summary>
public sealed record PublicityChanged(RecommendationId RecommendationId, Publicity Was, Publicity Is) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => RecommendationId.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? Before => Was;

    /// <inheritdoc/>
    public object? After => Is;
}
