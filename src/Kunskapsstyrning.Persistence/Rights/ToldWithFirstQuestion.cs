using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Kunskapsstyrning.Persistence.Rights;

/// <summary>Tells the database who asks in the same message as the first question of a transaction: one way there and back less for every page.</summary>
public sealed class ToldWithFirstQuestion : DbCommandInterceptor
{
    /// <inheritdoc/>
    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is not Db { Asks: { } who } db) return result;

        db.Asks = null;
        var question = new NpgsqlBatchCommand(command.CommandText);
        foreach (NpgsqlParameter parameter in command.Parameters) question.Parameters.Add(parameter.Clone());
        var batch = new NpgsqlBatch((NpgsqlConnection)command.Connection!, (NpgsqlTransaction?)command.Transaction) { Timeout = command.CommandTimeout, BatchCommands = { who.ToCommand(), question } };
        var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return InterceptionResult<DbDataReader>.SuppressWithResult(reader);
    }
}
