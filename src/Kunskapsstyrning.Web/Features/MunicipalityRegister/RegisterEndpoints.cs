using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kunskapsstyrning.Web.Features.MunicipalityRegister;

/// <summary>The register of municipalities: looked at, and changed in two steps, of which the first says what it means.</summary>
internal static class RegisterEndpoints
{
    public static void MapMunicipalityRegister(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.Register, async (HttpContext context, string? per, Runner runner, CancellationToken cancellation) =>
        {
            DateOnly? day = SwedishDay.TryParse(per, out var read) ? read : null;
            if (day is null && !string.IsNullOrEmpty(per)) return Pages.Nonsense(SwedishDay.Unreadable, Urls.Register, "Visa registret i dag");
            return Pages.Show<RegisterPage>(new { View = await runner.Ask(new RegisterOn(day), context.Actor(), cancellation) });
        }).For(typeof(RegisterOn));
        app.MapGet(Urls.Registered, async (HttpContext context, string kod, string? klart, Runner runner) =>
            await Find(context, kod, runner) is { } view ? (IResult)Page(view, done: Said(klart)) : NotThere()).For(typeof(MunicipalityInRegister));
        app.MapPost(Urls.Registered, Post).For(typeof(RedrawMunicipalities)).FromOwnForm();
    }

    private static async Task<IResult> Post(HttpContext context, string kod, Runner runner)
    {
        if (await Find(context, kod, runner) is not { } view) return NotThere();

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (TypedChange.Of(form) is not { } typed) return NotThere();

        var errors = new FieldErrors();
        var (command, means) = await Read(context, view, typed, runner, errors);
        if (command is null) return Page(view, errors, typed);
        if (means.Count > 0 && !form.ContainsKey("ja")) return Page(view, errors, typed, means);

        var result = await runner.Run(command, context.Actor(), context.RequestAborted);
        if (result.IsDone) return SeeOther.To(context, Urls.ToRegistered(view.Municipality.Code) + Urls.Query(("klart", typed.Act)));
        errors.Add(typed.FieldOf(result.Refusal!), result.Refusal!.Sentence);
        return Page(await Find(context, kod, runner) ?? view, errors, typed);
    }

    /// <summary>What is to be done and what it means; no command, with what is wrong added, when it cannot be.</summary>
    private static async Task<(ICommand? Command, IReadOnlyList<string> Means)> Read(HttpContext context, RegisteredMunicipality view, TypedChange typed, Runner runner, FieldErrors errors)
    {
        var own = view.Municipality;
        if (typed.Act == "orgnr") return (typed.Number(errors) is { } number ? new StateOrganisationNumber(own.Code, typed.Seen, number) : null, []);
        if (typed.Act == "namn")
        {
            var (name, from, reason) = (typed["namn-namn"], typed.From(errors), typed.Why(errors));
            if (errors.Any || from is null) return (null, []);
            if (own.RefusalOfName(name, from.Value, view.All, view.Today) is not { } no) return (new RenameMunicipality(own.Code, name, from.Value, reason!), Swedish.MeaningOfName(own, name, from.Value));
            errors.Add(typed.FieldOf(no), no.Sentence);
            return (null, []);
        }

        var (redrawing, why) = (typed.Redrawing(own, view.All, errors), typed.Why(errors));
        if (errors.Any || redrawing is null) return (null, []);

        var trial = await runner.Ask(new TryRedrawing(redrawing), context.Actor(), context.RequestAborted);
        if (trial.Refusal is not { } refusal) return (new RedrawMunicipalities(redrawing, why!), trial.Meaning());
        errors.Add(typed.FieldOf(refusal), refusal.Sentence);
        return (null, []);
    }

    private static async Task<RegisteredMunicipality?> Find(HttpContext context, string typed, Runner runner) =>
        MunicipalityCode.TryParse(typed, out var code) ? await runner.Ask(new MunicipalityInRegister(code), context.Actor(), context.RequestAborted) : null;

    private static RazorComponentResult<RegisteredPage> Page(RegisteredMunicipality view, FieldErrors? errors = null, TypedChange? typed = null, IReadOnlyList<string>? means = null, string? done = null) =>
        Pages.Show<RegisteredPage>(
            new { View = view, Errors = errors ?? FieldErrors.None, Typed = typed, Means = means ?? [], Done = done }, errors);

    private static string? Said(string? done) => done switch
    {
        "orgnr" => "Organisationsnumret är sparat.",
        "namn" => "Det nya namnet är sparat.",
        "ihop" or "dela" => "Ändringen är genomförd.",
        _ => null,
    };

    private static IResult NotThere() => Pages.NotThere(RegisterRefusals.NotThere.Sentence, Urls.Register, "Till kommunregistret");
}
