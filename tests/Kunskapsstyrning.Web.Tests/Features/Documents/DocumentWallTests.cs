using System.Net;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Documents;

/// <summary>Who may open a document: through the pages, and at the database itself.</summary>
public sealed class DocumentWallTests(LoggingSite site) : IClassFixture<LoggingSite>
{
    private Acting Registrar => site.App.As(Role.Registrar);

    [Fact]
    public async Task A_document_is_sent_as_a_file_to_keep_and_never_as_a_page()
    {
        var (address, _) = await Stored("0125", Files.Pdf);
        using var reader = await site.As("lasare");

        using var answer = await reader.Get(address);

        Assert.Equal(Files.PdfBytes, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.ToString());
        Assert.StartsWith("attachment", answer.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        Assert.Equal("Protokollsutdrag § 67.pdf", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.StartsWith("sandbox; default-src 'none';", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_municipality_opens_its_own_and_is_told_that_it_may_open_no_other()
    {
        var (own, _) = await Stored("0125", Files.Text("Ekerös utdrag."));
        var (other, _) = await Stored("0180", Files.Text("Stockholms utdrag."));
        using var ekero = await site.As("kommun-0125");
        using var anyone = site.Anyone();
        using var reader = await site.As("lasare");

        using var ownAnswer = await ekero.Get(own);
        using var otherAnswer = await ekero.Get(other);
        using var unknown = await ekero.Get($"/handlingar/{Guid.NewGuid()}");
        using var signIn = await anyone.Get(other);
        using var staff = await reader.Get($"/handlingar/{Guid.NewGuid()}");

        Assert.Equal("Ekerös utdrag.", await ownAnswer.Content.ReadAsStringAsync());
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (otherAnswer.StatusCode, unknown.StatusCode));
        Assert.Contains("Ni kan bara öppna er egen kommuns handlingar.", await otherAnswer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(await TextOf(otherAnswer), await TextOf(unknown));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.NotFound), (signIn.StatusCode, staff.StatusCode));
    }

    [Fact]
    public async Task A_document_registered_on_the_wrong_municipality_is_closed_to_it_when_the_decision_is_taken_back()
    {
        var (address, decision) = await Stored("0125", Files.Text("Hör till en annan kommun."));
        await Registrar.Run(new RetractDecision(decision.Id, 1, "Fel kommun."));
        using var ekero = await site.As("kommun-0125");

        using var answer = await ekero.Get(address);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(0, await Count("0125", $"document WHERE id = '{address[^36..]}'"));
    }

    [Theory]
    [InlineData("document")]
    [InlineData("document_content")]
    [InlineData("decision_document")]
    [InlineData("walled_details")]
    public async Task The_database_itself_shows_a_municipality_its_own_and_nobody_else_anything(string table)
    {
        await Stored("0180", Files.Text($"Stockholms eget i {table}."));
        var all = await Count("skr", table);

        Assert.True(all > 0);
        Assert.InRange(await Count("0180", table), 1, all);
        Assert.Equal(0, await Count("0136", table));
        Assert.Equal(0, await Count("public", table));
        Assert.Equal(0, await Count("", table));
    }

    private async Task<(string Address, LogDecision Decision)> Stored(string municipality, ReceivedFile file)
    {
        var command = (await Registrar.Log2016(municipality, Typed.Adopts)) with { File = file };
        Assert.True((await Registrar.Run(command)).IsDone);
        var id = await site.App.Read<Guid>($"SELECT document_id FROM decision_document WHERE decision_id = '{command.Id.Value}'");
        return (Urls.ToDocument(new DocumentId(id)), command);
    }

    private async Task<long> Count(string scope, string what)
    {
        await using var connection = new NpgsqlConnection(site.App.ApplicationConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var set = new NpgsqlCommand("SELECT set_config('app.scope', $1, true)", connection) { Parameters = { new() { Value = scope } } }) await set.ExecuteNonQueryAsync();
        await using var count = new NpgsqlCommand($"SELECT count(*) FROM {what}", connection);
        return (long)(await count.ExecuteScalarAsync())!;
    }

    private static async Task<string> TextOf(HttpResponseMessage answer)
    {
        using var page = await SignedInBrowser.Read(answer);
        return page.QuerySelector("main")!.TextContent;
    }
}
