using System.Globalization;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Inbox;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Features.OwnMunicipality;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Decisions;

/// <summary>A decision's page, and the two ways to put it right.</summary>
internal static class DecisionEndpoints
{
    public static void MapDecisions(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.Decision, (HttpContext context, Guid id, Runner runner) =>
            With(context, id, runner, async story =>
            {
                var messages = await runner.Ask(new MessagesAbout(story.Decision.Id), context.Actor(), context.RequestAborted);
                var remarks = await runner.Ask(new RemarksAbout(story.Decision.Id), context.Actor(), context.RequestAborted);
                var isObjectedTo = story.MayChange && (await runner.Ask(new Objections(), context.Actor(), context.RequestAborted)).Any(o => o.Decision == story.Decision.Id && o.Message != default);
                return (IResult)Pages.Show<DecisionPage>(new { Story = story, Messages = messages, Remarks = remarks, IsObjectedTo = isObjectedTo });
            })).For(typeof(DecisionStory));

        app.MapGet(Urls.Correct, (HttpContext context, Guid id, Runner runner) =>
            With(context, id, runner, story => story.Decision.Retraction is null
                ? Pages.Show<CorrectDecisionPage>(new { Story = story, Seen = story.Decision.Current.Number, Fields = DecisionFields.Of(story.Content, story.Details), Errors = FieldErrors.None })
                : SeeOther.To(context, Urls.ToDecision(story.Decision.Id)))).For(typeof(CorrectDecision));
        app.MapPost(Urls.Correct, Correct).For(typeof(CorrectDecision)).FromOwnForm();

        app.MapGet(Urls.Retract, (HttpContext context, Guid id, Runner runner) =>
            With(context, id, runner, story => story.Decision.Retraction is null
                ? Pages.Show<RetractDecisionPage>(new { Story = story, Seen = story.Decision.Current.Number, Errors = FieldErrors.None })
                : SeeOther.To(context, Urls.ToDecision(story.Decision.Id)))).For(typeof(RetractDecision));
        app.MapPost(Urls.Retract, Retract).For(typeof(RetractDecision)).FromOwnForm();

        app.MapMoves();

        app.MapGet(Urls.Loosen, (HttpContext context, Guid id, Guid document, Runner runner) => With(context, id, runner, story => story.Decision.Documents.FirstOrDefault(d => d.Id.Value == document) is { } attached
            ? Pages.Show<LoosenDocumentPage>(new { Story = story, Document = attached, Errors = FieldErrors.None })
            : SeeOther.To(context, Urls.ToDecision(story.Decision.Id)))).For(typeof(LoosenDocument));
        app.MapPost(Urls.Loosen, Loosen).For(typeof(LoosenDocument)).FromOwnForm();

        app.MapPost(Urls.Undo, async (HttpContext context, Guid id, Runner runner, CancellationToken cancellation) =>
        {
            var form = await context.Request.ReadFormAsync(cancellation);
            var result = await runner.Run(new UndoLogging(new DecisionId(id), Seen(form)), context.Actor(), cancellation);
            if (result.IsDone) return SeeOther.To(context, await runner.Ask(new ItemBehind(new DecisionId(id)), context.Actor(), cancellation) is { } item ? Urls.ToItem(item) : Urls.Log);
            var why = result.Refusal == DecisionRefusals.ChangedMeanwhile ? ChangeRefusals.CorrectedSince : result.Refusal!;
            return Pages.Problem(StatusCodes.Status409Conflict, "Det gick inte att ångra.", why.Sentence, Urls.ToDecision(new DecisionId(id)), "Visa beslutet");
        }).For(typeof(UndoLogging)).FromOwnForm();
    }

    private static async Task<IResult> Correct(HttpContext context, Guid id, Runner runner, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var fields = new DecisionFields(form.ToDictionary(f => f.Key, f => f.Value.ToString()));
        var (seen, reason, errors) = (Seen(form), Reason(form), new FieldErrors());
        return await With(context, id, runner, async story =>
        {
            var read = fields.Read(errors, story.Content.ArrivedOn);
            var result = read is null || errors.Any
                ? Result.Done
                : await runner.Run(new CorrectDecision(story.Decision.Id, seen, read.Value.Content, read.Value.Details, reason), context.Actor(), cancellation);
            if (!errors.Any && result.IsDone) return SeeOther.To(context, Urls.ToDecision(story.Decision.Id));

            if (result.Refusal is { } refusal) errors.Add(refusal);
            var now = await runner.Ask(new DecisionStory(story.Decision.Id), context.Actor(), cancellation) ?? story;
            var conflict = result.Refusal == DecisionRefusals.ChangedMeanwhile ? ChangeConflict.Of(now, seen, read) : null;
            return Pages.Show<CorrectDecisionPage>(
                new { Story = now, Seen = conflict is null ? seen : now.Decision.Current.Number, Fields = fields, Reason = reason, Errors = errors, Conflict = conflict }, StatusOf(result));
        });
    }

    private static async Task<IResult> Loosen(HttpContext context, Guid id, Guid document, Runner runner, CancellationToken cancellation)
    {
        var (reason, errors) = (Reason(await context.Request.ReadFormAsync(cancellation)), new FieldErrors());
        return await With(context, id, runner, async story =>
        {
            var result = await runner.Run(new LoosenDocument(story.Decision.Id, new DocumentId(document), reason), context.Actor(), cancellation);
            if (result.IsDone || story.Decision.Documents.FirstOrDefault(d => d.Id.Value == document) is not { } attached) return SeeOther.To(context, Urls.ToDecision(story.Decision.Id));

            errors.Add(result.Refusal!);
            return Pages.Show<LoosenDocumentPage>(new { Story = story, Document = attached, Reason = reason, Errors = errors }, StatusOf(result));
        });
    }

    private static async Task<IResult> Retract(HttpContext context, Guid id, Runner runner, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var (seen, reason, errors) = (Seen(form), Reason(form), new FieldErrors());
        return await With(context, id, runner, async story =>
        {
            var result = await runner.Run(new RetractDecision(story.Decision.Id, seen, reason), context.Actor(), cancellation);
            if (result.IsDone) return SeeOther.To(context, Urls.ToDecision(story.Decision.Id));

            errors.Add(result.Refusal!);
            var now = await runner.Ask(new DecisionStory(story.Decision.Id), context.Actor(), cancellation) ?? story;
            var conflict = result.Refusal == DecisionRefusals.ChangedMeanwhile ? ChangeConflict.Of(now, seen, own: null) : null;
            return Pages.Show<RetractDecisionPage>(new { Story = now, Seen = conflict is null ? seen : now.Decision.Current.Number, Reason = reason, Errors = errors, Conflict = conflict }, StatusOf(result));
        });
    }

    internal static Task<IResult> With(HttpContext context, Guid id, Runner runner, Func<DecisionStoryView, IResult> show) =>
        With(context, id, runner, story => Task.FromResult(show(story)));

    internal static async Task<IResult> With(HttpContext context, Guid id, Runner runner, Func<DecisionStoryView, Task<IResult>> show)
    {
        var actor = context.Actor();
        if (await runner.Ask(new DecisionStory(new DecisionId(id)), actor, context.RequestAborted) is { } story) return await show(story);
        return actor.Municipality is null
            ? Pages.NotThere("Det finns inget beslut med den adressen.")
            : Pages.NotAllowed("Ni kan bara se er egen kommuns beslut i detalj.");
    }

    internal static string Reason(IFormCollection form) => string.Concat(form["skal-till-andring"].ToString().Where(PrintedText.Shows));

    internal static int Seen(IFormCollection form) => int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0;

    internal static int StatusOf(Result result) =>
        result.Refusal == DecisionRefusals.ChangedMeanwhile || result.Refusal == DecisionRefusals.AlreadyRetracted ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
}
