using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Kunskapsstyrning.Persistence.Server;

/// <summary>The three ways into a server: as its administrator, as the owner of the databases, as the application. With a given connection string the first two are one.</summary>
internal sealed record Access(NpgsqlConnectionStringBuilder Administrator, NpgsqlConnectionStringBuilder Owner, NpgsqlConnectionStringBuilder Application)
{
    public const string DatabaseName = "kunskapsstyrning";

    public bool IsOwnServer => Administrator.Username != Owner.Username;

    public static Access ToOwnServer(int port, ServerSecrets secrets)
    {
        var owner = As(PostgresServer.OwnerRole, secrets.Owner);
        return new Access(As(OwnServer.Administrator, secrets.Administrator), owner, ApplicationBeside(owner));

        NpgsqlConnectionStringBuilder As(string role, string password) =>
            new() { Host = "127.0.0.1", Port = port, Database = DatabaseName, Username = role, Password = password };
    }

    public static Access ToGiven(string connectionString)
    {
        var owner = Parse(connectionString);
        if (string.IsNullOrEmpty(owner.Password) || string.IsNullOrEmpty(owner.Database))
            throw new PostgresUnavailableException("Anslutningssträngen Kunskapsstyrning ska ange Host, Database, Username och Password.");
        if (owner.Username == PostgresServer.ApplicationRole)
            throw new PostgresUnavailableException($"Anslutningssträngen ska vara ägarens, inte {PostgresServer.ApplicationRole}, som programmet skapar själv.");

        return new Access(owner, owner, ApplicationBeside(owner));
    }

    public PostgresDatabase Database(string name) => new(name, In(Owner, name), In(Application, name));

    public string AdministratorIn(string database) => In(Administrator, database);

    /// <summary>
    /// The application's password follows from the owner's, so that every node that is given the one knows the other. It asks
    /// the same few questions over and over, so the server is to remember how it answers them, and to know that finding a row by
    /// its index costs little more than reading on (its own guess is that of a turning disk). What is said of a connection ends
    /// with the transaction, so nothing is to be reset before the next.
    /// </summary>
    private static NpgsqlConnectionStringBuilder ApplicationBeside(NpgsqlConnectionStringBuilder owner)
    {
        var password = HMACSHA256.HashData(Encoding.UTF8.GetBytes(owner.Password!), Encoding.UTF8.GetBytes(PostgresServer.ApplicationRole));
        return new NpgsqlConnectionStringBuilder(owner.ConnectionString) 
        {
            Username = PostgresServer.ApplicationRole,
            Password = Convert.ToHexStringLower(password),
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,
            Options = "-c random_page_cost=1.1",
        };
    }

    private static string In(NpgsqlConnectionStringBuilder access, string database) =>
        new NpgsqlConnectionStringBuilder(access.ConnectionString) { Database = database }.ConnectionString;

    private static NpgsqlConnectionStringBuilder Parse(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException wrong)
        {
            throw new PostgresUnavailableException($"Anslutningssträngen Kunskapsstyrning går inte att läsa: {wrong.Message}", wrong);
        }
    }
}
