using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Kunskapsstyrning.Persistence.Rights;

/// <summary>Brings a database up to date: migrations, then who may do what. Runs as the owner, and may be run again.</summary>
public static class Schema
{
    /// <summary>
    /// Migrates and applies the rights. Nodes that start together wait for each other. A database that is up to date says
    /// so in one question, because every start waits for the answer.
    /// </summary>
    /// <param name="ownerConnectionString">The owner's connection.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task BringUpToDate(string ownerConnectionString, CancellationToken cancellation)
    {
        var rights = await Read(cancellation);
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rights + LatestMigration())));
        await using var source = NpgsqlDataSource.Create(ownerConnectionString);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        if (await Applied(connection, cancellation) == fingerprint) return;

        await using var db = Open(ownerConnectionString);
        await db.Database.MigrateAsync(cancellation);
        await ApplyRights(connection, rights, fingerprint, cancellation);
    }

    /// <summary>A context on a connection string, for start-up and tests.</summary>
    public static Db Open(string connectionString) => new(new DbContextOptionsBuilder<Db>().UseNpgsql(connectionString).Options);

    private static string LatestMigration() =>
        typeof(Schema).Assembly.GetTypes().Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Id).Max(StringComparer.Ordinal)
        ?? throw new InvalidOperationException("There are no migrations in the assembly.");

    private static async Task ApplyRights(NpgsqlConnection connection, string rights, string fingerprint, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await Execute(connection, "SELECT pg_advisory_xact_lock(20161)", cancellation);
        if (await Applied(connection, cancellation) == fingerprint) return;

        await Execute(connection, rights, cancellation);
        await Execute(connection, $"COMMENT ON FUNCTION app_scope() IS '{fingerprint}'", cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task<string?> Applied(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT obj_description(to_regprocedure('app_scope()'), 'pg_proc')", connection);
        return await command.ExecuteScalarAsync(cancellation) as string;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<string> Read(CancellationToken cancellation)
    {
        await using var stream = typeof(Schema).Assembly.GetManifestResourceStream("Kunskapsstyrning.Persistence.Rights.rights.sql")
            ?? throw new InvalidOperationException("rights.sql is not in the assembly.");
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(cancellation);
    }
}
