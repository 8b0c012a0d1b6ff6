using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.ReferenceData;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Contacts;

/// <summary>A municipality's contacts are its own and SKR's: the database itself lets nobody else see or change them, whatever a page forgets.</summary>
public sealed class ContactWallTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Add = "INSERT INTO contact (id, kind, municipality_code, county_code, email, verified_on, verified_by, revision) VALUES (gen_random_uuid(), ";

    [Fact]
    public async Task A_municipality_sees_its_own_contacts_and_its_county_s_and_SKR_sees_all()
    {
        var registrar = app.As(Role.Registrar);
        foreach (var code in (string[])["0125", "0180", "1480"]) await registrar.Keeps(ContactPlace.Of(new MunicipalityCode(code), ContactKind.HeadOfSocialServices));
        foreach (var county in (string[])["01", "14"]) await registrar.Keeps(ContactPlace.OfCounty(county));

        Assert.Equal(5, await Seen("skr"));
        Assert.Equal((1, 1, 0), (await Seen("0125", "municipality_code = '0125'"), await Seen("0125", "county_code = '01'"), await Seen("0125", "municipality_code <> '0125' OR county_code <> '01'")));
        foreach (var scope in (string[])["public", "", "sign-in", "receipt:K7M2-9QXP", "01"]) Assert.Equal(0, await Seen(scope));
    }

    [Fact]
    public async Task A_municipality_changes_and_forgets_its_own_contacts_and_no_others()
    {
        await using var alone = await TestApp.Create();
        await alone.As(Role.Registrar).Keeps(ContactPlace.Of(new MunicipalityCode("0125"), ContactKind.Registrar));
        await alone.As(Role.Registrar).Keeps(ContactPlace.Of(new MunicipalityCode("0180"), ContactKind.Registrar));
        await alone.As(Role.Registrar).Keeps(ContactPlace.OfCounty("01"));

        Assert.Equal(1, await Done("0125", "UPDATE contact SET email = 'x@kommun.example', verified_by = app_person()", alone));
        Assert.Equal(1, await alone.Read<long>("SELECT count(*) FROM contact WHERE email = 'x@kommun.example'"));
        Assert.Equal(1, await Done("0125", "DELETE FROM contact", alone));
        Assert.Equal(2, await alone.Read<long>("SELECT count(*) FROM contact"));
        Assert.Equal(0, await Done("public", "DELETE FROM contact", alone));
    }

    [Fact]
    public async Task Nobody_in_a_municipality_adds_a_contact_of_another_of_a_county_or_in_a_colleague_s_name()
    {
        await using var alone = await TestApp.Create();
        const string Other = "(SELECT id FROM person WHERE login = 'registrator')";
        foreach (var values in (string[])
        [
            "'Registrar', '0180', NULL, 'x@kommun.example', now()::date, app_person(), 1)",
            "'CountyContact', NULL, '01', 'x@kommun.example', now()::date, app_person(), 1)",
            $"'Registrar', '0125', NULL, 'x@kommun.example', now()::date, {Other}, 1)",
        ]) Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => Done("0125", Add + values, alone))).SqlState);

        Assert.Equal(1, await Done("0125", Add + "'Registrar', '0125', NULL, 'x@kommun.example', now()::date, app_person(), 1)", alone));
        foreach (var change in (string[])["municipality_code = '0180'", "kind = 'FunctionAddress'", "id = gen_random_uuid()", $"verified_by = {Other}"])
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => Done("0125", $"UPDATE contact SET {change}", alone))).SqlState);
    }

    [Theory]
    [InlineData("'CountyContact', '0125', '01'")]
    [InlineData("'CountyContact', '0125', NULL")]
    [InlineData("'Registrar', NULL, '01'")]
    [InlineData("'Registrar', NULL, NULL")]
    public async Task A_contact_belongs_to_a_municipality_or_to_a_county(string whose) =>
        Assert.Equal(PostgresErrorCodes.CheckViolation, (await Assert.ThrowsAsync<PostgresException>(() => Done("skr", Add + $"{whose}, 'x@kommun.example', now()::date, (SELECT id FROM person LIMIT 1), 1)"))).SqlState);

    private async Task<long> Seen(string scope, string where = "true")
    {
        await using var connection = await Open(scope, app);
        await using var count = new NpgsqlCommand($"SELECT count(*) FROM contact WHERE {where}", connection);
        return (long)(await count.ExecuteScalarAsync())!;
    }

    private async Task<int> Done(string scope, string sql, TestApp? of = null)
    {
        await using var connection = await Open(scope, of ?? app);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync();
    }

    private static async Task<NpgsqlConnection> Open(string scope, TestApp of)
    {
        var person = ReadyMadeUsers.All.FirstOrDefault(p => p.MunicipalityCode?.Digits == scope)?.Id.Value.ToString() ?? "";
        var connection = new NpgsqlConnection(of.ApplicationConnectionString);
        await connection.OpenAsync();
        await using var set = new NpgsqlCommand("SELECT set_config('app.scope', $1, false), set_config('app.person', $2, false)", connection) { Parameters = { new() { Value = scope }, new() { Value = person } } };
        await set.ExecuteNonQueryAsync();
        return connection;
    }
}
