using System.ComponentModel;
using System.Globalization;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Api;

/// <summary>The API's read part, version 1: the same queries as the pages, as JSON or CSV. Without key: what publicity allows.</summary>
internal static class ApiEndpoints
{
    private const string Json = "application/json";
    private const string CsvText = "text/csv";
    private const string AsOfText = "The day to answer for, inclusive, as 2019-06-15. Today in Sweden if left out. A future day is refused.";
    private const string BasisText = "What counts on the day: arrived (it had come to SKR; the default) or held (the municipality had decided it).";
    private const string FormatText = "json (the default) or csv. Accept: text/csv gives CSV too.";

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.ApiRecommendations, Recommendations).Answers(typeof(AllRecommendations), "Every recommendation, the latest first.").Produces<IReadOnlyList<RecommendationLine>>(200, Json, CsvText);
        app.MapGet(Urls.ApiRecommendation, Recommendation).Answers(typeof(RecommendationOnADay), "A recommendation, and how it stands on a day.").Produces<RecommendationInFull>(200, Json).Refuses(404, 406);
        app.MapGet(Urls.ApiResponses, Responses).Answers(typeof(ResponsesOnADay), "Every municipality's answer on a day, by code.").Produces<IReadOnlyList<ResponseLine>>(200, Json, CsvText).Refuses(403, 404);
        app.MapGet(Urls.ApiFees, Fees).Answers(typeof(FeesInYear), "Every municipality's fee in a year, with its calculation.").Produces<FeesOfYear>(200, Json, CsvText).Refuses(404);
        app.MapGet(Urls.ApiMunicipalities, Municipalities).Answers(typeof(AllMunicipalities), "Every municipality that exists today, by code.").Produces<IReadOnlyList<MunicipalityLine>>(200, Json, CsvText);
        app.MapGet(Urls.ApiMunicipality, Municipality).Answers(typeof(MunicipalityWithCode), "A municipality that is or has been.").Produces<MunicipalityInFull>(200, Json).Refuses(404, 406);
        app.MapGet(Urls.ApiMunicipalityFees, MunicipalityFees).Answers(typeof(FeesOfOneMunicipality), "A municipality's fee in every recommendation, a row for each year that is paid for.").Produces<IReadOnlyList<FeeOfMunicipality>>(200, Json, CsvText).Refuses(404);
    }

    private static async Task<IResult> Recommendations(HttpContext context, Runner runner, [Description(FormatText)] string? format, CancellationToken cancellation) =>
        ApiFormat.Rows(context, format, "rekommendationer", ApiAnswer.Of(await runner.Ask(new AllRecommendations(), context.Actor(), cancellation)));

    private static async Task<IResult> Recommendation(
        HttpContext context, Runner runner, [Description("The recommendation's name in addresses.")] string slug,
        [Description(AsOfText)] string? asOf, [Description(BasisText)] string? basis, [Description("json, which is all there is here.")] string? format, CancellationToken cancellation)
    {
        var day = AskedDay.Read(asOf, basis);
        return day.Value is null ? day.Problem!.ToResult() : ApiFormat.One(context, format, await runner.Ask(new RecommendationOnADay(slug, day.Value), context.Actor(), cancellation));
    }

    private static async Task<IResult> Responses(
        HttpContext context, Runner runner, [Description("The recommendation's name in addresses.")] string slug,
        [Description(AsOfText)] string? asOf, [Description(BasisText)] string? basis,
        [Description("Only those with this status.")] string? status, [Description("Only those in this county, SCB's two digits.")] string? county,
        [Description(FormatText)] string? format, CancellationToken cancellation)
    {
        var day = AskedDay.Read(asOf, basis);
        if (day.Value is null) return day.Problem!.ToResult();
        Status? wanted = null;
        if (status is not null)
        {
            if (!ApiWord.TryParse<Status>(status, out var known)) return ApiProblem.UnknownStatus(status).ToResult();
            wanted = known;
        }

        return ApiFormat.Rows(context, format, $"{slug}-svar", await runner.Ask(new ResponsesOnADay(slug, day.Value, wanted, county), context.Actor(), cancellation));
    }

    private static async Task<IResult> Fees(
        HttpContext context, Runner runner, [Description("The recommendation's name in addresses.")] string slug,
        [Description("The year. The first that is paid for if left out; one that is not paid for is not found.")] string? year,
        [Description(FormatText)] string? format, CancellationToken cancellation)
    {
        if (AsksForADay(context)) return ApiProblem.NoDayHere().ToResult();
        int? wanted = null;
        if (year is not null)
        {
            if (!int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var known)) return ApiProblem.NotAYear(year).ToResult();
            wanted = known;
        }

        return ApiFormat.Table(context, format, $"{slug}-avgifter", await runner.Ask(new FeesInYear(slug, wanted), context.Actor(), cancellation), fees => fees.Fees);
    }

    private static async Task<IResult> Municipalities(HttpContext context, Runner runner, [Description(FormatText)] string? format, CancellationToken cancellation) =>
        ApiFormat.Rows(context, format, "kommuner", ApiAnswer.Of(await runner.Ask(new AllMunicipalities(), context.Actor(), cancellation)));

    private static async Task<IResult> Municipality(
        HttpContext context, Runner runner, [Description("SCB's four digits.")] string code,
        [Description("json, which is all there is here.")] string? format, CancellationToken cancellation) =>
        ApiFormat.One(context, format, await runner.Ask(new MunicipalityWithCode(code), context.Actor(), cancellation));

    private static async Task<IResult> MunicipalityFees(
        HttpContext context, Runner runner, [Description("SCB's four digits.")] string code, [Description(FormatText)] string? format, CancellationToken cancellation) =>
        AsksForADay(context)
            ? ApiProblem.NoDayHere().ToResult()
            : ApiFormat.Rows(context, format, $"{code}-avgifter", await runner.Ask(new FeesOfOneMunicipality(code), context.Actor(), cancellation));

    private static bool AsksForADay(HttpContext context) => context.Request.Query.ContainsKey("asOf") || context.Request.Query.ContainsKey("basis");

    private static RouteHandlerBuilder Answers(this RouteHandlerBuilder endpoint, Type useCase, string summary) =>
        endpoint.For(useCase).WithSummary(summary).WithTags("v1").CacheOutput(PublicPages.Name).Refuses(400);

    private static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses) endpoint.ProducesProblem(status);
        return endpoint;
    }
}
