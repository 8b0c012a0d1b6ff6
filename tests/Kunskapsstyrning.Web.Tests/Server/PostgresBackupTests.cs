using Kunskapsstyrning.Persistence.Server;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Server;

public sealed class PostgresBackupTests
{
    private static readonly string[] Tables =
    [
        "CREATE TABLE guarded (value int)",
        "INSERT INTO guarded VALUES (7), (8)",
        "ALTER TABLE guarded ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY",
        $"GRANT SELECT ON guarded TO {PostgresServer.ApplicationRole}",
        "CREATE POLICY scope ON guarded USING (current_setting('app.scope', true) = 'skr')",
    ];

    [Fact]
    public async Task A_restored_database_has_every_row_its_walls_and_its_grants()
    {
        var (options, file) = await SavedDatabase();
        var emptied = PostgresOptions.ForTests();
        await using var server = await PostgresServer.Start(emptied);

        await new PostgresBackup(emptied).Restore(file, force: false);

        Assert.NotEqual(options.Folder, emptied.Folder);
        Assert.Equal(15, await Sum(server.ApplicationConnectionString, "skr"));
        Assert.Equal(0, await Sum(server.ApplicationConnectionString, "public"));
        Assert.Equal(0, await Sum(server.OwnerConnectionString, "public"));
        File.Delete(file);
    }

    [Fact]
    public async Task Existing_data_are_replaced_only_by_force_and_never_by_a_broken_file()
    {
        var (_, file) = await SavedDatabase();
        var options = PostgresOptions.ForTests();
        await using var server = await PostgresServer.Start(options);
        await Make(server, "CREATE TABLE precious (value int)");
        var broken = file + ".broken";
        await File.WriteAllTextAsync(broken, "not a backup");

        var refused = await Assert.ThrowsAsync<PostgresUnavailableException>(() => new PostgresBackup(options).Restore(file, force: false));
        var unreadable = await Assert.ThrowsAsync<PostgresUnavailableException>(() => new PostgresBackup(options).Restore(broken, force: true));
        await Make(server, "INSERT INTO precious VALUES (1)");
        await new PostgresBackup(options).Restore(file, force: true);

        Assert.Contains("--force", refused.Message, StringComparison.Ordinal);
        Assert.Contains("ingenting är ändrat", unreadable.Message, StringComparison.Ordinal);
        Assert.Equal(15, await Sum(server.ApplicationConnectionString, "skr"));
        File.Delete(file);
        File.Delete(broken);
    }

    private static async Task<(PostgresOptions Options, string File)> SavedDatabase()
    {
        var options = PostgresOptions.ForTests();
        var file = options.Folder + ".backup";
        await using var server = await PostgresServer.Start(options);
        await Make(server, Tables);
        await new PostgresBackup(options).Backup(file);
        return (options, file);
    }

    private static async Task Make(PostgresServer server, params string[] statements)
    {
        await using var source = NpgsqlDataSource.Create(server.OwnerConnectionString);
        foreach (var statement in statements)
        {
            await using var command = source.CreateCommand(statement);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task<long> Sum(string connectionString, string scope)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand($"SET app.scope = '{scope}'; SELECT coalesce(sum(value), 0) FROM guarded", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
