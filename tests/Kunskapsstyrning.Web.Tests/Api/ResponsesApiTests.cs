using System.Net;
using System.Text.Json;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Features.Overview;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Api;

/// <summary>A site on which four municipalities have answered.</summary>
public sealed class AnsweredSite : IAsyncLifetime
{
    public TestSite Site { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Site.InitializeAsync();
        await Site.App.Proposal("0114", "2019-05-02");
        await Site.App.Final("0115", Outcome.Adopts, decided: "2019-06-03", arrived: "2019-06-20");
        await Site.App.Final("0117", Outcome.AdoptsWithReservation, decided: "2019-05-20", arrived: "2019-05-28");
        await Site.App.Final("0120", Outcome.Declines, decided: "2019-05-20", arrived: "2019-05-28", body: "=HYPERLINK(\"x\")");
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}

public sealed class ResponsesApiTests(AnsweredSite answered) : IClassFixture<AnsweredSite>
{
    private const string Recommendation = "/api/v1/recommendations/2018-kunskapsstyrning";

    private TestSite Site => answered.Site;

    [Fact]
    public async Task There_is_a_row_for_each_municipality_by_code_with_what_its_status_rests_on()
    {
        var rows = (await Site.Json($"{Recommendation}/responses?asOf=2019-07-04")).EnumerateArray().ToList();

        Assert.Equal(290, rows.Count);
        Assert.Equal(rows.Select(Code).Order(StringComparer.Ordinal), rows.Select(Code));
        Assert.Equal(
            """{"municipalityCode":"0115","municipality":"Vallentuna","countyCode":"01","status":"adopted","decidedOn":"2019-06-03","decidingBody":"Kommunstyrelsen","arrivedOn":"2019-06-20","late":true,"firstPayingYear":2020,"lastPayingYear":null}""",
            rows.Single(r => Code(r) == "0115").GetRawText());
        Assert.Equal(
            """{"municipalityCode":"0114","municipality":"Upplands Väsby","countyCode":"01","status":"inPreparation","decidedOn":null,"decidingBody":"Arbetsutskottet","arrivedOn":"2019-05-02","late":false,"firstPayingYear":null,"lastPayingYear":null}""",
            rows.Single(r => Code(r) == "0114").GetRawText());
    }

    [Theory]
    [InlineData("2019-06-19&basis=arrived", "noResponse")]
    [InlineData("2019-06-20&basis=arrived", "adopted")]
    [InlineData("2019-06-02&basis=held", "noResponse")]
    [InlineData("2019-06-03&basis=held", "adopted")]
    public async Task A_decision_counts_from_its_arrival_or_with_the_other_question_from_its_meeting(string asOf, string status) =>
        Assert.Equal(status, (await Site.Json($"{Recommendation}/responses?asOf={asOf}")).EnumerateArray().Single(r => Code(r) == "0115").GetProperty("status").GetString());

    [Theory]
    [InlineData("1950-01-01")]
    [InlineData("2018-12-13")]
    [InlineData("2019-05-28")]
    [InlineData("2025-11-24")]
    public async Task The_five_numbers_add_to_every_municipality_on_any_day(string day)
    {
        var summary = (await Site.Json($"{Recommendation}?asOf={day}")).GetProperty("summary");

        Assert.Equal(290, new[] { "adopted", "adoptedWithReservation", "declined", "inPreparation", "noResponse" }.Sum(n => summary.GetProperty(n).GetInt32()));
    }

    [Fact]
    public async Task The_summary_says_what_the_page_says()
    {
        var summary = (await Site.Json($"{Recommendation}?asOf=2019-07-04")).GetProperty("summary");
        var state = (await Site.App.AsAnyone().Ask(new StateOfRecommendation("2018-kunskapsstyrning", new AsOf(new DateOnly(2019, 7, 4)))))!;

        Assert.Equal((1, 1, 1, 1, 286), (Count("adopted"), Count("adoptedWithReservation"), Count("declined"), Count("inPreparation"), Count("noResponse")));
        Assert.Equal(Math.Round(state.Adoption.PopulationShareAdopted, 4), summary.GetProperty("populationShareAdopted").GetDecimal());
        Assert.Equal(state.Adoption.Secured[2020].Amount, summary.GetProperty("securedSek").GetProperty("2020").GetDecimal());
        Assert.Equal(19500000m, summary.GetProperty("possibleSek").GetProperty("2023").GetDecimal());
        Assert.Equal(19500000m, summary.GetProperty("capSek").GetDecimal());

        int Count(string name) => summary.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task Where_no_fee_is_set_there_is_no_money_to_tell_of()
    {
        var summary = (await Site.Json("/api/v1/recommendations/2024-kunskapsbaserad-socialtjanst")).GetProperty("summary");

        Assert.Equal("{}", summary.GetProperty("securedSek").GetRawText());
        Assert.Equal("{}", summary.GetProperty("possibleSek").GetRawText());
        Assert.Equal(JsonValueKind.Null, summary.GetProperty("capSek").ValueKind);
    }

    [Fact]
    public async Task Those_who_have_not_answered_in_a_county_are_one_link_as_csv()
    {
        var lines = (await Site.Text($"{Recommendation}/responses?status=noResponse&county=01&format=csv")).Split("\r\n");

        Assert.Equal("municipalityCode,municipality,countyCode,status,decidedOn,decidingBody,arrivedOn,late,firstPayingYear,lastPayingYear", lines[0]);
        Assert.Equal("0123,Järfälla,01,noResponse,,,,false,,", lines[1]);
        Assert.Equal(22 + 2, lines.Length);
    }

    [Fact]
    public async Task A_cell_that_looks_like_a_formula_is_text_in_a_spreadsheet()
    {
        using var answer = await Site.Get($"{Recommendation}/responses?status=declined", ("Accept", "text/csv"));

        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\")\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?asOf=2999-01-01", "future-day")]
    [InlineData("?asOf=igar", "not-a-day")]
    [InlineData("?asOf=", "not-a-day")]
    [InlineData("?basis=gallde", "unknown-basis")]
    [InlineData("/responses?asOf=2019-13-01", "not-a-day")]
    [InlineData("/responses?status=antagit", "unknown-status")]
    [InlineData("/responses?county=99", "unknown-county")]
    public async Task Nonsense_is_a_problem_with_its_name(string question, string code)
    {
        using var answer = await Site.Get(Recommendation + question);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"problem:{code}\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/recommendations/2019-finns-inte/responses")]
    [InlineData("/api/v1/municipalities/9999")]
    [InlineData("/api/v1/municipalities/Eker%C3%B6/fees")]
    [InlineData("/api/v1/nagot-annat")]
    public async Task What_is_not_there_is_a_problem_document_too(string address)
    {
        using var answer = await Site.Get(address);

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task An_answer_that_has_not_changed_is_not_sent_again()
    {
        using var first = await Site.Get($"{Recommendation}/responses");
        var tag = first.Headers.ETag!.ToString();

        using var second = await Site.Get($"{Recommendation}/responses", ("If-None-Match", tag));

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task The_list_names_the_years_and_the_predecessor()
    {
        var list = (await Site.Json("/api/v1/recommendations")).EnumerateArray().ToList();

        Assert.Equal(
            """{"slug":"2024-kunskapsbaserad-socialtjanst","title":"Kunskapsbaserad socialtjänst","boardDecidedOn":"2024-01-26","responseDeadline":"2024-06-30","fundingYears":[2025,2026,2027,2028],"predecessor":"2018-kunskapsstyrning"}""",
            list[0].GetRawText());
        Assert.Equal(3, list.Count);
    }

    [Fact]
    public async Task The_proposed_extension_is_told_and_gives_no_year()
    {
        var recommendation = await Site.Json(Recommendation);

        Assert.Equal("proposed", recommendation.GetProperty("extensions")[0].GetProperty("state").GetString());
        Assert.Equal("[2020,2021,2022,2023]", recommendation.GetProperty("fundingYears").GetRawText());
    }

    [Fact]
    public async Task A_municipality_is_its_row_with_the_contacts_that_are_public()
    {
        Assert.Equal(
            """{"code":"0125","name":"Ekerö","countyCode":"01","county":"Stockholms län","population":28910,"populationDate":"2024-12-31","contacts":[]}""",
            (await Site.Json("/api/v1/municipalities/0125")).GetRawText());
        Assert.Equal(290, (await Site.Json("/api/v1/municipalities")).GetArrayLength());
    }

    [Fact]
    public async Task The_description_is_openapi_and_holds_the_api_and_nothing_else()
    {
        var description = await Site.Json("/openapi/v1.json");

        Assert.Equal(
            ["null", "integer"],
            description.GetProperty("components").GetProperty("schemas").GetProperty("ResponseLine").GetProperty("properties").GetProperty("firstPayingYear")
                .GetProperty("type").EnumerateArray().Select(t => t.GetString()));
        Assert.StartsWith("3.1", description.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            [
                "/api/v1/municipalities", "/api/v1/municipalities/{code}", "/api/v1/municipalities/{code}/fees", "/api/v1/recommendations",
                "/api/v1/recommendations/{slug}", "/api/v1/recommendations/{slug}/fees", "/api/v1/recommendations/{slug}/responses",
            ],
            description.GetProperty("paths").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.All(
            description.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).Select(o => o.Value),
            operation => Assert.All(
                operation.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : [],
                parameter => Assert.False(string.IsNullOrEmpty(parameter.GetProperty("description").GetString()))));
    }

    private static string Code(JsonElement row) => row.GetProperty("municipalityCode").GetString()!;
}
