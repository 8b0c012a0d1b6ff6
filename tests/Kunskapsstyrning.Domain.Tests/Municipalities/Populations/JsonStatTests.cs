using Kunskapsstyrning.Domain.Municipalities.Populations;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Municipalities.Populations;

public sealed class JsonStatTests
{
    private const string Region = "\"Region\":{\"category\":{\"index\":{\"0125\":0},\"label\":{\"0125\":\"Ekerö\"}}}";
    private const string Time = "\"Tid\":{\"category\":{\"index\":{\"2024\":0}}}";

    public static TheoryData<string, bool, bool, bool> Ways
    {
        get
        {
            var ways = new TheoryData<string, bool, bool, bool>();
            foreach (var order in (string[])["Region,ContentsCode,Tid", "Tid,Region,ContentsCode", "ContentsCode,Tid,Region", "Tid,ContentsCode,Region"])
            {
                foreach (var listed in (bool[])[false, true])
                {
                    foreach (var sparse in (bool[])[false, true]) ways.Add(order, listed, sparse, !listed);
                }
            }

            return ways;
        }
    }

    [Theory, MemberData(nameof(Ways))]
    public void Figures_are_read_whatever_the_order_of_dimensions_and_however_index_and_values_are_written(string order, bool listed, bool sparse, bool turned)
    {
        var reading = Statistics.Read(Statistics.Dataset(order.Split(','), listed, sparse, turned));

        Assert.Equal(from r in Statistics.Regions from y in Statistics.Years select $"{r} {y} {Statistics.Figure(r, y)}", reading.Told());
        Assert.Equal(["2024", "2015"], reading.Periods.Select(p => p.Name));
        Assert.True(reading.Content.IsPopulation);
        Assert.True(reading.IsDayTold);
    }

    [Fact]
    public void A_missing_value_is_no_figure_and_its_sign_is_kept()
    {
        var reading = Statistics.Read(Statistics.Bytes("""
            {"id":["Region","Tid"],"size":[2,1],"dimension":{"Region":{"category":{"index":["0125","0180"]}},"Tid":{"category":{"index":["2024"]}}},"value":[null,995574],"status":{"0":".."}}
            """));

        Assert.Equal(["0180 2024 995574"], reading.Told());
        Assert.Equal("..", reading.Counts[0].Written);
    }

    [Fact]
    public void A_value_that_is_left_out_of_a_sparse_dataset_is_missing() => Assert.Equal(["0180 2024 995574"], Statistics.Read(Statistics.Bytes("""
        {"id":["Region","Tid"],"size":[2,1],"dimension":{"Region":{"category":{"index":["0125","0180"]}},"Tid":{"category":{"index":["2024"]}}},"value":{"1":995574}}
        """)).Told());

    [Fact]
    public void The_whole_is_taken_where_figures_are_parted() => Assert.Equal(["0125 2025 29000"], Statistics.Read(Statistics.Bytes("""
        {"id":["Region","Kon","Alder","ContentsCode","Tid"],"size":[1,3,1,1,1],"dimension":{"Region":{"category":{"index":["0125"]}},"Kon":{"category":{"index":["1","2","TotSa"]}},
        "Alder":{"category":{"label":{"TotSA":"totalt, samtliga åldrar"}}},"ContentsCode":{"category":{"index":["000007ME"],"label":{"000007ME":"Folkmängd"}}},"Tid":{"category":{"index":["2025"]}}},"value":[14000,15000,29000]}
        """)).Told());

    [Fact]
    public void Figures_of_1_November_are_told_from_those_of_the_end_of_the_year()
    {
        var reading = Statistics.Read(Statistics.Bytes("""
            {"id":["Region","ContentsCode","Tid"],"size":[1,1,1],"dimension":{"Region":{"category":{"index":["0125"]}},"ContentsCode":{"category":{"index":["BE0101A9"],"label":{"BE0101A9":"Folkmängd den 1 november"}}},"Tid":{"category":{"index":["2024"]}}},"value":[28900]}
            """));

        Assert.Equal(new DateOnly(2024, 11, 1), reading.Periods[0].Day(reading.IsNovember));
    }

    [Theory]
    [InlineData("", "population-damaged")]
    [InlineData("{", "population-damaged")]
    [InlineData("""{"id":["\ud800"],"size":[1],"dimension":{}}""", "population-damaged")]
    [InlineData("[]", "population-unknown-layout")]
    [InlineData("""{"class":"dataset"}""", "population-unknown-layout")]
    [InlineData("""{"id":["Region"],"size":[1,2],"dimension":{}}""", "population-does-not-fit")]
    [InlineData("""{"id":["Region"],"size":[0],"dimension":{"Region":{}}}""", "population-does-not-fit")]
    [InlineData("""{"id":["Region"],"size":[2],"dimension":{"Region":{"category":{"index":{"0125":0,"0180":2}}}}}""", "population-does-not-fit")]
    [InlineData("""{"id":["Region"],"size":[2],"dimension":{"Region":{"category":{"index":{"0125":0,"0180":0}}}}}""", "population-does-not-fit")]
    public void What_is_no_dataset_or_contradicts_itself_is_refused(string json, string code) => Assert.Equal(code, Statistics.Refusal(json));

    [Fact]
    public void An_answer_without_regions_is_refused() =>
        Assert.Equal("population-no-regions", Refusal("""{"id":["Tid"],"size":[1],"dimension":{TIME},"value":[10587710]}"""));

    [Fact]
    public void Counties_alone_are_no_municipalities() =>
        Assert.Equal("population-no-regions", Refusal("""{"id":["Region","Tid"],"size":[1,1],"dimension":{"Region":{"category":{"index":["01"]}},TIME},"value":[2480000]}"""));

    [Fact]
    public void Figures_without_a_year_are_refused() =>
        Assert.Equal("population-no-period", Refusal("""{"id":["Region"],"size":[1],"dimension":{REGION},"value":[28910]}"""));

    [Fact]
    public void Too_few_values_are_refused() =>
        Assert.Equal("population-does-not-fit", Refusal("""{"id":["Region","Tid"],"size":[1,1],"dimension":{REGION,TIME},"value":[]}"""));

    [Fact]
    public void Men_alone_are_not_the_population() =>
        Assert.Equal("population-parted", Refusal("""{"id":["Region","Kon","Tid"],"size":[1,1,1],"dimension":{REGION,"Kon":{"label":"kön","category":{"index":["1"],"label":{"1":"män"}}},TIME},"value":[14000]}"""));

    [Fact]
    public void Growth_is_not_the_population() =>
        Assert.Equal("population-not-population", Refusal("""{"id":["Region","ContentsCode","Tid"],"size":[1,1,1],"dimension":{REGION,"ContentsCode":{"category":{"index":["BE0101N2"],"label":{"BE0101N2":"Folkökning"}}},TIME},"value":[300]}"""));

    [Fact]
    public void More_than_half_a_million_figures_are_refused_before_they_are_made_room_for() =>
        Assert.Equal("population-too-many", Refusal("""{"id":["Region","A","B","Tid"],"size":[1,1000,1000,1],"dimension":{REGION,"A":{"category":{"index":[LISTED]}},"B":{"category":{"index":[LISTED]}},TIME},"value":{}}"""));

    [Fact]
    public void Nesting_beyond_reason_is_refused() => Assert.Equal("population-damaged", Statistics.Refusal(new string('[', 10_000)));

    [Fact]
    public void Categories_are_told_also_where_there_are_no_values() =>
        Assert.Equal("Folkmängd", JsonStat.CategoriesOf(Statistics.Bytes("""{"id":["ContentsCode"],"size":[2],"dimension":{"ContentsCode":{"category":{"index":["A","B"],"label":{"A":"Folkökning","B":"Folkmängd"}}}}}"""), "ContentsCode")["B"]);

    [Fact]
    public void The_older_json_is_read_with_its_mark_of_byte_order()
    {
        byte[] json = [0xEF, 0xBB, 0xBF, .. Statistics.Bytes("""
            {"columns":[{"code":"Region","text":"region","type":"d"},{"code":"Tid","text":"år","type":"t"},{"code":"BE0101N1","text":"Folkmängd","type":"c"}],
             "comments":[],"data":[{"key":["0125","2015"],"values":["26984"]},{"key":["0125","2024"],"values":["28910"]},{"key":["0180","2024"],"values":[".."]}]}
            """)];

        var reading = Statistics.Read(json);

        Assert.Equal(["0125 2015 26984", "0125 2024 28910"], reading.Told());
        Assert.True(reading.Content.IsPopulation);
    }

    private static string Refusal(string json) => Statistics.Refusal(json.Replace("REGION", Region, StringComparison.Ordinal).Replace("TIME", Time, StringComparison.Ordinal).Replace("LISTED", Listed(1000), StringComparison.Ordinal));

    private static string Listed(int count) => string.Join(',', Enumerable.Range(0, count).Select(n => $"\"{n}\""));
}
