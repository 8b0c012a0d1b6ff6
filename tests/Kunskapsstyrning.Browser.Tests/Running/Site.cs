using Kunskapsstyrning.Browser.Tests.Running;
using Kunskapsstyrning.Persistence.Server;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Site))]

namespace Kunskapsstyrning.Browser.Tests.Running;

/// <summary>One PostgreSQL, one application and one browser for the whole run. Every visit is a browser profile of its own.</summary>
public sealed class Site : IAsyncLifetime
{
    private readonly Maildir _maildir = new();
    private PostgresServer? _postgres;
    private RunningApplication? _application;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private Free? _free;

    /// <summary>Where the application answers.</summary>
    public string Address => Application.Address;

    private RunningApplication Application => _application ?? throw new InvalidOperationException("The application is not started.");

    private IBrowser Browser => _browser ?? throw new InvalidOperationException("The browser is not started.");

    public async ValueTask InitializeAsync()
    {
        var browserFirst = ChromiumProgram.Find();
        _postgres = await PostgresServer.Start(PostgresOptions.ForTests());
        var application = RunningApplication.Start(_postgres.OwnerConnectionString, _maildir.Root);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = browserFirst, Args = ChromiumProgram.Arguments });
        _application = await application;
        _free = new Free(Address);
        await _free.Find();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_application is not null) await _application.DisposeAsync();
        if (_postgres is not null) await _postgres.DisposeAsync();
        _maildir.Dispose();
    }

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
    public async Task Visit(Screen screen, Func<IPage, Task> visit)
    {
        await using var context = await Browser.NewContextAsync(screen.In(Address));
        context.SetDefaultTimeout(15_000);
        var manners = new Manners(context, Address);
        await visit(await context.NewPageAsync());
        manners.WereGood(Application.Output);
    }
}
