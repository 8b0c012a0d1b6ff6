using Kunskapsstyrning.Web.Features.Printing;
using Kunskapsstyrning.Web.Features.Spreadsheets;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.FeePapers;

/// <summary>The annex with every municipality's cost: to look at, to print and to reckon on with.</summary>
internal static class CostListEndpoints
{
    public static void MapCostLists(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.CostPerMunicipality, (HttpContext context, string slug, int ar, Runner runner) => Of(
            context, slug, ar, runner, list => Task.FromResult<IResult>(Pages.Show<CostListPage>(new { List = list })))).For(typeof(CostPerMunicipality)).CacheOutput(PublicPages.Name);

        app.MapGet(Urls.CostPerMunicipalityPdf, (HttpContext context, string slug, int ar, Runner runner, PrintedPages printed) => Of(context, slug, ar, runner, list => printed.Pdf<CostListSheet>(
            list.Title(), list.Title(), new() { [nameof(CostListSheet.List)] = list }, Urls.ToCostPerMunicipality(slug, ar), context))).For(typeof(CostPerMunicipality));

        app.MapGet(Urls.CostPerMunicipalityExcel, (HttpContext context, string slug, int ar, Runner runner) => Of(context, slug, ar, runner, list => Task.FromResult(FileToKeep.Of(
            context, CostListWorkbook.Write(list, context.Actor() is { IsSignedIn: true } asker ? asker.Name : null), Workbook.MediaType, $"{list.Title()}.xlsx")))).For(typeof(CostPerMunicipality));
    }

    private static async Task<IResult> Of(HttpContext context, string slug, int year, Runner runner, Func<CostList, Task<IResult>> make) =>
        await runner.Ask(new CostPerMunicipality(slug, year), context.Actor(), context.RequestAborted) is { } list
            ? await make(list)
            : Pages.NotThere($"Ingen avgift är fastställd för {year}, så det finns ingen lista.");
}
