using System.Net;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Documents;

/// <summary>Letters and annexes are open to whoever may see the recommendation.</summary>
public sealed class AnnexTests(LoggingSite site) : IClassFixture<LoggingSite>
{
    [Fact]
    public async Task An_annex_is_open_to_everyone_when_its_recommendation_is_and_to_SKR_alone_when_it_is_internal()
    {
        var open = await Annex(Typed.Slug2016);
        var closed = await Annex("2018-kunskapsstyrning");
        await Execute(site.App.OwnerConnectionString, "UPDATE recommendation SET publicity = 'Internal' WHERE slug = '2018-kunskapsstyrning'");
        using var anyone = site.Anyone();
        using var ekero = await site.As("kommun-0125");
        using var reader = await site.As("lasare");

        using var openToAnyone = await anyone.Get(open);
        using var closedToAnyone = await anyone.Get(closed);
        using var openToMunicipality = await ekero.Get(open);
        using var closedToMunicipality = await ekero.Get(closed);
        using var closedToStaff = await reader.Get(closed);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect), (openToAnyone.StatusCode, closedToAnyone.StatusCode));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (openToMunicipality.StatusCode, closedToMunicipality.StatusCode));
        Assert.Equal(HttpStatusCode.OK, closedToStaff.StatusCode);
    }

    private async Task<string> Annex(string slug)
    {
        var id = Guid.CreateVersion7();
        await Execute(site.App.ApplicationConnectionString, $"""
            SELECT set_config('app.scope', 'skr', true);
            INSERT INTO document (id, file_name, type, size, sha256, added_by, added_at)
                SELECT '{id}', 'Bilaga 2.txt', 'Text', 4, '{slug}', id, now() FROM person LIMIT 1;
            INSERT INTO document_content (document_id, bytes) VALUES ('{id}', 'text');
            INSERT INTO annex (recommendation_id, document_id, title) SELECT id, '{id}', 'Bilaga 2' FROM recommendation WHERE slug = '{slug}';
            """);
        return $"/handlingar/{id}";
    }

    private static async Task Execute(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }
}
