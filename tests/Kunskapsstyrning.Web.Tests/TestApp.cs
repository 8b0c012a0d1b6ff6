using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Persistence.Server;
using Kunskapsstyrning.Web.Features.ReferenceData;
using Kunskapsstyrning.Web.Reference;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests;

/// <summary>
/// The application without its pages, on a real database of its own that is thrown away: reference data and ready-made users,
/// no answers. Use it as a class fixture, or make one in the test. Only clock and actor are stand-ins.
/// </summary>
public class TestApp : IAsyncLifetime
{
    private readonly bool _withExample;
    private PostgresDatabase? _database;
    private NpgsqlDataSource? _source;
    private ReferenceFactsKeeper? _facts;
    private Runner? _runner;
    private SignedInPeople? _people;

    public TestApp() : this(withExample: false) { }

    protected TestApp(bool withExample) => _withExample = withExample;

    /// <summary>For migrating, seeding and hostile tests. Also what a web application is given to run on this database.</summary>
    public string OwnerConnectionString => Database.OwnerConnectionString;

    /// <summary>What the application runs as.</summary>
    public string ApplicationConnectionString => Database.ApplicationConnectionString;

    /// <summary>Stands still until it is set.</summary>
    public TestClock Clock { get; } = new();

    public Changes Changes { get; } = new();

    /// <summary>Runs use cases as the application's role.</summary>
    public Runner Runner => _runner ?? throw new InvalidOperationException("The test application is not started.");

    /// <summary>Who is signed in where, as a node of its own knows it.</summary>
    internal SignedInPeople People => _people ??= new SignedInPeople(Runner, Changes, Clock);

    private PostgresDatabase Database => _database ?? throw new InvalidOperationException("The test application is not started.");

    /// <summary>An application with a database of its own, for a test that needs it alone.</summary>
    public static async Task<TestApp> Create()
    {
        var app = new TestApp();
        await app.InitializeAsync();
        return app;
    }

    /// <summary>A ready-made user with the role.</summary>
    public Acting As(Role role) => new(Runner, Actor.Of(ReadyMadeUsers.All.First(p => p.Role == role)));

    /// <summary>Somebody at SKR who has this permission and no other.</summary>
    public Acting As(Permission permission) => new(Runner, Actor.Of(ReadyMadeUsers.All.First(p => p.MunicipalityCode is null && Domain.People.Roles.Of(p.Role).Contains(permission))) with
    {
        Permissions = new HashSet<Permission> { permission },
    });

    /// <summary>A ready-made user.</summary>
    public Acting As(string login) => new(Runner, ReadyMadeUsers.As(login));

    /// <summary>Somebody in the municipality; a ready-made user has it.</summary>
    public Acting As(MunicipalityCode municipality) => new(Runner, Actor.Of(ReadyMadeUsers.All.Single(p => p.MunicipalityCode == municipality)));

    /// <summary>Somebody who has not signed in.</summary>
    public Acting AsAnyone() => new(Runner, Actor.Anyone);

    /// <summary>Runs use cases as the owner of the database, as start-up does.</summary>
    public async Task<Result> RunAsOwner(ICommand command, Actor actor)
    {
        await using var source = NpgsqlDataSource.Create(OwnerConnectionString);
        using var facts = new ReferenceFactsKeeper(Changes);
        return await RunnerOn(source, facts, Changes, Clock).Run(command, actor, CancellationToken.None);
    }

    /// <summary>One value as SKR sees it, straight from the database.</summary>
    public async Task<T> Read<T>(string question)
    {
        await using var connection = await Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var scope = new NpgsqlCommand("SELECT set_config('app.scope', 'skr', true)", connection)) await scope.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand(question, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabases.Take(_withExample);
        _source = NpgsqlDataSource.Create(_database.ApplicationConnectionString);
        _facts = new ReferenceFactsKeeper(Changes);
        _runner = RunnerOn(_source, _facts, Changes, Clock);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _facts?.Dispose();
        if (_source is not null) await _source.DisposeAsync();
        if (_database is not null) await TestDatabases.GiveBack(_database);
    }

    /// <summary>Whoever asks for some of many and does not say which gets any: in tests that is a fault.</summary>
    internal static Runner RunnerOn(NpgsqlDataSource source, ReferenceFactsKeeper facts, Changes changes, TimeProvider clock) =>
        new(new PooledDbContextFactory<Db>(new DbContextOptionsBuilder<Db>().Of(source).ConfigureWarnings(w => w.Throw(CoreEventId.RowLimitingOperationWithoutOrderByWarning, CoreEventId.FirstWithoutOrderByAndFilterWarning)).Options), facts, changes, clock, new SiteAddress(new Uri("https://kunskapsstyrning.example/")));

    private NpgsqlDataSource Source => _source ?? throw new InvalidOperationException("The test application is not started.");
}

/// <summary>The same with example data.</summary>
public sealed class ExampleApp() : TestApp(withExample: true);

/// <summary>Somebody who acts in a test.</summary>
public sealed record Acting(Runner Runner, Actor Actor)
{
    public Task<Result> Run(ICommand command) => Runner.Run(command, Actor, CancellationToken.None);

    public Task<TAnswer> Ask<TAnswer>(IQuery<TAnswer> query) => Runner.Ask(query, Actor, CancellationToken.None);
}

/// <summary>A clock that a test sets. Begins in the morning of 24 November 2025.</summary>
public sealed class TestClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2025, 11, 24, 8, 30, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;

    /// <summary>Sets the clock to noon on a Swedish day.</summary>
    public void Set(DateOnly day) => Now = SwedishTime.At(day, new TimeOnly(12, 0));
}
