using System.Globalization;
using System.Runtime.CompilerServices;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Overview;

namespace Kunskapsstyrning.Web.Tests.Features.Overview;

/// <summary>States of a recommendation over the real municipalities, with answers invented the same way every time.</summary>
internal static class States
{
    public static readonly DateOnly Deadline = new(2019, 6, 15);
    public static readonly DateOnly Today = new(2026, 3, 2);

    private static readonly List<string[]> Places = Read("municipalities.csv");
    private static readonly Dictionary<string, County> Counties = Read("counties.csv").ToDictionary(c => c[0], c => new County(c[0], c[1]));
    private static readonly Dictionary<string, int> Inhabitants = Read("population.csv").ToDictionary(p => p[0], p => Number(p[9]));

    /// <summary>The municipalities of the country.</summary>
    public static IReadOnlyList<Municipality> Municipalities { get; } = [.. Places.Select(p => new Municipality(
        new MunicipalityCode(p[0]), p[1], DateOnly.Parse(p[2], CultureInfo.InvariantCulture), new TilePlace(Number(p[3]), Number(p[4])),
        decimal.Parse(p[5], CultureInfo.InvariantCulture), decimal.Parse(p[6], CultureInfo.InvariantCulture)))];

    /// <summary>A recommendation of the shape of 2018's.</summary>
    public static Recommendation Recommendation(FeeTerms? terms = null, StatedCost? cost = null, Threshold? threshold = null, DateOnly? deadline = null, Publicity publicity = Publicity.StatusPublic)
    {
        var recommendation = new Recommendation(
            new RecommendationId(Guid.Parse("00000000-0000-0000-0000-000000000018")), "2018-kunskapsstyrning", "Gemensam finansiering av ett mer samlat system för kunskapsstyrning",
            "Samlat system för kunskapsstyrning", new BoardDecision(new DateOnly(2018, 12, 14), "meddelande från styrelsen", "Följebrevet 6 mars 2019"));
        recommendation.Describe(new Description
        {
            Letter = new CoverLetter(new DateOnly(2019, 3, 6), "kommunstyrelserna, för kännedom till socialcheferna", "registrator@skl.se", "Följebrevet 6 mars 2019"),
            CaseNumber = "18/00295",
            StatedCost = cost,
            Threshold = threshold,
            Publicity = publicity,
            AsksForReasons = true,
            Points = ["att rekommendera kommunerna att gemensamt, till SKL, finansiera viktiga förutsättningar.", "att kostnaden fördelas per kommun."],
            Rounds = deadline is { } day ? [(day, "Sista svarsdag", "Följebrevet 6 mars 2019"), (new DateOnly(2019, 12, 15), "Sen anslutning", "SKR:s webbplats")] : [],
            Timetable = deadline is { } last ? [(last, "Sista dag för kommunernas svar.", "Följebrevet 6 mars 2019")] : [],
        });
        recommendation.Fund(new FundingPeriodId(Guid.Parse("00000000-0000-0000-0000-000000000019")), new YearSpan(2020, 2023), terms ?? Total);
        recommendation.TellOfCorrection(new DateOnly(2019, 3, 6), "2020–2024", "2020–2023", "Fel i det ursprungliga beslutsunderlaget.", "Följebrevet 6 mars 2019");
        recommendation.Extend(new ExtensionId(Guid.NewGuid()), 2024, ExtensionState.Proposed, ExtensionMode.RollsForward, null, "Informationen 13 maj 2022");
        return recommendation;
    }

    /// <summary>A total that the fees share, with everything about it assumed.</summary>
    public static FeeTerms Total { get; } = new()
    {
        Kind = FeeKind.ShareOfTotal,
        Total = new Kronor(19_500_000m),
        Cap = new Kronor(19_500_000m),
        Discount = DiscountRule.ForLargest(4, 0.10m),
        PopulationDate = new DateOnly(2018, 12, 31),
        Rounding = RoundingMode.Exact,
        Assumption = "Dagen för folkmängden och avrundningen är antagna.",
        Source = "Följebrevet 6 mars 2019",
    };

    /// <summary>The cost as 2018's letter states it.</summary>
    public static StatedCost AtMost { get; } = new(new Kronor(19_500_000m), AtMost: true, "Följebrevet 6 mars 2019");

    /// <summary>Most have answered, some late: 228 on 4 July 2019 or thereabouts.</summary>
    public static RecommendationState Busy(AsOf? asOf = null, Recommendation? recommendation = null, string? example = "Svaren och gränsen 200 är påhittade. Kommuner, invånare och villkor är verkliga.") =>
        Of(recommendation ?? Recommendation(cost: AtMost, threshold: new Threshold(200, "tillräckligt många", "Exempeldata"), deadline: Deadline), asOf ?? new AsOf(new DateOnly(2019, 7, 4)), Invented, example);

    /// <summary>The same on 4 July 2019, beside how it stood on an earlier day.</summary>
    public static RecommendationState BusySince(DateOnly day)
    {
        var (now, then) = (Busy(), Busy(new AsOf(day)));
        return now with { Earlier = new EarlierDay(day, then.Adoption), Rows = [.. now.Rows.Zip(then.Rows, (row, before) => row with { Before = before.Standing })] };
    }

    /// <summary>Nobody has answered.</summary>
    public static RecommendationState Silent(Recommendation? recommendation = null) =>
        Of(recommendation ?? Recommendation(cost: AtMost, deadline: Deadline), new AsOf(Today), _ => [], null);

    /// <summary>A state from what each municipality, by its place in the list, has decided.</summary>
    public static RecommendationState Of(Recommendation recommendation, AsOf asOf, Func<int, IEnumerable<DecisionContent>> decisions, string? example = null)
    {
        var firstYear = recommendation.FundingYears.First;
        var decided = Municipalities.Select((_, i) => Counted(decisions(i))).ToList();
        var terms = recommendation.Periods[0].Terms;
        var fees = FeeCalculation.Calculate(terms, [.. Municipalities.Select(m => new Population(m.Code, Inhabitants[m.Code.Digits]))]);
        var rows = Municipalities.Select((m, i) => new MunicipalityRow(
            m, Counties[m.CountyCode], Standing.Of(decided[i], asOf, firstYear), Inhabitants[m.Code.Digits], fees.Of(m.Code)?.Amount, recommendation.DeadlineFor(m.Code))).ToList();
        var years = fees.Rows.Count == 0 ? [] : recommendation.PayingYears.Years.ToList();
        var adoption = new Adoption([.. rows.Select(r => new AdoptionRow(r.Municipality.Code, r.Standing, r.Inhabitants!.Value,
            r.FirstYearFee is { } fee ? years.ToDictionary(y => y, _ => fee) : new Dictionary<int, Kronor>()))], years);
        var curve = AdoptionCurve.Of(decided, asOf, firstYear);
        var earlier = new EarlierCurve("Nationell stödfunktion", new DateOnly(2016, 9, 30),
            AdoptionCurve.Of(Municipalities.Select((_, i) => Counted(i % 5 < 3 ? [Final(Outcome.Adopts, new DateOnly(2016, 8, 1).AddDays(i * 7 % 95))] : [])), new AsOf(Today), 2017));
        return new RecommendationState(recommendation, asOf, Today, adoption, rows, curve, recommendation.ResponseDeadline is null ? null : earlier, 4711, example)
        {
            InhabitantsCurve = Weighed(r => r.Inhabitants!.Value),
            FeesCurve = Weighed(r => r.FirstYearFee?.Amount ?? 0),
        };

        IReadOnlyList<WeighedStep> Weighed(Func<MunicipalityRow, decimal> weight) =>
            AdoptionCurve.Weighed(decided.Zip(rows, (d, row) => ((IReadOnlyCollection<CountedDecision>)d, (DateOnly?)null, weight(row))), asOf, firstYear);
    }

    /// <summary>A final decision that arrived three days after its meeting.</summary>
    public static DecisionContent Final(Outcome outcome, DateOnly decidedOn, string body = "Kommunstyrelsen") =>
        new() { Outcome = outcome, Stage = Stage.Final, Body = body, DecidedOn = decidedOn, ArrivedOn = decidedOn.AddDays(3) };

    /// <summary>A proposal without meeting date.</summary>
    public static DecisionContent Proposal(DateOnly arrivedOn) =>
        new() { Outcome = Outcome.Adopts, Stage = Stage.Proposal, Body = "Socialnämndens arbetsutskott", ArrivedOn = arrivedOn };

    private static IEnumerable<DecisionContent> Invented(int i)
    {
        var on = new DateOnly(2019, 3, 20).AddDays(i * 53 % 100);
        var body = (i % 4) switch { 0 => "Kommunfullmäktige", 1 => "Socialnämnden", _ => "Kommunstyrelsen" };
        return (i * 37 % 290) switch
        {
            < 26 => [],
            < 45 => [Proposal(on)],
            < 62 => [Final(Outcome.Declines, on, body)],
            < 76 => [Final(Outcome.AdoptsWithReservation, on, body)],
            _ => [Final(Outcome.Adopts, on, body)],
        };
    }

    private static List<CountedDecision> Counted(IEnumerable<DecisionContent> contents) =>
        [.. contents.Select((c, n) => new CountedDecision(new DecisionId(Guid.NewGuid()), [new CountedVersion(1, c, n + 1)], null))];

    private static List<string[]> Read(string file, [CallerFilePath] string here = "") =>
        [.. File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, "../../../../src/Kunskapsstyrning.Persistence/ReferenceData", file)).Skip(1).Select(l => l.Split(','))];

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
