using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kunskapsstyrning.Web.Features.Health;

/// <summary>Whether the database answers and has every migration.</summary>
[Requires(Permission.ReadPublic)]
internal sealed record IsReady : IQuery<bool>
{
    public async Task<bool> Answer(Session session, CancellationToken cancellation) =>
        !(await session.Db.Database.GetPendingMigrationsAsync(cancellation)).Any();
}

/// <summary>For operations: is the process up, and can it work.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.Live, () => Results.Text("levande")).Open("Whoever looks after the machines asks without signing in, and is told nothing more.");
        app.MapGet(Urls.Ready, async (Runner runner, CancellationToken cancellation) =>
        {
            try
            {
                return await runner.Ask(new IsReady(), Actor.Anyone, cancellation)
                    ? Results.Text("redo")
                    : Results.Text("databasen saknar uppgraderingar", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
            catch (Exception unreachable) when (unreachable is NpgsqlException or InvalidOperationException { InnerException: NpgsqlException })
            {
                return Results.Text("databasen svarar inte", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        }).For(typeof(IsReady));
    }
}
