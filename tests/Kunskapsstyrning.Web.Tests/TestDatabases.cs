using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence.Rights;
using Kunskapsstyrning.Persistence.Server;
using Kunskapsstyrning.Web.Example;
using Kunskapsstyrning.Web.Features.ReferenceData;
using Kunskapsstyrning.Web.Reference;
using Kunskapsstyrning.Web.Tests;
using Kunskapsstyrning.Web.UseCases;
using Npgsql;
using Xunit;

[assembly: AssemblyFixture(typeof(TestDatabases))]

namespace Kunskapsstyrning.Web.Tests;

/// <summary>
/// One PostgreSQL for the whole run, started when the first test asks. Databases are copies of a template: one migrated and with
/// reference data, one with example data too, each made once.
/// </summary>
public sealed class TestDatabases : IAsyncLifetime
{
    private static readonly SemaphoreSlim Door = new(1, 1);
    private static PostgresServer? _server;
    private static string? _plain;
    private static string? _example;
    private static int _taken;

    /// <summary>A database of its own for whoever asks.</summary>
    internal static async Task<PostgresDatabase> Take(bool withExample)
    {
        await Door.WaitAsync();
        try
        {
            _server ??= await PostgresServer.Start(PostgresOptions.ForTests());
            _plain ??= await MakePlain(_server);
            if (withExample) _example ??= await MakeExample(_server, _plain);
            return await _server.CreateDatabase($"test_{++_taken}", withExample ? _example : _plain);
        }
        finally
        {
            Door.Release();
        }
    }

    internal static Task GiveBack(PostgresDatabase database) => _server!.DropDatabase(database.Name);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }

    private static async Task<string> MakePlain(PostgresServer server)
    {
        var database = await server.CreateDatabase("template_plain");
        await Schema.BringUpToDate(database.OwnerConnectionString, CancellationToken.None);
        await Fill(database.OwnerConnectionString, async runner =>
        {
            Demand(await runner.Run(new LoadReferenceData(), Jobs.ReferenceData, CancellationToken.None));
            Demand(await runner.Run(new AddReadyMadePeople(), Jobs.ReferenceData, CancellationToken.None));
        });
        return database.Name;
    }

    private static async Task<string> MakeExample(PostgresServer server, string plain)
    {
        var database = await server.CreateDatabase("template_example", plain);
        await Fill(database.ApplicationConnectionString, runner => ExampleData.Load(runner, CancellationToken.None));
        return database.Name;
    }

    private static async Task Fill(string connectionString, Func<Runner, Task> fill)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        var changes = new Changes();
        using var facts = new ReferenceFactsKeeper(changes);
        await fill(TestApp.RunnerOn(source, facts, changes, new TestClock()));
    }

    private static void Demand(Result result)
    {
        if (result.Refusal is { } refusal) throw new InvalidOperationException(refusal.Sentence);
    }
}
