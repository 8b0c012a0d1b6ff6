using System.Collections.Concurrent;
using System.Data.Common;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Web.Reference;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.UseCases;

/// <summary>The first thing in every transaction is its scope, and nothing is sent outside one.</summary>
public sealed class ScopeTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Every_transaction_of_commands_and_queries_begins_with_its_scope()
    {
        var seen = new Seen();
        var changes = new Changes();
        using var facts = new ReferenceFactsKeeper(changes);
        var options = new DbContextOptionsBuilder<Db>().UseNpgsql(app.ApplicationConnectionString).AddInterceptors(seen).Options;
        var runner = new Runner(new PooledDbContextFactory<Db>(options), facts, changes, app.Clock);

        await runner.Ask(new CountsPeople(), Actor.Anyone, CancellationToken.None);
        await runner.Ask(new CountsPeople(), app.As(Role.Registrar).Actor, CancellationToken.None);
        await runner.Ask(new CountsPeople(), app.As(new Domain.Municipalities.MunicipalityCode("0125")).Actor, CancellationToken.None);
        await runner.Run(new TellsTheHistory(), app.As(Role.Administrator).Actor, CancellationToken.None);

        Assert.True(seen.Transactions.Count >= 5, $"Only {seen.Transactions.Count} transactions were seen.");
        Assert.All(seen.Transactions.Values, sql => Assert.Contains("set_config('app.scope'", sql.First(), StringComparison.Ordinal));
        Assert.Empty(seen.Outside);
    }

    [Fact]
    public async Task The_history_is_numbered_in_the_order_of_commit()
    {
        await using var source = NpgsqlDataSource.Create(app.ApplicationConnectionString);
        await using var first = await source.OpenConnectionAsync();
        await using var transaction = await first.BeginTransactionAsync();
        await using var draw = new NpgsqlCommand("SELECT nextval('history_sequence') FROM (SELECT pg_advisory_xact_lock(20162)) AS locked", first);
        var drawnFirst = (long)(await draw.ExecuteScalarAsync())!;

        var second = app.As(Role.Administrator).Run(new TellsTheHistory());
        while (await app.Read<long>("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted") == 0) Assert.False(second.IsCompleted, "It committed past one that had drawn its number.");
        await transaction.CommitAsync();
        await second;

        Assert.True(await app.Read<long>("SELECT max(sequence) FROM history_event") > drawnFirst);
    }

    [Fact]
    public async Task Who_waited_for_its_turn_knows_what_was_committed_meanwhile_and_comes_after_it()
    {
        await using var source = NpgsqlDataSource.Create(app.OwnerConnectionString);
        await using var first = await source.OpenConnectionAsync();
        await using var transaction = await first.BeginTransactionAsync();
        await using var rename = new NpgsqlCommand("UPDATE county SET name = 'Norra länet' FROM (SELECT pg_advisory_xact_lock(20162)) AS locked WHERE code = '25'", first);
        await rename.ExecuteNonQueryAsync();

        var alone = new SeesAlone();
        var second = app.As(Role.Administrator).Run(alone);
        while (await app.Read<long>("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted") == 0) Assert.False(second.IsCompleted, "It did not wait for its turn.");
        var before = app.Clock.GetUtcNow();
        app.Clock.Now = before.AddMinutes(1);
        app.Changes.Unknown(); // as the database tells every node
        await transaction.CommitAsync();
        await second;

        Assert.Equal(("Norra länet", before.AddMinutes(1)), (alone.County, alone.At));
    }

    [Requires(Permission.ReadPublic)]
    private sealed record CountsPeople : IQuery<int>
    {
        public Task<int> Answer(Session session, CancellationToken cancellation) => session.Db.People.CountAsync(cancellation);
    }

    [Requires(Permission.Administer)]
    private sealed record TellsTheHistory : ICommand
    {
        public Task<Result> Execute(Session session, CancellationToken cancellation)
        {
            session.Record(new Told(Guid.NewGuid()));
            return Task.FromResult(Result.Done);
        }
    }

    [Requires(Permission.Administer), Alone("What it sees is to be what stands.")]
    private sealed record SeesAlone : ICommand
    {
        public string? County { get; private set; }

        public DateTimeOffset? At { get; private set; }

        public Task<Result> Execute(Session session, CancellationToken cancellation)
        {
            (County, At) = (session.Facts.Counties.Single(c => c.Code == "25").Name, session.Now);
            session.Record(new Told(Guid.NewGuid()));
            return Task.FromResult(Result.Done);
        }
    }

    private sealed record Told(Guid Subject) : IEvent;

    private sealed class Seen : DbCommandInterceptor
    {
        public ConcurrentDictionary<Guid, ConcurrentQueue<string>> Transactions { get; } = new();

        public ConcurrentQueue<string> Outside { get; } = new();

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Note(command, eventData);
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Note(command, eventData);
            return ValueTask.FromResult(result);
        }

        private void Note(DbCommand command, CommandEventData eventData)
        {
            if (eventData.Context?.Database.CurrentTransaction is { } transaction) Transactions.GetOrAdd(transaction.TransactionId, _ => new ConcurrentQueue<string>()).Enqueue(command.CommandText);
            else Outside.Enqueue(command.CommandText);
        }
    }
}
