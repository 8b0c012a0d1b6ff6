using Kunskapsstyrning.Browser.Tests.Running;
using Kunskapsstyrning.Persistence.Server;
using Kunskapsstyrning.Web.Tests.Features.SignIn;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Site))]

namespace Kunskapsstyrning.Browser.Tests.Running;

/// <summary>One PostgreSQL, one application and one browser for the whole run. Every visit is a browser profile of its own.</summary>
public sealed class Site : IAsyncLifetime
{
    /// <summary>Who gets the first account.</summary>
    public const string FirstAdministrator = "forsta@skr.example";

    private readonly Maildir _maildir = new();
    private readonly SentMail _sent = new();
    private TestProvider? _provider;
    private PostgresServer? _postgres;
    private RunningApplication? _application;
    private Visitors? _visitors;
    private Free? _free;

    /// <summary>Where the application answers.</summary>
    public string Address => Application.Address;

    private RunningApplication Application => _application ?? throw new InvalidOperationException("The application is not started.");

    private Visitors Visitors => _visitors ?? throw new InvalidOperationException("The browser is not started.");

    public async ValueTask InitializeAsync()
    {
        _visitors = await Visitors.Come();
        _postgres = await PostgresServer.Start(PostgresOptions.ForTests());
        _provider = await TestProvider.Start();
        var application = RunningApplication.Start(
            _postgres.OwnerConnectionString, _maildir.Root, ("Mail:Folder", _sent.Folder), ("SignIn:FirstAdministrator", FirstAdministrator),
            ("SignIn:Providers:0:Name", "SKR-konto"), ("SignIn:Providers:0:Issuer", _provider.Issuer), ("SignIn:Providers:0:ClientId", TestProvider.ClientId), ("SignIn:Providers:0:Secret", TestProvider.Secret),
            ("SignIn:Providers:0:Rules:0:Claim", "groups"), ("SignIn:Providers:0:Rules:0:Value", "handlaggare"), ("SignIn:Providers:0:Rules:0:Role", "Officer"));
        _application = await application;
        _free = new Free(Address);
        await _free.Find();
    }

    public async ValueTask DisposeAsync()
    {
        if (_visitors is not null) await _visitors.DisposeAsync();
        if (_application is not null) await _application.DisposeAsync();
        if (_postgres is not null) await _postgres.DisposeAsync();
        if (_provider is not null) await _provider.DisposeAsync();
        _sent.Dispose();
        _maildir.Dispose();
    }

    /// <summary>The code in the mail to an address.</summary>
    internal Task<string> CodeTo(string address) => _sent.Code(address);

    /// <summary>A municipality without an answer, for one test alone.</summary>
    internal Free.Municipality TakeMunicipality() => _free!.Take();

    /// <summary>A message arrives with a later decision of a municipality, each time another's.</summary>
    internal Letter Deliver(string subject) => Deliver(new Letter(TakeAnswered(), subject));

    /// <summary>A municipality that may answer anew, for one test alone.</summary>
    internal Free.Municipality TakeAnswered() => _free!.TakeAnswered();

    /// <summary>The message arrives.</summary>
    internal Letter Deliver(Letter letter)
    {
        _maildir.Deliver(letter);
        return letter;
    }

    /// <summary>Someone visits the site in a fresh browser profile. Afterwards the page must have behaved: see <see cref="Manners"/>.</summary>
    public Task Visit(Func<IPage, Task> visit) => Visit(Screen.Wide, visit);

    /// <inheritdoc cref="Visit(Func{IPage, Task})"/>
    public Task Visit(Screen screen, Func<IPage, Task> visit) => Visit(screen, Address, visit);

    /// <summary>The same under the name of this machine: passkeys belong to a name, never to a number.</summary>
    public Task VisitByName(Func<IPage, Task> visit) => Visit(Screen.Wide, Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal), visit);

    private Task Visit(Screen screen, string address, Func<IPage, Task> visit) => Visitors.Visit(screen, address, visit, () => Application.Output, _provider!.Issuer);
}
