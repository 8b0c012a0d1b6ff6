namespace Kunskapsstyrning.Persistence.Server;

/// <summary>Test clusters that nobody holds any longer, because their process was killed, are removed by the next one to start.</summary>
internal static class ThrowawayFolders
{
    public static string Prefix => Path.Combine(Path.GetTempPath(), $"kunskapsstyrning-{Environment.UserName}-");

    public static async Task Sweep(PostgresOptions options, CancellationToken cancellation)
    {
        var lately = DateTime.UtcNow.AddMinutes(-1);
        foreach (var path in Directory.GetDirectories(Path.GetTempPath(), Path.GetFileName(Prefix) + "*"))
        {
            // One that is just being made may not be locked yet.
            if (Directory.GetCreationTimeUtc(path) > lately) continue;

            var folder = new ServerFolder(path);
            using var alone = folder.Alone();
            if (alone is not null) await Remove(folder, options, cancellation);
        }
    }

    public static async Task Remove(ServerFolder folder, PostgresOptions options, CancellationToken cancellation)
    {
        if (await OwnServer.In(folder, options, cancellation) is { } server) await server.Remove(cancellation);
        if (Directory.Exists(folder.Path)) Directory.Delete(folder.Path, recursive: true);
    }
}
