using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json;
using Kunskapsstyrning.Web.Features.Populations;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Populations;

/// <summary>Asking SCB's database, tried against a server on this machine.</summary>
public sealed class ScbTablesTests
{
    [Fact]
    public async Task Inhabitants_are_fetched_in_two_questions_and_the_code_is_told_by_its_name()
    {
        await using var server = await StatisticsServer.Start();
        server.Code = "EN_NY_KOD";

        var answer = await Fetch(server, 2024);

        Assert.Null(answer.Refusal?.Sentence);
        Assert.Equal(Counted.Dataset(2024, 1, "EN_NY_KOD"), answer.Bytes);
        Assert.Equal("TAB638-2024.json", answer.Name);
        Assert.Equal($"{server.Address}tables/TAB638/data", answer.Address);
        Assert.Equal(["GET tables/TAB638/metadata?lang=sv", "POST tables/TAB638/data?lang=sv&outputFormat=json-stat2"], server.Asked);
        Assert.Equal("""{"selection":[{"variableCode":"Region","valueCodes":["*"]},{"variableCode":"ContentsCode","valueCodes":["EN_NY_KOD"]},{"variableCode":"Tid","valueCodes":["2024"]}]}""", Assert.Single(server.Selections));
    }

    [Fact]
    public async Task From_2025_the_totals_are_asked_for_by_name()
    {
        await using var server = await StatisticsServer.Start();

        Assert.Null((await Fetch(server, 2025)).Refusal?.Sentence);

        using var selection = JsonDocument.Parse(Assert.Single(server.Selections));
        var chosen = selection.RootElement.GetProperty("selection").EnumerateArray().ToDictionary(s => s.GetProperty("variableCode").GetString()!, s => s.GetProperty("valueCodes")[0].GetString());
        Assert.Equal(("SC", "TotSA", "TotSa"), (chosen["Civilstand"], chosen["Alder"], chosen["Kon"]));
        Assert.StartsWith("GET tables/TAB5557/", server.Asked.First(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, "scb-not-understood")]
    [InlineData(403, "scb-too-much")]
    [InlineData(404, "scb-not-there")]
    [InlineData(500, "scb-failed")]
    [InlineData(301, "scb-moved")]
    public async Task An_error_that_stays_is_said_at_once(int status, string code)
    {
        await using var server = await StatisticsServer.Start();
        server.Next(status, """{"type":"about:blank","title":"Missing value for mandantory variable","status":400}""", StatisticsServer.Problem, ("Location", "http://127.0.0.1:1/"));

        var refusal = (await Fetch(server, 2024)).Refusal!;

        Assert.Equal((code, "ar"), (refusal.Code, refusal.Field));
        Assert.Single(server.Asked);
    }

    [Fact]
    public async Task What_SCB_says_is_wrong_is_told_in_one_line()
    {
        await using var server = await StatisticsServer.Start();
        server.Next(400, """{"title":"Missing value for mandantory variable\r\n<b>"}""", StatisticsServer.Problem);

        Assert.Contains("(”Missing value for mandantory variable<b>”)", (await Fetch(server, 2024)).Refusal!.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(429, "scb-too-often")]
    [InlineData(503, "scb-reloading")]
    public async Task A_busy_server_is_asked_again_with_pauses_and_given_up_in_the_end(int status, string code)
    {
        await using var server = await StatisticsServer.Start();
        for (var time = 0; time < 4; time++) server.Next(status);
        var watch = Stopwatch.StartNew();

        var refused = await Fetch(server, 2024);

        Assert.Equal(code, refused.Refusal?.Code);
        Assert.Equal(4, server.Asked.Count);
        Assert.True(watch.Elapsed >= TimeSpan.FromMilliseconds(20 + 40 + 80), $"{watch.Elapsed}");
    }

    [Fact]
    public async Task A_server_that_was_busy_for_a_while_gives_the_figures()
    {
        await using var server = await StatisticsServer.Start();
        server.Next(429, headers: ("Retry-After", "0"));
        server.Next(503);

        Assert.NotNull((await Fetch(server, 2024)).Bytes);
        Assert.Equal(4, server.Asked.Count);
    }

    [Fact]
    public async Task Who_is_told_to_wait_long_is_not_kept_waiting()
    {
        await using var server = await StatisticsServer.Start();
        server.Next(429, headers: ("Retry-After", "3600"));

        Assert.Equal("scb-too-often", (await Fetch(server, 2024)).Refusal?.Code);
        Assert.Single(server.Asked);
    }

    [Fact]
    public async Task A_connection_that_is_cut_is_tried_again()
    {
        await using var server = await StatisticsServer.Start();
        server.Next(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        Assert.NotNull((await Fetch(server, 2024)).Bytes);
    }

    [Fact]
    public async Task An_answer_that_is_cut_off_is_tried_again_and_never_taken_for_whole()
    {
        await using var server = await StatisticsServer.Start();
        for (var time = 0; time < 4; time++)
        {
            server.Next(async context =>
            {
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync("{\"id\":[");
                await context.Response.Body.FlushAsync();
                context.Abort();
            });
        }

        Assert.Equal("scb-unreachable", (await Fetch(server, 2024)).Refusal?.Code);
        Assert.Equal(4, server.Asked.Count);
    }

    [Fact]
    public async Task Nobody_who_answers_is_a_sentence()
    {
        using var free = new TcpListener(System.Net.IPAddress.Loopback, 0);
        free.Start();
        var address = new Uri($"http://127.0.0.1:{((System.Net.IPEndPoint)free.LocalEndpoint).Port}/");
        free.Stop();

        Assert.Equal("scb-unreachable", (await Fetch(Options(address), 2024)).Refusal?.Code);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_in_time_is_given_up()
    {
        await using var server = await StatisticsServer.Start();
        for (var time = 0; time < 4; time++) server.Next(context => Task.Delay(Timeout.Infinite, context.RequestAborted));

        Assert.Equal("scb-too-slow", (await Fetch(Options(server.Address) with { Patience = TimeSpan.FromMilliseconds(150) }, 2024)).Refusal?.Code);
    }

    [Fact]
    public async Task All_tries_and_pauses_together_take_no_longer_than_somebody_waits()
    {
        await using var server = await StatisticsServer.Start();
        for (var time = 0; time < 4; time++) server.Next(503);

        Assert.Equal("scb-too-slow", (await Fetch(Options(server.Address) with { Pause = TimeSpan.FromSeconds(9), Longest = TimeSpan.FromMilliseconds(500) }, 2024)).Refusal?.Code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_that_is_too_large_is_not_taken_in_whether_it_says_so_or_not(bool saysSo)
    {
        await using var server = await StatisticsServer.Start();
        server.Next(async context =>
        {
            if (saysSo) context.Response.ContentLength = 300_000;
            for (var part = 0; part < 300; part++) await context.Response.WriteAsync(new string(' ', 1_000));
        });

        Assert.Equal("scb-too-large", (await Fetch(Options(server.Address) with { Largest = 250_000 }, 2024)).Refusal?.Code);
    }

    [Theory]
    [InlineData("<html><body>Underhåll</body></html>")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task What_is_no_json_object_is_refused(string text)
    {
        await using var server = await StatisticsServer.Start();
        server.Next(200, text, "text/html");

        Assert.Equal("scb-not-json", (await Fetch(server, 2024)).Refusal?.Code);
    }

    [Fact]
    public async Task A_table_that_does_not_say_what_it_has_is_refused()
    {
        await using var server = await StatisticsServer.Start();
        server.Next(200, "{}");

        Assert.Equal("scb-not-described", (await Fetch(server, 2024)).Refusal?.Code);
    }

    [Fact]
    public async Task A_year_that_the_table_does_not_have_is_said_with_the_latest_it_has()
    {
        await using var server = await StatisticsServer.Start();

        Assert.Equal("SCB har inga siffror för 2026 i tabellen TAB5557. De senaste är för 2025.", (await Fetch(server, 2026)).Refusal?.Sentence);
        Assert.Equal("scb-no-table", (await Fetch(server, 1950)).Refusal?.Code);
    }

    [Fact]
    public async Task The_default_selection_without_regions_is_not_taken_for_an_answer()
    {
        await using var server = await StatisticsServer.Start();
        server.Next(200, """{"id":["ContentsCode","Tid"],"size":[1,1],"dimension":{"ContentsCode":{"category":{"index":["BE0101N1"],"label":{"BE0101N1":"Folkmängd"}}},"Tid":{"category":{"index":["2024"]}}},"value":[1]}""");
        server.Next(200, """{"id":["ContentsCode","Tid"],"size":[1,1],"dimension":{"ContentsCode":{"category":{"index":["BE0101N1"]}},"Tid":{"category":{"index":["2024"]}}},"value":[10587710]}""");

        Assert.Equal("scb-without-regions", (await Fetch(server, 2024)).Refusal?.Code);
    }

    [Theory]
    [InlineData("https://statistikdatabasen.scb.se/api/v2", false, false, "scb-only-here")]
    [InlineData("http://192.0.2.1/api", false, false, "scb-only-here")]
    [InlineData("http://127.0.0.1.example/api", false, false, "scb-only-here")]
    [InlineData("http://statistikdatabasen.scb.se/api/v2", true, false, "scb-not-safe")]
    [InlineData("https://statistikdatabasen.scb.se/api/v2", true, true, null)]
    [InlineData("http://localhost:5/", false, true, null)]
    [InlineData("http://[::1]:5/", false, true, null)]
    public async Task Outside_production_nothing_beyond_this_machine_is_asked_and_in_production_nothing_without_tls(string address, bool isProduction, bool mayAsk, string? code)
    {
        var options = ScbOptions.Of(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Scb:Address"] = address }).Build(), isProduction);

        Assert.Equal(mayAsk, options.MayAsk);
        if (!mayAsk) Assert.Equal(code, (await Fetch(options, 2024)).Refusal?.Code);
    }

    [Fact]
    public void Without_settings_the_tables_are_SCB_s_own_and_outside_production_they_are_not_asked()
    {
        var options = ScbOptions.Of(new ConfigurationBuilder().Build(), isProduction: false);

        Assert.Equal(("https://statistikdatabasen.scb.se/api/v2/", false), (options.Address.AbsoluteUri, options.MayAsk));
        Assert.Equal(["TAB638", "TAB638", "TAB5557"], ((int[])[1968, 2024, 2025]).Select(y => options.Tables.First(t => t.Has(y)).Id));
    }

    [Fact]
    public void Tables_are_read_from_the_configuration()
    {
        var options = ScbOptions.Of(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Scb:Tables:0:Id"] = "TAB9", ["Scb:Tables:0:From"] = "2030", ["Scb:Tables:0:Contents"] = "X", ["Scb:Tables:0:Totals:Kon"] = "T",
        }).Build(), isProduction: true);

        var table = Assert.Single(options.Tables);
        Assert.Equal(("TAB9", 2030, null, "X", "T"), (table.Id, table.FirstYear, table.LastYear, table.Contents, table.Totals["Kon"]));
        Assert.Throws<InvalidOperationException>(() => ScbOptions.Of(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Scb:Tables:0:Id"] = "../x" }).Build(), true));
        Assert.Throws<InvalidOperationException>(() => ScbOptions.Of(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Scb:Address"] = "file:///etc" }).Build(), true));
    }

    [Fact]
    public async Task No_more_than_so_many_go_in_so_long()
    {
        using var pace = new ScbPace(TimeProvider.System, most: 3, within: TimeSpan.FromMilliseconds(300));
        var watch = Stopwatch.StartNew();

        for (var time = 0; time < 3; time++) await pace.Wait(CancellationToken.None);
        var three = watch.Elapsed;
        for (var time = 0; time < 4; time++) await pace.Wait(CancellationToken.None);

        Assert.True(three < watch.Elapsed);
        Assert.True(watch.Elapsed >= TimeSpan.FromMilliseconds(600), $"{watch.Elapsed}");
    }

    private static ScbOptions Options(Uri address) =>
        ScbOptions.Of(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Scb:Address"] = address.AbsoluteUri }).Build(), isProduction: false) with { Pause = TimeSpan.FromMilliseconds(20) };

    private static Task<ScbAnswer> Fetch(StatisticsServer server, int year) => Fetch(Options(server.Address), year);

    private static async Task<ScbAnswer> Fetch(ScbOptions options, int year)
    {
        using var pace = ScbPace.Of(TimeProvider.System);
        using var questions = new ScbQuestions(options, pace, TimeProvider.System, NullLogger<ScbQuestions>.Instance);
        return await new ScbTables(options, questions).Fetch(year, CancellationToken.None);
    }
}
