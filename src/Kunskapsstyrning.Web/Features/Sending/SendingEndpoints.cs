using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Features.Inbox;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Sending;

/// <summary>Sending a decision from a municipality: the form, the answers to check, the receipt. Plain posts, and nothing typed is lost.</summary>
internal static class SendingEndpoints
{
    public static void MapSending(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.Send, Open).For(typeof(SendingDesk));
        app.MapPost(Urls.Send, Keep).For(typeof(KeepSendingDraft)).FromOwnForm();
        app.MapGet(Urls.CheckAnswers, Check).For(typeof(SendingDesk));
        app.MapPost(Urls.CheckAnswers, Send).For(typeof(SendDecision)).FromOwnForm();
        app.MapPost(Urls.NoSending, async (HttpContext context, Runner runner, CancellationToken cancellation) =>
        {
            var form = await context.Request.ReadFormAsync(cancellation);
            await runner.Run(new DiscardSendingDraft(), context.Actor(), cancellation);
            return SeeOther.To(context, form["rekommendation"].ToString() is { Length: > 0 } slug ? Urls.ToSend(slug) : Urls.OwnMunicipality);
        }).For(typeof(DiscardSendingDraft)).FromOwnForm();
        app.MapGet(Urls.Sent, async (HttpContext context, Guid id, string? igen, Runner runner, CancellationToken cancellation) =>
            await runner.Ask(new SentByUs(new ArrivedItemId(id)), context.Actor(), cancellation) is { } sent
                ? Pages.Show<SentPage>(new { Line = sent, IsOld = igen is "1" })
                : Pages.NotThere("Det finns inget skickat svar på den adressen.", Urls.OwnMunicipality, "Till er sida")).For(typeof(SentByUs));
    }

    private static async Task<IResult> Open(HttpContext context, string? rekommendation, Runner runner, CancellationToken cancellation)
    {
        if (await runner.Ask(new SendingDesk(), context.Actor(), cancellation) is not { } desk) return Pages.NotAllowed();

        var (asked, closed) = (desk.Asked(rekommendation ?? ""), !string.IsNullOrEmpty(rekommendation) && desk.Asked(rekommendation) is null);
        if (desk.Draft is not { } draft) return Pages.Show<SendDecisionPage>(new { Desk = desk, Form = SendDecisionForm.Empty((asked ?? (desk.Open is [var first, ..] ? first : null))?.Slug), AskedIsClosed = closed });
        return asked is null || draft.Form["rekommendation"] == asked.Slug
            ? Pages.Show<SendDecisionPage>(new { Desk = desk, draft.Form, Restored = true, draft.FileName, AskedIsClosed = closed })
            : Pages.Show<AnotherBegunPage>(new { Desk = desk, Draft = draft, Asked = asked });
    }

    /// <summary>Keeps what came, whatever is wrong with it, and goes on to the check when nothing is.</summary>
    private static async Task<IResult> Keep(HttpContext context, Runner runner, FileScanner scanner, CancellationToken cancellation)
    {
        var posted = await context.Request.ReadFormAsync(cancellation);
        var (form, errors) = (SendDecisionForm.Of(posted), new FieldErrors());
        if (await runner.Ask(new SentByUs(form.Id), context.Actor(), cancellation) is not null) return SeeOther.To(context, $"{Urls.ToSent(form.Id)}?igen=1");

        var (file, refused) = await Uploads.Take(context, posted.Files, scanner, cancellation);
        if (file?.Type is MediaType.Email) (file, refused) = (null, SendingRefusals.NoMessages);
        var kept = await runner.Run(new KeepSendingDraft(form, file), context.Actor(), cancellation);
        if (await runner.Ask(new SendingDesk(), context.Actor(), cancellation) is not { } desk) return Pages.NotAllowed();
        if (posted.ContainsKey("senare") && kept.IsDone && refused is null) return SeeOther.To(context, Urls.OwnMunicipality);

        form.Read(desk.Asked(form["rekommendation"]), desk.Municipality, desk.Today, errors);
        var fileName = desk.Draft is { } draft && draft.Form.Id == form.Id ? draft.FileName : null;
        if (refused is not null) errors.Add(refused);
        else if (fileName is null) errors.Add(SendingRefusals.NeedsDocument);
        if (kept.Refusal is { } no) errors.Add(no);
        return errors.Any
            ? Pages.Show<SendDecisionPage>(new { Desk = desk, Form = form, Errors = errors, FileName = fileName }, StatusCodes.Status422UnprocessableEntity)
            : SeeOther.To(context, Urls.CheckAnswers);
    }

    private static async Task<IResult> Check(HttpContext context, Runner runner, CancellationToken cancellation)
    {
        if (await runner.Ask(new SendingDesk(), context.Actor(), cancellation) is not { } desk) return Pages.NotAllowed();
        if (desk.Draft is not { FileName: not null } draft || desk.Asked(draft.Form["rekommendation"]) is not { } asked) return Results.LocalRedirect(Urls.Send);
        return draft.Form.Read(asked, desk.Municipality, desk.Today, new FieldErrors()) is { } stated
            ? Pages.Show<CheckAnswersPage>(new { Desk = desk, Draft = draft, Recommendation = asked, Stated = stated })
            : Results.LocalRedirect(Urls.Send);
    }

    private static async Task<IResult> Send(HttpContext context, Runner runner, Arrivals arrivals, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var item = new ArrivedItemId(Guid.TryParse(form["id"], out var id) ? id : default);
        var result = await runner.Run(new SendDecision(item), context.Actor(), cancellation);
        if (result.Refusal is { } refusal) return Pages.Problem(StatusCodes.Status422UnprocessableEntity, "Svaret är inte skickat.", refusal.Sentence, Urls.Send, "Fyll i svaret");

        arrivals.Tell();
        return SeeOther.To(context, Urls.ToSent(item));
    }
}
