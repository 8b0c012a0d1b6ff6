using System.Net;
using Kunskapsstyrning.Web.Features.Documents;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Logging;

/// <summary>Logging by plain form posts, without script.</summary>
public sealed class LogFormTests(LoggingSite site) : IClassFixture<LoggingSite>
{
    private const string Log = "/registrera";

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "kommun", "Xköping", "Det finns ingen kommun" },
        { "kommun", "9999", "Det finns ingen kommun" },
        { "kommun", "", "Ange vilken kommun" },
        { "rekommendation", "2099-okand", "Det finns ingen sådan rekommendation" },
        { "utfall", "", "Välj kommunens ställningstagande" },
        { "niva", "", "Välj om det är ett förslag" },
        { "sammantradesdag", "", "Ett slutligt beslut behöver sin sammanträdesdag" },
        { "sammantradesdag", "2099-01-01", "ligger i framtiden" },
        { "sammantradesdag", "2016-01-15", "före styrelsens beslut" },
        { "sammantradesdag", "i går", "Det går inte att läsa sammanträdesdagen" },
        { "inkommet", "2099-01-01", "ligger i framtiden" },
        { "inkommet", "2016-09-01", "kan inte ha kommit in före" },
        { "forsta-avgiftsar", "1999", "utanför de år" },
        { "forsta-avgiftsar", "tjugosjutton", "Det går inte att läsa året" },
        { "villkor", "Om fler är med.", "hör till Antar med förbehåll" },
    };

    public static TheoryData<string, string> Spellings => new()
    {
        { "0125", "Ekerö" }, { "ekerö kommun", "Ekerö" }, { "EKERO", "Ekerö" }, { "0125 Ekerö", "Ekerö" }, { "Malmö stad", "Malmö" }, { "Stockholms stad", "Stockholm" },
        { "Gotland", "Gotland" }, { "Region Gotland", "Gotland" }, { "Upplands-Väsby", "Upplands Väsby" }, { "Habo", "Habo" }, { "Håbo", "Håbo" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task What_is_wrong_is_said_at_its_field_what_was_typed_is_kept_and_nothing_is_stored(string field, string value, string sentence)
    {
        using var registrar = await site.As("registrator");
        var stored = await site.App.Read<long>("SELECT count(*) FROM decision");

        using var answer = await registrar.Post(Log, Log, Typed.Form((field, value), ("organ", "Vård & omsorg ”nord”")));
        using var page = await SignedInBrowser.Read(answer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.StartsWith("Fel:", page.Title!, StringComparison.Ordinal);
        Assert.Contains(sentence, page.QuerySelector($"#fel a[href='#{field}']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(sentence, page.GetElementById($"{field}-fel")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.GetElementById(field));
        Assert.Equal("Vård & omsorg ”nord”", page.GetElementById("organ")!.GetAttribute("value"));
        Assert.Equal("SN16/103", page.GetElementById("dnr")!.GetAttribute("value"));
        Assert.Equal(stored, await site.App.Read<long>("SELECT count(*) FROM decision"));
    }

    [Theory, MemberData(nameof(Spellings))]
    public async Task A_municipality_is_found_by_code_and_name_however_it_is_written(string typed, string name)
    {
        using var registrar = await site.As("registrator");

        using var answer = await registrar.Post(Log, Log, Typed.Form(("kommun", typed), ("niva", "forslag"), ("paragraf", $"§ {typed.Sum(letter => letter)}"), ("sammantradesdag", "")));
        using var page = await registrar.Page(answer.Headers.Location!.OriginalString);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains($"{name} är registrerat som På väg.", page.GetElementById("sparat")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Typed.Slug2016, page.QuerySelector("#rekommendation option[selected]")!.GetAttribute("value"));
        Assert.Equal("", page.GetElementById("kommun")!.GetAttribute("value") ?? "");
        Assert.Empty(page.QuerySelectorAll("input[name=utfall][checked]"));
    }

    [Fact]
    public async Task The_form_opens_with_nothing_chosen_and_today_as_the_day_it_came()
    {
        using var registrar = await site.As("registrator");

        using var page = await registrar.Page($"{Log}?kommun=0125&rekommendation={Typed.Slug2016}");

        Assert.Empty(page.QuerySelectorAll("input[name=utfall][checked]"));
        Assert.Equal("Ekerö", page.GetElementById("kommun")!.GetAttribute("value"));
        Assert.Equal("2025-11-24", page.GetElementById("inkommet")!.GetAttribute("value"));
        Assert.Contains("9\u00A0500\u00A0kr", page.QuerySelector(".beside")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("30\u00A0september\u00A02016", page.QuerySelector(".beside")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/kommuner?sok=")]
    [InlineData("/registrera?sok=")]
    [InlineData("/api/v1/municipalities?sok=")]
    public async Task An_address_that_is_too_long_is_answered_with_a_sentence(string address)
    {
        using var registrar = await site.As("registrator");

        using var answer = await registrar.Get(address + new string('a', 20_000));

        Assert.Equal(HttpStatusCode.RequestUriTooLong, answer.StatusCode);
        Assert.Contains("Adressen är för lång.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_cut_off_on_its_way_is_answered_with_a_sentence()
    {
        using var registrar = await site.As("registrator");
        using var cutOff = new StringContent("--b\r\nContent-Disposition: form-data; name=\"kommun\"\r\n\r\nEker");
        cutOff.Headers.Remove("Content-Type");
        cutOff.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");

        using var answer = await registrar.PostWhole(Log, cutOff);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Det gick inte att förstå.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Nora", "registrator@kommun.example", "ja", 1)]
    [InlineData("Hällefors", "registrator@kommun.example", null, 0)]
    [InlineData("Kumla", "Registrator vid kansliet", null, 0)]
    [InlineData("Askersund", "", "ja", 0)]
    public async Task A_receipt_goes_to_the_address_that_is_typed_where_it_is_wished_for(string municipality, string sender, string? wished, long receipts)
    {
        using var registrar = await site.As("registrator");
        using var open = await registrar.Page(Log);
        IEnumerable<(string, string)> wish = wished is null ? [] : [("kvitto", wished)];

        using var answer = await registrar.Post(Log, Log, Typed.Form([("kommun", municipality), ("avsandare", sender), .. wish]));
        using var saved = await registrar.Page(answer.Headers.Location!.OriginalString);

        Assert.NotNull(open.QuerySelector("input[name=kvitto][checked]"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(receipts, await site.App.Read<long>($"SELECT count(*) FROM outgoing_message m JOIN municipality ON code = m.municipality_code WHERE name = '{municipality}' AND recipient = '{sender}'"));
        Assert.Equal(receipts == 1, saved.GetElementById("sparat")!.TextContent.Contains($"Kvitto går till {sender}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_receipt_that_cannot_be_addressed_is_asked_about_and_one_that_can_is_shown_before()
    {
        using var registrar = await site.As("registrator");

        using var asked = await registrar.Post(Log, Log, Typed.Form(("kommun", "Degerfors"), ("avsandare", "Kansliet"), ("kvitto", "ja")));
        using var wrong = await SignedInBrowser.Read(asked);
        using var looked = await registrar.Post(Log, Log, Typed.Form(("kommun", "Degerfors"), ("avsandare", "registrator@kommun.example"), ("kvitto", "ja"), ("visa", "1")));
        using var shown = await SignedInBrowser.Read(looked);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        Assert.Contains("välj bort kvittot", wrong.GetElementById("avsandare-fel")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("registrerat det för Degerfors kommun", shown.QuerySelector(".beside .letter")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await site.App.Read<long>("SELECT count(*) FROM outgoing_message WHERE municipality_code = '1862'"));
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_registration()
    {
        using var registrar = await site.As("registrator");
        var form = Typed.Form(("kommun", "Boden"), ("id", Guid.NewGuid().ToString()));

        using var first = await registrar.Post(Log, Log, form);
        using var second = await registrar.Post(Log, Log, form);

        Assert.Equal((HttpStatusCode.SeeOther, first.Headers.Location), (second.StatusCode, second.Headers.Location));
        Assert.Equal(1, await site.App.Read<long>("SELECT count(*) FROM decision WHERE municipality_code = '2582'"));
    }

    [Fact]
    public async Task What_may_be_registered_already_is_shown_and_is_saved_only_when_a_person_has_chosen()
    {
        using var registrar = await site.As("registrator");
        using var first = await registrar.Post(Log, Log, Typed.Form(("kommun", "Pajala")));

        using var demanded = await registrar.Post(Log, Log, Typed.Form(("kommun", "Pajala"), ("utfall", "avstar")));
        using var choosing = await SignedInBrowser.Read(demanded);
        var seen = choosing.QuerySelector("#val input[name=sedda]")!.GetAttribute("value")!;
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity), (first.StatusCode, demanded.StatusCode));
        Assert.Equal(1, await site.App.Read<long>("SELECT count(*) FROM decision WHERE municipality_code = '2521'"));

        using var thrown = await registrar.Post(Log, Log, Typed.Form(("kommun", "Pajala"), ("utfall", "avstar"), ("val", "slang"), ("sedda", seen)));
        using var without = await registrar.PostForm(Log, Typed.Form(("kommun", "Pajala"), ("val", $"lagg-till:{seen}"), ("sedda", seen)));
        using var attached = await registrar.PostFile(Log, Log, ("Justerat.txt", "Justerat utdrag."u8.ToArray()), Typed.Form(("kommun", "Pajala"), ("val", $"lagg-till:{seen}"), ("sedda", seen)));
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (thrown.StatusCode, without.StatusCode, attached.StatusCode));
        Assert.Equal($"/beslut/{seen}", attached.Headers.Location!.OriginalString);
        Assert.Equal(1, await site.App.Read<long>("SELECT count(*) FROM decision WHERE municipality_code = '2521'"));

        using var beside = await registrar.Post(Log, Log, Typed.Form(("kommun", "Pajala"), ("utfall", "avstar"), ("val", "nytt"), ("sedda", seen)));
        Assert.Equal(HttpStatusCode.SeeOther, beside.StatusCode);
        Assert.Equal(2, await site.App.Read<long>("SELECT count(*) FROM decision WHERE municipality_code = '2521'"));
    }

    [Fact]
    public async Task A_file_is_stored_with_its_hash_under_a_clean_name()
    {
        using var registrar = await site.As("registrator");

        using var answer = await registrar.PostFile(Log, Log, ("C:\\fynd\\Utdrag § 67.pdf", Files.PdfBytes), Typed.Form(("kommun", "Kiruna")));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("Utdrag § 67.pdf Pdf", await site.App.Read<string>($"SELECT file_name || ' ' || type FROM document WHERE sha256 = '{Files.Pdf.Sha256}'"));
    }

    [Theory]
    [InlineData("<!doctype html><p>inte en pdf", "av en sort som inte tas emot")]
    [InlineData("", "Filen är tom")]
    public async Task A_file_of_the_wrong_kind_or_empty_is_refused_with_the_decision(string content, string sentence)
    {
        using var registrar = await site.As("registrator");

        using var answer = await registrar.PostFile(Log, Log, ("utdrag.pdf", System.Text.Encoding.UTF8.GetBytes(content)), Typed.Form(("kommun", "Gällivare")));
        using var page = await SignedInBrowser.Read(answer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, page.GetElementById("handling-fel")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await site.App.Read<long>("SELECT count(*) FROM decision WHERE municipality_code = '2523'"));
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_with_the_decision_and_the_form_kept()
    {
        using var registrar = await site.As("registrator");
        var bytes = new byte[ReceivedFile.Largest + 1];
        Files.PdfBytes.CopyTo(bytes, 0);

        using var answer = await registrar.PostFile(Log, Log, ("utdrag.pdf", bytes), Typed.Form(("kommun", "Överkalix")));
        using var page = await SignedInBrowser.Read(answer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("för stor", page.GetElementById("handling-fel")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Överkalix", page.GetElementById("kommun")!.GetAttribute("value"));
        Assert.Equal(0, await site.App.Read<long>("SELECT count(*) FROM decision WHERE municipality_code = '2513'"));
    }

    [Fact]
    public async Task A_post_that_is_far_too_large_to_be_read_is_answered_in_swedish()
    {
        using var registrar = await site.As("registrator");

        using var answer = await registrar.PostFile(Log, Log, ("utdrag.pdf", new byte[65 * 1024 * 1024]), Typed.Form(("kommun", "Pajala")));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("Filen är för stor.", (await SignedInBrowser.Read(answer)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_chosen_must_be_chosen_again_and_the_form_says_so()
    {
        using var registrar = await site.As("registrator");

        using var answer = await registrar.PostFile(Log, Log, ("utdrag.pdf", Files.PdfBytes), Typed.Form(("utfall", "")));
        using var page = await SignedInBrowser.Read(answer);

        Assert.Contains("Välj filen igen", page.GetElementById("handling-hint")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_without_its_token_stores_nothing()
    {
        using var registrar = await site.As("registrator");

        using var answer = await registrar.PostBare(Log, Typed.Form(("kommun", "Arjeplog")));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0, await site.App.Read<long>("SELECT count(*) FROM decision WHERE municipality_code = '2506'"));
    }

    [Theory]
    [InlineData("lasare")]
    [InlineData("revisor")]
    [InlineData("kommun-0125")]
    public async Task The_wrong_role_may_not(string login)
    {
        using var browser = await site.As(login);

        using var answer = await browser.Get(Log);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Who_has_not_signed_in_is_sent_to_do_so()
    {
        using var anyone = site.Anyone();

        using var answer = await anyone.Get($"{Log}?kommun=0125");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/logga-in?returnUrl=%2Fregistrera%3Fkommun%3D0125", answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("vk-2016/77")]
    [InlineData("VK - 2016 / 77")]
    [InlineData("§901")]
    [InlineData("nämndsekreterare@")]
    [InlineData("Övertorneå")]
    public async Task What_is_registered_is_found_by_case_number_paragraph_sender_and_municipality(string search)
    {
        using var registrar = await site.As("registrator");
        using var _ = await registrar.Post(Log, Log, Typed.Form(
            ("kommun", "Övertorneå"), ("dnr", "VK-2016/77"), ("paragraf", "§ 901"), ("avsandare", "nämndsekreterare@overtornea.example"), ("id", "0199c0de-0000-7000-8000-000000000077")));

        using var page = await registrar.Page($"{Log}?sok={Uri.EscapeDataString(search)}");

        Assert.Contains("Övertorneå", page.QuerySelector("section[aria-labelledby=h-traffar] th a")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_s_own_registration_of_today_can_be_undone()
    {
        using var registrar = await site.As("registrator");
        var id = Guid.CreateVersion7();
        using var saved = await registrar.Post(Log, Log, Typed.Form(("kommun", "Haparanda"), ("id", id.ToString())));

        using var undone = await registrar.Post(Log, $"/beslut/{id}/angra", ("version", "1"));

        Assert.Equal(HttpStatusCode.SeeOther, undone.StatusCode);
        Assert.Equal(1, await site.App.Read<long>($"SELECT count(*) FROM retraction WHERE decision_id = '{id}'"));
    }
}
