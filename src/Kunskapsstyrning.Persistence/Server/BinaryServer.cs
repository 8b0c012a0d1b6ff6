using System.Globalization;

namespace Kunskapsstyrning.Persistence.Server;

/// <summary>
/// A cluster run by installed binaries. A running server is known by its postmaster.pid, so one that outlived its application is found again;
/// it listens on the loopback address alone.
/// </summary>
internal sealed class BinaryServer : IOwnServer
{
    public const string Name = "binaries";
    private static readonly string[] Programs = ["postgres", "initdb", "pg_ctl"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly ServerFolder _folder;
    private readonly Binaries _binaries;
    private readonly string? _account;
    private readonly bool _throwaway;

    private BinaryServer(ServerFolder folder, Binaries binaries, string? account, bool throwaway) =>
        (_folder, _binaries, _account, _throwaway) = (folder, binaries, account, throwaway);

    public string Description => $"PostgreSQL {_binaries.Major} med data i {_folder.Path}";

    private string Log => Path.Combine(_folder.Cluster, "server.log");

    public static async Task<BinaryServer?> In(ServerFolder folder, PostgresOptions options, CancellationToken cancellation)
    {
        var account = await ServerAccount.For(folder.Cluster, cancellation);
        var major = MajorOf(folder.Cluster);
        if (await Binaries.Find(options.BinaryFolders, Programs, major, account, cancellation) is { } binaries)
            return new BinaryServer(folder, binaries, account, options.Throwaway);
        return major is null ? null
            : throw new PostgresUnavailableException($"Data i {folder.Path} är gjorda med PostgreSQL {major}, som inte finns här längre; installera den versionen eller peka ut den med KUNSKAPSSTYRNING_PGBIN.");
    }

    public async Task<int> Start(CancellationToken cancellation)
    {
        if (!Directory.Exists(_folder.Cluster)) await Create(cancellation);

        var givingUp = DateTime.UtcNow + Patience;
        while (DateTime.UtcNow < givingUp)
        {
            var running = Postmaster.In(_folder.Cluster);
            if (running is not null && await running.Answers(cancellation)) return running.Port;
            if (running is null && await TryStart(cancellation)) continue;
            // Starting, stopping, or the last processes of a killed server are still letting go of its memory.
            await Task.Delay(Pause, cancellation);
        }
        throw new PostgresUnavailableException($"PostgreSQL startar inte i {_folder.Path}; {Log} säger: {LastLines()}");
    }

    public async Task<bool> Stop(CancellationToken cancellation)
    {
        if (Postmaster.In(_folder.Cluster) is null) return false;

        var mode = _throwaway ? "immediate" : "fast";
        return 0 == await ExternalProgram.RunUnread(_binaries["pg_ctl"], ["stop", "-s", "-w", "-m", mode, "-D", _folder.Cluster], cancellation, _account);
    }

    public Task Remove(CancellationToken cancellation) => Stop(cancellation);

    private async Task Create(CancellationToken cancellation)
    {
        var secrets = ServerSecrets.New(Name, OwnServer.FreePort());
        var (half, passwordFile) = (_folder.In("cluster.half"), _folder.In("initdb.password"));
        if (Directory.Exists(half)) Directory.Delete(half, recursive: true);
        File.Delete(passwordFile);
        await using (var writer = new StreamWriter(ServerFolder.OwnersEyesOnly(passwordFile))) await writer.WriteAsync(secrets.Administrator);
        await ServerAccount.Give(_folder.Path, _account, cancellation);
        _folder.Write(secrets);

        string[] arguments = ["-D", half, "-U", OwnServer.Administrator, "--pwfile", passwordFile, "-A", "scram-sha-256", "--locale=C", "-E", "UTF8", .. _throwaway ? ["--no-sync"] : Array.Empty<string>()];
        var made = await ExternalProgram.Run(_binaries["initdb"], arguments, cancellation, _account);
        File.Delete(passwordFile);
        if (!made.Succeeded) throw new PostgresUnavailableException($"En databas kunde inte skapas i {_folder.Path}: {made.Output}");

        await File.AppendAllTextAsync(Path.Combine(half, "postgresql.conf"), Settings(), cancellation);
        Directory.Move(half, _folder.Cluster);
    }

    private string Settings() =>
        "\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = ''\n"
        + (_throwaway ? "fsync = off\nfull_page_writes = off\nmax_connections = 200\n" : "");

    private async Task<bool> TryStart(CancellationToken cancellation)
    {
        var secrets = _folder.ReadSecrets() ?? throw new PostgresUnavailableException($"Lösenorden till databasen i {_folder.Path} saknas (server.json).");
        var port = secrets.Port.ToString(CultureInfo.InvariantCulture);
        var started = await ExternalProgram.RunUnread(_binaries["pg_ctl"], ["start", "-s", "-w", "-D", _folder.Cluster, "-l", Log, "-o", $"-p {port}"], cancellation, _account);
        if (started != 0 && LastLines().Contains("could not bind", StringComparison.Ordinal)) _folder.Write(secrets with { Port = OwnServer.FreePort() });
        return started == 0;
    }

    private string LastLines() => File.Exists(Log) ? string.Join(" / ", File.ReadLines(Log).TakeLast(6)) : "ingenting";

    private static int? MajorOf(string cluster)
    {
        var file = Path.Combine(cluster, "PG_VERSION");
        return File.Exists(file) ? int.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture) : null;
    }
}
