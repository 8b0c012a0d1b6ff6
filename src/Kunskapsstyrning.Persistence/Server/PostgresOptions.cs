using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace Kunskapsstyrning.Persistence.Server;

/// <summary>Where PostgreSQL is to be found, or where its own data shall lie when it has to be started.</summary>
public sealed record PostgresOptions
{
    /// <summary>The owner's connection string. When given, nothing is started and nothing is stopped.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>The folder of the own cluster with its passwords and locks.</summary>
    public required string Folder { get; init; }

    /// <summary>A cluster for tests: not safe against power cuts, removed when it is let go.</summary>
    public bool Throwaway { get; init; }

    /// <summary>Lets the server run on when the last one using it is gone; <see cref="PostgresServer.Stop"/> stops it.</summary>
    public bool LeaveRunning { get; init; }

    /// <summary>Folders to look for server binaries in, best first.</summary>
    public IReadOnlyList<string> BinaryFolders { get; init; } = Binaries.UsualFolders();

    /// <summary>The Docker program, or null to do without.</summary>
    public string? Docker { get; init; } = "docker";

    /// <summary>Reads ConnectionStrings:Kunskapsstyrning, Postgres:Folder and Postgres:LeaveRunning; a relative folder counts from the root of the repository, or else the content root.</summary>
    public static PostgresOptions From(IConfiguration configuration, string contentRoot) => new()
    {
        ConnectionString = configuration.GetConnectionString("Kunskapsstyrning") is { Length: > 0 } given ? given : null,
        Folder = Path.GetFullPath(configuration["Postgres:Folder"] ?? ".data/postgres", RepositoryOr(contentRoot)),
        LeaveRunning = string.Equals(configuration["Postgres:LeaveRunning"], "true", StringComparison.OrdinalIgnoreCase),
    };

    /// <summary>A cluster of its own in the temporary folder, for a test run.</summary>
    public static PostgresOptions ForTests() => new()
    {
        Folder = ThrowawayFolders.Prefix + RandomNumberGenerator.GetHexString(8, lowercase: true),
        Throwaway = true,
    };

    /// <summary>The repository that the program runs in; the folder itself where there is none.</summary>
    public static string RepositoryOr(string contentRoot)
    {
        for (var folder = new DirectoryInfo(contentRoot); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Kunskapsstyrning.sln"))) return folder.FullName;
        return Path.GetFullPath(contentRoot);
    }
}
