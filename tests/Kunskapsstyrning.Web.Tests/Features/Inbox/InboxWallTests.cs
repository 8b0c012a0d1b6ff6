using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.People;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Inbox;

/// <summary>Nobody but SKR sees what arrives: neither the list, nor who has it open, nor what was read in it. The database itself says so.</summary>
public sealed class InboxWallTests(TestApp app) : IClassFixture<TestApp>
{
    private Acting Registrar => app.As(Role.Registrar);

    [Theory]
    [InlineData("arrived_item")]
    [InlineData("arrived_part")]
    [InlineData("item_decision")]
    [InlineData("document_as_read")]
    [InlineData("item_as_read")]
    [InlineData("item_presence")]
    [InlineData("decision_draft")]
    public async Task What_arrives_is_behind_the_wall(string table)
    {
        await Registered("0125", "Ekerös utdrag.");

        Assert.True(await Seen("skr", table) > 0);
        foreach (var scope in (string[])["0125", "0180", "public", "receipt:K7M2-9QXP", ""]) Assert.Equal(0, await Seen(scope, table));
    }

    [Fact]
    public async Task A_municipality_sees_the_document_of_its_own_decision_and_nothing_else_of_the_message()
    {
        var (item, document) = await Registered("0136", "Haninges utdrag.");

        Assert.Equal(1, await Seen("0136", $"document WHERE id = '{document.Value}'"));
        Assert.Equal(1, await Seen("0136", $"document_content WHERE document_id = '{document.Value}'"));
        Assert.Equal(1, await Seen("0136", $"document JOIN document_content ON document_id = id WHERE id IN (SELECT document_id FROM decision_document)"));
        Assert.Equal(0, await Seen("0180", $"document WHERE id = '{document.Value}'"));

        var others = await app.Read<string>($"SELECT string_agg('''' || id || '''', ',') FROM (SELECT original_id AS id FROM arrived_item WHERE id = '{item.Value}' UNION SELECT document_id FROM arrived_part WHERE item_id = '{item.Value}' AND document_id <> '{document.Value}') AS other");
        Assert.Equal(0, await Seen("0136", $"document WHERE id IN ({others})"));
        Assert.Equal(2, await Seen("skr", $"document WHERE id IN ({others})"));
    }

    [Theory]
    [InlineData("UPDATE arrived_item SET arrival_subject = 'Annat'")]
    [InlineData("UPDATE arrived_item SET identity = 'annan'")]
    [InlineData("DELETE FROM arrived_item")]
    [InlineData("UPDATE arrived_part SET name = 'annat'")]
    [InlineData("DELETE FROM arrived_part")]
    [InlineData("DELETE FROM item_decision")]
    public async Task The_application_can_neither_rewrite_nor_remove_what_arrived(string sql)
    {
        await Registered("0138", $"Tyresös utdrag. {sql}");

        await using var connection = await Open("skr", app.ApplicationConnectionString);
        await using var command = new NpgsqlCommand(sql, connection);

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState);
    }

    private async Task<(ArrivedItemId Item, DocumentId Document)> Registered(string municipality, string text)
    {
        var item = await app.Arrives(new Letter { Files = [new LetterFile("utdrag.txt", System.Text.Encoding.UTF8.GetBytes(text), "text/x-utdrag")] }).AndIsRead(app);
        var document = new DocumentId(await app.Read<Guid>($"SELECT document_id FROM arrived_part WHERE item_id = '{item.Value}' AND number = 2"));
        var command = await Registrar.Registering(item, municipality);
        Assert.True((await Registrar.Run(new Web.Features.Inbox.BePresent(item))).IsDone);
        Assert.True((await Registrar.Run(command with { Decisions = [command.Decisions[0] with { Documents = [document] }] })).IsDone);
        Assert.True((await Registrar.Run(new Web.Features.Logging.KeepDraft(new Web.Features.Logging.LogDecisionForm([new("post", item.Value.ToString()), new("kommun", "Ekerö")])))).IsDone);
        return (item, document);
    }

    private async Task<long> Seen(string scope, string what)
    {
        await using var connection = await Open(scope, app.ApplicationConnectionString);
        await using var count = new NpgsqlCommand($"SELECT count(*) FROM {what}", connection);
        return (long)(await count.ExecuteScalarAsync())!;
    }

    private static async Task<NpgsqlConnection> Open(string scope, string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var set = new NpgsqlCommand("SELECT set_config('app.scope', $1, false)", connection) { Parameters = { new() { Value = scope } } };
        await set.ExecuteNonQueryAsync();
        return connection;
    }
}
