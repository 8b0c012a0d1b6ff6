using Npgsql;

namespace Kunskapsstyrning.Persistence.Server;

/// <summary>Statements about the server itself, each on a connection of its own that is not pooled and so never in the way of a template.</summary>
internal static class Sql
{
    public static async Task Run(string connectionString, string statement, CancellationToken cancellation)
    {
        await using var connection = await Open(connectionString, cancellation);
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public static async Task<bool> IsTrue(string connectionString, string condition, CancellationToken cancellation)
    {
        await using var connection = await Open(connectionString, cancellation);
        await using var command = new NpgsqlCommand($"SELECT {condition}", connection);
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    public static async Task<NpgsqlConnection> Open(string connectionString, CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }

    public static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static string Text(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
