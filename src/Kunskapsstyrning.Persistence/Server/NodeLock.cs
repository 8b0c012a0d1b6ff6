using Npgsql;

namespace Kunskapsstyrning.Persistence.Server;

/// <summary>The right to do a job that one node at a time does. It lives with its connection: when the node is gone, another gets it.</summary>
public sealed class NodeLock : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;

    private NodeLock(NpgsqlConnection connection) => _connection = connection;

    /// <summary>Takes the right; null when another node has it.</summary>
    /// <param name="source">The database.</param>
    /// <param name="job">The job's number, its own among all jobs.</param>
    public static async Task<NodeLock?> TryTake(NpgsqlDataSource source, int job, CancellationToken cancellation)
    {
        var connection = await source.OpenConnectionAsync(cancellation);
        await using var ask = new NpgsqlCommand("SELECT pg_try_advisory_lock($1)", connection) { Parameters = { new NpgsqlParameter<long> { TypedValue = job } } };
        if (await ask.ExecuteScalarAsync(cancellation) is true) return new NodeLock(connection);

        await connection.DisposeAsync();
        return null;
    }

    /// <summary>Makes sure that the right is still there.</summary>
    /// <exception cref="NpgsqlException">The connection is lost, and the right with it.</exception>
    public async Task Demand(CancellationToken cancellation)
    {
        await using var stillThere = new NpgsqlCommand("SELECT 1", _connection);
        await stillThere.ExecuteScalarAsync(cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // A pooled connection would keep the lock while it waits for the next one.
        NpgsqlConnection.ClearPool(_connection);
        await _connection.DisposeAsync();
    }
}
