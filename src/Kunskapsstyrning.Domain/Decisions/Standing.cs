namespace Kunskapsstyrning.Domain.Decisions;

/// <summary>How far a municipality's answer has come. The five exclude each other.</summary>
public enum Status
{
    /// <summary>Ej svarat. A state of its own, never a decline.</summary>
    NoResponse,
    /// <summary>På väg: a proposal, a tabling or a remittal, and no final decision.</summary>
    InPreparation,
    /// <summary>Antagit.</summary>
    Adopted,
    /// <summary>Antagit med förbehåll.</summary>
    AdoptedWithReservation,
    /// <summary>Avstår, or has left.</summary>
    Declined,
}

/// <summary>Which day of a decision decides whether it counts on a day.</summary>
public enum Basis
{
    /// <summary>What had arrived at SKR.</summary>
    Arrived,
    /// <summary>What had been decided in the municipality.</summary>
    Held,
}

/// <summary>A decision as it counts, with all its versions, so that any day and any moment can be asked for.</summary>
/// <param name="Id">The decision.</param>
/// <param name="Versions">As logged and as corrected, in any order.</param>
/// <param name="RetractedAs">The sequence number under which it was taken back; null while it counts.</param>
public sealed record CountedDecision(DecisionId Id, IReadOnlyList<CountedVersion> Versions, long? RetractedAs)
{
    /// <summary>What holds with what was registered through the sequence number; null when nothing did.</summary>
    public DecisionContent? AsRegistered(long through)
    {
        if (RetractedAs <= through) return null;
        return Versions.Where(v => v.Sequence <= through).MaxBy(v => v.Number)?.Content;
    }

    /// <summary>The sequence number under which it was first registered.</summary>
    public long Sequence => Versions.Min(v => v.Sequence);
}

/// <summary>One version of a decision and the sequence number it was recorded under.</summary>
public sealed record CountedVersion(int Number, DecisionContent Content, long Sequence);

/// <summary>Which day and which question a state is asked for.</summary>
/// <param name="Day">The day, inclusive.</param>
/// <param name="Basis">Whether arrival or meeting decides.</param>
/// <param name="RegisteredThrough">The last sequence number that counts, to produce an earlier report again; all when not given.</param>
public sealed record AsOf(DateOnly Day, Basis Basis = Basis.Arrived, long RegisteredThrough = long.MaxValue);

/// <summary>A municipality's status on a day, and what it rests on.</summary>
public sealed record Standing
{
    /// <summary>No answer at all.</summary>
    public static Standing None { get; } = new();

    /// <summary>The status.</summary>
    public Status Status { get; private init; }

    /// <summary>The decision the status rests on, for <see cref="Status.InPreparation"/> the latest proposal; null without answer.</summary>
    public DecisionId? RestsOn { get; private init; }

    /// <summary>What that decision says; null without answer.</summary>
    public DecisionContent? Content { get; private init; }

    /// <summary>A proposal that came after the standing final decision; shown beside it, changes nothing.</summary>
    public DecisionContent? Beside { get; private init; }

    /// <summary>The years it pays for, in order; more than one when it left and came back.</summary>
    public IReadOnlyList<Participation> Participations { get; private init; } = [];

    /// <summary>The first year it pays, counted from when it last joined; null when it takes no part.</summary>
    public int? FirstPayingYear => Participations is [.., var latest] ? latest.First : null;

    /// <summary>The last year it pays, inclusive; null when no end is known.</summary>
    public int? LastPayingYear => Participations is [.., var latest] ? latest.Last : null;

    /// <summary>True when it has adopted, with or without reservation.</summary>
    public bool HasAdopted => Status is Status.Adopted or Status.AdoptedWithReservation;

    /// <summary>True when it pays in the year: after its first paying year and before it left.</summary>
    public bool PaysIn(int year) => Participations.Any(p => p.Contains(year));

    /// <summary>Late: what it rests on arrived after the deadline, which is inclusive. Without final decision nothing is late, nor is leaving.</summary>
    public bool IsLate(DateOnly? deadline) => Content is { IsAnswer: true, Outcome: not Outcome.Leaves } && Content.ArrivedOn > deadline;

    /// <summary>The status of one municipality, from its decisions in whatever order.</summary>
    /// <param name="decisions">All its decisions in the recommendation.</param>
    /// <param name="asOf">The day and the question.</param>
    /// <param name="firstYear">The first year that can be paid for.</param>
    /// <param name="anew">The extensions that have asked everyone anew, in order; null where none has.</param>
    public static Standing Of(IEnumerable<CountedDecision> decisions, AsOf asOf, int firstYear, IReadOnlyList<AskedAnew>? anew = null)
    {
        var counted = decisions
            .Select(d => (d.Id, d.Sequence, Content: d.AsRegistered(asOf.RegisteredThrough)))
            .Where(d => d.Content is not null && d.Content.DayBy(asOf.Basis) <= asOf.Day)
            .Select(d => new Counted(d.Id, d.Sequence, d.Content!))
            .OrderBy(d => d.Content.DecidedOn ?? d.Content.ArrivedOn).ThenBy(d => d.Content.ArrivedOn).ThenBy(d => d.Sequence)
            .ToList();
        if (counted.Count == 0) return None;

        var answers = counted.FindAll(d => d.Content.IsAnswer);
        if (answers.Count == 0) return new Standing { Status = Status.InPreparation, RestsOn = counted[^1].Id, Content = counted[^1].Content };

        var stands = answers[^1];
        return new Standing
        {
            Status = StatusOf(stands.Content.Outcome),
            RestsOn = stands.Id,
            Content = stands.Content,
            Beside = counted.FindLast(d => !d.Content.IsAnswer && IsAfter(d.Content, stands.Content))?.Content,
            Participations = Participation.Of(answers.Select(a => a.Content), firstYear, anew ?? []),
        };
    }

    /// <summary>Whether a proposal came after the decision: by meeting day where it has one, else by arrival, so that what lay in the same envelope did not.</summary>
    private static bool IsAfter(DecisionContent proposal, DecisionContent decision) =>
        proposal.DecidedOn is { } day ? day > decision.DecidedOn : proposal.ArrivedOn > decision.ArrivedOn;

    private static Status StatusOf(Outcome outcome) => outcome switch
    {
        Outcome.Adopts => Status.Adopted,
        Outcome.AdoptsWithReservation => Status.AdoptedWithReservation,
        Outcome.Declines or Outcome.Leaves => Status.Declined,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "No status rests on it."),
    };

    private sealed record Counted(DecisionId Id, long Sequence, DecisionContent Content);
}

/// <summary>Years in a row that a municipality takes part and pays.</summary>
/// <param name="First">The first year, inclusive.</param>
/// <param name="Last">The last year, inclusive; null when no end is known.</param>
public sealed record Participation(int First, int? Last)
{
    /// <summary>True when it pays in the year.</summary>
    public bool Contains(int year) => First <= year && (Last is null || year <= Last);

    /// <summary>
    /// Participation from final answers in order. Adopting again goes on with the years already begun; declining ends it as if
    /// it never began, since only one who has adopted pays; leaving ends it with the year before the one stated, or else with
    /// the year of the decision. Where an extension has asked anew, what was answered before holds through the year before its
    /// first, and declining it takes none of those years back.
    /// </summary>
    /// <param name="answers">Final answers, oldest first.</param>
    /// <param name="firstYear">The first year that can be paid for.</param>
    /// <param name="anew">The extensions that have asked everyone anew, in order.</param>
    public static IReadOnlyList<Participation> Of(IEnumerable<DecisionContent> answers, int firstYear, IReadOnlyList<AskedAnew> anew)
    {
        var ended = new List<Participation>();
        int? open = null;
        DateOnly? latest = null;
        foreach (var answer in answers)
        {
            var day = answer.DecidedOn!.Value;
            latest = day;
            if (answer.Outcome is Outcome.Adopts or Outcome.AdoptsWithReservation)
            {
                var hasBegun = open <= day.Year;
                if (!hasBegun) open = answer.FirstPayingYear ?? open ?? Math.Max(ended is [.., { Last: { } before }] ? Math.Max(firstYear, before + 1) : firstYear, day.Year + 1);
                continue;
            }

            var last = answer.Outcome is Outcome.Leaves ? (answer.LeavesFrom ?? day.Year + 1) - 1 : anew.LastOrDefault(a => a.On <= day)?.FirstYear - 1;
            if (open <= last) ended.Add(new Participation(open.Value, last));
            open = null;
        }

        var end = anew.FirstOrDefault(a => a.On > latest)?.FirstYear - 1;
        return open is not { } from || from > end ? ended : [.. ended, new Participation(from, end)];
    }
}

/// <summary>An extension that asked everyone anew.</summary>
/// <param name="On">The day the board extended.</param>
/// <param name="FirstYear">The first year of the extension.</param>
public sealed record AskedAnew(DateOnly On, int FirstYear);
