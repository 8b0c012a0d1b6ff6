using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Logging;

/// <summary>Logging by hand: the form, its draft, and saving.</summary>
internal static class LoggingEndpoints
{
    public static void MapLogging(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.Log, Open).For(typeof(LogDecision));
        app.MapPost(Urls.Log, Save).For(typeof(LogDecision)).FromOwnForm();
        app.MapPost(Urls.Draft, async (HttpContext context, Runner runner, CancellationToken cancellation) =>
        {
            var form = LogDecisionForm.Of(await context.Request.ReadFormAsync(cancellation));

            // The last draft comes when the browser is being closed, and is kept though nobody waits for the answer.
            var result = await runner.Run(new KeepDraft(form), context.Actor(), CancellationToken.None);
            return result.Refusal is { } refusal ? Pages.Problem(StatusCodes.Status422UnprocessableEntity, "Utkastet är inte sparat.", refusal.Sentence, Urls.Log, "Till formuläret") : Results.NoContent();
        }).For(typeof(KeepDraft)).FromOwnForm();
        app.MapPost(Urls.NoDraft, async (HttpContext context, Runner runner, CancellationToken cancellation) =>
        {
            var form = await context.Request.ReadFormAsync(cancellation);
            var item = Guid.TryParse(form["post"], out var id) ? new ArrivedItemId(id) : default;
            await runner.Run(new DiscardDraft(item), context.Actor(), cancellation);
            return SeeOther.To(context, item == default ? Urls.Log : Urls.ToItem(item));
        }).For(typeof(DiscardDraft)).FromOwnForm();
    }

    private static async Task<IResult> Open(HttpContext context, string? kommun, string? rekommendation, string? sparat, string? sok, Runner runner, CancellationToken cancellation)
    {
        DecisionId? saved = Guid.TryParse(sparat, out var id) ? new DecisionId(id) : null;
        var search = string.Concat((sok ?? "").Where(c => !char.IsControl(c))).Trim();
        var desk = await runner.Ask(new LogDesk(saved, search), context.Actor(), cancellation);
        var asked = rekommendation ?? desk.Saved?.Recommendation.Slug;
        var restored = desk.Draft is { } draft && Fits(draft.Form, kommun, rekommendation, desk.Municipalities);
        var form = restored ? desk.Draft!.Form : LogDecisionForm.Empty(NameOf(kommun, desk.Municipalities), asked, desk.Today);
        return Pages.Show<LogDecisionPage>(new { Desk = desk, Form = form, Errors = FieldErrors.None, Restored = restored, Search = search });
    }

    private static async Task<IResult> Save(HttpContext context, Runner runner, FileScanner scanner, CancellationToken cancellation)
    {
        var posted = await context.Request.ReadFormAsync(cancellation);
        var form = LogDecisionForm.Of(posted);
        var desk = await runner.Ask(new LogDesk(), context.Actor(), cancellation);
        if (posted.ContainsKey("visa")) return Pages.Show<LogDecisionPage>(new { Desk = desk with { Draft = null }, Form = form, Errors = FieldErrors.None, FileLost = posted.Files["handling"] is { Length: > 0 } });

        var (choice, errors) = (TwinChoice.In(posted), new FieldErrors());
        if (choice is { Way: TwinWay.Discard })
        {
            await runner.Run(new DiscardDraft(), context.Actor(), cancellation);
            return SeeOther.To(context, Urls.Log);
        }

        var asked = desk.Recommendations.FirstOrDefault(r => r.Slug == form.Recommendation.Trim());
        var command = form.ToCommand(desk.Municipalities, asked, desk.Today, errors);
        var receipt = form.ReceiptTo(errors);
        var (file, refused) = await Uploads.Take(context, posted.Files, scanner, cancellation);
        if (refused is not null) errors.Add(refused);

        IReadOnlyList<TwinDecision> twins = [];
        if (command is not null && !errors.Any)
        {
            command = command with { File = file, Receipt = receipt, Beside = choice?.Seen ?? [] };
            ICommand chosen = choice is { Way: TwinWay.Attach, With: { } with } ? new AttachFile(with, command.Municipality, command.Recommendation, file) : command;
            var result = await runner.Run(chosen, context.Actor(), cancellation);
            if (result.IsDone) return SeeOther.To(context, chosen is AttachFile attached ? Urls.ToDecision(attached.Decision) : Urls.ToSaved(form.Id));
            errors.Add(result.Refusal!);
            if (result.Refusal == LogRefusals.MayBeRegistered || chosen is AttachFile) twins = await runner.Ask(new TwinsOf([command]), context.Actor(), cancellation);
        }

        return Pages.Show<LogDecisionPage>(new { Desk = desk with { Draft = null }, Form = form, Errors = errors, FileLost = file is not null, Alike = twins }, StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>True when a draft is about what the address asks for.</summary>
    private static bool Fits(LogDecisionForm draft, string? municipality, string? recommendation, IReadOnlyList<Municipality> all) =>
        (string.IsNullOrEmpty(municipality) || MunicipalityTyped.Find(draft.Municipality, all) == MunicipalityTyped.Find(municipality, all))
        && (string.IsNullOrEmpty(recommendation) || draft.Recommendation == recommendation);

    private static string? NameOf(string? typed, IReadOnlyList<Municipality> all) => typed is null ? null : MunicipalityTyped.Find(typed, all)?.Name ?? typed;
}
