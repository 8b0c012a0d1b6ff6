using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kunskapsstyrning.Web.Features.Messages;

/// <summary>What did not arrive, and sending it elsewhere.</summary>
internal static class BounceEndpoints
{
    public static void MapBounces(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.Bounces, async (HttpContext context, string? klart, Runner runner) => await Page(context, runner, FieldErrors.None, done: Guid.TryParse(klart, out var id) ? id : null)).For(typeof(Bounces));
        app.MapPost(Urls.Bounces, async (HttpContext context, Runner runner) =>
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            var (errors, typed) = (new FieldErrors(), form["epost"].ToString().Trim());
            var field = $"epost-{form["meddelande"]}";
            if (!Guid.TryParse(form["meddelande"], out var id)) return Pages.NotThere(MessageRefusals.NotThere.Sentence, Urls.Bounces, "Till det som har studsat");
            if (!EmailAddress.TryParse(typed, out var to)) errors.Add(field, "Det går inte att läsa e-postadressen. Skriv den som namn@kommun.se.");
            else if ((await runner.Run(new SendElsewhere(new OutgoingMessageId(id), to), context.Actor(), context.RequestAborted)).Refusal is { } refusal) errors.Add(field, refusal.Sentence);
            return errors.Any ? await Page(context, runner, errors, typed: (id, typed)) : SeeOther.To(context, Urls.Bounces + Urls.Query(("klart", id.ToString())));
        }).For(typeof(SendElsewhere)).FromOwnForm();
    }

    private static async Task<RazorComponentResult<BouncesPage>> Page(HttpContext context, Runner runner, FieldErrors errors, (Guid Id, string Address)? typed = null, Guid? done = null) => Pages.Show<BouncesPage>(
        new { View = await runner.Ask(new Bounces(), context.Actor(), context.RequestAborted), Errors = errors, Typed = typed, Done = done }, errors);
}
