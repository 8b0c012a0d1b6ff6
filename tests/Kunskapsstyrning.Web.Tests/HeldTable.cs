using Npgsql;

namespace Kunskapsstyrning.Web.Tests;

/// <summary>Holds a table, so that whoever would write in it stops in the middle: what is written before it is there, and what comes after is not.</summary>
internal sealed class HeldTable : IAsyncDisposable
{
    private readonly string _table;
    private readonly NpgsqlConnection _connection;

    private HeldTable(string table, NpgsqlConnection connection) => (_table, _connection) = (table, connection);

    public static async Task<HeldTable> In(TestApp app, string table)
    {
        var connection = new NpgsqlConnection(app.OwnerConnectionString);
        await connection.OpenAsync();
        await using var hold = new NpgsqlCommand($"BEGIN; LOCK TABLE {table} IN EXCLUSIVE MODE", connection);
        await hold.ExecuteNonQueryAsync();
        return new HeldTable(table, connection);
    }

    /// <summary>The process in the database that waits to write in it.</summary>
    public async Task<int> Waiting(TestApp app)
    {
        await using var connection = new NpgsqlConnection(app.OwnerConnectionString);
        await connection.OpenAsync();
        for (var time = 0; time < 1_500; time++)
        {
            await using var ask = new NpgsqlCommand($"SELECT pid FROM pg_locks WHERE NOT granted AND relation = '{_table}'::regclass", connection);
            if (await ask.ExecuteScalarAsync() is int process) return process;
            await Task.Delay(20);
        }

        throw new TimeoutException($"Nobody came to write in {_table}.");
    }

    /// <summary>Ends a process in the database, as the role that it belongs to.</summary>
    public static async Task End(int process, TestApp app)
    {
        await using var connection = new NpgsqlConnection(app.ApplicationConnectionString);
        await connection.OpenAsync();
        await using var end = new NpgsqlCommand("SELECT pg_terminate_backend($1)", connection) { Parameters = { new() { Value = process } } };
        await end.ExecuteScalarAsync();
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
