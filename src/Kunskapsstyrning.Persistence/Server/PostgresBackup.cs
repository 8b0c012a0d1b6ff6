using System.Globalization;
using Npgsql;

namespace Kunskapsstyrning.Persistence.Server;

/// <summary>The whole database to one file and back, by PostgreSQL's own programs, with the server running or not.</summary>
public sealed class PostgresBackup(PostgresOptions options)
{
    private const string HasTables = "EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema')";

    /// <exception cref="PostgresUnavailableException">Nothing was written; the message says why.</exception>
    public async Task Backup(string file, CancellationToken cancellation = default)
    {
        if (File.Exists(file)) throw new PostgresUnavailableException($"Filen {file} finns redan; välj ett annat namn.");

        await using var server = await PostgresServer.Start(options, cancellation);
        if (!await Sql.IsTrue(server.OwnerConnectionString, HasTables, cancellation))
            throw new PostgresUnavailableException("Databasen är tom, så det finns inget att säkerhetskopiera.");

        var half = file + ".part";
        File.Delete(half);
        ExternalProgram.Finished dumped;
        await using (var output = ServerFolder.OwnersEyesOnly(half))
            dumped = await Run(server, "pg_dump", server.Database.Name, ["--format=custom"], Stream.Null, output, cancellation);
        if (!dumped.Succeeded)
        {
            File.Delete(half);
            throw new PostgresUnavailableException($"Säkerhetskopian kunde inte göras: {dumped.Output}");
        }
        File.Move(half, file);
    }

    /// <summary>Restores beside what is there and changes places last, so that a broken file changes nothing.</summary>
    /// <exception cref="PostgresUnavailableException">Nothing was changed; the message says why.</exception>
    public async Task Restore(string file, bool force, CancellationToken cancellation = default)
    {
        if (!File.Exists(file)) throw new PostgresUnavailableException($"Filen {file} finns inte.");

        await using var server = await PostgresServer.Start(options, cancellation);
        if (!force && await Sql.IsTrue(server.OwnerConnectionString, HasTables, cancellation))
            throw new PostgresUnavailableException("Databasen innehåller redan uppgifter; lägg till --force för att ersätta dem.");

        var beside = string.Create(CultureInfo.InvariantCulture, $"{server.Database.Name}_{DateTime.UtcNow:yyyyMMddHHmmss}");
        await server.CreateDatabase(beside, template: null, cancellation);
        await using (var input = File.OpenRead(file))
        {
            string[] role = server.Access.IsOwnServer ? ["--role=" + PostgresServer.OwnerRole] : [];
            var restored = await Run(server, "pg_restore", beside, ["--no-owner", "--exit-on-error", .. role], input, Stream.Null, cancellation);
            if (!restored.Succeeded)
            {
                await server.DropDatabase(beside, cancellation);
                throw new PostgresUnavailableException($"Säkerhetskopian kunde inte läsas tillbaka, och ingenting är ändrat: {restored.Output}");
            }
        }
        await ChangePlaces(server, beside, cancellation);
    }

    private static async Task ChangePlaces(PostgresServer server, string beside, CancellationToken cancellation)
    {
        var name = server.Database.Name;
        var replaced = beside + "_old";
        var administrator = server.Access.AdministratorIn("postgres");
        await Roles.Disconnect(administrator, name, cancellation);
        await Sql.Run(administrator, $"ALTER DATABASE {Sql.Name(name)} RENAME TO {Sql.Name(replaced)}", cancellation);
        await Sql.Run(administrator, $"ALTER DATABASE {Sql.Name(beside)} RENAME TO {Sql.Name(name)}", cancellation);
        await Sql.Run(administrator, $"DROP DATABASE {Sql.Name(replaced)} WITH (FORCE)", cancellation);
    }

    private async Task<ExternalProgram.Finished> Run(PostgresServer server, string program, string database, string[] arguments, Stream input, Stream output, CancellationToken cancellation)
    {
        var administrator = server.Access.Administrator;
        var binaries = server.Container is null ? await Binaries.Find(options.BinaryFolders, [program], major: null, user: null, cancellation) : null;
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PGHOST"] = server.Container is null ? administrator.Host! : "127.0.0.1",
            ["PGPORT"] = server.Container is null ? administrator.Port.ToString(CultureInfo.InvariantCulture) : "5432",
            ["PGUSER"] = administrator.Username!,
            ["PGPASSWORD"] = administrator.Password!,
            ["PGSSLMODE"] = NameOf(administrator.SslMode),
            ["PGDATABASE"] = database,
        };
        string[] target = program == "pg_restore" ? ["--dbname=" + database] : [];
        if (binaries is not null) return await ExternalProgram.Pipe(binaries[program], [.. arguments, .. target], input, output, environment, cancellation);

        if (server.Container is { } container && options.Docker is { } docker)
            return await ExternalProgram.Pipe(docker, ["exec", "--interactive", .. environment.Keys.SelectMany(name => (string[])["--env", name]), container, program, .. arguments, .. target], input, output, environment, cancellation);
        throw new PostgresUnavailableException($"Programmet {program} saknas: installera paketet postgresql-client.");
    }

    private static string NameOf(SslMode mode) => mode switch
    {
        SslMode.VerifyCA => "verify-ca",
        SslMode.VerifyFull => "verify-full",
        _ => mode.ToString().ToLowerInvariant(),
    };
}
