using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Tests.Features.SignIn;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Colleagues;

/// <summary>What the database itself lets a municipality do with people, whatever a page forgets.</summary>
public sealed class ColleagueWallTests(SignInSite site) : IClassFixture<SignInSite>
{
    [Fact]
    public async Task Accounts_and_sign_ins_are_seen_of_the_own_people_and_for_this_alone()
    {
        var (own, _) = await People();

        Assert.Equal(1, await Count("1460", "ManageColleagues", $"account WHERE person_id = '{own.Value}'"));
        Assert.Equal(0, await Count("1460", "ManageColleagues", "account JOIN person ON id = person_id WHERE municipality_code IS DISTINCT FROM '1460'"));
        Assert.Equal(0, await Count("1460", "ManageColleagues", "history_event WHERE kind = 'SignedIn' AND subject NOT IN (SELECT id FROM person WHERE municipality_code = '1460')"));
        Assert.Equal(0, await Count("1460", "AnswerForMunicipality", "account"));
        Assert.Equal(0, await Count("1461", "ManageColleagues", $"account WHERE person_id = '{own.Value}'"));
        Assert.Equal(0, await Count("skr", "ManageColleagues", "account"));
        foreach (var table in (string[])["sign_in_letter", "one_time_code", "browser_session", "passkey", "identity_provider", "external_identity"])
            Assert.Equal(0, await Count("1460", "ManageColleagues", table));
    }

    [Fact]
    public async Task A_person_is_added_to_the_own_municipality_and_its_role_only()
    {
        await People();
        static string Adds(string role, string municipality, string ended = "NULL") =>
            $"INSERT INTO person (id, login, name, role, municipality_code, ended_at) VALUES (gen_random_uuid(), gen_random_uuid()::text, 'x', '{role}', {municipality}, {ended})";

        Assert.Equal(1, await Change("1460", "ManageColleagues", Adds("MunicipalUser", "'1460'")));
        await Refused("1460", "ManageColleagues", Adds("MunicipalUser", "'1461'"));
        await Refused("1460", "ManageColleagues", Adds("Administrator", "NULL"));
        await Refused("1460", "ManageColleagues", Adds("Reader", "NULL"));
        await Refused("1460", "ManageColleagues", Adds("MunicipalUser", "'1460'", "now()"));
        await Refused("1460", "AnswerForMunicipality", Adds("MunicipalUser", "'1460'"));
    }

    [Fact]
    public async Task A_right_is_ended_in_the_own_municipality_and_nothing_else_is_changed()
    {
        var (own, foreign) = await People();

        Assert.Equal(1, await Change("1460", "ManageColleagues", $"UPDATE person SET ended_at = now() WHERE id = '{own.Value}'"));
        Assert.Equal(0, await Change("1460", "ManageColleagues", $"UPDATE person SET ended_at = now() WHERE id = '{foreign.Value}'"));
        Assert.Equal(0, await Change("1460", "ManageColleagues", "UPDATE person SET ended_at = now() WHERE municipality_code IS NULL"));
        Assert.Equal(0, await Change("1460", "AnswerForMunicipality", $"UPDATE person SET ended_at = now() WHERE id = '{own.Value}'"));
        foreach (var set in (string[])["role = 'Administrator', municipality_code = NULL", "municipality_code = '1461'", "ended_at = NULL", "name = 'x'", "role = 'Administrator', municipality_code = NULL, ended_at = now()", "municipality_code = '1461', ended_at = now()"])
            await Refused("1460", "ManageColleagues", $"UPDATE person SET {set} WHERE id = '{own.Value}'");
        Assert.Equal(0, await Change("1460", "ManageColleagues", $"UPDATE account SET email = 'a@b.example', email_key = 'a@b.example' WHERE person_id = '{own.Value}'"));
    }

    [Fact]
    public async Task An_account_is_opened_for_the_own_people_in_ones_own_name_only()
    {
        var (own, foreign) = await People();
        static string Opens(string person, PersonId by) =>
            $"INSERT INTO account (person_id, email, email_key, invited_by, invited_at) SELECT id, 'x@kommun.example', gen_random_uuid()::text, '{by.Value}', now() FROM person WHERE {person}";
        const string New = "INSERT INTO person (id, login, name, role, municipality_code) VALUES ('0198a001-0000-7000-8000-00000000ffff', 'x', 'x', 'MunicipalUser', '1460');";

        Assert.Equal(2, await Change("1460", "ManageColleagues", New + Opens("login = 'x'", own), own));
        await Refused("1460", "ManageColleagues", New + Opens("login = 'x'", foreign), own);
        await Refused("1460", "ManageColleagues", Opens("login = 'registrator'", own), own);
    }

    [Fact]
    public async Task The_history_is_told_of_colleagues_in_ones_own_name_and_of_nothing_more()
    {
        var (own, _) = await People();
        static string Tells(string kind, string municipality, PersonId actor) =>
            $"INSERT INTO history_event (sequence, at, actor, use_case, kind, subject, municipality_code) VALUES (-9, now(), '{actor.Value}', 'x', '{kind}', gen_random_uuid(), '{municipality}')";

        Assert.Equal(1, await Change("1460", "ManageColleagues", Tells("PersonEnded", "1460", own), own));
        await Refused("1460", "ManageColleagues", Tells("RoleChanged", "1460", own), own);
        await Refused("1460", "ManageColleagues", Tells("PersonRestored", "1460", own), own);
        await Refused("1460", "ManageColleagues", Tells("PersonEnded", "1461", own), own);
        await Refused("1460", "AnswerForMunicipality", Tells("PersonEnded", "1460", own), own);
    }

    private async Task<(PersonId Own, PersonId Foreign)> People() =>
        (await site.Account($"{Guid.NewGuid():N}@kommun.example", Role.MunicipalUser, "1460"), await site.Account($"{Guid.NewGuid():N}@kommun.example", Role.MunicipalUser, "1461"));

    private async Task Refused(string scope, string permission, string sql, PersonId? person = null) =>
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => Change(scope, permission, sql, person))).SqlState);

    private async Task<long> Count(string scope, string permission, string rows) => (long)(await Run(scope, permission, null, $"SELECT count(*) FROM {rows}", command => command.ExecuteScalarAsync()))!;

    private Task<int> Change(string scope, string permission, string sql, PersonId? person = null) => Run(scope, permission, person, sql, command => command.ExecuteNonQueryAsync());

    /// <summary>What is done is undone: the transaction is never committed.</summary>
    private async Task<T> Run<T>(string scope, string permission, PersonId? person, string sql, Func<NpgsqlCommand, Task<T>> run)
    {
        await using var source = NpgsqlDataSource.Create(site.App.ApplicationConnectionString);
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var settings = $"SELECT set_config('app.scope', '{scope}', true), set_config('app.permission', '{permission}', true), set_config('app.person', '{person?.Value.ToString() ?? ""}', true)";
        await using (var set = new NpgsqlCommand(settings, connection)) await set.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await run(command);
    }
}
