using System.Security.Cryptography;
using System.Text.Json;

namespace Kunskapsstyrning.Persistence.Server;

/// <summary>
/// The folder of an own server: its secrets and two lock files. Whoever uses the server holds a shared lock, so the last to leave knows that it is the last;
/// the operating system lets go of the lock when a process dies, however it dies.
/// </summary>
internal sealed class ServerFolder(string path)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public string Path { get; } = path;
    public string Cluster => In("cluster");
    public string In(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Starting and stopping is done by one at a time.</summary>
    public async Task<IDisposable> EnterDoor(CancellationToken cancellation)
    {
        var givingUp = DateTime.UtcNow + Patience;
        while (true)
        {
            if (TryLock("door.lock", FileAccess.ReadWrite, FileShare.None) is { } door) return door;
            if (DateTime.UtcNow > givingUp)
                throw new PostgresUnavailableException($"Någon annan håller på att starta eller stoppa PostgreSQL i {Path} och blir inte klar.");
            await Task.Delay(100, cancellation);
        }
    }

    /// <summary>Held as long as the server is used.</summary>
    public IDisposable Use() => TryLock("use.lock", FileAccess.Read, FileShare.Read)
        ?? throw new PostgresUnavailableException($"Mappen {Path} håller på att tas bort av någon annan; försök igen.");

    /// <summary>A lock when nobody else uses the server, otherwise nothing.</summary>
    public IDisposable? Alone() => TryLock("use.lock", FileAccess.ReadWrite, FileShare.None);

    public ServerSecrets? ReadSecrets()
    {
        var file = In("server.json");
        return File.Exists(file) ? JsonSerializer.Deserialize<ServerSecrets>(File.ReadAllText(file)) : null;
    }

    public void Write(ServerSecrets secrets)
    {
        var file = In("server.json");
        if (!File.Exists(file)) OwnersEyesOnly(file).Dispose();
        File.WriteAllText(file, JsonSerializer.Serialize(secrets));
    }

    public static FileStream OwnersEyesOnly(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(file, options);
    }

    private FileStream? TryLock(string name, FileAccess access, FileShare share)
    {
        try
        {
            return new FileStream(In(name), FileMode.OpenOrCreate, access, share);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new PostgresUnavailableException($"Mappen {Path} tillhör en annan användare; starta som den, eller ta bort mappen om den inte behövs.", denied);
        }
        catch (IOException) when (Directory.Exists(Path))
        {
            return null;
        }
    }
}

/// <summary>What must be remembered about an own server: how it was made, its port and its passwords.</summary>
internal sealed record ServerSecrets(string MadeBy, int Port, string Administrator, string Owner)
{
    public static ServerSecrets New(string madeBy, int port) => new(madeBy, port, Password(), Password());

    private static string Password() => RandomNumberGenerator.GetHexString(48, lowercase: true);
}
