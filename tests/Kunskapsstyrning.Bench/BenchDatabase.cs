using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Persistence.Rights;
using Kunskapsstyrning.Persistence.Server;
using Kunskapsstyrning.Web.Example;
using Kunskapsstyrning.Web.Features.Dispatches;
using Kunskapsstyrning.Web.Features.Fees;
using Kunskapsstyrning.Web.Features.Imports;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Features.ReferenceData;
using Kunskapsstyrning.Web.Reference;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace Kunskapsstyrning.Bench;

/// <summary>A database of the bench's own with example data, and a runner on it.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    /// <summary>The recommendation whose page is measured.</summary>
    public const string Slug = "2018-kunskapsstyrning";

    private const string LookerOn = "looker-on";

    private readonly PostgresServer _server;
    private readonly NpgsqlDataSource _source;
    private readonly ReferenceFactsKeeper _keeper;
    private readonly Changes _changes = new();
    private readonly Runner _runner;
    private readonly Actor _registrar = ReadyMadeUsers.As(ReadyMadeUsers.Registrar);
    private int _logged;
    private int _day;

    private BenchDatabase(PostgresServer server)
    {
        _server = server;
        _source = NpgsqlDataSource.Create(As("bench", server.ApplicationConnectionString));
        _keeper = new ReferenceFactsKeeper(_changes);
        _runner = RunnerOn(_source, _keeper, _changes);
    }

    /// <summary>What is known without asking anew.</summary>
    public ReferenceFacts Facts { get; private set; } = null!;

    /// <summary>The recommendation whose page is measured.</summary>
    public Recommendation Recommendation => Facts.Recommendation(Slug)!;

    /// <summary>The person who logs.</summary>
    public PersonId Registrar => _registrar.Person!.Value;

    /// <summary>Starts a server, migrates, and fills it.</summary>
    public static async Task<BenchDatabase> Make()
    {
        var server = await PostgresServer.Start(PostgresOptions.ForTests());
        await Schema.BringUpToDate(server.OwnerConnectionString, CancellationToken.None);
        await using (var owner = NpgsqlDataSource.Create(server.OwnerConnectionString))
        {
            var changes = new Changes();
            using var keeper = new ReferenceFactsKeeper(changes);
            var runner = RunnerOn(owner, keeper, changes);
            Demand(await runner.Run(new LoadReferenceData(), Jobs.ReferenceData, CancellationToken.None));
            Demand(await runner.Run(new AddReadyMadePeople(), Jobs.ReferenceData, CancellationToken.None));
        }

        var database = new BenchDatabase(server);
        await database.Fill();
        return database;
    }

    /// <summary>The owner's connection, for the product; under a name by which its server processes are found.</summary>
    public string ForProduct(string name) => As(name, _server.OwnerConnectionString);

    /// <summary>The application's connection, for the bare way.</summary>
    public string ForBare(string name) => As(name, _server.ApplicationConnectionString);

    /// <summary>The server processes that work for whoever calls itself so.</summary>
    public Task<IReadOnlyList<int>> BackendsOf(string name) => Pids("SELECT pid FROM pg_stat_activity WHERE application_name = $1", name);

    /// <summary>What the whole server has used so far, processes that have ended included.</summary>
    public async Task<TimeSpan> CpuSoFar()
    {
        var living = await Pids("SELECT pid FROM pg_stat_activity WHERE application_name <> $1", LookerOn);
        return Cpu.Of(living) + Cpu.OfEndedChildren(Cpu.ParentOf(living[0]));
    }

    /// <summary>Logs one more decision in the recommendation that is measured; every other time a no.</summary>
    public Task Change() => Change(Slug);

    /// <summary>The same in another recommendation.</summary>
    public async Task Change(string slug)
    {
        var municipality = Facts.Municipalities[_logged * 7 % Facts.Municipalities.Count];
        await Log(municipality.Code, Facts.Recommendation(slug)!.Id, _logged++ % 2 == 0 ? Outcome.Declines : Outcome.Adopts);
    }

    /// <summary>Makes the country large; gives the number of decisions.</summary>
    public async Task<long> FillLarge()
    {
        await using (var owner = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_server.OwnerConnectionString) { CommandTimeout = 600 }))
        {
            await using var connection = await owner.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            var statements = LargeCountry.Fill.Replace("$1", $"'{Slug}'", StringComparison.Ordinal).Replace("$2", $"'{Registrar.Value}'", StringComparison.Ordinal);
            await using (var fill = new NpgsqlCommand(statements, connection)) await fill.ExecuteNonQueryAsync();
            await transaction.CommitAsync();
            await using var analyze = new NpgsqlCommand("ANALYZE", connection);
            await analyze.ExecuteNonQueryAsync();
        }

        _changes.Unknown();
        Facts = await _runner.Ask(new WhatIsKnown(), _registrar, CancellationToken.None);
        return await Number("SELECT count(*) FROM decision d JOIN recommendation r ON r.id = d.recommendation_id WHERE r.slug LIKE 'stor-%'");
    }

    /// <summary>The number of the latest event.</summary>
    public Task<long> LatestSequence() => Number("SELECT last_value FROM history_sequence");

    /// <summary>Logs a decision through the runner.</summary>
    public async Task Log(MunicipalityCode municipality, RecommendationId recommendation, Outcome outcome)
    {
        var board = Facts.Recommendation(recommendation)!.BoardDecision.On;
        var content = new DecisionContent { Outcome = outcome, Stage = Stage.Final, Body = "Kommunstyrelsen", DecidedOn = board.AddDays(200 + (_day++ % 400)), ArrivedOn = board.AddDays(610) };
        var details = new DecisionDetails { Paragraph = "§ 67", CaseNumber = "KS 2019/103" };
        Demand(await _runner.Run(new LogDecision(new DecisionId(Guid.CreateVersion7()), municipality, recommendation, content, details, []), _registrar, CancellationToken.None));
    }

    /// <summary>Puts a list there and looks it through; what is given back confirms it through the runner.</summary>
    public async Task<Func<Task>> PutList(string text, string slug)
    {
        Demand(ListReader.TryRead(text, out var table));
        var id = new ImportId(Guid.CreateVersion7());
        Demand(await _runner.Run(new PutList(id, "svar.csv", table!, slug), _registrar, CancellationToken.None));
        var list = await _runner.Ask(new ListAtHand(id), _registrar, CancellationToken.None);
        if (list?.Plan is not { Failing: 0, ToLookAt: 0 } plan) throw new InvalidOperationException("The list cannot be registered whole.");
        var confirm = new ConfirmImport(id, plan.Seen, new HashSet<int>());
        return async () => Demand(await _runner.Run(confirm, _registrar, CancellationToken.None));
    }

    /// <summary>Proposes fees; what is given back has another person approve them through the runner.</summary>
    public async Task<Func<Task>> Propose(string slug, FeeTerms terms)
    {
        var period = Facts.Recommendation(slug)!.Periods[0];
        var counted = Facts.PopulationOn(terms.PopulationDate!.Value);
        var fees = FeeCalculation.Calculate(terms, [.. Facts.MunicipalitiesOn(counted.Date).Select(m => new Population(m.Code, counted[m.Code]!.Value))]);
        var id = new AllocationProposalId(Guid.CreateVersion7());
        Demand(await _runner.Run(new ProposeAllocation(id, slug, period.Years, terms, FeeFingerprint.Of(fees), "Prov"), ReadyMadeUsers.As("handlaggare"), CancellationToken.None));
        return async () => Demand(await _runner.Run(new ApproveAllocation(id), ReadyMadeUsers.As("ekonom"), CancellationToken.None));
    }

    /// <summary>A question to every municipality, prepared by one person, and the way for another to release it.</summary>
    public async Task<Func<Task>> PrepareDispatch(string slug)
    {
        var (id, officer, administrator) = (new DispatchId(Guid.CreateVersion7()), ReadyMadeUsers.As("handlaggare"), ReadyMadeUsers.As("administrator"));
        var rule = DispatchRule.UsualFor(DispatchKind.Question) with { CopiesToHeads = false };
        Demand(await _runner.Run(new PrepareDispatch(id, slug, new DispatchMatter(DispatchKind.Question)) { Rule = rule }, officer, CancellationToken.None));
        var seen = (await _runner.Ask(new DispatchInFull(slug, id), administrator, CancellationToken.None))!.Plan!.Fingerprint;
        return async () => Demand(await _runner.Run(new ReleaseDispatch(id, seen, WithoutThose: false), administrator, CancellationToken.None));
    }

    /// <summary>Runs a command as one who freezes fees.</summary>
    public async Task Save(ICommand command) => Demand(await _runner.Run(command, ReadyMadeUsers.As("ekonom"), CancellationToken.None));

    /// <summary>Runs a command as one who follows municipalities.</summary>
    public async Task Follow(ICommand command) => Demand(await _runner.Run(command, ReadyMadeUsers.As("handlaggare"), CancellationToken.None));

    /// <summary>Listens until the database has told of one more change.</summary>
    public async Task<ChangesHeard> Listen()
    {
        var connection = await _source.OpenConnectionAsync();
        await using (var listen = new NpgsqlCommand("LISTEN history", connection)) await listen.ExecuteNonQueryAsync();
        return new ChangesHeard(connection);
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        _keeper.Dispose();
        await _server.DisposeAsync();
    }

    /// <summary>The example data, and an answer from those who then are silent but for nine, as there were in 2019.</summary>
    private async Task Fill()
    {
        await ExampleData.Load(_runner, CancellationToken.None);
        Facts = await _runner.Ask(new WhatIsKnown(), _registrar, CancellationToken.None);
        var today = SwedishTime.DayOf(TimeProvider.System.GetUtcNow());
        var state = await _runner.Ask(new StateOfRecommendation(Slug, new AsOf(today)), _registrar, CancellationToken.None);
        foreach (var silent in state!.Rows.Where(r => r.Standing.Status is Status.NoResponse).Skip(9))
            await Log(silent.Municipality.Code, Recommendation.Id, Outcome.Adopts);

        await using var owner = NpgsqlDataSource.Create(_server.OwnerConnectionString);
        await using var analyze = owner.CreateCommand("ANALYZE");
        await analyze.ExecuteNonQueryAsync();
    }

    private async Task<long> Number(string question)
    {
        await using var owner = NpgsqlDataSource.Create(As(LookerOn, _server.OwnerConnectionString));
        await using var command = owner.CreateCommand(question);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<IReadOnlyList<int>> Pids(string question, string name)
    {
        await using var owner = NpgsqlDataSource.Create(As(LookerOn, _server.OwnerConnectionString));
        await using var command = owner.CreateCommand(question);
        command.Parameters.AddWithValue(name);
        await using var reader = await command.ExecuteReaderAsync();
        var processes = new List<int>();
        while (await reader.ReadAsync()) processes.Add(reader.GetInt32(0));
        return processes;
    }

    private static Runner RunnerOn(NpgsqlDataSource source, ReferenceFactsKeeper keeper, Changes changes) =>
        new(new PooledDbContextFactory<Db>(new DbContextOptionsBuilder<Db>().Of(source).Options), keeper, changes, TimeProvider.System, new SiteAddress(new Uri("https://kunskapsstyrning.example/")));

    private static string As(string name, string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = name }.ConnectionString;

    private static void Demand(Result result)
    {
        if (result.Refusal is { } refusal) throw new InvalidOperationException(refusal.Sentence);
    }

    [Requires(Permission.ReadPublic)]
    private sealed record WhatIsKnown : IQuery<ReferenceFacts>
    {
        public Task<ReferenceFacts> Answer(Session session, CancellationToken cancellation) => Task.FromResult(session.Facts);
    }
}

/// <summary>Hears of changes the way every node does.</summary>
internal sealed class ChangesHeard(NpgsqlConnection connection) : IAsyncDisposable
{
    /// <summary>Waits for one more change, and a moment longer so that the others have heard it too.</summary>
    public async Task Next()
    {
        if (!await connection.WaitAsync(5000)) throw new InvalidOperationException("No change was heard.");
        await Task.Delay(5);
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
