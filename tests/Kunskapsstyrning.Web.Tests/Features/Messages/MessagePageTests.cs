using System.Net;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Messages;

/// <summary>What is sent out and its templates, by plain form posts.</summary>
public sealed class MessagePageTests(LoggingSite site) : IClassFixture<LoggingSite>
{
    private Acting Registrar => site.App.As(Role.Registrar);

    [Fact]
    public async Task A_receipt_is_queued_from_the_decisions_page_once_and_recalled_from_its_own()
    {
        var command = await Logged("1480", proposal: false);
        using var registrar = await site.As("registrator");
        var id = Guid.CreateVersion7().ToString();

        using var queued = await registrar.Post($"/beslut/{command.Id.Value}/kvitto", $"/beslut/{command.Id.Value}/kvitto", ("id", id), ("mottagare", "registrator@kommun.example"));
        using var again = await registrar.Post($"/beslut/{command.Id.Value}/kvitto", $"/beslut/{command.Id.Value}/kvitto", ("id", id), ("mottagare", "registrator@kommun.example"));
        using var before = await registrar.Page($"/utskick/{id}");
        using var recalled = await registrar.Post($"/utskick/{id}", $"/utskick/{id}/aterkalla");
        using var after = await registrar.Page($"/utskick/{id}");

        Assert.Equal($"/utskick/{id}", queued.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        Assert.Equal(1, await site.App.Read<long>($"SELECT count(*) FROM outgoing_message WHERE decision_id = '{command.Id.Value}'"));
        Assert.Equal("Köad.", before.QuerySelector(".fact")!.TextContent);
        Assert.Equal("Återkallad.", after.QuerySelector(".fact")!.TextContent);
        Assert.Null(after.QuerySelector("form[action$=aterkalla]"));
    }

    [Theory]
    [InlineData("registrator")]
    [InlineData("a@kommun.example\r\nBcc: b@kommun.example")]
    [InlineData("a@kommun.example, b@kommun.example")]
    [InlineData("a@kommun.example <b@annan.example>")]
    public async Task An_address_that_is_none_is_refused_at_its_field(string address)
    {
        var command = await Logged("1481", proposal: false);
        using var registrar = await site.As("registrator");

        using var answer = await registrar.Post($"/beslut/{command.Id.Value}/kvitto", $"/beslut/{command.Id.Value}/kvitto", ("mottagare", address));
        using var page = await SignedInBrowser.Read(answer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(page.GetElementById("mottagare-fel"));
    }

    [Fact]
    public async Task A_proposal_is_waited_for_until_the_final_decision_arrives()
    {
        var proposal = await Logged("1482", proposal: true);
        using var registrar = await site.As("registrator");

        using var asked = await registrar.Post(
            $"/beslut/{proposal.Id.Value}/fraga", $"/beslut/{proposal.Id.Value}/fraga", ("mottagare", "registrator@kommun.example"), ("folj-upp", "2025-12-15"));
        var wait = Assert.Single(await Registrar.Ask(new WaitsForMunicipality()), w => w.Municipality.Code.Digits == "1482");
        site.App.Clock.Now += TimeSpan.FromMinutes(1);
        await Registrar.Run(await Registrar.Log2016("1482", Typed.Adopts));

        Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        Assert.Equal((new DateOnly(2016, 9, 12), new DateOnly(2025, 11, 24), new DateOnly(2025, 12, 15), false), (wait.Since, wait.AskedOn, wait.FollowUpOn, wait.IsDue));
        Assert.DoesNotContain(await Registrar.Ask(new WaitsForMunicipality()), w => w.Municipality.Code.Digits == "1482");
    }

    [Fact]
    public async Task To_correct_an_earlier_answer_does_not_end_the_wait_for_a_later_one()
    {
        var answer = await Logged("1487", proposal: false);
        var proposal = await Logged("1487", proposal: true);
        site.App.Clock.Now += TimeSpan.FromMinutes(1);
        await Ask(proposal, new DateOnly(2025, 12, 15));

        site.App.Clock.Now += TimeSpan.FromMinutes(1);
        var corrected = await Registrar.Run(new CorrectDecision(answer.Id, Seen: 1, Typed.Adopts, Typed.Details with { CaseNumber = "SN16/104" }, "Läst fel."));

        Assert.True(corrected.IsDone);
        Assert.Single(await Registrar.Ask(new WaitsForMunicipality()), w => w.Municipality.Code.Digits == "1487");
    }

    [Fact]
    public async Task A_proposal_asked_about_again_is_waited_for_once_until_the_later_day()
    {
        var proposal = await Logged("1488", proposal: true);

        await Ask(proposal, new DateOnly(2025, 12, 15));
        await Ask(proposal, new DateOnly(2026, 1, 15));

        Assert.Equal(new DateOnly(2026, 1, 15), Assert.Single(await Registrar.Ask(new WaitsForMunicipality()), w => w.Municipality.Code.Digits == "1488").FollowUpOn);
    }

    [Fact]
    public async Task A_wait_is_ended_by_hand_when_nothing_is_waited_for()
    {
        var proposal = await Logged("1484", proposal: true);
        await Registrar.Run(new AskForFinalDecision(new OutgoingMessageId(Guid.CreateVersion7()), proposal.Id, new AskForFinal(EmailAddress.Parse("a@kommun.example"), new DateOnly(2025, 12, 15))));
        var wait = Assert.Single(await Registrar.Ask(new WaitsForMunicipality()), w => w.Municipality.Code.Digits == "1484");

        using var registrar = await site.As("registrator");
        using var before = await registrar.Page("/inkorg/vantar");
        using var ended = await registrar.Post("/inkorg/vantar", $"/uppfoljning/{wait.FollowUp.Value}/klar");

        Assert.Contains(before.QuerySelectorAll("tbody th"), h => h.TextContent == "Lysekil");
        Assert.Equal("/inkorg/vantar", ended.Headers.Location!.ToString());
        Assert.DoesNotContain(await Registrar.Ask(new WaitsForMunicipality()), w => w.Municipality.Code.Digits == "1484");
    }

    [Fact]
    public async Task The_list_says_how_far_each_has_come_and_can_be_narrowed()
    {
        var command = (await Registrar.Log2016("1485", Typed.Adopts)) with { Receipt = EmailAddress.Parse("registrator@kommun.example") };
        await Registrar.Run(command);
        using var registrar = await site.As("registrator");

        using var all = await registrar.Page("/utskick");
        using var rejected = await registrar.Page("/utskick?lage=avvisad");

        Assert.Contains(all.QuerySelectorAll("tbody tr"), r => r.TextContent.Contains("Uddevalla", StringComparison.Ordinal) && r.TextContent.Contains("Köad, lämnas tidigast", StringComparison.Ordinal));
        Assert.Contains("Ingen e-postserver är inställd.", all.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(rejected.QuerySelectorAll("tbody tr"));
        Assert.Contains("Inget utskick i det läget.", rejected.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Templates_are_for_those_who_manage_recommendations()
    {
        using var registrar = await site.As("registrator");
        using var officer = await site.As("handlaggare");

        using var refused = await registrar.Get("/mallar");
        using var allowed = await officer.Get("/mallar");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (refused.StatusCode, allowed.StatusCode));
    }

    [Fact]
    public async Task A_template_is_looked_at_before_it_is_saved_and_then_used_by_the_next_message()
    {
        using var officer = await site.As("handlaggare");
        (string, string)[] words = [("amne", "Kvitto för {kommun}"), ("text", "Nya ord.\n{uppgifter}\n{raknas}\n{adress}"), ("version", "1")];

        using var looked = await officer.Post("/mallar/kvitto", "/mallar/kvitto", [.. words, ("visa", "1")]);
        using var preview = await SignedInBrowser.Read(looked);
        using var saved = await officer.Post("/mallar/kvitto", "/mallar/kvitto", [.. words, ("spara", "1")]);
        using var late = await officer.Post("/mallar/kvitto", "/mallar/kvitto", [.. words, ("spara", "1")]);
        var command = (await Registrar.Log2016("1486", Typed.Adopts)) with { Receipt = EmailAddress.Parse("registrator@kommun.example") };
        await Registrar.Run(command);

        Assert.Contains("Kvitto för Exempelköpings kommun", preview.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/mallar/kvitto?sparad=2", saved.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        using var told = await officer.Page("/mallar/kvitto?sparad=2");
        using var other = await officer.Page("/mallar/kvitto?sparad=7");
        Assert.Contains("Version 2 är sparad.", told.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(other.QuerySelector("[role=status]"));
        Assert.StartsWith("Nya ord.", await site.App.Read<string>($"SELECT body FROM outgoing_message WHERE decision_id = '{command.Id.Value}'"), StringComparison.Ordinal);
        Assert.Equal(2, await site.App.Read<int>($"SELECT template_version FROM outgoing_message WHERE decision_id = '{command.Id.Value}'"));
        Assert.Equal(2, await site.App.Read<long>("SELECT count(*) FROM message_template WHERE kind = 'Receipt'"));
    }

    [Theory]
    [InlineData("visa", "{kommun", "{uppgifter} {raknas} {adress}", "amne-fel")]
    [InlineData("visa", "Kvitto", "{uppgifter} {raknas} {adress} {namn}", "text-fel")]
    [InlineData("spara", "Kvitto", "{uppgifter} {raknas} {adress} {namn}", "text-fel")]
    [InlineData("spara", "Kvitto {namn}", "{uppgifter} {raknas} {adress}", "amne-fel")]
    [InlineData("spara", "Kvitto", "{uppgifter} {raknas} {adress} {}", "text-fel")]
    [InlineData("prov", "Kvitto", "{uppgifter} {raknas} {adress}", "prov-till-fel")]
    [InlineData("spara", "Kvitto", "{uppgifter} {raknas}", "text-fel")]
    [InlineData("visa", "", "{uppgifter} {raknas} {adress}", "amne-fel")]
    public async Task A_template_that_would_fail_its_purpose_is_refused_at_its_field(string button, string subject, string text, string error)
    {
        using var officer = await site.As("handlaggare");
        var version = await site.App.Read<int>("SELECT max(number) FROM message_template WHERE kind = 'Receipt'");

        using var answer = await officer.Post("/mallar/kvitto", "/mallar/kvitto", ("amne", subject), ("text", text), ("version", $"{version}"), (button, "1"), ("prov-till", "jag@skr.example"));
        using var page = await SignedInBrowser.Read(answer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(page.GetElementById(error));
        Assert.Equal(0, await site.App.Read<long>("SELECT count(*) FROM message_template WHERE body NOT LIKE '%{adress}%' AND kind = 'Receipt' OR body LIKE '%{namn}%'"));
    }

    [Fact]
    public async Task A_trial_of_a_template_leaves_at_once_marked_as_one_and_is_about_no_decision()
    {
        var folder = Directory.CreateTempSubdirectory();
        await using var sending = new LoggingSite { MailFolder = folder.FullName };
        await sending.InitializeAsync();
        try
        {
            using var officer = await sending.As("handlaggare");
            (string, string)[] words = [("amne", "Kvitto för {kommun}"), ("text", "Nya ord.\n{uppgifter}\n{raknas}\n{adress}"), ("version", "1"), ("prov", "1")];

            using var refused = await officer.Post("/mallar/kvitto", "/mallar/kvitto", [.. words, ("prov-till", "jag@skr.example\r\nBcc: alla@skr.example")]);
            using var tried = await officer.Post("/mallar/kvitto", "/mallar/kvitto", [.. words, ("prov-till", "jag@skr.example")]);
            using var page = await SignedInBrowser.Read(tried);

            Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (refused.StatusCode, tried.StatusCode));
            Assert.Contains("Provet är skickat.", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
            Assert.StartsWith("Nya ord.", page.GetElementById("text")!.TextContent, StringComparison.Ordinal);
            var mail = await File.ReadAllTextAsync(Assert.Single(folder.GetFiles("*.eml")).FullName);
            Assert.Contains("jag@skr.example", mail, StringComparison.Ordinal);
            Assert.Contains(Convert.ToBase64String("[Prov]"u8)[..7], mail, StringComparison.Ordinal);
            Assert.Equal(0, await sending.App.Read<long>("SELECT count(*) FROM outgoing_message"));
            Assert.Equal(1, await sending.App.Read<long>("SELECT count(*) FROM history_event WHERE kind = 'TemplateTried' AND after::text NOT LIKE '%@%'"));
            Assert.Equal(1, await sending.App.Read<long>("SELECT count(*) FROM message_template WHERE kind = 'Receipt'"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task Ask(LogDecision proposal, DateOnly followUp) => Assert.True((await Registrar.Run(
        new AskForFinalDecision(new OutgoingMessageId(Guid.CreateVersion7()), proposal.Id, new AskForFinal(EmailAddress.Parse("a@kommun.example"), followUp)))).IsDone);

    private async Task<LogDecision> Logged(string municipality, bool proposal)
    {
        var command = await Registrar.Log2016(municipality, proposal ? Typed.Proposes : Typed.Adopts);
        Assert.True((await Registrar.Run(command)).IsDone);
        return command;
    }
}
