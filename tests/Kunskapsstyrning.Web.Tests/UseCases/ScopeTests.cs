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

/// <summary>The database knows who asks in every question, and nothing of a command is sent outside its transaction.</summary>
public sealed class ScopeTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Every_question_is_asked_by_who_asks_and_not_by_who_asked_before()
    {
        using var asked = new Asked(app);
        var registrar = app.As(Role.Registrar).Actor;
        var municipality = app.As(new Domain.Municipalities.MunicipalityCode("0125")).Actor;

        await asked.Runner.Ask(new AsksNothing(), registrar, CancellationToken.None);
        Assert.Equal(["public", "public"], await asked.Runner.Ask(new HearsWhoAsks(), Actor.Anyone, CancellationToken.None));
        Assert.Equal(["skr", "skr"], await asked.Runner.Ask(new HearsWhoAsks(), registrar, CancellationToken.None));
        Assert.Equal(["0125", "0125"], await asked.Runner.Ask(new HearsWhoAsks(), municipality, CancellationToken.None));
        Assert.Equal(["public", "public"], await asked.Runner.Ask(new HearsWhoAsks(), Actor.Anyone, CancellationToken.None));
    }

    [Fact]
    public async Task Who_asks_is_told_again_after_a_question_that_failed()
    {
        using var asked = new Asked(app);
        var registrar = app.As(Role.Registrar).Actor;

        await Assert.ThrowsAsync<PostgresException>(() => asked.Runner.Ask(new Fails(), registrar, CancellationToken.None));

        Assert.Equal(["public", "public"], await asked.Runner.Ask(new HearsWhoAsks(), Actor.Anyone, CancellationToken.None));
        Assert.Equal(["skr", "skr"], await asked.Runner.Ask(new GoesOnAfterFailing(), registrar, CancellationToken.None));
    }

    [Fact]
    public async Task Who_asks_is_told_again_after_a_question_that_nobody_waited_for()
    {
        using var asked = new Asked(app);
        using var leaves = new CancellationTokenSource();
        var waiting = asked.Runner.Ask(new AsksForLong(), app.As(Role.Registrar).Actor, leaves.Token);
        while (await app.Read<long>("SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(600)%' AND state = 'active' AND pid <> pg_backend_pid()") == 0) Assert.False(waiting.IsCompleted, "It did not wait.");

        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        Assert.Equal(["public", "public"], await asked.Runner.Ask(new HearsWhoAsks(), Actor.Anyone, CancellationToken.None));
    }

    [Fact]
    public async Task A_question_that_writes_is_refused_by_the_database()
    {
        using var asked = new Asked(app);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => asked.Runner.Ask(new Writes(), app.As(Role.Administrator).Actor, CancellationToken.None));

        Assert.Equal(PostgresErrorCodes.ReadOnlySqlTransaction, refused.SqlState);
    }

    [Fact]
    public async Task A_question_put_so_that_the_database_would_not_be_told_who_asks_is_never_put()
    {
        using var asked = new Asked(app);
        var registrar = app.As(Role.Registrar).Actor;

        foreach (var way in Enum.GetValues<UntoldWay>())
            await Assert.ThrowsAsync<InvalidOperationException>(() => asked.Runner.Ask(new AsksUntold(way), registrar, CancellationToken.None));
    }

    [Fact]
    public async Task Everything_a_command_does_is_done_by_who_gave_it()
    {
        using var asked = new Asked(app);
        var command = new TellsWhoGaveIt();

        await asked.Runner.Run(command, app.As(Role.Administrator).Actor, CancellationToken.None);

        Assert.Equal(["skr", "skr"], command.Heard);
    }

    [Fact]
    public async Task Nothing_of_a_command_is_sent_outside_its_transaction()
    {
        using var asked = new Asked(app);

        await asked.Runner.Ask(new HearsWhoAsks(), Actor.Anyone, CancellationToken.None); // what is known of recommendations is read by a question
        asked.Outside.Clear();
        await asked.Runner.Run(new TellsWhoGaveIt(), app.As(Role.Administrator).Actor, CancellationToken.None);

        Assert.NotEmpty(asked.Inside);
        Assert.Empty(asked.Outside);
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

    private static async Task<IReadOnlyList<string>> Hear(Session session, CancellationToken cancellation)
    {
        var question = session.Db.Database.SqlQuery<string>($"SELECT coalesce(current_setting('app.scope', true), 'untold') AS \"Value\"");
        return [await question.SingleAsync(cancellation), await question.SingleAsync(cancellation)];
    }

    [Requires(Permission.ReadPublic)]
    private sealed record AsksNothing : IQuery<bool>
    {
        public Task<bool> Answer(Session session, CancellationToken cancellation) => Task.FromResult(true);
    }

    [Requires(Permission.ReadPublic)]
    private sealed record HearsWhoAsks : IQuery<IReadOnlyList<string>>
    {
        public Task<IReadOnlyList<string>> Answer(Session session, CancellationToken cancellation) => Hear(session, cancellation);
    }

    [Requires(Permission.ReadPublic)]
    private sealed record Fails : IQuery<int>
    {
        public Task<int> Answer(Session session, CancellationToken cancellation) => session.Db.Database.SqlQuery<int>($"SELECT 1 / (SELECT 0) AS \"Value\"").SingleAsync(cancellation);
    }

    [Requires(Permission.ReadPublic)]
    private sealed record GoesOnAfterFailing : IQuery<IReadOnlyList<string>>
    {
        public async Task<IReadOnlyList<string>> Answer(Session session, CancellationToken cancellation)
        {
            await Assert.ThrowsAsync<PostgresException>(() => new Fails().Answer(session, cancellation));
            return await Hear(session, cancellation);
        }
    }

    [Requires(Permission.ReadPublic)]
    private sealed record AsksForLong : IQuery<string>
    {
        public Task<string> Answer(Session session, CancellationToken cancellation) => session.Db.Database.SqlQuery<string>($"SELECT pg_sleep(600)::text AS \"Value\"").SingleAsync(cancellation);
    }

    [Requires(Permission.Administer)]
    private sealed record Writes : IQuery<string>
    {
        public Task<string> Answer(Session session, CancellationToken cancellation) => session.Db.Database.SqlQuery<string>($"SELECT nextval('history_sequence')::text AS \"Value\"").SingleAsync(cancellation);
    }

    public enum UntoldWay
    {
        Rows,
        NoRows,
        NoRowsAndNoThread,
    }

    [Requires(Permission.ReadPublic)]
    private sealed record AsksUntold(UntoldWay Way) : IQuery<int>
    {
        public Task<int> Answer(Session session, CancellationToken cancellation) => Way switch
        {
            UntoldWay.Rows => Task.FromResult(session.Db.Municipalities.Count()),
            UntoldWay.NoRows => Task.FromResult(session.Db.Database.ExecuteSql($"SELECT 1")),
            _ => session.Db.Database.ExecuteSqlAsync($"SELECT 1", cancellation),
        };
    }

    [Requires(Permission.Administer)]
    private sealed record TellsWhoGaveIt : ICommand
    {
        public IReadOnlyList<string> Heard { get; private set; } = [];

        public async Task<Result> Execute(Session session, CancellationToken cancellation)
        {
            Heard = await Hear(session, cancellation);
            session.Record(new Told(Guid.NewGuid()));
            return Result.Done;
        }
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

    /// <summary>A runner with one context, used again and again, and all that it sends.</summary>
    private sealed class Asked : DbCommandInterceptor, IDisposable
    {
        private readonly NpgsqlDataSource _source;
        private readonly ReferenceFactsKeeper _facts;

        public Asked(TestApp app)
        {
            var changes = new Changes();
            (_source, _facts) = (NpgsqlDataSource.Create(app.ApplicationConnectionString), new ReferenceFactsKeeper(changes));
            Runner = new Runner(new PooledDbContextFactory<Db>(new DbContextOptionsBuilder<Db>().AddInterceptors(this).Of(_source).Options, poolSize: 1), _facts, changes, app.Clock);
        }

        public Runner Runner { get; }

        public ConcurrentQueue<string> Inside { get; } = [];

        public ConcurrentQueue<string> Outside { get; } = [];

        public void Dispose()
        {
            _facts.Dispose();
            _source.Dispose();
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            (eventData.Context?.Database.CurrentTransaction is null ? Outside : Inside).Enqueue(command.CommandText);
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            (eventData.Context?.Database.CurrentTransaction is null ? Outside : Inside).Enqueue(command.CommandText);
            return ValueTask.FromResult(result);
        }
    }
}
