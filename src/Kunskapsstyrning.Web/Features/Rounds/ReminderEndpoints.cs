using System.Globalization;
using Kunskapsstyrning.Domain.Rounds;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Operations;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kunskapsstyrning.Web.Features.Rounds;

/// <summary>When to remind of a recommendation: the rule, what it gives, and what is put off.</summary>
internal static class ReminderEndpoints
{
    public static void MapReminders(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.Reminders, async (HttpContext context, string slug, string? klart, Runner runner) =>
            await Find(context, slug, runner) is { } view ? (IResult)Page(view, Said(klart)) : OperationEndpoints.NotThere()).For(typeof(RemindersOf));
        app.MapPost(Urls.Reminders, State).For(typeof(StateReminders)).FromOwnForm();
        app.MapPost(Urls.SnoozeReminder, Snooze).For(typeof(SnoozeReminder)).FromOwnForm();
    }

    private static async Task<IResult> State(HttpContext context, string slug, Runner runner)
    {
        if (await Find(context, slug, runner) is not { } view) return OperationEndpoints.NotThere();

        var (typed, errors) = (TypedOperation.Read(await context.Request.ReadFormAsync(context.RequestAborted), ["steg"]), new FieldErrors());
        if (Steps(typed["steg"]) is not { } steps) errors.Add(ReminderRefusals.NoSteps);
        else if (await runner.Run(new StateReminders(slug, steps), context.Actor(), context.RequestAborted) is { IsDone: false } refused) errors.Add(refused.Refusal!);
        return errors.Any ? Page(view, null, typed, errors) : SeeOther.To(context, Urls.ToReminders(slug, "regel"));
    }

    private static async Task<IResult> Snooze(HttpContext context, string slug, Runner runner)
    {
        if (await Find(context, slug, runner) is not { } view) return OperationEndpoints.NotThere();

        var (typed, errors) = (TypedOperation.Read(await context.Request.ReadFormAsync(context.RequestAborted), ["sista-dag", "planerad", "till", "skal"]), new FieldErrors());
        if (!SwedishDay.TryParse(typed["planerad"], out var planned) | !SwedishDay.TryParse(typed["sista-dag"], out var deadline)) errors.Add(ReminderRefusals.NotThere);
        var until = TypedOperation.Day(typed["till"], "till", errors);
        if (until is { } day && !errors.Any && await runner.Run(new SnoozeReminder(slug, deadline, planned, day, typed["skal"]), context.Actor(), context.RequestAborted) is { IsDone: false } refused) errors.Add(refused.Refusal!);
        return errors.Any ? Page(view, null, typed, errors) : SeeOther.To(context, Urls.ToReminders(slug, "uppskjuten"));
    }

    /// <summary>"−14, −3, 7": none is a rule too; null when it cannot be read.</summary>
    private static List<int>? Steps(string typed)
    {
        var parts = typed.Replace('−', '-').Replace('–', '-').Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries);
        var steps = new List<int>();
        foreach (var part in parts)
        {
            if (!int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var step)) return null;
            steps.Add(step);
        }

        return steps;
    }

    private static string? Said(string? done) => done switch { "regel" => "Påminnelserna är ändrade.", "uppskjuten" => "Påminnelsen är uppskjuten.", _ => null };

    private static Task<RemindersView?> Find(HttpContext context, string slug, Runner runner) => runner.Ask(new RemindersOf(slug), context.Actor(), context.RequestAborted);

    private static RazorComponentResult<RemindersPage> Page(RemindersView view, string? done, IReadOnlyDictionary<string, string>? typed = null, FieldErrors? errors = null) =>
        Pages.Show<RemindersPage>(new { View = view, Typed = typed, Errors = errors ?? FieldErrors.None, Done = done }, errors);
}
