using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Municipalities;

/// <summary>Finding a municipality, and its page.</summary>
internal static class MunicipalityEndpoints
{
    public static void MapMunicipalities(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.Municipalities, Find).For(typeof(MunicipalitySearch)).CacheOutput(PublicPages.Name);
        app.MapGet(Urls.Municipality, Show).For(typeof(WhatAppliesToMunicipality)).CacheOutput(PublicPages.Name);
    }

    private static async Task<IResult> Find(HttpContext context, string? sok, Runner runner, CancellationToken cancellation)
    {
        var found = await runner.Ask(new MunicipalitySearch(sok), context.Actor(), cancellation);
        return found.Only is { } only ? Results.Redirect(Urls.ToMunicipality(only.Code)) : Pages.Show<FindMunicipalityPage>(new { Found = found });
    }

    private static async Task<IResult> Show(
        HttpContext context, string kod, string? rekommendation, string? per, string? fraga, Runner runner, TimeProvider clock, CancellationToken cancellation)
    {
        if (!MunicipalityCode.TryParse(kod, out var code)) return NoSuchMunicipality(kod);
        var slug = string.IsNullOrEmpty(rekommendation) ? null : rekommendation;
        if (AsOfInAddress.Read(per, fraga, SwedishTime.DayOf(clock.GetUtcNow()), out var asOf) is { } refusal)
            return Pages.Nonsense(refusal.Sentence, Urls.ToMunicipality(code), "Visa läget i dag");
        if (await runner.Ask(new WhatAppliesToMunicipality(code, slug, asOf), context.Actor(), cancellation) is { } view)
            return Pages.Show<MunicipalityPage>(new { View = view });

        var exists = await runner.Ask(new WhatAppliesToMunicipality(code, null, asOf), context.Actor(), cancellation) is not null;
        return exists
            ? Pages.NotThere("Det finns ingen rekommendation med den adressen.", Urls.ToMunicipality(code), "Till kommunens sida")
            : NoSuchMunicipality(kod);
    }

    private static IResult NoSuchMunicipality(string kod) =>
        Pages.NotThere($"Det finns ingen kommun med koden ”{kod}”. Sök på namnet i stället.", Urls.Municipalities, "Hitta kommun");
}
