using System.Net;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Start;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Kunskapsstyrning.Web.Tests.Features.SignIn;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Start;

/// <summary>What stands around every answer, whatever it is, and what is told of those who are refused.</summary>
public sealed class SafetyTests(SignInSite site) : IClassFixture<SignInSite>
{
    private const string OfPages = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
    private const string OfFiles = "sandbox; default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    [Theory]
    [InlineData("a page", OfPages)]
    [InlineData("the sign-in page", OfPages)]
    [InlineData("a page that is not there", OfPages)]
    [InlineData("a page for others", OfPages)]
    [InlineData("the API", OfPages)]
    [InlineData("an API address that is not there", OfPages)]
    [InlineData("the style sheet", OfPages)]
    [InlineData("a document", OfFiles)]
    [InlineData("a paper of our own", OfFiles)]
    public async Task Every_answer_carries_the_same_safe_headers(string what, string policy)
    {
        using var answer = await AnswerOf(what);

        Assert.Equal(policy, answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.Equal("max-age=31536000; includeSubDomains", answer.Headers.GetValues("Strict-Transport-Security").Single());
        if (policy == OfFiles) Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
    }

    [Fact]
    public async Task Nothing_is_said_of_https_where_it_is_not_used()
    {
        using var client = site.Client();

        using var answer = await client.GetAsync("http://localhost/");

        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Whoever_is_signed_in_and_may_not_is_told_of_in_the_log()
    {
        var person = await site.Account("nosy@skr.example", Role.Reader);
        using var reader = await site.SignedIn("nosy@skr.example");

        using var refused = await reader.Get("/registrera");

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var line = Assert.Single(site.Log, l => l.Contains(person.Value.ToString(), StringComparison.Ordinal) && l.Contains("refused", StringComparison.Ordinal));
        Assert.Contains("LogDecision at /registrera, from 192.0.2.", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_one_may_not_open_is_told_of_in_the_log()
    {
        var person = await site.Account("curious@kommun.example", Role.MunicipalUser, "0180");
        using var stockholm = await site.SignedIn("curious@kommun.example");

        using var refused = await stockholm.Get($"/handlingar/{Guid.NewGuid()}");

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains(site.Log, l => l.Contains($"refused to person {person.Value}: DocumentToDownload", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_runner_refuses_is_told_of_in_the_log_with_the_use_case()
    {
        var heard = new Heard();
        await using var app = await Failing(heard);

        using var answer = await app.GetTestClient().GetAsync("/api/nekad/HEM1");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var line = Assert.Single(heard.Lines);
        Assert.Contains($"refused to person {Jobs.Mail.Person!.Value.Value}: LogDecision at /api/nekad/{{hemligt}}, from", line, StringComparison.Ordinal);
        Assert.DoesNotContain("HEM1", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_ours_tells_nothing_of_the_inside()
    {
        await using var app = await Failing(new Heard());

        using var answer = await app.GetTestClient().GetAsync("/api/fel");

        var words = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("Något gick fel hos oss.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("inre", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipts_reference_stands_in_no_line_of_the_log()
    {
        using var browser = site.Browser();

        using var foreign = await browser.PostBare("/kvitto/HEMK-VTT1", ("svar", "stammer"));
        using var vain = await browser.Get("/kvitto/HEMK-VTT2");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.NotFound), (foreign.StatusCode, vain.StatusCode));
        Assert.Contains(site.Log, l => l.Contains("refused at /kvitto/{referens}", StringComparison.Ordinal));
        Assert.Contains(site.Log, l => l.Contains("reference of a receipt was tried in vain", StringComparison.Ordinal));
        Assert.DoesNotContain(site.Log, l => l.Contains("HEMK", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stranger_is_stopped_before_much_is_read_and_told_so_in_words()
    {
        using var browser = site.Browser();

        using var refused = await browser.PostBare("/logga-in/kod/ny", ("epost", new string('x', 300_000)));
        using var page = await SignedInBrowser.Read(refused);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        Assert.Equal("Det är för mycket på en gång.", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Logga in", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_sign_in_has_lapsed_is_sent_to_sign_in_and_not_told_that_the_file_is_large()
    {
        using var browser = site.Browser();

        using var sent = await browser.PostBare("/registrera", ("skal", new string('x', 300_000)));

        Assert.Equal((HttpStatusCode.Redirect, "/logga-in?returnUrl=%2Fregistrera"), (sent.StatusCode, sent.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task A_file_of_a_wrong_kind_is_told_of_in_the_log()
    {
        var person = await site.Account("wrong-kind@skr.example");
        using var registrar = await site.SignedIn("wrong-kind@skr.example");

        using var registered = await registrar.PostFile("/registrera", "/registrera", ("utdrag.pdf", [0x4D, 0x5A, 0x90, 0x00, 0xFF, 0xFE]));
        using var dropped = await registrar.PostWhole("/inkorg", await Dropped(registrar));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (registered.StatusCode, dropped.StatusCode));
        Assert.Equal(2, site.Log.Count(l => l.Contains($"file was refused: document-wrong-kind, from person {person.Value}", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_installation_without_a_virus_scanner_is_warned_at_start() =>
        Assert.Contains(site.Log, l => l.Contains("Scanner:Program is not set", StringComparison.Ordinal));

    private static async Task<MultipartFormDataContent> Dropped(SignedInBrowser registrar)
    {
        using var page = await registrar.Page("/inkorg");
        return new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent([0x4D, 0x5A, 0x91, 0x00, 0xFF, 0xFE]), "filer", "program.pdf" },
        };
    }

    private async Task<HttpResponseMessage> AnswerOf(string what)
    {
        using var client = site.Client(cookies: true);
        return what switch
        {
            "a page" => await client.GetAsync("/"),
            "the sign-in page" => await client.GetAsync("/logga-in"),
            "a page that is not there" => await client.GetAsync("/finns-inte"),
            "a page for others" => await client.GetAsync("/inkorg"),
            "the API" => await client.GetAsync("/api/v1/recommendations"),
            "an API address that is not there" => await client.GetAsync("/api/v1/finns-inte"),
            "the style sheet" => await client.GetAsync((await SignedInBrowser.Read(await client.GetAsync("/"))).QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")),
            "a document" => await Document(),
            "a paper of our own" => await client.GetAsync("/kommuner/0125/beslutsunderlag/2016-nationell-stodfunktion.docx"),
            _ => throw new ArgumentOutOfRangeException(nameof(what)),
        };
    }

    private async Task<HttpResponseMessage> Document()
    {
        var email = $"{Guid.NewGuid():N}@skr.example";
        await site.Account(email);
        var registrar = site.App.As(Role.Registrar);
        var command = (await registrar.Log2016("0127", Typed.Adopts)) with { File = Files.Text($"Botkyrkas utdrag {Guid.NewGuid()}.") };
        Assert.True((await registrar.Run(command)).IsDone);
        using var reader = await site.SignedIn(email);
        return await reader.Get($"/handlingar/{await site.App.Read<Guid>($"SELECT document_id FROM decision_document WHERE decision_id = '{command.Id.Value}'")}");
    }

    /// <summary>What stands around every request, around nothing but what fails.</summary>
    private static async Task<WebApplication> Failing(Heard heard)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddProvider(heard);
        builder.Services.AddProblemDetails();
        var app = builder.Build();
        app.UseSafeHeaders();
        app.UseProblems();
        app.UseRouting();
        app.MapGet("/api/nekad/{hemligt}", IResult () => throw new NotAllowedException(Jobs.Mail, Permission.LogDecisions, typeof(LogDecision)));
        app.MapGet("/api/fel", IResult () => throw new InvalidOperationException("Det inre."));
        await app.StartAsync();
        return app;
    }
}
