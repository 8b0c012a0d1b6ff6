using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kunskapsstyrning.Web.Tests.Features.Populations;

/// <summary>A server on this machine that answers as SCB's database is described to do, errors included.</summary>
internal sealed class StatisticsServer : IAsyncDisposable
{
    public const string Problem = "application/problem+json";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _next = new();

    private StatisticsServer(WebApplication app) => _app = app;

    /// <summary>Where it answers.</summary>
    public Uri Address => new(new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()), "/api/v2/");

    /// <summary>What it was asked, in order: "GET tables/TAB638/metadata?lang=sv".</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>The selections that it was sent.</summary>
    public ConcurrentQueue<string> Selections { get; } = new();

    /// <summary>What is called inhabitants, by table.</summary>
    public string Code { get; set; } = "BE0101N1";

    /// <summary>How many more there are in each municipality than at the end of 2024.</summary>
    public int More { get; set; } = 1;

    /// <summary>The years it has.</summary>
    public IReadOnlyList<int> Years { get; set; } = [2023, 2024, 2025];

    public static async Task<StatisticsServer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var server = new StatisticsServer(app);
        app.Run(server.Answer);
        await app.StartAsync();
        return server;
    }

    /// <summary>Answers the next question so, and the one after that as always.</summary>
    public void Next(Func<HttpContext, Task> answer) => _next.Enqueue(answer);

    /// <summary>Answers the next question with a status and a text.</summary>
    public void Next(int status, string text = "", string type = "application/json", params (string Name, string Value)[] headers) => Next(async context =>
    {
        (context.Response.StatusCode, context.Response.ContentType) = (status, type);
        foreach (var (name, value) in headers) context.Response.Headers[name] = value;
        await context.Response.WriteAsync(text);
    });

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task Answer(HttpContext context)
    {
        Asked.Enqueue($"{context.Request.Method} {context.Request.Path.Value!["/api/v2/".Length..]}{context.Request.QueryString}");
        using var reader = new StreamReader(context.Request.Body);
        var selection = await reader.ReadToEndAsync(context.RequestAborted);
        if (selection.Length > 0) Selections.Enqueue(selection);
        if (_next.TryDequeue(out var answer))
        {
            await answer(context);
            return;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.Body.WriteAsync(context.Request.Path.Value.EndsWith("/metadata", StringComparison.Ordinal) ? Metadata() : Counted.Dataset(YearIn(selection), More, Code));
    }

    /// <summary>What the table has, as a dataset without values: far more places than would ever be asked for.</summary>
    private byte[] Metadata() => JsonSerializer.SerializeToUtf8Bytes(new
    {
        version = "2.0", @class = "dataset", id = (string[])["Region", "Alder", "Kon", "Civilstand", "ContentsCode", "Tid"], size = (int[])[1_000, 102, 100, 50, 2, Years.Count],
        dimension = new
        {
            Region = Numbered(1_000), Alder = Numbered(102), Kon = Numbered(100), Civilstand = Numbered(50),
            ContentsCode = new { label = "tabellinnehåll", category = new { index = (string[])["VAXER", Code], label = new Dictionary<string, string> { ["VAXER"] = "Folkökning", [Code] = "Folkmängd" } } },
            Tid = new { label = "år", category = new { index = Years.Select(y => $"{y}").ToArray() } },
        },
    });

    private static object Numbered(int count) => new { category = new { index = Enumerable.Range(0, count).Select(n => $"{n:0000}").ToArray() } };

    private static int YearIn(string selection)
    {
        using var said = JsonDocument.Parse(selection);
        return int.Parse(said.RootElement.GetProperty("selection").EnumerateArray().Single(s => s.GetProperty("variableCode").GetString() == "Tid").GetProperty("valueCodes")[0].GetString()!, System.Globalization.CultureInfo.InvariantCulture);
    }
}
