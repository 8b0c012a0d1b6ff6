using System.Net;
using Kunskapsstyrning.Persistence.Server;
using Kunskapsstyrning.Web.Tests.Features.Messages;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Npgsql;

namespace Kunskapsstyrning.Browser.Tests.Running;

/// <summary>
/// A site of a test's own whose clock the test moves: the program on a port of this machine, without example data, with its own PostgreSQL, its own
/// mailbox folder, and a mail server that it sends to. Whoever was signed in is not any longer when the clock has been moved.
/// </summary>
internal sealed class MovedSite : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Maildir _maildir = new();
    private readonly LoopbackSmtp _mail = new();
    private PostgresServer? _postgres;
    private Visitors? _visitors;
    private RunningProgram? _program;

    private MovedSite() { }

    public MovedClock Clock { get; } = new();

    /// <summary>Where the application answers, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>What a recipient is answered with by the mail server, told the address; null when it is taken.</summary>
    public Func<string, string?> AnswersRecipient { set => _mail.AnswersRecipient = value; }

    /// <summary>Everything that the mail server has taken on, in order.</summary>
    public IReadOnlyList<TakenLetter> Taken => [.. _mail.Taken.Select(TakenLetter.Of)];

    /// <summary>Starts it on a day at ten in the morning.</summary>
    public static async Task<MovedSite> Start(DateOnly day)
    {
        var site = new MovedSite();
        try
        {
            site.Clock.Set(day, new TimeOnly(10, 0));
            site._visitors = await Visitors.Come();
            site._postgres = await PostgresServer.Start(PostgresOptions.ForTests());
            site._program = new RunningProgram(site);
            site._program.UseKestrel(options => options.Listen(IPAddress.Loopback, 0));
            site._program.StartServer();
            site.Address = site._program.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    /// <summary>Someone visits it in a fresh browser profile.</summary>
    public Task Visit(Func<IPage, Task> visit) => _visitors!.Visit(Screen.Laptop, Address, visit, () => "");

    /// <summary>A message arrives.</summary>
    public Letter Deliver(Letter letter)
    {
        _maildir.Deliver(letter);
        return letter;
    }

    /// <summary>The minutes pass in which a message can be stopped. Gives what the mail server then takes on for those that are meant, when there is so much of it.</summary>
    public async Task<IReadOnlyList<TakenLetter>> Leave(int many, Func<TakenLetter, bool> meant)
    {
        var before = Taken.Count;
        IReadOnlyList<TakenLetter> left = [];
        Clock.Pass(TimeSpan.FromMinutes(6));
        var isSo = await _mail.Until(() => _mail.Taken.Count >= before + many && (left = [.. Taken.Skip(before).Where(meant)]).Count >= many, Patience);
        return isSo ? left : throw new InvalidOperationException($"{Taken.Count - before} of {many} messages left.");
    }

    /// <summary>A ready-made user has an address of its own, to which trials go.</summary>
    public async Task GiveAddress(string login, string address)
    {
        await using var connection = new NpgsqlConnection(_postgres!.OwnerConnectionString);
        await connection.OpenAsync();
        await using var give = new NpgsqlCommand($"SELECT set_config('app.scope', 'sign-in', false); INSERT INTO account (person_id, email, email_key, invited_by, invited_at) SELECT id, '{address}', '{address}', id, now() FROM person WHERE login = '{login}'", connection);
        await give.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_visitors is not null) await _visitors.DisposeAsync();
        if (_program is not null) await _program.DisposeAsync();
        if (_postgres is not null) await _postgres.DisposeAsync();
        await _mail.DisposeAsync();
        _maildir.Dispose();
    }

    private sealed class RunningProgram(MovedSite site) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            (string Name, string Value)[] settings =
            [
                ("ConnectionStrings:Kunskapsstyrning", site._postgres!.OwnerConnectionString), ("Example", "false"), ("Mailbox:Folder", site._maildir.Root), ("Site:Address", "https://kunskapsstyrning.example/"),
                ("Mail:Host", "127.0.0.1"), ("Mail:Port", $"{site._mail.Port}"), ("Mail:Encrypted", "false"), ("Mail:From", "utskick@skr.example"), ("Mail:PerMinute", "6000"),
            ];
            builder.UseEnvironment("Development");
            foreach (var (name, value) in settings) builder.UseSetting(name, value);
            builder.ConfigureLogging(logging => logging.ClearProviders());
            builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(site.Clock));
        }
    }
}
