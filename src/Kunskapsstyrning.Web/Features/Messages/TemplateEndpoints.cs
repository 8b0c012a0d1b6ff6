using System.Globalization;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kunskapsstyrning.Web.Features.Messages;

/// <summary>The templates of messages: list, change, look at, try.</summary>
internal static class TemplateEndpoints
{
    public static void MapTemplates(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.Templates, async (HttpContext context, Runner runner, CancellationToken cancellation) =>
            Pages.Show<TemplatesPage>(new { All = await runner.Ask(new Templates(), context.Actor(), cancellation) })).For(typeof(Templates));
        app.MapGet(Urls.Template, async (HttpContext context, string mall, string? sparad, Runner runner) =>
            await Find(context, mall, runner) is { } view
                ? (IResult)Show(new WrittenTemplate(view, view.Current.Number, view.Current.Subject, view.Current.Body) { TryAt = view.OwnAddress }, FieldErrors.None, done: Saved(view, sparad))
                : NotThere()).For(typeof(Templates));
        app.MapPost(Urls.Template, Post).For(typeof(WriteTemplate)).FromOwnForm();
    }

    private static async Task<IResult> Post(HttpContext context, string mall, Runner runner, Postbox postbox, MailOptions mail)
    {
        if (await Find(context, mall, runner) is not { } view) return NotThere();

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var seen = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var written = new WrittenTemplate(view, seen, form["amne"].ToString().Trim(), TypedText.Printed(form["text"].ToString())) { TryAt = form["prov-till"].ToString().Trim() };
        if (form.ContainsKey("prov")) return await Try(context, written, mail.CanSend, runner, postbox);
        return form.ContainsKey("visa") ? Look(written) : await Write(context, written, runner);
    }

    private static RazorComponentResult<TemplatePage> Look(WrittenTemplate written)
    {
        var errors = new FieldErrors();
        if (MessageTemplate.RefusalOf(written.View.Kind, written.Subject, written.Body) is { } wrong) errors.Add(wrong);
        return Show(written, errors, preview: !errors.Any);
    }

    private static async Task<IResult> Write(HttpContext context, WrittenTemplate written, Runner runner)
    {
        var kind = written.View.Kind;
        var result = await runner.Run(new WriteTemplate(kind, written.Seen, written.Subject, written.Body), context.Actor(), context.RequestAborted);
        if (result.IsDone) return SeeOther.To(context, Urls.ToTemplateSaved(kind.InAddress(), written.Seen + 1));

        var errors = new FieldErrors();
        errors.Add(result.Refusal!);
        var now = await Find(context, kind.InAddress(), runner) ?? written.View;
        return Show(written with { View = now, Seen = result.Refusal == TemplateRefusals.ChangedMeanwhile ? now.Current.Number : written.Seen }, errors);
    }

    /// <summary>Hands the words over with invented values at once, outside the outbox: nobody waits for them, and they are about no decision.</summary>
    private static async Task<IResult> Try(HttpContext context, WrittenTemplate written, bool canSend, Runner runner, Postbox postbox)
    {
        var errors = new FieldErrors();
        if (!EmailAddress.TryParse(written.TryAt, out var to)) errors.Add("prov-till", "Skriv den e-postadress som provet ska gå till.");
        if (!canSend) errors.Add("prov-till", "Inget prov kan skickas: ingen e-postserver är inställd.");
        if (errors.Any) return Show(written, errors);

        var tried = await runner.Run(new TryTemplate(written.View.Kind, written.Subject, written.Body), context.Actor(), context.RequestAborted);
        if (tried.Refusal is { } refusal) errors.Add(refusal);
        else if (await postbox.Submit(Trial.Of(written, to!), context.RequestAborted) is { Verdict: not MailVerdict.Accepted } no) errors.Add("prov-till", $"Provet gick inte att lämna. {no.Words}");
        return Show(written, errors, preview: !errors.Any, errors.Any ? null : ("Provet är skickat.", $"Det gick till {to!.Text}. Inget är sparat."));
    }

    private static (string, string)? Saved(TemplateView view, string? saved) => saved == view.Current.Number.ToString(CultureInfo.InvariantCulture)
        ? ($"Version {saved} är sparad.", "Den gäller för allt som skrivs från och med nu. Det som redan är köat behåller sina ord.")
        : null;

    private static RazorComponentResult<TemplatePage> Show(WrittenTemplate written, FieldErrors errors, bool preview = false, (string, string)? done = null) => Pages.Show<TemplatePage>(
        new { Written = written, Errors = errors, Preview = preview, Done = done }, errors);

    private static async Task<TemplateView?> Find(HttpContext context, string name, Runner runner) =>
        (await runner.Ask(new Templates(), context.Actor(), context.RequestAborted)).FirstOrDefault(t => t.Kind.InAddress() == name);

    private static IResult NotThere() => Pages.NotThere(TemplateRefusals.NotThere.Sentence, Urls.Templates, "Till mallarna");
}
