using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Persistence.Server;

/// <summary>Lets transactions that are about the same thing go one after the other.</summary>
public static class Turns
{
    private const int Key = 20163;

    /// <summary>Waits until nobody else is at the same thing, and keeps everybody else waiting until the transaction ends: of two who do it at once the second sees what the first did.</summary>
    public static Task OneAtATime(this Db db, string what, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Key}, hashtext({what}))", cancellation);
}
