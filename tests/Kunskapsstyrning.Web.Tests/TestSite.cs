using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests;

/// <summary>The whole application over HTTP, on the database of a test application, by its clock, and told at once of what it commits. Use it as a class fixture.</summary>
public sealed class TestSite : WebApplicationFactory<Program>, IAsyncLifetime
{
    /// <summary>The application behind: runs use cases and sets the clock.</summary>
    public TestApp App { get; } = new();

    /// <summary>A browser that shows redirects instead of following them.</summary>
    public HttpClient Browser() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>What the address answers.</summary>
    public async Task<HttpResponseMessage> Get(string address, params (string Name, string Value)[] headers)
    {
        using var browser = Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return await browser.SendAsync(request);
    }

    /// <summary>The JSON that the address answers.</summary>
    public async Task<JsonElement> Json(string address)
    {
        using var answer = await Get(address);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    /// <summary>The text that the address answers.</summary>
    public async Task<string> Text(string address)
    {
        using var answer = await Get(address);
        return await answer.Content.ReadAsStringAsync();
    }

    public ValueTask InitializeAsync() => App.InitializeAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await App.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("ConnectionStrings:Kunskapsstyrning", App.OwnerConnectionString);
        builder.UseSetting("Scb:Address", "http://127.0.0.1:1/"); // a test that asks SCB has a server of its own
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(App.Clock).AddSingleton(App.Changes));
    }
}
