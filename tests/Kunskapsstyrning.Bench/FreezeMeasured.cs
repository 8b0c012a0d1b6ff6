using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;
using Npgsql;

namespace Kunskapsstyrning.Bench;

/// <summary>
/// Freezing the fees of every municipality through the runner, in turn with COPY of the same rows with their history. Each turn freezes
/// one more version. COPY is done by the tables' owner, past the wall: PostgreSQL lets nobody else COPY into walled tables.
/// </summary>
internal sealed class FreezeMeasured(BenchDatabase database, NpgsqlConnection connection)
{
    private const string Slug = "2016-nationell-stodfunktion";
    private const int Times = 30;
    private const double Limit = 2.5;

    /// <summary>Stands in the prepared rows where the number of the history goes, which is drawn in the transaction.</summary>
    private const string Number = "8016201620162016";

    private static readonly TimeSpan LongestWarming = TimeSpan.FromSeconds(40);
    private int _proposed;

    public static async Task Measure(BenchDatabase database, Report report)
    {
        await using var source = NpgsqlDataSource.Create(database.ForProduct("copy-fees"));
        await using var connection = await source.OpenConnectionAsync();
        var measured = new FreezeMeasured(database, connection);
        await measured.Run("ALTER TABLE allocation NO FORCE ROW LEVEL SECURITY");
        await measured.Run("ALTER TABLE allocation_row NO FORCE ROW LEVEL SECURITY");
        await measured.Run("ALTER TABLE history_event NO FORCE ROW LEVEL SECURITY");
        report.Heading($"Freezing {database.Facts.MunicipalitiesOn(new DateOnly(2016, 6, 10)).Count()} fees, against COPY of the same rows");
        var (product, bare) = await measured.InTurn();
        report.Compare("One more version", product, bare, Limit);
        report.AtMost($"{FeesMeasured.Many} x {FeesMeasured.Years} fees saved in one transaction, time", await measured.Large(), 10, "s");
    }

    /// <summary>A country a hundred times as large for ten years, in lists of as many as there are codes for, explained and written with their history at once.</summary>
    private async Task<double> Large()
    {
        await Run("""
            INSERT INTO municipality SELECT (jsonb_populate_record(m, jsonb_build_object('code', to_char(number, 'FM0000'), 'organisation_number', null))).*
            FROM municipality m, generate_series(0, 9999) AS number WHERE m.code = '0125' AND NOT EXISTS (SELECT FROM municipality there WHERE there.code = to_char(number, 'FM0000'))
            """);
        await Run("ANALYZE"); // as PostgreSQL does by itself a while after a table has grown; what was planned for the small one is planned anew
        var period = database.Facts.Recommendation(Slug)!.Periods[0];
        var lists = Enumerable.Range(0, FeesMeasured.Years).SelectMany(_ => FeesMeasured.Countries()).Select(country => FeeCalculation.Calculate(period.Terms, country)).ToList();
        var start = Stopwatch.GetTimestamp();
        await database.Save(new SaveLists(period, lists));
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private async Task<(Cost Product, Cost Bare)> InTurn()
    {
        await Warm();
        var (product, bare) = (new List<Cost>(), new List<Cost>());
        IReadOnlyList<int> ownBackend = [connection.ProcessID];
        for (var i = 0; i < Times; i++)
        {
            var approve = await Propose();
            product.Add(await Cost.Of(await database.BackendsOf("bench"), approve));
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
            await (await Propose())();
            await Copy(await SameAgain());
            if (i % 15 != 14) continue;
            if (JitInfo.GetCompiledMethodCount() - translated < 15 || watch.Elapsed > LongestWarming) return;
            translated = JitInfo.GetCompiledMethodCount();
        }
    }

    /// <summary>Other fees than those that hold, proposed by one person, which is not counted; and the way for another to approve them, which is.</summary>
    private Task<Func<Task>> Propose()
    {
        var terms = database.Facts.Recommendation(Slug)!.Periods[0].Terms;
        return database.Propose(Slug, terms with { Rate = 0.35264m + (0.0001m * ++_proposed) });
    }

    /// <summary>What was written last, as the next version: the rows as text, with a place for the number of the history.</summary>
    private async Task<IReadOnlyList<(string Table, string Rows)>> SameAgain()
    {
        var last = "(SELECT id FROM allocation ORDER BY sequence DESC LIMIT 1)";
        var next = Guid.CreateVersion7();
        return
        [
            ("allocation", await Rows($"SELECT (jsonb_populate_record(a, jsonb_build_object('id', '{next}', 'number', a.number + 1, 'sequence', {Number}))).* FROM allocation a WHERE a.id = {last}")),
            ("allocation_row", await Rows($"SELECT (jsonb_populate_record(r, jsonb_build_object('allocation_id', '{next}'))).* FROM allocation_row r WHERE r.allocation_id = {last}")),
            ("history_event", await Rows($"SELECT (jsonb_populate_record(h, jsonb_build_object('sequence', {Number}))).* FROM history_event h ORDER BY h.sequence DESC LIMIT 1")),
        ];
    }

    private async Task Copy(IReadOnlyList<(string Table, string Rows)> all)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using var draw = new NpgsqlCommand("SELECT nextval('history_sequence') FROM (SELECT set_config('app.scope', 'skr', true), pg_advisory_xact_lock(20162)) AS locked", connection);
        var number = ((long)(await draw.ExecuteScalarAsync())!).ToString(CultureInfo.InvariantCulture);
        foreach (var (table, rows) in all)
        {
            await using var to = await connection.BeginTextImportAsync($"COPY {table} FROM STDIN");
            await to.WriteAsync(table is "allocation_row" ? rows : rows.Replace(Number, number, StringComparison.Ordinal));
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

    /// <summary>Writes lists of fees as versions of a period.</summary>
    [Requires(Permission.FreezeFees)]
    private sealed record SaveLists(FundingPeriod Period, IReadOnlyList<FeeList> Lists) : ICommand
    {
        private const int First = 100_000;

        public Task<Result> Execute(Session session, CancellationToken cancellation)
        {
            var versions = Lists.Select((list, at) => new Allocation(new AllocationId(Guid.CreateVersion7()), Period, First + at, list, null, "SKR", "Prov")).ToList();
            session.AddMany(versions);
            foreach (var version in versions) session.Record(new FeesLocked(version, null));
            return Task.FromResult(Result.Done);
        }
    }
}
