using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kunskapsstyrning.Web.Features.Messages;

/// <summary>A receipt, for whoever has its reference: nobody signs in, and nothing is kept or found by search engines.</summary>
internal static class ReceiptEndpoints
{
    /// <summary>A reference that none has: a page that was asked for with nonsense takes the same way as one that is not there.</summary>
    private static readonly ReceiptReference Nobodys = ReceiptReference.Parse("0000-0000");

    private const string OfTheReference = "Whoever has the reference of a receipt may see and answer it, and asks as the one who holds it.";

    public static void MapReceipts(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.FindReceipt, (HttpContext context, string? referens, ReceiptPace pace) =>
        {
            KeepPrivate(context);
            if (string.IsNullOrWhiteSpace(referens)) return Pages.Show<FindReceiptPage>();
            if (pace.TooOften(context, "") is { } tooOften) return tooOften;
            if (ReceiptReference.TryParse(referens, out var reference)) return Results.LocalRedirect(Urls.ToReceipt(reference));

            pace.WasWrong(context);
            return NotThere(referens);
        }).Open(OfTheReference);
        app.MapGet(Urls.Receipt, (HttpContext context, string referens, Runner runner, ReceiptPace pace) =>
            With(context, referens, runner, pace, (receipt, _) => Task.FromResult<IResult>(Pages.Show<ReceiptPage>(new { View = receipt, Errors = FieldErrors.None })))).Open(OfTheReference);
        app.MapPost(Urls.Receipt, (HttpContext context, string referens, Runner runner, ReceiptPace pace) => With(context, referens, runner, pace, async (receipt, actor) =>
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            var words = TypedText.Printed(form["invandning"].ToString());

            // Only a plain yes confirms: words that came with anything else are never thrown away.
            var confirms = form["svar"] == "stammer" && words.Trim().Length == 0;
            var result = await runner.Run(new AnswerReceipt(confirms ? null : words), actor, context.RequestAborted);
            if (result.IsDone) return SeeOther.To(context, Urls.ToReceipt(receipt.Reference));

            var errors = new FieldErrors();
            errors.Add(result.Refusal!);
            return Pages.Show<ReceiptPage>(new { View = receipt, Errors = errors, Objection = words }, StatusCodes.Status422UnprocessableEntity);
        })).Open(OfTheReference).FromOwnForm();
    }

    private static async Task<IResult> With(HttpContext context, string typed, Runner runner, ReceiptPace pace, Func<ReceiptView, Actor, Task<IResult>> show)
    {
        KeepPrivate(context);
        var known = ReceiptReference.TryParse(typed, out var reference);
        if (pace.TooOften(context, reference?.Text ?? "") is { } tooOften) return tooOften;

        var actor = Actor.Holding(reference ?? Nobodys);
        var receipt = await runner.Ask(new Receipt(), actor, context.RequestAborted);
        if (receipt is not null && known) return await show(receipt, actor);

        pace.WasWrong(context);
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ReceiptEndpoints)).LogWarning("The reference of a receipt was tried in vain, from {Place}.", Place.Of(context));
        return NotThere(typed);
    }

    private static RazorComponentResult<FindReceiptPage> NotThere(string typed) => Pages.Show<FindReceiptPage>(new { Typed = typed.Length > 40 ? "" : typed, NotFound = true }, StatusCodes.Status404NotFound);

    private static void KeepPrivate(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers["Referrer-Policy"] = "no-referrer";
    }
}
