using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Overview;

/// <summary>Two days of a recommendation: who changed between them, and from what to what. Null where the answers may not be seen.</summary>
/// <param name="Slug">The recommendation's name in addresses.</param>
/// <param name="From">The earlier day; null for the last day to answer, or the day of the question where that lies ahead.</param>
/// <param name="Through">The later day and the question.</param>
[Requires(Permission.ReadPublic)]
internal sealed record CompareDays(string Slug, DateOnly? From, AsOf Through) : IQuery<RecommendationState?>
{
    public async Task<RecommendationState?> Answer(Session session, CancellationToken cancellation)
    {
        if (session.Facts.Recommendation(Slug) is not { } asked) return null;

        var since = From ?? (asked.ResponseDeadline is { } deadline && deadline < Through.Day ? deadline : asked.AskedOn);
        return await StateOfRecommendation.WithAnswers(session, Slug, Through, cancellation, since < Through.Day ? since : Through.Day);
    }
}

/// <summary>A municipality's step from one status to another, and those who took it.</summary>
/// <param name="From">The status on the earlier day.</param>
/// <param name="To">The status on the later day.</param>
/// <param name="Rows">Those who took it, by name.</param>
public sealed record StatusStep(Status From, Status To, IReadOnlyList<MunicipalityRow> Rows);

/// <summary>The page that shows two days beside each other.</summary>
internal static class CompareDaysEndpoint
{
    public static void MapComparedDays(this IEndpointRouteBuilder app) => app.MapGet(Urls.ComparedDays, Compare).For(typeof(CompareDays)).CacheOutput(PublicPages.Name);

    private static async Task<IResult> Compare(HttpContext context, string slug, string? fran, string? till, string? fraga, Runner runner, TimeProvider clock, CancellationToken cancellation)
    {
        var today = SwedishTime.DayOf(clock.GetUtcNow());
        var refusal = AsOfInAddress.Read(till, fraga, today, out var through) ?? AsOfInAddress.Read(fran, fraga, today, out _);
        if (refusal is not null) return Pages.Nonsense(refusal.Sentence, Urls.ToComparedDays(slug), "Välj dagar på nytt");

        DateOnly? from = SwedishDay.TryParse(fran ?? "", out var read) ? read : null;
        var turned = from > through.Day;
        var question = turned ? new CompareDays(slug, through.Day, through with { Day = from!.Value }) : new CompareDays(slug, from, through);
        if (await runner.Ask(question, context.Actor(), cancellation) is not { Earlier: not null } state)
            return Pages.NotThere("Det finns ingen rekommendation med den adressen, eller så är svaren inte offentliga.");

        return Pages.Show<CompareDaysPage>(new { State = state, WasTurned = turned });
    }

    /// <summary>True for two days of which something can be said: not the same, and none before the question was put.</summary>
    public static bool CanBeCompared(this RecommendationState state) => state.Earlier!.Day < state.AsOf.Day && !state.IsEarlierBeforeTheQuestion;

    /// <summary>The steps that were taken between the two days, in the order of the statuses.</summary>
    public static IReadOnlyList<StatusStep> Steps(this RecommendationState state) =>
    [
        .. state.Rows.Where(r => r.HasChanged).GroupBy(r => (From: r.Before!.Status, To: r.Standing.Status))
            .OrderBy(s => Swedish.Place(s.Key.To)).ThenBy(s => Swedish.Place(s.Key.From))
            .Select(s => new StatusStep(s.Key.From, s.Key.To, [.. s.OrderBy(r => Swedish.Key(r.Municipality.Name))])),
    ];
}
