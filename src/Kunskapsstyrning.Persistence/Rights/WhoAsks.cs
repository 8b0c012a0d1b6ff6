using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Kunskapsstyrning.Persistence.Rights;

/// <summary>Who asks, as the row rules of the database know it. A transaction in which nobody is told of sees nothing behind the wall.</summary>
/// <param name="Scope">"skr", a municipality's code, or "public" for anyone.</param>
/// <param name="Person">The person's id; empty when nobody has signed in.</param>
/// <param name="Permission">What the use case demands.</param>
public sealed record WhoAsks(string Scope, string Person, string Permission)
{
    /// <summary>Tells the database, until the transaction ends.</summary>
    public async Task Tell(Db db, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
        batch.BatchCommands.Add(Telling(""));
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The statement that tells it ahead of a question, which is not to write anything.</summary>
    internal NpgsqlBatchCommand AheadOfQuestion() => Telling(", set_config('transaction_read_only', 'on', true)");

    private NpgsqlBatchCommand Telling(string more) => new($"SELECT set_config('app.scope', $1, true), set_config('app.person', $2, true), set_config('app.permission', $3, true){more}")
    {
        Parameters = { new NpgsqlParameter<string> { TypedValue = Scope }, new NpgsqlParameter<string> { TypedValue = Person }, new NpgsqlParameter<string> { TypedValue = Permission } },
    };
}
