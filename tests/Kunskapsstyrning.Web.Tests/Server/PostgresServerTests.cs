using System.Diagnostics;
using System.Globalization;
using Kunskapsstyrning.Persistence.Server;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Server;

public sealed class PostgresServerTests
{
    [Fact]
    public async Task The_second_to_start_shares_the_server_and_the_last_to_leave_stops_it()
    {
        var options = PostgresOptions.ForTests();

        var first = await PostgresServer.Start(options);
        var second = await PostgresServer.Start(options);
        var process = ProcessOf(options);
        await first.DisposeAsync();
        var stillAnswers = await Ask<int>(second.ApplicationConnectionString, "SELECT 1");
        await second.DisposeAsync();

        Assert.Equal(first.OwnerConnectionString, second.OwnerConnectionString);
        Assert.Equal(1, stillAnswers);
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(10)));
        Assert.False(Directory.Exists(options.Folder));
    }

    [Fact]
    public async Task A_server_that_was_killed_starts_again_with_what_was_committed()
    {
        var options = PostgresOptions.ForTests();
        await using var killed = await PostgresServer.Start(options);
        await Do(killed.OwnerConnectionString, "CREATE TABLE kept (value int); INSERT INTO kept VALUES (7)");

        ProcessOf(options).Kill();
        await using var again = await PostgresServer.Start(options);

        Assert.Equal(7, await Ask<int>(again.OwnerConnectionString, "SELECT value FROM kept"));
    }

    [Fact]
    public async Task The_number_of_a_dead_server_taken_over_by_another_program_does_not_hinder_a_start()
    {
        var options = PostgresOptions.ForTests() with { LeaveRunning = true };
        await using (await PostgresServer.Start(options)) await PostgresServer.Stop(options);
        var pidFile = Path.Combine(options.Folder, "cluster", "postmaster.pid");
        await File.WriteAllTextAsync(pidFile, $"{Environment.ProcessId}\n{options.Folder}\n1\n5432\n");

        await using var server = await PostgresServer.Start(options with { LeaveRunning = false });

        Assert.Equal(1, await Ask<int>(server.ApplicationConnectionString, "SELECT 1"));
    }

    [Fact]
    public async Task The_application_owns_nothing_and_is_bound_by_row_security()
    {
        await using var server = await PostgresServer.Start(PostgresOptions.ForTests());
        await Do(server.OwnerConnectionString, "CREATE TABLE theirs (name text COLLATE \"sv-SE-x-icu\")");

        var powers = await Ask<bool>(server.ApplicationConnectionString, "SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls FROM pg_roles WHERE rolname = current_user");
        var ownerPowers = await Ask<bool>(server.OwnerConnectionString, "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user");
        var owned = await Ask<long>(server.ApplicationConnectionString, "SELECT count(*) FROM pg_shdepend WHERE deptype = 'o' AND refobjid = current_user::regrole");
        var create = await Assert.ThrowsAsync<PostgresException>(() => Do(server.ApplicationConnectionString, "CREATE TABLE mine (value int)"));
        var read = await Assert.ThrowsAsync<PostgresException>(() => Ask<long>(server.ApplicationConnectionString, "SELECT count(*) FROM theirs"));

        Assert.False(powers);
        Assert.False(ownerPowers);
        Assert.Equal(0, owned);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, create.SqlState);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, read.SqlState);
    }

    [Fact]
    public async Task A_copy_of_a_database_is_reached_by_both_roles_and_serves_as_a_given_connection_string()
    {
        await using var server = await PostgresServer.Start(PostgresOptions.ForTests());
        var template = await server.CreateDatabase("template");
        await Do(template.OwnerConnectionString, $"CREATE TABLE copied (value int); INSERT INTO copied VALUES (7); GRANT SELECT ON copied TO {PostgresServer.ApplicationRole}");

        var copy = await server.CreateDatabase("copy", "template");
        await using var given = await PostgresServer.Start(PostgresOptions.ForTests() with { ConnectionString = copy.OwnerConnectionString });

        Assert.Equal(7, await Ask<int>(copy.ApplicationConnectionString, "SELECT value FROM copied"));
        Assert.Equal(copy.ApplicationConnectionString, given.ApplicationConnectionString);
    }

    [Fact]
    public async Task With_a_connection_string_the_owner_makes_the_applications_role_and_every_node_finds_the_same_password()
    {
        await using var server = await PostgresServer.Start(PostgresOptions.ForTests());
        var administrator = server.Access.AdministratorIn(server.Database.Name);
        await Do(administrator, "CREATE ROLE other LOGIN CREATEROLE PASSWORD 'one'");
        await Do(administrator, "CREATE DATABASE others OWNER other");
        await Do(administrator, $"DROP OWNED BY {PostgresServer.ApplicationRole}");
        await Do(administrator, $"REVOKE ALL ON DATABASE {server.Database.Name} FROM {PostgresServer.ApplicationRole}");
        await Do(administrator, $"DROP ROLE {PostgresServer.ApplicationRole}");
        var given = new NpgsqlConnectionStringBuilder(administrator) { Database = "others", Username = "other", Password = "one" };
        var options = PostgresOptions.ForTests() with { ConnectionString = given.ConnectionString };

        var nodes = await Task.WhenAll(PostgresServer.Start(options), PostgresServer.Start(options));

        Assert.Equal(nodes[0].ApplicationConnectionString, nodes[1].ApplicationConnectionString);
        Assert.Equal(PostgresServer.ApplicationRole, await Ask<string>(nodes[0].ApplicationConnectionString, "SELECT current_user::text"));
    }

    [Fact]
    public async Task Without_any_PostgreSQL_there_is_one_sentence_on_what_to_install()
    {
        var options = PostgresOptions.ForTests() with { BinaryFolders = [], Docker = null };

        var missing = await Assert.ThrowsAsync<PostgresUnavailableException>(() => PostgresServer.Start(options));
        Directory.Delete(options.Folder, recursive: true);

        Assert.StartsWith("PostgreSQL saknas: installera paketet postgresql", missing.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', missing.Message);
    }

    [Fact]
    public async Task What_a_killed_test_run_left_behind_is_swept_by_the_next()
    {
        var left = PostgresOptions.ForTests();
        Directory.CreateDirectory(left.Folder);
        await File.WriteAllTextAsync(Path.Combine(left.Folder, "use.lock"), "");
        Directory.SetCreationTimeUtc(left.Folder, DateTime.UtcNow.AddHours(-1));
        Directory.SetLastWriteTimeUtc(left.Folder, DateTime.UtcNow.AddHours(-1));

        await using var next = await PostgresServer.Start(PostgresOptions.ForTests());

        Assert.False(Directory.Exists(left.Folder));
    }

    private static Process ProcessOf(PostgresOptions options) =>
        Process.GetProcessById(int.Parse(File.ReadLines(Path.Combine(options.Folder, "cluster", "postmaster.pid")).First(), CultureInfo.InvariantCulture));

    private static async Task Do(string connectionString, string statement)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<T> Ask<T>(string connectionString, string question)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(question);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
