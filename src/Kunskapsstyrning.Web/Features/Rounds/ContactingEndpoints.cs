using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Rounds;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kunskapsstyrning.Web.Features.Rounds;

/// <summary>Everything between SKR and a municipality: read, added to and mended.</summary>
internal static class ContactingEndpoints
{
    public static void MapContacting(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.ContactWith, async (HttpContext context, string kod, string? rekommendation, string? klart, Runner runner) =>
            await Find(context, kod, rekommendation, runner) is { } view ? (IResult)Page(view, TypedNote.New(view.Today, view.Likely?.Slug), done: Said(klart)) : NotThere()).For(typeof(ContactWith));
        app.MapPost(Urls.ContactWith, Note).For(typeof(NoteContact)).FromOwnForm();
        app.MapGet(Urls.CorrectNote, async (HttpContext context, string kod, Guid id, Runner runner) =>
            await InHand(context, kod, id, runner) is { } view ? (IResult)Page(view, TypedNote.Of(view.Note)) : NoNote()).For(typeof(NoteToCorrect));
        app.MapPost(Urls.CorrectNote, Correct).For(typeof(CorrectNote)).FromOwnForm();
    }

    private static async Task<IResult> Note(HttpContext context, string kod, Runner runner)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (typed, errors) = (TypedNote.Of(form), new FieldErrors());
        if (await Find(context, kod, null, runner) is not { } view) return NotThere();
        if (typed.Command(view.Municipality.Code, errors) is not { } command) return Page(view, typed, errors);

        var result = await runner.Run(command, context.Actor(), context.RequestAborted);
        if (result.IsDone) return SeeOther.To(context, Urls.ToContactWith(view.Municipality.Code, typed["rekommendation"], command.Noted is null ? "planerat" : "noterat"));
        errors.Add(result.Refusal!);
        return Page(view, typed, errors);
    }

    private static async Task<IResult> Correct(HttpContext context, string kod, Guid id, Runner runner)
    {
        if (await InHand(context, kod, id, runner) is not { } view) return NoNote();

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (typed, errors) = (TypedNote.Of(form), new FieldErrors());
        if (view.Note.Id == typed.Id) return Corrected(context, view);
        if (view.IsAnother) errors.Add(NoteRefusals.CorrectedMeanwhile);
        var noted = typed.Noted(errors);
        if (noted is null && !errors.Any) errors.Add(NoteRefusals.NoWords);
        if (errors.Any) return Page(view, typed, errors);

        var result = await runner.Run(new CorrectNote(typed.Id, view.Municipality.Code, view.Note.Id, noted!, typed["skal"]), context.Actor(), context.RequestAborted);
        if (result.IsDone) return Corrected(context, view);
        errors.Add(result.Refusal!);
        return Page(await InHand(context, kod, id, runner) ?? view, typed, errors);
    }

    private static IResult Corrected(HttpContext context, NoteInHand view) => SeeOther.To(context, Urls.ToContactWith(view.Municipality.Code, null, "rattat"));

    private static string? Said(string? done) => done switch
    {
        "noterat" => "Det är antecknat.",
        "planerat" => "Dagen är uppskriven.",
        "rattat" => "Anteckningen är rättad. Den förra går fortfarande att läsa.",
        _ => null,
    };

    private static async Task<ContactWithView?> Find(HttpContext context, string typed, string? slug, Runner runner) =>
        MunicipalityCode.TryParse(typed, out var code) ? await runner.Ask(new ContactWith(code, string.IsNullOrEmpty(slug) ? null : slug), context.Actor(), context.RequestAborted) : null;

    private static async Task<NoteInHand?> InHand(HttpContext context, string typed, Guid id, Runner runner) =>
        MunicipalityCode.TryParse(typed, out var code) ? await runner.Ask(new NoteToCorrect(code, new ContactNoteId(id)), context.Actor(), context.RequestAborted) : null;

    private static RazorComponentResult<ContactWithPage> Page(ContactWithView view, TypedNote typed, FieldErrors? errors = null, string? done = null) =>
        Pages.Show<ContactWithPage>(new { View = view, Typed = typed, Errors = errors ?? FieldErrors.None, Done = done }, errors);

    private static RazorComponentResult<CorrectNotePage> Page(NoteInHand view, TypedNote typed, FieldErrors? errors = null) =>
        Pages.Show<CorrectNotePage>(new { View = view, Typed = typed, Errors = errors ?? FieldErrors.None }, errors);

    private static IResult NotThere() => Pages.NotThere("Det finns ingen sådan kommun eller rekommendation.", Urls.Municipalities, "Hitta kommun");

    private static IResult NoNote() => Pages.NotThere(NoteRefusals.NotThere.Sentence, Urls.Municipalities, "Hitta kommun");
}
