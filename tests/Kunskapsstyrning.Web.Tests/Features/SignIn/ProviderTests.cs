using System.Net;
using System.Text;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.SignIn;

/// <summary>Signing in at an identity provider that signs real tokens, and every false answer that we know.</summary>
public sealed class ProviderTests(SignInSite site) : IClassFixture<SignInSite>
{
    [Fact]
    public async Task The_provider_says_who_it_is_and_its_rules_give_the_role()
    {
        using var browser = site.Browser();

        using var entered = await Enter(browser, site.Skr, "sub-officer", returnUrl: "/registrera");

        Assert.Equal("/registrera", entered.Headers.Location!.OriginalString);
        using var page = await browser.Page("/konto");
        Assert.Equal("Provledare Ett", page.QuerySelector(".me a")!.TextContent);
        Assert.Contains("Handläggare", page.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_municipalitys_provider_makes_its_own_registrar_and_nothing_else()
    {
        using var browser = site.Browser();
        using var entered = await Enter(browser, site.Ekero, "sub-registrar");

        Assert.Equal("/min-kommun", entered.Headers.Location!.OriginalString);
        Assert.Equal("0125", await site.App.Read<string>("SELECT person.municipality_code FROM person JOIN history_event ON subject = id WHERE kind = 'SignedIn' AND name = 'Provledare Två'"));
    }

    [Fact]
    public async Task The_same_person_comes_back_as_the_same_with_the_role_that_holds_now()
    {
        using var first = site.Browser();
        using var again = site.Browser();
        using (await Enter(first, site.Skr, "sub-moved")) { }
        using (await Enter(again, site.Skr, "sub-moved", ["alla"])) { }

        using var answer = await first.Get("/registrera");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(1, await site.App.Read<long>("SELECT count(*) FROM history_event WHERE kind = 'RoleChanged' AND after->>'role' = 'Reader'"));
    }

    [Fact]
    public async Task Whom_no_rule_fits_is_not_let_in_and_what_they_had_open_ends()
    {
        using var before = site.Browser();
        using (await Enter(before, site.Skr, "sub-leaver")) { }
        using var browser = site.Browser();

        using var refused = await Enter(browser, site.Skr, "sub-leaver", ["gäster"]);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var had = await before.Get("/registrera");
        Assert.Equal(HttpStatusCode.Redirect, had.StatusCode);
        Assert.True(await site.Told("SignInRefused", why: "provider-no-role") > 0);
    }

    public static TheoryData<string, string> Lies => new()
    {
        { "another audience", "token-audience" }, { "another nonce", "token-nonce" }, { "expired", "token-lifetime" }, { "not signed", "token-signature" },
        { "alg none", "token-signature" }, { "signed with a secret", "token-signature" }, { "signed by another", "token-signature" }, { "another issuer", "token-issuer" }, { "no token at all", "token-malformed" },
    };

    [Theory, MemberData(nameof(Lies))]
    public async Task A_false_token_is_refused_logged_and_told(string lie, string why)
    {
        using var browser = site.Browser();
        var told = await site.Told("SignInRefused", why: why);
        site.Skr.Forge = idea => Lie(lie, idea);
        try
        {
            using var refused = await Enter(browser, site.Skr, "sub-liar");

            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }
        finally
        {
            site.Skr.Forge = null;
        }

        using var inside = await browser.Get("/registrera");
        Assert.Equal(HttpStatusCode.Redirect, inside.StatusCode);
        Assert.Equal(told + 1, await site.Told("SignInRefused", why: why));
        Assert.Contains(site.Log, line => line.Contains($"refused: {why}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("state=")]
    [InlineData("state=fel&code=x")]
    [InlineData("code=x")]
    public async Task An_answer_without_the_right_state_is_refused_and_logged(string query)
    {
        using var browser = site.Browser();
        using var begun = await browser.Get(await Door(browser, site.Skr));

        using var refused = await browser.Get($"/logga-in/klar?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(site.Log, line => line.Contains("refused: state", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_that_nobody_has_asked_for_is_logged_and_leaves_nothing_in_the_history()
    {
        using var browser = site.Browser("203.0.113.71");
        var told = await site.Told("SignInRefused");

        using var provider = await browser.Get("/logga-in/klar?state=fel&code=x");
        using var passkey = await browser.Post("/logga-in", "/logga-in/nyckel", ("svar", "{}"), ("returnUrl", ""));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity), (provider.StatusCode, passkey.StatusCode));
        Assert.Equal(2, site.Log.Count(line => line.Contains("refused: not-begun, from 203.0.113.71", StringComparison.Ordinal)));
        Assert.Equal(told, await site.Told("SignInRefused"));
    }

    [Fact]
    public async Task Whoever_floods_with_answers_is_stopped_before_anything_is_looked_at()
    {
        using var flooder = site.Browser("203.0.113.72");

        var answers = new List<HttpStatusCode>();
        for (var times = 0; times < 201; times++)
        {
            using var answer = await flooder.Get("/logga-in/klar?state=fel&code=x");
            answers.Add(answer.StatusCode);
        }

        using var passkey = await flooder.Post("/logga-in", "/logga-in/nyckel", ("svar", "{}"), ("returnUrl", ""));
        Assert.Equal(200, answers.Count(a => a is HttpStatusCode.BadRequest));
        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests), (answers[^1], passkey.StatusCode));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whom_a_provider_only_remembers_has_not_just_signed_in(bool tells)
    {
        (site.Skr.Remembers, site.Skr.TellsWhen) = (TimeSpan.FromHours(1), tells);
        try
        {
            using var browser = site.Browser();
            using (await Enter(browser, site.Skr, "sub-remembered")) { }

            using var asked = await browser.Post("/registrera", "/konto/nyckel/fraga");
            using var page = await browser.Page("/konto");

            Assert.Equal(HttpStatusCode.Forbidden, asked.StatusCode);
            Assert.Null(page.QuerySelector("[data-nyckel]"));
        }
        finally
        {
            (site.Skr.Remembers, site.Skr.TellsWhen) = (TimeSpan.Zero, true);
        }
    }

    [Fact]
    public async Task Who_comes_from_the_own_account_has_to_prove_anew_who_they_are()
    {
        site.Skr.Remembers = TimeSpan.FromHours(1);
        try
        {
            using var browser = site.Browser();

            using var entered = await Enter(browser, site.Skr, "sub-anew", returnUrl: "/konto");
            using var page = await browser.Page("/konto");

            Assert.Equal("/konto", entered.Headers.Location!.OriginalString);
            Assert.NotNull(page.QuerySelector("[data-nyckel]"));
        }
        finally
        {
            site.Skr.Remembers = TimeSpan.Zero;
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_provider_that_does_not_ask_anew_is_not_believed_to_have(bool tells)
    {
        (site.Skr.Remembers, site.Skr.AsksAnew, site.Skr.TellsWhen) = (TimeSpan.FromHours(1), false, tells);
        var told = await site.Told("SignInRefused", why: "token-auth-time");
        try
        {
            using var browser = site.Browser();

            using var refused = await Enter(browser, site.Skr, "sub-silent", returnUrl: "/konto");

            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains("intygar inte att du har loggat in på nytt", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal(told + 1, await site.Told("SignInRefused", why: "token-auth-time"));
        }
        finally
        {
            (site.Skr.Remembers, site.Skr.AsksAnew, site.Skr.TellsWhen) = (TimeSpan.Zero, true, true);
        }
    }

    [Theory]
    [InlineData("cross-site", false)]
    [InlineData("same-site", false)]
    [InlineData("same-origin", true)]
    [InlineData("none", true)]
    public async Task Nobody_is_led_to_a_provider_by_another_site(string from, bool goes)
    {
        using var browser = site.Browser();
        using var client = site.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, await Door(browser, site.Skr, "/registrera"));
        request.Headers.Add("Sec-Fetch-Site", from);

        using var answer = await client.SendAsync(request);

        Assert.Equal(goes ? HttpStatusCode.Redirect : HttpStatusCode.OK, answer.StatusCode);
        if (goes) return;
        using var page = await SignedInBrowser.Read(answer);
        Assert.Contains(page.QuerySelectorAll("a.btn"), a => a.GetAttribute("href")!.EndsWith("returnUrl=%2Fregistrera", StringComparison.Ordinal));
        Assert.DoesNotContain(answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [], c => c.Contains("leverantor", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, HttpStatusCode.BadRequest)]
    [InlineData(false, HttpStatusCode.Redirect)]
    public async Task An_answer_without_its_senders_name_is_refused_where_the_provider_promises_it(bool promised, HttpStatusCode expected)
    {
        (site.Skr.PromisesItsName, site.Skr.GivesItsName) = (promised, false);
        site.App.Clock.Now += TimeSpan.FromHours(2); // what it says of itself is asked for anew
        try
        {
            using var browser = site.Browser();

            using var answer = await Enter(browser, site.Skr, "sub-nameless");

            Assert.Equal(expected, answer.StatusCode);
        }
        finally
        {
            (site.Skr.PromisesItsName, site.Skr.GivesItsName) = (false, true);
            site.App.Clock.Now += TimeSpan.FromHours(2);
        }
    }

    [Fact]
    public async Task An_answer_is_worth_nothing_in_another_browser_and_nothing_twice()
    {
        using var browser = site.Browser();
        using var thief = site.Browser();
        var answer = await Answer(browser, site.Skr, "sub-twice");

        using var stolen = await thief.Get(answer);
        using var entered = await browser.Get(answer);
        using var again = await browser.Get(answer);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Redirect, HttpStatusCode.BadRequest), (stolen.StatusCode, entered.StatusCode, again.StatusCode));
    }

    [Fact]
    public async Task A_provider_that_is_down_gives_a_page_of_our_own()
    {
        using var browser = site.Browser();
        var door = await Door(browser, site.Skr);
        using var known = await browser.Get(door);
        var back = await Back(known.Headers.Location!);
        site.Skr.IsDown = true;
        try
        {
            using var answer = await browser.Get(back);

            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Contains("SKR-konto svarar inte.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        finally
        {
            site.Skr.IsDown = false;
        }
    }

    [Fact]
    public async Task A_provider_that_has_changed_its_key_is_asked_for_the_new_one()
    {
        using var before = site.Browser();
        using (await Enter(before, site.Ekero, "sub-key")) { }
        site.Ekero.ChangeKey();
        site.App.Clock.Now += TimeSpan.FromMinutes(1);
        using var browser = site.Browser();

        using var entered = await Enter(browser, site.Ekero, "sub-key");

        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
    }

    [Fact]
    public async Task Signing_out_goes_on_to_the_provider()
    {
        using var browser = site.Browser();
        using (await Enter(browser, site.Skr, "sub-out")) { }

        using var answer = await browser.Post("/registrera", "/logga-ut");
        using var page = await SignedInBrowser.Read(answer);

        var there = page.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content")!;
        Assert.StartsWith($"0;url={site.Skr.Issuer}/ut?", there, StringComparison.Ordinal);
        Assert.Contains("id_token_hint=", there, StringComparison.Ordinal);
        Assert.Contains("post_logout_redirect_uri=https%3A%2F%2Flocalhost%2Futloggad", there, StringComparison.Ordinal);
        using var inside = await browser.Get("/registrera");
        Assert.Equal(HttpStatusCode.Redirect, inside.StatusCode);
    }

    private static string Lie(string lie, TestProvider.Idea idea) => lie switch
    {
        "another audience" => (idea with { Audience = "någon-annan" }).Signed(),
        "another nonce" => (idea with { Nonce = "ett annat" }).Signed(),
        "expired" => (idea with { Age = TimeSpan.FromHours(1) }).Signed(),
        "not signed" => Unsigned(idea, header: null),
        "alg none" => Unsigned(idea, """{"alg":"none","typ":"JWT"}"""),
        "signed with a secret" => (idea with { Credentials = new SigningCredentials(new SymmetricSecurityKey(idea.Provider.Key.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = idea.Provider.Key.KeyId }, SecurityAlgorithms.HmacSha256) }).Signed(),
        "signed by another" => (idea with { Credentials = new SigningCredentials(TestProvider.NewKey(idea.Provider.Key.KeyId), SecurityAlgorithms.RsaSha256) }).Signed(),
        "another issuer" => (idea with { Issuer = "https://evil.example" }).Signed(),
        "no token at all" => "det här är ingen token",
        _ => throw new ArgumentOutOfRangeException(nameof(lie)),
    };

    /// <summary>What the provider says, with its signature taken away.</summary>
    private static string Unsigned(TestProvider.Idea idea, string? header)
    {
        var parts = idea.Signed().Split('.');
        return $"{(header is null ? parts[0] : Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(header)))}.{parts[1]}.";
    }

    internal static async Task<HttpResponseMessage> Enter(SignedInBrowser browser, TestProvider provider, string subject, string[]? groups = null, string returnUrl = "", string? button = null) =>
        await browser.Get(await Answer(browser, provider, subject, groups, returnUrl, button));

    /// <summary>Goes to the provider, and gives the address that it sends back to.</summary>
    private static async Task<string> Answer(SignedInBrowser browser, TestProvider provider, string subject, string[]? groups = null, string returnUrl = "", string? button = null)
    {
        using var away = await browser.Get(await Door(browser, provider, returnUrl, button));
        var before = provider.Claims;
        provider.Subject = subject;
        if (groups is not null) provider.Claims = new(before) { ["groups"] = groups };
        var back = await Back(away.Headers.Location!);
        provider.Claims = before;
        return back;
    }

    /// <summary>The way from our sign-in page to the provider.</summary>
    private static async Task<string> Door(SignedInBrowser browser, TestProvider provider, string returnUrl = "", string? button = null)
    {
        using var page = await browser.Page("/logga-in" + (returnUrl.Length == 0 ? "" : $"?returnUrl={Uri.EscapeDataString(returnUrl)}"));
        var name = button ?? (provider.Claims["name"] is "Provledare Två" ? "Ekerö" : "SKR-konto");
        return page.QuerySelectorAll("a.btn").Single(a => a.TextContent.Contains(name, StringComparison.Ordinal)).GetAttribute("href")!;
    }

    private static async Task<string> Back(Uri there)
    {
        using var visitor = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await visitor.GetAsync(there);
        return answer.Headers.Location!.PathAndQuery;
    }
}
