using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kunskapsstyrning.Web.Features.Publishing;

/// <summary>What of each recommendation everyone may see, and what search engines are told of it.</summary>
internal static class PublicityEndpoints
{
    public static void MapPublicity(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.Publicity, async (HttpContext context, string? sparad, Runner runner, CancellationToken cancellation) =>
            Page(await runner.Ask(new PublicityOfAll(), context.Actor(), cancellation), FieldErrors.None, sparad)).For(typeof(PublicityOfAll));
        app.MapPost(Urls.Publicity, Post).For(typeof(SetPublicity)).FromOwnForm();
        app.MapSitemap();
    }

    private static async Task<IResult> Post(HttpContext context, Runner runner, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var errors = new FieldErrors();
        var asked = (await runner.Ask(new PublicityOfAll(), context.Actor(), cancellation)).FirstOrDefault(r => r.Slug == form["rekommendation"]);
        if (asked is null) errors.Add(PublicityRefusals.NotThere);
        else if (form["offentlighet"].ToString().PublicityInAddress() is not { } chosen) errors.Add(asked.Slug, PublicityRefusals.NotChosen.Sentence);
        else if ((await runner.Run(new SetPublicity(asked.Id, form["sedd"].ToString().PublicityInAddress() ?? asked.Publicity, chosen), context.Actor(), cancellation)).Refusal is { } refusal) errors.Add(asked.Slug, refusal.Sentence);
        return errors.Any ? Page(await runner.Ask(new PublicityOfAll(), context.Actor(), cancellation), errors) : SeeOther.To(context, $"{Urls.Publicity}?sparad={asked!.Slug}");
    }

    private static RazorComponentResult<PublicityPage> Page(IReadOnlyList<Recommendation> all, FieldErrors errors, string? saved = null) => Pages.Show<PublicityPage>(
        new { All = all, Errors = errors, Saved = all.FirstOrDefault(r => r.Slug == saved) }, errors);
}
