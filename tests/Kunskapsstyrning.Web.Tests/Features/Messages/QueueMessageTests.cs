using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Messages;

/// <summary>A message is queued in the transaction of the decision it is about.</summary>
public sealed class QueueMessageTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly EmailAddress Someone = EmailAddress.Parse("registrator@kommun.example");

    private Acting Registrar => app.As(Role.Registrar);

    [Fact]
    public async Task A_decision_saved_with_a_receipt_queues_one_that_says_what_is_registered_and_where_to_object()
    {
        var command = await Saved("1401", Typed.Adopts);

        var body = await app.Read<string>($"SELECT body FROM outgoing_message WHERE decision_id = '{command.Id.Value}'");
        var reference = await app.Read<string>($"SELECT reference FROM outgoing_message WHERE decision_id = '{command.Id.Value}'");

        Assert.Equal(1, await Messages(command));
        Assert.Contains("Ställningstagande: Antar\nNivå: Slutligt beslut\nOrgan: Socialnämnden\nSammanträdesdag: 20 september 2016\nParagraf: § 67\nKommunens dnr: SN16/103", Plain(body), StringComparison.Ordinal);
        Assert.Contains("Räknas som: Antagit.", body, StringComparison.Ordinal);
        Assert.Contains($"https://kunskapsstyrning.example/kvitto/{reference}", body, StringComparison.Ordinal);
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$", reference);
    }

    [Fact]
    public async Task The_receipt_of_a_proposal_says_plainly_that_it_does_not_count()
    {
        var command = await Saved("1402", Typed.Proposes);

        Assert.Contains("Räknas inte som svar.", await app.Read<string>($"SELECT body FROM outgoing_message WHERE decision_id = '{command.Id.Value}'"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decision_and_message_are_told_in_the_same_transaction()
    {
        var command = await Saved("1407", Typed.Adopts);

        Assert.Equal(1, await app.Read<long>(
            $"SELECT count(DISTINCT xmin::text) FROM (SELECT xmin FROM decision WHERE id = '{command.Id.Value}' UNION ALL SELECT xmin FROM outgoing_message WHERE decision_id = '{command.Id.Value}') AS both_rows"));
        Assert.Equal(1, await app.Read<long>($"SELECT count(*) FROM history_event WHERE kind = 'MessageQueued' AND after ->> 'decision' = '{command.Id.Value}'"));
    }

    [Fact]
    public async Task The_same_form_sent_twice_at_once_queues_one_receipt()
    {
        var command = (await Registrar.Log2016("1415", Typed.Adopts)) with { Receipt = Someone };

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Registrar.Run(command)));

        Assert.All(results, r => Assert.True(r.IsDone));
        Assert.Equal(1, await Messages(command));
    }

    [Fact]
    public async Task A_form_sent_again_with_a_receipt_that_was_not_there_is_refused_and_not_silently_dropped()
    {
        var command = await Registrar.Log2016("1419", Typed.Adopts);
        await Registrar.Run(command);

        var again = await Registrar.Run(command with { Receipt = Someone });

        Assert.Equal(LogRefusals.LoggedOtherwise, again.Refusal);
        Assert.Equal(0, await Messages(command));
    }

    [Fact]
    public async Task A_refused_decision_queues_nothing()
    {
        var command = (await Registrar.Log2016("1421", Typed.Adopts with { ArrivedOn = new DateOnly(2031, 1, 1) })) with { Receipt = Someone };

        var result = await Registrar.Run(command);

        Assert.Equal(DecisionRefusals.ArrivesInTheFuture, result.Refusal);
        Assert.Equal(0, await Messages(command));
    }

    [Fact]
    public async Task A_question_with_a_day_that_has_passed_saves_neither_decision_nor_message()
    {
        var command = (await Registrar.Log2016("1427", Typed.Proposes)) with { Receipt = Someone, AskForFinal = new AskForFinal(Someone, new DateOnly(2025, 11, 24)) };

        var result = await Registrar.Run(command);

        Assert.Equal(FollowUpRefusals.DayHasPassed, result.Refusal);
        Assert.Equal(0, await Messages(command));
        Assert.Equal(0, await app.Read<long>($"SELECT count(*) FROM decision WHERE id = '{command.Id.Value}'"));
    }

    [Fact]
    public async Task A_proposal_asked_about_queues_the_question_and_plans_to_look_again()
    {
        var command = (await Registrar.Log2016("1430", Typed.Proposes)) with { AskForFinal = new AskForFinal(Someone, new DateOnly(2025, 12, 15)) };

        var result = await Registrar.Run(command);

        Assert.True(result.IsDone);
        Assert.Contains("Räknas inte som svar.", await app.Read<string>($"SELECT body FROM outgoing_message WHERE decision_id = '{command.Id.Value}'"), StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2025, 12, 15), await app.Read<DateOnly>($"SELECT day FROM follow_up WHERE decision_id = '{command.Id.Value}'"));
    }

    [Fact]
    public async Task A_final_answer_is_not_asked_for_its_final_decision()
    {
        var command = (await Registrar.Log2016("1435", Typed.Adopts)) with { AskForFinal = new AskForFinal(Someone, new DateOnly(2025, 12, 15)) };

        Assert.Equal(AskRefusals.IsFinal, (await Registrar.Run(command)).Refusal);
    }

    [Fact]
    public async Task A_registration_that_is_undone_takes_its_queued_receipt_with_it()
    {
        var command = await Saved("1438", Typed.Adopts);

        await Registrar.Run(new UndoLogging(command.Id, Seen: 1));

        Assert.Equal("Recalled", await app.Read<string>($"SELECT state FROM outgoing_message WHERE decision_id = '{command.Id.Value}'"));
    }

    [Fact]
    public async Task A_correction_made_in_time_reaches_the_receipt_before_it_leaves()
    {
        var command = await Saved("1439", Typed.Adopts);

        await Registrar.Run(new CorrectDecision(command.Id, Seen: 1, Typed.Adopts, Typed.Details with { Paragraph = "§ 68" }, "Läst fel."));

        Assert.Equal("Recalled Queued", await app.Read<string>($"SELECT string_agg(state, ' ' ORDER BY state DESC) FROM outgoing_message WHERE decision_id = '{command.Id.Value}'"));
        Assert.Contains("§ 68", Plain(await app.Read<string>($"SELECT body FROM outgoing_message WHERE decision_id = '{command.Id.Value}' AND state = 'Queued'")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE outgoing_message SET body = 'Annat.'")]
    [InlineData("UPDATE outgoing_message SET recipient = 'annan@kommun.example'")]
    [InlineData("DELETE FROM outgoing_message")]
    [InlineData("DELETE FROM receipt_answer")]
    [InlineData("UPDATE message_template SET body = 'Annat.'")]
    [InlineData("TRUNCATE follow_up")]
    public async Task What_is_written_to_somebody_cannot_be_rewritten_by_the_application_nor_by_the_owner(string sql)
    {
        var command = await Saved("1440", Typed.Adopts);
        Assert.Equal(1, await Messages(command));

        foreach (var connection in (string[])[app.ApplicationConnectionString, app.OwnerConnectionString])
        {
            if (sql.Contains("receipt_answer", StringComparison.Ordinal) && connection == app.OwnerConnectionString) continue; // no rows, so no row's trigger
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await Refused(connection, sql));
        }
    }

    private async Task<LogDecision> Saved(string municipality, DecisionContent content)
    {
        var command = (await Registrar.Log2016(municipality, content)) with { Receipt = Someone };
        Assert.True((await Registrar.Run(command)).IsDone);
        return command;
    }

    private Task<long> Messages(LogDecision about) => app.Read<long>($"SELECT count(*) FROM outgoing_message WHERE decision_id = '{about.Id.Value}'");

    private static string Plain(string text) => text.Replace(SwedishText.NoBreakSpace, ' ');

    private static async Task<string> Refused(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var scope = new NpgsqlCommand("SELECT set_config('app.scope', 'skr', true)", connection)) await scope.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState;
    }
}
