using System.Globalization;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Administration;

/// <summary>The pages of whoever manages people and how they sign in.</summary>
internal static class AdministrationEndpoints
{
    public static void MapAdministration(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.Administration, async (HttpContext context, Runner runner, CancellationToken cancellation) =>
            Pages.Show<AdministrationPage>(new { Numbers = await runner.Ask(new AdministrationInNumbers(), context.Actor(), cancellation) })).For(typeof(AdministrationInNumbers));
        app.MapGet(Urls.People, async (HttpContext context, string? sok, string? roll, string? kommun, string? visa, string? sida, Runner runner, CancellationToken cancellation) =>
            Pages.Show<PeoplePage>(new { View = await runner.Ask(new PeopleList(Filter(sok, roll, kommun, visa, sida)), context.Actor(), cancellation) })).For(typeof(PeopleList));
        app.MapPersons();
        app.MapInvitations();
        app.MapProviderPages();
        app.MapGet(Urls.RolesTable, async (HttpContext context, Runner runner, EndpointDataSource endpoints, CancellationToken cancellation) =>
            Pages.Show<RolesPage>(new { Lines = (await runner.Ask(new RolesTable(), context.Actor(), cancellation)).With(endpoints) })).For(typeof(RolesTable));
    }

    private static PeopleFilter Filter(string? search, string? role, string? municipality, string? shown, string? page) => new(
        search?.Trim() ?? "", Swedish.RoleInAddress(role), municipality?.Trim() ?? "", PeopleText.Shown(shown),
        int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, 10_000) : 1);
}
