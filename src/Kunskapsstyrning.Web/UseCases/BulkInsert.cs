using System.Collections;
using System.Collections.Concurrent;
using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Persistence.Mappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Kunskapsstyrning.Web.UseCases;

/// <summary>
/// Writes many new rows at once, by the model: one statement for each table with a column's values as an array, all of them
/// in one round trip. PostgreSQL allows no COPY into tables with row-level security; this goes through it like any insert.
/// </summary>
/// <param name="db">The database, in its transaction.</param>
/// <param name="sequence">The number of the history under which the facts are recorded.</param>
internal sealed class BulkInsert(Db db, long sequence)
{
    /// <summary>With fewer rows than these the ordinary way costs less.</summary>
    public const int Many = 200;

    /// <summary>More than these go in several turns: what goes in one is held whole, here and by PostgreSQL, which puts it on disk when it is large.</summary>
    private const int AtOnce = 5_000;

    private static readonly ConcurrentDictionary<IEntityType, BulkTable> Tables = new();

    private readonly Dictionary<BulkTable, List<NewRow>> _rows = [];
    private readonly Dictionary<BulkTable, List<Revised>> _revised = [];

    /// <summary>Takes records that are not tracked, with all that belongs to them.</summary>
    public void Take(IEnumerable<object> records)
    {
        foreach (var record in records) Take(TableOf(db.Model.FindEntityType(record.GetType())!), record);
    }

    /// <summary>Takes records whose revision has gone up.</summary>
    public void Take(IEnumerable<Revised> records)
    {
        foreach (var kind in records.GroupBy(r => r.Record.GetType())) _revised[TableOf(db.Model.FindEntityType(kind.Key)!)] = [.. kind];
    }

    /// <summary>Takes what is tracked as added, and counts it as saved.</summary>
    public void TakeTracked()
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added))
        {
            RowsOf(TableOf(entry.Metadata)).Add(new NewRow(entry.Entity, entry));
            entry.State = EntityState.Unchanged;
        }
    }

    /// <summary>Writes what was taken; what others refer to comes first.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed a record first.</exception>
    /// <exception cref="DbUpdateException">The database refused a row.</exception>
    public async Task Write(CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection());
        var revisions = _revised.Select(t => (Command: t.Key.Revise(t.Value), t.Value.Count)).ToList();
        foreach (var (command, _) in revisions) batch.BatchCommands.Add(command);
        var held = 0;
        foreach (var (table, rows) in _rows.OrderBy(t => t.Key.Depth))
        {
            foreach (var some in rows.Chunk(AtOnce))
            {
                if (held + some.Length > AtOnce)
                {
                    await Send(batch, cancellation);
                    batch.BatchCommands.Clear();
                    held = 0;
                }

                batch.BatchCommands.Add(table.Insert(some, sequence));
                held += some.Length;
            }
        }

        await Send(batch, cancellation);
        if (revisions.Exists(r => r.Command.RecordsAffected != r.Count)) throw new DbUpdateConcurrencyException("Somebody else changed a record first.");
    }

    private static async Task Send(NpgsqlBatch batch, CancellationToken cancellation)
    {
        try
        {
            await batch.ExecuteNonQueryAsync(cancellation);
        }
        catch (PostgresException refused)
        {
            throw new DbUpdateException("Many rows could not be written.", refused);
        }
    }

    private void Take(BulkTable table, object record)
    {
        RowsOf(table).Add(new NewRow(record, null));
        foreach (var (part, navigation) in table.Parts)
        {
            var value = navigation.GetGetter().GetClrValueUsingContainingEntity(record);
            if (!navigation.IsCollection && value is not null) Take(TableOf(part), value);
            else if (value is IEnumerable all)
                foreach (var one in all) Take(TableOf(part), one);
        }
    }

    private List<NewRow> RowsOf(BulkTable table)
    {
        if (!_rows.TryGetValue(table, out var rows)) _rows[table] = rows = [];
        return rows;
    }

    private static BulkTable TableOf(IEntityType type) => Tables.GetOrAdd(type, t => new BulkTable(t));
}

/// <summary>A row to be written; its entry where it is tracked.</summary>
internal sealed record NewRow(object Entity, EntityEntry? Entry);

/// <summary>A table as its rows are written.</summary>
internal sealed class BulkTable
{
    private const string Revision = "revision";

    private readonly IEntityType _type;
    private readonly string _statement;
    private readonly List<BulkColumn> _columns;

    public BulkTable(IEntityType type)
    {
        _type = type;
        Depth = DepthOf(type);
        Parts = [.. type.GetNavigations().Where(n => !n.IsOnDependent).Select(n => (n.TargetEntityType, n))];
        _columns = [.. type.GetFlattenedProperties().Where(p => p.GetBeforeSaveBehavior() is PropertySaveBehavior.Save).Select(p => new BulkColumn(p))];
        var names = string.Join(", ", _columns.Select(c => $"\"{c.Name}\""));
        var arrays = string.Join(", ", _columns.Select((c, at) => $"${at + 1}::{c.StoreType}[]"));
        _statement = $"INSERT INTO \"{type.GetTableName()}\" ({names}) SELECT * FROM unnest({arrays})";
    }

    /// <summary>How many tables its rows refer to, one behind the other.</summary>
    public int Depth { get; }

    /// <summary>What belongs to a row and lies in tables of its own.</summary>
    public IReadOnlyList<(IEntityType Type, INavigation Navigation)> Parts { get; }

    public NpgsqlBatchCommand Insert(NewRow[] rows, long sequence)
    {
        var command = new NpgsqlBatchCommand(_statement);
        foreach (var column in _columns) command.Parameters.Add(new NpgsqlParameter { Value = column.Values(rows, sequence), DataTypeName = $"{column.StoreType}[]" });
        return command;
    }

    /// <summary>Moves revisions up where they are as they were read.</summary>
    public NpgsqlBatchCommand Revise(List<Revised> records)
    {
        NewRow[] rows = [.. records.Select(r => new NewRow(r.Record, null))];
        var keys = _type.FindPrimaryKey()!.Properties.Select(p => _columns.Single(c => c.Name == p.GetColumnName())).ToList();
        var (arrays, revision) = (keys.Count, _columns.Single(c => c.Name == Revision));
        var same = string.Join(" AND ", keys.Select(k => $"r.\"{k.Name}\" = n.\"{k.Name}\""));
        var from = string.Join(", ", keys.Select((k, at) => $"${at + 1}::{k.StoreType}[]").Append($"${arrays + 1}::integer[]").Append($"${arrays + 2}::integer[]"));
        var command = new NpgsqlBatchCommand(
            $"UPDATE \"{_type.GetTableName()}\" r SET {Revision} = n.after FROM unnest({from}) AS n({string.Join(", ", keys.Select(k => $"\"{k.Name}\""))}, after, before) WHERE {same} AND r.{Revision} = n.before");
        foreach (var column in keys.Append(revision)) command.Parameters.Add(new NpgsqlParameter { Value = column.Values(rows, 0), DataTypeName = $"{column.StoreType}[]" });
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. records.Select(r => r.Before)] });
        return command;
    }

    private static int DepthOf(IEntityType type) =>
        type.GetForeignKeys().Select(f => f.PrincipalEntityType).Where(principal => principal != type).Select(DepthOf).DefaultIfEmpty(-1).Max() + 1;
}

/// <summary>A column, and how its values are taken.</summary>
internal sealed class BulkColumn
{
    private readonly IProperty _property;
    private readonly IClrPropertyGetter? _getter;
    private readonly List<IClrPropertyGetter> _around = [];
    private readonly Func<object?, object?>? _convert;
    private readonly Type _element;

    public BulkColumn(IProperty property)
    {
        if (property.GetElementType() is not null) throw new NotSupportedException($"{property.Name} is itself an array and cannot be written by the hundred.");
        var mapping = property.GetTypeMapping();
        _property = property;
        _getter = property.IsShadowProperty() ? null : property.GetGetter();
        for (var type = property.DeclaringType; type is IComplexType { ComplexProperty: var part }; type = part.DeclaringType) _around.Add(part.GetGetter());
        _convert = mapping.Converter?.ConvertToProvider;
        var stored = mapping.Converter?.ProviderClrType ?? property.ClrType;
        _element = stored.IsValueType && Nullable.GetUnderlyingType(stored) is null ? typeof(Nullable<>).MakeGenericType(stored) : stored;
        Name = property.GetColumnName();
        StoreType = property.GetColumnType();
    }

    public string Name { get; }

    public string StoreType { get; }

    public Array Values(NewRow[] rows, long sequence)
    {
        var values = Array.CreateInstance(_element, rows.Length);
        for (var at = 0; at < rows.Length; at++)
            if (ValueOf(rows[at], sequence) is { } value) values.SetValue(_convert is null ? value : _convert(value), at);
        return values;
    }

    private object? ValueOf(NewRow row, long sequence)
    {
        // A number in something that is not there is no number, and not zero.
        if (_around.Exists(part => part.GetClrValueUsingContainingEntity(row.Entity) is null)) return null;
        if (_getter is not null) return _getter.GetClrValueUsingContainingEntity(row.Entity);
        if (row.Entry is not null) return row.Entry.Property(_property).CurrentValue;
        return _property.Name == FactSequence.Column ? sequence : throw new NotSupportedException($"Only the tracked know their {_property.Name}.");
    }
}
