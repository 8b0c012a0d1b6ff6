using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Web.Features.Municipalities;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.DecisionKits;

/// <summary>
/// What stands on a municipality's own papers: what its page shows today, to the one who asks. Papers hold fees, days and addresses,
/// never the status, so whoever may see the fees may have them. Of a municipality that has ended they say what applied on its last day.
/// </summary>
internal static class OwnPaper
{
    /// <summary>Makes the paper, or says that there is none.</summary>
    public static async Task<IResult> Of(HttpContext context, string kod, string slug, Func<MunicipalityView, Task<IResult>> make)
    {
        var today = SwedishTime.DayOf(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        if (!MunicipalityCode.TryParse(kod, out var code)) return NoPaper("Det finns ingen kommun med den koden.", Urls.Municipalities);
        var runner = context.RequestServices.GetRequiredService<Runner>();
        Task<MunicipalityView?> On(DateOnly day) => runner.Ask(new WhatAppliesToMunicipality(code, slug, new AsOf(day)), context.Actor(), context.RequestAborted);
        var view = await On(today);
        if (view?.Municipality.ValidThrough is { } last && last < today) view = await On(last);
        if (view?.Own is not { } own) return NoPaper("Det finns inget att hämta på den adressen.", Urls.Municipalities);

        return own.IsBeforeTheBoard ? NoPaper("Rekommendationen är inte beslutad än.", Urls.ToMunicipality(code)) : await make(view);
    }

    /// <summary>There is no such paper.</summary>
    public static IResult NoPaper(string sentence, string wayBack) => Pages.NotThere(sentence, wayBack, wayBack == Urls.Municipalities ? "Hitta kommun" : "Till kommunens sida");
}
