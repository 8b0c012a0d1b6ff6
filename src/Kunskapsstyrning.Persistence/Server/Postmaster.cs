using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Kunskapsstyrning.Persistence.Server;

/// <summary>The process that a cluster's postmaster.pid speaks of, while it lives.</summary>
internal sealed record Postmaster(int Port)
{
    public static Postmaster? In(string cluster)
    {
        var file = Path.Combine(cluster, "postmaster.pid");
        if (!File.Exists(file)) return null;

        var lines = File.ReadAllLines(file);
        if (lines.Length < 1 || !int.TryParse(lines[0], CultureInfo.InvariantCulture, out var number) || NameOf(number) is not { } name) return null;
        if (name.StartsWith("postgres", StringComparison.Ordinal) && !IsZombie(number) || SomeoneWorksIn(cluster))
            return new Postmaster(lines.Length > 3 ? int.Parse(lines[3], CultureInfo.InvariantCulture) : 0);

        // After a power cut or in a restarted container another program may have got the number, and PostgreSQL would refuse to start for its sake.
        File.Delete(file);
        return null;
    }

    public async Task<bool> Answers(CancellationToken cancellation)
    {
        if (Port == 0) return false;

        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, Port, cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string? NameOf(int number)
    {
        try
        {
            using var process = Process.GetProcessById(number);
            return process.ProcessName;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Killed, but nobody has asked after it; so it stays in containers without a proper first process.</summary>
    private static bool IsZombie(int number)
    {
        var file = $"/proc/{number.ToString(CultureInfo.InvariantCulture)}/stat";
        return File.Exists(file) && File.ReadAllText(file).Contains(") Z ", StringComparison.Ordinal);
    }

    /// <summary>PostgreSQL's processes stand in their cluster; some may outlive a killed postmaster for a moment.</summary>
    private static bool SomeoneWorksIn(string cluster) =>
        Directory.Exists("/proc") && Directory.EnumerateDirectories("/proc").Any(process => WorkingFolderOf(process) == cluster);

    private static string? WorkingFolderOf(string process)
    {
        try
        {
            return new FileInfo(Path.Combine(process, "cwd")).LinkTarget;
        }
        catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
