using System.Diagnostics;
using System.Runtime;
using Npgsql;

namespace Kunskapsstyrning.Bench;

/// <summary>
/// Releasing a question to every municipality through the runner, in turn with COPY of the same rows with their history. COPY is done by the
/// tables' owner, past the wall: PostgreSQL lets nobody else COPY into walled tables.
/// </summary>
internal sealed class DispatchMeasured(BenchDatabase database, NpgsqlConnection connection)
{
    private const string Slug = "2024-kunskapsbaserad-socialtjanst";
    private const int Times = 30;
    private const double Limit = 2.5;

    private static readonly string[] Tables = ["outgoing_message", "dispatch_recipient", "history_event"];
    private static readonly TimeSpan LongestWarming = TimeSpan.FromSeconds(40);

    public static async Task Measure(BenchDatabase database, Report report)
    {
        await using var source = NpgsqlDataSource.Create(database.ForProduct("copy-dispatch"));
        await using var connection = await source.OpenConnectionAsync();
        var measured = new DispatchMeasured(database, connection);
        foreach (var table in Tables.Append("contact").Append("dispatch").Append("person")) await measured.Run($"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY");
        await measured.Run("""
            INSERT INTO contact (id, kind, municipality_code, email, verified_on, verified_by, revision)
            SELECT gen_random_uuid(), 'FunctionAddress', m.code, 'ks-' || m.code || '@kommun.example', date '2016-01-01', (SELECT id FROM person LIMIT 1), 1 FROM municipality m
            ON CONFLICT DO NOTHING
            """);
        report.Heading("Queueing 290 messages of a dispatch, against COPY of the same rows");
        var (product, bare) = await measured.InTurn();
        report.Compare("One more dispatch", product, bare, Limit);
    }

    private async Task<(Cost Product, Cost Bare)> InTurn()
    {
        await Warm();
        var (product, bare) = (new List<Cost>(), new List<Cost>());
        IReadOnlyList<int> ownBackend = [connection.ProcessID];
        for (var i = 0; i < Times; i++)
        {
            var release = await database.PrepareDispatch(Slug);
            product.Add(await Cost.Of(await database.BackendsOf("bench"), release));
            var rows = await SameAgain();
            bare.Add(await Cost.Of(ownBackend, () => Copy(rows)));
        }

        return (Cost.Median(product), Cost.Median(bare));
    }

    /// <summary>Until the runtime has translated what is used often.</summary>
    private async Task Warm()
    {
        var watch = Stopwatch.StartNew();
        for (var (i, translated) = (0, -1L); ; i++)
        {
            await (await database.PrepareDispatch(Slug))();
            await Copy(await SameAgain());
            if (i % 15 != 14) continue;
            if (JitInfo.GetCompiledMethodCount() - translated < 15 || watch.Elapsed > LongestWarming) return;
            translated = JitInfo.GetCompiledMethodCount();
        }
    }

    /// <summary>What was queued last, with other ids, as text; the history with a number for each line from those that come next.</summary>
    private async Task<IReadOnlyList<(string Table, string Rows)>> SameAgain()
    {
        const string Last = "(SELECT id FROM dispatch WHERE state = 'Released' ORDER BY settled_at DESC, id DESC LIMIT 1)";
        await Run("CREATE TEMP TABLE IF NOT EXISTS renamed (was uuid PRIMARY KEY, becomes uuid); TRUNCATE renamed");
        await Run($"INSERT INTO renamed SELECT id, gen_random_uuid() FROM outgoing_message WHERE dispatch_id = {Last}");
        return
        [
            ("outgoing_message", await Rows($"SELECT (jsonb_populate_record(m, jsonb_build_object('id', becomes))).* FROM outgoing_message m JOIN renamed ON was = m.id")),
            ("dispatch_recipient", await Rows($"SELECT (jsonb_populate_record(r, jsonb_build_object('message_id', becomes, 'number', r.number + 100000 + (SELECT max(number) FROM dispatch_recipient WHERE dispatch_id = {Last})))).* FROM dispatch_recipient r JOIN renamed ON was = r.message_id")),
            ("history_event", await Rows("SELECT (jsonb_populate_record(h, jsonb_build_object('subject', becomes, 'sequence', nextval('history_sequence')))).* FROM history_event h JOIN renamed ON was = h.subject")),
        ];
    }

    private async Task Copy(IReadOnlyList<(string Table, string Rows)> all)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var turn = new NpgsqlCommand("SELECT set_config('app.scope', 'skr', true), pg_advisory_xact_lock(20162)", connection)) await turn.ExecuteNonQueryAsync();
        foreach (var (table, rows) in all)
        {
            await using var to = await connection.BeginTextImportAsync($"COPY {table} FROM STDIN");
            await to.WriteAsync(rows);
        }

        await transaction.CommitAsync();
    }

    private async Task<string> Rows(string question)
    {
        using var from = await connection.BeginTextExportAsync($"COPY ({question}) TO STDOUT");
        return await from.ReadToEndAsync();
    }

    private async Task Run(string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
