using System.Net;
using System.Text;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Exports;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Features.Publishing;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Exports;

/// <summary>Files at their addresses: for whoever may read the page, and for nobody else.</summary>
public sealed class ExportAddressTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Of2018 = "/rekommendationer/2018-kunskapsstyrning/utdrag.";

    [Theory]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation")]
    [InlineData("csv", "text/csv")]
    [InlineData("pdf", "application/pdf")]
    public async Task Whoever_may_read_the_page_gets_the_file_named_by_recommendation_and_day(string ending, string kind)
    {
        using var answer = await site.Get($"{Of2018}{ending}?per=2019-07-04&lan=25");

        Assert.Equal((HttpStatusCode.OK, kind), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal($"Samlat system för kunskapsstyrning 2019-07-04.{ending}", answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task One_who_has_not_signed_in_is_the_public_and_the_day_is_the_one_asked_for()
    {
        using var answer = await site.Get($"{Of2018}xlsx?per=2019-07-04");

        var about = Exported.Sheet(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), "Om uttaget").Skip(1).ToDictionary(r => r[0], r => r[1]);
        Assert.Equal("Allmänheten", about["Uttaget av"]);
        Assert.Equal(new DateOnly(2019, 7, 4), DateOnly.FromDateTime(DateTime.FromOADate((double)Exported.Number(about["Läget den"]))));
    }

    [Theory]
    [InlineData("svg?bild=stapel", "image/svg+xml", "stapel.svg")]
    [InlineData("svg?bild=kurva", "image/svg+xml", "kurva.svg")]
    [InlineData("svg", "image/svg+xml", "karta.svg")]
    [InlineData("png?bild=karta", "image/png", "karta.png")]
    public async Task Pictures_are_chosen_by_name(string ending, string kind, string name)
    {
        using var answer = await site.Get(Of2018 + ending);

        Assert.Equal((HttpStatusCode.OK, kind), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.EndsWith(name, answer.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pdf_is_tagged_titled_and_Swedish()
    {
        using var answer = await site.Get($"{Of2018}pdf?per=2019-07-04");
        var pdf = Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        Assert.Contains("/Marked true", pdf, StringComparison.Ordinal);
        Assert.Contains("/Lang (sv-SE)", pdf, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_lists_every_file_of_the_view_and_the_overview_leads_to_it()
    {
        var page = await site.Text("/rekommendationer/2018-kunskapsstyrning/ta-med?per=2019-07-04&lan=25");
        var overview = await site.Text("/rekommendationer/2018-kunskapsstyrning?per=2019-07-04&lan=25");

        Assert.All(ExportFiles.Endings, ending => Assert.Contains($"utdrag.{ending}?per=2019-07-04&amp;lan=25", page, StringComparison.Ordinal));
        Assert.Contains("href=\"/rekommendationer/2018-kunskapsstyrning/ta-med?per=2019-07-04&amp;lan=25\"", overview, StringComparison.Ordinal);
        foreach (var file in System.Text.RegularExpressions.Regex.Matches(page, "href=\"(?<file>/rekommendationer/[^\"]*/utdrag\\.(xlsx|csv|pptx|svg)[^\"]*)\"", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Select(m => WebUtility.HtmlDecode(m.Groups["file"].Value)))
        {
            using var answer = await site.Get(file);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("csv?profil=maskin", "municipalityCode,")]
    [InlineData("csv?profil=excel", "\uFEFFKommunkod;")]
    [InlineData("csv", "\uFEFFKommunkod;")]
    public async Task There_is_a_profile_for_spreadsheets_and_one_for_machines(string ending, string begins)
    {
        using var answer = await site.Get(Of2018 + ending);

        Assert.StartsWith(begins, Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xlsx?per=2019-02-31", HttpStatusCode.BadRequest)]
    [InlineData("pptx?per=2999-01-01", HttpStatusCode.BadRequest)]
    [InlineData("csv?profil=annan", HttpStatusCode.BadRequest)]
    [InlineData("svg?bild=annan", HttpStatusCode.BadRequest)]
    [InlineData("csv?per=2018-12-20", HttpStatusCode.NotFound)]
    [InlineData("docx", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_asked_for_is_told_so(string ending, HttpStatusCode code)
    {
        using var answer = await site.Get(Of2018 + ending);

        Assert.Equal(code, answer.StatusCode);
    }

    [Theory]
    [InlineData(Publicity.Internal)]
    [InlineData(Publicity.FeesPublic)]
    public async Task Where_answers_are_not_public_there_is_no_file_but_for_SKR(Publicity publicity)
    {
        await using var other = new TestSite();
        await other.InitializeAsync();
        var asked = (await other.App.As(Role.Administrator).Ask(new StateOfRecommendation("2018-kunskapsstyrning", new AsOf(new DateOnly(2019, 7, 4)))))!.Recommendation;
        Assert.True((await other.App.As(Role.Administrator).Run(new SetPublicity(asked.Id, asked.Publicity, publicity))).IsDone);

        foreach (var ending in ExportFiles.Endings)
        {
            using var answer = await other.Get(Of2018 + ending);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.NotNull(await other.App.As(Role.Reader).Ask(new StateToTakeAlong("2018-kunskapsstyrning", new AsOf(new DateOnly(2019, 7, 4)))));
        Assert.Null(await other.App.As(new Domain.Municipalities.MunicipalityCode("0125")).Ask(new StateToTakeAlong("2018-kunskapsstyrning", new AsOf(new DateOnly(2019, 7, 4)))));
    }
}
