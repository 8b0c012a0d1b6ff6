using System.Globalization;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kunskapsstyrning.Web.Features.Recommendations;

/// <summary>The steps of a recommendation's life that a person takes: it is sent, and it goes ahead or does not.</summary>
internal static class LifeEndpoints
{
    public static void MapLife(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.SendRecommendation, async (HttpContext context, string slug, Runner runner) =>
            await Find(context, slug, runner) is { Recommendation.IsDraft: true } shown ? (IResult)Sending(shown, null, FieldErrors.None) : DraftEndpoints.NotThere()).For(typeof(SendRecommendation));
        app.MapPost(Urls.SendRecommendation, Send).For(typeof(SendRecommendation)).FromOwnForm();
        app.MapGet(Urls.GoAhead, async (HttpContext context, string slug, Runner runner) =>
            await Find(context, slug, runner) is { Recommendation.IsDraft: false } shown ? (IResult)await Deciding(context, shown, TypedGoAhead.Empty, FieldErrors.None, runner) : DraftEndpoints.NotThere()).For(typeof(DecideGoAhead));
        app.MapPost(Urls.GoAhead, Decide).For(typeof(DecideGoAhead)).FromOwnForm();
    }

    private static async Task<IResult> Send(HttpContext context, string slug, Runner runner)
    {
        if (await Find(context, slug, runner) is not { Recommendation.IsDraft: true } shown) return DraftEndpoints.NotThere();

        var (form, errors) = (await context.Request.ReadFormAsync(context.RequestAborted), new FieldErrors());
        if (form["offentlighet"].ToString().PublicityInAddress() is not { } publicity)
        {
            errors.Add(LifeRefusals.NoPublicity);
            return Sending(shown, null, errors);
        }

        // The first post shows what becomes fixed, and for whom; the second does it.
        if (!form.ContainsKey("ja")) return Sending(shown, publicity, errors);

        var seen = int.TryParse(form["sedd"], NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : -1;
        var result = await runner.Run(new SendRecommendation(slug, seen, publicity), context.Actor(), context.RequestAborted);
        if (result.IsDone) return SeeOther.To(context, Urls.ToHub(slug) + Urls.Query(("klart", "skickad")));
        errors.Add(null, result.Refusal!.Sentence);
        return Sending(await Find(context, slug, runner) ?? shown, publicity, errors);
    }

    private static async Task<IResult> Decide(HttpContext context, string slug, Runner runner)
    {
        if (await Find(context, slug, runner) is not { Recommendation.IsDraft: false } shown) return DraftEndpoints.NotThere();

        var (typed, errors) = (TypedGoAhead.Of(await context.Request.ReadFormAsync(context.RequestAborted)), new FieldErrors());
        if (typed.Read(slug, errors) is not { } command) return await Deciding(context, shown, typed, errors, runner);
        if (shown.Recommendation.RefusalOfDeciding(command.On, command.Reason, shown.Today) is { } refusal)
        {
            errors.Add(refusal);
            return await Deciding(context, shown, typed, errors, runner);
        }

        // The first post shows what is decided and what it means; the second notes it.
        if (!typed.IsReviewed) return await Deciding(context, shown, typed, errors, runner, command);

        var result = await runner.Run(command, context.Actor(), context.RequestAborted);
        if (result.IsDone) return SeeOther.To(context, Urls.ToHub(slug) + Urls.Query(("klart", "beslutad")));
        errors.Add(result.Refusal!);
        return await Deciding(context, shown, typed, errors, runner);
    }

    private static Task<ManagedRecommendation.Shown?> Find(HttpContext context, string slug, Runner runner) =>
        runner.Ask(new ManagedRecommendation(slug), context.Actor(), context.RequestAborted);

    private static RazorComponentResult<SendPage> Sending(ManagedRecommendation.Shown shown, Publicity? chosen, FieldErrors errors) => Pages.Show<SendPage>(
        new { R = shown.Recommendation, shown.Today, shown.Annexes, shown.Periods, Chosen = chosen, Errors = errors }, errors);

    private static async Task<RazorComponentResult<GoAheadPage>> Deciding(HttpContext context, ManagedRecommendation.Shown shown, TypedGoAhead typed, FieldErrors errors, Runner runner, DecideGoAhead? reviewed = null) => Pages.Show<GoAheadPage>(
        new
        {
            R = shown.Recommendation, Typed = typed, Errors = errors, Reviewed = reviewed,
            State = await runner.Ask(new StateOfRecommendation(shown.Recommendation.Slug, new AsOf(shown.Today)), context.Actor(), context.RequestAborted),
        }, errors);
}

/// <summary>A decision whether a recommendation goes ahead, as it is typed.</summary>
/// <param name="Choice">ja or nej; empty when nothing is chosen.</param>
/// <param name="On">The day.</param>
/// <param name="Reason">What it rests on.</param>
/// <param name="IsReviewed">True when it has been shown before it is noted, and nobody asks to change it.</param>
public sealed record TypedGoAhead(string Choice, string On, string Reason, bool IsReviewed = false)
{
    private const int LongestReason = 1000;

    /// <summary>Nothing typed yet.</summary>
    public static TypedGoAhead Empty { get; } = new("", "", "");

    /// <summary>What was posted.</summary>
    public static TypedGoAhead Of(IFormCollection form) => new(form["gar-vidare"].ToString(), form.OnOneLine("dag"), form.OnOneLine("skal"), form.ContainsKey("ja"));

    /// <summary>What is to be noted; null, with what is wrong added, when it cannot be read.</summary>
    public DecideGoAhead? Read(string slug, FieldErrors errors)
    {
        if (Choice is not ("ja" or "nej")) errors.Add(LifeRefusals.NoChoice);
        if (!SwedishDay.TryParse(On, out var day)) errors.Add("dag", On.Length == 0 ? "Skriv beslutets dag." : SwedishDay.Unreadable);
        if (Reason.Length is 0 or > LongestReason) errors.Add("skal", Reason.Length == 0 ? RecommendationRefusals.DecisionNeedsReason.Sentence : $"Skriv högst {LongestReason} tecken.");
        return errors.Any ? null : new DecideGoAhead(slug, Choice == "ja", day, Reason);
    }
}
