using System.Net;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Kunskapsstyrning.Web.UseCases;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Messages;

/// <summary>Whoever has a receipt's reference sees what it is about, and may object; that and nothing else.</summary>
public sealed class ReceiptTests(LoggingSite site) : IClassFixture<LoggingSite>
{
    private Acting Registrar => site.App.As(Role.Registrar);

    [Fact]
    public async Task The_page_shows_what_is_registered_is_never_kept_and_is_not_for_search_engines()
    {
        var (_, reference) = await WithReceipt("0114");
        using var browser = site.Anyone();

        using var answer = await browser.Get($"/kvitto/{reference}");
        using var page = await SignedInBrowser.Read(answer);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Contains("noindex", answer.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
        Assert.Contains("§ 67", page.QuerySelector("dl.ledger")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reference_typed_carelessly_is_read_and_one_that_is_not_there_says_what_to_do()
    {
        var (_, reference) = await WithReceipt("0115");
        using var browser = site.Anyone();

        using var careless = await browser.Get($"/kvitto/{reference.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant()}");
        using var wrong = await browser.Get("/kvitto/ZZZZ-ZZZZ");
        using var nonsense = await browser.Get("/kvitto/hej");

        Assert.Equal(HttpStatusCode.OK, careless.StatusCode);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (wrong.StatusCode, nonsense.StatusCode));
        Assert.Contains("svara på mejlet", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_objection_is_told_by_its_own_job_shows_at_the_decision_and_waits_to_be_dealt_with()
    {
        var (command, reference) = await WithReceipt("0117");
        using var municipality = site.Anyone();
        using var registrar = await site.As("registrator");

        using var answer = await municipality.Post($"/kvitto/{reference}", $"/kvitto/{reference}", ("svar", "fel"), ("invandning", "Paragrafen är 68."));
        using var decision = await registrar.Page($"/beslut/{command.Id.Value}");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains("Kommunen säger att något inte stämmer.", decision.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Paragrafen är 68.", decision.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Paragrafen är 68.", Assert.Single(await Registrar.Ask(new Objections()), o => o.Decision == command.Id).Words);
        Assert.Equal(0, await site.App.Read<long>("SELECT count(*) FROM history_event WHERE after::text LIKE '%Paragrafen är 68%'"));
        Assert.Equal("false", await site.App.Read<string>("SELECT after ->> 'confirmed' FROM history_event WHERE kind = 'ReceiptAnswered' AND municipality_code = '0117'"));
        Assert.Equal("Kommunen via kvitto", await site.App.Read<string>($"SELECT name FROM person JOIN history_event ON actor = person.id WHERE kind = 'ReceiptAnswered' AND history_event.municipality_code = '0117'"));

        site.App.Clock.Now += TimeSpan.FromMinutes(1);
        await Registrar.Run(new CorrectDecision(command.Id, Seen: 1, Typed.Adopts, Typed.Details with { Paragraph = "§ 68" }, "Kommunen invände."));
        Assert.DoesNotContain(await Registrar.Ask(new Objections()), o => o.Decision == command.Id);
    }

    [Fact]
    public async Task An_objection_that_was_wrong_itself_is_marked_as_dealt_with()
    {
        var (command, reference) = await WithReceipt("0120");
        await Holding(reference).Run(new AnswerReceipt("Fel dag."));
        var open = Assert.Single(await Registrar.Ask(new Objections()), o => o.Decision == command.Id);

        var result = await Registrar.Run(new SettleObjection(open.Message, open.Number));

        Assert.True(result.IsDone);
        Assert.DoesNotContain(await Registrar.Ask(new Objections()), o => o.Decision == command.Id);
    }

    [Fact]
    public async Task Those_who_only_read_are_offered_nothing_that_they_may_not_do()
    {
        var (command, reference) = await WithReceipt("0163");
        await Holding(reference).Run(new AnswerReceipt("Fel dag."));
        using var registrar = await site.As("registrator");
        using var worked = await registrar.Page($"/beslut/{command.Id.Value}");
        Assert.NotEmpty(worked.QuerySelectorAll("a[href^='/utskick/']"));
        Assert.NotEmpty(worked.QuerySelectorAll("form[action^='/utskick/']"));

        foreach (var login in (string[])["lasare", "ekonom", "revisor"])
        {
            using var reader = await site.As(login);
            using var read = await reader.Page($"/beslut/{command.Id.Value}");

            Assert.Contains("Fel dag.", read.Body!.TextContent, StringComparison.Ordinal);
            Assert.Empty(read.QuerySelectorAll("a[href^='/utskick/'], form[action^='/utskick/']"));
        }
    }

    [Fact]
    public async Task A_receipt_is_confirmed_once_however_often_it_is_pressed()
    {
        var (_, reference) = await WithReceipt("0123");
        using var municipality = site.Anyone();

        using var first = await municipality.Post($"/kvitto/{reference}", $"/kvitto/{reference}", ("svar", "stammer"));
        using var second = await municipality.Post($"/kvitto/{reference}", $"/kvitto/{reference}", ("svar", "stammer"));
        using var page = await municipality.Page($"/kvitto/{reference}");

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.StatusCode, second.StatusCode));
        Assert.Contains("Ni har bekräftat", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await site.App.Read<long>("SELECT count(*) FROM history_event WHERE kind = 'ReceiptAnswered' AND municipality_code = '0123'"));
    }

    [Fact]
    public async Task Empty_words_and_too_many_are_refused_at_the_field()
    {
        var (_, reference) = await WithReceipt("0125");
        using var municipality = site.Anyone();

        using var empty = await municipality.Post($"/kvitto/{reference}", $"/kvitto/{reference}", ("svar", "fel"), ("invandning", "  "));
        using var page = await SignedInBrowser.Read(empty);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.StartsWith("Fel:", page.Title!, StringComparison.Ordinal);
        Assert.NotNull(page.GetElementById("invandning-fel"));
        Assert.Equal(ReceiptRefusals.ObjectionTooLong, (await Holding(reference).Run(new AnswerReceipt(new string('a', 4001)))).Refusal);
    }

    [Fact]
    public async Task A_handful_of_answers_is_enough_also_when_they_come_at_once()
    {
        var (_, reference) = await WithReceipt("0126");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Holding(reference).Run(new AnswerReceipt($"Fel nummer {i}."))));

        Assert.InRange(await site.App.Read<long>("SELECT count(*) FROM receipt_answer JOIN outgoing_message m ON m.id = outgoing_message_id WHERE municipality_code = '0126'"), 1, 5);
        for (var i = 0; i < 6; i++) await Holding(reference).Run(new AnswerReceipt($"Ännu ett fel, {i}."));
        Assert.Equal(5, await site.App.Read<long>("SELECT count(*) FROM receipt_answer JOIN outgoing_message m ON m.id = outgoing_message_id WHERE municipality_code = '0126'"));
    }

    [Fact]
    public async Task A_post_without_the_forms_token_changes_nothing()
    {
        var (_, reference) = await WithReceipt("0127");
        using var stranger = site.Anyone();

        using var answer = await stranger.PostBare($"/kvitto/{reference}", ("svar", "stammer"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0, await site.App.Read<long>("SELECT count(*) FROM receipt_answer JOIN outgoing_message m ON m.id = outgoing_message_id WHERE municipality_code = '0127'"));
    }

    [Fact]
    public async Task What_was_taken_back_shows_no_details_and_takes_no_answer()
    {
        var (command, reference) = await WithReceipt("0128", leaves: true);
        await Registrar.Run(new RetractDecision(command.Id, Seen: 1, "Fel kommun."));
        using var municipality = site.Anyone();

        using var page = await municipality.Page($"/kvitto/{reference}");

        Assert.Contains("borttagen", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("SN16/103", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("textarea"));
        Assert.Equal(0, await Count(reference, "walled_details"));
    }

    [Fact]
    public async Task A_recalled_receipt_opens_nothing()
    {
        var (command, reference) = await WithReceipt("0136");
        await Registrar.Run(new RecallMessage(new OutgoingMessageId(await site.App.Read<Guid>($"SELECT id FROM outgoing_message WHERE decision_id = '{command.Id.Value}'"))));
        using var municipality = site.Anyone();

        using var answer = await municipality.Get($"/kvitto/{reference}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("outgoing_message", 1)]
    [InlineData("walled_details", 1)]
    [InlineData("history_event", 0)]
    [InlineData("document", 0)]
    [InlineData("follow_up", 0)]
    [InlineData("message_template", 0)]
    [InlineData("decision_draft", 0)]
    public async Task The_database_itself_shows_the_holder_one_receipt_and_what_it_is_about(string table, int rows)
    {
        await WithReceipt("0138");
        var (_, reference) = await WithReceipt("0139");

        Assert.Equal(rows, await Count(reference, table));
    }

    [Fact]
    public async Task The_database_itself_refuses_the_holder_to_write_about_anything_else()
    {
        var (other, _) = await WithReceipt("0140");
        var (_, reference) = await WithReceipt("0160");
        var message = await site.App.Read<Guid>($"SELECT id FROM outgoing_message WHERE decision_id = '{other.Id.Value}'");

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await Refused(reference, $"INSERT INTO receipt_answer (outgoing_message_id, number, answered_at) VALUES ('{message}', 1, now())"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await Refused(
            reference, $"INSERT INTO history_event (sequence, at, actor, use_case, kind, subject) VALUES (1, now(), '{Jobs.Receipt.Person!.Value.Value}', 'X', 'ReceiptAnswered', '{message}')"));
    }

    [Fact]
    public async Task The_holder_of_a_receipt_may_do_nothing_else()
    {
        var (command, reference) = await WithReceipt("0162");

        await Assert.ThrowsAsync<NotAllowedException>(() => Holding(reference).Ask(new DecisionStory(command.Id)));
        await Assert.ThrowsAsync<NotAllowedException>(() => site.App.AsAnyone().Ask(new Receipt()));
        await Assert.ThrowsAsync<NotAllowedException>(() => site.App.As(Role.Administrator).Run(new AnswerReceipt(null)));
    }

    private Acting Holding(string reference) => new(site.App.Runner, Actor.Holding(ReceiptReference.Parse(reference)));

    private async Task<(LogDecision Command, string Reference)> WithReceipt(string municipality, bool leaves = false)
    {
        var command = (await Registrar.Log2016(municipality, Typed.Adopts)) with { Receipt = EmailAddress.Parse("registrator@kommun.example") };
        Assert.True((await Registrar.Run(command)).IsDone);
        var id = new OutgoingMessageId(await site.App.Read<Guid>($"SELECT id FROM outgoing_message WHERE decision_id = '{command.Id.Value}'"));
        if (leaves)
        {
            var now = site.App.Clock.Now;
            site.App.Clock.Now += TimeSpan.FromMinutes(6);
            await site.App.Runner.Run(new StartSubmission(id), Jobs.Mail, CancellationToken.None);
            await site.App.Runner.Run(new EndSubmission(id, 1, new MailReply(MailVerdict.Accepted, null)), Jobs.Mail, CancellationToken.None);
            site.App.Clock.Now = now;
        }

        return (command, await site.App.Read<string>($"SELECT reference FROM outgoing_message WHERE id = '{id.Value}'"));
    }

    private async Task<long> Count(string reference, string table) =>
        (long)(await InScope(reference, $"SELECT count(*) FROM {table}", c => c.ExecuteScalarAsync()))!;

    private async Task<string> Refused(string reference, string sql) =>
        (await Assert.ThrowsAsync<PostgresException>(() => InScope(reference, sql, async c => (object?)await c.ExecuteNonQueryAsync()))).SqlState;

    private async Task<object?> InScope(string reference, string sql, Func<NpgsqlCommand, Task<object?>> run)
    {
        await using var source = NpgsqlDataSource.Create(site.App.ApplicationConnectionString);
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var scope = new NpgsqlCommand($"SELECT set_config('app.scope', 'receipt:{reference}', true)", connection)) await scope.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await run(command);
    }
}
