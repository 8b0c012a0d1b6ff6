using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.OwnMunicipality;
using Kunskapsstyrning.Web.Features.ReferenceData;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Sending;

/// <summary>What a municipality sends and says is its own: the database itself lets it add and see that, and nothing else.</summary>
public sealed class SendingWallTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_municipality_sees_what_it_has_sent_and_nobody_but_SKR_sees_it_too()
    {
        var item = await app.As("kommun-0125").Sends();
        await app.As("kommun-0180").Sends();

        foreach (var (table, key) in ((string, string)[])[("arrived_item", "id"), ("arrived_part", "item_id"), ("sent_decision", "item_id")])
        {
            Assert.Equal(1, await Seen("0125", $"{table} WHERE {key} = '{item.Value}'"));
            Assert.Equal(1, await Seen("skr", $"{table} WHERE {key} = '{item.Value}'"));
            foreach (var scope in (string[])["0180", "0114", "public", "receipt:K7M2-9QXP", ""]) Assert.Equal(0, await Seen(scope, $"{table} WHERE {key} = '{item.Value}'"));
        }

        Assert.Equal(0, await Seen("0125", "arrived_item WHERE municipality_code IS DISTINCT FROM '0125'"));
        Assert.Equal(1, await Seen("0125", $"document JOIN document_content ON document_id = id WHERE id = (SELECT original_id FROM arrived_item WHERE id = '{item.Value}')"));
        var document = await app.Read<Guid>($"SELECT original_id FROM arrived_item WHERE id = '{item.Value}'");
        Assert.Equal(0, await Seen("0180", $"document WHERE id = '{document}'"));
        Assert.Equal(0, await Seen("0180", $"document_content WHERE document_id = '{document}'"));
    }

    [Fact]
    public async Task What_is_about_to_be_sent_is_the_municipality_s_alone_also_before_SKR()
    {
        await using var alone = await TestApp.Create();
        alone.Clock.Now = DateTimeOffset.UtcNow; // the wall goes by the database's own clock
        await alone.As("kommun-0125").Begins(ToSend.Form());

        Assert.Equal(1, await Seen("0125", "sending_draft", alone));
        foreach (var scope in (string[])["0180", "skr", "public", ""]) Assert.Equal(0, await Seen(scope, "sending_draft", alone));
        Assert.Equal(0, await Seen("0125", "sending_draft", alone, by: "kommun-0180"));
    }

    [Fact]
    public async Task Nobody_in_a_municipality_adds_anything_in_a_colleague_s_name()
    {
        var (own, bare) = (await app.As("kommun-0125").Sends(), Guid.CreateVersion7());
        var mine = await app.Read<Guid>($"SELECT original_id FROM arrived_item WHERE id = '{own.Value}'");
        var decision = await app.As(Role.Registrar).Log2016("0125", Typed.Adopts);
        Assert.True((await app.As(Role.Registrar).Run(decision)).IsDone);
        await Done("0125", $"INSERT INTO arrived_item (id, identity, original_id, taken_in_at, state, arrival_way, arrival_subject, arrival_arrived_on, municipality_code) VALUES ('{bare}', '{bare}', '{mine}', now(), 'ToRegister', 'OwnPage', 'x', now()::date, '0125')");
        Func<string, string>[] acts =
        [
            person => $"INSERT INTO document (id, file_name, type, size, sha256, added_by, added_at, municipality_code) VALUES (gen_random_uuid(), 'x', 'Text', 1, 'x', {person}, now(), '0125')",
            person => $"INSERT INTO sent_decision (item_id, reference, municipality_code, recommendation_id, sent_by, sent_at, stated_body, stated_outcome, stated_stage) VALUES ('{bare}', 'AAAA-AAAB', '0125', '{decision.Recommendation.Value}', {person}, now(), 'x', 'Adopts', 'Final')",
            person => $"INSERT INTO decision_remark (decision_id, number, municipality_code, recommendation_id, said_by, said_at) VALUES ('{decision.Id.Value}', 1, '0125', '{decision.Recommendation.Value}', {person}, now())",
            person => $"INSERT INTO history_event (sequence, at, actor, use_case, kind, subject, municipality_code) VALUES (-7, now(), {person}, 'x', 'DecisionSent', gen_random_uuid(), '0125')",
            person => $"INSERT INTO sending_draft (person_id, municipality_code, item_id, fields, kept_at) VALUES ({person}, '0125', gen_random_uuid(), '{{}}', now())",
        ];

        foreach (var act in acts)
        {
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => Done("0125", act("(SELECT id FROM person WHERE login = 'registrator')")))).SqlState);
            Assert.Equal(1, await Done("0125", act("(SELECT id FROM person WHERE login = 'kommun-0125')")));
        }

        Assert.Equal(1, await Done("0125", "DELETE FROM sending_draft"));
    }

    [Fact]
    public async Task A_municipality_can_add_nothing_in_another_s_name_and_nothing_that_opens_another_s_documents()
    {
        var (own, other) = (await app.As("kommun-0125").Sends(), await app.As("kommun-0180").Sends());
        var foreign = await app.Read<Guid>($"SELECT original_id FROM arrived_item WHERE id = '{other.Value}'");
        var mine = await app.Read<Guid>($"SELECT original_id FROM arrived_item WHERE id = '{own.Value}'");
        var decision = await app.As(Role.Registrar).Log2016("0180", Typed.Adopts);
        Assert.True((await app.As(Role.Registrar).Run(decision)).IsDone);
        const string Item = "INSERT INTO arrived_item (id, identity, original_id, taken_in_at, state, arrival_way, arrival_subject, arrival_arrived_on, municipality_code) ";
        const string Person = "(SELECT id FROM person WHERE login = 'kommun-0125')";

        Assert.Equal(1, await Done("0125", Item + $"VALUES (gen_random_uuid(), gen_random_uuid()::text, '{mine}', now(), 'ToRegister', 'OwnPage', 'x', now()::date, '0125')"));
        foreach (var sql in (string[])
        [
            Item + $"VALUES (gen_random_uuid(), gen_random_uuid()::text, '{mine}', now(), 'ToRegister', 'OwnPage', 'x', now()::date, '0180')",
            Item + $"VALUES (gen_random_uuid(), gen_random_uuid()::text, '{mine}', now(), 'ToRegister', 'OwnPage', 'x', now()::date, NULL)",
            Item + $"VALUES (gen_random_uuid(), gen_random_uuid()::text, '{mine}', now(), 'Done', 'OwnPage', 'x', now()::date, '0125')",
            Item + $"VALUES (gen_random_uuid(), gen_random_uuid()::text, '{mine}', now(), 'ToRegister', 'Mailbox', 'x', now()::date, '0125')",
            Item + $"VALUES (gen_random_uuid(), gen_random_uuid()::text, '{foreign}', now(), 'ToRegister', 'OwnPage', 'x', now()::date, '0125')",
            $"INSERT INTO arrived_part (item_id, number, kind, name, document_id) VALUES ('{own.Value}', 2, 'Attachment', 'x', '{foreign}')",
            $"INSERT INTO arrived_part (item_id, number, kind, name, document_id) VALUES ('{own.Value}', 2, 'Attachment', 'x', NULL)",
            $"INSERT INTO arrived_part (item_id, number, kind, name, document_id) VALUES ('{other.Value}', 2, 'Attachment', 'x', '{mine}')",
            $"INSERT INTO document (id, file_name, type, size, sha256, added_by, added_at, municipality_code) VALUES (gen_random_uuid(), 'x', 'Text', 1, 'x', {Person}, now(), '0180')",
            $"INSERT INTO document (id, file_name, type, size, sha256, added_by, added_at, municipality_code) VALUES (gen_random_uuid(), 'x', 'Text', 1, 'x', {Person}, now(), NULL)",
            $"INSERT INTO document_content (document_id, bytes) VALUES ('{foreign}', 'x')",
            $"INSERT INTO sent_decision (item_id, reference, municipality_code, recommendation_id, sent_by, sent_at, stated_body, stated_outcome, stated_stage) SELECT '{other.Value}', 'AAAA-AAAA', '0125', id, {Person}, now(), 'x', 'Adopts', 'Final' FROM recommendation LIMIT 1",
            $"INSERT INTO decision_remark (decision_id, number, municipality_code, recommendation_id, said_by, said_at) VALUES ('{decision.Id.Value}', 1, '0125', '{decision.Recommendation.Value}', {Person}, now())",
            $"INSERT INTO decision_remark (decision_id, number, municipality_code, recommendation_id, said_by, said_at) VALUES ('{decision.Id.Value}', 1, '0180', '{decision.Recommendation.Value}', {Person}, now())",
            $"INSERT INTO item_decision (item_id, decision_id) VALUES ('{own.Value}', '{decision.Id.Value}')",
            $"INSERT INTO decision_document (decision_id, document_id, municipality_code) VALUES ('{decision.Id.Value}', '{mine}', '0125')",
            $"INSERT INTO sending_draft (person_id, municipality_code, item_id, fields, kept_at) VALUES ({Person}, '0180', gen_random_uuid(), '{{}}', now())",
            $"INSERT INTO history_event (sequence, at, actor, use_case, kind, subject, municipality_code) VALUES (-1, now(), {Person}, 'x', 'DecisionSent', gen_random_uuid(), '0180')",
            $"INSERT INTO history_event (sequence, at, actor, use_case, kind, subject, municipality_code) VALUES (-1, now(), {Person}, 'x', 'DecisionLogged', gen_random_uuid(), '0125')",
            $"DELETE FROM arrived_item WHERE id = '{own.Value}'",
            $"UPDATE sent_decision SET stated_body = 'x' WHERE item_id = '{own.Value}'",
        ]) Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => Done("0125", sql))).SqlState);
        Assert.Equal(0, await Done("0125", $"UPDATE arrived_item SET state = 'Done' WHERE id = '{own.Value}'"));
    }

    [Fact]
    public async Task What_one_says_about_a_decision_is_seen_by_it_and_SKR()
    {
        var decision = await app.As(Role.Registrar).Log2016("0125", Typed.Adopts);
        await app.As(Role.Registrar).Run(decision);
        Assert.True((await app.As("kommun-0125").Run(new SayAboutDecision(decision.Id, "Fel paragraf."))).IsDone);

        var said = $"decision_remark WHERE decision_id = '{decision.Id.Value}'";
        Assert.Equal((1, 1), (await Seen("0125", said), await Seen("skr", said)));
        foreach (var scope in (string[])["0180", "public", "receipt:K7M2-9QXP", ""]) Assert.Equal(0, await Seen(scope, "decision_remark"));
        Assert.Equal(0, await Done("0125", "UPDATE decision_remark SET settled_at = now()"));
    }

    private async Task<long> Seen(string scope, string what, TestApp? of = null, string? by = null)
    {
        await using var connection = await Open(scope, of ?? app, by);
        await using var count = new NpgsqlCommand($"SELECT count(*) FROM {what}", connection);
        return (long)(await count.ExecuteScalarAsync())!;
    }

    private async Task<int> Done(string scope, string sql)
    {
        await using var connection = await Open(scope, app);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>A connection of the application for somebody: of the scope's own people where nobody else is named.</summary>
    private static async Task<NpgsqlConnection> Open(string scope, TestApp of, string? by = null)
    {
        var person = ReadyMadeUsers.All.FirstOrDefault(p => by is null ? p.MunicipalityCode?.Digits == scope : p.Login == by)?.Id.Value.ToString() ?? "";
        var connection = new NpgsqlConnection(of.ApplicationConnectionString);
        await connection.OpenAsync();
        await using var set = new NpgsqlCommand("SELECT set_config('app.scope', $1, false), set_config('app.person', $2, false)", connection) { Parameters = { new() { Value = scope }, new() { Value = person } } };
        await set.ExecuteNonQueryAsync();
        return connection;
    }
}
