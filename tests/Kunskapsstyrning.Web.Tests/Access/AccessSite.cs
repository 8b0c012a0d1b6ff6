using System.Security.Claims;
using AngleSharp.Html.Parser;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.ReferenceData;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Access;

/// <summary>The whole application with a municipality that has something of everything behind the wall, and everybody who may ask for it.</summary>
public sealed class AccessSite : IAsyncLifetime
{
    private readonly TestSite _site = new();
    private WebApplicationFactory<Program>? _running;
    private readonly List<Caller> _callers = [];
    private Planted? _planted;

    public TestApp App => _site.App;

    internal Planted Planted => _planted!;

    /// <summary>The owner and SKR first, those to whom nothing may be let out last: what was kept for the first must not be handed to the last.</summary>
    internal IReadOnlyList<Caller> Callers => _callers;

    internal Caller Nobody => Named("ingen");

    internal Caller Foreign => Named("främmande kommun");

    internal Caller Owner => Named("kommunen själv");

    /// <summary>Every endpoint that is mapped, as the running application has it.</summary>
    public IReadOnlyList<RouteEndpoint> Endpoints => [.. _running!.Services.GetRequiredService<EndpointDataSource>().Endpoints.Cast<RouteEndpoint>()];

    internal Caller Named(string name) => _callers.Single(c => c.Name == name);

    public async ValueTask InitializeAsync()
    {
        await _site.InitializeAsync();
        _planted = await Planted.In(App);
        _running = _site.WithWebHostBuilder(builder =>
        {
            builder.UseEnvironment("Development");
            builder.UseSetting("Example", "false");
            builder.UseSetting("Mail:Folder", "");
            builder.UseSetting("Printing:Chromium", "/finns/inte");
        });

        (string Name, Actor Actor)[] all =
        [
            ("kommunen själv", Actor.Of(_planted.Sender)), ("kollega i kommunen", ReadyMadeUsers.As("kommun-0125")),
            .. Enum.GetValues<Role>().Where(r => r is not Role.MunicipalUser).Select(r => (r.ToString(), Actor.Of(ReadyMadeUsers.All.First(p => p.Role == r)))),
            ("ingen", Actor.Anyone), ("främmande kommun", ReadyMadeUsers.As("kommun-0180")), ("vars rätt har upphört", Actor.Of(_planted.Ended)),
        ];
        foreach (var (name, actor) in all) _callers.Add(await Enter(name, actor));
        Assert.Null((await App.As(Role.Administrator).Run(new EndsRight(_planted.Ended.Id))).Refusal);
        _callers[^1] = _callers[^1] with { Actor = Actor.Anyone };
    }

    public async ValueTask DisposeAsync()
    {
        _callers.ForEach(c => c.Client.Dispose());
        if (_running is not null) await _running.DisposeAsync();
        await _site.DisposeAsync();
    }

    /// <summary>The same in another browser.</summary>
    internal Task<Caller> Again(Caller caller) => Enter(caller.Name, caller.Actor);

    /// <summary>Somebody with a browser who has signed in, and a form of theirs.</summary>
    private async Task<Caller> Enter(string name, Actor actor)
    {
        var client = _running!.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        var signedIn = actor.Person is { } person ? await SignedIn(person) : null;
        if (signedIn is not null) client.DefaultRequestHeaders.Add("Cookie", signedIn);

        using var answer = await client.GetAsync(new Uri("/logga-in", UriKind.Relative));
        using var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var form = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("formular=", StringComparison.Ordinal)).Split(';')[0];
        client.DefaultRequestHeaders.Remove("Cookie");
        client.DefaultRequestHeaders.Add("Cookie", signedIn is null ? form : $"{signedIn}; {form}");
        return new Caller(name, actor, client, token);
    }

    /// <summary>The cookie of somebody who has signed in.</summary>
    private async Task<string> SignedIn(PersonId person)
    {
        var key = await Planted.Open(App, person);
        var options = _running!.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme);
        var identity = new ClaimsIdentity([new Claim(ActorOfRequest.BrowserClaim, key.Text), new Claim(ClaimTypes.NameIdentifier, person.Value.ToString())], CookieAuthenticationDefaults.AuthenticationScheme);
        return $"inloggning={options.TicketDataFormat.Protect(new AuthenticationTicket(new ClaimsPrincipal(identity), CookieAuthenticationDefaults.AuthenticationScheme))}";
    }

    [Requires(Permission.Administer)]
    private sealed record EndsRight(PersonId Person) : ICommand
    {
        public async Task<Result> Execute(Session session, CancellationToken cancellation) =>
            (await session.Db.People.SingleAsync(p => p.Id == Person, cancellation)).End(session.Now, "Slutat");
    }
}
