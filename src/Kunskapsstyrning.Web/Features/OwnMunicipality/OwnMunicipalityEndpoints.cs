using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kunskapsstyrning.Web.Features.OwnMunicipality;

/// <summary>The own municipality's page, and what it says about what is registered for it.</summary>
internal static class OwnMunicipalityEndpoints
{
    public static void MapOwnMunicipality(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.OwnMunicipality, async (HttpContext context, string? rekommendation, Runner runner, CancellationToken cancellation) =>
            await runner.Ask(new WhatAppliesToUs(Chosen(rekommendation)), context.Actor(), cancellation) is { } view
                ? (IResult)Page(view, StatusCodes.Status200OK, FieldErrors.None)
                : Pages.NotThere("Det finns ingen rekommendation med den adressen.", Urls.OwnMunicipality, "Till er sida")).For(typeof(WhatAppliesToUs));
        app.MapPost(Urls.OwnDecision, Say).For(typeof(SayAboutDecision)).FromOwnForm();
        app.MapPost(Urls.SettleRequest, async (HttpContext context, Guid id, int nummer, Runner runner, CancellationToken cancellation) =>
        {
            var result = await runner.Run(new SettleRequest(new DecisionId(id), nummer), context.Actor(), cancellation);
            var from = Guid.TryParse((await context.Request.ReadFormAsync(cancellation))["beslut"], out var shown) ? shown : id;
            return result.IsDone ? SeeOther.To(context, Urls.ToDecision(new DecisionId(from))) : Pages.NotThere(result.Refusal!.Sentence);
        }).For(typeof(SettleRequest)).FromOwnForm();
    }

    private static async Task<IResult> Say(HttpContext context, Guid id, Runner runner, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var (decision, slug, words) = (new DecisionId(id), Chosen(form["rekommendation"]), TypedText.Printed(form["invandning"].ToString()));

        // Only a plain yes confirms: words that came with anything else are never thrown away.
        var confirms = form["svar"] == "stammer" && words.Trim().Length == 0;
        var result = await runner.Run(new SayAboutDecision(decision, confirms ? null : words), context.Actor(), cancellation);
        if (result.IsDone) return SeeOther.To(context, $"{Urls.ToOwnMunicipality(slug)}#{OurDecisions.IdOf(decision)}");
        if (result.Refusal == RemarkRefusals.NotYours) return Pages.NotThere(RemarkRefusals.NotYours.Sentence, Urls.OwnMunicipality, "Till er sida");

        var errors = new FieldErrors();
        errors.Add(result.Refusal!.Field is null ? null : OurDecisions.FieldOf(decision), result.Refusal.Sentence);
        return await runner.Ask(new WhatAppliesToUs(slug), context.Actor(), cancellation) is { } view
            ? Page(view, StatusCodes.Status422UnprocessableEntity, errors, words)
            : Pages.NotThere("Det finns ingen rekommendation med den adressen.", Urls.OwnMunicipality, "Till er sida");
    }

    private static string? Chosen(string? slug) => string.IsNullOrEmpty(slug) ? null : slug;

    private static RazorComponentResult<OwnMunicipalityPage> Page(OwnPageView view, int status, FieldErrors errors, string words = "") =>
        Pages.Show<OwnMunicipalityPage>(new { View = view, Errors = errors, Words = words }, status);
}
