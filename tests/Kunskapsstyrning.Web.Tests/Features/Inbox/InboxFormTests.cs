using System.Net;
using System.Text;
using AngleSharp.Dom;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Persistence.ReferenceData;
using Kunskapsstyrning.Web.Features.Inbox;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Kunskapsstyrning.Web.Tests.Features.Reading;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Inbox;

/// <summary>The inbox by plain form posts, without script.</summary>
public sealed class InboxFormTests(LoggingSite site) : IClassFixture<LoggingSite>
{
    private const string Inbox = "/inkorg";

    private TestApp App => site.App;

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "kommun", "Xköping", "Det finns ingen kommun" },
        { "aven", "Salem, Xköping", "Det finns ingen kommun som heter ”Xköping”" },
        { "rekommendation", "2099-okand", "Det finns ingen sådan rekommendation" },
        { "utfall", "", "Välj kommunens ställningstagande" },
        { "niva", "", "Välj om det är ett förslag" },
        { "sammantradesdag", "", "Ett slutligt beslut behöver sin sammanträdesdag" },
        { "sammantradesdag", "2099-01-01", "ligger i framtiden" },
        { "inkommet", "2016-09-01", "kan inte ha kommit in före" },
        { "avsandare", "ingen adress", "Skriv avsändarens e-postadress" },
    };

    [Fact]
    public async Task No_outcome_is_chosen_for_any_example_nor_for_documents_of_the_reading_set()
    {
        using var registrar = await site.As("registrator");
        var arrived = new List<ArrivedItemId>();
        foreach (var example in Web.Example.Messages.Of(ReferenceFiles.Read(), new HashSet<MunicipalityCode>()).Select(s => s.Command).OfType<TakeIn>())
            arrived.Add(await App.Arrives(example.Name, example.Bytes, example.Way).AndIsRead(App));
        var set = Directory.GetFiles(ReadingSet()).Where(f => Path.GetExtension(f) is ".eml" or ".txt" or ".docx").Order(StringComparer.Ordinal).ToList();
        foreach (var file in set.Where((_, number) => number % 2 == 0)) arrived.Add(await App.Arrives(Path.GetFileName(file), await File.ReadAllBytesAsync(file), ArrivalWay.Dropped).AndIsRead(App));

        var (filled, proposals) = (0, 0);
        foreach (var item in arrived)
        {
            using var page = await registrar.Page(Urls.ToItem(item));
            Assert.Equal(DecisionOutcomes, page.QuerySelectorAll("#registrera input[name=utfall]").Length);
            Assert.Empty(page.QuerySelectorAll("input[name=utfall][checked]"));
            Assert.DoesNotContain(page.Fields(), f => f.Name == "utfall");
            if (page.GetElementById("kommun")!.GetAttribute("value") is { Length: > 0 }) filled++;
            if (page.QuerySelector("#niva option[selected]")?.GetAttribute("value") == "forslag") proposals++;
        }

        Assert.True(arrived.Count > 30, "The examples and the set are not there.");
        Assert.True(filled > arrived.Count / 2, "The forms are not filled in, so that they say nothing.");
        Assert.True(proposals > 3, "No proposals among them.");
    }

    [Fact]
    public async Task Saving_registers_it_with_its_file_and_receipt_and_opens_the_next()
    {
        using var registrar = await site.As("registrator");
        var next = await App.Arrives(new Letter { Subject = "Nästa" }).AndIsRead(App);
        var item = await App.Arrives(new Letter { Files = [new LetterFile("Utdrag § 67.pdf", Files.NewPdf())] }).AndIsRead(App);
        using var page = await registrar.Page(Urls.ToItem(item));

        using var answer = await registrar.Post(Urls.ToItem(item), Urls.ToItem(item), page.Fields([.. Typed.Form(("kommun", "Arboga")), ("kvitto", "ja")]));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.StartsWith(Urls.ToItem(next), answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal("Done", await App.StateOf(item));
        Assert.Equal("Utdrag § 67.pdf", await App.Read<string>("SELECT file_name FROM document JOIN decision_document ON document_id = document.id WHERE decision_document.municipality_code = '1984'"));
        Assert.Equal("registrator@kommun.example", await App.Read<string>("SELECT recipient FROM outgoing_message WHERE municipality_code = '1984'"));
        using var after = await registrar.Page(answer.Headers.Location.OriginalString);
        Assert.Contains("Arboga", after.GetElementById("sparat")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(after.QuerySelectorAll("input[name=utfall][checked]"));
    }

    [Fact]
    public async Task Whoever_saves_while_others_have_the_rest_open_is_told_so_and_sent_to_none_of_it()
    {
        await using var alone = new LoggingSite();
        await alone.InitializeAsync();
        var other = await alone.App.Arrives(new Letter { Subject = "Öppet hos någon annan" }).AndIsRead(alone.App);
        var item = await alone.App.Arrives(new Letter()).AndIsRead(alone.App);
        Assert.Null((await alone.App.As(Role.Officer).Run(new BePresent(other))).Refusal);
        using var registrar = await alone.As("registrator");
        using var page = await registrar.Page(Urls.ToItem(item));

        using var saved = await registrar.Post(Urls.ToItem(item), Urls.ToItem(item), page.Fields([.. Typed.Form(("kommun", "Arboga"))]));
        using var after = await registrar.Page(saved.Headers.Location!.OriginalString);

        Assert.Equal(Urls.ToItemDone(null, "upptaget", item), saved.Headers.Location.OriginalString);
        Assert.Contains("Sparat. Det som är kvar har någon annan öppet.", after.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_registration_and_goes_on_both_times()
    {
        using var registrar = await site.As("registrator");
        var item = await App.Arrives(new Letter()).AndIsRead(App);
        using var page = await registrar.Page(Urls.ToItem(item));
        var form = page.Fields([.. Typed.Form(("kommun", "Köping")), ("kvitto", "ja")]);

        using var first = await registrar.Post(Inbox, Urls.ToItem(item), form);
        using var second = await registrar.Post(Inbox, Urls.ToItem(item), form);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.StatusCode, second.StatusCode));
        Assert.Equal(1, await App.Count("decision WHERE municipality_code = '1983'"));
        Assert.Equal(1, await App.Count("outgoing_message WHERE municipality_code = '1983'"));
    }

    [Fact]
    public async Task A_joint_body_s_form_sent_twice_is_one_registration_for_each_municipality()
    {
        using var registrar = await site.As("registrator");
        var item = await App.Arrives(new Letter()).AndIsRead(App);
        using var page = await registrar.Page(Urls.ToItem(item));
        var form = page.Fields([.. Typed.Form(("kommun", "Sala")), ("aven", "Heby, 1960")]);

        using var first = await registrar.Post(Inbox, Urls.ToItem(item), form);
        using var second = await registrar.Post(Inbox, Urls.ToItem(item), form);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.StatusCode, second.StatusCode));
        Assert.Equal("0331 1960 1981", await App.Read<string>($"SELECT string_agg(municipality_code, ' ' ORDER BY municipality_code) FROM item_decision JOIN decision ON decision.id = decision_id WHERE item_id = '{item.Value}'"));
    }

    [Theory, MemberData(nameof(Wrong))]
    public async Task What_is_wrong_is_said_at_its_field_what_was_typed_is_kept_and_nothing_is_stored(string field, string value, string sentence)
    {
        using var registrar = await site.As("registrator");
        var item = await App.Arrives(new Letter()).AndIsRead(App);
        var stored = await App.Count("decision");
        using var page = await registrar.Page(Urls.ToItem(item));
        var typed = Typed.Form(("organ", "Vård & omsorg ”nord”")).Append(("kvitto", "ja")).Where(f => f.Item1 != field).Append((field, value));

        using var answer = await registrar.Post(Inbox, Urls.ToItem(item), page.Fields(typed));
        using var again = await SignedInBrowser.Read(answer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.StartsWith("Fel:", again.Title!, StringComparison.Ordinal);
        Assert.Contains(sentence, again.GetElementById("fel")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(sentence, again.GetElementById($"{field}-fel")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Vård & omsorg ”nord”", again.GetElementById("organ")!.GetAttribute("value"));
        Assert.Equal(stored, await App.Count("decision"));
        Assert.Equal("ToRegister", await App.StateOf(item));
    }

    [Fact]
    public async Task Who_saves_what_somebody_else_has_registered_is_told_and_sees_what_was_typed()
    {
        using var registrar = await site.As("registrator");
        using var officer = await site.As("handlaggare");
        var item = await App.Arrives(new Letter()).AndIsRead(App);
        using var page = await registrar.Page(Urls.ToItem(item));
        using var officers = await officer.Page(Urls.ToItem(item));
        using var first = await officer.Post(Inbox, Urls.ToItem(item), officers.Fields(Typed.Form(("kommun", "Fagersta"))));

        using var answer = await registrar.Post(Inbox, Urls.ToItem(item), page.Fields(Typed.Form(("kommun", "Fagersta"), ("paragraf", "§ 912"), ("skal", "Det jag skrev."))));
        using var told = await SignedInBrowser.Read(answer);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity), (first.StatusCode, answer.StatusCode));
        Assert.Contains("redan registrerat", told.GetElementById("fel")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("§ 912", told.QuerySelector("section[aria-labelledby=h-skrev]")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal(1, await App.Count($"item_decision WHERE item_id = '{item.Value}'"));
    }

    [Fact]
    public async Task A_proposal_saved_with_a_question_queues_it_and_plans_to_look_again()
    {
        using var registrar = await site.As("registrator");
        var item = await App.Arrives(new Letter()).AndIsRead(App);
        using var page = await registrar.Page(Urls.ToItem(item));

        using var answer = await registrar.Post(Inbox, Urls.ToItem(item), page.Fields([.. Typed.Form(("kommun", "Norberg"), ("niva", "forslag")), ("be", "1"), ("kvitto", "")]));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("AskForFinalDecision", await App.Read<string>("SELECT kind FROM outgoing_message JOIN municipality ON code = municipality_code WHERE name = 'Norberg'"));
        Assert.Equal(new DateOnly(2026, 1, 8), await App.Read<DateOnly>("SELECT day FROM follow_up JOIN municipality ON code = municipality_code WHERE name = 'Norberg'"));
    }

    [Fact]
    public async Task What_is_undone_from_the_next_page_is_in_the_inbox_again()
    {
        using var registrar = await site.As("registrator");
        var item = await App.Arrives(new Letter()).AndIsRead(App);
        using var page = await registrar.Page(Urls.ToItem(item));
        var form = page.Fields(Typed.Form(("kommun", "Hallstahammar")));
        using var saved = await registrar.Post(Inbox, Urls.ToItem(item), form);

        using var undone = await registrar.Post(Inbox, $"/beslut/{form.First(f => f.Name == "id").Value}/angra", ("version", "1"));

        Assert.Equal(HttpStatusCode.SeeOther, undone.StatusCode);
        Assert.Equal("ToRegister", await App.StateOf(item));
    }

    [Theory]
    [InlineData("lagg-till", "Hallsberg", 1, "Done")]
    [InlineData("nytt", "Degerfors", 2, "Done")]
    [InlineData("slang", "Kumla", 1, "SetAside")]
    public async Task What_may_be_registered_already_is_shown_beside_what_is_typed_and_a_person_chooses(string way, string municipality, int decisions, string state)
    {
        using var registrar = await site.As("registrator");
        var (one, other) = (await App.Arrives(new Letter { Text = $"{way} ett" }).AndIsRead(App), await App.Arrives(new Letter { Text = $"{way} två" }).AndIsRead(App));
        using var first = await registrar.Page(Urls.ToItem(one));
        using var second = await registrar.Page(Urls.ToItem(other));
        using var saved = await registrar.Post(Inbox, Urls.ToItem(one), first.Fields(Typed.Form(("kommun", municipality))));

        using var demanded = await registrar.Post(Inbox, Urls.ToItem(other), second.Fields(Typed.Form(("kommun", municipality), ("utfall", "avstar"))));
        using var choosing = await SignedInBrowser.Read(demanded);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity), (saved.StatusCode, demanded.StatusCode));
        Assert.Equal("#val", choosing.QuerySelector("#fel a")!.GetAttribute("href"));
        Assert.Contains("Antar", choosing.QuerySelector("#val .pairs ins")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, choosing.QuerySelectorAll("#val input[name=val]").Length);
        Assert.Equal("ToRegister", await App.StateOf(other));

        var value = choosing.QuerySelector($"#val input[value^='{way}']")!.GetAttribute("value")!;
        using var chosen = await registrar.Post(Inbox, Urls.ToItem(other), choosing.Fields(("val", value)));

        Assert.Equal(HttpStatusCode.SeeOther, chosen.StatusCode);
        Assert.Equal(state, await App.StateOf(other));
        Assert.Equal(decisions, await App.Count($"decision JOIN municipality ON code = municipality_code WHERE name = '{municipality}'"));
        if (way == "nytt") return;
        using var after = await registrar.Page(chosen.Headers.Location!.OriginalString);
        Assert.Equal(Urls.ToItem(other), after.QuerySelector(".note.done a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_page_keeps_room_for_its_picture_with_its_words_below()
    {
        using var registrar = await site.As("registrator");
        var item = await App.Arrives("utdrag.pdf", Pdfs.Of("Socialnämnden\n§ 67 Dnr SN16/103\nNämnden beslutar att anta rekommendationen och betala avgiften varje år till dess att annat sägs"), ArrivalWay.Dropped).AndIsRead(App);

        using var page = await registrar.Page(Urls.ToItem(item));

        var picture = page.QuerySelector("#sidorna .page img")!;
        Assert.Equal(("595", "842"), (picture.GetAttribute("width"), picture.GetAttribute("height")));
        Assert.Contains("SN16/103", page.QuerySelector("#som-text .sheet")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("#som-text", page.QuerySelector(".to-text a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_photograph_is_served_as_one_also_when_nothing_can_be_read_in_it()
    {
        byte[] photograph =
        [
            0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 0x4A, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0,
            0xFF, 0xC0, 0, 17, 8, 0, 16, 0, 32, 3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1, 0xFF, 0xD9,
        ];
        using var registrar = await site.As("registrator");
        var item = await App.Arrives("foto.jpg", photograph, ArrivalWay.Dropped).AndIsRead(App);

        using var page = await registrar.Page(Urls.ToItem(item));
        using var picture = await registrar.Get(page.QuerySelector("#sidorna .page img")!.GetAttribute("src")!);

        Assert.Equal((HttpStatusCode.OK, "image/jpeg"), (picture.StatusCode, picture.Content.Headers.ContentType?.MediaType));
        Assert.Null(page.GetElementById("som-text"));
    }

    [Fact]
    public async Task Those_that_are_waited_for_stand_under_the_same_folders_as_the_rest()
    {
        using var registrar = await site.As("registrator");

        using var inbox = await registrar.Page(Inbox);
        using var waiting = await registrar.Page(Urls.Waiting);

        Assert.Equal(Urls.Waiting, waiting.QuerySelector("nav[aria-label=Mappar] a[aria-current=page]")!.GetAttribute("href"));
        Assert.Equal(Tabs(inbox), Tabs(waiting));

        static IReadOnlyList<string> Tabs(IDocument page) => [.. page.QuerySelectorAll("nav[aria-label=Mappar] a").Select(a => $"{a.GetAttribute("href")} {a.TextContent}")];
    }

    [Fact]
    public async Task What_is_not_chosen_does_not_come_along_to_a_decision_that_stands()
    {
        using var registrar = await site.As("registrator");
        var standing = await App.As(Role.Registrar).Log2016("1883", Typed.Adopts);
        Assert.True((await App.As(Role.Registrar).Run(standing)).IsDone);
        var item = await App.Arrives(new Letter { Files = [new LetterFile("ett.pdf", Files.NewPdf()), new LetterFile("hemligt.txt", "Ska inte med."u8.ToArray())] });
        (string, string)[] Form(string part) => [("kommun", "Karlskoga"), ("val", TwinChoice.AttachTo(standing.Id)), ("sedda", standing.Id.Value.ToString()), ("del", part)];

        using var none = await registrar.Post(Inbox, Urls.ToItem(item), Typed.Form(Form("")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
        using var chosen = await registrar.Post(Inbox, Urls.ToItem(item), Typed.Form(Form("2")));

        Assert.Equal(HttpStatusCode.SeeOther, chosen.StatusCode);
        Assert.Equal("ett.pdf", await App.Read<string>($"SELECT string_agg(file_name, ' ') FROM decision_document JOIN document ON document.id = document_id WHERE decision_id = '{standing.Id.Value}'"));
    }

    [Fact]
    public async Task Set_aside_and_taken_back_by_their_buttons()
    {
        using var registrar = await site.As("registrator");
        var item = await App.Arrives(new Letter { Subject = "Autosvar" }).AndIsRead(App);

        using var unreasoned = await registrar.Post(Inbox, Urls.ToSetAside(item), ("skal-at-sidan", " "));
        using var aside = await registrar.Post(Inbox, Urls.ToSetAside(item), ("skal-at-sidan", "Autosvar"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (unreasoned.StatusCode, aside.StatusCode));
        Assert.Equal("SetAside", await App.StateOf(item));

        using var back = await registrar.Post(Inbox, Urls.ToReopen(item));
        Assert.Equal(HttpStatusCode.SeeOther, back.StatusCode);
        Assert.Equal("ToRegister", await App.StateOf(item));
    }

    [Fact]
    public async Task Files_are_dropped_and_one_that_is_refused_does_not_stop_the_others()
    {
        using var registrar = await site.As("registrator");
        using var form = new MultipartFormDataContent();
        using var page = await registrar.Page(Inbox);
        form.Add(new StringContent(page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken");
        form.Add(new ByteArrayContent("<svg/>"u8.ToArray()), "filer", "bild.svg");
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes("Släppt på sidan.")), "filer", "släppt.txt");

        using var answer = await registrar.PostWhole(Inbox, form);
        using var told = await SignedInBrowser.Read(answer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("bild.svg: Filens innehåll är av en sort som inte tas emot", told.GetElementById("fel")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 fil togs emot", told.QuerySelector("main")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal("Dropped", await App.Read<string>("SELECT arrival_way FROM arrived_item WHERE arrival_subject = 'släppt.txt'"));
    }

    [Theory]
    [InlineData("lasare")]
    [InlineData("revisor")]
    [InlineData("kommun-0125")]
    public async Task The_wrong_role_may_neither_look_nor_do_anything(string login)
    {
        using var browser = await site.As(login);
        var item = await App.Arrives(new Letter());

        foreach (var address in (string[])[Inbox, Urls.ToItem(item)])
        {
            using var looked = await browser.Get(address);
            Assert.Equal(HttpStatusCode.Forbidden, looked.StatusCode);
        }

        foreach (var address in (string[])[Inbox, Urls.ToItem(item), Urls.ToSetAside(item), Urls.ToReopen(item), Urls.ToPutWith(item), Urls.ToPresence(item)])
        {
            using var done = await browser.Post("/", address, Typed.Form());
            Assert.Equal(HttpStatusCode.Forbidden, done.StatusCode);
        }

        Assert.Equal("ToRegister", await App.StateOf(item));
    }

    [Fact]
    public async Task A_post_without_its_token_does_nothing()
    {
        using var registrar = await site.As("registrator");
        var item = await App.Arrives(new Letter());

        foreach (var address in (string[])[Inbox, Urls.ToItem(item), Urls.ToSetAside(item), Urls.ToReopen(item), Urls.ToPutWith(item), Urls.ToPresence(item)])
        {
            using var answer = await registrar.PostBare(address, Typed.Form().Append(("skal-at-sidan", "Dubblett")));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        Assert.Equal("ToRegister", await App.StateOf(item));
    }

    [Fact]
    public async Task What_is_not_there_is_said_not_to_be_there()
    {
        using var registrar = await site.As("registrator");
        var unknown = new ArrivedItemId(Guid.NewGuid());

        using var looked = await registrar.Get(Urls.ToItem(unknown));
        Assert.Equal(HttpStatusCode.NotFound, looked.StatusCode);
        foreach (var address in (string[])[Urls.ToItem(unknown), Urls.ToSetAside(unknown), Urls.ToReopen(unknown), Urls.ToPutWith(unknown)])
        {
            using var answer = await registrar.Post(Inbox, address, Typed.Form().Append(("skal-at-sidan", "Dubblett")));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Who_has_not_signed_in_is_sent_to_do_so()
    {
        using var anyone = site.Anyone();

        using var answer = await anyone.Get(Inbox);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/logga-in?returnUrl=%2Finkorg", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Who_else_has_it_open_is_shown_by_name()
    {
        using var registrar = await site.As("registrator");
        using var officer = await site.As("handlaggare");
        var item = await App.Arrives(new Letter()).AndIsRead(App);
        using var opened = await officer.Get(Urls.ToItem(item));

        using var page = await registrar.Page(Urls.ToItem(item));

        Assert.Contains(App.As("handlaggare").Actor.Name, page.QuerySelector(".others")!.TextContent, StringComparison.Ordinal);
    }

    private static int DecisionOutcomes => Enum.GetValues<Outcome>().Length;

    private static string ReadingSet()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "tests", "ReadingSet"))) folder = folder.Parent;
        return Path.Combine(folder!.FullName, "tests", "ReadingSet");
    }
}
