using Kunskapsstyrning.Web.Features.Municipalities;
using Kunskapsstyrning.Web.Features.Papers;
using Kunskapsstyrning.Web.Features.Printing;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.DecisionKits;

/// <summary>The draft that a municipality takes to its board: to read, to go on writing in, and to print.</summary>
internal static class DecisionKitEndpoints
{
    public static void MapDecisionKits(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.DecisionKit, (HttpContext context, string kod, string slug, SiteAddress site) => OwnPaper.Of(
            context, kod, slug, view => Task.FromResult<IResult>(Pages.Show<DecisionKitPage>(new { View = view, Paper = view.DecisionKit(site.Root) })))).For(typeof(WhatAppliesToMunicipality)).CacheOutput(PublicPages.Name);

        app.MapGet(Urls.DecisionKitWord, (HttpContext context, string kod, string slug, SiteAddress site) => OwnPaper.Of(
            context, kod, slug, view => Task.FromResult(FileToKeep.Of(context, WordPaper.Write(view.DecisionKit(site.Root)), WordPaper.MediaType, $"{view.DecisionKitName()}.docx")))).For(typeof(WhatAppliesToMunicipality));

        app.MapGet(Urls.DecisionKitPdf, (HttpContext context, string kod, string slug, SiteAddress site, PrintedPages printed) => OwnPaper.Of(
            context, kod, slug, view => Print(context, view, view.DecisionKit(site.Root), printed))).For(typeof(WhatAppliesToMunicipality));
    }

    private static Task<IResult> Print(HttpContext context, MunicipalityView view, Paper paper, PrintedPages printed) => printed.Pdf<PaperSheet>(
        paper.Title, view.DecisionKitName(), new() { [nameof(PaperSheet.Paper)] = paper }, Urls.ToDecisionKit(view.Municipality.Code, view.Own!.Recommendation.Slug), context);
}
