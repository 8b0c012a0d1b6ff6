using System.Diagnostics;
using System.Runtime;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Npgsql;
using NpgsqlTypes;

namespace Kunskapsstyrning.Bench;

/// <summary>
/// Confirming a list of 290 decisions through the runner, in turn with COPY of the same rows with their history. Before each
/// turn the answers are taken away, so that both write into the same. COPY is done by the tables' owner, past the wall:
/// PostgreSQL lets nobody else COPY into walled tables.
/// </summary>
internal sealed class ImportMeasured(BenchDatabase database, NpgsqlConnection connection)
{
    private const int Times = 40;
    private const double Limit = 2;
    private const string After = """{"content":{"outcome":"Adopts","stage":"Final","bodyKind":"Executive","body":"Kommunstyrelsen","decidedOn":"2016-12-27","arrivedOn":"2017-01-06","isAnswer":true},"details":{"paragraph":"§ 67","caseNumber":"KS 2019/103"}}""";
    private static readonly TimeSpan LongestWarming = TimeSpan.FromSeconds(40);

    private readonly Recommendation _recommendation = database.Facts.Recommendation(Slug)!;
    private readonly IReadOnlyList<Municipality> _municipalities = database.Facts.Municipalities;

    private const string Slug = "2016-nationell-stodfunktion";

    public static async Task Measure(BenchDatabase database, Report report)
    {
        await using var source = NpgsqlDataSource.Create(database.ForProduct("copy"));
        await using var connection = await source.OpenConnectionAsync();
        var measured = new ImportMeasured(database, connection);
        await measured.Run(Open);
        report.Heading($"Importing {measured._municipalities.Count} decisions, against COPY of the same rows");
        foreach (var (name, before) in new[] { ("None has answered before", false), ("All have answered before", true) })
        {
            var (product, bare) = await measured.InTurn(before);
            report.Compare(name, product, bare, Limit);
        }
    }

    private async Task<(Cost Product, Cost Bare)> InTurn(bool before)
    {
        await Warm(before);
        var (product, bare) = (new List<Cost>(), new List<Cost>());
        IReadOnlyList<int> ownBackend = [connection.ProcessID];
        for (var i = 0; i < Times; i++)
        {
            var confirm = await Prepare(before);
            product.Add(await Bench.Cost.Of(await database.BackendsOf("bench"), confirm));
            await Clear(before);
            bare.Add(await Bench.Cost.Of(ownBackend, () => Copy(again: before)));
        }

        return (Bench.Cost.Median(product), Bench.Cost.Median(bare));
    }

    /// <summary>Until the runtime has translated what is used often.</summary>
    private async Task Warm(bool before)
    {
        var watch = Stopwatch.StartNew();
        for (var (i, translated) = (0, -1L); ; i++)
        {
            await (await Prepare(before))();
            await Clear(before);
            await Copy(again: before);
            if (i % 15 != 14) continue;
            if (JitInfo.GetCompiledMethodCount() - translated < 15 || watch.Elapsed > LongestWarming) return;
            translated = JitInfo.GetCompiledMethodCount();
        }
    }

    /// <summary>A list that has been put there and looked through, which is not counted, and the way to confirm it, which is.</summary>
    private async Task<Func<Task>> Prepare(bool before)
    {
        await Clear(before);
        var board = _recommendation.BoardDecision.On;
        var rows = _municipalities.Select(m => $"{m.Code};{m.Name};Ja;Slutligt;Kommunstyrelsen;{board.AddDays(201):yyyy-MM-dd};§ 68;KS 2019/104;{board.AddDays(210):yyyy-MM-dd}");
        return await database.PutList("Kommunkod;Kommun;Beslut;Nivå;Organ;Datum;§;Dnr;Inkom\n" + string.Join('\n', rows), Slug);
    }

    /// <summary>Takes the answers away, and where all have answered before puts those there.</summary>
    private async Task Clear(bool before)
    {
        await Run(Away);
        if (before) await Copy(again: false);
        await Run(Vacuum);
    }

    private async Task Copy(bool again)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        var numbers = new List<long>();
        await using (var draw = new NpgsqlCommand("SELECT nextval('history_sequence') FROM (SELECT set_config('app.scope', 'skr', true), pg_advisory_xact_lock(20162)) AS locked, generate_series(1, $1)", connection))
        {
            draw.Parameters.Add(new NpgsqlParameter<int> { TypedValue = _municipalities.Count });
            await using var reader = await draw.ExecuteReaderAsync();
            while (await reader.ReadAsync()) numbers.Add(reader.GetInt64(0));
        }

        var (board, now) = (_recommendation.BoardDecision.On, TimeProvider.System.GetUtcNow());
        var ids = _municipalities.Select(_ => Guid.CreateVersion7()).ToList();
        if (again) await Run($"UPDATE response SET revision = revision + 1 WHERE {Of2016}");
        else await Table("response (municipality_code, recommendation_id, revision)", (to, i) => { to.Write(Code(i)); to.Write(_recommendation.Id.Value); to.Write(1); });
        await Table("decision (id, municipality_code, recommendation_id)", (to, i) => { to.Write(ids[i]); to.Write(Code(i)); to.Write(_recommendation.Id.Value); });
        await Table("decision_version (decision_id, number, recorded_by, recorded_at, sequence, arrived_on, body, decided_on, outcome, stage)", (to, i) =>
        {
            to.Write(ids[i]); to.Write(1); to.Write(database.Registrar.Value); to.Write(now); to.Write(numbers[0]); to.Write(board.AddDays(210)); to.Write("Kommunstyrelsen");
            to.Write(board.AddDays(again ? 201 : 200)); to.Write("Adopts"); to.Write("Final");
        });
        await Table("walled_details (decision_id, number, municipality_code, paragraph, case_number)", (to, i) => { to.Write(ids[i]); to.Write(1); to.Write(Code(i)); to.Write("§ 67"); to.Write("KS 2019/103"); });
        await Table("history_event (sequence, at, actor, use_case, kind, subject, municipality_code, recommendation_id, after)", (to, i) =>
        {
            to.Write(numbers[i]); to.Write(now); to.Write(database.Registrar.Value); to.Write("ConfirmImport"); to.Write("DecisionLogged"); to.Write(ids[i]); to.Write(Code(i));
            to.Write(_recommendation.Id.Value); to.Write(After, NpgsqlDbType.Jsonb);
        });
        await transaction.CommitAsync();
    }

    private async Task Table(string columns, Action<NpgsqlBinaryImporter, int> row)
    {
        await using var to = await connection.BeginBinaryImportAsync($"COPY {columns} FROM STDIN (FORMAT binary)");
        for (var i = 0; i < _municipalities.Count; i++)
        {
            await to.StartRowAsync();
            row(to, i);
        }

        await to.CompleteAsync();
    }

    private string Code(int at) => _municipalities[at].Code.Digits;

    private async Task Run(string statements)
    {
        foreach (var statement in statements.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>In the bench's own throwaway database only: the owner may COPY past the wall, and take away what was written.</summary>
    private const string Open = """
        ALTER TABLE walled_details NO FORCE ROW LEVEL SECURITY; ALTER TABLE history_event NO FORCE ROW LEVEL SECURITY; ALTER TABLE decision_document NO FORCE ROW LEVEL SECURITY; ALTER TABLE import NO FORCE ROW LEVEL SECURITY;
        ALTER TABLE walled_details DISABLE TRIGGER refuse_change; ALTER TABLE decision_version DISABLE TRIGGER refuse_change; ALTER TABLE decision DISABLE TRIGGER refuse_change; ALTER TABLE import DISABLE TRIGGER refuse_change;
        ALTER TABLE retraction DISABLE TRIGGER refuse_change; ALTER TABLE decision_document DISABLE TRIGGER refuse_change; ALTER TABLE history_event DISABLE TRIGGER refuse_change
        """;

    private const string Of2016 = "recommendation_id = (SELECT id FROM recommendation WHERE slug = '" + Slug + "')";

    private const string Away = $"""
        DELETE FROM history_event WHERE {Of2016};
        DELETE FROM import;
        DELETE FROM decision_document WHERE decision_id IN (SELECT id FROM decision WHERE {Of2016});
        DELETE FROM retraction WHERE decision_id IN (SELECT id FROM decision WHERE {Of2016});
        DELETE FROM walled_details WHERE decision_id IN (SELECT id FROM decision WHERE {Of2016});
        DELETE FROM decision_version WHERE decision_id IN (SELECT id FROM decision WHERE {Of2016});
        DELETE FROM decision WHERE {Of2016};
        DELETE FROM response WHERE {Of2016}
        """;

    private const string Vacuum = """
        VACUUM history_event, import, walled_details, decision_version, decision, response
        """;
}
