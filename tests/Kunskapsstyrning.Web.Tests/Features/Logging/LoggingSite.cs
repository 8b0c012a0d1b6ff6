using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Logging;

/// <summary>The whole application over HTTP, where the ready-made users can sign in. No example data.</summary>
public sealed class LoggingSite : IAsyncLifetime
{
    private readonly TestSite _site = new();
    private WebApplicationFactory<Program>? _development;

    /// <summary>The application behind: runs use cases and sets the clock.</summary>
    public TestApp App => _site.App;

    /// <summary>Somebody who has not signed in.</summary>
    public SignedInBrowser Anyone() => new((_development ??= InDevelopment()).CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));

    /// <summary>A ready-made user who has signed in, without script.</summary>
    public async Task<SignedInBrowser> As(string login)
    {
        var browser = Anyone();
        using var answer = await browser.Post("/logga-in", "/logga-in", ("anvandare", login));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        if (_development is not null) await _development.DisposeAsync();
        await _site.DisposeAsync();
    }

    /// <summary>Where mail goes; empty where nothing leaves, not even to a folder.</summary>
    public string MailFolder { get; init; } = "";

    private WebApplicationFactory<Program> InDevelopment() => _site.WithWebHostBuilder(builder =>
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Example", "false");
        builder.UseSetting("Mail:Folder", MailFolder);
    });
}

/// <summary>A browser without script: keeps its cookies, takes the token of a form from the page it stands on, follows no redirects.</summary>
public sealed class SignedInBrowser(HttpClient client) : IDisposable
{
    /// <summary>What the address answers.</summary>
    public Task<HttpResponseMessage> Get(string address) => client.GetAsync(address);

    /// <summary>The page at the address.</summary>
    public async Task<IDocument> Page(string address)
    {
        using var answer = await Get(address);
        return await Read(answer);
    }

    /// <summary>Posts fields with the token of the form on a page.</summary>
    public async Task<HttpResponseMessage> Post(string page, string address, params IEnumerable<(string Name, string Value)> fields) =>
        await client.PostAsync(address, new FormUrlEncodedContent((await WithToken(page, fields)).Select(f => KeyValuePair.Create(f.Name, f.Value))));

    /// <summary>Posts fields and a file.</summary>
    public Task<HttpResponseMessage> PostFile(string page, string address, (string Name, byte[] Bytes) file, params IEnumerable<(string Name, string Value)> fields) =>
        PostFile(page, address, "handling", file, fields);

    /// <summary>Posts fields and a list.</summary>
    public Task<HttpResponseMessage> PostList(string page, string name, byte[] bytes, params IEnumerable<(string Name, string Value)> fields) =>
        PostFile(page, page, "lista", (name, bytes), fields);

    /// <summary>Posts fields as a form with room for files does.</summary>
    public async Task<HttpResponseMessage> PostForm(string page, params IEnumerable<(string Name, string Value)> fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in await WithToken(page, fields)) form.Add(new StringContent(value), name);
        return await client.PostAsync(page, form);
    }

    /// <summary>Posts fields and a file in a field.</summary>
    public async Task<HttpResponseMessage> PostFile(string page, string address, string field, (string Name, byte[] Bytes) file, params IEnumerable<(string Name, string Value)> fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in await WithToken(page, fields)) form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent(file.Bytes), field, file.Name);
        return await client.PostAsync(address, form);
    }

    /// <summary>Posts a form made by hand.</summary>
    public Task<HttpResponseMessage> PostWhole(string address, HttpContent form) => client.PostAsync(address, form);

    /// <summary>Posts fields without a token.</summary>
    public Task<HttpResponseMessage> PostBare(string address, params IEnumerable<(string Name, string Value)> fields) =>
        client.PostAsync(address, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    /// <summary>Posts nothing, from a page.</summary>
    public async Task<HttpResponseMessage> PostFrom(string page, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Headers = { Referrer = new Uri(page) } };
        return await client.SendAsync(request);
    }

    /// <summary>An answer as a page.</summary>
    public static async Task<IDocument> Read(HttpResponseMessage answer) => await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

    public void Dispose() => client.Dispose();

    private async Task<IEnumerable<(string Name, string Value)>> WithToken(string page, IEnumerable<(string Name, string Value)> fields)
    {
        using var document = await Page(page);
        var token = document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return fields.Append(("__RequestVerificationToken", token));
    }
}
