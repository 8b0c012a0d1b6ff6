using System.Globalization;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kunskapsstyrning.Web.Features.Messages;

/// <summary>The templates of messages: list, change, look at.</summary>
internal static class TemplateEndpoints
{
    public static void MapTemplates(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.Templates, async (HttpContext context, Runner runner, CancellationToken cancellation) =>
            Pages.Show<TemplatesPage>(new { All = await runner.Ask(new Templates(), context.Actor(), cancellation) })).For(typeof(Templates));
        app.MapGet(Urls.Template, async (HttpContext context, string mall, Runner runner) =>
            await Find(context, mall, runner) is { } view
                ? (IResult)Show(view, view.Current.Number, view.Current.Subject, view.Current.Body, FieldErrors.None)
                : NotThere()).For(typeof(Templates));
        app.MapPost(Urls.Template, Write).For(typeof(WriteTemplate)).FromOwnForm();
    }

    private static async Task<IResult> Write(HttpContext context, string mall, Runner runner)
    {
        if (await Find(context, mall, runner) is not { } view) return NotThere();

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (subject, body, errors) = (form["amne"].ToString().Trim(), TypedText.Printed(form["text"].ToString()), new FieldErrors());
        var seen = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (form.ContainsKey("visa"))
        {
            if (MessageTemplate.RefusalOf(view.Kind, subject, body) is { } wrong) errors.Add(wrong);
            return Show(view, seen, subject, body, errors, preview: !errors.Any);
        }

        var result = await runner.Run(new WriteTemplate(view.Kind, seen, subject, body), context.Actor(), context.RequestAborted);
        if (result.IsDone) return SeeOther.To(context, Urls.ToTemplate(view.Kind.InAddress()));

        errors.Add(result.Refusal!);
        var now = await Find(context, mall, runner) ?? view;
        return Show(now, result.Refusal == TemplateRefusals.ChangedMeanwhile ? now.Current.Number : seen, subject, body, errors);
    }

    private static RazorComponentResult<TemplatePage> Show(TemplateView view, int seen, string subject, string body, FieldErrors errors, bool preview = false) => Pages.Show<TemplatePage>(
        new { View = view, Seen = seen, Subject = subject, Body = body, Errors = errors, Preview = preview }, errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private static async Task<TemplateView?> Find(HttpContext context, string name, Runner runner) =>
        (await runner.Ask(new Templates(), context.Actor(), context.RequestAborted)).FirstOrDefault(t => t.Kind.InAddress() == name);

    private static IResult NotThere() => Pages.NotThere(TemplateRefusals.NotThere.Sentence, Urls.Templates, "Till mallarna");
}
