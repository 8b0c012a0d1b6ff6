using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Fees;

namespace Kunskapsstyrning.Domain.Recommendations;

/// <summary>Who may see a recommendation without signing in. SKR's own setting.</summary>
public enum Publicity
{
    /// <summary>Nobody outside SKR.</summary>
    Internal,
    /// <summary>Terms and fees are public, answers are not.</summary>
    FeesPublic,
    /// <summary>Terms, fees and each municipality's status are public. Documents never are.</summary>
    StatusPublic,
}

/// <summary>Where in its life a recommendation is. The order is the one in which a municipality cares.</summary>
public enum Phase
{
    /// <summary>Nothing is decided on whether it goes ahead, and the deadline has not passed; where there is none, the last year has not.</summary>
    OpenForAnswers,
    /// <summary>The deadline has passed, the years have not.</summary>
    InForce,
    /// <summary>Its last year has passed.</summary>
    Ended,
    /// <summary>The board has not decided it yet.</summary>
    NotYetDecided,
    /// <summary>SKR has decided that it does not go ahead.</summary>
    CalledOff,
    /// <summary>It is being drawn up at SKR, and nobody has been asked.</summary>
    Draft,
}

/// <summary>The board's decision to recommend.</summary>
/// <param name="On">The day of the meeting.</param>
/// <param name="Notice">The numbered notice, "meddelande från styrelsen 10/2016"; null when not known.</param>
/// <param name="Source">Where it is said.</param>
public sealed record BoardDecision(DateOnly On, string? Notice, string Source);

/// <summary>The letter that put the question to the municipalities.</summary>
/// <param name="SentOn">The day on the letter.</param>
/// <param name="Addressees">To whom, "kommunstyrelserna, för kännedom till socialcheferna".</param>
/// <param name="AnswerTo">Where answers go, in words or as an address of a function.</param>
/// <param name="Source">Where it is said.</param>
public sealed record CoverLetter(DateOnly SentOn, string Addressees, string AnswerTo, string Source);

/// <summary>What the recommendation says that it costs a year. A fact of its own beside the fee terms.</summary>
/// <param name="Yearly">Kronor a year.</param>
/// <param name="AtMost">True when it is said as a highest amount.</param>
/// <param name="Source">Where it is said.</param>
public sealed record StatedCost(Kronor Yearly, bool AtMost, string Source);

/// <summary>A proposal by SKR's board to its 290 members. It binds nobody.</summary>
public sealed partial class Recommendation : Aggregate
{
    private readonly List<BoardPoint> _points = [];
    private readonly List<Round> _rounds = [];
    private readonly List<FundingPeriod> _periods = [];
    private readonly List<Extension> _extensions = [];
    private readonly List<RecommendationCorrection> _corrections = [];
    private readonly List<TimetableEntry> _timetable = [];
    private readonly List<DeadlineExtension> _deadlines = [];

    private Recommendation() { }

    /// <summary>A recommendation as the board decided it, and as it was sent.</summary>
    public Recommendation(RecommendationId id, string slug, string title, string shortTitle, BoardDecision boardDecision) =>
        (Id, Slug, Title, ShortTitle, BoardDecision, SentAt) = (id, slug, title, shortTitle, boardDecision, new DateTimeOffset(boardDecision.On, TimeOnly.MinValue, TimeSpan.Zero));

    /// <summary>Identity.</summary>
    public RecommendationId Id { get; private set; }

    /// <summary>Its name in addresses, "2016-nationell-stodfunktion".</summary>
    public string Slug { get; private set; } = "";

    /// <summary>The title in full.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The title for headings, without years.</summary>
    public string ShortTitle { get; private set; } = "";

    /// <summary>The board's decision.</summary>
    public BoardDecision BoardDecision { get; private set; } = null!;

    /// <summary>The letter; null when none is known.</summary>
    public CoverLetter? Letter { get; private set; }

    /// <summary>SKR's own case number; null when not known.</summary>
    public string? CaseNumber { get; private set; }

    /// <summary>Whom to ask at SKR: a function, never a person; null when not known.</summary>
    public string? Contact { get; private set; }

    /// <summary>The stated yearly cost; null when not known.</summary>
    public StatedCost? StatedCost { get; private set; }

    /// <summary>When enough have joined, as it is stated now; null when nothing is said.</summary>
    public Threshold? Threshold { get; private set; }

    /// <summary>The recommendation it renews; null when it is the first of its kind.</summary>
    public RecommendationId? PredecessorId { get; private set; }

    /// <summary>Who may see it without signing in.</summary>
    public Publicity Publicity { get; private set; }

    /// <summary>True when reasons are wished for from those who decline.</summary>
    public bool AsksForReasons { get; private set; }

    /// <summary>The points (att-satser), in order.</summary>
    public IReadOnlyList<BoardPoint> Points => _points;

    /// <summary>The rounds: the deadline first, later windows after it.</summary>
    public IReadOnlyList<Round> Rounds => _rounds;

    /// <summary>The funding periods, in order.</summary>
    public IReadOnlyList<FundingPeriod> Periods => _periods;

    /// <summary>Extensions, proposed and decided, in order.</summary>
    public IReadOnlyList<Extension> Extensions => _extensions;

    /// <summary>Corrections of the recommendation's own text.</summary>
    public IReadOnlyList<RecommendationCorrection> Corrections => _corrections;

    /// <summary>What happens when.</summary>
    public IReadOnlyList<TimetableEntry> Timetable => _timetable;

    /// <summary>Longer deadlines for single municipalities.</summary>
    public IReadOnlyList<DeadlineExtension> Deadlines => _deadlines;

    /// <summary>The day the municipalities were asked: that of the letter, or else of the board's decision.</summary>
    public DateOnly AskedOn => Letter?.SentOn ?? BoardDecision.On;

    /// <summary>The years that its periods cover, without extensions.</summary>
    public YearSpan FundingYears => new(_periods.Min(p => p.Years.First), _periods.Max(p => p.Years.Last));

    /// <summary>The years that are paid for: the periods and decided extensions.</summary>
    public YearSpan PayingYears => Through(_extensions.Where(e => e.State is ExtensionState.Decided));

    /// <summary>The years that were paid for as far as the board had decided on a day.</summary>
    public YearSpan PayingYearsOn(DateOnly day) => Through(DecidedBy(day));

    /// <summary>True on a day when the last year that is paid for has passed, and any that a proposed extension would add.</summary>
    public bool HasEndedOn(DateOnly day) => !IsDraft && day.Year > Asked.PayingYears.Last;

    /// <summary>The day whose municipalities are those of the recommendation, seen from a day: not before the board asked, and not after the last year that is paid for.</summary>
    public DateOnly BordersOn(DateOnly day)
    {
        if (day < BoardDecision.On) return BoardDecision.On;
        var last = new DateOnly(PayingYearsOn(day).Last, 12, 31);
        return day < last ? day : last;
    }

    /// <summary>True for a municipality that was there at some time from the question and through the last year that is or may be paid for.</summary>
    public bool Asks(Municipality municipality) => municipality.ValidFrom.Year <= Asked.PayingYears.Last && !(municipality.ValidThrough < BoardDecision.On);

    /// <summary>A municipality's standing from its decisions: nobody has answered before the board decided, and an extension may have asked anew.</summary>
    public Standing StandingOf(IEnumerable<CountedDecision> decisions, AsOf asOf)
    {
        if (asOf.Day < BoardDecision.On) return Standing.None;

        var (last, anew) = (FundingYears.Last, new List<AskedAnew>());
        foreach (var extension in DecidedBy(asOf.Day).OrderBy(e => e.LastYear))
        {
            if (extension.Mode is ExtensionMode.AsksAnew) anew.Add(new AskedAnew(extension.BoardDecidedOn!.Value, last + 1));
            last = extension.LastYear;
        }

        return Standing.Of(decisions, asOf, FundingYears.First, anew);
    }

    /// <summary>The extension that is proposed and would give more years than those decided; null when there is none.</summary>
    public Extension? ProposedExtension => _extensions.Where(e => e.IsProposed && e.LastYear > PayingYears.Last).MaxBy(e => e.LastYear);

    /// <summary>True from the board's decision, since a municipality may answer ahead of the letter, and through the last year that is paid for: late answers are answers.</summary>
    public bool CanBeAnsweredOn(DateOnly day) => BoardDecision.On <= day && day.Year <= Asked.PayingYears.Last;

    /// <summary>What a decision is tried against. A proposed extension counts, since a municipality may answer ahead.</summary>
    public Asked Asked => new(BoardDecision.On, Through(_extensions.Where(e => e.Recall is null)));

    /// <summary>The last day to answer, inclusive, for one municipality; null when none is known.</summary>
    public DateOnly? DeadlineFor(MunicipalityCode municipality) =>
        _deadlines.Where(d => d.MunicipalityCode == municipality).Select(d => (DateOnly?)d.Through).Append(ResponseDeadline).Max();

    /// <summary>The window for late joiners that a day falls in, or else the next one; null when every window has passed, or there is none with a name.</summary>
    public Round? LaterRoundOn(DateOnly day) => _rounds.Where(r => r.Number > 1 && r.Words.Length > 0 && day <= r.Deadline).MinBy(r => r.Deadline);

    /// <summary>The last day to answer, inclusive; null when none is known.</summary>
    public DateOnly? ResponseDeadline => _rounds.MinBy(r => r.Number)?.Deadline;

    /// <summary>Where in its life the recommendation is on a day.</summary>
    public Phase PhaseOn(DateOnly day)
    {
        if (IsDraft) return Phase.Draft;
        if (day < BoardDecision.On) return Phase.NotYetDecided;
        if (GoesAheadOn(day) is false) return Phase.CalledOff;
        if (day <= ResponseDeadline && GoesAheadOn(day) is null) return Phase.OpenForAnswers;
        if (day.Year > PayingYearsOn(day).Last) return Phase.Ended;
        return ResponseDeadline is null && GoesAheadOn(day) is null ? Phase.OpenForAnswers : Phase.InForce;
    }

    /// <summary>The same for one municipality: a longer time that it was given keeps it open for that one, also when it has been decided that it goes ahead.</summary>
    public Phase PhaseFor(MunicipalityCode municipality, DateOnly day) =>
        PhaseOn(day) is Phase.InForce && _deadlines.Any(d => d.MunicipalityCode == municipality && day <= d.Through) ? Phase.OpenForAnswers : PhaseOn(day);

    /// <summary>Sets what the sources say about the recommendation besides the decision itself.</summary>
    public void Describe(Description description)
    {
        (Letter, CaseNumber, Contact, StatedCost) = (description.Letter, description.CaseNumber, description.Contact, description.StatedCost);
        (PredecessorId, Publicity, AsksForReasons) = (description.Predecessor, description.Publicity, description.AsksForReasons);
        _points.AddRange(description.Points.Select((text, index) => new BoardPoint(Id, index + 1, text)));
        _rounds.AddRange(description.Rounds.Select((round, index) => new Round(Id, index + 1, round.Deadline, round.Words, round.Source)));
        _timetable.AddRange(description.Timetable.Select((entry, index) => new TimetableEntry(Id, index + 1, entry.Day, entry.What, entry.Source)));
        Threshold = description.Threshold;
    }

    /// <summary>Adds a funding period with its fee terms. No year belongs to two periods.</summary>
    public Result Fund(FundingPeriodId id, YearSpan years, FeeTerms terms)
    {
        if (_periods.Any(p => p.Years.Overlaps(years))) return RecommendationRefusals.YearsOverlap;

        _periods.Add(new FundingPeriod(id, Id, years, terms));
        return Result.Done;
    }

    /// <summary>Decides who may see it without signing in. The same again changes nothing.</summary>
    public Result Show(Publicity publicity)
    {
        if (Publicity == publicity) return Result.Done;

        Record(new PublicityChanged(Id, Publicity, publicity));
        Publicity = publicity;
        return Result.Done;
    }

    private IEnumerable<Extension> DecidedBy(DateOnly day) => _extensions.Where(e => e.State is ExtensionState.Decided && e.BoardDecidedOn <= day);

    private YearSpan Through(IEnumerable<Extension> extensions) =>
        new(FundingYears.First, extensions.Select(e => e.LastYear).Append(FundingYears.Last).Max());
}

/// <summary>What the sources say about a recommendation besides the board's decision. What they do not say is left null or empty.</summary>
public sealed record Description
{
    /// <summary>The letter.</summary>
    public CoverLetter? Letter { get; init; }
    /// <summary>SKR's case number.</summary>
    public string? CaseNumber { get; init; }
    /// <summary>A function to ask.</summary>
    public string? Contact { get; init; }
    /// <summary>The stated yearly cost.</summary>
    public StatedCost? StatedCost { get; init; }
    /// <summary>When enough have joined.</summary>
    public Threshold? Threshold { get; init; }
    /// <summary>The recommendation it renews.</summary>
    public RecommendationId? Predecessor { get; init; }
    /// <summary>Who may see it.</summary>
    public Publicity Publicity { get; init; }
    /// <summary>Whether reasons are wished for.</summary>
    public bool AsksForReasons { get; init; }
    /// <summary>The points, in order.</summary>
    public IReadOnlyList<string> Points { get; init; } = [];
    /// <summary>Deadline and later windows, in order.</summary>
    public IReadOnlyList<(DateOnly Deadline, string Words, string Source)> Rounds { get; init; } = [];
    /// <summary>What happens when.</summary>
    public IReadOnlyList<(DateOnly Day, string What, string Source)> Timetable { get; init; } = [];
}
