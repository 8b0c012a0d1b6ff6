using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Web.UseCases;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.UseCases;

/// <summary>What the database itself refuses, whoever asks.</summary>
public sealed class HistoryTests(TestApp app) : IClassFixture<TestApp>
{
    public static TheoryData<string, string> Facts
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var table in (string[])["history_event", "allocation", "allocation_row", "population_set", "population_figure", "extension", "recommendation_correction"])
                foreach (var statement in (string[])["UPDATE {0} SET {1} = {1}", "DELETE FROM {0}", "TRUNCATE {0} CASCADE"])
                    cases.Add(table, statement);
            return cases;
        }
    }

    [Theory, MemberData(nameof(Facts))]
    public async Task Facts_and_history_cannot_be_changed_by_the_application_nor_by_the_owner(string table, string statement)
    {
        Assert.True(await app.Read<long>($"SELECT count(*) FROM {table}") > 0, $"{table} is empty, so nothing is tried.");
        var sql = string.Format(null, statement, table, await app.Read<string>($"SELECT column_name::text FROM information_schema.columns WHERE table_name = '{table}' LIMIT 1"));

        await Refused(app.ApplicationConnectionString, sql, PostgresErrorCodes.InsufficientPrivilege);
        await Refused(app.OwnerConnectionString, sql, PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task The_application_owns_nothing_and_passes_no_wall()
    {
        var owned = await app.Read<long>("SELECT count(*) FROM pg_class WHERE relowner = 'kunskapsstyrning_app'::regrole");
        var above = await app.Read<bool>("SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb FROM pg_roles WHERE rolname = 'kunskapsstyrning_app'");

        Assert.Equal(0, owned);
        Assert.False(above);
    }

    [Theory]
    [InlineData("")]
    [InlineData("public")]
    public async Task Without_a_scope_of_its_own_nobody_sees_the_history(string scope)
    {
        Assert.True(await app.Read<long>("SELECT count(*) FROM history_event") > 0);

        Assert.Equal(0, await Count(scope, "history_event"));
    }

    [Fact]
    public async Task A_municipality_sees_its_own_part_of_the_history_only()
    {
        Assert.True(await Count("0125", "history_event") > 0);
        Assert.Equal(0, await Count("0125", "history_event WHERE municipality_code IS DISTINCT FROM '0125'"));
    }

    private async Task<long> Count(string scope, string rows)
    {
        await using var source = NpgsqlDataSource.Create(app.ApplicationConnectionString);
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand($"BEGIN; SELECT set_config('app.scope', '{scope}', true)", connection);
        await command.ExecuteNonQueryAsync();
        await using var count = new NpgsqlCommand($"SELECT count(*) FROM {rows}", connection);
        return (long)(await count.ExecuteScalarAsync())!;
    }

    [Fact]
    public async Task A_command_that_writes_without_telling_the_history_is_stopped_and_nothing_is_written()
    {
        var before = await app.Read<long>("SELECT count(*) FROM example_notice");

        await Assert.ThrowsAsync<InvalidOperationException>(() => app.As(Role.Administrator).Run(new WritesInSilence()));

        Assert.Equal(before, await app.Read<long>("SELECT count(*) FROM example_notice"));
    }

    [Fact]
    public async Task Without_the_permission_nothing_runs() =>
        await Assert.ThrowsAsync<NotAllowedException>(() => app.As(Role.Reader).Run(new WritesInSilence()));

    private static async Task Refused(string connectionString, string sql, string state)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var scope = new NpgsqlCommand("SELECT set_config('app.scope', 'skr', true)", connection)) await scope.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand(sql, connection);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.Equal(state, refused.SqlState);
    }

    [Requires(Permission.Administer)]
    private sealed record WritesInSilence : ICommand
    {
        public Task<Result> Execute(Session session, CancellationToken cancellation)
        {
            session.Db.ExampleNotices.Add(new ExampleNotice { RecommendationId = session.Facts.Recommendations[0].Id, Text = "Tyst." });
            return Task.FromResult(Result.Done);
        }
    }
}
