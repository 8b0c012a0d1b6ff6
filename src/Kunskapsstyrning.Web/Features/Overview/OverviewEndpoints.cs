using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Overview;

/// <summary>What the start page shows: every recommendation that the actor may see, in the order a municipality cares.</summary>
[Requires(Permission.ReadPublic)]
internal sealed record WhatIsRecommended : IQuery<WhatIsRecommended.Shown>
{
    public async Task<Shown> Answer(Session session, CancellationToken cancellation)
    {
        var entries = new List<StartEntry>();
        foreach (var asked in session.Facts.RecommendationsOn(session.Today).Where(session.MaySee))
        {
            var shows = session.MaySeeStatus(asked);
            var state = shows ? (await LiveStates.Today(session, asked, cancellation)).State : StateOfRecommendation.StateOf(session.Facts, asked, Answers.None, new AsOf(session.Today), session.Today);
            entries.Add(new StartEntry(state, shows));
        }

        return new Shown(entries, [.. session.Facts.MunicipalitiesOn(session.Today).Select(m => m.Name).Order(Swedish.Order)]);
    }

    internal sealed record Shown(IReadOnlyList<StartEntry> Entries, IReadOnlyList<string> Municipalities);
}

/// <summary>What a recommendation's page shows: its state and what stands around it. Null where there is no state to show.</summary>
[Requires(Permission.ReadPublic)]
internal sealed record RecommendationToRead(string Slug, AsOf AsOf, DateOnly? Since = null) : IQuery<RecommendationToRead.Shown?>
{
    public async Task<Shown?> Answer(Session session, CancellationToken cancellation)
    {
        if (await new StateOfRecommendation(Slug, AsOf, Since).Answer(session, cancellation) is not { } state) return null;

        var asked = state.Recommendation;
        var predecessor = asked.PredecessorId is { } id && session.Facts.Recommendation(id) is { } earlier && session.MaySee(earlier)
            ? new RecommendationLink(earlier.Slug, earlier.TitleWithYears())
            : null;
        var annexes = await session.AnnexLinks(asked.Id, cancellation);
        return new Shown(state, session.MaySeeStatus(asked), predecessor, annexes);
    }

    internal sealed record Shown(RecommendationState State, bool ShowsAnswers, RecommendationLink? Predecessor, IReadOnlyList<AnnexLink> Annexes);
}

/// <summary>The start page and the pages of recommendations.</summary>
internal static class OverviewEndpoints
{
    public static void MapOverview(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.Start, async (HttpContext context, Runner runner, CancellationToken cancellation) =>
        {
            var shown = await runner.Ask(new WhatIsRecommended(), context.Actor(), cancellation);
            return Pages.Show<StartPage>(new { shown.Entries, shown.Municipalities });
        }).For(typeof(WhatIsRecommended)).CacheOutput(PublicPages.Name);

        app.MapGet(Urls.Recommendation, Recommendation).For(typeof(RecommendationToRead)).CacheOutput(PublicPages.Name);
        app.MapGet(Urls.Wall, Wall).For(typeof(RecommendationToRead)).CacheOutput(PublicPages.Name);
    }

    private static async Task<IResult> Wall(HttpContext context, string slug, Runner runner, TimeProvider clock, CancellationToken cancellation) =>
        await runner.Ask(new RecommendationToRead(slug, new AsOf(SwedishTime.DayOf(clock.GetUtcNow()))), context.Actor(), cancellation) is { ShowsAnswers: true } shown
            ? Pages.Show<WallPage>(new { shown.State })
            : Pages.NotThere("Det finns ingen rekommendation med den adressen, eller så är svaren inte offentliga.");

    private static async Task<IResult> Recommendation(HttpContext context, string slug, Runner runner, TimeProvider clock, CancellationToken cancellation)
    {
        var today = SwedishTime.DayOf(clock.GetUtcNow());
        if (ViewInAddress.Read(slug, context.Request.Query, today, out var view) is { } refusal)
            return Pages.Nonsense(refusal.Sentence, Urls.ToRecommendation(slug), "Visa läget i dag");
        if (await runner.Ask(new RecommendationToRead(slug, view.AsOf(today), view.Since), context.Actor(), cancellation) is not { } shown)
            return Pages.NotThere("Det finns ingen rekommendation med den adressen.");

        if (!shown.ShowsAnswers || shown.State.IsBeforeTheQuestion) view = view.WithoutAnswers;
        if (shown.State is { IsEarlierBeforeTheQuestion: true, Earlier.Day: var earlier })
        {
            shown = shown with { State = shown.State with { Earlier = null } };
            view = view with { Since = null, OnlyChanged = false, NotUnderstood = [.. view.NotUnderstood, $"dagen att jämföra med, {earlier.Long()}, för frågan var inte ställd då"] };
        }

        return Pages.Show<RecommendationPage>(new
        {
            shown.State,
            View = view,
            Rows = view.Apply(shown.State),
            shown.ShowsAnswers,
            shown.Predecessor,
            shown.Annexes,
        });
    }
}
