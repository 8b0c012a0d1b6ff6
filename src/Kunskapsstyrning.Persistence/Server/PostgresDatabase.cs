namespace Kunskapsstyrning.Persistence.Server;

/// <summary>One database, as its owner reaches it (migrations, seeding) and as the application does (everything else).</summary>
public sealed record PostgresDatabase(string Name, string OwnerConnectionString, string ApplicationConnectionString);
