using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.ReferenceData;
using Kunskapsstyrning.Web.Features.SignIn;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.SignIn;

/// <summary>The whole application as in production, with mail to a folder and an identity provider each for SKR and for Ekerö.</summary>
public sealed partial class SignInSite : IAsyncLifetime
{
    private readonly TestSite _site = new();
    private readonly DirectoryInfo _mail = Directory.CreateTempSubdirectory("brev");
    private readonly Heard _heard = new();
    private WebApplicationFactory<Program>? _running;
    private TestProvider? _skr;
    private TestProvider? _ekero;
    private int _places;

    public TestApp App => _site.App;

    internal TestProvider Skr => _skr!;

    internal TestProvider Ekero => _ekero!;

    /// <summary>What was written to the log.</summary>
    public IReadOnlyCollection<string> Log => _heard.Lines;

    public IServiceProvider Services => _running!.Services;

    /// <summary>Who is signed in where, as the node that the browsers ask knows it.</summary>
    internal SignedInPeople People => Services.GetRequiredService<SignedInPeople>();

    /// <summary>Somebody with the role, on the node that the browsers ask.</summary>
    internal Acting OnTheNode(Role role) => new(Services.GetRequiredService<Runner>(), App.As(role).Actor);

    /// <summary>A browser without script, at a place of its own on the network.</summary>
    public SignedInBrowser Browser(string? place = null) => new(Client(place, cookies: true));

    /// <summary>The same without a memory: whoever uses it says what cookies it carries.</summary>
    public HttpClient Client(string? place = null, bool cookies = false)
    {
        var client = _running!.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = cookies, BaseAddress = new Uri("https://localhost") });
        client.DefaultRequestHeaders.Add("X-Place", place ?? $"192.0.2.{Interlocked.Increment(ref _places)}");
        return client;
    }

    /// <summary>Somebody with an account.</summary>
    public async Task<PersonId> Account(string email, Role role = Role.Registrar, string? municipality = null)
    {
        var id = new PersonId(Guid.CreateVersion7());
        var person = new Person(id, id.Value.ToString(), "Provledare", role, municipality is null ? null : new MunicipalityCode(municipality));
        Assert.True((await App.Runner.Run(new OpensAccount(person, EmailAddress.Parse(email)), Jobs.SignIn, CancellationToken.None)).IsDone);
        return id;
    }

    /// <summary>Asks for a code and takes it out of the mail.</summary>
    public async Task<string> Code(SignedInBrowser browser, string email, string? returnUrl = null)
    {
        using var asked = await browser.Post("/logga-in", "/logga-in/kod/ny", ("epost", email), ("returnUrl", returnUrl ?? ""));
        Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        return await Mailed(email) ?? throw new InvalidOperationException($"No code came to {email}.");
    }

    /// <summary>Somebody with an account who has signed in by code.</summary>
    public async Task<SignedInBrowser> SignedIn(string email)
    {
        var browser = Browser();
        var code = await Code(browser, email);
        using var entered = await browser.Post("/logga-in/kod", "/logga-in/kod", ("kod", code));
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        return browser;
    }

    /// <summary>Whom codes are for; nothing where the setting is left out.</summary>
    public string CodesFor { get; init; } = "";

    /// <summary>A passkey of somebody's, which nothing is signed with.</summary>
    public async Task<PasskeyId> Passkey(Person person)
    {
        var facts = new PasskeyFacts(Guid.NewGuid().ToByteArray(), [1], 0, "", IsUserVerified: true, CanBeCopied: false, IsCopied: false);
        Assert.True((await App.Runner.Run(new AddPasskey("Jobbdatorn", facts), Actor.Of(person), CancellationToken.None)).IsDone);
        return new PasskeyId(await App.Read<Guid>($"SELECT (after->>'passkey')::uuid FROM history_event WHERE kind = 'PasskeyAdded' AND subject = '{person.Id.Value}' ORDER BY sequence DESC LIMIT 1"));
    }

    /// <summary>The code in the latest mail to an address; null when none comes.</summary>
    public async Task<string?> Mailed(string email) => await Letter(email) is { } words ? Digits().Match(words).Groups["code"].Value.Replace(" ", "", StringComparison.Ordinal) : null;

    /// <summary>The words of a mail to an address; null when none comes.</summary>
    public async Task<string?> Letter(string email)
    {
        Services.GetRequiredService<LetterSender>().Tell();
        for (var tries = 0; tries < 150; tries++)
        {
            foreach (var file in _mail.GetFiles("*.eml"))
            {
                var text = (await File.ReadAllTextAsync(file.FullName)).ReplaceLineEndings("\n");
                if (!text.Contains($"To: {email}", StringComparison.OrdinalIgnoreCase)) continue;

                file.Delete();
                var words = Encoding.UTF8.GetString(Convert.FromBase64String(Base64().Match(text).Groups["words"].Value));
                Assert.DoesNotContain("http", words, StringComparison.OrdinalIgnoreCase);
                return words;
            }

            await Task.Delay(100);
        }

        return null;
    }

    /// <summary>The words of the latest letter to an address, which is taken away; null when none comes.</summary>
    public async Task<string?> LetterTo(string email)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            foreach (var file in _mail.GetFiles("*.eml"))
            {
                var text = (await File.ReadAllTextAsync(file.FullName)).ReplaceLineEndings("\n");
                if (!text.Contains($"To: {email}", StringComparison.OrdinalIgnoreCase)) continue;

                file.Delete();
                return Encoding.UTF8.GetString(Convert.FromBase64String(Base64().Match(text).Groups["words"].Value)).ReplaceLineEndings("\n");
            }

            await Task.Delay(100);
        }

        return null;
    }

    /// <summary>True when a letter to the address lies there.</summary>
    public bool HasMailed(string email) => _mail.GetFiles("*.eml").Any(f => File.ReadAllText(f.FullName).Contains($"To: {email}", StringComparison.OrdinalIgnoreCase));

    /// <summary>How often something was told of somebody, or of anybody.</summary>
    public Task<long> Told(string kind, PersonId? whom = null, string? why = null) => App.Read<long>(
        $"SELECT count(*) FROM history_event WHERE kind = '{kind}'{(whom is { } id ? $" AND subject = '{id.Value}'" : "")}{(why is null ? "" : $" AND after->>'why' = '{why}'")}");

    public async ValueTask InitializeAsync()
    {
        await _site.InitializeAsync();
        _skr = await TestProvider.Start();
        _ekero = await TestProvider.Start();
        _ekero.Claims = new() { ["name"] = "Provledare Två", ["groups"] = new[] { "registrator" } };
        _skr.Now = _ekero.Now = App.Clock.GetUtcNow;
        _running = _site.WithWebHostBuilder(builder =>
        {
            builder.UseSetting("Mail:Folder", _mail.FullName);
            builder.UseSetting("Site:Address", "https://localhost/");
            builder.UseSetting("SignIn:Secrets:prov", TestProvider.Secret);
            builder.UseSetting("SignIn:CodesFor", CodesFor);
            Provider(builder, 0, "SKR-konto", _skr.Issuer, "", ("handlaggare", Role.Officer), ("alla", Role.Reader));
            Provider(builder, 1, "Ekerö", _ekero.Issuer, "0125", ("registrator", Role.MunicipalUser));
            builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter, Places>().AddSingleton<ILoggerProvider>(_heard));
        });
        using var first = Client();
    }

    public async ValueTask DisposeAsync()
    {
        if (_running is not null) await _running.DisposeAsync();
        if (_skr is not null) await _skr.DisposeAsync();
        if (_ekero is not null) await _ekero.DisposeAsync();
        await _site.DisposeAsync();
        _mail.Delete(recursive: true);
    }

    private static void Provider(IWebHostBuilder builder, int number, string name, string issuer, string municipality, params IEnumerable<(string Group, Role Role)> rules)
    {
        var at = $"SignIn:Providers:{number}";
        builder.UseSetting($"{at}:Name", name).UseSetting($"{at}:Issuer", issuer).UseSetting($"{at}:ClientId", TestProvider.ClientId).UseSetting($"{at}:Secret", TestProvider.Secret).UseSetting($"{at}:Municipality", municipality);
        foreach (var (rule, line) in rules.Index().Select(r => (r.Item, r.Index)))
            builder.UseSetting($"{at}:Rules:{line}:Claim", "groups").UseSetting($"{at}:Rules:{line}:Value", rule.Group).UseSetting($"{at}:Rules:{line}:Role", rule.Role.ToString());
    }

    [GeneratedRegex("(?i)content-transfer-encoding: base64\n\n(?<words>[A-Za-z0-9+/=\n]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Base64();

    [GeneratedRegex("kod är (?<code>[0-9]{4} [0-9]{4})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();

    [Requires(Permission.SignIn)]
    private sealed record OpensAccount(Person Person, EmailAddress Email) : ICommand
    {
        public Task<Result> Execute(Session session, CancellationToken cancellation)
        {
            session.Add(Person);
            session.Db.Add(new Account(Person.Id, Email, new Recorded(session.Actor.Person!.Value, session.Now)));
            return Task.FromResult(Result.Done);
        }
    }

    /// <summary>Lets a test say from where on the network a request comes.</summary>
    private sealed class Places : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, go) =>
            {
                if (IPAddress.TryParse(context.Request.Headers["X-Place"], out var place)) context.Connection.RemoteIpAddress = place;
                return go(context);
            });
            next(app);
        };
    }
}
