using System.Net;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.SignIn;

/// <summary>Signing in with a code by mail, and every attack on it that we know.</summary>
public sealed class CodeTests(SignInSite site) : IClassFixture<SignInSite>
{
    private const string Form = "/logga-in/kod";

    [Fact]
    public async Task A_code_signs_in_and_goes_back_to_where_one_was()
    {
        var person = await site.Account("back@skr.example");
        using var browser = site.Browser();
        var code = await site.Code(browser, "back@skr.example", "/registrera?kommun=0125");

        using var entered = await browser.Post(Form, Form, ("kod", $"{code[..4]} {code[4..]}"));

        Assert.Equal("/registrera?kommun=0125", entered.Headers.Location!.OriginalString);
        using var page = await browser.Page("/registrera");
        Assert.Equal("Provledare", page.QuerySelector(".me a")!.TextContent);
        Assert.Equal((1, 1), (await site.Told("CodeMailed", person), await site.Told("SignedIn", person)));
        var cookie = Assert.Single(entered.Headers.GetValues("Set-Cookie"), c => c.StartsWith("__Host-inloggning=", StringComparison.Ordinal));
        Assert.All(["secure", "httponly", "samesite=lax", "path=/"], said => Assert.Contains(said, cookie, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Whether_an_address_has_an_account_cannot_be_seen()
    {
        await site.Account("known@skr.example");
        using var one = site.Browser();
        using var other = site.Browser();

        using var known = await one.Post("/logga-in", "/logga-in/kod/ny", ("epost", "known@skr.example"), ("returnUrl", ""));
        using var unknown = await other.Post("/logga-in", "/logga-in/kod/ny", ("epost", "never@skr.example"), ("returnUrl", ""));

        Assert.Equal((known.StatusCode, known.Headers.Location), (unknown.StatusCode, unknown.Headers.Location));
        Assert.Equal(await Words(one, "known@skr.example"), await Words(other, "never@skr.example"));
        using var wrongKnown = await one.Post(Form, Form, ("kod", "00000000"));
        using var wrongUnknown = await other.Post(Form, Form, ("kod", "00000000"));
        Assert.Equal(await Error(wrongKnown), await Error(wrongUnknown));
        Assert.NotNull(await site.Mailed("known@skr.example"));
        Assert.False(site.HasMailed("never@skr.example"));
        Assert.True(await site.Told("SignInRefused", new PersonId(Guid.Empty), "code-no-account") > 0);
    }

    [Fact]
    public async Task The_code_is_never_taken_from_a_link()
    {
        await site.Account("link@skr.example");
        using var browser = site.Browser();
        var code = await site.Code(browser, "link@skr.example");

        using var page = await browser.Page($"{Form}?kod={code}");

        Assert.Null(page.QuerySelector("#kod")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector("form.me"));
    }

    [Fact]
    public async Task The_same_code_twice_at_the_same_moment_signs_in_once()
    {
        var person = await site.Account("twice@skr.example");
        using var browser = site.Browser();
        var code = await site.Code(browser, "twice@skr.example");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => browser.Post(Form, Form, ("kod", code))));

        Assert.Single(answers, a => a.StatusCode is HttpStatusCode.Redirect && a.Headers.Contains("Set-Cookie") && a.Headers.GetValues("Set-Cookie").Any(c => c.StartsWith("__Host-inloggning", StringComparison.Ordinal)));
        Assert.Equal(1, await site.Told("SignedIn", person));
    }

    [Fact]
    public async Task A_replayed_code_is_refused_and_told()
    {
        var person = await site.Account("replay@skr.example");
        using var client = site.Client();
        var asked = await Ask(client, "replay@skr.example");
        var code = await site.Mailed("replay@skr.example");
        using var first = await Post(client, asked.Cookies, asked.Token, ("kod", code!));
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);

        using var again = await Post(client, asked.Cookies, asked.Token, ("kod", code!));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Equal((1, 1), (await site.Told("SignedIn", person), await site.Told("SignInRefused", person, "code-used")));
        Assert.Contains(site.Log, line => line.Contains("code-used", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Five_guesses_spend_the_code_and_each_is_told()
    {
        var person = await site.Account("guess@skr.example");
        using var browser = site.Browser();
        var code = await site.Code(browser, "guess@skr.example");
        var wrong = code == "00000000" ? "00000001" : "00000000";

        for (var guess = 0; guess < 5; guess++) using (await browser.Post(Form, Form, ("kod", wrong))) { }
        using var right = await browser.Post(Form, Form, ("kod", code));

        Assert.Equal(CodeRefusals.TriedEnough.Sentence, await Error(right));
        Assert.Equal((0, 6), (await site.Told("SignedIn", person), await site.Told("SignInRefused", person)));
    }

    [Fact]
    public async Task A_code_is_worth_nothing_in_another_browser()
    {
        await site.Account("other@skr.example");
        using var asked = site.Browser();
        using var thief = site.Browser();
        var code = await site.Code(asked, "other@skr.example");

        using var without = await thief.Post("/logga-in", Form, ("kod", code));
        await site.Code(thief, "other@skr.example");
        using var withOwn = await thief.Post(Form, Form, ("kod", code));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (without.StatusCode, withOwn.StatusCode));
    }

    [Fact]
    public async Task Whoever_floods_an_address_keeps_its_owner_out_of_nothing()
    {
        await site.Account("flood@skr.example");
        using var owner = await site.SignedIn("flood@skr.example");

        var answers = new List<HttpStatusCode>();
        for (var place = 1; place <= 5; place++)
        {
            using var flooder = site.Browser($"198.51.100.{place}");
            for (var times = 0; times < 5; times++)
            {
                using var answer = await flooder.Post("/logga-in", "/logga-in/kod/ny", ("epost", "flood@skr.example"), ("returnUrl", ""));
                answers.Add(answer.StatusCode);
            }
        }

        Assert.Equal(8 - 1, answers.Count(a => a is HttpStatusCode.SeeOther));
        Assert.Contains(site.Log, line => line.Contains("too-often", StringComparison.Ordinal));
        using var owners = await owner.Post("/logga-in", "/logga-in/kod/ny", ("epost", "flood@skr.example"), ("returnUrl", ""));
        Assert.Equal(HttpStatusCode.SeeOther, owners.StatusCode);
    }

    [Fact]
    public async Task Whoever_floods_from_one_place_is_stopped_whatever_the_address()
    {
        using var flooder = site.Browser("203.0.113.7");

        var answers = new List<HttpStatusCode>();
        for (var times = 0; times < 42; times++)
        {
            using var answer = await flooder.Post("/logga-in", "/logga-in/kod/ny", ("epost", $"flood-{times}@skr.example"), ("returnUrl", ""));
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(40, answers.Count(a => a is HttpStatusCode.SeeOther));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("/.//evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_sent_elsewhere_after_signing_in(string returnUrl)
    {
        var email = $"lead-{Guid.NewGuid():N}@skr.example";
        await site.Account(email);
        using var browser = site.Browser();
        var code = await site.Code(browser, email, returnUrl);

        using var entered = await browser.Post(Form, Form, ("kod", code));

        Assert.Equal("/registrera", entered.Headers.Location!.OriginalString);
        Assert.Contains(site.Log, line => line.Contains("return-url", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_role_forged_into_a_form_is_refused_and_logged()
    {
        await site.Account("forged@skr.example", Role.Reader);
        using var browser = site.Browser();
        var code = await site.Code(browser, "forged@skr.example");

        using var entered = await browser.Post(Form, Form, ("kod", code), ("roll", "Administrator"));

        Assert.Equal(HttpStatusCode.BadRequest, entered.StatusCode);
        Assert.Contains(site.Log, line => line.Contains("unknown-field", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/logga-in/kod/ny")]
    [InlineData("/logga-in/kod")]
    [InlineData("/logga-in/nyckel/fraga")]
    [InlineData("/logga-in/nyckel")]
    [InlineData("/logga-ut")]
    public async Task A_post_from_another_site_is_refused_and_logged(string address)
    {
        using var browser = site.Browser();

        using var answer = await browser.PostBare(address, ("epost", "x@skr.example"), ("kod", "12345678"), ("svar", "{}"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(site.Log, line => line.Contains($"not our own was refused at {address}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_that_the_browser_brought_is_never_the_one_it_is_signed_in_with()
    {
        await site.Account("fixed@skr.example");
        using var client = site.Client();
        var first = await Enter(client, "fixed@skr.example", "");
        var second = await Enter(client, "fixed@skr.example", first);

        Assert.NotEqual(first, second);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.OK), (await Status(client, first), await Status(client, second)));
    }

    [Fact]
    public async Task Signing_out_ends_every_copy_of_the_cookie()
    {
        await site.Account("copy@skr.example");
        using var client = site.Client();
        var cookie = await Enter(client, "copy@skr.example", "");
        Assert.Equal(HttpStatusCode.OK, await Status(client, cookie));

        var (token, form) = await Token(client, "/registrera", cookie);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/logga-ut") { Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]) };
        request.Headers.Add("Cookie", $"{cookie}; {form}");
        using var answer = await client.SendAsync(request);

        Assert.Equal((HttpStatusCode.Redirect, "/"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Equal(HttpStatusCode.Redirect, await Status(client, cookie));
    }

    private static async Task<string> Words(SignedInBrowser browser, string address)
    {
        using var page = await browser.Page(Form);
        foreach (var hidden in page.QuerySelectorAll("input[type=hidden]").ToList()) hidden.Remove();
        return page.Body!.OuterHtml.Replace(address, "…", StringComparison.Ordinal);
    }

    private static async Task<string> Error(HttpResponseMessage answer)
    {
        using var page = await SignedInBrowser.Read(answer);
        return page.QuerySelector("#fel li")!.TextContent.Trim();
    }

    private static async Task<HttpStatusCode> Status(HttpClient client, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/registrera");
        request.Headers.Add("Cookie", cookie);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    private async Task<string> Enter(HttpClient client, string email, string cookie)
    {
        var asked = await Ask(client, email, cookie);
        using var entered = await Post(client, asked.Cookies, asked.Token, ("kod", (await site.Mailed(email))!));
        return Cookies(entered).Split("; ").Single(c => c.StartsWith("__Host-inloggning=", StringComparison.Ordinal));
    }

    private static async Task<(string Cookies, string Token)> Ask(HttpClient client, string email, string cookie = "")
    {
        var (token, form) = await Token(client, "/logga-in", cookie);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/logga-in/kod/ny")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("epost", email)]),
        };
        request.Headers.Add("Cookie", $"{cookie}; {form}");
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return ($"{cookie}; {form}; {Cookies(answer)}", token);
    }

    private static async Task<HttpResponseMessage> Post(HttpClient client, string cookies, string token, (string Name, string Value) field)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Form) { Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create(field.Name, field.Value)]) };
        request.Headers.Add("Cookie", cookies);
        return await client.SendAsync(request);
    }

    private static async Task<(string Token, string Cookie)> Token(HttpClient client, string address, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (cookie.Length > 0) request.Headers.Add("Cookie", cookie);
        using var answer = await client.SendAsync(request);
        using var page = await SignedInBrowser.Read(answer);
        return (page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!, Cookies(answer));
    }

    private static string Cookies(HttpResponseMessage answer) =>
        string.Join("; ", answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(c => c.Split(';')[0]).Where(c => !c.EndsWith('=')) : []);
}
