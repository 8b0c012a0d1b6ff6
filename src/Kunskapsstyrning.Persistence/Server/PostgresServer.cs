namespace Kunskapsstyrning.Persistence.Server;

/// <summary>
/// PostgreSQL without installing or configuring anything: a given connection string, else installed binaries, else a container, else one clear sentence.
/// The last one to let go of an own server stops it.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>Migrates and seeds on an own server; with a connection string its user takes this part.</summary>
    public const string OwnerRole = "kunskapsstyrning_owner";

    /// <summary>What the application runs as. Owns nothing: migrations grant it what it may do.</summary>
    public const string ApplicationRole = "kunskapsstyrning_app";

    private readonly PostgresOptions _options;
    private readonly ServerFolder? _folder;
    private readonly IOwnServer? _server;
    private IDisposable? _use;

    private PostgresServer(PostgresOptions options, Access access, PostgresDatabase database, ServerFolder? folder, IOwnServer? server, IDisposable? use)
    {
        (_options, Access, Database) = (options, access, database);
        (_folder, _server, _use) = (folder, server, use);
    }

    /// <summary>The product's own database.</summary>
    public PostgresDatabase Database { get; }

    public string OwnerConnectionString => Database.OwnerConnectionString;

    public string ApplicationConnectionString => Database.ApplicationConnectionString;

    /// <summary>A few Swedish words on what was found, for the log.</summary>
    public string Description => _server?.Description ?? $"PostgreSQL på {Access.Owner.Host}";

    internal Access Access { get; }

    /// <summary>The name of the container, when that is what runs.</summary>
    internal string? Container => (_server as DockerServer)?.Container;

    /// <exception cref="PostgresUnavailableException">There is none, or it will not do.</exception>
    public static async Task<PostgresServer> Start(PostgresOptions options, CancellationToken cancellation = default)
    {
        if (options.ConnectionString is { } given)
        {
            var access = Access.ToGiven(given);
            await Roles.WaitFor(access.Administrator.ConnectionString, cancellation);
            return new PostgresServer(options, access, await Roles.Prepare(access, cancellation), folder: null, server: null, use: null);
        }

        if (options.Throwaway) await ThrowawayFolders.Sweep(options, cancellation);
        var folder = await FolderOf(options, cancellation);
        using var door = await folder.EnterDoor(cancellation);
        return await StartOwn(options, folder, cancellation);
    }

    /// <summary>Stops the own server whoever uses it. False when none ran.</summary>
    public static async Task<bool> Stop(PostgresOptions options, CancellationToken cancellation = default)
    {
        var path = await ServerAccount.ReachableFolder(options.Folder, cancellation);
        if (options.ConnectionString is not null || !Directory.Exists(path)) return false;

        var folder = new ServerFolder(path);
        using var door = await folder.EnterDoor(cancellation);
        return await OwnServer.In(folder, options, cancellation) is { } server && await server.Stop(cancellation);
    }

    /// <summary>Another database on the same server, empty or as a copy; whoever is connected to the template is disconnected.</summary>
    public async Task<PostgresDatabase> CreateDatabase(string name, string? template = null, CancellationToken cancellation = default)
    {
        await Roles.CreateDatabase(Access, name, template, cancellation);
        return Access.Database(name);
    }

    /// <summary>Removes a database, and disconnects whoever is in it.</summary>
    public Task DropDatabase(string name, CancellationToken cancellation = default) =>
        Sql.Run(Access.AdministratorIn(Access.IsOwnServer ? "postgres" : Database.Name), $"DROP DATABASE IF EXISTS {Sql.Name(name)} WITH (FORCE)", cancellation);

    /// <summary>Lets go of the server; the last one to do so stops it, and removes a throwaway.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_folder is null || _server is null || _use is null) return;

        using (await _folder.EnterDoor(CancellationToken.None))
        {
            _use.Dispose();
            _use = null;
            using var alone = _folder.Alone();
            if (alone is null || _options.LeaveRunning) return;

            if (!_options.Throwaway)
            {
                await _server.Stop(CancellationToken.None);
                return;
            }
            await _server.Remove(CancellationToken.None);
        }
        Directory.Delete(_folder.Path, recursive: true);
    }

    private static async Task<PostgresServer> StartOwn(PostgresOptions options, ServerFolder folder, CancellationToken cancellation)
    {
        var use = folder.Use();
        try
        {
            var server = await OwnServer.In(folder, options, cancellation) ?? throw new PostgresUnavailableException(
                "PostgreSQL saknas: installera paketet postgresql (version 15 eller senare), starta Docker eller ange anslutningssträngen ConnectionStrings__Kunskapsstyrning.");
            var port = await server.Start(cancellation);
            var access = Access.ToOwnServer(port, folder.ReadSecrets()!);
            await Roles.WaitFor(access.AdministratorIn("postgres"), cancellation);
            return new PostgresServer(options, access, await Roles.Prepare(access, cancellation), folder, server, use);
        }
        catch
        {
            use.Dispose();
            throw;
        }
    }

    private static async Task<ServerFolder> FolderOf(PostgresOptions options, CancellationToken cancellation)
    {
        var path = await ServerAccount.ReachableFolder(options.Folder, cancellation);
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new PostgresUnavailableException($"Mappen {path} kan inte skapas.", denied);
        }
        return new ServerFolder(path);
    }
}
