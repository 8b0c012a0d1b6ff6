using System.Globalization;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Inbox;

/// <summary>One thing that arrived, and what is done with it.</summary>
internal static class ItemEndpoints
{
    public static void MapItems(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.Item, Open).For(typeof(ItemDesk));
        app.MapPost(Urls.Item, Save).For(typeof(RegisterItem)).FromOwnForm();
        app.MapPost(Urls.SetAside, async (HttpContext context, Guid id, Runner runner, CancellationToken cancellation) =>
            await Do(context, new SetItemAside(new ArrivedItemId(id), (await Form(context))["skal-at-sidan"].ToString()), new ArrivedItemId(id), "at-sidan", runner, cancellation)).For(typeof(SetItemAside)).FromOwnForm();
        app.MapPost(Urls.Reopen, (HttpContext context, Guid id, Runner runner, CancellationToken cancellation) =>
            Do(context, new ReopenItem(new ArrivedItemId(id)), new ArrivedItemId(id), "tillbaka", runner, cancellation)).For(typeof(ReopenItem)).FromOwnForm();
        app.MapPost(Urls.PutWith, PutWith).For(typeof(PutWithDecision)).FromOwnForm();
        app.MapPost(Urls.NothingMore, (HttpContext context, Guid id, Runner runner, CancellationToken cancellation) =>
            Do(context, new NothingMoreToRegister(new ArrivedItemId(id)), new ArrivedItemId(id), "fardigt", runner, cancellation)).For(typeof(NothingMoreToRegister)).FromOwnForm();
        app.MapPost(Urls.LoosenItem, async (HttpContext context, Guid id, Runner runner, CancellationToken cancellation) =>
            await Do(context, new LoosenItem(new ArrivedItemId(id), DecisionIn(await Form(context)), (await Form(context))["skal-till-andring"].ToString()), new ArrivedItemId(id), "lossat", runner, cancellation)).For(typeof(LoosenItem)).FromOwnForm();
        app.MapPost(Urls.Presence, async (HttpContext context, Guid id, Runner runner, CancellationToken cancellation) =>
        {
            await runner.Run(new BePresent(new ArrivedItemId(id)), context.Actor(), cancellation);
            return Results.Json(await runner.Ask(new OthersPresent(new ArrivedItemId(id)), context.Actor(), cancellation));
        }).For(typeof(BePresent)).FromOwnForm().WithMetadata(new AskedByThePage());
    }

    private static async Task<IResult> Open(HttpContext context, Guid id, string? del, string? sparat, string? gjort, string? fran, Runner runner, CancellationToken cancellation)
    {
        var item = new ArrivedItemId(id);
        await runner.Run(new BePresent(item), context.Actor(), cancellation);
        int? part = int.TryParse(del, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        if (await runner.Ask(new ItemDesk(item, part, Guid.TryParse(sparat, out var saved) ? new DecisionId(saved) : null), context.Actor(), cancellation) is not { } desk) return NotThere();

        var form = desk.Draft?.Form ?? SuggestedForm.Of(desk);
        return Pages.Show<ItemPage>(new { Desk = desk, Form = form, Attached = desk.Draft is null ? SuggestedForm.PartsOf(desk) : form.Parts, Restored = desk.Draft is not null, Done = DoneNote.Of(gjort, fran) });
    }

    private static async Task<IResult> Save(HttpContext context, Guid id, Runner runner, CancellationToken cancellation)
    {
        var (item, posted) = (new ArrivedItemId(id), await Form(context));
        var (form, choice, errors) = (LogDecisionForm.Of(posted), TwinChoice.In(posted), new FieldErrors());
        if (choice is { Way: TwinWay.Discard }) return await Do(context, new SetItemAside(item, "Dubblett"), item, "at-sidan", runner, cancellation);
        if (await runner.Ask(new ItemDesk(item), context.Actor(), cancellation) is not { } desk) return NotThere();

        var typed = new TypedItem(desk, form);
        if (choice is { Way: TwinWay.Attach, With: { } with } && typed.Documents is [_, ..] chosen) return await Do(context, new PutWithDecision(item, with) { About = typed.Questions, Documents = chosen }, item, "tillagt", runner, cancellation);

        IReadOnlyList<TwinDecision> twins = [];
        var decisions = typed.Decisions(asksForFinal: posted.ContainsKey("be"), choice?.Seen ?? [], errors);
        if (!errors.Any)
        {
            var result = await runner.Run(new RegisterItem(item, decisions), context.Actor(), cancellation);
            if (result.IsDone) return SeeOther.To(context, desk.Place.Next is { } next ? Urls.ToItemAfter(next, form.Id) : Urls.ToItemDone(null, desk.Place.Total > 1 ? "upptaget" : "tomt", item));
            errors.Add(result.Refusal!);
            if (result.Refusal == LogRefusals.MayBeRegistered) twins = await runner.Ask(new TwinsOf([.. decisions.Select(d => d with { From = item })]), context.Actor(), cancellation);
        }

        return Pages.Show<ItemPage>(new { Desk = desk with { Draft = null }, Form = form, Errors = errors, Attached = form.Parts, Alike = twins }, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> PutWith(HttpContext context, Guid id, Runner runner, CancellationToken cancellation)
    {
        var (item, posted) = (new ArrivedItemId(id), await Form(context));
        if (await runner.Ask(new ItemDesk(item), context.Actor(), cancellation) is not { } desk) return NotThere();
        return await Do(context, new PutWithDecision(item, DecisionIn(posted)) { Documents = new TypedItem(desk, LogDecisionForm.Of(posted)).Documents }, item, "tillagt", runner, cancellation);
    }

    /// <summary>Does something with an item and goes on to the next, or stays where it is once more to be registered.</summary>
    private static async Task<IResult> Do(HttpContext context, ICommand command, ArrivedItemId item, string done, Runner runner, CancellationToken cancellation)
    {
        var result = await runner.Run(command, context.Actor(), cancellation);
        if (result.Refusal == IntakeRefusals.NotThere) return NotThere();
        if (result.Refusal is { } refusal) return Pages.Problem(StatusCodes.Status422UnprocessableEntity, "Det gick inte att göra.", refusal.Sentence, Urls.ToItem(item), "Tillbaka till meddelandet");
        if (command is ReopenItem or LoosenItem) return SeeOther.To(context, Urls.ToItemDone(item, done, item));
        return SeeOther.To(context, Urls.ToItemDone(await runner.Ask(new NextItem(item), context.Actor(), cancellation), done, item));
    }

    private static Task<IFormCollection> Form(HttpContext context) => context.Request.ReadFormAsync(context.RequestAborted);

    private static DecisionId DecisionIn(IFormCollection form) => new(Guid.TryParse(form["beslut"], out var decision) ? decision : default);

    private static IResult NotThere() => Pages.NotThere("Det finns inget i inkorgen med den adressen.", Urls.Inbox, "Till inkorgen");
}
