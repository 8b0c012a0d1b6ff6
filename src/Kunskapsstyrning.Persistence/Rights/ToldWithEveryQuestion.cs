using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Kunskapsstyrning.Persistence.Rights;

/// <summary>
/// Tells the database who asks in the same message as each question, which is a transaction of its own: no way there
/// and back to begin and to end. Each question sees what is committed when it is asked.
/// </summary>
public sealed class ToldWithEveryQuestion : DbCommandInterceptor
{
    /// <inheritdoc/>
    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is not Db { Asks: { } who }) return result;

        var question = new NpgsqlBatchCommand(command.CommandText);
        foreach (NpgsqlParameter parameter in command.Parameters) question.Parameters.Add(parameter.Clone());
        var batch = new NpgsqlBatch((NpgsqlConnection)command.Connection!, (NpgsqlTransaction?)command.Transaction) { Timeout = command.CommandTimeout, BatchCommands = { who.ToCommand(), question } };
        var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return InterceptionResult<DbDataReader>.SuppressWithResult(reader);
    }
}
