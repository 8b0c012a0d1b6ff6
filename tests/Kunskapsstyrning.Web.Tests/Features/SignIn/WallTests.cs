using Kunskapsstyrning.Domain.People;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.SignIn;

/// <summary>What the database itself lets nobody see or do of signing in, whatever a page forgets.</summary>
public sealed class WallTests(SignInSite site) : IClassFixture<SignInSite>
{
    private static readonly string[] Tables = ["account", "browser_session", "external_identity", "identity_provider", "one_time_code", "passkey", "begun_sign_in", "sign_in_letter"];

    [Theory]
    [InlineData("", "")]
    [InlineData("public", "")]
    [InlineData("skr", "LogDecisions")]
    [InlineData("skr", "")]
    [InlineData("0125", "Administer")]
    [InlineData("receipt:K7M2-9QXP", "Administer")]
    public async Task How_people_sign_in_is_seen_by_nobody_else(string scope, string permission)
    {
        await site.Account($"wall-{Guid.NewGuid():N}@skr.example");
        using var browser = await site.SignedIn(await Known());

        Assert.True(await Count("sign-in", "", "account") > 0);
        Assert.True(await Count("sign-in", "", "browser_session") > 0);
        Assert.True(await Count("sign-in", "", "identity_provider") > 0);
        foreach (var table in Tables) Assert.Equal(0, await Count(scope, permission, table));
    }

    [Fact]
    public async Task An_administrator_sees_accounts_and_never_codes()
    {
        using var browser = await site.SignedIn(await Known());

        Assert.True(await Count("skr", "Administer", "account") > 0);
        Assert.Equal((0, 0), (await Count("skr", "Administer", "one_time_code"), await Count("skr", "Administer", "begun_sign_in")));
    }

    [Fact]
    public async Task An_administrator_reads_no_letter_with_a_code_and_gives_nobody_a_key()
    {
        const string Letter = "INSERT INTO sign_in_letter (id, recipient, subject, body, next_try_at, not_after, attempts) VALUES (gen_random_uuid(), 'a@b.example', 'x', '123456', now(), now(), 0)";
        const string Key = "INSERT INTO passkey (id, person_id, name, credential_id, public_key, uses, transports, is_user_verified, can_be_copied, is_copied, added_at) "
            + "SELECT gen_random_uuid(), id, 'x', 'x', 'x', 0, '', true, false, false, now() FROM person LIMIT 1";

        Assert.Equal(1, await Count("sign-in", "", "sign_in_letter", after: $"{Letter};"));
        Assert.Equal(0, await Count("sign-in", "", "sign_in_letter", after: $"{Letter}; SET LOCAL app.scope = 'skr'; SET LOCAL app.permission = 'Administer';"));
        Assert.Equal(1, await Change("skr", "Administer", Letter));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => Change("skr", "Administer", Key))).SqlState);
        Assert.Equal(0, await Change("skr", "Administer", "UPDATE sign_in_letter SET attempts = 0"));
    }

    [Theory]
    [InlineData("skr", "LogDecisions")]
    [InlineData("0125", "ReadWalled")]
    [InlineData("public", "ReadPublic")]
    public async Task Nobody_gives_themselves_another_role(string scope, string permission) =>
        Assert.Equal(0, await Change(scope, permission, "UPDATE person SET role = 'Administrator', municipality_code = NULL"));

    [Fact]
    public async Task A_municipality_sees_no_people_of_another()
    {
        await site.Account($"ekero-{Guid.NewGuid():N}@kommun.example", Role.MunicipalUser, "0125");

        Assert.True(await Count("0125", "", "person WHERE municipality_code = '0125'") > 0);
        Assert.Equal(0, await Count("0180", "", "person WHERE municipality_code = '0125'"));
        Assert.Equal(0, await Count("public", "", "person"));
    }

    [Fact]
    public async Task A_code_is_kept_so_that_reading_the_database_tells_nothing_of_it()
    {
        var email = await Known();
        using var browser = site.Browser();
        var code = await site.Code(browser, email);

        Assert.Equal(0, await Count("sign-in", "", $"one_time_code WHERE position('{code}' IN encode(hash, 'escape')) > 0 OR encode(hash, 'hex') = encode(sha256('{code}'), 'hex')"));
        Assert.Equal(0, await Count("sign-in", "", "sign_in_letter"));
        Assert.Equal(0, await site.App.Read<long>($"SELECT count(*) FROM history_event WHERE concat(before, after, reason) LIKE '%{code}%' OR concat(before, after, reason) LIKE '%@%'"));
    }

    private async Task<string> Known()
    {
        var email = $"known-{Guid.NewGuid():N}@skr.example";
        await site.Account(email);
        return email;
    }

    private async Task<long> Count(string scope, string permission, string rows, string after = "") => (long)(await Run(scope, permission, $"{after} SELECT count(*) FROM {rows}", command => command.ExecuteScalarAsync()))!;

    private async Task<int> Change(string scope, string permission, string sql) => await Run(scope, permission, sql, command => command.ExecuteNonQueryAsync());

    private async Task<T> Run<T>(string scope, string permission, string sql, Func<NpgsqlCommand, Task<T>> run)
    {
        await using var source = NpgsqlDataSource.Create(site.App.ApplicationConnectionString);
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var settings = new NpgsqlCommand($"SELECT set_config('app.scope', '{scope}', true), set_config('app.permission', '{permission}', true)", connection)) await settings.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await run(command);
    }
}
