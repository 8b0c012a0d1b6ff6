using System.Net;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Reports;

/// <summary>A report by plain form posts.</summary>
public sealed class ReportPageTests(LoggingSite site) : IClassFixture<LoggingSite>
{
    [Fact]
    public async Task One_click_too_many_makes_one_report_of_one_state()
    {
        var address = Urls.ToReports(Typed.Slug2016);
        using var officer = await site.As("handlaggare");
        using var page = await officer.Page(address);
        var id = page.QuerySelector("input[name=id]")!.GetAttribute("value")!;

        using var first = await officer.Post(address, address, ("id", id), ("lage", ""));
        using var again = await officer.Post(address, address, ("id", id), ("lage", ""));

        Assert.Equal((HttpStatusCode.SeeOther, first.Headers.Location), (again.StatusCode, again.Headers.Location));
        Assert.Equal((1L, 1L), (await site.App.Read<long>("SELECT count(*) FROM report"), await site.App.Read<long>("SELECT count(*) FROM snapshot")));
    }
}
