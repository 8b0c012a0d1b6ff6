using System.Net;
using System.Net.Sockets;

namespace Kunskapsstyrning.Persistence.Server;

/// <summary>A PostgreSQL server that the application starts and stops itself: of installed binaries, or a container.</summary>
internal interface IOwnServer
{
    /// <summary>One sentence on where it is.</summary>
    string Description { get; }

    /// <summary>Makes it if need be, starts it unless it runs, and tells the port.</summary>
    Task<int> Start(CancellationToken cancellation);

    /// <summary>False when it did not run.</summary>
    Task<bool> Stop(CancellationToken cancellation);

    /// <summary>Stops it and does away with what lies outside its folder.</summary>
    Task Remove(CancellationToken cancellation);
}

/// <summary>The rungs that start something themselves, first that works.</summary>
internal static class OwnServer
{
    public const string Administrator = "postgres";

    public static async Task<IOwnServer?> In(ServerFolder folder, PostgresOptions options, CancellationToken cancellation)
    {
        var madeBy = folder.ReadSecrets()?.MadeBy;
        if (madeBy is null or BinaryServer.Name && await BinaryServer.In(folder, options, cancellation) is { } binaries) return binaries;
        if (madeBy is null or DockerServer.Name && await DockerServer.In(folder, options, cancellation) is { } container) return container;
        return null;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
