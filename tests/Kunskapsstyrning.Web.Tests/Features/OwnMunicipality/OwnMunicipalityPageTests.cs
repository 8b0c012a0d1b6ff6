using System.Net;
using AngleSharp.Dom;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Inbox;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Features.OwnMunicipality;
using Kunskapsstyrning.Web.Features.Sending;
using Kunskapsstyrning.Web.Tests.Features.Inbox;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Kunskapsstyrning.Web.Tests.Features.Sending;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.OwnMunicipality;

/// <summary>The page that a municipality's registrar comes to: what applies, what is registered, what was sent; hers alone.</summary>
public sealed class OwnMunicipalityPageTests(LoggingSite site) : IClassFixture<LoggingSite>
{
    private const string Of2016 = "/min-kommun?rekommendation=" + Typed.Slug2016;

    private Acting Registrar => site.App.As(Role.Registrar);

    [Fact]
    public async Task Signing_in_leads_to_the_own_page_and_nobody_else_comes_there()
    {
        using var ekero = site.Anyone();
        using var signedIn = await ekero.Post("/logga-in", "/logga-in", ("anvandare", "kommun-0125"));
        using var anyone = site.Anyone();
        using var sent = await anyone.Get("/min-kommun");
        using var registrar = await site.As("registrator");
        using var refused = await registrar.Get("/min-kommun");
        using var send = await registrar.Get("/min-kommun/skicka");

        Assert.Equal("/min-kommun", signedIn.Headers.Location?.ToString());
        Assert.Equal((HttpStatusCode.Redirect, "/logga-in?returnUrl=%2Fmin-kommun"), (sent.StatusCode, sent.Headers.Location?.ToString()));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (refused.StatusCode, send.StatusCode));
    }

    [Fact]
    public async Task The_fee_with_its_years_stands_first_and_its_calculation_is_there_on_demand()
    {
        using var ekero = await site.As("kommun-0125");

        using var page = await ekero.Page(Of2016);

        Assert.Equal("Ekerö kommun", Text(page, "h1"));
        Assert.Equal("9 500 kr per år, 2017 och 2018", Text(page, ".sum"));
        Assert.Contains("26 984", Text(page, "details.reckoned .calc"), StringComparison.Ordinal);
        Assert.False(page.QuerySelector("details.reckoned")!.HasAttribute("open"));
        Assert.Empty(page.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task A_page_of_another_municipality_cannot_be_asked_for()
    {
        using var stockholm = await site.As("kommun-0180");

        using var page = await stockholm.Page("/min-kommun?kommun=0125&kod=0125&rekommendation=" + Typed.Slug2016);

        Assert.Equal("Stockholms kommun", Text(page, "h1"));
    }

    [Fact]
    public async Task What_was_sent_is_received_and_being_looked_at_until_it_is_registered()
    {
        using var ekero = await site.As("kommun-0125");
        var item = await site.App.As("kommun-0125").Sends();

        using var received = await ekero.Page("/min-kommun");
        Assert.Contains("Mottaget – SKR granskar", Text(received, ".facts"), StringComparison.Ordinal);
        Assert.DoesNotContain("Klart", received.Body!.TextContent, StringComparison.Ordinal);

        var desk = (await Registrar.Ask(new ItemDesk(item)))!;
        var asked = desk.Stated!.Recommendation;
        var decision = new LogDecision(new DecisionId(Guid.CreateVersion7()), desk.Stated.Municipality.Code, asked.Id, Adopts2024, Typed.Details, [desk.Item.OriginalId]);
        Assert.Null((await Registrar.Run(new RegisterItem(item, [decision]))).Refusal);

        using var registered = await ekero.Page("/min-kommun");
        Assert.DoesNotContain("Mottaget", Text(registered, ".facts"), StringComparison.Ordinal);
        Assert.Contains("Antagit", Text(registered, ".facts"), StringComparison.Ordinal);
        Assert.Contains("Registrerat", Text(registered, "#skickat tbody"), StringComparison.Ordinal);
        Assert.NotNull(registered.QuerySelector($"#registrerat a[href='/handlingar/{desk.Item.OriginalId.Value}']"));
    }

    [Fact]
    public async Task The_form_keeps_what_is_typed_and_the_file_says_what_is_wrong_and_sends_after_a_check()
    {
        using var stockholm = await site.As("kommun-0180");
        var (id, file) = (Guid.CreateVersion7().ToString(), ("Utdrag.pdf", Files.PdfBytes));

        using var wrong = await stockholm.PostFile("/min-kommun/skicka", "/min-kommun/skicka", file, ToSend.Fields(("id", id), ("sammantradesdag", "den fjärde")));
        using var page = await SignedInBrowser.Read(wrong);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.StartsWith("Fel: ", page.Title, StringComparison.Ordinal);
        Assert.Equal("#sammantradesdag", Assert.Single(page.QuerySelectorAll("#fel a")).GetAttribute("href"));
        Assert.Equal("den fjärde", page.QuerySelector("#sammantradesdag")!.GetAttribute("value"));
        Assert.Contains("Utdrag.pdf", Text(page, ".kept"), StringComparison.Ordinal);

        using var right = await stockholm.PostForm("/min-kommun/skicka", ToSend.Fields(("id", id)));
        Assert.Equal((HttpStatusCode.SeeOther, "/min-kommun/skicka/kontrollera"), (right.StatusCode, right.Headers.Location?.ToString()));
        using var check = await stockholm.Page("/min-kommun/skicka/kontrollera");
        Assert.Contains("Utdrag.pdf", Text(check, ".ledger"), StringComparison.Ordinal);
        Assert.Equal(0, await site.App.Count($"arrived_item WHERE id = '{id}'"));

        for (var time = 0; time < 2; time++)
        {
            using var sent = await stockholm.Post(time == 0 ? "/min-kommun/skicka/kontrollera" : "/min-kommun/skicka", "/min-kommun/skicka/kontrollera", ("id", id));
            Assert.Equal((HttpStatusCode.SeeOther, $"/min-kommun/skickat/{id}"), (sent.StatusCode, sent.Headers.Location?.ToString()));
        }

        using var receipt = await stockholm.Page($"/min-kommun/skickat/{id}");
        Assert.Matches("Referens [0-9A-Z]{4}-[0-9A-Z]{4}", Text(receipt, ".lead"));
        Assert.Equal(1, await site.App.Count($"arrived_item WHERE id = '{id}'"));
    }

    [Fact]
    public async Task Another_municipality_s_item_and_document_are_not_there()
    {
        var item = await site.App.As("kommun-0180").Sends();
        var document = await site.App.Read<Guid>($"SELECT original_id FROM arrived_item WHERE id = '{item.Value}'");
        using var stockholm = await site.As("kommun-0180");
        using var ekero = await site.As("kommun-0125");

        using var foreignItem = await ekero.Get($"/min-kommun/skickat/{item.Value}");
        using var foreignDocument = await ekero.Get($"/handlingar/{document}");
        using var inbox = await ekero.Get($"/inkorg/{item.Value}");
        using var own = await stockholm.Get($"/handlingar/{document}");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.OK), (foreignItem.StatusCode, foreignDocument.StatusCode, inbox.StatusCode, own.StatusCode));
    }

    [Fact]
    public async Task What_was_begun_is_offered_and_can_be_thrown_away()
    {
        using var ekero = await site.As("kommun-0125");

        using var kept = await ekero.PostForm("/min-kommun/skicka", ToSend.Fields(("organ", ""), ("senare", "1")));
        using var offered = await ekero.Page("/min-kommun");
        Assert.Equal("/min-kommun", kept.Headers.Location?.ToString());
        Assert.Contains("Ni har ett påbörjat svar från", offered.Body!.TextContent, StringComparison.Ordinal);

        using var thrown = await ekero.Post("/min-kommun/skicka", "/min-kommun/skicka/kasta");
        using var after = await ekero.Page("/min-kommun");
        Assert.DoesNotContain("påbörjat svar", after.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_for_correction_comes_to_SKR_s_work_list_and_a_confirmation_does_not()
    {
        var decision = await Registrar.Log2016("0125", Typed.Adopts);
        Assert.Null((await Registrar.Run(decision)).Refusal);
        using var ekero = await site.As("kommun-0125");
        using var registrar = await site.As("registrator");
        var address = $"/min-kommun/beslut/{decision.Id.Value}";

        using var confirmed = await ekero.Post(Of2016, address, ("rekommendation", Typed.Slug2016), ("svar", "stammer"));
        Assert.DoesNotContain(await Registrar.Ask(new Objections()), o => o.Decision == decision.Id);

        using var empty = await ekero.Post(Of2016, address, ("rekommendation", Typed.Slug2016), ("svar", "fel"), ("invandning", " "));
        using var emptyPage = await SignedInBrowser.Read(empty);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.StartsWith("Fel: ", emptyPage.Title, StringComparison.Ordinal);
        Assert.NotNull(emptyPage.QuerySelector(emptyPage.QuerySelector("#fel a")!.GetAttribute("href")!));

        using var asked = await ekero.Post(Of2016, address, ("rekommendation", Typed.Slug2016), ("svar", "fel"), ("invandning", "Paragrafen är 68."));
        using var again = await ekero.Post(Of2016, address, ("rekommendation", Typed.Slug2016), ("svar", "fel"), ("invandning", "Paragrafen är 68."));
        Assert.Equal("Paragrafen är 68.", Assert.Single(await Registrar.Ask(new Objections()), o => o.Decision == decision.Id).Words);
        using var page = await registrar.Page($"/beslut/{decision.Id.Value}");
        Assert.Contains("Kommunen ber om rättelse.", page.Body!.TextContent, StringComparison.Ordinal);

        using var settled = await registrar.Post($"/beslut/{decision.Id.Value}", page.QuerySelector("form[action*='/begaran/']")!.GetAttribute("action")!);
        Assert.Equal(HttpStatusCode.SeeOther, settled.StatusCode);
        Assert.DoesNotContain(await Registrar.Ask(new Objections()), o => o.Decision == decision.Id);
        Assert.Equal("DecisionConfirmed CorrectionRequested RequestSettled", await site.App.Read<string>(
            $"SELECT string_agg(kind, ' ' ORDER BY sequence) FROM history_event WHERE subject = '{decision.Id.Value}' AND kind IN ('DecisionConfirmed', 'CorrectionRequested', 'RequestSettled')"));
    }

    [Fact]
    public async Task A_mailed_receipt_and_what_was_answered_to_it_are_shown_and_are_not_asked_for_again()
    {
        var decision = (await Registrar.Log2016("0125", Typed.Adopts)) with { Receipt = EmailAddress.Parse("registrator@kommun.example") };
        Assert.Null((await Registrar.Run(decision)).Refusal);
        var ekero = site.App.As("kommun-0125");
        Assert.Empty(await Ours());
        await using (var owner = NpgsqlDataSource.Create(site.App.OwnerConnectionString))
        await using (var left = owner.CreateCommand($"SELECT set_config('app.scope', 'skr', false); UPDATE outgoing_message SET state = 'Submitted' WHERE decision_id = '{decision.Id.Value}'"))
            await left.ExecuteNonQueryAsync();
        var receipt = Assert.Single(await Ours());

        site.App.Clock.Now += TimeSpan.FromMinutes(1);
        await site.App.Runner.Run(new AnswerReceipt(null), Web.UseCases.Actor.Holding(receipt.Reference!), CancellationToken.None);
        using var browser = await site.As("kommun-0125");
        using var page = await browser.Page(Of2016);
        var shown = page.GetElementById($"beslut-{decision.Id.Value:N}")!;

        Assert.Contains(receipt.Reference!.Text, shown.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ni har bekräftat att det stämmer", shown.TextContent, StringComparison.Ordinal);
        Assert.Null(shown.QuerySelector("button[value=stammer]"));
        Assert.Empty(await ekero.Ask(new MessagesAbout(decision.Id)));
        Assert.DoesNotContain((await site.App.As("kommun-0180").Ask(new WhatAppliesToUs(Typed.Slug2016)))!.Decisions, d => d.Receipts.Count > 0);

        async Task<IReadOnlyList<OutgoingMessage>> Ours() => (await ekero.Ask(new WhatAppliesToUs(Typed.Slug2016)))!.Decisions.Single(d => d.Decision.Id == decision.Id).Receipts;
    }

    [Fact]
    public async Task A_correction_deals_with_what_was_asked_for_and_can_be_confirmed_anew()
    {
        var decision = await Registrar.Log2016("0180", Typed.Adopts);
        Assert.Null((await Registrar.Run(decision)).Refusal);
        var stockholm = site.App.As("kommun-0180");
        await stockholm.Run(new SayAboutDecision(decision.Id, "Paragrafen är 68."));

        site.App.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Null((await Registrar.Run(new CorrectDecision(decision.Id, Seen: 1, Typed.Adopts, Typed.Details with { Paragraph = "§ 68" }, "Kommunen bad om det."))).Refusal);

        Assert.DoesNotContain(await Registrar.Ask(new Objections()), o => o.Decision == decision.Id);
        Assert.Null(Assert.Single((await stockholm.Ask(new WhatAppliesToUs(Typed.Slug2016)))!.Decisions, d => d.Decision.Id == decision.Id).Last);
        Assert.Equal(RemarkRefusals.NotYours, (await site.App.As("kommun-0125").Run(new SayAboutDecision(decision.Id, null))).Refusal);
    }

    [Fact]
    public async Task A_document_that_was_put_with_a_registered_decision_is_told_as_that_and_is_gone_when_it_is_loosened()
    {
        var decision = await Registrar.Log2016("0180", Typed.Adopts with { DecidedOn = new DateOnly(2016, 10, 4), ArrivedOn = new DateOnly(2016, 10, 5) });
        Assert.Null((await Registrar.Run(decision)).Refusal);
        var item = await site.App.As("kommun-0180").Sends();
        Assert.Null((await Registrar.Run(new PutWithDecision(item, decision.Id) { About = [(decision.Municipality, decision.Recommendation)], Documents = [(await Registrar.Ask(new ItemDesk(item)))!.Item.OriginalId] })).Refusal);
        using var stockholm = await site.As("kommun-0180");

        using var receipt = await stockholm.Page($"/min-kommun/skickat/{item.Value}");
        using var with = await stockholm.Page(Of2016);
        Assert.Equal("Handlingen är lagd till ert registrerade beslut.", Text(receipt, "h1"));
        Assert.DoesNotContain("registrerat beslutet", Text(receipt, "main"), StringComparison.Ordinal);
        Assert.Contains("Lagt till ert beslut", Text(with, "#skickat tbody"), StringComparison.Ordinal);
        Assert.NotEmpty(with.QuerySelectorAll($"#beslut-{decision.Id.Value:N} a[href^='/handlingar/']"));

        Assert.Null((await Registrar.Run(new LoosenItem(item, decision.Id, "Hör till en annan fråga."))).Refusal);
        using var without = await stockholm.Page(Of2016);
        Assert.Empty(without.QuerySelectorAll($"#beslut-{decision.Id.Value:N} a[href^='/handlingar/']"));
    }

    [Fact]
    public async Task Whoever_has_said_all_that_can_be_said_is_told_so()
    {
        var decision = await Registrar.Log2016("0125", Typed.Adopts with { DecidedOn = new DateOnly(2016, 10, 4), ArrivedOn = new DateOnly(2016, 10, 5) });
        Assert.Null((await Registrar.Run(decision)).Refusal);
        for (var time = 1; time <= DecisionRemark.Most; time++) Assert.Null((await site.App.As("kommun-0125").Run(new SayAboutDecision(decision.Id, $"Fel {time}."))).Refusal);
        using var ekero = await site.As("kommun-0125");

        using var page = await ekero.Page(Of2016);
        var shown = page.GetElementById($"beslut-{decision.Id.Value:N}")!;

        Assert.Empty(shown.QuerySelectorAll("form"));
        Assert.Contains(ReceiptRefusals.AnsweredEnough.Sentence, shown.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_was_begun_is_not_replaced_by_one_to_another_recommendation_before_it_is_thrown_away()
    {
        await using var earlier = new LoggingSite();
        await earlier.InitializeAsync();
        earlier.App.Clock.Set(new DateOnly(2024, 6, 3));
        using var ekero = await earlier.As("kommun-0125");
        (string, string)[] other = [("rekommendation", "2018-kunskapsstyrning"), ("organ", "Socialnämnden")];
        using var begun = await ekero.PostFile("/min-kommun/skicka", "/min-kommun/skicka", ("Utdrag.pdf", Files.PdfBytes), ToSend.Fields(("sammantradesdag", "4 mars 2024"), ("senare", "1")));
        Assert.Equal("/min-kommun", begun.Headers.Location?.ToString());

        using var opened = await ekero.Page("/min-kommun/skicka?rekommendation=2018-kunskapsstyrning");
        Assert.Contains("Ni har ett påbörjat svar", opened.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(opened.QuerySelector("form.send"));
        using var posted = await ekero.PostForm("/min-kommun/skicka", ToSend.Fields(other));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, posted.StatusCode);
        Assert.Equal("Utdrag.pdf", (await earlier.App.As("kommun-0125").Ask(new SendingDesk()))!.Draft!.FileName);

        using var thrown = await ekero.Post("/min-kommun/skicka", "/min-kommun/skicka/kasta", ("rekommendation", "2018-kunskapsstyrning"));
        Assert.Equal("/min-kommun/skicka?rekommendation=2018-kunskapsstyrning", thrown.Headers.Location?.ToString());
        using var anew = await ekero.Page(thrown.Headers.Location!.ToString());
        Assert.Equal("2018-kunskapsstyrning", anew.QuerySelector("#rekommendation option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Whoever_asks_to_answer_what_is_over_is_told_so()
    {
        using var ekero = await site.As("kommun-0125");

        using var page = await ekero.Page("/min-kommun/skicka?rekommendation=" + Typed.Slug2016);

        Assert.Contains("Rekommendationen ni valde går inte att svara på.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_sent_by_somebody_who_now_belongs_elsewhere_is_still_there()
    {
        var person = new Person(new PersonId(Guid.CreateVersion7()), "flyttar", "Flyttar Snart", Role.MunicipalUser, new MunicipalityCode("0180"));
        await Own($"INSERT INTO person (id, login, name, role, municipality_code) VALUES ('{person.Id.Value}', 'flyttar', 'Flyttar Snart', 'MunicipalUser', '0180')");
        var item = await new Acting(site.App.Runner, Web.UseCases.Actor.Of(person)).Sends();
        await Own($"UPDATE person SET municipality_code = '0125' WHERE id = '{person.Id.Value}'");
        using var stockholm = await site.As("kommun-0180");

        using var receipt = await stockholm.Page($"/min-kommun/skickat/{item.Value}");

        Assert.Contains("av en tidigare användare", Text(receipt, ".eyebrow"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_similar_municipalities_have_decided_is_shown_only_where_status_is_public()
    {
        using var ekero = await site.As("kommun-0125");
        using var anyone = site.Anyone();

        using var own = await ekero.Page(Of2016);
        using var open = await anyone.Page($"/kommuner/0125?rekommendation={Typed.Slug2016}");
        Assert.Equal(6, own.QuerySelectorAll("#liknande > table tbody tr").Length);
        Assert.Equal(25, open.QuerySelectorAll("#liknande details tbody tr").Length);

        await using var closed = new LoggingSite();
        await closed.InitializeAsync();
        await Close(closed.App.OwnerConnectionString);
        using var ekeroThere = await closed.As("kommun-0125");
        using var anyoneThere = closed.Anyone();
        using var hidden = await ekeroThere.Page(Of2016);
        using var hiddenFromAll = await anyoneThere.Page($"/kommuner/0125?rekommendation={Typed.Slug2016}");
        Assert.Null(hidden.QuerySelector("#liknande"));
        Assert.Null(hiddenFromAll.QuerySelector("#liknande"));
        Assert.Contains("Er status", Text(hidden, ".facts"), StringComparison.Ordinal);
    }

    private static DecisionContent Adopts2024 { get; } = Typed.Adopts with { DecidedOn = new DateOnly(2025, 3, 4), ArrivedOn = new DateOnly(2025, 11, 24) };

    private async Task Own(string sql)
    {
        await using var source = NpgsqlDataSource.Create(site.App.OwnerConnectionString);
        await using var command = source.CreateCommand($"SELECT set_config('app.scope', 'sign-in', true); {sql}");
        await command.ExecuteNonQueryAsync();
    }

    private static async Task Close(string ownerConnectionString)
    {
        await using var source = NpgsqlDataSource.Create(ownerConnectionString);
        await using var command = source.CreateCommand($"UPDATE recommendation SET publicity = 'FeesPublic' WHERE slug = '{Typed.Slug2016}'");
        await command.ExecuteNonQueryAsync();
    }

    private static string Text(IParentNode page, string selector) =>
        string.Join(' ', page.QuerySelector(selector)!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
