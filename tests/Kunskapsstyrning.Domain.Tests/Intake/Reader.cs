using System.Globalization;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;

namespace Kunskapsstyrning.Domain.Tests.Intake;

/// <summary>Reads texts with what is known: the 290 municipalities and three recommendations.</summary>
internal static class Reader
{
    public static readonly RecommendationId Support = new(new Guid("00000000-2016-7000-8000-000000000000"));
    public static readonly RecommendationId System = new(new Guid("00000000-2018-7000-8000-000000000000"));
    public static readonly RecommendationId Knowledge = new(new Guid("00000000-2024-7000-8000-000000000000"));

    private static readonly MunicipalityCode Ekerö = new("0125");

    public static IReadOnlyList<Municipality> Municipalities { get; } =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "ReferenceData", "municipalities.csv")).Skip(1).Select(line => line.Split(','))
            .Select(cells => new Municipality(new MunicipalityCode(cells[0]), cells[1], DateOnly.Parse(cells[2], CultureInfo.InvariantCulture), new TilePlace(0, 0), 0, 0)),
    ];

    private static readonly KnownFacts Known = new(
        Municipalities,
        [
            Recommended(Support, "Finansiering av nationell stödfunktion på SKL till stöd för utvecklingen av en mer kunskapsbaserad socialtjänst", "Nationell stödfunktion", new DateOnly(2016, 6, 10), 2017, 2018, null),
            Recommended(System, "Gemensam finansiering av ett mer samlat system för kunskapsstyrning i socialtjänstens verksamheter", "Samlat system för kunskapsstyrning", new DateOnly(2018, 12, 14), 2020, 2023, "18/00295"),
            Recommended(Knowledge, "Kunskapsbaserad socialtjänst", "Kunskapsbaserad socialtjänst", new DateOnly(2024, 1, 26), 2025, 2028, null),
        ],
        (recommendation, municipality) => recommendation == Support && municipality == Ekerö ? [new Kronor(9_500m)] : []);

    public static Suggestions Read(string text, string? sender = null, string? subject = null) =>
        Read(DocumentText.Of(text), sender is null ? null : new Envelope(sender, subject, new DateOnly(2019, 6, 3)));

    public static Suggestions Read(DocumentText text, Envelope? envelope = null) => ReadFacts.Of(text, envelope, Known);

    private static Recommendation Recommended(RecommendationId id, string title, string shortTitle, DateOnly on, int first, int last, string? caseNumber)
    {
        var recommendation = new Recommendation(id, $"{on.Year}", title, shortTitle, new BoardDecision(on, on.Year == 2016 ? "meddelande från styrelsen 10/2016" : null, "följebrev"));
        recommendation.Describe(new Description { CaseNumber = caseNumber, StatedCost = on.Year == 2024 ? null : new StatedCost(new Kronor(on.Year == 2016 ? 3_400_000m : 19_500_000m), AtMost: true, "följebrev") });
        recommendation.Fund(new FundingPeriodId(id.Value), new YearSpan(first, last), new FeeTerms { Kind = FeeKind.NotSet });
        return recommendation;
    }
}
