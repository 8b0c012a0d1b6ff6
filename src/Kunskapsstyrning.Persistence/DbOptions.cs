using Kunskapsstyrning.Persistence.Rights;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kunskapsstyrning.Persistence;

/// <summary>What a context needs to ask its questions of a database.</summary>
public static class DbOptions
{
    /// <summary>Asks the database of the source, and tells it with each question who asks.</summary>
    public static TBuilder Of<TBuilder>(this TBuilder options, NpgsqlDataSource source) where TBuilder : DbContextOptionsBuilder
    {
        options.UseNpgsql(source).AddInterceptors(new ToldWithEveryQuestion());
        return options;
    }
}
