using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Decisions;

/// <summary>Moving a decision to where it belongs, having seen what stands there.</summary>
internal static class MoveEndpoints
{
    public static void MapMoves(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.Move, (HttpContext context, Guid id, Runner runner, CancellationToken cancellation) => DecisionEndpoints.With(context, id, runner, async story =>
        {
            var places = await runner.Ask(new PlacesToMove(), context.Actor(), cancellation);
            var typed = new TypedMove(story.Decision.Current.Number, new DecisionId(Guid.CreateVersion7()), "", story.Recommendation.Slug, "", []);
            return (IResult)Pages.Show<MoveDecisionPage>(new { Story = story, Places = places, Typed = typed, Errors = FieldErrors.None });
        })).For(typeof(MoveDecision));
        app.MapPost(Urls.Move, Move).For(typeof(MoveDecision)).FromOwnForm();
    }

    private static async Task<IResult> Move(HttpContext context, Guid id, Runner runner, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var (typed, errors) = (TypedMove.Of(form), new FieldErrors());
        return await DecisionEndpoints.With(context, id, runner, async story =>
        {
            var places = await runner.Ask(new PlacesToMove(), context.Actor(), cancellation);
            var (to, asked) = typed.Place(places);
            if (to is null) errors.Add(LogRefusals.UnknownMunicipality);
            if (asked is null) errors.Add(LogRefusals.UnknownRecommendation);
            if (form.ContainsKey(TypedMove.ShowField) && !errors.Any) return Pages.Show<MoveDecisionPage>(new { Story = story, Places = places, Typed = typed, There = await There(context, runner, story, places, typed, cancellation), Errors = errors });

            var result = to is null || asked is null
                ? Result.Done
                : await runner.Run(new MoveDecision(story.Decision.Id, typed.Seen, typed.Moved, to.Code, asked.Id, typed.Reason) { Beside = typed.Beside }, context.Actor(), cancellation);
            if (!errors.Any && result.IsDone) return SeeOther.To(context, Urls.ToDecision(typed.Moved));

            if (result.Refusal is { } refusal) errors.Add(refusal);
            var now = await runner.Ask(new DecisionStory(story.Decision.Id), context.Actor(), cancellation) ?? story;
            var conflict = result.Refusal == DecisionRefusals.ChangedMeanwhile ? ChangeConflict.Of(now, typed.Seen, own: null) : null;
            if (conflict is not null) typed = typed with { Seen = now.Decision.Current.Number };
            return Pages.Show<MoveDecisionPage>(
                new { Story = now, Places = places, Typed = typed, There = await There(context, runner, story, places, typed, cancellation), Errors = errors, Conflict = conflict }, DecisionEndpoints.StatusOf(result));
        });
    }

    /// <summary>What stands where the decision is to go; null until that is told, or while it is where it stands.</summary>
    private static async Task<StandsThereView?> There(HttpContext context, Runner runner, DecisionStoryView story, PlacesToMoveView places, TypedMove typed, CancellationToken cancellation) =>
        typed.Place(places) is ({ } to, { } asked) && (to.Code, asked.Id) != (story.Municipality.Code, story.Recommendation.Id) ? await runner.Ask(new StandsThere(to.Code, asked.Id), context.Actor(), cancellation) : null;
}
