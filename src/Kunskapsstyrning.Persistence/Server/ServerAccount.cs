using System.Security.Cryptography;
using System.Text;

namespace Kunskapsstyrning.Persistence.Server;

/// <summary>PostgreSQL refuses to run as root, so root lends it another account; everyone else runs it as themselves.</summary>
internal static class ServerAccount
{
    private static readonly string[] Candidates = ["postgres", "nobody"];

    private static bool IsRoot => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    /// <summary>The account to run as, null for one's own: whoever owns an existing cluster, else the first that exists.</summary>
    public static async Task<string?> For(string cluster, CancellationToken cancellation)
    {
        if (!IsRoot) return null;
        if (Directory.Exists(cluster)) return await OwnerOf(cluster, cancellation);

        foreach (var name in Candidates)
            if ((await ExternalProgram.Run("id", ["-u", name], cancellation)).Succeeded) return name;
        throw new PostgresUnavailableException("PostgreSQL kan inte köras som root, och varken användaren postgres eller nobody finns; starta som en vanlig användare.");
    }

    /// <summary>The folder itself, or one under /var/lib where the wished one lies behind a door closed to the account.</summary>
    public static async Task<string> ReachableFolder(string wished, CancellationToken cancellation)
    {
        var account = await For(Path.Combine(wished, "cluster"), cancellation);
        if (account is null || await MayEnter(account, NearestExisting(wished), cancellation)) return wished;

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wished)))[..12];
        return Path.Combine("/var/lib/kunskapsstyrning", hash);
    }

    public static async Task Give(string path, string? account, CancellationToken cancellation)
    {
        if (account is null) return;

        var changed = await ExternalProgram.Run("chown", ["-R", account, path], cancellation);
        if (!changed.Succeeded) throw new PostgresUnavailableException($"{path} kunde inte lämnas över till användaren {account}: {changed.Output}");
    }

    private static async Task<bool> MayEnter(string account, string folder, CancellationToken cancellation) =>
        (await ExternalProgram.Run("/bin/sh", ["-c", "cd \"$1\"", "sh", folder], cancellation, account)).Succeeded;

    private static string NearestExisting(string folder) => Directory.Exists(folder) ? folder : NearestExisting(Path.GetDirectoryName(folder)!);

    private static async Task<string> OwnerOf(string folder, CancellationToken cancellation)
    {
        var listing = await ExternalProgram.Run("ls", ["-ld", folder], cancellation);
        return listing.Output.Split(' ', StringSplitOptions.RemoveEmptyEntries)[2];
    }
}
