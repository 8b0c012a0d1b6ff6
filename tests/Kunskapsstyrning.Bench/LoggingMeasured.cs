using System.Diagnostics;
using System.Runtime;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Npgsql;
using NpgsqlTypes;

namespace Kunskapsstyrning.Bench;

/// <summary>Logging a decision through the runner, in turn with one statement that writes the same rows.</summary>
internal sealed class LoggingMeasured(BenchDatabase database, NpgsqlConnection connection, NpgsqlCommand statement)
{
    private const int Times = 250;
    private static readonly TimeSpan LongestWarming = TimeSpan.FromSeconds(20);
    private const double Limit = 3;
    private const string After = """{"content":{"outcome":"Adopts","stage":"Final","bodyKind":"Executive","body":"Kommunstyrelsen","decidedOn":"2016-12-27","arrivedOn":"2017-01-06","isAnswer":true},"details":{"paragraph":"§ 67","caseNumber":"KS 2019/103"}}""";

    private readonly Recommendation _recommendation = database.Facts.Recommendation("2016-nationell-stodfunktion")!;

    public static async Task Measure(BenchDatabase database, Report report)
    {
        await using var source = NpgsqlDataSource.Create(database.ForBare("statement"));
        await using var connection = await source.OpenConnectionAsync();
        await using var statement = new NpgsqlCommand(HandWritten.Log, connection);
        foreach (var type in new[]
        {
            NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Uuid, NpgsqlDbType.Date, NpgsqlDbType.Date, NpgsqlDbType.Text, NpgsqlDbType.Text,
            NpgsqlDbType.Text, NpgsqlDbType.Uuid, NpgsqlDbType.TimestampTz, NpgsqlDbType.Jsonb,
        }) statement.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type });
        await statement.PrepareAsync();

        var (product, bare) = await new LoggingMeasured(database, connection, statement).InTurn();
        report.Heading("Logging a decision, against one statement");
        report.Compare("Runner with history", product, bare, Limit);
    }

    private async Task<(Cost Product, Cost Bare)> InTurn()
    {
        var warm = await Warm();
        var (product, bare) = (new List<Cost>(), new List<Cost>());
        IReadOnlyList<int> runnerBackends = await database.BackendsOf("bench"), ownBackend = [connection.ProcessID];
        for (var i = warm; i < warm + Times; i++)
        {
            product.Add(await Bench.Cost.Of(runnerBackends, () => database.Log(Municipality(2 * i), _recommendation.Id, Outcome.Adopts)));
            bare.Add(await Bench.Cost.Of(ownBackend, () => Statement(Municipality(2 * i + 1))));
        }

        return (Bench.Cost.Median(product), Bench.Cost.Median(bare));
    }

    /// <summary>Until the runtime has translated what is used often, so that its work is not taken for the runner's.</summary>
    private async Task<int> Warm()
    {
        var watch = Stopwatch.StartNew();
        for (var (i, translated) = (0, -1L); ; i++)
        {
            await database.Log(Municipality(2 * i), _recommendation.Id, Outcome.Adopts);
            await Statement(Municipality(2 * i + 1));
            if (i % 150 != 149) continue;
            if (JitInfo.GetCompiledMethodCount() - translated < 15 || watch.Elapsed > LongestWarming) return i + 1;
            translated = JitInfo.GetCompiledMethodCount();
            await Task.Delay(200);
        }
    }

    private async Task Statement(MunicipalityCode municipality)
    {
        var board = _recommendation.BoardDecision.On;
        object[] values =
        [
            Guid.CreateVersion7(), municipality.Digits, _recommendation.Id.Value, board.AddDays(200), board.AddDays(210), "Kommunstyrelsen", "§ 67",
            "KS 2019/103", database.Registrar.Value, TimeProvider.System.GetUtcNow(), After,
        ];
        for (var i = 0; i < values.Length; i++) statement.Parameters[i].Value = values[i];
        await statement.ExecuteNonQueryAsync();
    }

    private MunicipalityCode Municipality(int number) => database.Facts.Municipalities[number % database.Facts.Municipalities.Count].Code;
}
