using Kunskapsstyrning.Web.Features.Municipalities;
using Kunskapsstyrning.Web.Features.Printing;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.DecisionKits;

/// <summary>The fee notice of a municipality, a recommendation and a year: to look at and to keep.</summary>
internal static class FeeNoticeEndpoints
{
    public static void MapFeeNotices(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.FeeNotice, (HttpContext context, string kod, string slug, int ar) =>
            Of(context, kod, slug, ar, notice => Task.FromResult<IResult>(Pages.Show<FeeNoticePage>(new { Notice = notice })))).For(typeof(WhatAppliesToMunicipality)).CacheOutput(PublicPages.Name);

        app.MapGet(Urls.FeeNoticePdf, (HttpContext context, string kod, string slug, int ar, PrintedPages printed) => Of(context, kod, slug, ar, notice => printed.Pdf<FeeNoticeSheet>(
            notice.Title(), $"Avgiftsbesked {ar} {notice.Municipality.Name}, {notice.Recommendation.ShortTitle}", new() { [nameof(FeeNoticeSheet.Notice)] = notice },
            Urls.ToFeeNotice(notice.Municipality.Code, slug, ar), context))).For(typeof(WhatAppliesToMunicipality));
    }

    private static Task<IResult> Of(HttpContext context, string kod, string slug, int year, Func<FeeNotice, Task<IResult>> make) => OwnPaper.Of(
        context, kod, slug, async view => FeeNotice.Of(view, year) is { } notice
            ? await make(notice)
            : OwnPaper.NoPaper($"Ingen avgift är fastställd för {year}, så det finns inget avgiftsbesked.", Urls.ToMunicipality(view.Municipality.Code, slug)));
}
