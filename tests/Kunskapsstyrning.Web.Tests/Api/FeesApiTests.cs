using System.Text.Json;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Api;

public sealed class FeesApiTests(TestSite site) : IClassFixture<TestSite>
{
    private const string OfTheFirst = "/api/v1/recommendations/2016-nationell-stodfunktion/fees";
    private const string OfTheSecond = "/api/v1/recommendations/2018-kunskapsstyrning/fees";
    private const string OfTheThird = "/api/v1/recommendations/2024-kunskapsbaserad-socialtjanst/fees";

    [Fact]
    public async Task The_fees_of_2017_hold_both_published_amounts_and_sum_beside_the_stated_cost()
    {
        var fees = await site.Json($"{OfTheFirst}?year=2017");

        Assert.Equal(290, fees.GetProperty("fees").GetArrayLength());
        Assert.Equal(9500m, Fee(fees, "0125").GetProperty("feeSek").GetDecimal());
        Assert.Equal(293100m, Fee(fees, "0180").GetProperty("feeSek").GetDecimal());
        Assert.Equal(3403100m, fees.GetProperty("sumSek").GetDecimal());
        Assert.Equal(3400000m, fees.GetProperty("statedCostSek").GetDecimal());
        Assert.Equal("computed", fees.GetProperty("state").GetString());
        Assert.Equal("""{"step":100,"mode":"each"}""", fees.GetProperty("rounding").GetRawText());
        Assert.Equal(0.35264m, fees.GetProperty("ratePerInhabitant").GetDecimal());
        Assert.Equal(JsonValueKind.Null, fees.GetProperty("capSek").ValueKind);
        Assert.Equal(1, fees.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task The_fees_of_2020_come_to_the_total_exactly()
    {
        var fees = await site.Json($"{OfTheSecond}?year=2020");

        Assert.Equal(19500000m, fees.GetProperty("sumSek").GetDecimal());
        Assert.Equal(55089m, Fee(fees, "0125").GetProperty("feeSek").GetDecimal());
        Assert.Equal(1685153m, Fee(fees, "0180").GetProperty("feeSek").GetDecimal());
        Assert.Equal("2018-12-31", fees.GetProperty("populationDate").GetString());
        Assert.Equal("""{"step":1,"mode":"exact"}""", fees.GetProperty("rounding").GetRawText());
    }

    [Fact]
    public async Task Without_a_year_the_first_is_shown() =>
        Assert.Equal(2020, (await site.Json(OfTheSecond)).GetProperty("year").GetInt32());

    [Fact]
    public async Task A_fee_that_is_not_set_is_an_answer_without_rows_and_without_amounts()
    {
        var fees = await site.Json(OfTheThird);

        Assert.Equal("notSet", fees.GetProperty("state").GetString());
        Assert.Equal(0, fees.GetProperty("fees").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, fees.GetProperty("sumSek").ValueKind);
        Assert.Equal(JsonValueKind.Null, fees.GetProperty("version").ValueKind);
    }

    [Theory]
    [InlineData(OfTheFirst, 2)]
    [InlineData(OfTheSecond, 4)]
    public async Task The_rate_times_the_inhabitants_less_the_discount_is_the_exact_fee_of_everyone(string address, int years)
    {
        var fees = await site.Json(address);
        var rate = fees.GetProperty("ratePerInhabitant").GetDecimal();

        Assert.All(fees.GetProperty("fees").EnumerateArray(), fee =>
        {
            var part = fee.GetProperty("discounted").GetBoolean() ? 0.9m : 1m;
            var product = rate * fee.GetProperty("population").GetInt32() * part;
            Assert.Equal(Math.Round(fee.GetProperty("exactSek").GetDecimal(), 2), Math.Round(product, 2));
        });
        Assert.True(years > 1);
    }

    [Fact]
    public async Task Each_fee_is_explained_in_swedish_with_its_own_numbers()
    {
        var ekero = Fee(await site.Json(OfTheFirst), "0125");

        Assert.Equal(
            ["26 984 invånare 31 december 2015 × 0,35264 kr = 9 515,64 kr", "Avrundat till närmaste 100 kr: 9 500 kr", "SKL har publicerat 9 500 kr. Det beloppet gäller."],
            ekero.GetProperty("explanation").EnumerateArray().Select(s => s.GetString()!.Replace('\u00A0', ' ')));
    }

    [Theory]
    [InlineData($"{OfTheFirst}?year=2019", 404, "year-outside")]
    [InlineData($"{OfTheSecond}?year=2024", 404, "year-outside")]
    [InlineData($"{OfTheSecond}?year=tjugo", 400, "not-a-year")]
    [InlineData($"{OfTheSecond}?asOf=2020-01-01", 400, "no-day-here")]
    [InlineData($"{OfTheSecond}?basis=held", 400, "no-day-here")]
    [InlineData($"{OfTheSecond}?format=xml", 400, "unknown-format")]
    [InlineData("/api/v1/recommendations/2030-vad-som-helst/fees", 404, "unknown-recommendation")]
    public async Task What_cannot_be_answered_is_a_problem_document(string address, int status, string code)
    {
        using var answer = await site.Get(address);

        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"urn:kunskapsstyrning:problem:{code}", problem.GetProperty("type").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.EndsWith(".", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_municipality_sees_each_year_of_each_recommendation_published_computed_or_not_set()
    {
        var fees = (await site.Json("/api/v1/municipalities/0125/fees")).EnumerateArray()
            .Select(f => $"{f.GetProperty("slug").GetString()![..4]} {f.GetProperty("year")} {f.GetProperty("feeSek")} {f.GetProperty("state")}");

        Assert.Equal(
            [
                "2024 2025  notSet", "2024 2026  notSet", "2024 2027  notSet", "2024 2028  notSet",
                "2018 2020 55089 computed", "2018 2021 55089 computed", "2018 2022 55089 computed", "2018 2023 55089 computed",
                "2016 2017 9500 published", "2016 2018 9500 published",
            ],
            fees);
    }

    [Fact]
    public async Task Fees_as_csv_have_the_same_names_and_a_row_for_each_municipality()
    {
        var lines = (await site.Text($"{OfTheFirst}?year=2017&format=csv")).Split("\r\n");

        Assert.Equal("municipalityCode,population,discounted,exactSek,computedSek,publishedSek,feeSek,explanation", lines[0]);
        Assert.Equal(292, lines.Length);
        Assert.StartsWith("0125,26984,false,9515.63776,9500,9500,9500,", lines.Single(l => l.StartsWith("0125", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    private static JsonElement Fee(JsonElement fees, string code) =>
        fees.GetProperty("fees").EnumerateArray().Single(f => f.GetProperty("municipalityCode").GetString() == code);
}
