using Npgsql;

namespace Kunskapsstyrning.Web.Tests.Features.Populations;

/// <summary>Holds the table of figures, so that whoever reads in stops when the original is written and the figures are not.</summary>
internal sealed class HeldFigures : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;

    private HeldFigures(NpgsqlConnection connection) => _connection = connection;

    public static async Task<HeldFigures> In(TestApp app)
    {
        var connection = new NpgsqlConnection(app.OwnerConnectionString);
        await connection.OpenAsync();
        await using var hold = new NpgsqlCommand("BEGIN; LOCK TABLE population_figure IN EXCLUSIVE MODE", connection);
        await hold.ExecuteNonQueryAsync();
        return new HeldFigures(connection);
    }

    /// <summary>The process in the database that waits to write figures.</summary>
    public static async Task<int> Waiting(TestApp app)
    {
        await using var connection = new NpgsqlConnection(app.OwnerConnectionString);
        await connection.OpenAsync();
        for (var time = 0; time < 1_500; time++)
        {
            await using var ask = new NpgsqlCommand("SELECT pid FROM pg_locks WHERE NOT granted AND relation = 'population_figure'::regclass", connection);
            if (await ask.ExecuteScalarAsync() is int process) return process;
            await Task.Delay(20);
        }

        throw new TimeoutException("Nobody came to write figures.");
    }

    /// <summary>Ends a process in the database, as the role that it belongs to.</summary>
    public static async Task End(int process, TestApp app)
    {
        await using var connection = new NpgsqlConnection(app.ApplicationConnectionString);
        await connection.OpenAsync();
        await using var end = new NpgsqlCommand("SELECT pg_terminate_backend($1)", connection) { Parameters = { new() { Value = process } } };
        await end.ExecuteScalarAsync();
    }

    /// <summary>How much there is of what reading in writes.</summary>
    public static Task<string> Everything(TestApp app) => app.Read<string>("""
        SELECT concat_ws(' ', (SELECT count(*) FROM population_set), (SELECT count(*) FROM population_figure), (SELECT count(*) FROM document), (SELECT count(*) FROM document_content),
            (SELECT count(*) FROM history_event WHERE kind IN ('PopulationAdded', 'DocumentStored')))
        """);

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
