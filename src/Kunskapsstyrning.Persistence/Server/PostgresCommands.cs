using Npgsql;

namespace Kunskapsstyrning.Persistence.Server;

/// <summary>What the program does instead of serving pages when its first argument says so: backup FILE, restore FILE [--force], stop.</summary>
public static class PostgresCommands
{
    /// <returns>The exit code, or null when the arguments ask for none of it.</returns>
    public static async Task<int?> Run(IReadOnlyList<string> arguments, PostgresOptions options, CancellationToken cancellation = default)
    {
        if (arguments is not [var command, ..] || command is not ("backup" or "restore" or "stop")) return null;

        try
        {
            Console.WriteLine(await Run(command, [.. arguments.Skip(1)], options, cancellation));
            return 0;
        }
        catch (Exception failure) when (failure is PostgresUnavailableException or NpgsqlException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 1;
        }
    }

    private static async Task<string> Run(string command, string[] rest, PostgresOptions options, CancellationToken cancellation)
    {
        var file = rest.FirstOrDefault(argument => argument != "--force");
        if (command == "stop") return await PostgresServer.Stop(options, cancellation) ? "PostgreSQL är stoppad." : "Ingen egen PostgreSQL är igång.";
        if (file is null) throw new PostgresUnavailableException($"Ange en fil: {command} FIL.");

        if (command == "backup")
        {
            await new PostgresBackup(options).Backup(file, cancellation);
            return $"Säkerhetskopian ligger i {file} ({new FileInfo(file).Length / 1024} kB).";
        }
        await new PostgresBackup(options).Restore(file, rest.Contains("--force"), cancellation);
        return $"Databasen är återställd från {file}. Starta om programmet om det är igång.";
    }
}
