using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Kunskapsstyrning.Persistence.Rights;

/// <summary>
/// Tells the database who asks in the same message as each question, which is a transaction of its own: no way there
/// and back to begin and to end. Each question sees what is committed when it is asked, and can write nothing.
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
        var batch = new NpgsqlBatch((NpgsqlConnection)command.Connection!, (NpgsqlTransaction?)command.Transaction) { Timeout = command.CommandTimeout, BatchCommands = { who.AheadOfQuestion(), question } };
        var reader = await batch.ExecuteReaderAsync(cancellationToken);
        try
        {
            await reader.NextResultAsync(cancellationToken);
            return InterceptionResult<DbDataReader>.SuppressWithResult(reader);
        }
        catch
        {
            await reader.DisposeAsync(); // a question that fails, or that nobody waits for, leaves the connection free for the next
            throw;
        }
    }

    /// <inheritdoc/>
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Refuse(eventData, result);

    /// <inheritdoc/>
    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result) => Refuse(eventData, result);

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Refuse(eventData, result));

    /// <inheritdoc/>
    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => Refuse(eventData, result);

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Refuse(eventData, result));

    /// <summary>What is asked in another way would be asked by nobody, and get nothing without a word.</summary>
    private static InterceptionResult<T> Refuse<T>(CommandEventData eventData, InterceptionResult<T> result) =>
        eventData.Context is Db { Asks: not null } ? throw new InvalidOperationException("A question reads rows, and waits for them without holding a thread.") : result;
}
