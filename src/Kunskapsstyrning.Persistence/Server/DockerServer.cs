using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kunskapsstyrning.Persistence.Server;

/// <summary>A container, where there is an engine but no binaries. Its data lie in a volume of the same name; a throwaway keeps them in memory.</summary>
internal sealed class DockerServer : IOwnServer
{
    public const string Name = "docker";
    private const string Image = "postgres:15-bookworm";

    private readonly ServerFolder _folder;
    private readonly string _docker;
    private readonly bool _throwaway;

    private DockerServer(ServerFolder folder, string docker, bool throwaway) => (_folder, _docker, _throwaway) = (folder, docker, throwaway);

    public string Description => $"PostgreSQL i behållaren {Container}";

    /// <summary>The same folder always has the same container.</summary>
    public string Container => "kunskapsstyrning-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_folder.Path)))[..12];

    public static async Task<DockerServer?> In(ServerFolder folder, PostgresOptions options, CancellationToken cancellation)
    {
        if (options.Docker is not { } docker) return null;

        var engine = await ExternalProgram.Run(docker, ["version", "--format", "{{.Server.Version}}"], cancellation);
        return engine.Succeeded ? new DockerServer(folder, docker, options.Throwaway) : null;
    }

    public async Task<int> Start(CancellationToken cancellation)
    {
        var secrets = _folder.ReadSecrets() ?? ServerSecrets.New(Name, OwnServer.FreePort());
        _folder.Write(secrets);

        var exists = (await Docker(["container", "inspect", Container], cancellation)).Succeeded;
        var started = exists ? await Docker(["start", Container], cancellation) : await Create(secrets, cancellation);
        if (!started.Succeeded) throw new PostgresUnavailableException($"PostgreSQL kunde inte startas med docker: {started.Output}");
        return secrets.Port;
    }

    public async Task<bool> Stop(CancellationToken cancellation) => (await Docker(["stop", Container], cancellation)).Succeeded;

    public Task Remove(CancellationToken cancellation) => Docker(["rm", "--force", "--volumes", Container], cancellation);

    private Task<ExternalProgram.Finished> Create(ServerSecrets secrets, CancellationToken cancellation)
    {
        string[] data = _throwaway ? ["--tmpfs", "/var/lib/postgresql/data"] : ["--volume", Container + ":/var/lib/postgresql/data"];
        string[] settings = _throwaway ? ["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=200"] : [];
        // A variable without a value is taken from the environment, so that the password is not to be read in the list of processes.
        return Docker(
            ["run", "--detach", "--name", Container, "--publish", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{secrets.Port}:5432"), "--env", "POSTGRES_PASSWORD", "--env", "POSTGRES_INITDB_ARGS=--locale=C --encoding=UTF8", .. data, Image, .. settings],
            cancellation, new Dictionary<string, string>(StringComparer.Ordinal) { ["POSTGRES_PASSWORD"] = secrets.Administrator });
    }

    private Task<ExternalProgram.Finished> Docker(string[] arguments, CancellationToken cancellation, IReadOnlyDictionary<string, string>? environment = null) =>
        ExternalProgram.Run(_docker, arguments, cancellation, environment: environment);
}
