using Npgsql;

namespace Kunskapsstyrning.Persistence.Server;

/// <summary>Makes what the product expects of a server: an owner who is not its administrator, an application role that owns nothing, and a database.</summary>
internal static class Roles
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>A server that has just been started, or starts beside us, may need a moment.</summary>
    public static async Task WaitFor(string administrator, CancellationToken cancellation)
    {
        var givingUp = DateTime.UtcNow + Patience;
        while (true)
        {
            try
            {
                await Sql.Run(administrator, "SELECT 1", cancellation);
                return;
            }
            catch (NpgsqlException failure) when (!MayPass(failure) || DateTime.UtcNow > givingUp)
            {
                throw new PostgresUnavailableException($"PostgreSQL svarar inte som det ska: {failure.Message}", failure);
            }
            catch (NpgsqlException)
            {
                await Task.Delay(200, cancellation);
            }
        }
    }

    public static async Task<PostgresDatabase> Prepare(Access access, CancellationToken cancellation)
    {
        var given = access.Owner.Database!;
        try
        {
            if (access.IsOwnServer)
            {
                var administrator = access.AdministratorIn("postgres");
                await MakeRole(administrator, PostgresServer.OwnerRole, access.Owner.Password!, cancellation);
                await MakeRole(administrator, PostgresServer.ApplicationRole, access.Application.Password!, cancellation);
                if (!await Exists(administrator, given, cancellation)) await CreateDatabase(access, given, template: null, cancellation);
                return access.Database(given);
            }

            await MakeApplicationRole(access, given, cancellation);
            await Check(access, given, cancellation);
            return access.Database(given);
        }
        catch (PostgresException refused)
        {
            throw new PostgresUnavailableException($"PostgreSQL säger nej när rollerna görs i ordning: {refused.MessageText} (ägaren behöver få skapa roller, CREATEROLE).", refused);
        }
    }

    public static async Task CreateDatabase(Access access, string name, string? template, CancellationToken cancellation)
    {
        var administrator = access.AdministratorIn(access.IsOwnServer ? "postgres" : access.Owner.Database!);
        if (template is not null) await Disconnect(administrator, template, cancellation);
        await Sql.Run(administrator, $"CREATE DATABASE {Sql.Name(name)} OWNER {Sql.Name(access.Owner.Username!)} TEMPLATE {Sql.Name(template ?? "template1")}", cancellation);
        await Sql.Run(administrator, $"REVOKE ALL ON DATABASE {Sql.Name(name)} FROM PUBLIC; GRANT CONNECT ON DATABASE {Sql.Name(name)} TO {PostgresServer.ApplicationRole}", cancellation);
    }

    public static Task Disconnect(string administrator, string database, CancellationToken cancellation) =>
        Sql.Run(administrator, $"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = {Sql.Text(database)} AND pid <> pg_backend_pid()", cancellation);

    public static Task<bool> Exists(string administrator, string database, CancellationToken cancellation) =>
        Sql.IsTrue(administrator, $"EXISTS (SELECT FROM pg_database WHERE datname = {Sql.Text(database)})", cancellation);

    private static Task MakeRole(string administrator, string role, string password, CancellationToken cancellation) => Sql.Run(administrator, $"""
        DO $$ BEGIN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') THEN
            CREATE ROLE {role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD {Sql.Text(password)};
          END IF;
        END $$
        """, cancellation);

    /// <summary>Several nodes may start at once, so one at a time makes the role; a new password for the owner gives the application a new one too.</summary>
    private static async Task MakeApplicationRole(Access access, string database, CancellationToken cancellation)
    {
        var owner = access.Owner.ConnectionString;
        if (!await CanLogIn(access.Application.ConnectionString, cancellation))
        {
            await using var connection = await Sql.Open(owner, cancellation);
            await using var turn = new NpgsqlCommand("SELECT pg_advisory_lock(hashtext('kunskapsstyrning.roles'))", connection);
            await turn.ExecuteNonQueryAsync(cancellation);

            await MakeRole(owner, PostgresServer.ApplicationRole, access.Application.Password!, cancellation);
            await Sql.Run(owner, $"GRANT CONNECT ON DATABASE {Sql.Name(database)} TO {PostgresServer.ApplicationRole}", cancellation);
            if (!await CanLogIn(access.Application.ConnectionString, cancellation))
                await Sql.Run(owner, $"ALTER ROLE {PostgresServer.ApplicationRole} PASSWORD {Sql.Text(access.Application.Password!)}", cancellation);
        }
    }

    private static async Task Check(Access access, string database, CancellationToken cancellation)
    {
        var application = access.Database(database).ApplicationConnectionString;
        if (!await Sql.IsTrue(application, "current_setting('server_version_num')::int >= 150000", cancellation))
            throw new PostgresUnavailableException("Kunskapsstyrning behöver PostgreSQL 15 eller senare.");
        if (!await Sql.IsTrue(application, "EXISTS (SELECT FROM pg_collation WHERE collname = 'sv-SE-x-icu') AND getdatabaseencoding() = 'UTF8'", cancellation))
            throw new PostgresUnavailableException($"Databasen {database} behöver teckenkodningen UTF8 och PostgreSQL behöver stöd för ICU.");
        if (await Sql.IsTrue(application, "rolsuper OR rolbypassrls OR rolcreaterole FROM pg_roles WHERE rolname = current_user", cancellation))
            throw new PostgresUnavailableException($"Rollen {PostgresServer.ApplicationRole} har för stora rättigheter; ta bort SUPERUSER, BYPASSRLS och CREATEROLE från den.");
    }

    private static async Task<bool> CanLogIn(string connectionString, CancellationToken cancellation)
    {
        try
        {
            await Sql.Run(connectionString, "SELECT 1", cancellation);
            return true;
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.InsufficientPrivilege)
        {
            return false;
        }
    }

    private static bool MayPass(NpgsqlException failure) =>
        failure is PostgresException answer ? answer.SqlState is PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown : failure.IsTransient;
}
